"""What a reader of pages left out of an article, put back in its place: a second half, a heading, the hour of an entry.

Extractors choose one container of text. Whatever else stands in the same article, and is text by its length and its
looks, belongs to it; to leave it out without a word would be to cut somebody's story.
"""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from generator.desk.sources.layout import is_beside
from generator.desk.sources.wording import one_line

_TEXT = frozenset({"p", "li", "dt", "dd", "blockquote", "pre"})
_HEADINGS = frozenset({"h2", "h3", "h4"})
_AROUND = frozenset({"footer", "form", "figure", "button", "header"})
_LEAST_WORDS = 8
_LINKED = 0.5  # of a block's characters: above this it is a list of links
_SURROUNDINGS = re.compile(
    r"\b(?:related|share|sharing|social|newsletter|promo|teaser|card|byline|author|caption|credit|tags?|breadcrumb|footer|"
    r"advert|ad|ads|sponsored?|subscri\w+|paywall|signup|meta|toolbar|copyright|disclaimer|bio|nav)\b"
)


def whole(tree: HtmlElement, found: Sequence[str]) -> list[str]:
    """The blocks `found` in `tree`, with those of the same article that are missing at their places."""
    for line_break in tree.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"
    keys = {_key(block) for block in found}
    own = [(element, text) for element, text in _blocks(tree) if text]
    known = [n for n, (_, text) in enumerate(own) if _key(text) in keys]
    if not known:
        return list(found)
    article = _container([own[n][0] for n in known])
    everything = "".join(_key(block) for block in found)
    after: dict[str, list[str]] = {}
    last = ""
    for element, text in own:
        key = _key(text)
        if key in keys:
            last = key
        elif (element.tag not in _TEXT or key not in everything) and _belongs(element, text, article):
            after.setdefault(last, []).append(_marked(element, text))
    return _merged(found, after)


def _merged(found: Sequence[str], after: dict[str, list[str]]) -> list[str]:
    blocks = after.pop("", [])
    for block in found:
        blocks += [block, *after.pop(_key(block), [])]
    while blocks and blocks[-1].startswith("## "):
        blocks.pop()
    return blocks


def _key(text: str) -> str:
    return "".join(re.findall(r"\w+", text.casefold()))


def _blocks(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Each block of text with its words, in reading order; a block within another stands for itself."""
    for element in tree.iter(*_TEXT, *_HEADINGS, "time"):
        inner = any(inner.tag in _TEXT for inner in element.iterdescendants())
        if not inner:
            yield element, one_line(element.text_content()) or ""


def _container(elements: Sequence[HtmlElement]) -> HtmlElement:
    """The article that holds them all: the nearest `article` or `main` around them, else what they have in common."""
    first, *others = elements
    for around in first.iterancestors():
        inside = all(around in set(other.iterancestors()) for other in others[:1] + others[-1:])
        if inside and around.tag in {"article", "main"}:
            return around
    around = first.getparent()
    return first if around is None else around


def _belongs(element: HtmlElement, text: str, article: HtmlElement) -> bool:
    for around in (element, *element.iterancestors(), None):
        if around is article:
            break
        if around is None:
            return False
        given = f"{around.get('class') or ''} {around.get('id') or ''}".lower().replace("_", " ")[:400]
        if is_beside(around) or around.tag in _AROUND or _SURROUNDINGS.search(given):
            return False
    if element.tag == "time" or element.tag in _HEADINGS:
        return _opens_an_entry(element, article)
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    return len(text.split()) >= _LEAST_WORDS and linked < _LINKED * len(text)


def _opens_an_entry(element: HtmlElement, article: HtmlElement) -> bool:
    """Whether this heading or hour stands over text of its own: in an entry of a live blog, or a section."""
    around = element.getparent()
    if around is None or (around is article and element.tag == "time"):
        return False
    if next(element.iter("a"), None) is not None:
        return False
    return any(len(block.text_content().split()) >= _LEAST_WORDS for block in around.iter("p"))


def _marked(element: HtmlElement, text: str) -> str:
    return {"li": f"- {text}"}.get(str(element.tag), f"## {text}" if element.tag in _HEADINGS else text)
