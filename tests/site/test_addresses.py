"""Addresses are safe, distinct, and lead to the exact words."""

import msgspec
import pytest

from generator.matching.slug import LONGEST, slug
from generator.model.site import Site
from generator.model.text import Article, Passage
from generator.site import addresses
from tests.sites import ferry_site


def _renamed(site: Site, *ids: str) -> Site:
    articles = tuple(msgspec.structs.replace(site.articles[0], id=id_) for id_ in ids)
    return msgspec.structs.replace(site, articles=articles)


def test_two_ids_with_one_slug_have_two_addresses_whatever_their_order() -> None:
    site = ferry_site()
    there = addresses.addresses_of(_renamed(site, "A story", "a-story", "other")).sources
    back = addresses.addresses_of(_renamed(site, "other", "a-story", "A story")).sources
    assert there["A story"] != there["a-story"]
    assert there == {id_: back[id_] for id_ in there}
    assert there["other"] == "sources/other.md"


def test_which_pages_there_are_is_reckoned_once() -> None:
    made = addresses.addresses_of(ferry_site())
    assert made.actor_pages is made.actor_pages
    assert made.event_pages is made.event_pages


def test_a_page_called_index_does_not_take_the_place_of_the_index() -> None:
    assert addresses.addresses_of(_renamed(ferry_site(), "index")).sources["index"] != addresses.SOURCES


@pytest.mark.parametrize("text", ["../../etc/passwd", "東京の話", "x" * 5000, "", "a b?c#d", "Ærø & Ⅳ"])
def test_any_id_makes_a_short_safe_file_name(text: str) -> None:
    name = slug(text)
    assert name == "".join(c for c in name if c.isascii() and (c.isalnum() or c == "-"))
    assert 0 < len(name) <= LONGEST + 9


def test_different_long_texts_keep_different_slugs() -> None:
    assert slug("x" * 100 + "a") != slug("x" * 100 + "b")


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("actors/a.md", "events/e.md", "../actors/a.md"),
        ("actors/a.md", "actors/a.md", "a.md"),
        ("actors/a.md#x", "actors/a.md", "#x"),
        ("events/e.md#d-1", "index.md", "events/e.md#d-1"),
        ("index.md", "deep/er/page.md", "../../index.md"),
    ],
)
def test_links_are_relative_to_their_page(target: str, page: str, expected: str) -> None:
    assert addresses.relative(target, page=page) == expected


def test_an_address_with_markup_in_it_is_refused() -> None:
    with pytest.raises(ValueError, match="unsafe"):
        addresses.relative('a.md" onclick="x', page="index.md")


def _article(url: str | None) -> Article:
    return Article(id="a", path="a.md", body="It rained, well-nigh & all day.", url=url)


def test_the_original_opens_at_the_quoted_words() -> None:
    article = _article("https://news.example/a?b=1&c=(2)#part")
    link = addresses.original(article, article.passage(0, len(article.body)))
    assert link == (
        "https://news.example/a?b=1&amp;c=%282%29#part:~:text=It%20rained%2C%20well%2Dnigh%20%26%20all%20day."
    )


def test_a_long_quotation_is_looked_for_by_its_ends() -> None:
    quote = "one two three four five six seven eight nine ten"
    passage = Passage(article="a", start=0, end=len(quote), quote=quote)
    link = addresses.original(_article("https://news.example/"), passage)
    assert link == "https://news.example/#:~:text=one%20two%20three%20four,seven%20eight%20nine%20ten"


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "data:text/html,x", "//host/x", "https://", "file:///etc", "http://[::1"]
)
def test_what_is_no_web_address_is_no_link(url: str | None) -> None:
    assert addresses.original(_article(url)) is None


@pytest.mark.parametrize("url", ["https://e.example/<script>", 'https://e.example/"x"', "https://e.example/a b\nc"])
def test_a_hostile_web_address_is_escaped(url: str) -> None:
    link = addresses.original(_article(url))
    assert link is None or not set(link) & set("<>\" \n'`()[]{}")
