"""Which entry of disagreements.yml stands behind a disagreement of the site."""

from collections.abc import Iterable, Sequence

from generator.model.decisions import Decisions, DisagreementDecision
from generator.model.story import Disagreement


def added_entries(decisions: Decisions, disagreements: Iterable[Disagreement]) -> dict[str, DisagreementDecision]:
    """The decision that added each disagreement, by the disagreement's id; machine findings have none."""
    adding = [decision for decision in decisions.disagreements if decision.action == "add"]
    found = {
        d.id: next((decision for decision in adding if _is_behind(decision, d)), None)
        for d in disagreements
        if d.status in {"editorial", "proposed"}
    }
    return {name: decision for name, decision in found.items() if decision is not None}


def _is_behind(decision: DisagreementDecision, disagreement: Disagreement) -> bool:
    written = [(position.article, position.quote.split()) for position in decision.positions]
    shown = [(position.passage.article, position.passage.quote.split()) for position in disagreement.positions]
    return decision.kind == disagreement.kind and sorted(written) == sorted(shown)


def entry_numbers(decided: dict[str, DisagreementDecision], lines: Sequence[int]) -> dict[str, int]:
    """The number of each decision's entry in its file, counted from 0; `lines` are the lines where entries begin."""
    return {name: lines.index(d.place.line) for name, d in decided.items() if d.place.line in lines}
