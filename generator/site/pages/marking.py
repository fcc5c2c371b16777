"""An exact quotation with links and marks around its words; the words themselves stay as they are."""

from collections.abc import Sequence

from markupsafe import Markup

from generator.model.record import Record
from generator.site.pages.inert import inert


class Span(Record, frozen=True):
    """Characters `start` to `end` of a text, to be put between `before` and `after`."""

    start: int
    end: int
    before: Markup
    after: Markup


def marked(text: str, layers: Sequence[Sequence[Span]], offset: int = 0) -> Markup:
    """`text` with the spans of each layer around its words.

    A layer's spans do not overlap one another. Where spans of two layers overlap, the inner one is split, so that the
    result is well-formed. `offset` is the position of `text` in the text that the spans count in.
    """
    if not layers:
        return inert(text)
    pieces, at = [], 0
    for span in sorted(layers[0], key=lambda item: item.start):
        start, end = max(span.start - offset, at), min(span.end - offset, len(text))
        if start >= end:
            continue
        pieces.append(marked(text[at:start], layers[1:], offset + at))
        pieces.append(span.before + marked(text[start:end], layers[1:], offset + start) + span.after)
        at = end
    pieces.append(marked(text[at:], layers[1:], offset + at))
    return Markup().join(pieces)
