"""Where a quotation stands in an article, although it was copied with other marks, spaces or capitals."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.matching.locate import words as word_places
from generator.model.text import Article

_ALIKE = {
    **dict.fromkeys("’‘‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}
_EDGES = " \"'.,;:!?()[]-"
_LEFT_OUT = re.compile(r"\[?(?:\.\.\.|…)\]?")
_LEAST_PART = 4


class Place(NamedTuple):
    """Where words stand in a body, and what about the copy was other than they are ("" if nothing)."""

    start: int
    end: int
    repair: str = ""


class _Folded(NamedTuple):
    """A text with marks, spaces, capitals and accents made alike, and where each of its characters came from."""

    text: str
    origins: tuple[int, ...]


@lru_cache(maxsize=4096)
def _folded(text: str) -> _Folded:
    found: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        for one in _ALIKE.get(character) or _plain(character):
            is_space = one.isspace()
            if is_space and (not found or found[-1][0] in " -"):
                continue
            if one == "-":
                while found and found[-1][0] in " -":
                    found.pop()
            if one == "'" and found and found[-1][0] == "'":  # two single marks for a double one
                found[-1] = ('"', found[-1][1])
                continue
            found.append((" " if is_space else one, place))
    return _Folded("".join(one for one, _ in found), tuple(place for _, place in found))


def _plain(character: str) -> str:
    if character in _ALIKE:  # a mark that counts for nothing
        return ""
    parts = unicodedata.normalize("NFKD", character).lower()
    return "".join(one for one in parts if not unicodedata.combining(one))


def find_quote(article: Article, quote: str, *, says: str = "") -> Place | None:
    """The place of `quote` in one paragraph of the article's story, at whole words; None when it is not there.

    Exact words come first. Else the article's own words are taken where only marks, spaces, capitals or accents are
    other, or a mark was added at an end; of a quote with "..." for words left out, the part that holds `says`.
    """
    wanted = quote.strip()
    told = [(p.start, p.end) for p in article.story if p.role != "headline"]
    return _find(article.body, wanted, told) or _find_part(article, wanted, says)


def _find_part(article: Article, quote: str, says: str) -> Place | None:
    parts = [part for part in _LEFT_OUT.split(quote) if len(part.split()) >= _LEAST_PART]
    if not _LEFT_OUT.search(quote):
        return None
    parts.sort(key=lambda part: (not says or _folded(says).text not in _folded(part).text, -len(part)))
    for part in parts:
        place = find_quote(article, part)
        if place:
            return place._replace(repair="only a part that stands there in one piece was kept")
    return None


def find_part(text: str, part: str) -> Place | None:
    """The place of `part` in `text` at whole words, exactly or with other marks, spaces or capitals."""
    return _find(text, part.strip(), [(0, len(text))])


def _find(body: str, wanted: str, spans: Sequence[tuple[int, int]]) -> Place | None:
    """The first place of words within the spans: exactly, else with other marks, spaces or capitals."""
    for start, end in spans:
        at = find_words(body, wanted, start, end)
        if at >= 0:
            return Place(at, at + len(wanted))
    for needle in dict.fromkeys((_folded(wanted).text.strip(), _folded(wanted).text.strip(_EDGES))):
        for start, end in spans:
            folded = _folded(body[start:end])
            at = find_words(folded.text, needle, 0, len(folded.text))
            if at >= 0:
                last = folded.origins[at + len(needle) - 1] + 1
                return Place(start + folded.origins[at], start + last, "copied with other marks, capitals or spaces")
    return None


def find_words(body: str, words: str, start: int, end: int) -> int:
    """Where `words` stand in body[start:end], not in the middle of another word; -1 if they do not."""
    at = body.find(words, start, end) if words else -1
    while at >= 0:
        before, after = body[at - 1 : at] if at > start else "", body[at + len(words) : at + len(words) + 1]
        if not (_joined(before, words[0]) or _joined(words[-1], after)):
            return at
        at = body.find(words, at + 1, end)
    return -1


def _joined(left: str, right: str) -> bool:
    return bool(left) and bool(right) and left.isalnum() and right.isalnum()


def fitted(body: str, start: int, end: int, most: int, *, keep: tuple[int, int] | None = None) -> tuple[int, int]:
    """body[start:end] cut to `most` words at its end, or at both ends so that the span `keep` stays in it."""
    places = word_places(body, start, end)
    if len(places) <= most:
        return start, end
    last = most - 1
    if keep is not None:
        ends = [place[1] for place in places]
        last = min(len(places) - 1, max(last, bisect_left(ends, keep[1])))
    first = last - most + 1
    return (start if first == 0 else places[first][0]), places[last][1]
