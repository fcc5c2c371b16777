"""One person, act or thing called by loaded or clearly different words."""

from generator.compare.card import Card, Telling
from generator.compare.phrases import telling_phrase, topic


def tell(card: Card) -> Telling:
    """Every card can be worded so: what it is about, and on each side the words that the others do not use."""
    subject, plural = topic(card)
    says = tuple(telling_phrase(card, side) for side in card.sides)
    return Telling(
        about=f"How {subject} {'are' if plural else 'is'} described",
        says=says,
        reason=f"All speak of {subject}, in different words.",
    )
