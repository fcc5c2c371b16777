"""Different numbers for one quantity, with bounds, rounding and vaguer words given their due."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.disagreements.finding import finding_id, leaning_note
from generator.disagreements.quantity import one_or_many
from generator.disagreements.quantity.as_of import of_different_times
from generator.disagreements.quantity.counting import about, carrying, shared_nouns
from generator.disagreements.quantity.figure_matches import JOINING, Match, match_of, matches
from generator.disagreements.weights import lemma_weights
from generator.matching.measures import comparable, kind_of_thing
from generator.model.quantities import Quantity
from generator.model.story import Disagreement, Hardness, Material, Position


def find(material: Material) -> Iterator[Disagreement]:
    """Every quantity of the event for which two or more articles give different numbers, one finding each.

    The base score grows with the surroundings shared and with how much the numbers are alike in size.
    """
    weights = lemma_weights(material)
    told = {article.id: material.quantities.get(article.id, ()) for article in material.articles}
    found = [
        match
        for x, y in combinations(material.articles, 2)
        for match in matches(told[x.id], told[y.id], weights)
        if not of_different_times(material, match.a, match.b)
    ]
    used: set[tuple[str, float, str]] = set()
    for group in _groups(found):
        shown = [match for match in group if not {_place(match.a), _place(match.b)} & used]
        if shown and shown[0].sure:
            quantities = _told_by(shown, told, weights)
            used |= {_place(quantity) for quantity in quantities.values()}
            yield _finding(material, shown, quantities)
    yield from one_or_many.find(material)


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
            (match_of(member, quantity, weights, sole=False).evidence, -quantity.start, quantity)
            for quantity in told[article]
            for member in members
            if quantity.number == member.number and comparable(quantity, member)
        ]
        best = max(same, default=None, key=lambda each: each[:2])
        if best is not None and best[0] >= JOINING:
            found[article] = best[2]
    return found


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
    article = next(a for a in material.articles if a.id == quantity.article)
    span = (quantity.start, quantity.end)
    passage = carrying(article, material.analyses[article.id], span, quantity.verb)
    return Position(passage=passage, says=quantity.text, differs=(span,))


def _reason(material: Material, match: Match, told: Mapping[str, Quantity]) -> str:
    texts = " against ".join(f"“{told[key].text}”" for key in sorted(told))
    nouns = ", ".join(shared_nouns(material, match.a, match.shared)[:4])
    return f"They count the same thing in like words{f' ({nouns})' if nouns else ''}: {texts}"
