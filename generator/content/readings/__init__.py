"""content/readings/*.json to readings."""

from pathlib import Path

from generator.model.readings import EventReadings
from generator.model.record import Record


class ReadingsRead(Record, frozen=True):
    files: tuple[EventReadings, ...] = ()
    problems: tuple = ()


def read_readings(content: Path, *, root: Path) -> ReadingsRead:
    return ReadingsRead()
