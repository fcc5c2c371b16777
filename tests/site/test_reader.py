"""What a reader does, in a real browser: searching, opening a source, filtering, reading on a phone."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.model.site import Site
from generator.site.addresses import addresses_of
from tests.website import TAB_STOPS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("built")]

WIDE, PHONE = 1440, 390


def event_address(site: Site) -> str:
    """The page of the event with most sources."""
    event = max(site.events, key=lambda e: len(e.articles))
    return addresses_of(site).events[event.id].removesuffix(".md") + "/"


def opened(browser: Browser, url: str, *, width: int = WIDE, scheme: str = "light") -> Page:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(url)
    return page


def test_search_finds_a_place_and_lands_on_the_event(browser: Browser, site_url: str, seed_site: Site) -> None:
    page = opened(browser, site_url)
    box = page.get_by_role("textbox", name="Search")
    box.click()
    box.press_sequentially("Kursk")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    links = page.locator(".md-search-result__link").evaluate_all("found => found.map(link => link.href)")
    assert any(event_address(seed_site) in link for link in links)


def test_the_browser_asks_no_other_host(browser: Browser, site_url: str, seed_site: Site) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("", event_address(seed_site), "actors/", "disagreements/", "sources/", "events/"):
        page.goto(site_url + address, wait_until="networkidle")
    assert len(asked) > 10
    assert {urlsplit(url).hostname for url in asked if not url.startswith("data:")} == {"127.0.0.1"}


def test_the_sidebar_stands_beside_the_text_and_follows_the_title_on_a_phone(
    browser: Browser, site_url: str, seed_site: Site
) -> None:
    for width in (WIDE, PHONE):
        page = opened(browser, site_url + event_address(seed_site), width=width)
        title = page.get_by_role("heading", level=1).first.bounding_box()
        aside = page.locator("aside").filter(has_text="Sources disagree").first.bounding_box()
        assert title is not None
        assert aside is not None
        if width == WIDE:
            assert aside["x"] > title["x"] + 300
        else:
            assert aside["y"] > title["y"]
            assert aside["x"] < PHONE / 4


def test_the_first_screen_holds_the_conflicts_and_the_keyboard_crosses_the_page(
    browser: Browser, site_url: str, seed_site: Site
) -> None:
    page = opened(browser, site_url + event_address(seed_site))
    last = page.locator("aside.px-disagree > :visible").last.bounding_box()
    assert last
    assert last["y"] + last["height"] <= 900
    assert page.locator(".px-brief .px-fact").nth(1).bounding_box()["y"] < 900  # type: ignore[index]
    assert page.evaluate(TAB_STOPS) <= 120


def test_it_reads_without_javascript(browser: Browser, site_url: str, seed_site: Site) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site_url + event_address(seed_site))
    expect(page.locator("aside h2").first).to_be_visible()
    expect(page.locator("table.px-compared").first).to_be_visible()
    page.goto(site_url + "disagreements/")
    told = page.locator("main").text_content() or ""
    assert seed_site.disagreements
    decisive = [position.says for d in seed_site.disagreements for position in d.positions]
    assert [words for words in decisive if words not in told] == []


def test_a_dark_screen_is_kept_dark_without_javascript(browser: Browser, site_url: str, seed_site: Site) -> None:
    for scheme in ("light", "dark"):
        page = browser.new_context(java_script_enabled=False, color_scheme=scheme).new_page()  # type: ignore[arg-type]
        for address in ("", event_address(seed_site)):
            page.goto(site_url + address)
            shades = [
                sum(
                    int(part)
                    for part in re.findall(r"\d+", page.evaluate(f"getComputedStyle(document.body).{what}"))[:3]
                )
                for what in ("backgroundColor", "color")
            ]
            assert (shades[0] < shades[1]) == (scheme == "dark"), address


@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, site_url: str, seed_site: Site, width: int, scheme: str) -> None:
    addresses = addresses_of(seed_site)
    actor = addresses.actors[seed_site.cast.actors[0].id].removesuffix(".md") + "/"
    source = addresses.sources[seed_site.articles[0].id].removesuffix(".md") + "/"
    for address in ("", event_address(seed_site), "events/", "actors/", actor, "disagreements/", "sources/", source):
        page = opened(browser, site_url + address, width=width, scheme=scheme)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{address}: {found.generate_report()}"
        page.context.close()


@pytest.mark.parametrize("width", [320, PHONE])
def test_nothing_scrolls_sideways(browser: Browser, site_url: str, seed_site: Site, width: int) -> None:
    for address in ("", event_address(seed_site), "events/", "actors/", "disagreements/", "sources/"):
        page = opened(browser, site_url + address, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
