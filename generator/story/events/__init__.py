"""Which articles tell one happening, and what that happening is called, when and where it was, and who was in it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from generator.model.actors import Cast
from generator.model.analysis import Analysis
from generator.model.decisions import Decisions
from generator.model.periods import in_time
from generator.model.record import Record
from generator.model.site import Problem
from generator.model.story import DateMention, Dating, Event
from generator.model.text import Article
from generator.story.events.building import build_event, known
from generator.story.events.deciding import check
from generator.story.events.grouping import group

__all__ = ["Grouping", "group_events"]


class Grouping(Record, frozen=True):
    """The events, by date and then id; every article is in exactly one. `problems` are the editor's misfits."""

    events: tuple[Event, ...]
    problems: tuple[Problem, ...] = ()


def group_events(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    cast: Cast,
    datings: Mapping[str, Dating],
    dates: Mapping[str, tuple[DateMention, ...]],
    decisions: Decisions,
) -> Grouping:
    """The happenings that the articles tell: as the editor grouped them, the rest by likeness and date.

    Articles that a decision names leave the machine's groups. A decision that cannot be carried out is a problem.
    """
    names = [a.id for a in articles]
    decided, problems = check(decisions.events, names)
    taken = {name for decision in decided for name in decision.articles}
    world = known(articles, analyses, cast, datings)
    events = [build_event(sorted(set(d.articles), key=names.index), world, d) for d in decided]
    free = [name for name in names if name not in taken]
    events += [build_event(members, world) for members in group(free, analyses, datings)]
    return Grouping(events=_told_apart(sorted(events, key=_in_time)), problems=tuple(problems))


def _in_time(event: Event) -> tuple[tuple[int, int], str, tuple[str, ...]]:
    return in_time(event.date), event.id, event.articles


def _told_apart(events: list[Event]) -> tuple[Event, ...]:
    """The events with ids of their own: one whose id is taken already is numbered."""
    seen: Counter[str] = Counter()
    apart = []
    for event in events:
        seen[event.id] += 1
        number = seen[event.id]
        apart.append(replace(event, id=f"{event.id}-{number}") if number > 1 else event)
    return tuple(apart)
