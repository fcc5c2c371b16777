"""Tight exact passages around given words: at most so many words of a sentence."""

import re
from collections.abc import Sequence

from generator.language.lexicon import word_class
from generator.model.text import Article, Passage

QUOTE_WORDS = 40
_JOINS = word_class("joins")
# How many words a passage may lose to end where the text pauses.
_PAUSE = 12
# The strictest way to count words: a hyphenated compound or a decimal number is two.
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def tight(
    article: Article, start: int, end: int, marks: Sequence[tuple[int, int]], *, most: int = QUOTE_WORDS
) -> Passage:
    """`body[start:end]`, or when that is too long the `most` words of it that best surround the marked words."""
    places = [(start + word.start(), start + word.end()) for word in _WORD.finditer(article.body[start:end])]
    if len(places) <= most:
        return article.passage(start, end)
    inside = [n for n, (low, high) in enumerate(places) if any(low < e and s < high for s, e in marks)]
    first, last = (inside[0], inside[-1]) if inside else (0, 0)
    spare = max(0, most - (last - first + 1))
    low = max(0, min(first - spare // 2, len(places) - most))
    stop = min(low + most, len(places))
    return article.passage(places[low][0], places[_pause(article.body, places, last + 1, stop) - 1][1])


def _pause(body: str, places: Sequence[tuple[int, int]], least: int, stop: int) -> int:
    """The last pause in the text at which a passage may end: after `least` words, not after `stop`."""
    for number in range(stop, max(least, stop - _PAUSE), -1):
        if number == len(places) or body[places[number - 1][1] : places[number][0]].strip(" “\"'"):
            return number
        if body[places[number][0] : places[number][1]] in _JOINS:
            return number
    return stop
