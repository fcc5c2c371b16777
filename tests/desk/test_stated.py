"""What a page states is taken as written; what it does not state stays unknown."""

import json

import pytest
from lxml import html

from generator.desk.sources.stated import Statement, saved_from, statement


def stated(head: str = "", body: str = "", attributes: str = "") -> Statement:
    return statement(html.fromstring(f"<html {attributes}><head>{head}</head><body>{body}</body></html>"))


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_json_ld_is_read() -> None:
    found = stated(
        linked(
            headline="Pool &amp; gym to close",
            datePublished="2024-03-05T22:00:00-05:00",
            author=[{"@type": "Person", "name": "Ann Lee"}, "Bo Ek"],
            publisher={"name": "Harbour Gazette"},
            inLanguage="en-GB",
            url="https://gazette.example/pool",
        )
    )
    assert found == Statement(
        title="Pool & gym to close",
        outlet="Harbour Gazette",
        byline="Ann Lee, Bo Ek",
        published="2024-03-05",
        language="en-GB",
        url="https://gazette.example/pool",
    )


def test_meta_elements_are_read() -> None:
    found = stated(
        '<meta property="og:title" content="Pool to close">'
        '<meta property="og:site_name" content="Harbour Gazette">'
        '<meta name="author" content="By Ann Lee">'
        '<meta property="article:published_time" content="2024-03-05T10:00:00Z">'
        '<link rel="canonical" href="https://gazette.example/2024/pool">',
        attributes='lang="en"',
    )
    assert found == Statement(
        title="Pool to close",
        outlet="Harbour Gazette",
        byline="Ann Lee",
        published="2024-03-05",
        language="en",
        url="https://gazette.example/2024/pool",
    )


def test_marked_elements_are_read() -> None:
    found = stated(
        body='<h1>Pool to close</h1><p class="byline">By Ann Lee</p><time pubdate datetime="2024-03-05">5</time>'
    )
    assert (found.title, found.byline, found.published) == ("Pool to close", "Ann Lee", "2024-03-05")


@pytest.mark.parametrize(
    "head",
    [
        pytest.param('<link rel="canonical" href="https://gazette.example/2024/03/05/pool">', id="date in the address"),
        pytest.param('<meta property="article:modified_time" content="2024-03-09">', id="modification"),
        pytest.param('<meta name="date" content="05/03/2024">', id="day and month exchangeable"),
    ],
)
def test_not_a_publication_date(head: str) -> None:
    assert stated(head).published is None


def test_unread_date_is_reported() -> None:
    assert stated('<meta name="date" content="05/03/2024">').unread_date == "05/03/2024"


def test_not_an_outlet_from_the_domain() -> None:
    assert stated('<link rel="canonical" href="https://gazette.example/2024/pool">').outlet is None


def test_not_an_address_of_the_front_page() -> None:
    assert stated('<link rel="canonical" href="https://gazette.example/">').url is None


def test_not_an_address_of_another_scheme() -> None:
    assert stated('<link rel="canonical" href="javascript:alert(1)//x">').url is None


def test_not_an_author_that_is_a_link() -> None:
    assert stated('<meta property="article:author" content="https://social.example/ann">').byline is None


@pytest.mark.parametrize(
    ("body", "byline"),
    [
        (
            '<div class="byline">By <a rel="author">Ann Lee</a> and <a rel="author">Bo Ek</a>, 5 May</div>',
            "Ann Lee, Bo Ek",
        ),
        ('<span class="c-byline">by Ann Lee</span>', "Ann Lee"),
        ('<div itemprop="author"><b itemprop="name">Ann Lee</b></div>', "Ann Lee"),
        ('<div class="byline">By Ann Lee Published 5 May 2024, 10:30</div>', None),
        ('<div class="byline"><!-- --></div>', None),
    ],
)
def test_bylines_on_the_page(body: str, byline: str | None) -> None:
    assert stated(body=body).byline == byline


def test_not_one_of_several_articles() -> None:
    assert stated(linked(headline="One") + linked(headline="Two")).title is None


def test_saved_page_keeps_its_address() -> None:
    page = "<!-- saved from url=(0030)https://gazette.example/a-pool --><html><head></head><body>x</body></html>"
    assert saved_from(page) == "https://gazette.example/a-pool"


@pytest.mark.parametrize("script", ["{", "[" * 100_000, '[["@type"]]', "null", '{"@graph": [[]]}'])
def test_malformed_json_ld_is_passed_over(script: str) -> None:
    assert stated(f'<script type="application/ld+json">{script}</script>').title is None
