"""`make screenshots`: the pictures in docs/pictures, taken from the real site: light and dark, wide and phone."""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from generator.build.pipeline import build_site
from generator.content.site_folder import open_site
from generator.site.addresses import addresses_of
from tests import chromium
from tests.website import build, served

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
WIDE, PHONE = (1440, 900), (390, 844)


def main() -> None:
    """Build the site, serve it, and take each picture."""
    folder = open_site(ROOT)
    site = build_site(folder.root, folder.settings)
    event = max(site.events, key=lambda e: len(e.articles))
    page = addresses_of(site).events[event.id].removesuffix(".md") + "/"
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch) / "site"
        build(ROOT, target)
        with served(target) as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
            for name, address in (("home", ""), ("event", page), ("disagreements", "disagreements/")):
                for scheme in ("light", "dark"):
                    _picture(browser, url + address, f"{name}-wide-{scheme}", WIDE, scheme)
                    _picture(browser, url + address, f"{name}-phone-{scheme}", PHONE, scheme)


def _picture(browser: Browser, url: str, name: str, size: tuple[int, int], scheme: str) -> None:
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    page.screenshot(path=PICTURES / f"{name}.png")
    context.close()
    print(PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
