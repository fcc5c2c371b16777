"""Which articles tell one happening, what it is called and when it was, as its readers have it."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from generator.model.decisions import Decisions, EventDecision, Place
from generator.model.periods import in_time
from generator.model.readings import Reading
from generator.model.story import Event, Phrase
from generator.readings.valid import World


def with_splits(decisions: Decisions, world: World) -> Decisions:
    """The editor's decisions, and those of readers who say that articles tell more than one happening.

    An event is split only if every reader of these articles says so in the same way, has seen them as they are, and
    compares no article of one happening with one of another: nothing that a reader found is lost by his own split. The
    editor has the last word: what he says of one of the articles leaves the rest to the program.
    """
    taken = {name for decision in decisions.events for name in decision.articles}
    splits = []
    for file in world.shelf.files:
        for reading in file.readings:
            names = set(reading.articles)
            if reading.same_event is False and not taken & names and _is_sound(reading, world):
                taken |= names
                place = Place(file=file.file, line=1)
                splits += [EventDecision(place=place, articles=group) for group in reading.groups if group]
    return replace(decisions, events=(*decisions.events, *splits)) if splits else decisions


def _is_sound(reading: Reading, world: World) -> bool:
    """Whether the reader saw the articles as they are, told each of them apart, and no other reader differs."""
    if any(world.digests.get(name) != digest for name, digest in reading.articles.items()):
        return False
    others = world.shelf.valid([world.articles[name] for name in reading.articles], world.digests)
    told = [name for group in reading.groups for name in group]
    if sorted(told) != sorted(reading.articles) or any(_groups(other) != _groups(reading) for other in others):
        return False
    return not any(_compares_across(each, reading.groups) for each in (reading, *others))


def _compares_across(reading: Reading, groups: Sequence[Sequence[str]]) -> bool:
    """Whether a reader found the articles of different groups to differ on one matter."""
    of = {name: number for number, group in enumerate(groups) for name in group}
    return any(len({of.get(p.article) for p in item.positions}) > 1 for item in reading.disagreements)


def _groups(reading: Reading) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(group) for group in reading.groups)


def read_events(events: Sequence[Event], decisions: Decisions, world: World) -> tuple[Event, ...]:
    """The events with the titles and dates that their readers chose, where the editor wrote none; in order of time.

    Ids stay: an address does not change because somebody has read the articles. The reader must have seen all of them
    as they are now. Of two readers who chose different dates neither counts, unless the program found one of them, too.
    """
    if not world.shelf.files:
        return tuple(events)
    written = {frozenset(decision.articles): decision for decision in decisions.events}
    changed = [_read(event, written, world) for event in events]
    if changed == list(events):
        return tuple(events)
    return tuple(sorted(changed, key=lambda event: (in_time(event.date), event.id, event.articles)))


def _read(event: Event, written: Mapping[frozenset[str], EventDecision], world: World) -> Event:
    valid = world.valid(event)
    if not valid:
        return event
    decision = written.get(frozenset(event.articles))
    title = None if decision and decision.title else _title(event, valid, world)
    date = None if decision and decision.date else _date(event, valid)
    fields: dict[str, object] = {}
    if title:
        fields |= {"title": title[0], "title_article": title[1], "beside": None, "quoted": False}
    if date:
        fields |= {"date": date[0], "date_because": (date[1],)}
    return replace(event, **fields)


def _title(event: Event, valid: Sequence[Reading], world: World) -> tuple[str, str] | None:
    """The words of a headline and its article: those chosen first, or by most."""
    chosen = [
        (reading.title.quote, reading.title.article)
        for reading in valid
        if reading.title
        and reading.title.article in event.articles
        and reading.title.quote in (world.articles[reading.title.article].title or "")
    ]
    return max(chosen, key=chosen.count) if chosen else None


def _date(event: Event, valid: Sequence[Reading]) -> tuple[str, Phrase] | None:
    chosen = [(reading.date, reading.reader) for reading in valid if reading.date is not None]
    dates = {date for date, _ in chosen}
    if not chosen or (len(dates) > 1 and event.date not in dates):
        return None
    date = event.date if len(dates) > 1 else chosen[0][0]
    if date == event.date:
        return None
    named = " + ".join(f"{reader.name} ({reader.day})" for _, reader in chosen)
    return date, Phrase("why_read" if date else "why_read_none", {"readers": named})
