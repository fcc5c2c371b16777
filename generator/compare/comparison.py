"""All findings of one event: claims of different articles are paired, judged, gathered, typed, worded and ranked."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from generator.compare import attribution, cause, date, figure, label, name, outcome, quote, quoted, update, who
from generator.compare.card import Card, Side, Telling, shared_lemmas
from generator.compare.finding import about_line, finding_id
from generator.compare.gather import Finding, gather
from generator.compare.pairs import find_pairs
from generator.compare.scorecard import Scorecard, scorecards
from generator.compare.space import Space, read_space
from generator.compare.windows import passage_of
from generator.model.claims import Claim
from generator.model.story import Disagreement, Kind, Material, Position

# Kinds that are proven word by word or number by number, with modules that find them by themselves.
_PROVEN = (quote.find, figure.find, name.find, label.find)
_TELLERS: Mapping[Kind, Callable[[Card], Telling | None]] = {
    "attribution": attribution.tell,
    "outcome": outcome.tell,
    "cause": cause.tell,
    "who": who.tell,
    "date": date.tell,
    "update": update.tell,
    "quote": quoted.tell,
    "label": label.tell,
}
# A finding of these kinds tells what a card on the same claims would tell, and tells it better.
_REPLACING = frozenset({"quote", "figure"})
# Below this probability a card is more often idle than not; the cut is near the best F1 in cross-validation.
_LEAST_WORTH = 0.3
# Even a card on claims that others show adds this part of its worth.
_NEW_AT_LEAST = 0.1
# Above this probability a difference is called hard.
_HARD = 0.4
_WORD = re.compile(r"\w+(?:['’]\w+)?")


class Judged(NamedTuple):
    """A finding with its probability of being one that a careful reader would list, and the claims that it shows.

    `main` are the two claims that made it a finding; none for one that was found otherwise.
    """

    worth: float
    disagreement: Disagreement
    members: frozenset[int]
    main: tuple[int, ...] = ()


def compare(
    material: Material, *, limit: int, cards: Mapping[str, Scorecard] | None = None
) -> tuple[Disagreement, ...]:
    """The at most `limit` disagreements of an event that are most worth reading, best first; none with one article.

    `cards` replaces the committed scorecards, to measure others.
    """
    cards = cards or scorecards()
    if len(material.articles) < 2:
        return ()
    space = _space(material)
    found = list(_found(material, space, limit, cards))
    proven = list(_proven(material, space, found, cards))
    covered = [p.members for p in proven if p.disagreement.kind in _REPLACING]
    open_ = [f for f in found if not any(len(set(f.main) & members) > 1 for members in covered)]
    ranked = _diverse([*open_, *proven], limit)
    return tuple(judged.disagreement for judged in ranked if judged.worth >= _LEAST_WORTH or not judged.main)


def _diverse(judged: Sequence[Judged], limit: int) -> list[Judged]:
    """The best `limit`, best first, where a card counts only for the part of its claims that no better one shows.

    Maximal marginal relevance (Carbonell and Goldstein 1998), with shared claims as the likeness of two cards; the
    score of a card becomes what it adds to those before it.
    """
    waiting = sorted(judged, key=lambda each: (-each.worth, each.disagreement.id))
    ranked: list[Judged] = []
    while waiting and len(ranked) < limit:
        adds = [each.worth * max(_NEW_AT_LEAST, 1.0 - _shown_already(each, ranked)) for each in waiting]
        place = max(range(len(waiting)), key=lambda number: adds[number])
        best = waiting.pop(place)
        score = round(float(adds[place]), 3)
        ranked.append(best._replace(disagreement=msgspec.structs.replace(best.disagreement, score=score)))
    return ranked


def _shown_already(judged: Judged, ranked: Sequence[Judged]) -> float:
    """The largest part of its claims that any card before it shows."""
    return max((len(judged.members & other.members) / max(1, len(judged.members)) for other in ranked), default=0.0)


def _space(material: Material) -> Space:
    bodies = {article.id: article.body for article in material.articles}
    claims = [claim for article in material.articles for claim in material.claims.get(article.id, ())]
    return read_space(claims, [bodies[claim.article][claim.start : claim.end] for claim in claims])


def _found(material: Material, space: Space, limit: int, cards: Mapping[str, Scorecard]) -> Iterator[Judged]:
    pairs = find_pairs(space, _titles(material))
    worth = cards["worth"].judge([pair.features for pair in pairs])
    findings = gather(space, pairs, worth, limit=limit)
    rows = [finding.pair.features for finding in findings]
    hard = cards["hard"].judge(rows)
    kinds = _kinds(rows, cards)
    for finding, order, likely_hard in zip(findings, kinds, hard, strict=True):
        disagreement = _disagreement(material, space, finding, order, hard=bool(likely_hard >= _HARD))
        yield Judged(finding.worth, disagreement, frozenset(finding.members), finding.pair[:2])


def _titles(material: Material) -> list[frozenset[str]]:
    """The words of each headline."""
    return [frozenset(_WORD.findall((article.title or "").casefold())) for article in material.articles]


def _kinds(rows: Sequence[Mapping[str, float]], cards: Mapping[str, Scorecard]) -> list[list[Kind]]:
    """The kinds that each row may be, likeliest first."""
    odds = {kind: cards[kind].odds(rows) for kind in _TELLERS}
    return [sorted(_TELLERS, key=lambda kind: (-odds[kind][n], kind)) for n in range(len(rows))]


def _disagreement(
    material: Material, space: Space, finding: Finding, order: Sequence[Kind], *, hard: bool
) -> Disagreement:
    card = _card(material, space, finding)
    kind, telling = next((kind, t) for kind in order if (t := _TELLERS[kind](card)) is not None)
    positions = tuple(
        Position(passage=side.passage, says=side.words(span), differs=(span,))
        for side, span in zip(card.sides, telling.says, strict=True)
    )
    return Disagreement(
        id=finding_id(kind, material.event.id, positions),
        event=material.event.id,
        kind=kind,
        about=about_line(telling.about),
        hardness="hard" if hard else "soft",
        score=round(float(finding.worth), 3),
        reason=telling.reason,
        positions=positions,
        note=_note(material, card),
        actors=tuple(sorted(frozenset().union(*(side.claim.actors for side in card.sides)))),
        features={name: round(float(value), 3) for name, value in finding.pair.features.items() if value},
    )


def _card(material: Material, space: Space, finding: Finding) -> Card:
    bodies = {article.id: article for article in material.articles}
    members = sorted(finding.members)
    claims = [space.claims[member] for member in members]
    sides = tuple(
        Side(
            claim=claim,
            analysis=material.analyses[claim.article],
            passage=passage_of(
                bodies[claim.article],
                material.analyses[claim.article],
                claim,
                _others(claim, claims),
                space.weights,
            ),
            shared=shared,
        )
        for claim, shared in zip(claims, shared_lemmas(claims), strict=True)
    )
    one, other = (sides[members.index(member)] for member in (finding.pair.i, finding.pair.j))
    return Card(material=material, sides=sides, main=(one, other), weights=space.weights)


def _others(claim: Claim, claims: Sequence[Claim]) -> list[Claim]:
    return [other for other in claims if other.article != claim.article]


def _note(material: Material, card: Card) -> str:
    """Which of the card's articles lean on one another."""
    shown = {side.claim.article for side in card.sides}
    leaning = [d for d in material.dependences if {d.article, d.on} <= shown]
    return " ".join(d.reason for d in leaning)


def _proven(
    material: Material, space: Space, found: Sequence[Judged], cards: Mapping[str, Scorecard]
) -> Iterator[Judged]:
    """The findings of the modules that need no judgement, with their worth."""
    for finder in _PROVEN:
        for disagreement in finder(material):
            members = _members(space, disagreement)
            near = [f.worth for f in found if len(set(f.main) & members) > 1]
            worth = float(cards[f"{disagreement.kind}_found"].judge([{"score": disagreement.score}])[0])
            yield Judged(max([worth, *near]), disagreement, members)


def _members(space: Space, disagreement: Disagreement) -> frozenset[int]:
    middles = {(p.passage.article, (p.passage.start + p.passage.end) // 2) for p in disagreement.positions}
    return frozenset(
        number
        for number, claim in enumerate(space.claims)
        if any(claim.article == article and claim.start <= middle < claim.end for article, middle in middles)
    )
