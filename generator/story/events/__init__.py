"""Which articles tell one happening, and what that happening is called, when and where it was, and who was in it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from generator.model.decisions import EventDecision
from generator.model.periods import in_time
from generator.model.record import Record
from generator.model.site import Problem
from generator.model.story import Event
from generator.story.events.building import counted, may_be_in_passing, name_event, salient
from generator.story.events.deciding import check
from generator.story.events.grouping import group

__all__ = ["Group", "Grouped", "counted", "group", "grouped", "in_order", "may_be_in_passing", "name_event", "salient"]


class Group(Record, frozen=True):
    """Articles that tell one happening, as the editor has decided if he has."""

    articles: tuple[str, ...]
    decision: EventDecision | None = None


class Grouped(Record, frozen=True):
    """The groups, and the editor's misfits about them."""

    groups: tuple[Group, ...]
    problems: tuple[Problem, ...] = ()


def grouped(
    names: Sequence[str],
    decisions: Sequence[EventDecision],
    alike: Callable[[Sequence[str]], Iterable[tuple[str, ...]]],
) -> Grouped:
    """The article ids in groups: as the editor grouped them, the rest as they are `alike` (see `group`).

    Articles that a decision names leave the machine's groups. A decision that cannot be carried out is a problem.
    """
    decided, problems = check(decisions, names)
    taken = {name for decision in decided for name in decision.articles}
    places = {name: place for place, name in enumerate(names)}
    free = [name for name in names if name not in taken]
    groups = [Group(articles=tuple(sorted(set(d.articles), key=places.__getitem__)), decision=d) for d in decided]
    groups += [Group(articles=own) for own in alike(free)]
    return Grouped(groups=tuple(groups), problems=tuple(problems))


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events in time, with ids of their own."""
    return _told_apart(sorted(events, key=_in_time))


def _in_time(event: Event) -> tuple[tuple[int, int], str, tuple[str, ...]]:
    # Whether a day is sure changes nothing of its order, and an EDTF date that is no plain one is slow to read.
    return in_time(event.date.removesuffix("?")), event.id, event.articles


def _told_apart(events: list[Event]) -> tuple[Event, ...]:
    """The events with ids of their own: one whose id is taken already is numbered."""
    seen: Counter[str] = Counter()
    apart = []
    for event in events:
        seen[event.id] += 1
        number = seen[event.id]
        apart.append(replace(event, id=f"{event.id}-{number}") if number > 1 else event)
    return tuple(apart)
