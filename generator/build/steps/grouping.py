"""Which articles tell one happening, and what it is called."""

from collections.abc import Mapping, Sequence

from generator.matching.terms import Terms
from generator.model.analysis import Analysis
from generator.model.decisions import EventDecision
from generator.model.story import Dating, Event
from generator.model.text import Article
from generator.story.events import group, name_event


def group_all(
    names: Sequence[str], terms: Mapping[str, Terms], datings: Mapping[str, Dating]
) -> tuple[tuple[str, ...], ...]:
    """The articles `names` in groups that tell one happening each, by likeness and date alone."""
    return group(names, (terms[name] for name in names), datings)


def name_one(
    articles: tuple[Article, ...],
    analyses: dict[str, Analysis],
    datings: dict[str, Dating],
    actors: tuple[str, ...],
    decision: EventDecision | None,
) -> Event:
    """The event that a group of articles tells; its id may be that of another one too."""
    return name_event(articles, analyses, datings, actors, decision)
