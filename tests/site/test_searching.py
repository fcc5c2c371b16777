"""The real site in a browser: its search costs nothing until it is used, and then finds the page that tells most."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.website import served

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.xdist_group("built")]


def test_the_search_index_is_loaded_when_the_reader_searches(browser: Browser, built_site: Path) -> None:
    with served(built_site) as address:
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address + "events/", wait_until="networkidle")
        assert not any("search_index" in url for url in asked)
        page.locator(".md-search__input").click()
        page.keyboard.type("Kursk")
        first = page.locator(".md-search-result__item").first
        first.wait_for()
        assert sum("search_index" in url for url in asked) == 1
        assert "Event" in first.inner_text()
        page.close()


def test_an_address_that_searches_finds(browser: Browser, built_site: Path) -> None:
    with served(built_site) as address:
        page = browser.new_page()
        page.goto(address + "?q=Kursk", wait_until="networkidle")
        page.locator(".md-search-result__item").first.wait_for(state="attached")
        page.close()


def test_skip_links_are_seen_when_they_are_reached(browser: Browser, built_site: Path) -> None:
    page_of = next(path for path in (built_site / "events").iterdir() if path.name.startswith("2025-10-27"))
    with served(built_site) as address:
        page = browser.new_page()
        page.goto(f"{address}events/{page_of.name}/", wait_until="networkidle")
        skip = page.locator(".px-skips").get_by_role("link", name="Compared")
        assert page.evaluate("document.querySelector('.px-skips').offsetHeight") <= 1
        skip.focus()
        assert page.evaluate("document.querySelector('.px-skips').offsetHeight") > 10
        page.keyboard.press("Enter")
        page.wait_for_url("**#compared")
        page.close()
