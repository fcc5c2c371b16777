"""A different date, time or order given for one happening."""

from generator.compare.card import Card, Side, Span, Telling
from generator.compare.phrases import contrast, telling_phrase, topic
from generator.grammar import MONTHS, WEEKDAYS


def tell(card: Card) -> Telling | None:
    """A card on the time given, if two articles give times that have no word in common, else None."""
    times = [_time(card, side) for side in card.sides]
    given = {
        side.claim.article: side.words(time).casefold() for side, time in zip(card.sides, times, strict=True) if time
    }
    if len(set(given.values())) < 2:
        return None
    subject = topic(card)
    says = tuple(time or telling_phrase(card, side) for side, time in zip(card.sides, times, strict=True))
    return Telling(
        about=f"When: {subject}",
        says=says,
        reason=f"On {subject}, the times given differ: {contrast(card, says)}.",
    )


def _time(card: Card, side: Side) -> Span | None:
    """The first date expression in the passage, else its first weekday or month."""
    for mention in card.material.dates.get(side.claim.article, ()):
        if side.passage.start <= mention.start and mention.end <= side.passage.end:
            return mention.start, mention.end
    for _, token in side.tokens():
        if token.lemma in WEEKDAYS | MONTHS and token.pos == "PROPN":
            return token.start, token.end
    return None
