"""Headings and reasons of findings in the language of the site: phrases of ours around words of the articles."""

from collections.abc import Iterable

import msgspec

from generator.model.story import Disagreement
from generator.site.words import read_words


def worded(found: Iterable[Disagreement], language: str) -> tuple[Disagreement, ...]:
    """The findings with `about` and `reason` made of their `heading` and `because`; others as they are."""
    words = read_words(language)
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
