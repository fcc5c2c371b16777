"""The lists of what was mended and refused while an answer is read."""

import json
from collections.abc import Callable
from typing import Any

from generator.content.readings.wording import RefusedError, heading_of
from generator.desk.answer.records import Note

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
