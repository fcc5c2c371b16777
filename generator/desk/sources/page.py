"""A web page to an article as found: trafilatura finds the text, `stated` what the page says of itself."""

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document
from trafilatura.utils import load_html

from generator.desk.found import MAX_BYTES, Found, UnreadableError
from generator.desk.sources.stated import Statement, statement
from generator.desk.sources.wording import body, one_line, printable

_BLOCKS = frozenset({"p", "head", "item", "quote", "row", "code", "ab"})
_LINE_BREAK = "\u2028"
_MARKS = {"head": "## ", "item": "- "}


def read_page(data: bytes | str, origin: str, *, address: str | None = None) -> Found:
    """The article on an HTML page; `address` is where it was fetched from, if it was.

    Raises UnreadableError when the page holds no article text.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableError(f"the page is larger than {MAX_BYTES // 1_000_000} MB")
    tree = load_html(data, MAX_BYTES)
    if tree is None:
        raise UnreadableError("this is not HTML")
    stated = statement(tree)
    return Found(
        origin=origin,
        text=body(_without_title(page_text(tree), stated.title)),
        title=stated.title,
        outlet=stated.outlet,
        byline=stated.byline,
        published=stated.published,
        url=stated.url or address,
        language=stated.language,
        remarks=_remarks(stated),
    )


def _remarks(stated: Statement) -> tuple[str, ...]:
    if stated.unread_date is None:
        return ()
    return (f"the page gives its date as {stated.unread_date[:60]!r}, which can be read in more than one way",)


def _without_title(text: str, title: str | None) -> str:
    """`text` without the headline that it begins with: the front matter holds it."""
    first, _, rest = text.partition("\n\n")
    return rest if title and first.removeprefix("## ").casefold() == title.casefold() else text


def page_text(tree: HtmlElement) -> str:
    """The article's text as the page has it, a blank line between blocks; "" when none is found."""
    document = bare_extraction(tree, include_comments=False, include_links=False, include_formatting=False)
    if not isinstance(document, Document) or document.body is None:
        return ""
    return printable("\n\n".join(_blocks(document.body)))


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
