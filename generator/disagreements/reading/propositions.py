"""Which clauses of two claims tell one thing.

A proposition is a verb (or a noun of action) with what hangs on it. Two answer to each other as far as their words are
aligned; words of clauses inside them count less, for they may tell something else. Shared by the kinds that ask
whether what stands here stands there too, but on other terms.
"""

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from generator.disagreements.reading.contrast import View
from generator.disagreements.reading.identity import ByIdentity
from generator.disagreements.reading.side import Side
from generator.language.lexicon import CONTENT, EMPTY
from generator.model.analysis import Token

_NESTED = frozenset({"relcl", "advcl", "acl", "conj", "parataxis", "appos"})
_NESTED_WEIGHT = 0.4
_NAME_WEIGHT = 0.6
# In weights of lemmas, up to about 5: three words that are not in every sentence.
_MASS = 12.0
_LEAST_SHARED = 2


class Match(NamedTuple):
    """Two propositions by the tokens of their heads; `strength`, 0 to 1, says how far they are the same."""

    one: int
    other: int
    strength: float
    shared: tuple[int, ...]


def matches(view: View) -> list[Match]:
    """The pairs of propositions that share at least two words, the nearest first."""
    # The kinds look at one view after the other.
    return _matches(ByIdentity(view, view.one, view.other))


@lru_cache(maxsize=4)
def _matches(pair: ByIdentity[View]) -> list[Match]:
    view = pair.value
    ours = _propositions(view, view.one, view.alignment.there)
    theirs = _propositions(view, view.other, view.alignment.back) if ours else {}
    found = [m for g, a in ours.items() for h, b in theirs.items() if (m := _match(view, g, a, h, b))]
    return sorted(found, key=lambda m: (-m.strength, m.one, m.other))


def _propositions(view: View, side: Side, answered: Collection[int]) -> dict[int, dict[int, float]]:
    """For each head its words with their weights; heads below which too little is aligned are left out."""
    return {
        n: _words(view, side, n)
        for n, token in side.tokens()
        if _is_head(token, answered=n in answered) and _shares(side, n, answered)
    }


def _is_head(token: Token, *, answered: bool) -> bool:
    """Whether it may head a proposition: a verb, or a noun that a word of the other side answers to."""
    if token.pos == "AUX":
        return token.dep not in {"aux", "auxpass"}
    is_word = any(letter.isalnum() for letter in token.text)
    return is_word and (token.pos == "VERB" or (answered and token.pos == "NOUN"))


def _shares(side: Side, number: int, answered: Collection[int]) -> bool:
    return sum(n in answered for n in side.below(number)) >= _LEAST_SHARED


def _words(view: View, side: Side, head: int) -> dict[int, float]:
    tokens = side.analysis.tokens
    words: dict[int, float] = {}
    for n in side.below(head):
        token = tokens[n]
        if token.pos in CONTENT and token.lemma not in EMPTY and token.text[0].isalnum():
            nested = _NESTED_WEIGHT if n != head and _is_nested(side, n, head) else 1.0
            named = _NAME_WEIGHT if token.pos == "PROPN" else 1.0
            words[n] = view.weights.get(token.lemma, 0.0) * nested * named
    return words


def _is_nested(side: Side, number: int, head: int) -> bool:
    """Whether a clause stands between the word and the head."""
    tokens = side.analysis.tokens
    while number != head and tokens[number].head != number:
        if tokens[number].dep in _NESTED and tokens[number].pos in {"VERB", "AUX", "PROPN", "NOUN"}:
            return True
        number = tokens[number].head
    return False


def _match(view: View, g: int, a: dict[int, float], h: int, b: dict[int, float]) -> Match | None:
    there, strength = view.alignment.there, view.alignment.strength
    shared = tuple(n for n in a if n in there and there[n] in b)
    if len(shared) < _LEAST_SHARED:
        return None
    mass = sum(min(a[n], b[there[n]]) * strength[n] for n in shared)
    total = sum(a.values()) + sum(b.values())
    return Match(g, h, 2 * mass / total * min(1.0, mass / _MASS), shared) if total else None
