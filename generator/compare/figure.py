"""Different numbers for one quantity, with bounds, rounding and vaguer words given their due."""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.compare.finding import about_line, finding_id, leaning_note
from generator.compare.weights import lemma_weights
from generator.model.quantities import Quantity
from generator.model.story import Disagreement, Hardness, Material, Position
from generator.passages import clause
from generator.periods import period

# Durations and times are for the comparison of dates; "times" and "percentage points" count nothing by themselves.
_OTHER_UNITS = frozenset(
    {"year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "time", "point", "way", "part"}
)
# Numbers for one thing are mostly near each other: below the first ratio they are never compared, above the second the
# surroundings need to share less.
_FAR, _NEAR = 0.4, 0.75
# The weight of shared words that shows one thing: of far numbers, of near ones, and of near ones when another article
# has already been found to differ.
_STRONG, _ENOUGH, _JOINING = 9.0, 4.0, 1.8
_MONTH = 28


class Match(NamedTuple):
    """Two quantities that may measure one thing: the weight of what their surroundings share, and how near they are."""

    a: Quantity
    b: Quantity
    context: float
    shared: tuple[str, ...]
    ratio: float

    @property
    def strength(self) -> float:
        """Shared surroundings, counting for less the further the numbers are apart."""
        return self.context * self.ratio**2

    @property
    def sure(self) -> bool:
        """Whether the two may open a finding of their own."""
        return self.context >= (_ENOUGH if self.ratio >= _NEAR else _STRONG)


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
    for group in _groups(matches):
        yield _finding(material, group)


def _matches(ours: Sequence[Quantity], theirs: Sequence[Quantity], weights: dict[str, float]) -> list[Match]:
    """The conflicts between two articles, each quantity taken once, best first."""
    found = [
        match
        for a in ours
        for b in theirs
        if _comparable(a, b) and _conflict(a, b) and not _known(a, theirs) and not _known(b, ours)
        if (match := _match(a, b, weights)) is not None
    ]
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (-m.strength, m.a.start, m.b.start)):
        if all(match.a.number != k.a.number and match.b.number != k.b.number for k in kept):
            kept.append(match)
    return kept


def _comparable(a: Quantity, b: Quantity) -> bool:
    """Whether the two count the same sort of thing."""
    if a.age or b.age or a.unit in _OTHER_UNITS or b.unit in _OTHER_UNITS or not _same_scope(a, b):
        return False
    if (a.versus is None) != (b.versus is None):
        return False
    if a.currency or b.currency or a.percent or b.percent:
        return (a.currency, a.percent) == (b.currency, b.percent) and (a.unit == b.unit or "" in {a.unit, b.unit})
    narrowed = not a.modifiers or not b.modifiers or bool(set(a.modifiers) & set(b.modifiers))
    return a.unit == b.unit and narrowed and bool(a.unit or a.versus is not None)


def _same_scope(a: Quantity, b: Quantity) -> bool:
    """Whether both count the whole, or both a part; "a deal with 11 nations" and "the 12-nation deal" agree."""
    companions = {"with", "among"}
    if (a.scope in companions) != (b.scope in companions):
        return abs(a.number - b.number) != 1
    return a.scope == b.scope or a.scope in companions


def _conflict(a: Quantity, b: Quantity) -> bool:
    """Whether no value satisfies both; two upper or two lower limits conflict when they differ."""
    if a.versus is not None:
        return (a.number, a.versus) != (b.number, b.versus)
    if a.bound == b.bound and a.bound in {"at most", "at least", "more than", "less than"}:
        return a.number != b.number and not _rounded(a.number, b.number)
    apart = a.low > b.high or b.low > a.high
    return apart and not _rounded(a.number, b.number)


def _rounded(one: float, other: float) -> bool:
    """Whether one number is the other rounded to the digits that it shows."""
    if not one or not other:
        return False
    for rough, fine in ((one, other), (other, one)):
        digits = len(f"{rough:.0f}".rstrip("0")) if rough >= 1 else 2
        scale = 10 ** (math.floor(math.log10(abs(fine))) - digits + 1)
        if abs(rough - fine) <= min(scale / 2, 0.05 * fine) and _is_round(rough, fine):
            return True
    return False


def _is_round(rough: float, fine: float) -> bool:
    """Whether `rough` shows fewer significant digits than `fine`."""
    rough_digits, fine_digits = (len(f"{n:.10g}".replace(".", "").strip("0")) for n in (rough, fine))
    return rough_digits < fine_digits


def _known(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether the other article gives this number too: then it tells both, of different things or times."""
    return any(other.number == quantity.number and other.unit == quantity.unit for other in others)


def _of_different_times(material: Material, match: Match) -> bool:
    """Whether both sentences give their numbers for years or months of which none touches the other: a change.

    Days are left out: they are rather when a number was told.
    """
    ours, theirs = (
        [
            found
            for mention in material.dates.get(quantity.article, ())
            if mention.sentence == quantity.sentence
            if (found := period(mention.date)) is not None and found.days >= _MONTH
        ]
        for quantity in (match.a, match.b)
    )
    apart = all(x.high < y.low or y.high < x.low for x in ours for y in theirs)
    return bool(ours and theirs) and apart


def _match(a: Quantity, b: Quantity, weights: dict[str, float]) -> Match | None:
    shared = sorted(set(a.context) & set(b.context), key=lambda lemma: (-weights.get(lemma, 0), lemma))
    context = sum(weights.get(lemma, 0) for lemma in shared)
    if a.unit == b.unit and not a.currency and not a.percent:
        context += 1.5 * weights.get(a.unit, 0)
    ratio = min(a.number, b.number) / max(a.number, b.number) if a.number and b.number else 0.0
    least = _JOINING if ratio >= _NEAR else _STRONG
    return Match(a, b, context, tuple(shared), ratio) if shared and ratio >= _FAR and context >= least else None


def _groups(matches: Sequence[Match]) -> list[list[Match]]:
    """Matches together that have a quantity in common; each group is opened by a sure one."""
    groups: list[list[Match]] = []
    for match in sorted(matches, key=lambda m: (not m.sure, -m.strength)):
        home = next((group for group in groups if any(_linked(match, other) for other in group)), None)
        if home is not None:
            home.append(match)
        elif match.sure:
            groups.append([match])
    return groups


def _linked(one: Match, other: Match) -> bool:
    return any(x.article == y.article and x.number == y.number for x in (one.a, one.b) for y in (other.a, other.b))


def _finding(material: Material, group: Sequence[Match]) -> Disagreement:
    best = group[0]
    told: dict[str, Quantity] = {}
    for match in group:
        for quantity in (match.a, match.b):
            told.setdefault(quantity.article, quantity)
    positions = tuple(_position(material, told[key]) for key in sorted(told))
    features = {
        "context": best.context,
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
        about=_about(material, best),
        hardness=_hardness(best),
        score=0.3 + 0.4 * best.context / (best.context + 6) + 0.2 * best.ratio + 0.1 * features["predicate"],
        reason=_reason(material, best, told),
        note=leaning_note(material, positions),
        positions=positions,
        features=features,
    )


def _hardness(match: Match) -> Hardness:
    loose = {"vague", "at most", "at least", "more than", "less than"}
    return "soft" if match.a.bound in loose and match.b.bound in loose else "hard"


def _position(material: Material, quantity: Quantity) -> Position:
    article = next(a for a in material.articles if a.id == quantity.article)
    passage = clause(article, material.analyses[article.id], quantity.start, quantity.end)
    return Position(passage=passage, says=quantity.text, differs=((quantity.start, quantity.end),))


def _about(material: Material, match: Match) -> str:
    subject = ", ".join(_nouns(material, match)[:3])
    if match.a.versus is not None:
        return about_line(f"How the votes were counted: {subject}")
    if match.a.currency:
        return about_line(f"How much money: {subject}")
    counted = min((q.counted for q in (match.a, match.b) if q.counted), key=len, default=match.a.unit)
    return about_line(f"What percentage: {counted or subject}" if match.a.percent else f"How many {counted}")


def _nouns(material: Material, match: Match) -> list[str]:
    """The nouns and names that both sentences share, as written, the most telling first."""
    analysis = material.analyses[match.a.article]
    tokens = analysis.sentence_tokens(analysis.sentences[match.a.sentence])
    written = {token.lemma: token.text for token in tokens if token.pos in {"NOUN", "PROPN"}}
    return [written[lemma] for lemma in match.shared if lemma in written]


def _reason(material: Material, match: Match, told: dict[str, Quantity]) -> str:
    texts = " against ".join(f"“{told[key].text}”" for key in sorted(told))
    nouns = ", ".join(_nouns(material, match)[:4])
    return f"They count the same thing in like words{f' ({nouns})' if nouns else ''}: {texts}"
