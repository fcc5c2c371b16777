"""Copies: long runs of an article's own words that stand in another article too (shared w-shingles, Broder 1997)."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.model.text import Passage
from generator.story.origins.narrative import Narrative

# Five words in a row are shared by chance or habit; a run of eight outside quotation marks is copied.
_SHINGLE, _RUN = 5, 8
# What makes a copy: so many words in copied runs, or such a part of the shorter telling.
_WORDS, _PART = 40, 0.25
# Two articles of one outlet share its widgets and its standing paragraphs: such a part makes one the other anew.
_PART_OF_ONE_OUTLET = 0.5
# So much of that may stand twice.
_REPEATED = 0.6
# More characters than this between two words of a run are words that do not belong to it.
_EVIDENCE, _QUOTE_WORDS, _SEAM = 6, 40, 6


class Copy(NamedTuple):
    """What two articles have word for word: number of words, their part of each telling, and the longest runs."""

    words: int
    part_a: float
    part_b: float
    evidence: tuple[tuple[Passage, Passage], ...]


def may_be_copy(shared: int, shorter: int) -> bool:
    """Whether two articles that share so many phrases of three words, of those of the shorter one, may be copies.

    A run has two phrases less than words, so copies share three quarters of what makes them copies; or less, where one
    has a run more than once.
    """
    return shared >= _REPEATED * (_RUN - 2) / _RUN * min(_WORDS, _PART * shorter)


def find_copy(a: Narrative, b: Narrative) -> Copy | None:
    """The copied runs of two articles, if they are too long for chance."""
    if len(a.phrases & b.phrases) < _RUN - 2:
        return None
    ours, theirs = a.words, b.words
    homes = {tuple(theirs[j : j + _SHINGLE]): j for j in range(len(theirs) - _SHINGLE, -1, -1)}
    runs: list[tuple[int, int, int]] = []
    i = 0
    while i <= len(ours) - _SHINGLE:
        j = homes.get(tuple(ours[i : i + _SHINGLE]))
        length = _run(ours, theirs, i, j) if j is not None else 0
        if j is not None and length >= _RUN:
            runs.append((i, j, length))
        i += max(1, length)
    total = sum(length for _, _, length in runs)
    part = total / min(len(ours), len(theirs))
    one_outlet = a.article.outlet and a.article.outlet == b.article.outlet
    if not runs or (part < _PART_OF_ONE_OUTLET if one_outlet else total < _WORDS and part < _PART):
        return None
    longest = sorted(runs, key=lambda run: (-run[2], run[0]))[:_EVIDENCE]
    evidence = tuple((_passage(a, i, length), _passage(b, j, length)) for i, j, length in sorted(longest))
    return Copy(total, total / len(ours), total / len(theirs), evidence)


def _run(ours: Sequence[str], theirs: Sequence[str], i: int, j: int) -> int:
    length = 0
    while i + length < len(ours) and j + length < len(theirs) and ours[i + length] == theirs[j + length]:
        length += 1
    return length


def _passage(told: Narrative, first: int, length: int) -> Passage:
    """The run, cut where a quotation interrupts it or it grows too long to quote."""
    places = told.places[first : first + min(length, _QUOTE_WORDS)]
    last = next((n for n in range(1, len(places)) if places[n][0] - places[n - 1][1] > _SEAM), len(places))
    return told.article.passage(places[0][0], places[last - 1][1])
