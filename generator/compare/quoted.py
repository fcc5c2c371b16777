"""One utterance quoted by several articles in words that part, where no word-by-word alignment proves it."""

from rapidfuzz.distance import LCSseq

from generator.compare.card import Card, Side, Span, Telling
from generator.compare.phrases import contrast, telling_phrase, topic

# Fewer words in common inside quotation marks may be anybody's.
_COMMON = 3
_LONGEST = 12
# Less in common is another utterance, more is the same one cut elsewhere.
_LEAST, _MOST = 0.3, 0.95


def tell(card: Card) -> Telling | None:
    """A card on the wording of a quotation, if its two main claims quote a run of the same words, else None."""
    one, other = (side.claim.quoted for side in card.main)
    common = LCSseq.similarity(one, other)
    if common < _COMMON or not _LEAST <= common / min(len(one), len(other)) <= _MOST:
        return None
    subject = topic(card)
    says = tuple(_quoted(card, side) or telling_phrase(card, side) for side in card.sides)
    return Telling(
        about=f"How it is quoted: {subject}",
        says=says,
        reason=f"On {subject}, the words quoted differ: {contrast(card, says)}.",
    )


def _quoted(card: Card, side: Side) -> Span | None:
    """The first quoted words inside the passage, as many as a decisive phrase may have."""
    for quotation in card.material.quotations.get(side.claim.article, ()):
        for start, end in quotation.parts if quotation.direct else ():
            inside = [t for _, t in side.tokens() if start <= t.start and t.end <= end]
            if len(inside) >= _COMMON:
                return inside[0].start, inside[:_LONGEST][-1].end
    return None
