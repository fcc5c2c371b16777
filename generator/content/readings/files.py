"""The files of the readings folder, read and written as texts."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from generator.content.readings.shape import readings
from generator.content.source_text import read_source, shown_path
from generator.model.errors import ParallaxError, as_problem
from generator.model.readings import EventReadings, Reading
from generator.model.record import Record
from generator.model.site import Problem

FOLDER = "readings"
VERSION = 1
_MOST_CHARACTERS = 4_000_000
_TEXT = re.compile(r'"(?:quote|about)":\s*("(?:[^"\\]|\\.)*")')


class ReadingsRead(Record, frozen=True):
    """The files of the folder, in the order of their names, and the faults of what was left out."""

    files: tuple[EventReadings, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_readings(content: Path, *, root: Path) -> ReadingsRead:
    """Every reading in the folder `readings` of `content`; paths in messages are relative to `root`."""
    folder = content / FOLDER
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    read = [read_file(path, file=shown_path(path, root)) for path in paths]
    return ReadingsRead(
        files=tuple(file for each in read for file in each.files),
        problems=tuple(problem for each in read for problem in each.problems),
    )


def read_file(path: Path, *, file: str) -> ReadingsRead:
    """One file, called `file` in messages."""
    problems: list[Problem] = []
    try:
        found = _read(read_source(path, file=file), file, problems)
    except ParallaxError as fault:
        return ReadingsRead(problems=(as_problem(fault),))
    return ReadingsRead(files=(found,), problems=tuple(problems))


def _read(text: str, file: str, problems: list[Problem]) -> EventReadings:
    data = _data(text, file)
    lines = dict(_lines(text))

    def refuse(place: str, reason: str) -> None:
        told = f"{place}: {reason}." if place else f"{reason}."
        heading = re.search(r"“(.*)”$", place)
        line = lines.get(heading[1], 1) if heading else 1
        remedy = "Mend this part, or take it out; `parallax read --again` reads the event anew."
        problems.append(Problem(severity="error", file=file, line=line, message=told, remedy=remedy))

    event = data.get("event")
    return EventReadings(
        event=event if isinstance(event, str) else "", readings=tuple(readings(data, refuse)), file=file, lines=lines
    )


def _data(text: str, file: str) -> dict[str, object]:
    """The object that the file holds."""
    remedy = "Restore it from version control, or delete it and run `parallax read` again."
    if len(text) > _MOST_CHARACTERS:
        raise ParallaxError(f"The file is longer than {_MOST_CHARACTERS:,} characters.", file=file, remedy=remedy)
    try:
        data = json.loads(text)
        json.dumps(data, ensure_ascii=False).encode("utf-8")  # an escape can name half a character
    except json.JSONDecodeError as fault:
        message = f"The JSON cannot be read: {fault.msg}, column {fault.colno}."
        raise ParallaxError(message, file=file, line=fault.lineno, remedy=remedy) from None
    except (ValueError, RecursionError):
        message = "The JSON is nested too deep, or holds half a character or no sensible number."
        raise ParallaxError(message, file=file, remedy=remedy) from None
    if not isinstance(data, dict) or "readings" not in data:
        raise ParallaxError("This file holds no readings.", file=file, line=1, remedy=remedy)
    if data.get("version") != VERSION:
        message = f"The readings are of version {str(data.get('version'))[:20]!r}; this program knows {VERSION}."
        raise ParallaxError(message, file=file, line=1, remedy="Update Parallax.")
    return data


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """The quotes and headings of a file with the line of each; of several places the first counts."""
    seen: set[str] = set()
    line, at = 1, 0
    for match in _TEXT.finditer(text):
        line, at = line + text.count("\n", at, match.start()), match.start()
        try:
            found = json.loads(match[1])
        except ValueError:
            continue
        if found not in seen:
            seen.add(found)
            yield found, line


def reading_text(event: str, found: Sequence[Reading]) -> str:
    """The text of a file with these readings: pretty, and always in the same order."""
    plain = {"version": VERSION, "event": event, "readings": [_ordered(reading) for reading in found]}
    return msgspec.json.format(msgspec.json.encode(plain), indent=2).decode() + "\n"


def _ordered(reading: Reading) -> dict[str, object]:
    """A reading as plain data with its keys in the order in which they are declared."""
    plain: dict[str, object] = msgspec.to_builtins(reading)
    plain["articles"] = dict(sorted(reading.articles.items()))
    return plain
