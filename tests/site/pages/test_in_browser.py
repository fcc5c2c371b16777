"""The invented sites, built by MkDocs and used in a browser: by eye, by keyboard, by touch, and without a script."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from generator.site.addresses import ASSETS
from generator.site.pages import assets, blocks, render
from generator.site.words import read_words
from tests.sites import FERRY, ferry_site
from tests.website import build, served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("pages")]

EVENT = f"events/{FERRY}/"
PAGES = ["", "events/", EVENT, "actors/", "actors/ilse-brandvik/", "disagreements/", "sources/", "sources/wire/"]
WIDE, PHONE, NARROWEST = 1440, 390, 320
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 60);
})"""


def _write(root: Path, sources: int, language: str) -> None:
    words = read_words(language)
    docs = root / "docs"
    site = ferry_site(sources)
    home = "\n\n".join(["---\nhide: [toc]\n---\n# The Tern", *blocks(site, words).values()])
    files = {page.uri: page.text.encode() for page in render(site, words)} | assets() | {"index.md": home.encode()}
    for uri, content in files.items():
        (docs / uri).parent.mkdir(parents=True, exist_ok=True)
        (docs / uri).write_bytes(content)
    palette = [
        {"media": f"(prefers-color-scheme: {media})", "scheme": scheme, "primary": "custom", "accent": "custom"}
        for media, scheme in (("light", "default"), ("dark", "slate"))
    ]
    configuration = {
        "site_name": "The Tern",
        "theme": {"name": "material", "font": False, "language": language, "palette": palette},
        "extra": {"generator": False},
        "extra_css": [f"{ASSETS}/parallax.css"],
        "extra_javascript": [f"{ASSETS}/parallax.js"],
        "markdown_extensions": ["attr_list", "md_in_html", {"toc": {"permalink": True}}],
        "validation": {"anchors": "warn", "links": {"unrecognized_links": "warn", "absolute_links": "warn"}},
        "nav": ["index.md", "events/index.md", "actors/index.md", "disagreements/index.md", "sources/index.md"],
        "not_in_nav": "events/*\nactors/*\nsources/*\n",
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(configuration), encoding="utf-8")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("ferry")
    _write(root, 3, "en")
    build(root, root / "site")
    with served(root / "site") as address:
        yield address


@contextmanager
def _page(browser: Browser, width: int = WIDE, **more: object) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": width, "height": 900}, **more)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_page_is_accessible(browser: Browser, address: str, scheme: str, width: int) -> None:
    with _page(browser, width, color_scheme=scheme) as page:
        for path in PAGES:
            page.goto(address + path, wait_until="networkidle")
            page.evaluate("document.querySelectorAll('details').forEach(item => item.open = true)")
            found = Axe().run(page).response["violations"]
            assert [(path, item["id"], item["nodes"][0]["html"]) for item in found] == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_and_nothing_runs_over_the_edge(browser: Browser, address: str, path: str) -> None:
    with _page(browser, NARROWEST) as page:
        page.goto(address + path, wait_until="networkidle")
        assert page.evaluate(SHIFT) < 0.01
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST


def test_no_page_asks_another_host(browser: Browser, address: str) -> None:
    with _page(browser) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for path in PAGES:
            page.goto(address + path, wait_until="networkidle")
        assert asked
        assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def test_the_sidebar_stands_beside_the_brief_on_a_wide_screen_and_after_it_on_a_phone(
    browser: Browser, address: str
) -> None:
    for width, beside in ((WIDE, True), (1024, True), (PHONE, False)):
        with _page(browser, width, java_script_enabled=False) as page:
            page.goto(address + EVENT)
            brief = page.locator(".px-brief").bounding_box()
            aside = page.locator("aside.px-disagree").bounding_box()
            assert brief
            assert aside
            assert (aside["x"] >= brief["x"] + brief["width"]) == beside
            assert (aside["y"] >= brief["y"] + brief["height"]) == (not beside)


def test_a_name_says_who_it_is_by_mouse_and_by_keyboard(browser: Browser, address: str) -> None:
    with _page(browser) as page:
        page.goto(address + EVENT, wait_until="networkidle")
        name = page.locator(".px-people .px-name").first
        name.hover()
        assert "Captain" in page.get_by_role("tooltip").inner_text()
        page.keyboard.press("Escape")
        assert page.get_by_role("tooltip").count() == 0
        name.focus()
        page.keyboard.press("Tab")
        assert "Mayor of Kelm" in page.get_by_role("tooltip").inner_text()
        assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "px-tip"


def test_a_name_says_who_it_is_by_touch_and_then_opens(browser: Browser, address: str) -> None:
    with _page(browser, PHONE, has_touch=True, is_mobile=True) as page:
        page.goto(address + EVENT, wait_until="networkidle")
        page.locator(".px-people .px-name").first.tap()
        assert page.url == address + EVENT
        page.get_by_role("tooltip").get_by_role("link").tap()
        page.wait_for_url("**/actors/ilse-brandvik/")


def test_filters_keep_their_state_in_the_address(browser: Browser, address: str) -> None:
    with _page(browser) as page:
        page.goto(address + "disagreements/", wait_until="networkidle")
        assert page.locator(".px-item:visible").count() == 3
        page.get_by_label("About").select_option("a number")
        assert page.locator(".px-item:visible").count() == 1
        kept = page.url
        assert "kind=a+number" in kept
        page.goto(address)
        page.goto(kept, wait_until="networkidle")
        assert page.locator(".px-item:visible").count() == 1
        assert "1 of 3 shown" in page.locator(".px-filters output").inner_text()
        page.get_by_role("button", name="Show all").click()
        page.wait_for_url("**/disagreements/")
        assert page.locator(".px-item:visible").count() == 3


def test_without_a_script_everything_is_there(browser: Browser, address: str) -> None:
    with _page(browser, java_script_enabled=False) as page:
        page.goto(address + "disagreements/")
        assert page.locator(".px-item:visible").count() == 3
        page.goto(address + "actors/")
        assert page.locator(".px-entry:visible").count() == 4


@pytest.mark.parametrize(
    ("words", "first"),
    [("Brandvik", "person"), ("heroically", "Sources disagree"), ("steady", "In their words"), ("aground", "Event")],
)
def test_search_tells_what_it_found(browser: Browser, address: str, words: str, first: str) -> None:
    with _page(browser) as page:
        page.goto(address, wait_until="networkidle")
        page.locator(".md-search__input").click()
        page.keyboard.type(words)
        page.locator(".md-search-result__item").first.wait_for()
        assert first in page.locator(".md-search-result__list").inner_text()


def test_an_event_page_is_light(browser: Browser, address: str) -> None:
    with _page(browser) as page:
        parts: list[bytes] = []
        page.on("response", lambda response: parts.append(response.body()))
        page.goto(address + EVENT, wait_until="networkidle")
        assert sum(len(gzip.compress(part)) for part in parts) < 400_000
