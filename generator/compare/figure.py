"""Different numbers for one quantity, with bounds, rounding and vaguer words given their due."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.compare.counting import about, carrying, shared_nouns
from generator.compare.finding import finding_id, leaning_note
from generator.compare.weights import lemma_weights
from generator.measures import comparable, conflict, counted_alike, kind_of_thing
from generator.model.analysis import Analysis
from generator.model.quantities import Quantity
from generator.model.story import Disagreement, Hardness, Material, Position
from generator.periods import Period, period

# The weight of what the surroundings of two numbers share that shows one thing; less is enough for a number of a
# further article, once two have been found to differ.
_ENOUGH, _JOINING = 4.2, 3.0
# One shared word alone may not weigh more than this; and what the other signs of one thing weigh.
_MOST_OF_A_WORD = 4.0
_SAME_NOUN, _SAME_ROLE, _LIKE_NOUN = 1.5, 5.0, 2.0
# The weight of a unit of several words ("mile per hour"), which no sentence has as a word.
_UNSEEN = 3.0
# Numbers for one thing are mostly near each other: each doubling between them takes off this much.
_DOUBLING = 3.0
_MONTH, _YEAR = 28, 366
# Verbs and nouns that any two sentences of news may share.
_LIGHT = (
    "say tell be have do make take get go come give accord add year month week day time people person mr. mrs. ms."
    " other last first many more most much several next such own"
)
_SPEAKING = frozenset({"say", "tell", "add", "announce", "report", "note", "claim"})
# Large numbers within this ratio are alike; each further shared word adds less, as the words of one name come together.
_ALIKE, _NEAR, _LARGE, _FURTHER = 2.0, 0.7, 100, 0.75
_VOTING = frozenset({"vote", "pass", "approve", "reject", "oppose", "support", "back"})
# Other numbers of the same noun in neither article; subjects that bear different names.
_SOLE, _OTHER_NAMES = 2.0, 4.0
_SINCE = frozenset({"since", "than", "until", "till", "before", "after"})
# Words of one stem share at least so many letters, and such a part of the longer.
_STEM, _STEM_SHARE = 5, 0.55
# Nouns that measure any length or weight, or count any people, do not show that one thing is measured.
_MEASURES = (
    "foot meter metre yard mile kilometer kilometre inch centimeter acre hectare ton tonne pound kilogram degree"
    " people person individual other dollar cent"
)
_LIGHT_WORDS, _GENERAL = frozenset(_LIGHT.split()), frozenset(_MEASURES.split())


class Match(NamedTuple):
    """Two quantities that may measure one thing, the weight of the signs that they do, and the words they share.

    `sole` says that neither article gives another number of the sort.
    """

    a: Quantity
    b: Quantity
    evidence: float
    shared: tuple[str, ...]
    ratio: float
    sole: bool

    @property
    def sure(self) -> bool:
        """Whether the two may open a finding of their own."""
        return self.evidence >= _ENOUGH


def find(material: Material) -> Iterator[Disagreement]:
    """Every quantity of the event for which two or more articles give different numbers, one finding each.

    The base score grows with the surroundings shared and with how much the numbers are alike in size.
    """
    weights = lemma_weights(material)
    told = {article.id: material.quantities.get(article.id, ()) for article in material.articles}
    matches = [
        match
        for x, y in combinations(material.articles, 2)
        for match in _matches(told[x.id], told[y.id], weights)
        if not _of_different_times(material, match)
    ]
    used: set[tuple[str, float, str]] = set()
    for group in _groups(matches):
        shown = [match for match in group if not {_place(match.a), _place(match.b)} & used]
        if shown and shown[0].sure:
            quantities = _told_by(shown, told, weights)
            used |= {_place(quantity) for quantity in quantities.values()}
            yield _finding(material, shown, quantities)


def _place(quantity: Quantity) -> tuple[str, float, str]:
    return quantity.article, quantity.number, kind_of_thing(quantity)


def _told_by(
    group: Sequence[Match], told: Mapping[str, Sequence[Quantity]], weights: dict[str, float]
) -> dict[str, Quantity]:
    """What each article tells: its number in the group, else one of those numbers told of the same thing."""
    found: dict[str, Quantity] = {}
    for match in group:
        for quantity in (match.a, match.b):
            found.setdefault(quantity.article, quantity)
    members = list(found.values())
    for article in sorted(set(told) - set(found)):
        same = [
            (_match(member, quantity, weights, sole=False).evidence, -quantity.start, quantity)
            for quantity in told[article]
            for member in members
            if quantity.number == member.number and comparable(quantity, member)
        ]
        best = max(same, default=None, key=lambda each: each[:2])
        if best is not None and best[0] >= _JOINING:
            found[article] = best[2]
    return found


def _matches(ours: Sequence[Quantity], theirs: Sequence[Quantity], weights: dict[str, float]) -> list[Match]:
    """The conflicts between two articles, each quantity taken once, best first."""
    found = [
        match
        for a in ours
        for b in theirs
        if comparable(a, b) and conflict(a, b) and not _known(a, theirs) and not _known(b, ours)
        if (match := _match(a, b, weights, sole=_is_sole(a, ours) and _is_sole(b, theirs))).evidence >= _JOINING
    ]
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (-m.evidence, m.a.start, m.b.start)):
        if all(match.a.number != k.a.number and match.b.number != k.b.number for k in kept):
            kept.append(match)
    return kept


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


def _of_different_times(material: Material, match: Match) -> bool:
    """Whether the numbers are of years or months of which none touches the other: a change.

    A number without such a date is of the time of its article. Days are left out: they are rather when it was told.
    """
    ours, theirs = _times(material, match.a), _times(material, match.b)
    if ours and theirs:
        return all(x.high < y.low or y.high < x.low for x in ours for y in theirs)
    dating = material.datings.get(match.a.article if theirs else match.b.article)
    told = period(dating.published) if dating and dating.published else None
    if told is None or match.sole or not (ours or theirs):
        return False
    return all(x.high < told.low - (0 if x.unit == "year" else _YEAR) for x in ours + theirs)


def _times(material: Material, quantity: Quantity) -> list[Period]:
    """The months or years for which the number is given by its own clause."""
    analysis = material.analyses[quantity.article]
    sentence = analysis.sentences[quantity.sentence]
    inside = range(sentence.first, sentence.last)
    first = next(n for n in inside if analysis.tokens[n].end > quantity.start)
    above = set(_upwards(analysis, first))
    found = []
    for mention in material.dates.get(quantity.article, ()):
        when = period(mention.date) if mention.sentence == quantity.sentence and mention.date else None
        own = [n for n in inside if mention.start <= analysis.tokens[n].start < mention.end]
        if when is not None and when.days >= _MONTH and any(_tells_when(analysis, n, above) for n in own):
            found.append(when)
    return found


def _tells_when(analysis: Analysis, index: int, above: set[int]) -> bool:
    """Whether a date hangs on what the number hangs on, other than by "since" or "than"."""
    head = analysis.tokens[index].head
    if analysis.tokens[head].pos in {"ADP", "SCONJ"}:
        if analysis.tokens[head].lemma in _SINCE:
            return index in above
        head = analysis.tokens[head].head
    return index in above or (head in above and head != index)


def _upwards(analysis: Analysis, index: int) -> Iterator[int]:
    """A token and those above it, up to the end of the sentence's tree."""
    yield index
    while analysis.tokens[index].head != index:
        index = analysis.tokens[index].head
        yield index


def _match(a: Quantity, b: Quantity, weights: dict[str, float], *, sole: bool) -> Match:
    shared = sorted(_shared(a, b), key=lambda lemma: (-weights.get(lemma, 0), lemma))
    ratio = min(a.number, b.number) / max(a.number, b.number) if a.number and b.number else 0.01
    words = sum(min(_MOST_OF_A_WORD, weights.get(lemma, 0)) * _FURTHER**n for n, lemma in enumerate(shared))
    signs = _noun(a, b, weights) + _SOLE * sole + _ALIKE * _are_alike(a, b, ratio) - _OTHER_NAMES * _of_others(a, b)
    return Match(a, b, words + signs - _DOUBLING * math.log2(1 / ratio), tuple(shared), ratio, sole)


def _are_alike(a: Quantity, b: Quantity, ratio: float) -> bool:
    """Whether large numbers are of one size: that is seldom chance, while small ones are always near each other."""
    return ratio >= _NEAR and min(a.number, b.number) >= _LARGE and not a.percent


def _shared(a: Quantity, b: Quantity) -> set[str]:
    """The words of a's surroundings that b's have too, or a word of one stem ("endorse", "endorsement")."""
    ours, theirs = set(a.context) - _LIGHT_WORDS, set(b.context) - _LIGHT_WORDS
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
    named = a.names and b.names and not set(a.names) & set(b.names)
    return bool(named) and not {a.predicate, b.predicate} & _SPEAKING


def _noun(a: Quantity, b: Quantity, weights: dict[str, float]) -> float:
    """What the counted nouns and the part of those counted show."""
    role = _SAME_ROLE if a.role and a.role == b.role else 0.0
    if a.unit in _GENERAL or b.unit in _GENERAL or not a.unit or not b.unit:
        return role
    if a.unit == b.unit:
        return role + _SAME_NOUN * weights.get(a.unit, _UNSEEN)
    return role + (_LIKE_NOUN if kind_of_thing(a) == kind_of_thing(b) else 0.0)


def _groups(matches: Sequence[Match]) -> list[list[Match]]:
    """Matches together that have a quantity in common; each group is opened by a sure one."""
    groups: list[list[Match]] = []
    for match in sorted(matches, key=lambda m: (not m.sure, -m.evidence)):
        home = next((group for group in groups if any(_linked(match, other) for other in group)), None)
        if home is not None:
            home.append(match)
        elif match.sure:
            groups.append([match])
    return groups


def _linked(one: Match, other: Match) -> bool:
    return any(x.article == y.article and x.number == y.number for x in (one.a, one.b) for y in (other.a, other.b))


def _finding(material: Material, group: Sequence[Match], told: Mapping[str, Quantity]) -> Disagreement:
    best = group[0]
    positions = tuple(_position(material, told[key]) for key in sorted(told))
    features = {
        "evidence": best.evidence,
        "ratio": best.ratio,
        "predicate": float(bool(best.a.predicate) and best.a.predicate == best.b.predicate),
        "money": float(bool(best.a.currency)),
        "bounded": float(any(q.bound not in {"exact", "about"} for q in told.values())),
        "articles": float(len(told)),
    }
    return Disagreement(
        id=finding_id("figure", material.event.id, positions),
        event=material.event.id,
        kind="figure",
        about=about(material, [told[key] for key in sorted(told)], best.shared),
        hardness=_hardness(best),
        score=0.3 + 0.4 * best.evidence / (best.evidence + 6) + 0.2 * best.ratio + 0.1 * features["predicate"],
        reason=_reason(material, best, told),
        note=leaning_note(material, positions),
        positions=positions,
        features=features,
    )


def _hardness(match: Match) -> Hardness:
    loose = {"vague", "at most", "at least", "more than", "less than"}
    return "soft" if match.a.bound in loose and match.b.bound in loose else "hard"


def _position(material: Material, quantity: Quantity) -> Position:
    span = (quantity.start, quantity.end)
    return Position(passage=carrying(material, quantity), says=quantity.text, differs=(span,))


def _reason(material: Material, match: Match, told: Mapping[str, Quantity]) -> str:
    texts = " against ".join(f"“{told[key].text}”" for key in sorted(told))
    nouns = ", ".join(shared_nouns(material, match.a, match.shared)[:4])
    return f"They count the same thing in like words{f' ({nouns})' if nouns else ''}: {texts}"
