"""Blocks to paragraphs: which is the headline, a heading, an item of a list, or boilerplate."""

import re
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from generator.content.articles.beside import REASON, beside
from generator.content.articles.blocks import blocks
from generator.content.articles.boilerplate import reasons
from generator.content.articles.inset import parted
from generator.model.text import Paragraph, Role

_HEADLINE_WORDS = 25
_LEAST_WORDS = 3
_ALIKE = 60  # of 100: a headline on the page and a title in the head share most of the shorter one's words
_HEADING_WORDS = 12
_ENDED = re.compile(r"[.!…:;,][\"'”’)\]]*$")
_BY = re.compile(r"^\W*by\b", re.I)
_DATELINE = re.compile(r"^[A-Z][A-Z .,'’/-]+(?:\([^)]*\))? ?(?:[—–:]|--? )")


def paragraphs(body: str, title: str | None = None, byline: str | None = None) -> tuple[Paragraph, ...]:
    """The paragraphs of `body` with their roles.

    What repeats the `title` is the headline, whatever it looks like, and what repeats the `byline` is no article text.
    """
    found = parted(body, blocks(body))
    texts = [body[block.start : block.end] for block in found]
    why = [reason or _repeats(text, byline) for text, reason in zip(texts, reasons(texts), strict=True)]
    titled = next((n for n, text in enumerate(texts) if title and _same_words(text, title)), None)
    if titled is not None:
        why[titled] = ""
    prose = [n for n, reason in enumerate(why) if not reason and n != titled and not found[n].item]
    for n in beside(texts, prose):
        why[n] = REASON
    story = [n for n, reason in enumerate(why) if not reason]
    following = dict(pairwise(story))
    headline = titled if titled is not None else _headline(texts, story, title)

    def role(n: int) -> Role:
        if why[n]:
            return "boilerplate"
        if n == headline:
            return "headline"
        if found[n].item:
            return "item"
        return "heading" if n in following and _is_heading(texts[n], texts[following[n]]) else "text"

    return tuple(
        Paragraph(start=block.start, end=block.end, role=role(n), reason=why[n]) for n, block in enumerate(found)
    )


def _headline(texts: Sequence[str], story: Sequence[int], title: str | None) -> int | None:
    """The first block of the story, if it is short, does not end like a sentence and is followed by longer text.

    Where a title is stated, a headline has words of it; a name or a day alone above a story is none in any case.
    """
    if len(story) < 2:
        return None
    text, following = texts[story[0]], texts[story[1]]
    is_short = _LEAST_WORDS <= len(text.split()) <= _HEADLINE_WORDS and len(text) < len(following)
    is_like = title is None or fuzz.token_set_ratio(text.casefold(), title.casefold()) >= _ALIKE
    return story[0] if is_short and is_like and not _ENDED.search(text) and not _DATELINE.search(text) else None


def _is_heading(text: str, following: str) -> bool:
    """Whether a short line without an end stands over text that is longer than itself."""
    is_short = len(text.split()) <= _HEADING_WORDS and len(following) > 1.5 * len(text)
    return is_short and text[:1].isupper() and not _ENDED.search(text) and not _DATELINE.search(text)


def _repeats(text: str, byline: str | None) -> str:
    return "byline" if byline and _same_words(_BY.sub("", text), _BY.sub("", byline)) else ""


def _same_words(text: str, title: str) -> bool:
    return len(text) < 3 * len(title) and _words(text) == _words(title) != []


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
