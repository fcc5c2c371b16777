"""A different reason, purpose or intent given for one thing."""

from generator.compare.card import Card, Side, Span, Telling
from generator.compare.phrases import contrast, span_of, telling_phrase, topic
from generator.grammar import GROUNDS, word_class

_OPENERS = frozenset({"because", "since", "as", "to", "after", "so"})
# The parser hangs many a clause of purpose on the noun before it.
_LOOSE = frozenset({"acl", "relcl"})
_INTENT = word_class("aim intend seek want hope try mean design")


def tell(card: Card) -> Telling | None:
    """A card on the reason given, if at least two articles give one, else None."""
    grounds = [_ground(side) for side in card.sides]
    if len({side.claim.article for side, ground in zip(card.sides, grounds, strict=True) if ground}) < 2:
        return None
    subject = topic(card)
    says = tuple(ground or telling_phrase(card, side) for side, ground in zip(card.sides, grounds, strict=True))
    return Telling(
        about=f"Reason or purpose given: {subject}",
        says=says,
        reason=f"On {subject}, the reasons or purposes given differ: {contrast(card, says)}.",
    )


def _ground(side: Side) -> Span | None:
    """The first clause or phrase of cause or purpose in the passage."""
    tokens = side.analysis.tokens
    for number, token in side.tokens():
        below = side.below(number)
        opening = tokens[below[0]].lemma if below else ""
        clause = (token.dep == "advcl" and opening in _OPENERS) or (token.dep in _LOOSE and opening == "to")
        phrase = token.dep in {"prep", "mark"} and token.lemma in GROUNDS
        intent = token.dep == "xcomp" and tokens[token.head].lemma in _INTENT
        if (clause or phrase or intent) and len(below) > 1:
            return span_of(side, below)
    return None
