"""Numbers of two articles that may be for one thing, with the weight of the signs that they are.

The signs are those by which a reader knows it: the same noun, the same part of those counted in what happened, shared
words around, numbers of one size, and that neither article gives another number of the sort.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from generator.language.lexicon import listed
from generator.matching.embedding import word_likeness
from generator.matching.measures import MEASURES, comparable, conflict, counted_alike, kind_of_thing
from generator.model.quantities import Quantity

# The weight of what the surroundings of two numbers share that shows one thing; less is enough for a number of a
# further article, once two have been found to differ.
_ENOUGH, JOINING = 4.2, 3.0
# One shared word alone may not weigh more than this; and what the other signs of one thing weigh.
_MOST_OF_A_WORD = 4.0
_SAME_NOUN, _SAME_ROLE, _LIKE_NOUN = 1.5, 5.0, 2.0
# The weight of a unit of several words ("mile per hour"), which no sentence has as a word.
_UNSEEN = 3.0
# Numbers for one thing are mostly near each other: each doubling between them takes off this much, and less between the
# only numbers of those who had one part, as crowds and casualties are often disputed.
_DOUBLING, _DISPUTED = 3.0, 2.0
# Verbs and nouns that any two sentences of news may share.
_LIGHT = listed(
    """say tell be have do make take get go come give accord add year month week day time people person mr. mrs. ms.
    other last first many more most much several next such own"""
)
_SPEAKING = frozenset({"say", "tell", "add", "announce", "report", "note", "claim"})
# Large numbers within this ratio are alike; each further shared word adds less, as the words of one name come together.
_ALIKE, _NEAR, _VERY_NEAR, _LARGE, _HUGE, _FURTHER = 2.0, 0.7, 0.85, 100, 1000, 0.75
_OPPOSED = frozenset(
    frozenset(pair)
    for pair in (
        *(("open", "close"), ("open", "shut"), ("rise", "fall"), ("gain", "lose"), ("win", "lose"), ("hire", "fire")),
        *(("buy", "sell"), ("build", "destroy"), ("create", "cut"), ("add", "cut"), ("hire", "dismiss")),
        *(("increase", "decrease"), ("accept", "reject"), ("approve", "reject"), ("support", "oppose")),
        *(("enter", "leave"), ("arrive", "leave"), ("import", "export"), ("lend", "borrow"), ("arrest", "release")),
    )
)
_VOTING = listed("vote voting pass approve reject oppose support back ruling ballot motion elect")
# Neither article gives another number of the sort; two sums or shares hang on one verb.
_SOLE, _SAME_DEED = 2.5, 1.5
# Against one thing: subjects of other names, other places, far numbers by different verbs, nothing shared but the noun.
_OTHER_NAMES, _ELSEWHERE, _OTHER_DEED, _FAR, _UNRELATED = 4.0, 6.0, 2.0, 0.5, 2.0
# What each doubling of the pairs of shares or sums that might be compared takes off.
_CROWD = 0.25
# Nouns nearer in meaning than this may be for one thing.
_RELATED = 0.2
# Words of one stem share at least so many letters, and such a part of the longer.
_STEM, _STEM_SHARE = 5, 0.55
# Nouns that measure anything or count any people do not show that one thing is measured.
_GENERAL = MEASURES | {"people", "person", "individual", "other"}


class Match(NamedTuple):
    """Two quantities that may measure one thing, the weight of the signs that they do, and the words they share."""

    a: Quantity
    b: Quantity
    evidence: float
    shared: tuple[str, ...]
    ratio: float

    @property
    def sure(self) -> bool:
        """Whether the two may open a finding of their own."""
        return self.evidence >= _ENOUGH


def matches(ours: Sequence[Quantity], theirs: Sequence[Quantity], weights: dict[str, float]) -> list[Match]:
    """The conflicts between two articles, each quantity taken once, best first."""
    found = [
        match
        for a in ours
        for b in theirs
        if comparable(a, b) and conflict(a, b) and _may_be_one(a, b) and not _known(a, theirs) and not _known(b, ours)
        if (match := _among_others(a, b, ours, theirs, weights)).evidence >= JOINING
    ]
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (-m.evidence, m.a.start, m.b.start)):
        if all(match.a.number != k.a.number and match.b.number != k.b.number for k in kept):
            kept.append(match)
    return kept


def _among_others(
    a: Quantity, b: Quantity, ours: Sequence[Quantity], theirs: Sequence[Quantity], weights: dict[str, float]
) -> Match:
    """The match of two quantities among all that their articles give.

    It has less weight the more shares or sums there are: of many, two are alike by chance.
    """
    match = match_of(a, b, weights, sole=_is_sole(a, ours) and _is_sole(b, theirs))
    if not (a.percent or a.currency):
        return match
    many = [sum(comparable(one, other) for other in own) for one, own in ((a, ours), (b, theirs))]
    return match._replace(evidence=match.evidence - _CROWD * math.log2(max(1, many[0] * many[1])))


def _may_be_one(a: Quantity, b: Quantity) -> bool:
    """Whether they are not the shares of two, of opposite deeds, or the results of games."""
    if a.percent and (_apart(a.names, b.names) or _of_two_things(a, b)):
        return False
    if frozenset({a.predicate, b.predicate}) in _OPPOSED:
        return False
    return a.versus is None or bool(({*a.context, a.predicate} | {*b.context, b.predicate}) & _VOTING)


def _of_two_things(a: Quantity, b: Quantity) -> bool:
    """Whether two shares are of things that have nothing to do with each other: rents, fuel."""
    if not a.unit or not b.unit or {a.unit, b.unit} & _GENERAL or kind_of_thing(a) == kind_of_thing(b):
        return False
    return not {a.unit, b.unit} & (set(a.context) & set(b.context)) and word_likeness(a.unit, b.unit) < _RELATED


def _known(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether the other article gives this number too: then it tells both, of different things or times.

    One side of a vote counts as given.
    """
    return any(
        (other.number == quantity.number and _is_like(quantity, other))
        or (
            quantity.predicate in _VOTING
            and quantity.number in {other.number, other.versus}
            and other.versus is not None
        )
        for other in others
    )


def _is_like(a: Quantity, b: Quantity) -> bool:
    return kind_of_thing(a) == kind_of_thing(b) and (a.role == b.role or not (a.role and b.role))


def match_of(a: Quantity, b: Quantity, weights: dict[str, float], *, sole: bool) -> Match:
    """How far the two are shown to be numbers for one thing; `sole`: neither article gives another of the sort."""
    shared = sorted(_shared(a, b), key=lambda lemma: (-weights.get(lemma, 0), lemma))
    ratio = min(a.number, b.number) / max(a.number, b.number) if a.number and b.number else 0.01
    role = bool(a.role) and a.role == b.role
    words = sum(min(_MOST_OF_A_WORD, weights.get(lemma, 0)) * _FURTHER**n for n, lemma in enumerate(shared))
    valued = (a.percent or bool(a.currency)) and bool(a.unit) and a.unit == b.unit
    related = bool(shared) or role or valued or _are_telling(a, b, ratio)
    signs = _noun(a, b, weights) + (_SOLE * sole + _ALIKE * _are_alike(a, b, ratio) if related else -_UNRELATED)
    signs += _SAME_DEED * (bool(a.currency or a.percent) and a.predicate == b.predicate and a.predicate in shared)
    signs -= _OTHER_NAMES * _of_others(a, b) + _ELSEWHERE * _apart(a.places, b.places)
    signs -= _OTHER_DEED * (ratio < _FAR and not role and a.predicate != b.predicate)
    doubling = _DISPUTED if sole and role else _DOUBLING
    return Match(a, b, words + signs - doubling * math.log2(1 / ratio), tuple(shared), ratio)


def _are_alike(a: Quantity, b: Quantity, ratio: float, least: float = _LARGE) -> bool:
    """Whether large numbers are of one size: that is seldom chance, while small ones are always near each other."""
    return ratio >= _NEAR and min(a.number, b.number) >= least and not a.percent


def _are_telling(a: Quantity, b: Quantity, ratio: float) -> bool:
    """Whether the numbers are so large, or so near for large ones, that their likeness says enough."""
    return _are_alike(a, b, ratio, _HUGE) or (ratio >= _VERY_NEAR and _are_alike(a, b, ratio))


def _shared(a: Quantity, b: Quantity) -> set[str]:
    """The words of a's surroundings that b's have too, or a word of one stem ("endorse", "endorsement")."""
    ours, theirs = set(a.context) - _LIGHT, set(b.context) - _LIGHT
    same = ours & theirs
    return same | {x for x in ours - same for y in theirs - same if _one_stem(x, y)}


def _one_stem(x: str, y: str) -> bool:
    least = max(_STEM, math.ceil(_STEM_SHARE * max(len(x), len(y))))
    return x[:least] == y[:least] and len(x) >= least <= len(y)


def _is_sole(quantity: Quantity, own: Sequence[Quantity]) -> bool:
    """Whether its article gives no other number of what it counts; of people at large, none with the same verb."""
    if not quantity.unit or quantity.currency or quantity.percent or quantity.bound == "vague":
        return False
    general = quantity.unit in _GENERAL and not quantity.role
    return all(
        other.number == quantity.number
        or not counted_alike(quantity, other)
        or (other.scope, other.role) != (quantity.scope, quantity.role)
        or (general and other.predicate != quantity.predicate)
        for other in own
    )


def _of_others(a: Quantity, b: Quantity) -> bool:
    """Whether the numbers are said of subjects that bear different names."""
    return _apart(a.names, b.names) and not {a.predicate, b.predicate} & _SPEAKING


def _apart(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return bool(ours and theirs) and not set(ours) & set(theirs)


def _noun(a: Quantity, b: Quantity, weights: dict[str, float]) -> float:
    """What the counted nouns and the part of those counted show."""
    role = _SAME_ROLE if a.role and a.role == b.role else 0.0
    if a.unit in _GENERAL or b.unit in _GENERAL or not a.unit or not b.unit:
        return role
    if a.unit == b.unit:
        return role + _SAME_NOUN * min(_MOST_OF_A_WORD, weights.get(a.unit, _UNSEEN))
    return role + (_LIKE_NOUN if kind_of_thing(a) == kind_of_thing(b) else 0.0)
