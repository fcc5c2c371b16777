"""The editor's word on which articles tell one event, checked against the articles that there are."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from generator.model.decisions import EventDecision
from generator.model.periods import period
from generator.model.site import Problem

_ALIKE = 60  # of 100


def check(decisions: Sequence[EventDecision], names: Sequence[str]) -> tuple[list[EventDecision], list[Problem]]:
    """The decisions that can be carried out, and what is wrong with the rest; none is dropped in silence."""
    there, taken = set(names), dict[str, EventDecision]()
    good: list[EventDecision] = []
    problems: list[Problem] = []
    for decision in decisions:
        faults = [
            *_unknown(decision, there),
            *_claimed(decision, taken),
            *_undatable(decision),
            *_doubled(decision, good),
        ]
        problems += faults
        if not faults and decision.articles:
            taken |= dict.fromkeys(decision.articles, decision)
            good.append(decision)
    return good, problems


def _unknown(decision: EventDecision, there: set[str]) -> list[Problem]:
    return [
        _problem(
            decision,
            f"The event names the article {name!r}, which is not in the folder.",
            f"{_most_like(name, there)}Write the article’s file name without `.md`, or take it out.",
        )
        for name in decision.articles
        if name not in there
    ]


def _most_like(name: str, there: set[str]) -> str:
    found = process.extractOne(name, sorted(there), scorer=fuzz.WRatio, score_cutoff=_ALIKE)
    return f"Most like it: {found[0]}. " if found else ""


def _claimed(decision: EventDecision, taken: dict[str, EventDecision]) -> list[Problem]:
    return [
        _problem(
            decision,
            f"The article {name!r} is already in the event of line {taken[name].place.line}.",
            "An article tells one event: take it out of one of the two.",
        )
        for name in decision.articles
        if name in taken
    ]


def _doubled(decision: EventDecision, earlier: Sequence[EventDecision]) -> list[Problem]:
    """Addresses that an earlier entry has taken, as its own or as one that leads to it."""
    own = {decision.slug, *decision.formerly} - {""}
    return [
        _problem(
            decision,
            f"The address {address!r} is that of the event of line {other.place.line} already.",
            "Give each event a `slug` of its own, and each earlier one to one event.",
        )
        for other in earlier
        for address in sorted(own & {other.slug, *other.formerly})
    ]


def _undatable(decision: EventDecision) -> list[Problem]:
    if not decision.date or period(decision.date) is not None:
        return []
    return [
        _problem(
            decision,
            f"The date {decision.date!r} is no EDTF date.",
            "Write 2024-01-16, 2024-01, 2024, 2024-23 (autumn) or 2024-01-16/2024-01-20.",
        )
    ]


def _problem(decision: EventDecision, message: str, remedy: str) -> Problem:
    return Problem(severity="error", file=decision.place.file, line=decision.place.line, message=message, remedy=remedy)
