"""The plain data of one file of readings to records, each part by itself: one fault leaves out one part."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import msgspec

from generator.content.fields import is_edtf
from generator.content.readings.wording import MAX_POSITIONS, RefusedError, heading_of, mapping, plain_line
from generator.model.readings import Quote, ReadDisagreement, Reading, ReadPeople, ReadSpeaker, Verdict
from generator.model.story import Reader

_T = TypeVar("_T")
Refuse = Callable[[str, str], None]
_MOST_ITEMS, _MOST_READINGS = 400, 40
_NAME_CHARACTERS = 120
_LISTS: dict[str, Any] = {
    "agreed": tuple[Quote, ...],
    "alone": Quote,
    "speakers": ReadSpeaker,
    "groups": tuple[str, ...],
}


def readings(data: object, refuse: Refuse) -> Iterator[Reading]:
    """The readings of a file's data; `refuse` is told the place and the fault of each part that is left out."""
    try:
        found = mapping(data).get("readings")
        if not isinstance(found, list) or len(found) > _MOST_READINGS:
            raise RefusedError(f"`readings` must be a list of at most {_MOST_READINGS}")
    except RefusedError as fault:
        refuse("", str(fault))
        return
    for number, reading in enumerate(found):
        place = f"readings[{number}]"
        try:
            yield _reading(mapping(reading), place, refuse)
        except RefusedError as fault:
            refuse(place, str(fault))


def _reading(fields: dict[str, Any], place: str, refuse: Refuse) -> Reading:
    unknown = sorted(fields.keys() - set(Reading.__struct_fields__))
    if unknown:
        refuse(place, f"`{unknown[0][:60]}` is not a key that is known here")
    kept: dict[str, Any] = {
        "reader": _reader(fields.get("reader")),
        "articles": _as(fields.get("articles"), dict[str, str], "articles"),
    }
    parts: dict[str, Callable[[Any, str], Any]] = {
        "request": lambda value, _: _as(value, str, "request"),
        "disagreements": lambda value, at: _each(value, at, _disagreement, refuse),
        "machine": lambda value, at: _each(value, at, _verdict, refuse),
        "title": lambda value, _: _as(value, Quote, "title"),
        "date": lambda value, _: _date(value),
        "people": lambda value, _: _as(value, ReadPeople, "people"),
        "same_event": lambda value, _: _as(value, bool, "same_event"),
        **{key: _list_of(kind, refuse) for key, kind in _LISTS.items()},
    }
    for key, take in parts.items():
        if key in fields:
            try:
                kept[key] = take(fields[key], f"{place}.{key}")
            except RefusedError as fault:
                refuse(f"{place}.{key}", str(fault))
    return Reading(**({"request": ""} | kept))


def _list_of(kind: Any, refuse: Refuse) -> Callable[[Any, str], Any]:
    return lambda value, at: _each(value, at, lambda item: _as(item, kind, "it"), refuse)


def _each(value: object, place: str, take: Callable[[Any], _T], refuse: Refuse) -> tuple[_T, ...]:
    if not isinstance(value, list) or len(value) > _MOST_ITEMS:
        raise RefusedError(f"a list of at most {_MOST_ITEMS} is expected")
    kept = []
    for number, item in enumerate(value):
        try:
            kept.append(take(item))
        except RefusedError as fault:
            refuse(f"{place}[{number}]{heading_of(item)}", str(fault))
    return tuple(kept)


def _as(value: object, kind: type[_T], what: str) -> _T:
    try:
        return msgspec.convert(value, kind)
    except (msgspec.ValidationError, RecursionError) as fault:
        raise RefusedError(f"{what}: {fault}") from None


def _reader(value: object) -> Reader:
    reader = _as(value, Reader, "reader")
    name = reader.name.strip()
    if not name or not name.isprintable() or len(name) > _NAME_CHARACTERS:
        raise RefusedError(f"the reader's name must be one line of at most {_NAME_CHARACTERS} characters")
    if not is_edtf(reader.day):
        raise RefusedError("the reader's day must be a date such as 2024-05-06")
    return Reader(name=name, day=reader.day)


def _disagreement(value: object) -> ReadDisagreement:
    item = _as(value, ReadDisagreement, "it")
    if len({position.article for position in item.positions}) < 2 or len(item.positions) > MAX_POSITIONS:
        raise RefusedError(f"positions must be of two articles or more, and at most {MAX_POSITIONS}")
    return ReadDisagreement(
        kind=item.kind, hardness=item.hardness, about=plain_line(item.about), positions=item.positions
    )


def _verdict(value: object) -> Verdict:
    verdict = _as(value, Verdict, "it")
    if verdict.about:
        plain_line(verdict.about)
    return verdict


def _date(value: object) -> str:
    date = _as(value, str, "date")
    if date and not is_edtf(date):
        raise RefusedError("it must be an EDTF date, or empty")
    return date
