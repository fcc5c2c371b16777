"""Which words of one claim answer to which words of another: the ground on which a difference can be named.

Greedy one-to-one alignment of content words, as in monolingual aligners (Sultan, Bethard and Sumner 2014): the same
lemma before a shared stem before words that mean alike, and among equals those whose surroundings answer to each other.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from generator.disagreements.reading.side import Side
from generator.language.lexicon import CONTENT, EMPTY
from generator.matching.embedding import word_likeness

# Names and numbers answer to nothing but themselves.
_FIXED = frozenset({"PROPN", "NUM"})
# Words as near as this in the table of static vectors are mostly synonyms or inflections ("reject", "refuse").
_ALIKE = 0.45
_STEM = 5
# What it adds that the words they hang on, or that hang on them, answer to each other too.
_BESIDE = 0.25

Pair = tuple[int, int]


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


class _Word(NamedTuple):
    number: int
    lemma: str
    fixed: bool
    head: int


def align(one: Side, other: Side) -> Alignment:
    """The alignment of two sides, each word used once."""
    likeness = _likenesses(one, other)
    beside = _beside(one, other, likeness)
    order = sorted(likeness, key=lambda pair: (-likeness[pair] - _BESIDE * beside[pair], pair))
    there: dict[int, int] = {}
    back: dict[int, int] = {}
    for n, m in order:
        if n not in there and m not in back:
            there[n], back[m] = m, n
    return Alignment(there, back, {n: likeness[n, m] for n, m in there.items()})


def _likenesses(one: Side, other: Side) -> dict[Pair, float]:
    theirs = _content(other)
    return {
        (ours.number, each.number): alike
        for ours in _content(one)
        for each in theirs
        if (alike := _likeness(ours, each)) > 0
    }


def _content(side: Side) -> list[_Word]:
    return [
        _Word(number, token.lemma.casefold(), token.pos in _FIXED, token.head)
        for number, token in side.tokens()
        if token.pos in CONTENT and token.lemma not in EMPTY and token.text[0].isalnum()
    ]


def _likeness(a: _Word, b: _Word) -> float:
    if a.lemma == b.lemma:
        return 1.0
    return 0.0 if a.fixed or b.fixed else _alike(a.lemma, b.lemma)


@cache
def _alike(a: str, b: str) -> float:
    if min(len(a), len(b)) >= _STEM and a[:_STEM] == b[:_STEM]:
        return 0.9
    alike = word_likeness(a, b)
    return alike if alike >= _ALIKE else 0.0


def _beside(one: Side, other: Side, likeness: Mapping[Pair, float]) -> dict[Pair, int]:
    """How many of the words around the two answer to each other: heads, and at most two that hang on them."""
    heads = {pair: (one.analysis.tokens[pair[0]].head, other.analysis.tokens[pair[1]].head) for pair in likeness}
    below: dict[Pair, int] = {}
    for pair, above in heads.items():
        if above != pair and above in likeness:
            below[above] = below.get(above, 0) + 1
    return {pair: (heads[pair] in likeness) + min(below.get(pair, 0), 2) for pair in likeness}
