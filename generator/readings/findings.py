"""The findings of an event's readings in the place of the machine's draft, and what the two have in common."""

import hashlib
from collections.abc import Iterable, Sequence

import msgspec

from generator.model.readings import EventReadings, ReadDisagreement, Reading
from generator.model.record import Record
from generator.model.site import Problem
from generator.model.story import Dependence, Disagreement, Event, Hardness, Phrase, Position, Reader
from generator.readings.placing import Stale, as_problem, position_of, sameness, stale
from generator.readings.valid import World, covers

# What two readings found comes first, then what the program found too, then the rest; within each as the reader has it.
_BY_TWO, _BY_BOTH, _BY_ONE, _RANGE = 0.9, 0.8, 0.7, 0.09


class Merged(Record, frozen=True):
    """All findings, of readings and of the machine, and what in the readings fits the articles no longer."""

    disagreements: tuple[Disagreement, ...]
    problems: tuple[Problem, ...] = ()


class _Card(Record, frozen=True):
    """One item as it grows: the reader's words, the places, who found it, and its rank (0 first) in its reading."""

    item: ReadDisagreement
    positions: tuple[Position, ...]
    readers: tuple[Reader, ...]
    rank: float
    machine: Disagreement | None = None


def merge_findings(
    found: Sequence[Disagreement],
    events: Sequence[Event],
    world: World,
    *,
    decided: Iterable[str] = (),
    shown: int = 12,
) -> Merged:
    """The machine's findings `found` with those of the readings, event by event.

    A finding of both has the reader's kind, hardness, heading and positions, the machine's further positions, and the
    machine's id. What a reader said to drop is dropped. What none judged or found stays when it is among the `shown`
    best of its event and proven. What the editor `decided` on, by id, stays as it is, without the reader's card.
    """
    merged: list[Disagreement] = []
    lost: list[Stale] = []
    kept = frozenset(decided)
    for event in events:
        own = [d for d in found if d.event == event.id]
        told = world.of(event)
        merged += _of_event(event, own, told, world, kept, shown, lost) if told else own
    known = {event.id for event in events}
    merged += [d for d in found if d.event not in known]
    return Merged(disagreements=tuple(merged), problems=tuple(dict.fromkeys(as_problem(each) for each in lost)))


def _of_event(
    event: Event,
    found: Sequence[Disagreement],
    told: Sequence[tuple[EventReadings, Reading]],
    world: World,
    decided: frozenset[str],
    shown: int,
    lost: list[Stale],
) -> list[Disagreement]:
    cards: list[_Card] = []
    for file, reading in told:
        cards = _joined(cards, _placed(event, file, reading, world, lost))
    readings = [reading for _, reading in told]
    best = {d.id for d in sorted(found, key=lambda d: d.likeliest)[:shown]}
    kept = [finding for finding in found if finding.id in decided]
    for finding in kept:  # the page shows his card under this id: it is what the decision is about
        twin = _twin(finding, cards)
        if twin is not None:
            del cards[twin]
    for finding in found:
        if finding.id in decided:
            continue
        twin = _twin(finding, cards)
        if twin is not None:
            card = cards[twin]
            cards[twin] = card if card.machine else msgspec.structs.replace(card, machine=finding)
        else:
            kept += _judged(finding, readings, world, is_best=finding.id in best)
    return [*_numbered([_finding(event, card, world) for card in cards]), *kept]


def _placed(event: Event, file: EventReadings, reading: Reading, world: World, lost: list[Stale]) -> list[_Card]:
    """The items of a reading whose quotations are still in two articles of the event or more."""
    cards = []
    for rank, item in enumerate(reading.disagreements):
        told = [(quote, position_of(quote, world.articles)) for quote in item.positions]
        lost += [stale(file, item.about, quote) for quote, position in told if position is None]
        positions = tuple(p for _, p in told if p is not None and p.passage.article in event.articles)
        if len({p.passage.article for p in positions}) > 1:
            share = rank / max(1, len(reading.disagreements))
            cards.append(_Card(item=item, positions=positions, readers=(reading.reader,), rank=share))
    return cards


def _joined(cards: Sequence[_Card], more: Sequence[_Card]) -> list[_Card]:
    """The cards of earlier readings with those of a further one; each takes up at most one of it, the likest first."""
    alike = sorted(
        (-_likeness(card, other), i, j)
        for i, card in enumerate(cards)
        for j, other in enumerate(more)
        if _likeness(card, other)
    )
    grown, taken = list(cards), set[int]()
    open_ = set(range(len(cards)))
    for _, i, j in alike:
        if i in open_ and j not in taken:
            open_.discard(i)
            taken.add(j)
            grown[i] = _both(cards[i], more[j])
    return [*grown, *(card for j, card in enumerate(more) if j not in taken)]


def _likeness(one: _Card, other: _Card) -> float:
    return sameness(one.positions, other.positions, same_kind=one.item.kind == other.item.kind)


def _both(card: _Card, other: _Card) -> _Card:
    """A card of two readings: the first one's words, hard only if both say so, all articles that either names."""
    hardness: Hardness = "hard" if card.item.hardness == other.item.hardness == "hard" else "soft"
    return msgspec.structs.replace(
        card,
        item=msgspec.structs.replace(card.item, hardness=hardness),
        positions=_with_further(card.positions, other.positions),
        readers=(*card.readers, *other.readers),
        rank=min(card.rank, other.rank),
    )


def _with_further(positions: tuple[Position, ...], more: Iterable[Position]) -> tuple[Position, ...]:
    told = {position.passage.article for position in positions}
    return (*positions, *(position for position in more if position.passage.article not in told))


def _twin(finding: Disagreement, cards: Sequence[_Card]) -> int | None:
    """The number of the card that is of the same matter as a machine finding."""
    alike = [
        (sameness(card.positions, finding.positions, same_kind=card.item.kind == finding.kind), -number)
        for number, card in enumerate(cards)
    ]
    likeness, number = max(alike, default=(0.0, 0))
    return -number if likeness else None


def _judged(finding: Disagreement, readings: Sequence[Reading], world: World, *, is_best: bool) -> list[Disagreement]:
    """A machine finding that no reader found himself: as the readers judged it, or else by its own measure."""
    verdicts = [(r.reader, verdict) for r in readings for verdict in r.machine if verdict.finding == finding.id]
    if verdicts:
        keepers = [(reader, verdict) for reader, verdict in verdicts if verdict.keep]
        if len(keepers) < len(verdicts):
            return []
        about = next((verdict.about for _, verdict in keepers if verdict.about), finding.about)
        readers = tuple(reader for reader, _ in keepers)
        return [msgspec.structs.replace(finding, status="read", about=about, readers=readers)]
    seen = any(covers(r, [p.passage.article for p in finding.positions], world.digests) for r in readings)
    return [finding] if not seen or (finding.proven and is_best) else []


def _finding(event: Event, card: _Card, world: World) -> Disagreement:
    machine, item = card.machine, card.item
    positions = _with_further(card.positions, machine.positions) if machine else card.positions
    base = _BY_TWO if len(card.readers) > 1 else _BY_BOTH if machine else _BY_ONE
    return Disagreement(
        id=machine.id if machine else _id(item, positions),
        event=event.id,
        kind=item.kind,
        about=item.about,
        hardness=item.hardness,
        score=round(base + _RANGE * (1 - card.rank), 4),
        reason="",
        because=Phrase("reason_read", {"readers": " + ".join(f"{r.name}, {r.day}" for r in card.readers)}),
        positions=positions,
        status="read",
        note=_note(positions, world.dependences),
        actors=_concerned(positions, world),
        proven=machine is not None,
        readers=card.readers,
    )


def _id(item: ReadDisagreement, positions: Sequence[Position]) -> str:
    """Made of the kind and the exact words, and of nothing that a reading of another event could change."""
    words = sorted((p.passage.article, p.passage.quote, p.says) for p in positions)
    return f"read-{item.kind}-{hashlib.sha256(repr(words).encode('utf-8', 'replace')).hexdigest()[:10]}"


def _numbered(findings: Sequence[Disagreement]) -> list[Disagreement]:
    """The findings with ids of their own: one whose id is taken already is numbered."""
    seen: dict[str, int] = {}
    apart = []
    for finding in findings:
        seen[finding.id] = seen.get(finding.id, 0) + 1
        number = seen[finding.id]
        apart.append(msgspec.structs.replace(finding, id=f"{finding.id}-{number}") if number > 1 else finding)
    return apart


def _note(positions: Iterable[Position], dependences: Iterable[Dependence]) -> str:
    """Which of the articles lean on one another, in the words of the dependences; "" if none do."""
    shown = {position.passage.article for position in positions}
    return " ".join(d.reason for d in dependences if {d.article, d.on} <= shown)


def _concerned(positions: Sequence[Position], world: World) -> tuple[str, ...]:
    """Who is spoken of in the positions, in order of mention."""
    passages = [position.passage for position in positions]
    found = (
        mention.actor
        for passage in passages
        for mention in world.mentions.get(passage.article, ())
        if passage.start <= mention.start and mention.end <= passage.end
    )
    return tuple(dict.fromkeys(found))
