"""A passage that is too long to a shorter exact passage: whole clauses of it, around the words that matter."""

import re
from functools import lru_cache

from generator.matching.locate import count_words

# Where a clause may end: a sign of punctuation with its closing marks, or a dash, before a space.
_CLAUSE_END = re.compile(r"[,.;:!?…—–][\"'”’»)\]]*(?=\s)|(?=\s[—–-]\s)")
_TOKEN = re.compile(r"\S+")
_LEAST = 5  # words that a clause needs to make sense alone


# Nearly all passages of a site are asked for again at the next change of its preview.
@lru_cache(maxsize=1 << 14)
def shorten(body: str, span: tuple[int, int], most: int, keep: tuple[int, int] | None = None) -> tuple[int, int]:
    """A part of `body[start:end]` of at most `most` words: clauses where possible, words where not.

    It begins where the span begins, or, when that leaves out the words `keep`, as late as needed to hold them. Never is
    a number or a compound cut in two.
    """
    start, end = span
    if count_words(body, start, end) <= most:
        return span
    low, high = keep or (start, start)
    stops = [found.end() for found in _CLAUSE_END.finditer(body, start, end)]
    for begin in (start, *(_next_token(body, stop, end) for stop in stops)):
        if begin > low:
            break
        ends = [stop for stop in stops if stop >= high and _LEAST <= count_words(body, begin, stop) <= most]
        if ends:
            return begin, max(ends)
    return _window(body, span, most, (low, high))


def _next_token(body: str, offset: int, end: int) -> int:
    found = _TOKEN.search(body, offset, end)
    return found.start() if found else end


def _window(body: str, span: tuple[int, int], most: int, keep: tuple[int, int]) -> tuple[int, int]:
    """As many whole tokens as `most` words allow: those of `keep`, then those after them, then those before."""
    tokens = [found.span() for found in _TOKEN.finditer(body, *span)]
    first = last = max((n for n, (start, _) in enumerate(tokens) if start <= keep[0]), default=0)

    def fits(low: int, high: int) -> bool:
        return count_words(body, tokens[low][0], tokens[high][1]) <= most

    while last + 1 < len(tokens) and fits(first, last + 1):
        last += 1
    while first > 0 and fits(first - 1, last):
        first -= 1
    return tokens[first][0], tokens[last][1]
