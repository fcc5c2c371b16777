"""Words of a headline that the text below quotes in full: they are speech, however short."""

from collections.abc import Sequence

import msgspec

from generator.account.quotations.speech import plain_words
from generator.model.actors import Quotation
from generator.model.text import Article


def told_below(article: Article, quotations: Sequence[Quotation]) -> list[Quotation]:
    """The direct quotations in order, with a headline's quoted words given to whoever says them further down.

    "Harbour plan ‘reckless’" has no cue, and gives the words alone.
    """
    headlines = [p for p in article.story if p.role == "headline"]
    above = {q for q in quotations if any(p.start <= q.passage.start < p.end for p in headlines)}
    below = [q for q in quotations if q.speech and q not in above and q.speaker_span is not None]
    return [_told(q, below) if q in above and not q.speech else q for q in quotations]


def _told(headline: Quotation, below: Sequence[Quotation]) -> Quotation:
    words = plain_words(headline)
    full = next((q for q in below if words and f" {words} " in f" {plain_words(q)} "), None)
    if full is None:
        return headline
    return msgspec.structs.replace(
        headline,
        speech=True,
        speaker_text=full.speaker_text,
        speaker_span=full.speaker_span,
        speaker_names=full.speaker_names,
        told_as=full.told_as,
        way="headlines",
    )
