"""The editor's decisions on what readers found, which hold although the same is read in other words the next time."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from generator.model.decisions import Decisions, DisagreementDecision
from generator.model.readings import Quote
from generator.model.story import Disagreement, Position
from generator.readings.placing import position_of, sameness
from generator.readings.valid import World


def resolved(decisions: Decisions, findings: Sequence[Disagreement], world: World) -> Decisions:
    """The decisions with the ids of now, where an entry holds its positions and its id is not found any more.

    A dismissal strikes out all findings of the same matter, or waits for one; a confirmed finding that nobody makes any
    longer stays as the editor's own. One whose words are in the articles no longer stays as it is: its id will be told
    to be unknown.
    """
    known = {finding.id: finding for finding in findings}
    told: list[DisagreementDecision] = []
    taken = {decision.id for decision in decisions.disagreements if decision.id in known}
    for decision in decisions.disagreements:
        if decision.action == "add" or decision.id in known or not decision.positions:
            told.append(decision)
            continue
        positions = [
            position_of(Quote(article=p.article, quote=p.quote, says=p.says), world.articles)
            for p in decision.positions
        ]
        if any(position is None for position in positions):
            told.append(decision)
            continue
        alike = [f for f in _alike(decision, [p for p in positions if p], findings) if f.id not in taken]
        taken |= {finding.id for finding in alike}
        told += _now(decision, alike)
    return replace(decisions, disagreements=tuple(told))


def _alike(
    decision: DisagreementDecision, positions: Sequence[Position], findings: Iterable[Disagreement]
) -> list[Disagreement]:
    """The findings of the matter that a decision is about, the likest first."""
    rated = [(sameness(positions, f.positions, same_kind=decision.kind in (None, f.kind)), f) for f in findings]
    found = [(likeness, f) for likeness, f in rated if likeness]
    return [f for _, f in sorted(found, key=lambda pair: (-pair[0], pair[1].id))]


def _now(decision: DisagreementDecision, alike: Sequence[Disagreement]) -> list[DisagreementDecision]:
    if decision.action == "dismiss":
        return [replace(decision, id=finding.id) for finding in alike]
    if alike:
        return [replace(decision, id=alike[0].id)]
    if decision.kind and decision.hardness and decision.about:
        return [replace(decision, action="add")]
    return [decision]


def without_repeats(disagreements: Sequence[Disagreement]) -> tuple[Disagreement, ...]:
    """The disagreements without open ones of a matter on which the editor has decided."""
    decided = [d for d in disagreements if d.by_editor]
    return tuple(d for d in disagreements if d.by_editor or not any(repeats(d, other) for other in decided))


def repeats(one: Disagreement, other: Disagreement) -> bool:
    """Whether two are of one event and on the same matter."""
    return one.event == other.event and bool(sameness(one.positions, other.positions, same_kind=one.kind == other.kind))
