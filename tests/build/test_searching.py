"""Search by Pagefind in a real browser: in the theme's own box, below a sub-path or from a disk, asking no other."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.build.searching import pagefind_program, search_files, search_script
from generator.model.errors import ParallaxError
from generator.model.site import Site
from generator.site.addresses import addresses_of
from generator.site.words import LANGUAGES
from tests.folders import ROOT
from tests.website import build, copy_site, served

HOSTILE = "<script>alert(1)</script>"
SECTIONS = [
    {
        "location": "events/ferry/",
        "title": "Ferry runs aground",
        "text": "<p>A ferry.</p>",
        "boost": 4,
        "tags": ["Event"],
    },
    {"location": "events/ferry/#cause", "title": "Cause", "text": "<p>Fog in the harbour.</p>", "boost": 4},
    {"location": "actors/ann/", "title": "Ann Lee", "text": "<p>The harbour master saw the ferry in the fog.</p>"},
    {"location": "notes/", "title": "&lt;b&gt; notes", "text": "<p>&lt;img src=x onerror=alert(1)&gt; zebra</p>"},
]


def needs_pagefind() -> None:
    pytest.importorskip("pagefind", reason="needs the extra [pagefind]")


def site_with(folder: Path, language: str = "en") -> Path:
    """A copy of the project's own site that is searched by Pagefind."""
    copy_site(ROOT, folder)
    shutil.copy(ROOT / "mkdocs.offline.yml", folder / "mkdocs.offline.yml")
    for name in ("mkdocs.yml", "mkdocs.offline.yml"):
        text = (folder / name).read_text(encoding="utf-8")
        text = text.replace("content: content\n", "content: content\n      search: pagefind\n")
        text = text.replace("  name: material\n", f"  name: material\n  language: {language}\n")
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built for a server."""
    needs_pagefind()
    folder = site_with(tmp_path_factory.mktemp("pagefind"))
    build(folder, folder / "site")
    return folder


def search(page: Page, words: str) -> list[str]:
    """The addresses of the pages found, best first."""
    page.keyboard.press("/")  # by keyboard alone
    page.keyboard.type(words)
    page.locator(".md-search-result__item").first.wait_for()
    items = page.locator(".md-search-result__item")
    return [str(link) for link in items.evaluate_all("found => found.map(item => item.querySelector('a').href)")]


def event_of(site: Site) -> str:
    return addresses_of(site).events[max(site.events, key=lambda e: len(e.articles)).id].removesuffix(".md")


@pytest.mark.browser
@pytest.mark.site
@pytest.mark.xdist_group("built")
def test_below_a_sub_path_the_best_page_comes_first_and_no_other_host_is_asked(
    browser: Browser, searched: Path, seed_site: Site
) -> None:
    with served(searched / "site") as address:
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address + "events/", wait_until="networkidle")
        assert not any("/pagefind/" in url for url in asked)
        found = search(page, "Kursk")
        assert urlsplit(found[0]).path == f"/repo/{event_of(seed_site)}/"
        assert "Event" in page.locator(".md-search-result__item").first.inner_text()
        assert {urlsplit(url).netloc for url in asked if not url.startswith(("blob:", "data:"))} == {
            urlsplit(address).netloc
        }
        expect(page.locator(".md-search-result__meta")).to_have_attribute("role", "status")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{event_of(seed_site)}/**")
        page.close()


@pytest.mark.browser
@pytest.mark.site
@pytest.mark.xdist_group("built")
def test_arrows_lead_through_what_was_found_and_nothing_found_is_said(browser: Browser, searched: Path) -> None:
    with served(searched / "site") as address:
        page = browser.new_page()
        page.goto(address, wait_until="networkidle")
        assert search(page, "Moscow")
        page.keyboard.press("ArrowDown")
        assert page.locator(".md-search-result__link").first.evaluate("link => link === document.activeElement")
        page.keyboard.press("Escape")
        page.goto(address + "?q=xylophonist", wait_until="networkidle")
        expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")
        page.close()


@pytest.mark.browser
@pytest.mark.site
@pytest.mark.xdist_group("built")
def test_the_theme_has_no_index_of_its_own(searched: Path) -> None:
    assert json.loads((searched / "site" / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"] == []


@pytest.mark.browser
@pytest.mark.site
@pytest.mark.xdist_group("built")
def test_files_that_cannot_be_loaded_are_told_in_the_readers_language(browser: Browser, tmp_path: Path) -> None:
    needs_pagefind()
    folder = site_with(tmp_path, language="de")
    build(folder, folder / "site")
    shutil.rmtree(folder / "site" / "pagefind")
    with served(folder / "site") as address:
        page = browser.new_page()
        page.goto(address + "?q=Kursk", wait_until="networkidle")
        expect(page.locator(".md-search-result__meta")).to_have_text(
            "Die Suche geht nicht: Ihre Dateien konnten nicht geladen werden."
        )
        page.close()


@pytest.mark.browser
@pytest.mark.site
@pytest.mark.xdist_group("offline")
def test_a_copy_on_a_disk_is_searched_without_any_host(browser: Browser, tmp_path: Path, seed_site: Site) -> None:
    needs_pagefind()
    folder = site_with(tmp_path)
    target = tmp_path / "my site #1"
    build(folder, target, "--config-file", "mkdocs.offline.yml")
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((target / "sources" / "index.html").as_uri())
    assert search(page, "Kursk")[0].startswith((target / f"{event_of(seed_site)}.html").as_uri())
    page.locator(".md-search-result__link").first.click()
    expect(page.locator("main h1")).to_be_visible()
    assert {urlsplit(url).scheme for url in asked} <= {"file", "data", "blob"}


@pytest.mark.browser
def test_what_articles_say_stays_text_in_what_is_found(browser: Browser, searched: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(searched / "site", site)
    shutil.rmtree(site / "pagefind")
    for uri, content in search_files(SECTIONS, "en", from_disk=False).items():
        (site / uri).parent.mkdir(parents=True, exist_ok=True)
        (site / uri).write_bytes(content)
    with served(site) as address:
        page = browser.new_page()
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        page.goto(address, wait_until="networkidle")
        assert search(page, "zebra") == [f"{address}notes/?h=zebra"]
        item = page.locator(".md-search-result__item").first
        assert "<b> notes" in item.inner_text()
        assert item.locator("img, b").count() == 0
        page.close()
        page = browser.new_page()
        page.goto(address, wait_until="networkidle")
        assert search(page, "fog") == [f"{address}events/ferry/?h=fog", f"{address}actors/ann/?h=fog"]
        page.close()


BUILD = """
import sys
from generator.plugin import search
from mkdocs.__main__ import cli
search.MANY = int(sys.argv[1])
if sys.argv[2] == "without":
    sys.modules["pagefind.service"] = None
cli(["build", "--strict", "--site-dir", sys.argv[3]])
"""


@pytest.mark.site
@pytest.mark.parametrize(
    ("many", "installed", "choice", "pagefind", "told"),
    [
        (3, "with", "auto", True, False),
        (3, "without", "auto", False, True),
        (3, "with", "theme", False, False),
    ],
)
def test_a_large_site_is_searched_by_pagefind_or_the_build_says_what_to_install(
    tmp_path: Path, many: int, installed: str, choice: str, pagefind: bool, told: bool
) -> None:
    needs_pagefind()
    copy_site(ROOT, tmp_path)
    text = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("content: content\n", f"content: content\n      search: {choice}\n")
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", BUILD, str(many), installed, str(tmp_path / "site")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    index = json.loads((tmp_path / "site" / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert (index["docs"] == []) == pagefind
    assert (tmp_path / "site" / "pagefind" / "pagefind.js").is_file() == pagefind
    assert ("pagefind-search.js" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")) == pagefind
    assert ("pip install 'parallax-explainer[pagefind]'" in ran.stderr) == told


def test_the_same_pages_give_the_same_bytes() -> None:
    needs_pagefind()
    assert search_files(SECTIONS, "en", from_disk=False) == search_files(SECTIONS, "en", from_disk=False)


def test_without_the_extra_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pagefind.service", None)
    with pytest.raises(ParallaxError, match="pagefind") as fault:
        pagefind_program()
    assert "pip install 'parallax-explainer[pagefind]'" in fault.value.remedy


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_speaks_each_language(language: str) -> None:
    said = json.loads(
        search_script(language, from_disk=True).split(b"\n", 1)[0].split(b" = ", 1)[1].split(b", FROM")[0]
    )
    assert set(said) == {"failed", "some"}
    assert {"{shown}", "{all}"} <= set(said["some"].replace("{", " {").replace("}", "} ").split())
