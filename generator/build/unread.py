"""Decisions without the articles that could not be read: their file's own error says why, and no other need be told."""

from collections.abc import Sequence
from pathlib import PurePath

import msgspec

from generator.content.articles import Reading
from generator.model.decisions import Decisions, DisagreementDecision, EventDecision


def of_read_articles(decisions: Decisions, reading: Reading) -> Decisions:
    """The decisions, an event's without its articles that were not read, and no disagreement that needs one."""
    faulty = {PurePath(problem.file).stem for problem in reading.problems if problem.severity == "error"}
    unread = faulty - {article.id for article in reading.articles}
    if not unread:
        return decisions
    return msgspec.structs.replace(
        decisions,
        events=tuple(_events(decisions.events, unread)),
        disagreements=tuple(d for d in decisions.disagreements if not _needs(d, unread)),
    )


def _events(decided: Sequence[EventDecision], unread: set[str]) -> list[EventDecision]:
    left = [
        msgspec.structs.replace(each, articles=tuple(name for name in each.articles if name not in unread))
        for each in decided
    ]
    return [each for each in left if each.articles]


def _needs(decision: DisagreementDecision, unread: set[str]) -> bool:
    return any(position.article in unread for position in decision.positions)
