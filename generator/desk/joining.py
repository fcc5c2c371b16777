"""The answers about pairs of an event's articles, joined to one about the event."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from generator.desk.answer.records import Answer
from generator.model.readings import Quote, ReadDisagreement, Reading, ReadPeople, Verdict
from generator.model.story import Event, Position
from generator.model.text import Article
from generator.readings.placing import overlap, passage_of, position_of, sameness


def join_pairs(event: Event, answers: Sequence[Answer], articles: Mapping[str, Article]) -> Answer:
    """One answer of several: findings of one matter joined; told alone only what no pair tells of two.

    What only the whole event can show (that its articles tell several happenings, that a name is a slip) is left out,
    as nobody has read all articles.
    """
    readings = [answer.reading for answer in answers]
    first = readings[0]
    told = {name: digest for reading in readings for name, digest in reading.articles.items()}
    dates = {reading.date for reading in readings if reading.date is not None}
    speakers = {(s.article, s.quote): s for reading in readings for s in reading.speakers if s.name}
    whole = Reading(
        reader=first.reader,
        request=first.request,
        articles={name: told[name] for name in event.articles if name in told},
        disagreements=_findings([item for reading in readings for item in reading.disagreements], articles),
        agreed=_agreed([fact for reading in readings for fact in reading.agreed or ()], articles),
        alone=_alone(readings, articles),
        title=next((reading.title for reading in readings if reading.title), None),
        date=dates.pop() if len(dates) == 1 else None,
        speakers=tuple(speakers.values()),
        people=_people(readings),
        same_event=True if all(reading.same_event for reading in readings) else None,
        machine=_machine([verdict for reading in readings for verdict in reading.machine]),
    )
    return Answer(
        event=event.id,
        reading=whole,
        refusals=tuple(note for answer in answers for note in answer.refusals),
        repairs=tuple(note for answer in answers for note in answer.repairs),
    )


def _findings(items: Iterable[ReadDisagreement], articles: Mapping[str, Article]) -> tuple[ReadDisagreement, ...]:
    """The items, those of one kind and matter from pairs that share an article as one."""
    kept: list[tuple[ReadDisagreement, list[Position]]] = []
    for item in items:
        positions = [p for p in (position_of(quote, articles) for quote in item.positions) if p]
        twin = next((n for n, (other, old) in enumerate(kept) if _is_further(item, positions, other, old)), None)
        if twin is None:
            kept.append((item, positions))
            continue
        other, old = kept[twin]
        known = {quote.article for quote in other.positions}
        more = tuple(quote for quote in item.positions if quote.article not in known)
        kept[twin] = (replace(other, positions=(*other.positions, *more)), [*old, *positions])
    return tuple(item for item, _ in kept)


def _is_further(
    item: ReadDisagreement, positions: Sequence[Position], other: ReadDisagreement, old: Sequence[Position]
) -> bool:
    """Whether an item goes on with another: the same kind, and nearly the same words of an article they share."""
    if item.kind != other.kind:
        return False
    if sameness(positions, old, same_kind=True):
        return True
    near = any(overlap(a.passage, b.passage) > 0.6 for a in positions for b in old)
    return near and bool({q.article for q in item.positions} - {q.article for q in other.positions})


def _agreed(
    facts: Sequence[tuple[Quote, ...]], articles: Mapping[str, Article]
) -> tuple[tuple[Quote, ...], ...] | None:
    kept: list[tuple[Quote, ...]] = []
    for fact in facts:
        twin = next((n for n, other in enumerate(kept) if _touch(fact, other, articles)), None)
        if twin is None:
            kept.append(fact)
        else:
            known = {quote.article for quote in kept[twin]}
            kept[twin] = (*kept[twin], *(quote for quote in fact if quote.article not in known))
    return tuple(kept) or None


def _touch(ours: Iterable[Quote], theirs: Sequence[Quote], articles: Mapping[str, Article]) -> bool:
    """Whether the two have nearly the same words of one article."""
    mine = [passage_of(quote, articles) for quote in ours]
    other = [passage_of(quote, articles) for quote in theirs]
    return any(a and b and overlap(a, b) > 0.6 for a in mine for b in other)


def _alone(readings: Sequence[Reading], articles: Mapping[str, Article]) -> tuple[Quote, ...] | None:
    """What every pair with the article says that it tells alone."""
    kept = []
    for reading in readings:
        for quote in reading.alone or ():
            others = [r for r in readings if r is not reading and quote.article in r.articles]
            if all(_touch([quote], r.alone or (), articles) for r in others):
                kept.append(quote)
    distinct: list[Quote] = []
    for quote in kept:
        if not _touch([quote], distinct, articles):
            distinct.append(quote)
    return tuple(distinct) or None


def _people(readings: Sequence[Reading]) -> ReadPeople | None:
    same = dict.fromkeys(group for r in readings if r.people for group in r.people.same)
    return ReadPeople(same=tuple(same)) if same else None


def _machine(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    kept: dict[str, Verdict] = {}
    for verdict in verdicts:
        if verdict.finding not in kept or verdict.keep:
            kept[verdict.finding] = verdict
    return tuple(kept.values())
