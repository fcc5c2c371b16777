"""Where the answers stand in a text, and which event each is about."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.content.readings.wording import shown
from generator.desk.json_text import values
from generator.model.errors import ParallaxError
from generator.model.record import Record
from generator.model.story import Event

MAX_CHARACTERS = 1_000_000
_KEYS = frozenset({"disagreements", "agreed", "alone", "title", "date", "speakers", "people", "same_event", "machine"})
_WRAPPED = 6


class Found(Record, frozen=True):
    """One answer as it stands in a text: its parts by key, and whether it was whole."""

    parts: dict[str, Any]
    whole: bool = True

    @property
    def event(self) -> object:
        """The event that it names."""
        return self.parts.get("event")


def find_answers(text: str) -> list[Found]:
    """Every answer in `text`: objects with `disagreements`, bare lists of items, items one after another.

    They may stand in a code fence, among prose, or in the envelope of a program; of one that is cut off, what is whole
    is given. Raises ParallaxError when there is none, or when the text is too long.
    """
    if len(text) > MAX_CHARACTERS:
        raise ParallaxError(f"The answer is longer than {MAX_CHARACTERS:,} characters; it was not read.")
    answers: list[Found] = []
    loose: list[Any] = []
    for value, whole in values(text):
        if _is_item(value):
            loose.append(value)
        else:
            answers += [Found(parts=parts, whole=whole) for parts in _unwrapped(value)]
    if loose:
        named = re.search(r'"event"\s*:\s*"([^"]{1,300})"', text)
        parts = {"disagreements": loose} | ({"event": named[1]} if named else {})
        answers.append(Found(parts=parts, whole=False))
    if not answers:
        raise ParallaxError(
            "There is no answer in this text.",
            remedy='Expected is a JSON object {"event": …, "disagreements": […]}, alone, in a fence or among prose.',
        )
    return answers


def _is_item(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("positions"), list)


def _unwrapped(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The answers in a value: itself, a bare list of items, or what a wrapper of a program holds."""
    if isinstance(value, list) and any(_is_item(item) for item in value):
        yield {"disagreements": value}
    elif isinstance(value, dict) and isinstance(value.get("disagreements"), list):
        yield value
    elif isinstance(value, dict) and "event" in value and _KEYS & value.keys():
        yield value  # an answer to further questions alone, as that to a request for mending may be
    elif depth < _WRAPPED and isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            if isinstance(inner, str) and '"positions"' in inner:
                for found, _whole in values(inner):
                    yield from _unwrapped(found, depth + 1)
            else:
                yield from _unwrapped(inner, depth + 1)


def named_event(found: Found, events: Sequence[Event]) -> Event:
    """The event that an answer is about: the one that it names, else the one that tells all articles it quotes.

    Raises ParallaxError when there is no such event.
    """
    event = next((event for event in events if event.id == found.event), None)
    if event is not None:
        return event
    quoted = quoted_articles(found)
    event = next((event for event in events if len(quoted) > 1 and quoted <= set(event.articles)), None)
    if event is not None:
        return event
    if found.event is None and len(events) == 1:
        return events[0]
    known = ", ".join(event.id for event in events[:20]) + (", …" if len(events) > 20 else "")
    raise ParallaxError(f"The answer is about {shown(found.event)}, which is no event here.", remedy=f"Known: {known}.")


def quoted_articles(found: Found) -> set[str]:
    """The ids of articles that an answer names."""
    return set(_articles_in(found.parts))


def _articles_in(value: object, depth: int = 0) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("article"), str):
            yield value["article"]
        for inner in value.values() if depth < 6 else ():
            yield from _articles_in(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value if depth < 6 else ():
            yield from _articles_in(inner, depth + 1)
