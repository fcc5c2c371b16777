"""A page's tree made ready to be read: what surrounds the article taken out, what only its looks say put into words."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

_TOKENS = re.compile(r"[a-z0-9]+")
_READERS = frozenset({"comment", "comments", "commentlist", "disqus", "respond", "replies", "discussion"})
_BESIDE = frozenset(
    {"sidebar", "related", "recirc", "recirculation", "recommended", "recommendations", "river", "trending", "popular"}
)
_OF_THE_STORY = frozenset({"pullquote", "quote", "infobox", "factbox", "box"})  # of what stands in an `aside`
_PAYWALL = frozenset({"piano", "metered"})
_WALL = re.compile(r"\w.*wall")  # "paywall", "subscribe-wall", and what else such names end in
_DROP_CAP = frozenset({"dropcap", "drop-cap", "initial", "lettrine", "dropcaps", "firstletter"})
_SUPERSCRIPT = re.compile(r"[+-]?\d{1,4}")
MANY_LINKED_HEADINGS = 4
MANY_CARDS = 8
_CARD_WORDS = range(4, 40)


def without_surroundings(tree: HtmlElement) -> bool:
    """Take what readers wrote, what stands beside the article and a paywall's offer out of `tree`.

    True when there was a paywall. A part that holds the article itself stays, whatever it is called.
    """
    walled = False
    for element in list(tree.iter("div", "section", "aside", "ol", "ul", "li", "form", "nav")):
        names = _names(element)
        if (names & _PAYWALL or any(map(_WALL.fullmatch, names))) and not _holds_article(element):
            walled = True
            _drop(element)
        elif is_beside(element) and not _holds_article(element):
            _drop(element)
    return walled


def is_beside(element: HtmlElement) -> bool:
    """Whether this holds what readers wrote, or what stands beside the article."""
    names = _names(element)
    if (element.get("itemtype") or "").endswith("Comment"):
        return True
    return bool(names & (_READERS | _BESIDE)) or (element.tag in {"nav", "aside"} and not names & _OF_THE_STORY)


def _names(element: HtmlElement) -> frozenset[str]:
    """The words that its class and id are made of."""
    given = f"{element.get('class') or ''} {element.get('id') or ''}".lower()[:400]
    whole = frozenset(given.split())
    return whole | (frozenset(_TOKENS.findall(given)) if len(whole) < 12 else frozenset())


def _holds_article(element: HtmlElement) -> bool:
    return next(element.iter("article", "h1", "main"), None) is not None and element.tag != "aside"


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def with_signs(tree: HtmlElement) -> None:
    """Put into words what only the looks say: quotation marks, raised figures, an initial that is a picture."""
    for quote, depth in [(quote, sum(1 for _ in quote.iterancestors("q"))) for quote in tree.iter("q")]:
        _around(quote, *("“”", "‘’")[depth % 2])
    for raised in list(tree.iter("sup")):
        is_power = _SUPERSCRIPT.fullmatch(raised.text_content().strip()) and next(raised.iter("a"), None) is None
        _around(raised, "^" if is_power else "", "")
    for lowered in list(tree.iter("sub")):
        _around(lowered, "", "")
    for picture in list(tree.iter("img")):
        letter = (picture.get("alt") or "").strip()
        if len(letter) == 1 and letter.isalpha() and _is_initial(picture):
            picture.tail = letter + (picture.tail or "").lstrip()
            picture.drop_tree()
    for block in list(tree.iter("div", "p", "span")):
        letter = block.text_content().strip() if len(block) < 3 else ""
        if len(letter) == 1 and letter.isalpha() and _is_initial(block):
            _joined_to_what_follows(block, letter)
    for row in list(tree.iter("td", "th")):
        for item in list(row.iter("li", "ul", "ol")):
            item.tail = " " + (item.tail or "")
            item.drop_tag()


def _is_initial(element: HtmlElement) -> bool:
    names = _names(element)
    return bool(names & _DROP_CAP) or {"drop", "cap"} <= names


def _around(element: HtmlElement, before: str, after: str) -> None:
    """The element's words between the two signs, and the element itself gone."""
    element.text = before + (element.text or "")
    element.tail = after + (element.tail or "")
    element.drop_tag()


def _joined_to_what_follows(block: HtmlElement, letter: str) -> None:
    following = block.getnext()
    if block.tail and block.tail.strip():
        block.tail = letter + block.tail.lstrip()
    elif following is not None and (following.text or "").lstrip()[:1].islower():
        following.text = letter + (following.text or "").lstrip()
    else:
        return
    block.drop_tree()


def linked_headings(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Headings that are nothing but a link: those of a list of articles."""
    for heading in tree.iter("h2", "h3"):
        words = " ".join(heading.text_content().split())
        links = [" ".join(link.text_content().split()) for link in heading.iter("a") if link.get("href")]
        around = heading.getparent()
        linked = links == [words] or (around is not None and around.tag == "a")
        if words and linked:
            yield heading


def cards(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Links that are as long as headlines, outside what stands beside an article: those of a front page."""
    for link in tree.iter("a"):
        around = link.getparent()
        alone = around is not None and around.tag not in {"p", "li", "td"}
        alone = alone and not any(is_beside(above) for above in link.iterancestors())
        if link.get("href") and alone and len(link.text_content().split()) in _CARD_WORDS:
            yield link
