"""content/readings/*.json, written: each event's readings in one file, whole or not at all."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from generator.build.cache import write_whole
from generator.content.readings import FOLDER, ReadingsRead, read_file, read_readings, reading_text
from generator.content.source_text import shown_path
from generator.model.errors import ParallaxError
from generator.model.readings import EventReadings, Reading, ReadPeople
from generator.model.story import Event
from generator.readings.valid import Shelf


class ReadingFolder:
    """The readings of a site on disk. What another program wrote there in the meantime is never overwritten."""

    def __init__(self, content: Path, *, root: Path) -> None:
        """Raises ParallaxError when something in the folder is at fault: writing a file anew would lose it."""
        self._content, self._root = content, root
        self._files = {file.file: file for file in _sound(read_readings(content, root=root))}

    def path(self, event: Event) -> Path:
        """The file with the readings of the event: the one that is there, else a new one of its id."""
        held = Shelf(self._files.values()).of(event.articles)
        if held:
            return self._root / held[-1][0].file
        folder, number, name = self._content / FOLDER, 1, event.id
        while (folder / f"{name}.json").exists():
            number += 1
            name = f"{event.id}-{number}"
        return folder / f"{name}.json"

    def keep(self, event: Event, reading: Reading, *, join: bool = True, again: bool = False) -> Reading:
        """Write a reading of the event; the reading as it was kept.

        What the same reader answered before of the same texts is added to where `join`, and kept beside it where not;
        with `again` it goes. Readings of his of older texts go in any case.
        """
        path = self.path(event)
        known = self._known(path)
        others = [r for r in known if r.reader.name != reading.reader.name]
        own = [r for r in known if r.reader.name == reading.reader.name and r.articles == reading.articles]
        kept = reading
        if again:
            own = []
        elif join and own:
            kept = joined(own[-1], reading)
            own = own[:-1]
        self._write(path, event, [*others, *own, kept])
        return kept

    def _known(self, path: Path) -> list[Reading]:
        """The readings in a file as it is now."""
        if not path.exists():
            return []
        file = shown_path(path, self._root)
        return [reading for read in _sound(read_file(path, file=file)) for reading in read.readings]

    def _write(self, path: Path, event: Event, readings: Sequence[Reading]) -> None:
        write_whole(path, reading_text(event.id, readings).encode())
        name = shown_path(path, self._root)
        self._files[name] = EventReadings(event=event.id, readings=tuple(readings), file=name)


def _sound(read: ReadingsRead) -> tuple[EventReadings, ...]:
    """The files that were read, if nothing in them is at fault."""
    if read.problems:
        first = read.problems[0]
        raise ParallaxError(first.message, file=first.file, line=first.line, remedy=first.remedy)
    return read.files


def joined(old: Reading, new: Reading) -> Reading:
    """One reading of two answers of the same reader: all items of both, and of single answers the newer."""
    people = old.people
    if new.people:
        before = old.people or ReadPeople()
        people = ReadPeople(
            same=tuple(dict.fromkeys((*before.same, *new.people.same))),
            no_actors=tuple(dict.fromkeys((*before.no_actors, *new.people.no_actors))),
        )
    return msgspec.structs.replace(
        new,
        disagreements=tuple(dict.fromkeys((*old.disagreements, *new.disagreements))),
        agreed=_both(old.agreed, new.agreed),
        alone=_both(old.alone, new.alone),
        title=new.title or old.title,
        date=old.date if new.date is None else new.date,
        speakers=tuple({(s.article, s.quote): s for s in (*old.speakers, *new.speakers)}.values()),
        people=people,
        same_event=old.same_event if new.same_event is None else new.same_event,
        groups=old.groups if new.same_event is None else new.groups,
        machine=tuple({verdict.finding: verdict for verdict in (*old.machine, *new.machine)}.values()),
    )


def _both(old: Any, new: Any) -> Any:
    return new if old is None else old if new is None else tuple(dict.fromkeys((*old, *new)))
