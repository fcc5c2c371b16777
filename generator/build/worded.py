"""Headings and reasons in the language of the site: phrases of ours around words of the articles."""

import re
from collections.abc import Iterable

import msgspec

from generator.model.story import Dating, Dependence, Disagreement, Event
from generator.site.words import Words

# Marks within quoted words.
_INNER = str.maketrans("“”„«»", "‘’‚‹›")
_STRAIGHT = re.compile(r'"([^"]*)"')


def worded(found: Iterable[Disagreement], words: Words) -> tuple[Disagreement, ...]:
    """The findings with `about` and `reason` made of their `heading` and `because`; others as they are."""
    return tuple(
        finding
        if finding.heading is None or finding.because is None
        else msgspec.structs.replace(
            finding,
            about=words.say(finding.heading.key, **finding.heading.fields),
            reason=words.say(finding.because.key, **finding.because.fields),
        )
        for finding in found
    )


def reasoned(found: Iterable[Disagreement], words: Words) -> tuple[Disagreement, ...]:
    """The findings of readers and editors, who word them themselves, with our reason."""
    return tuple(
        msgspec.structs.replace(finding, reason=words.tell([finding.because]))
        if finding.because is not None and not finding.reason
        else finding
        for finding in found
    )


def dated(datings: Iterable[Dating], words: Words) -> tuple[Dating, ...]:
    """The datings with their reasons."""
    return tuple(
        msgspec.structs.replace(d, reason=words.tell(d.because), story_reason=words.tell(d.story_because))
        for d in datings
    )


def told(events: Iterable[Event], words: Words) -> tuple[Event, ...]:
    """The events with both headlines where two name them, and with how their dates are known."""
    return tuple(
        msgspec.structs.replace(event, title=_title(event, words), date_reason=words.tell(event.date_because))
        for event in events
    )


def _title(event: Event, words: Words) -> str:
    if event.beside is None:
        return event.title
    both = (event.title, event.beside.text)
    first, second = (_STRAIGHT.sub(r"‘\1’", text.translate(_INNER)) for text in both)
    return words.say("title_two", first=first, second=second)


def leaning(dependences: Iterable[Dependence], words: Words) -> tuple[Dependence, ...]:
    """The dependences with their reasons."""
    return tuple(msgspec.structs.replace(d, reason=words.tell(d.because)) for d in dependences)
