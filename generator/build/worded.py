"""Headings and reasons in the language of the site: phrases of ours around words of the articles."""

from collections.abc import Iterable

import msgspec

from generator.model.story import Dating, Dependence, Disagreement, Event
from generator.site.words import Words


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
    """The events with how their dates are known."""
    return tuple(msgspec.structs.replace(event, date_reason=words.tell(event.date_because)) for event in events)


def leaning(dependences: Iterable[Dependence], words: Words) -> tuple[Dependence, ...]:
    """The dependences with their reasons."""
    return tuple(msgspec.structs.replace(d, reason=words.tell(d.because)) for d in dependences)
