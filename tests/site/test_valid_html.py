"""What we write between the theme's tags is valid HTML: no parse errors, and ids that are unique in their page.

html5lib reports what the parsing rules of the HTML standard call an error; content models are the work of html-validate
and the Nu checker, which are no part of the project (docs/architecture.md says how they were run).
"""

import re
from collections import Counter
from pathlib import Path

import html5lib
import pytest

from tests.website import document, own_pages, pages

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("built")]

ALONE = ("share", "embed")  # pages without a theme
ARTICLE = re.compile(r'<article class="md-content__inner[^>]*>(.*)</article>', re.DOTALL)


def _errors(markup: str) -> list[str]:
    """The parse errors of what stands in a page's <main>, each with its line."""
    parser = html5lib.HTMLParser()
    parser.parse(f"<!doctype html><html><head><title>Page</title></head><body><main>{markup}</main></body></html>")
    return [f"line {line}: {code} {data}" for (line, _), code, data in parser.errors]


def _articles(site: Path) -> dict[str, str]:
    """What we wrote of each page, by the page's path."""
    found = {
        str(p.relative_to(site)): ARTICLE.search(p.read_text(encoding="utf-8"))
        for p in own_pages(site)
        if p.parent.name not in ALONE
    }
    assert all(found.values())
    return {path: match[1] for path, match in found.items() if match}


@pytest.mark.parametrize(
    "broken",
    [
        "<p><div></div></p>",
        "<span></p></span>",
        "<b><i></b></i>",
        "<a href=#x><a href=#y></a></a>",
        "<p id=x id=y></p>",
    ],
)
def test_what_is_not_html_is_noticed(broken: str) -> None:
    assert _errors("<p>sound</p>") == []
    assert _errors(broken) != []


def test_every_article_parses_without_an_error(built_site: Path) -> None:
    articles = _articles(built_site)
    assert len(articles) > 20
    assert {path: errors for path, markup in articles.items() if (errors := _errors(markup))} == {}


def test_ids_are_unique_in_their_page(built_site: Path) -> None:
    for path in pages(built_site):
        ids = Counter(element.get("id") for element in document(path).iter() if element.get("id") is not None)
        assert [id_ for id_, count in ids.items() if count > 1 or not id_] == [], path


def test_no_list_of_positions_names_two_sources_alike(built_site: Path) -> None:
    for path in pages(built_site):
        for list_ in document(path).iter("dl"):
            names = ["".join(term.itertext()).strip() for term in list_.iter("dt")]
            assert len(set(names)) == len(names), (path, names)
