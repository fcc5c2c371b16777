"""What the readers say that sources tell alike, or that one tells alone, in the place of the machine's facts."""

from collections.abc import Iterable, Sequence

from generator.matching.leaning import independent
from generator.model.readings import EventReadings, Quote, Reading
from generator.model.record import Record
from generator.model.site import Problem
from generator.model.story import Disagreement, Event, Fact
from generator.model.text import Passage
from generator.readings.placing import Stale, as_problem, core, overlap, passage_of, stale
from generator.readings.valid import World

_SHARED, _SINGLE = 8, 3


class ReadFacts(Record, frozen=True):
    """The facts of all events, and what in the readings fits the articles no longer."""

    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...] = ()


def read_facts(
    facts: Sequence[Fact], events: Sequence[Event], disagreements: Sequence[Disagreement], world: World
) -> ReadFacts:
    """The machine's `facts`, those of an event replaced where its readers answered what is agreed or told alone.

    What the sources of the event are in hard disagreement about is no fact; what two readers name comes first.
    """
    if not world.shelf.files:
        return ReadFacts(facts=tuple(facts))
    merged: list[Fact] = []
    lost: list[Stale] = []
    for event in events:
        own = [fact for fact in facts if fact.event == event.id]
        shared, single = [f for f in own if f.articles > 1], [f for f in own if f.articles == 1]
        told = world.of(event)
        hard = [d for d in disagreements if d.event == event.id and d.hardness == "hard"]
        if any(reading.agreed is not None for _, reading in told):
            shared = _shared(event, told, hard, world, lost)
        if any(reading.alone is not None for _, reading in told):
            single = _alone(event, told, shared, world, lost)
        merged += [*shared, *single]
    return ReadFacts(facts=tuple(merged), problems=tuple(dict.fromkeys(as_problem(each) for each in lost)))


def _shared(
    event: Event,
    told: Iterable[tuple[EventReadings, Reading]],
    hard: Sequence[Disagreement],
    world: World,
    lost: list[Stale],
) -> list[Fact]:
    found: list[list[Passage]] = []
    votes: list[int] = []
    for file, reading in told:
        for quotes in reading.agreed or ():
            passages = _passages(event, file, "agreed", quotes, world, lost)
            if len(passages) < 2 or any(_touch(passages, [core(p) for p in d.positions]) > 1 for d in hard):
                continue
            twin = next((n for n, other in enumerate(found) if _touch(passages, other) > 1), None)
            if twin is None:
                found.append(passages)
                votes.append(1)
            else:
                known = {passage.article for passage in found[twin]}
                found[twin] += [passage for passage in passages if passage.article not in known]
                votes[twin] += 1
    order = sorted(range(len(found)), key=lambda n: (-votes[n], n))[:_SHARED]
    return [
        Fact(
            event=event.id,
            passages=tuple(found[n]),
            articles=len(found[n]),
            independent=independent([p.article for p in found[n]], world.dependences),
        )
        for n in order
    ]


def _passages(
    event: Event, file: EventReadings, item: str, quotes: Iterable[Quote], world: World, lost: list[Stale]
) -> list[Passage]:
    """The places of the quotes, one an article of the event."""
    found: dict[str, Passage] = {}
    for quote in quotes:
        passage = passage_of(quote, world.articles)
        if passage is None:
            lost.append(stale(file, item, quote))
        elif passage.article in event.articles:
            found.setdefault(passage.article, passage)
    return list(found.values())


def _touch(ours: Iterable[Passage], theirs: Sequence[Passage]) -> int:
    return sum(any(overlap(one, other) > 0 for other in theirs) for one in ours)


def _alone(
    event: Event,
    told: Iterable[tuple[EventReadings, Reading]],
    shared: Sequence[Fact],
    world: World,
    lost: list[Stale],
) -> list[Fact]:
    known = [passage for fact in shared for passage in fact.passages]
    kept: dict[str, list[Passage]] = {name: [] for name in event.articles}
    for file, reading in told:
        for quote in reading.alone or ():
            for passage in _passages(event, file, "alone", [quote], world, lost):
                own = kept[passage.article]
                if len(own) < _SINGLE and not _touch([passage], [*own, *known]):
                    own.append(passage)
    return [
        Fact(event=event.id, passages=(passage,), articles=1, independent=1)
        for passages in kept.values()
        for passage in sorted(passages)
    ]
