"""The invented sites, built by MkDocs and used in a browser: by eye, by keyboard, by touch, and without a script."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from generator.model.site import Site
from generator.site.addresses import ASSETS, addresses_of
from generator.site.feeds import data_files
from generator.site.pages.render import assets, blocks, render
from generator.site.sharing import Home, share_pages
from generator.site.words import read_words
from tests.sites import FERRY, ferry_site, many_conflicts, one_against_all
from tests.website import TAB_STOPS, build, served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("pages")]

EVENT = f"events/{FERRY}/"
PAGES = ["", "events/", EVENT, "actors/", "actors/ilse-brandvik/", "disagreements/", "sources/", "sources/wire/"]
ALONE = ["share/figure-people-on-board.html", "embed/figure-people-on-board.html"]
WIDE, PHONE, NARROWEST = 1440, 390, 320
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 60);
})"""


def _write(root: Path, site: Site, language: str) -> None:
    words = read_words(language)
    docs = root / "docs"
    home = "\n\n".join(["---\nhide: [toc]\n---\n# The Tern", *blocks(site, words).values()])
    files = {page.uri: page.text.encode() for page in render(site, words)} | assets() | {"index.md": home.encode()}
    files |= share_pages(site, words, Home(title="The Tern"))
    files |= data_files(site, addresses_of(site), words, title="The Tern", description="", home="")
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


@contextmanager
def _built(root: Path, site: Site) -> Iterator[str]:
    _write(root, site, "en")
    build(root, root / "site")
    with served(root / "site") as address:
        yield address


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with _built(tmp_path_factory.mktemp("ferry"), ferry_site(3)) as address:
        yield address


@pytest.fixture(scope="module")
def thirty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with _built(tmp_path_factory.mktemp("thirty"), many_conflicts(ferry_site(3), 30)) as address:
        yield address


@pytest.fixture(scope="module")
def twelve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with _built(tmp_path_factory.mktemp("twelve"), one_against_all(ferry_site(12))) as address:
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
        for path in [*PAGES, *ALONE]:
            page.goto(address + path, wait_until="networkidle")
            page.evaluate("document.querySelectorAll('details').forEach(item => item.open = true)")
            found = Axe().run(page).response["violations"]
            assert [(path, item["id"], item["nodes"][0]["html"]) for item in found] == []


@pytest.mark.parametrize("path", [*PAGES, *ALONE])
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
        name.scroll_into_view_if_needed()
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
        assert page.locator(".px-entry:visible").count() == 2
        page.get_by_text("2 more names, only mentioned").click()
        assert page.locator(".px-entry:visible").count() == 4


@pytest.mark.parametrize(
    ("words", "first"),
    [("Brandvik", "person"), ("skipper", "How they put it"), ("steady", "Ilse Brandvik"), ("aground", "Event")],
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


def test_a_question_in_the_sidebar_leads_to_its_row(browser: Browser, address: str) -> None:
    with _page(browser) as page:
        page.goto(address + EVENT, wait_until="networkidle")
        page.locator("aside.px-disagree").get_by_role("link", name="How many people were on board").click()
        row = page.locator("th:target")
        assert "How many people were on board" in row.inner_text()
        assert page.evaluate("document.querySelector('th:target').getBoundingClientRect().top") < 900


def test_a_question_that_is_folded_away_opens(browser: Browser, address: str) -> None:
    with _page(browser) as page:
        page.goto(address + EVENT, wait_until="networkidle")
        page.locator("aside.px-disagree summary", has_text="1 point worded differently").click()
        page.locator("aside.px-disagree").get_by_role("link", name="What to call the captain").click()
        assert page.locator("li:target").get_by_text("skipper").is_visible()


def test_link_copies_the_address_of_a_disagreement(browser: Browser, address: str) -> None:
    with _page(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(address + EVENT, wait_until="networkidle")
        page.get_by_role("link", name="Link: How many people were on board").click()
        page.get_by_text("Copied").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == f"{address}{EVENT}#d-figure-people-on-board"


def test_cite_opens_a_page_with_the_address_and_the_day_and_its_way_back(browser: Browser, address: str) -> None:
    with _page(browser) as page:
        page.goto(address + EVENT, wait_until="networkidle")
        page.get_by_role("link", name="Cite: How many people were on board").click()
        page.wait_for_url("**/share/figure-people-on-board.html#cite")
        told = page.locator("#cite").inner_text()
        assert f"{address}{EVENT}#d-figure-people-on-board" in told
        assert "Retrieved 20" in told
        assert "https://post.example/news/tern" in told
        assert "<iframe" in page.locator("#embed").inner_text()
        page.get_by_role("link", name="Ferry Tern runs aground off Kelm").click()
        page.wait_for_url(f"{address}{EVENT}#d-figure-people-on-board")


def test_without_a_script_link_leads_there_and_cite_is_whole(browser: Browser, address: str) -> None:
    with _page(browser, java_script_enabled=False) as page:
        page.goto(address + EVENT)
        page.get_by_role("link", name="Link: How many people were on board").click()
        assert page.url.endswith("#d-figure-people-on-board")
        page.goto(address + ALONE[0])
        assert "Kelm Gazette" in page.locator("#cite").inner_text()


def test_on_a_phone_each_source_stands_at_its_words(browser: Browser, address: str) -> None:
    with _page(browser, PHONE) as page:
        page.goto(address + EVENT, wait_until="networkidle")
        cells = page.locator(".px-compared tbody tr").first.locator("td:visible")
        boxes = [cells.nth(number).bounding_box() for number in range(cells.count())]
        assert len(boxes) == 2
        assert boxes[0]
        assert boxes[1]
        assert boxes[1]["y"] >= boxes[0]["y"] + boxes[0]["height"]
        label = "getComputedStyle(document.querySelector('.px-compared td'), '::before').content"
        assert "Harbour Post" in page.evaluate(label)


def test_the_first_screen_holds_what_is_agreed_and_what_is_not(browser: Browser, address: str) -> None:
    with _page(browser) as page:
        page.goto(address + EVENT, wait_until="networkidle")
        for place in (".px-strip", ".px-how", ".px-brief .px-fact >> nth=0", ".px-asked > li >> nth=1"):
            box = page.locator(place).first.bounding_box()
            assert box
            assert box["y"] + box["height"] <= 900, place


def test_twelve_sources_pass_beside_the_first_column(browser: Browser, twelve: str) -> None:
    with _page(browser) as page:
        page.goto(twelve + EVENT, wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDE
        assert page.evaluate("(e => e.scrollWidth > e.clientWidth)(document.querySelector('.px-scroll'))")
        before = page.locator(".px-compared tbody th").first.bounding_box()
        page.evaluate("document.querySelector('.px-scroll').scrollLeft = 600")
        after = page.locator(".px-compared tbody th").first.bounding_box()
        assert before
        assert after
        assert abs(before["x"] - after["x"]) < 4
        found = Axe().run(page).response["violations"]
        assert [(item["id"], item["nodes"][0]["html"]) for item in found] == []


@pytest.mark.parametrize("which", ["address", "thirty", "twelve"])
def test_an_event_page_is_crossed_in_at_most_120_tab_stops(
    browser: Browser, request: pytest.FixtureRequest, which: str
) -> None:
    with _page(browser) as page:
        page.goto(request.getfixturevalue(which) + EVENT, wait_until="networkidle")
        assert page.evaluate(TAB_STOPS) <= 120


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("which", ["address", "thirty", "twelve"])
def test_an_event_page_prints_whole_on_at_most_four_sheets(
    browser: Browser, request: pytest.FixtureRequest, which: str, scheme: str
) -> None:
    with _page(browser, color_scheme=scheme) as page:
        page.goto(request.getfixturevalue(which) + EVENT, wait_until="networkidle")
        sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages]
        assert len(sheets) <= 4
        assert all(sheets)
        told = "".join(sheets)
        assert "https://post.example/news/tern" in told
        assert which != "thirty" or all(f"Question {number} of" in told for number in range(30))
        assert which != "twelve" or "Outlet Number 11, Outlet Number 12" in " ".join(told.split())
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.evaluate("getComputedStyle(document.querySelector('.px-question')).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("which", ["address", "thirty", "twelve"])
def test_the_sidebar_fits_one_screen_and_three_of_a_phone_reach_the_first_conflicts(
    browser: Browser, request: pytest.FixtureRequest, which: str
) -> None:
    for width, height in ((WIDE, 900), (PHONE, 3 * 844)):
        with _page(browser, width) as page:
            page.goto(request.getfixturevalue(which) + EVENT, wait_until="networkidle")
            last = page.locator("aside.px-disagree > :visible").last.bounding_box() if width == WIDE else None
            second = page.locator("aside .px-asked > li").nth(1).bounding_box()
            for box in filter(None, (last, second)):
                assert box["y"] + box["height"] <= height


@pytest.mark.parametrize("path", PAGES)
def test_no_column_stands_empty(browser: Browser, address: str, path: str) -> None:
    with _page(browser) as page:
        page.goto(address + path, wait_until="networkidle")
        for column in page.locator(".md-sidebar:visible").all():
            assert column.get_by_role("link").count() > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_colour_tells_stands_out_from_the_page(browser: Browser, address: str, scheme: str) -> None:
    luminance = """([element, property]) => {
      const dot = new OffscreenCanvas(1, 1).getContext("2d");
      dot.fillStyle = getComputedStyle(document.querySelector(element))[property];
      dot.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...dot.getImageData(0, 0, 1, 1).data].map(
        v => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b; }"""
    with _page(browser, color_scheme=scheme) as page:
        page.goto(address + EVENT, wait_until="networkidle")
        ground = page.evaluate(luminance, ["body", "backgroundColor"])
        for element, part in (
            (".px-apart .px-q mark", "borderBottomColor"),
            (".px-both mark", "borderBottomColor"),
            (".px-asked > li.px-hard", "borderLeftColor"),
            (".px-softer .px-asked > li", "borderLeftColor"),
            (".px-dot-own", "backgroundColor"),
            (".px-leans circle", "stroke"),
            (".px-leans path", "stroke"),
        ):
            lighter, darker = sorted((ground, page.evaluate(luminance, [element, part])), reverse=True)
            assert (lighter + 0.05) / (darker + 0.05) >= 3, (element, part)


def test_conflicts_are_chosen_alone(browser: Browser, address: str) -> None:
    with _page(browser) as page:
        page.goto(address + "disagreements/", wait_until="networkidle")
        page.get_by_label("Weight").select_option("Conflict")
        assert page.locator(".px-item:visible").count() == 2
        assert "hardness=Conflict" in page.url
