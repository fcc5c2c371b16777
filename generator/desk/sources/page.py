"""A web page to an article as found: trafilatura finds the text, `stated` what the page says of itself."""

import re
from copy import deepcopy

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document
from trafilatura.utils import load_html

from generator.content.articles.roles import paragraphs
from generator.desk.found import MAX_BYTES, Found, UnreadableError
from generator.desk.sources.encoding import decoded_as, stated_in
from generator.desk.sources.layout import (
    MANY_CARDS,
    MANY_LINKED_HEADINGS,
    cards,
    linked_headings,
    with_signs,
    without_surroundings,
)
from generator.desk.sources.stated import Statement, saved_from, statement
from generator.desk.sources.whole import whole
from generator.desk.sources.wording import body, one_line, printable

_TEASER_WORDS = 25
_WALL = re.compile(
    r"\b(?:subscribe|log ?in|sign ?(?:in|up)|register)(?: now| here)? to (?:continue|keep|finish) reading\b|"
    r"\bthis (?:article|story|content) is (?:only )?(?:for|available to|reserved for) (?:our |paying )?"
    r"(?:subscribers|members)\b",
    re.I,
)
# The headlines of what comes in place of a page.
_NO_PAGE = re.compile(
    r"^(?:error )?(?:40[0-9]|50[0-9])\b|\bpage (?:was |is |could |can)? ?not (?:be )?found\b|"
    r"^(?:not found|access denied|just a moment|are you a (?:robot|human)|before you continue)\b|"
    r"^(?:log|sign) ?in\s*(?:$|[|–-])",
    re.I,
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")  # lxml refuses to read a text that states an encoding
_MANY_ATTRIBUTES = re.compile(
    r"(<[a-zA-Z][\w-]*+(?:\s++[^\s=<>\"']++(?:=(?:\"[^\"]*+\"|'[^']*+'|[^\s<>\"']*+))?+){200})[^<>]*+>"
)
_BLOCKS = frozenset({"p", "head", "item", "quote", "row", "code", "ab"})
_LINE_BREAK = "\u2028"
_MARKS = {"head": "## ", "item": "- "}


def read_page(data: bytes | str, origin: str, *, address: str | None = None, charset: str = "") -> Found:
    """The article on an HTML page; `address` is where it was fetched from, `charset` what its sender said, if any did.

    Raises UnreadableError when the page holds no article text, or is a list of articles.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableError(f"the page is larger than {MAX_BYTES // 1_000_000} MB")
    text = data if isinstance(data, str) else decoded_as(data, charset or stated_in(data))
    text = _MANY_ATTRIBUTES.sub(r"\1>", text)  # reading absurdly many of one element takes their square
    tree = load_html(_DECLARATION.sub("", text), MAX_BYTES)
    if tree is None:
        raise UnreadableError("this is not HTML")
    stated = statement(tree)
    if _is_list(tree):
        raise UnreadableError("this is a list of articles: name the addresses or the files of the articles themselves")
    if any(_NO_PAGE.search(one_line(element.text_content()) or "") for element in tree.iter("title", "h1")):
        raise UnreadableError("there is no article here: what a server sends in place of a page (an error, a check)")
    walled = without_surroundings(tree)
    told = body(_without_title(page_text(tree), stated.title))
    if {paragraph.role for paragraph in paragraphs(told, stated.title)} <= {"boilerplate", "headline"}:
        raise UnreadableError("there is no article text on the page, only what stands around one (an offer, a form)")
    return Found(
        origin=origin,
        text=told,
        title=stated.title,
        outlet=stated.outlet,
        byline=stated.byline,
        published=stated.published,
        updated=stated.updated,
        url=stated.url or saved_from(text) or address,
        language=stated.language,
        remarks=_remarks(stated, walled=walled or not stated.free or _WALL.search(told) is not None),
    )


def _is_list(tree: HtmlElement) -> bool:
    """Whether the page lists articles: many headings are links, and it does not say that it is an article."""
    says = [meta.get("content") for meta in tree.iter("meta") if meta.get("property") == "og:type"]
    headed = sum(1 for _ in linked_headings(tree)) >= MANY_LINKED_HEADINGS
    sentences = sum(len(element.text_content().split()) > _TEASER_WORDS // 2 for element in tree.iter("p"))
    many = headed or sum(1 for _ in cards(tree)) >= max(MANY_CARDS, sentences)
    return many and says[:1] != ["article"] and not _long_text(tree)


def _long_text(tree: HtmlElement) -> bool:
    """Whether three long paragraphs follow one another anywhere: no list of articles has them."""
    row = 0
    for element in tree.iter("p", "h2", "h3"):
        row = row + 1 if element.tag == "p" and len(element.text_content().split()) > _TEASER_WORDS else 0
        if row == 3:
            return True
    return False


def _remarks(stated: Statement, *, walled: bool = False) -> tuple[str, ...]:
    remarks = []
    if stated.unread_date is not None:
        remarks.append(
            f"the page gives its date as {stated.unread_date[:60]!r}, which can be read in several ways or in none"
        )
    if walled:
        remarks.append("the page has a paywall: this may be only the beginning of the article")
    return tuple(remarks)


def _without_title(text: str, title: str | None) -> str:
    """`text` without the headline that it begins with: the front matter holds it."""
    first, _, rest = text.partition("\n\n")
    return rest if title and first.removeprefix("## ").casefold() == title.casefold() else text


def page_text(tree: HtmlElement) -> str:
    """The article's text as the page has it, a blank line between blocks; "" when none is found."""
    with_signs(tree)
    kept = deepcopy(tree)
    document = bare_extraction(tree, include_comments=False, include_links=False, include_formatting=False)
    if not isinstance(document, Document) or document.body is None:
        return ""
    return printable("\n\n".join(whole(kept, _blocks(document.body))))


def _blocks(element: HtmlElement) -> list[str]:
    """The text of each block in reading order: list items and table rows stand for themselves."""
    if not any(inner.tag in _BLOCKS for inner in element.iterdescendants()):
        return _marked(element)
    blocks = [one_line(element.text)]
    for inner in element:
        blocks += _blocks(inner)
        blocks.append(one_line(inner.tail))
    return [block for block in blocks if block]


def _marked(element: HtmlElement) -> list[str]:
    """The lines of one block, a heading and a list item with their Markdown marks."""
    for line_break in element.iter("lb"):
        line_break.tail = _LINE_BREAK + (line_break.tail or "")
    between = " " if element.tag == "row" else ""
    lines = [one_line(line) for line in between.join(element.itertext()).split(_LINE_BREAK)]
    mark = _MARKS.get(element.tag, "")
    return [mark + line for line in lines if line]
