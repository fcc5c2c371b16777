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
_OF_ITS_OWN = ("h1", "h2", "time", "article", "address")
_AROUND = frozenset({"footer", "form", "figure", "button", "header"})
_LEAST_WORDS = 8
# Elements that style words within a line.
_STYLED = frozenset({"a", "b", "i", "em", "strong", "font", "span", "u", "s", "small", "big", "cite", "mark", "bdi"})
_LINE_BREAK = "\u2028"
_BROKEN_TWICE = re.compile(rf"{_LINE_BREAK}\s*{_LINE_BREAK}")
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
    bodies = [article, *_further(article)]
    everything = "".join(_key(block) for block in found)
    after: dict[str, list[str]] = {}
    last = ""
    for element, text in own:
        key = _key(text)
        if key in keys:
            last = key
        elif (element.tag not in _TEXT or key not in everything) and _belongs(element, text, bodies):
            after.setdefault(last, []).append(_marked(element, text))
    for parent in {own[n][0].getparent(): None for n in known}:
        links = [one_line(link.text_content()) or " " for link in parent.iter("a")]
        for before, text in _loose(parent, keys):
            linked = sum(len(link) for link in links if link in text)
            if linked < _LINKED * len(text) and _is_missing(text, everything):
                after.setdefault(before, []).append(text)
    return _merged(found, after)


def _loose(parent: HtmlElement, keys: set[str]) -> Iterator[tuple[str, str]]:
    """The text between found blocks that has no block of its own, each with the key of the found one before it.

    What comes after all of them is taken only where they have no blocks either: else it stands below an article.
    """
    last, run, is_loose = "", "", False
    waiting: list[tuple[str, str]] = []
    for piece in (*_pieces(parent), None):
        if isinstance(piece, str):
            run += piece
            continue
        for text in _BROKEN_TWICE.split(run):
            line = one_line(text)
            if line and _key(line) in keys:
                yield from waiting
                last, is_loose, waiting = _key(line), True, []
            elif line and last:
                waiting.append((last, line))
        run = ""
        inside = [key for _, text in _blocks(piece) if (key := _key(text)) in keys] if piece is not None else []
        if inside:
            yield from waiting
            last, is_loose, waiting = inside[-1], False, []
    if is_loose:
        yield from waiting


def _pieces(parent: HtmlElement) -> Iterator[str | HtmlElement]:
    """The words that stand in an element itself, styled or not, and the blocks between; a line break is one sign."""
    yield parent.text or ""
    for inner in parent:
        if inner.tag == "br":
            yield _LINE_BREAK
        elif inner.tag in _STYLED and not _SURROUNDINGS.search(_given_names(inner)):
            yield from _pieces(inner)
        elif isinstance(inner.tag, str):
            yield inner
        yield inner.tail or ""


def _is_missing(text: str, everything: str) -> bool:
    """Whether it is long enough to be text, a sentence, and neither its first nor its last words were found."""
    words = text.split()
    ends = [_key(" ".join(words[:_LEAST_WORDS])), _key(" ".join(words[-_LEAST_WORDS:]))]
    return len(words) >= _LEAST_WORDS and text[-1] in '.!?”"' and not any(key in everything for key in ends)


def _given_names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower().replace("_", " ")[:400]


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


def _further(article: HtmlElement) -> list[HtmlElement]:
    """What goes on with a body that an advertisement cuts in two: of its name, beside it, and headed by nothing."""
    around = article.getparent()
    if around is None or not article.get("class") or article.tag in {"article", "main", *_TEXT}:
        return []
    alike = [other for other in around.iterchildren(article.tag) if other.get("class") == article.get("class")]
    return [other for other in alike if other is not article and next(other.iter(*_OF_ITS_OWN), None) is None]


def _belongs(element: HtmlElement, text: str, bodies: Sequence[HtmlElement]) -> bool:
    article = bodies[0]
    for around in (element, *element.iterancestors(), None):
        if around in bodies:
            break
        if around is None:
            return False
        if is_beside(around) or around.tag in _AROUND or _SURROUNDINGS.search(_given_names(around)):
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
