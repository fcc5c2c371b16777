"""What differs only because one article was written later."""

from generator.compare.card import Card, Telling
from generator.compare.phrases import contrast, telling_phrase, topic
from generator.model.claims import Claim


def tell(card: Card) -> Telling | None:
    """A card on how far a thing had got, if the articles are of different days and only one speaks of it as planned."""
    days = {side.claim.article: card.material.datings[side.claim.article].published for side in card.sides}
    if len(set(days.values())) < 2:
        return None
    planned = {side.claim.article for side in card.sides if _planned(side.claim)}
    if not planned or planned == set(days):
        return None
    subject = topic(card)
    says = tuple(telling_phrase(card, side) for side in card.sides)
    return Telling(
        about=f"How far it had got: {subject}",
        says=says,
        reason=f"On {subject}, they were written on different days: {contrast(card, says)}.",
    )


def _planned(claim: Claim) -> bool:
    return bool({"planned", "future"} & claim.moods)
