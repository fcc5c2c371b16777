"""What was asked, what could be used of the answer, what was mended and refused."""

import json
from collections.abc import Callable
from typing import Any

import msgspec

from generator.content.readings.wording import RefusedError, heading_of
from generator.model.readings import Reading
from generator.model.record import Record
from generator.model.story import Event, Reader
from generator.model.text import Article
from generator.readings.offers import Offers


class Note(Record, frozen=True):
    """A part of the answer that was refused or mended, by its place ("disagreements[2].positions[0]"), and why.

    `raw` is what was refused, as JSON, for a request to mend it.
    """

    place: str
    reason: str
    raw: str = ""


class Asked(Record, frozen=True):
    """What an answer may be about: the event, the articles that the reader saw, the choices that he was offered."""

    event: Event
    articles: tuple[Article, ...]
    offers: Offers
    quotation_words: int
    request: str = ""


class Answer(Record, frozen=True):
    """What could be used of an answer, without its reader and day; what was mended, and what was not taken."""

    event: str
    reading: Reading
    refusals: tuple[Note, ...] = ()
    repairs: tuple[Note, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether parts were refused and nothing at all was left; an answer that found nothing is none of these."""
        return bool(self.refusals) and not any(count for count in counts(self.reading).values())


def counts(reading: Reading) -> dict[str, int]:
    """How much of each part a reading holds."""
    people = reading.people
    return {
        "disagreements": len(reading.disagreements),
        "agreed": len(reading.agreed or ()),
        "alone": len(reading.alone or ()),
        "title": int(reading.title is not None),
        "date": int(reading.date is not None),
        "speakers": len(reading.speakers),
        "people": len(people.same) + len(people.no_actors) if people else 0,
        "same_event": int(reading.same_event is not None),
        "machine": len(reading.machine),
    }


def signed(answer: Answer, reader: Reader) -> Reading:
    """The reading with the name of its reader and the day."""
    return msgspec.structs.replace(answer.reading, reader=reader)


_MAX_ITEMS = 200
_MOST = {"agreed": 24, "alone": 40, "speakers": 200, "machine": 200, "same": 60, "no_actors": 60, "same_event": 20}
_RAW = 2_000


class Notes:
    """What was mended and what was refused of one answer, in the order in which it was read."""

    def __init__(self) -> None:
        self.refusals: list[Note] = []
        self.repairs: list[Note] = []

    def refuse(self, place: str, reason: str, raw: object = None) -> None:
        """Note a part that was not taken."""
        kept = "" if raw is None else json.dumps(raw, ensure_ascii=True, default=str)[:_RAW]
        self.refusals.append(Note(place=place, reason=reason, raw=kept))

    def repair(self, place: str, reason: str) -> None:
        """Note a part that was mended."""
        self.repairs.append(Note(place=place, reason=reason))

    def each(self, key: str, value: object, take: Callable[[Any, str], Any]) -> list[Any]:
        """What can be used of a list, part by part."""
        most = _MOST.get(key, _MAX_ITEMS)
        items = value if isinstance(value, list) else [value]
        if len(items) > most:
            self.refuse(key, f"only the first {most} of {len(items)} were read")
        kept = []
        for number, item in enumerate(items[:most]):
            place = f"{key}[{number}]{heading_of(item)}"
            try:
                kept.append(take(item, place))
            except RefusedError as fault:
                self.refuse(place, str(fault), item)
        return list(dict.fromkeys(kept))
