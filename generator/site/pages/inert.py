"""Other people's text as inert text: it reads the same and does nothing; links and marks of ours around it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from generator.model.record import Record

OPENERS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"} | {
    "\u2066": "\u2069",
    "\u2067": "\u2069",
    "\u2068": "\u2069",
}
"""Marks that turn the writing direction, each with the mark that ends it (Unicode Standard Annex 9, section 2)."""

DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")

REPLACED = "\N{REPLACEMENT CHARACTER}"

CONTROL = re.compile(r"[^\n\t -~\u00a0-\U0010ffff]|[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

REACTING = re.compile(
    r"(?<![A-Za-z]{3})[.?]|[.?](?!\s|\Z)"  # no full stop but one that ends a word and is followed by space
    r"|(?<![A-Za-z])-|-(?![A-Za-z])"  # no hyphen but one between letters
    r"|[\n\t\u2028\u2029]"
    r"|[!-+/:-<=>@\[-`{-~]"
)
"""ASCII marks, but for the comma and those two; and what some extension takes for the end of a line."""


@lru_cache(maxsize=8192)
def inert(text: str) -> Markup:
    """`text` so that Markdown, HTML, attribute lists, snippets, macros and emoji extensions see plain words only.

    Every ASCII mark that any of them reacts to becomes a character reference, which shows as the mark itself. Control
    characters become U+FFFD, and marks that turn the writing direction are closed within the text.
    """
    words = REACTING.sub(_reference, _balanced(CONTROL.sub(REPLACED, text.replace("\r", " ").replace("\x85", "\n"))))
    return Markup(words)  # noqa: S704 - nothing but letters, digits, spaces, harmless marks and references is left


def finished(value: Any) -> Markup:
    """What a template may print: Markup as it is, anything else made inert. The templates call it on every value."""
    return Markup(value.__html__()) if hasattr(value, "__html__") else inert(str(value))  # noqa: S704


def plain_line(text: str, *, longest: int = 300) -> str:
    """`text` as one line for front matter, which themes print unescaped: no angle brackets, quotes or references."""
    line = " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", " ", text).split())
    line = line.translate(str.maketrans('<>"{}', "‹›”()"))
    line = re.sub(r"&(?=#?\w+;)", "＆", line)
    return shortened(line, longest)


def shortened(text: str, longest: int) -> str:
    """`text` of at most `longest` characters, with an ellipsis where it was cut."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _balanced(text: str) -> str:
    if not DIRECTION.search(text):
        return text
    kept, awaited = [], []
    for character in text:
        if character in OPENERS:
            awaited.append(OPENERS[character])
        elif character in ("\u202c", "\u2069"):
            if not awaited or awaited[-1] != character:
                continue
            awaited.pop()
        kept.append(character)
    return "".join(kept) + "".join(reversed(awaited))


class Span(Record, frozen=True):
    """Characters `start` to `end` of a text, to be put between `before` and `after`."""

    start: int
    end: int
    before: Markup
    after: Markup


def marked(text: str, layers: Sequence[Sequence[Span]], offset: int = 0) -> Markup:
    """`text` with the spans of each layer around its words.

    A layer's spans do not overlap one another. Where spans of two layers overlap, the inner one is split, so that the
    result is well-formed. `offset` is the position of `text` in the text that the spans count in.
    """
    if not layers:
        return inert(text)
    pieces, at = [], 0
    for span in sorted(layers[0], key=lambda item: item.start):
        start, end = max(span.start - offset, at), min(span.end - offset, len(text))
        if start >= end:
            continue
        pieces.append(marked(text[at:start], layers[1:], offset + at))
        pieces.append(span.before + marked(text[start:end], layers[1:], offset + start) + span.after)
        at = end
    pieces.append(marked(text[at:], layers[1:], offset + at))
    return Markup().join(pieces)
