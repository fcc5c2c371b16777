"""Which words of one claim answer to which words of another: the ground on which a difference can be named.

Greedy one-to-one alignment of content words, as in monolingual aligners (Sultan, Bethard and Sumner 2014): the same
lemma before a shared stem before words that mean alike, and among equals those whose surroundings answer to each other.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from generator.compare.card import Side
from generator.embedding import word_likeness
from generator.grammar import EMPTY

_MEANING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
# Words as near as this in the table of static vectors are mostly synonyms or inflections ("reject", "refuse").
_ALIKE = 0.45
_STEM = 5
# What it adds that the words they hang on, or that hang on them, answer to each other too.
_BESIDE = 0.25


class Alignment(NamedTuple):
    """`there[n]` is the token of the second side that answers to token `n` of the first; `back` the other way round.

    Indices are those of the analyses. `strength[n]` is 1 for the same lemma, less for a likeness.
    """

    there: dict[int, int]
    back: dict[int, int]
    strength: dict[int, float]

    def turned(self) -> "Alignment":
        """The same alignment seen from the second side."""
        return Alignment(self.back, self.there, {m: self.strength[n] for n, m in self.there.items()})


def align(one: Side, other: Side) -> Alignment:
    """The alignment of two sides, each word used once."""
    ours, theirs = _content(one), _content(other)
    likeness = {(n, m): s for n in ours for m in theirs if (s := _likeness(one, n, other, m)) > 0}
    order = sorted(likeness, key=lambda pair: (-likeness[pair] - _BESIDE * _beside(one, other, likeness, pair), pair))
    there: dict[int, int] = {}
    back: dict[int, int] = {}
    for n, m in order:
        if n not in there and m not in back:
            there[n], back[m] = m, n
    return Alignment(there, back, {n: likeness[n, m] for n, m in there.items()})


def _content(side: Side) -> list[int]:
    return [
        number
        for number, token in side.tokens()
        if token.pos in _MEANING and token.lemma not in EMPTY and token.text[0].isalnum()
    ]


def _likeness(one: Side, n: int, other: Side, m: int) -> float:
    a, b = one.analysis.tokens[n], other.analysis.tokens[m]
    if a.lemma.casefold() == b.lemma.casefold():
        return 1.0
    if "PROPN" in {a.pos, b.pos} or "NUM" in {a.pos, b.pos}:
        return 0.0
    if min(len(a.lemma), len(b.lemma)) >= _STEM and a.lemma[:_STEM] == b.lemma[:_STEM]:
        return 0.9
    alike = _alike(a.lemma, b.lemma)
    return alike if alike >= _ALIKE else 0.0


@cache
def _alike(a: str, b: str) -> float:
    return word_likeness(a, b)


def _beside(one: Side, other: Side, likeness: Mapping[tuple[int, int], float], pair: tuple[int, int]) -> int:
    """How many of the words around the two answer to each other: heads, and words that hang on them."""
    n, m = pair
    heads = likeness.get((one.analysis.tokens[n].head, other.analysis.tokens[m].head), 0.0) > 0
    below = sum(likeness.get((x, y), 0.0) > 0 for x in _children(one, n) for y in _children(other, m))
    return heads + min(below, 2)


def _children(side: Side, number: int) -> Sequence[int]:
    return [n for n in side.below(number) if n != number and side.analysis.tokens[n].head == number]
