"""What a web page states about itself: title, outlet, byline, date, language and address.

Metadata extractors fill gaps by guessing (a date from the address, an outlet from the domain, a modification for a
publication) and tidy names. A page that shows sources must not, so only what stands in the page's own metadata or in
an element marked as byline or date is taken, as it is written. Vocabularies: schema.org, Open Graph, Dublin Core,
Highwire Press tags, Parse.ly.
"""

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from generator.content.fields import is_language, is_web_address
from generator.desk.sources.wording import one_line, stated_date
from generator.model.record import Record

_TITLES = ("og:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "twitter:title")
_OUTLETS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "publisher")
_BYLINES = ("author", "parsely-author", "dc.creator", "dcterms.creator", "citation_author", "byl", "article:author")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "citation_publication_date",
    "parsely-pub-date",
    "publish-date",
    "publishdate",
    "pubdate",
    "dc.date",
    "date",
)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)")
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_LONGEST_BYLINE = 120
_AUTHOR_PATHS = ("//*[@itemprop='author']//*[@itemprop='name']", "//*[@rel='author']")
# Around the name such an element often holds the date and the time: what has a digit is not the name alone.
_BYLINE_PATH = "//*[self::p or self::div or self::span or self::address][contains(@class, 'byline')]"


class Statement(Record, frozen=True):
    """What a page states; None for what it does not. `unread_date` is a date that could not be read in one way only."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    unread_date: str | None = None
    language: str | None = None
    url: str | None = None


def statement(tree: HtmlElement) -> Statement:
    """What the page `tree` states about itself."""
    meta, linked = _meta(tree), _article_data(tree)
    outlet = _first([_name(linked.get("publisher")), *_named(meta, _OUTLETS)])
    dates = [text for text in _dates(tree, meta, linked) if text]
    published = next((read for text in dates if (read := stated_date(text))), None)
    return Statement(
        title=_title(tree, meta, linked),
        outlet=outlet,
        byline=_byline(tree, meta, linked),
        published=published,
        unread_date=None if published or not dates else dates[0],
        language=_language(tree, linked),
        url=_address(tree, meta, linked),
    )


def _first(values: Sequence[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _named(meta: dict[str, list[str]], names: Sequence[str]) -> list[str]:
    return [value for name in names for value in meta.get(name, ())]


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    """The page's meta elements: contents by lower-case name."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if content := one_line(element.get("content")):
            found.setdefault(name.lower(), []).append(content)
    return found


def _article_data(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD description of the one article on the page; empty when there is none, or several."""
    nodes = [node for script in _json_scripts(tree) for node in _nodes(script) if _is_article(node)]
    headlines = {_plain(node.get("headline") or node.get("name")) for node in nodes}
    return nodes[0] if len(headlines) == 1 else {}


def _json_scripts(tree: HtmlElement) -> Iterator[object]:
    for element in tree.xpath("//script[@type='application/ld+json']"):
        try:
            yield json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):
            continue


def _nodes(data: object) -> list[dict[str, Any]]:
    """The top nodes of a JSON-LD document: the object, the objects of a list, those of its @graph."""
    listed = data if isinstance(data, list) else [data]
    nodes = [node for node in listed if isinstance(node, dict)]
    graphs = [node["@graph"] for node in nodes if isinstance(node.get("@graph"), list)]
    return nodes + [node for graph in graphs for node in graph if isinstance(node, dict)]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(("Article", "BlogPosting", "Report")) for kind in named)


def _plain(value: object) -> str | None:
    return one_line(html.unescape(value)) if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """The name in a schema.org value: a text, an object with a name, or a list of these."""
    if isinstance(value, list):
        return ", ".join(name for item in value if not isinstance(item, list) and (name := _name(item))) or None
    return _plain(value.get("name")) if isinstance(value, dict) else _plain(value)


def _title(tree: HtmlElement, meta: dict[str, list[str]], linked: dict[str, Any]) -> str | None:
    headings = [one_line(element.text_content()) for element in tree.iter("h1")]
    only = headings[0] if len(headings) == 1 else None
    titles = [one_line(element.text_content()) for element in tree.xpath("//head/title")]
    return _first([_plain(linked.get("headline")), *_named(meta, _TITLES), only, *titles])


def _byline(tree: HtmlElement, meta: dict[str, list[str]], linked: dict[str, Any]) -> str | None:
    stated = [_name(linked.get("author")), ", ".join(_named(meta, ("citation_author",))), *_named(meta, _BYLINES)]
    marked = [_texts(tree, path) for path in _AUTHOR_PATHS]
    shown = [line for line in _texts(tree, _BYLINE_PATH) if not any(c.isdigit() for c in line)]
    names = [
        _BY.sub("", name) for name in [*stated, *(", ".join(dict.fromkeys(found)) for found in marked), *shown] if name
    ]
    return next((name for name in names if _is_byline(name)), None)


def _texts(tree: HtmlElement, path: str) -> list[str]:
    texts = (one_line(element.text_content()) for element in tree.xpath(path))
    return [text for text in texts if text]


def _is_byline(name: str) -> bool:
    return len(name) <= _LONGEST_BYLINE and "://" not in name and "@" not in name and any(c.isalpha() for c in name)


def _dates(tree: HtmlElement, meta: dict[str, list[str]], linked: dict[str, Any]) -> list[str | None]:
    marked = tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]")
    shown = [element.get("datetime") or element.get("content") or element.text_content() for element in marked]
    return [_plain(linked.get("datePublished")), *_named(meta, _DATES), *(one_line(text) for text in shown)]


def _language(tree: HtmlElement, linked: dict[str, Any]) -> str | None:
    root = tree.getroottree().getroot()
    tags = [_plain(linked.get("inLanguage")), one_line(root.get("lang")), one_line(root.get("xml:lang"))]
    return next((tag.replace("_", "-") for tag in tags if tag and is_language(tag.replace("_", "-"))), None)


def _address(tree: HtmlElement, meta: dict[str, list[str]], linked: dict[str, Any]) -> str | None:
    """The address of the article itself: a canonical address that names no page of the site says nothing."""
    canonical = [one_line(element.get("href")) for element in tree.xpath("//link[@rel='canonical']")]
    comments = (_SAVED_FROM.search(comment.text or "") for comment in tree.xpath("/comment() | //head/comment()"))
    saved = [match[1] for match in comments if match]
    addresses = [*canonical, *_named(meta, ("og:url",)), _plain(linked.get("url")), *saved]
    return next((url for url in addresses if url and is_page(url)), None)


def is_page(url: str) -> bool:
    """Whether `url` is a web address of one page rather than of a whole site."""
    parts = urlsplit(url) if is_web_address(url) else None
    return parts is not None and bool(parts.path.strip("/") or parts.query)
