"""Events of a few articles, without a build: the steps of grouping in their order."""

from collections.abc import Mapping, Sequence

from generator.matching.terms import terms_of
from generator.model.actors import Cast
from generator.model.analysis import Analysis
from generator.model.decisions import Decisions
from generator.model.record import Record
from generator.model.site import Problem
from generator.model.story import Dating, Event
from generator.model.text import Article
from generator.story.events import counted, group, grouped, in_order, name_event, salient


class Grouping(Record, frozen=True):
    """The events, by date and then id; every article is in exactly one. `problems` are the editor's misfits."""

    events: tuple[Event, ...]
    problems: tuple[Problem, ...] = ()


def group_events(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    cast: Cast,
    datings: Mapping[str, Dating],
    decisions: Decisions,
) -> Grouping:
    """The happenings that the articles tell: as the editor grouped them, the rest by likeness and date."""
    terms = {article.id: terms_of(article, analyses[article.id]) for article in articles}
    found = grouped(
        [a.id for a in articles],
        decisions.events,
        lambda names: group(names, (terms[name] for name in names), datings),
    )
    told = {article.id: article for article in articles}
    actors = counted(told, cast)
    events = [
        name_event(
            tuple(told[name] for name in told_in.articles),
            {name: analyses[name] for name in told_in.articles},
            {name: datings[name] for name in told_in.articles},
            salient([actors[name] for name in told_in.articles], frozenset()),
            told_in.decision,
        )
        for told_in in found.groups
    ]
    return Grouping(events=in_order(events), problems=found.problems)
