"""Headings and reasons in the language of the site: phrases of ours around words of the articles."""

import re
from collections.abc import Iterable

import msgspec

from generator.model.story import Dating, Dependence, Disagreement, Event
from generator.site.words import Words

# Marks within quoted words.
_INNER = str.maketrans("“”„«»", "‘’‚‹›")
_STRAIGHT = re.compile(r"\"([^\"]*)\"|(?<!\w)'(?=\S)(.*?)(?<=\S)'(?!\w)")


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
    """The events with both headlines where two name them, with marks, and with how their dates are known."""
    return tuple(
        msgspec.structs.replace(event, title=_title(event, words), date_reason=words.tell(event.date_because))
        for event in events
    )


def _title(event: Event, words: Words) -> str:
    first, second = (_within(text) for text in (event.title, event.beside.text if event.beside else ""))
    if second:
        return words.say("title_two", first=first, second=second)
    return words.say("title_quoted", title=first) if event.quoted else event.title


def _within(text: str) -> str:
    """Words as they stand between quotation marks: their own are single ones."""
    return _STRAIGHT.sub(r"‘\1\2’", text.translate(_INNER))


def leaning(dependences: Iterable[Dependence], words: Words) -> tuple[Dependence, ...]:
    """The dependences with their reasons."""
    return tuple(msgspec.structs.replace(d, reason=words.tell(d.because)) for d in dependences)
