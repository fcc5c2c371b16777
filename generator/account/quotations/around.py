"""Whom the utterances beside a quotation give for its speaker, where its sentence names nobody or "the company"."""

from collections.abc import Callable, Sequence

from generator.language.lexicon import word_class
from generator.model.actors import Quotation

# Characters from one utterance to the next: more may be about somebody else.
_NEAR = 200
# Fewer words may be anybody's, or the writer's.
_FEWEST = 5
_BODIES = word_class("org_heads") | word_class("state_heads")


def between_two(number: int, quotations: Sequence[Quotation], told: Callable[[int, int], set[str]]) -> str | None:
    """The actor who speaks right before and right after quotation `number`, if nothing says who speaks in it.

    `told(start, end)` are the actors whom the article names between two offsets: there may be no other.
    """
    own = quotations[number]
    few = own.passage.quote.count(" ") < _FEWEST
    if own.way or few or not own.direct or own.passage.quote.rstrip("”\"’'»").endswith("?"):
        return None
    start, end = own.passage.start, own.passage.end
    before = _before(own, quotations)
    after = min((q for q in quotations if q.passage.start >= end), key=lambda q: q.passage.start, default=None)
    if before is None or after is None or before.speaker is None or before.speaker != after.speaker:
        return None
    near = start - before.passage.end <= _NEAR and after.passage.start - end <= _NEAR
    named = told(before.passage.end, start) | told(end, after.passage.start)
    return before.speaker if near and named <= {before.speaker} else None


def body_meant(number: int, quotations: Sequence[Quotation], told: Callable[[int, int], set[str]]) -> str | None:
    """The body that spoke right before, for "the company said" where no other actor is named between."""
    own = quotations[number]
    words = own.speaker_text.lower().split()
    if own.speaker_span is None or len(words) != 2 or words[0] != "the" or words[1] not in _BODIES:
        return None
    start = own.speaker_span[0]
    before = _before(own, quotations)
    if before is None or before.speaker is None or own.passage.start - before.passage.end > _NEAR:
        return None
    return before.speaker if told(before.passage.end, start) <= {before.speaker} else None


def _before(own: Quotation, quotations: Sequence[Quotation]) -> Quotation | None:
    """The last utterance that ends before a quotation begins."""
    earlier = (q for q in quotations if q.passage.end <= own.passage.start)
    return max(earlier, key=lambda q: q.passage.end, default=None)
