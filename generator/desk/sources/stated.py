"""What a web page states about itself: title, outlet, byline, date, language and address.

Metadata extractors fill gaps by guessing (a date from the address, an outlet from the domain, a modification for a
publication) and tidy names. A page that shows sources must not, so only what stands in the page's own metadata or in
an element marked as byline or date is taken, as it is written. Vocabularies: schema.org, Open Graph, Dublin Core,
Highwire Press tags, Parse.ly.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from generator.content.fields import is_language, is_web_address
from generator.desk.copies import page_key
from generator.desk.sources.layout import is_beside
from generator.desk.sources.wording import one_line, stated_date, unescaped
from generator.model.record import Record

_TITLES = ("og:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "twitter:title")
_OUTLETS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "publisher")
_BYLINES = ("citation_author", "author", "parsely-author", "dc.creator", "dcterms.creator", "byl", "article:author")
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
_CHANGES = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
# Comments of browsers ("saved from url=(0030)…") and of SingleFile ("url: …").
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)|SingleFile\s+url:\s*(https?://\S+)")
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_LONGEST_BYLINE = 120
_STORY_PARAGRAPHS = 3
_AUTHOR_PATHS = ("//*[@itemprop='author']//*[@itemprop='name']", "//*[@rel='author']")
# Around the name such an element often holds the date and the time: what has a digit is not the name alone.
_BYLINE_PATH = "//*[self::p or self::div or self::span or self::address][contains(@class, 'byline')]"


class Statement(Record, frozen=True):
    """What a page states; None for what it does not.

    `unread_date` is a date that could not be read in one way only; `free` is False where the page says that it is not.
    """

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    unread_date: str | None = None
    language: str | None = None
    url: str | None = None
    free: bool = True


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
        updated=_updated(meta, linked, published),
        unread_date=None if published or not dates else dates[0],
        language=_language(tree, linked),
        url=_address(tree, meta, linked),
        free=str(linked.get("isAccessibleForFree", True)).lower() != "false",
    )


def _first(values: Sequence[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _named(meta: dict[str, list[str]], names: Sequence[str]) -> list[str]:
    return [value for name in names for value in meta.get(name, ())]


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    """The page's meta elements: contents by lower-case name; those of a comment, or of what stands beside, left out."""
    found: dict[str, list[str]] = {}
    for element in _own(tree, tree.iter("meta")):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if content := _plain(element.get("content")):
            found.setdefault(name.lower(), []).append(content)
    return found


def _article_data(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD description of the one article on the page; empty when there is none, or several, or another's.

    What it only refers to by an `@id` is put in.
    """
    listed = [node for script in _json_scripts(tree) for node in _nodes(script)]
    nodes = [node for node in listed if _is_article(node) and not _is_of_another(node, tree)]
    headlines = {_plain(node.get("headline") or node.get("name")) for node in nodes}
    if len(headlines) != 1:
        return {}
    known = {node["@id"]: node for node in listed if isinstance(node.get("@id"), str)}
    return {key: _resolved(value, known) for key, value in nodes[0].items()}


def _is_of_another(node: dict[str, Any], tree: HtmlElement) -> bool:
    """Whether it describes another article than this page's: at another address, or under another headline."""
    canonical = [one_line(element.get("href")) for element in tree.xpath("//link[@rel='canonical']")]
    main = node.get("mainEntityOfPage")
    stated = [node.get("url"), main.get("@id") if isinstance(main, dict) else main]
    own = {page_key(url) for url in canonical if url and is_page(url)}
    its = {page_key(url) for url in map(_plain, stated) if url and is_page(url)}
    if own and its:
        return not own & its
    headings = [one_line(element.text_content()) for element in tree.iter("h1")]
    headline = _plain(node.get("headline"))
    if len(headings) != 1 or not headings[0] or not headline:
        return False
    first, second = (set(re.findall(r"\w{3,}", text.casefold())) for text in (headings[0], headline))
    return bool(first and second and not first & second and not own & its)


def _resolved(value: Any, known: dict[str, dict[str, Any]]) -> Any:
    """The value with what it only names by `@id`, two levels of lists down, in its place."""
    if isinstance(value, list):
        return [_resolved(item, known) if not isinstance(item, list) else item for item in value]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"} and isinstance(value.get("@id"), str):
        return known.get(value["@id"], value)
    return value


# Around the JSON some pages leave the wrappings of older times; within it commas and remarks that JSON has not.
_WRAPPING = re.compile(
    r"^[\s;]*(?:(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?|<!--)|(?:(?://|/\*)?\s*\]\]>\s*(?:\*/)?|-->)[\s;]*$"
)
_LOOSE = re.compile(r'"(?:[^"\\]|\\.)*+"|//[^\n]*|/\*.*?\*/|,(?=\s*[}\]])', re.DOTALL)


def _json_scripts(tree: HtmlElement) -> Iterator[object]:
    for element in tree.xpath("//script[contains(@type, 'ld+json')]"):
        text = _WRAPPING.sub("", element.text or "").strip().rstrip(";")
        for form in (text, _LOOSE.sub(lambda match: match[0] if match[0].startswith('"') else "", text)):
            try:
                yield json.loads(form, strict=False)
            except (ValueError, RecursionError):
                continue
            break


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
    """A stated text without entities: some programs escape what is escaped already."""
    return unescaped(value) if isinstance(value, str) else None


def _name(value: object, depth: int = 0) -> str | None:
    """The name in a schema.org value: a text, an object with a name or the parts of one, or a list of these."""
    if isinstance(value, list):
        names = (_name(item, depth + 1) for item in value) if depth < 4 else ()
        return ", ".join(dict.fromkeys(name for name in names if name)) or None
    if not isinstance(value, dict):
        return _plain(value)
    named = value.get("name")
    if isinstance(named, dict) and depth < 4:
        return _name(named, depth + 1)
    parts = [_plain(value.get(part)) for part in ("givenName", "familyName")]
    return (_plain(named[0] if isinstance(named, list) and named else named)) or " ".join(filter(None, parts)) or None


def _persons(value: object) -> object:
    """The authors that are people, where any of them is said to be an organisation."""
    flat = [value] if not isinstance(value, list) else [x for y in value for x in (y if isinstance(y, list) else [y])]
    return [author for author in flat if not (isinstance(author, dict) and "Organization" in str(author.get("@type")))]


def _title(tree: HtmlElement, meta: dict[str, list[str]], linked: dict[str, Any]) -> str | None:
    headings = [one_line(element.text_content()) for element in tree.iter("h1")]
    only = headings[0] if len(headings) == 1 else None
    titles = [one_line(element.text_content()) for element in tree.xpath("//head/title")]
    return _first([_plain(linked.get("headline")), *_named(meta, _TITLES), only, *titles])


def _byline(tree: HtmlElement, meta: dict[str, list[str]], linked: dict[str, Any]) -> str | None:
    named = [", ".join(dict.fromkeys(filter(_is_byline, meta.get(name, ())))) for name in _BYLINES]
    stated = [_name(_persons(linked.get("author"))), *named]
    marked = [", ".join(dict.fromkeys(_texts(tree, path))) for path in _AUTHOR_PATHS]
    shown = [_after_by(line) for line in _texts(tree, _BYLINE_PATH)]
    names = [_BY.sub("", name) for name in [*stated, *marked, *shown, _name(linked.get("author"))] if name]
    return next((name for name in names if _is_byline(name)), None)


def _after_by(line: str) -> str:
    """The name in a line that holds the day and the hour as well, "" when it cannot be told from them."""
    if any(c.isdigit() for c in line):
        line = line.rpartition(" by ")[2] if " by " in line else ""
    return "" if any(c.isdigit() for c in line) else line


def _texts(tree: HtmlElement, path: str) -> list[str]:
    texts = (one_line(element.text_content()) for element in _own(tree, tree.xpath(path)))
    return [text for text in texts if text]


def _own(tree: HtmlElement, elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    """The elements that stand neither in what readers wrote nor beside the article."""
    story = _story(tree.getroottree().getroot())
    return [element for element in elements if not _is_elsewhere(element, story)]


def _is_elsewhere(element: HtmlElement, story: HtmlElement | None) -> bool:
    """Whether it stands in what readers wrote, or beside the `story`: behind it, or in another within it."""
    around = [element, *element.iterancestors()]
    if any(map(is_beside, around)):
        return True
    if story is None:
        return False
    if story not in around:
        over = [story, *story.iterancestors()]
        branch = next(part for part in around if part.getparent() in over)
        parent = branch.getparent()
        return bool(parent.index(branch) > parent.index(over[over.index(parent) - 1]))
    return any(inner.tag == "article" and not _is_long(inner) for inner in around[: around.index(story)])


def _story(tree: HtmlElement) -> HtmlElement | None:
    """The least part of the page that holds its headline and a text, else its first article."""
    articles = list(tree.iter("article"))
    around = [*(above for heading in tree.iter("h1") for above in heading.iterancestors()), *articles[:1]]
    return next((part for part in around if part.tag not in ("html", "body") and _is_long(part)), None)


def _is_long(part: HtmlElement) -> bool:
    return sum(1 for _ in part.iter("p")) >= _STORY_PARAGRAPHS


def _is_byline(name: str) -> bool:
    return len(name) <= _LONGEST_BYLINE and "://" not in name and "@" not in name and any(c.isalpha() for c in name)


def _dates(tree: HtmlElement, meta: dict[str, list[str]], linked: dict[str, Any]) -> list[str | None]:
    marked = _own(tree, tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]"))
    shown = [element.get("datetime") or element.get("content") or element.text_content() for element in marked]
    return [_plain(linked.get("datePublished")), *_named(meta, _DATES), *(one_line(text) for text in shown)]


def _updated(meta: dict[str, list[str]], linked: dict[str, Any], published: str | None) -> str | None:
    """The day of the last change that the page states, if it is another day than that of publication."""
    texts = [_plain(linked.get("dateModified")), *_named(meta, _CHANGES)]
    found = next((read for text in texts if text and (read := stated_date(text))), None)
    return found if found != published else None


def _language(tree: HtmlElement, linked: dict[str, Any]) -> str | None:
    root = tree.getroottree().getroot()
    tags = [_plain(linked.get("inLanguage")), one_line(root.get("lang")), one_line(root.get("xml:lang"))]
    return next((tag.replace("_", "-") for tag in tags if tag and is_language(tag.replace("_", "-"))), None)


def _address(tree: HtmlElement, meta: dict[str, list[str]], linked: dict[str, Any]) -> str | None:
    """The address of the article itself: a canonical address that names no page of the site says nothing."""
    canonical = [one_line(element.get("href")) for element in tree.xpath("//link[@rel='canonical']")]
    addresses = [*canonical, *_named(meta, ("og:url",)), _plain(linked.get("url"))]
    return next((url for url in addresses if url and is_page(url)), None)


def saved_from(page: str) -> str | None:
    """The address that a browser, or SingleFile, wrote into a comment at the head of the page it saved."""
    match = _SAVED_FROM.search(page[:4096])
    address = (match[1] or match[2]) if match else None
    return address if address and is_page(address) else None


def is_page(url: str) -> bool:
    """Whether `url` is a web address of one page rather than of a whole site."""
    parts = urlsplit(url) if is_web_address(url) else None
    return parts is not None and bool(parts.path.strip("/") or parts.query)
