"""A copy of the site that is opened from a disk: search works, and nothing is asked of any host."""

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.model.site import Site
from generator.site.addresses import addresses_of
from tests.folders import ROOT
from tests.website import broken_links, build, document, outside_resources, pages

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.xdist_group("offline")]


@pytest.fixture(scope="module")
def offline_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("offline") / "my site #1"  # on a disk, names hold what an address must escape
    build(ROOT, target, "--config-file", "mkdocs.offline.yml")
    return target


def search(page: Page, word: str) -> list[str]:
    """The addresses found for `word`."""
    box = page.get_by_role("textbox", name="Search")
    box.click()
    box.press_sequentially(word)
    links = page.locator(".md-search-result__link")
    expect(links.first).to_be_visible()
    return [str(address) for address in links.evaluate_all("found => found.map(link => link.href)")]


def test_search_works_from_a_disk_and_asks_no_host(browser: Browser, offline_site: Path, seed_site: Site) -> None:
    event = addresses_of(seed_site).events[max(seed_site.events, key=lambda e: len(e.articles)).id]
    target = (offline_site / event).with_suffix(".html")
    page = browser.new_context().new_page()
    asked: list[str] = []
    failures: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: failures.append(error.message))
    for start in (offline_site / "index.html", target):
        page.goto(start.as_uri())
        assert any(link.startswith(target.as_uri()) for link in search(page, "Kursk"))
    page.locator(".md-search-result__link").first.click()
    page.wait_for_load_state("networkidle")
    expect(page.locator("main h1")).to_be_visible()
    assert len(asked) > 10
    assert {urlsplit(url).scheme for url in asked} <= {"file", "data", "blob"}
    assert failures == []


def test_search_in_other_languages_loads_their_files_from_the_disk(
    browser: Browser, offline_site: Path, tmp_path: Path
) -> None:
    moved = tmp_path / "workers" / "site"  # the theme's script looks for "/worker" in its own address
    shutil.copytree(offline_site, moved)
    index = moved / "search" / "search_index.js"
    told = index.read_text(encoding="utf-8")
    assert '"lang":["en"]' in told
    index.write_text(told.replace('"lang":["en"]', '"lang":["en","de"]'), encoding="utf-8")
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((moved / "index.html").as_uri())
    assert search(page, "Kursk")
    assert any(url.endswith("/lunr.de.min.js") for url in asked)


def test_its_links_lead_to_files(offline_site: Path) -> None:
    assert broken_links(offline_site) == []
    links = [e.get("href") or "" for page in pages(offline_site) for e in document(page).iter("a")]
    assert [link for link in links if not urlsplit(link).netloc and urlsplit(link).path.endswith(("/", "."))] == []
    assert outside_resources(offline_site) == set()
