"""One utterance quoted by several articles in words that part, where no word-by-word alignment proves it."""

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from generator.compare.card import Card, Side, Span, Telling
from generator.compare.phrases import contrast, telling_phrase, topic
from generator.model.analysis import Token

# Fewer words in common inside quotation marks may be anybody's.
_COMMON = 3
_LONGEST = 12
# What no phrase should end with.
_LOOSE = frozenset({"PUNCT", "SPACE", "DET", "ADP", "CCONJ", "SCONJ", "PART", "AUX", "PRON"})
# Less in common is another utterance, more is the same one cut elsewhere.
_LEAST, _MOST = 0.5, 0.95


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
    """The first quoted words inside the passage, as many whole ones as a decisive phrase may have."""
    for quotation in card.material.quotations.get(side.claim.article, ()):
        for start, end in quotation.parts if quotation.direct else ():
            inside = [t for _, t in side.tokens() if start <= t.start and t.end <= end]
            if len(inside) >= _COMMON:
                return inside[0].start, _whole(inside)[-1].end
    return None


def _whole(tokens: Sequence[Token]) -> Sequence[Token]:
    """As many of the first tokens as may be shown, up to a word that may end a phrase ("ca" of "can’t" is no word)."""
    shown = range(1, min(_LONGEST, len(tokens)) + 1)
    ends = [
        n for n in shown if tokens[n - 1].pos not in _LOOSE and (n == len(tokens) or not _glued(*tokens[n - 1 : n + 1]))
    ]
    return tokens[: ends[-1]] if ends else tokens[:_LONGEST]


def _glued(token: Token, after: Token) -> bool:
    return token.end == after.start and after.pos != "PUNCT"
