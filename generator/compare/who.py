"""A different person, body, role or place in the same part of one happening."""

from generator.compare.card import Card, Side, Telling
from generator.compare.phrases import contrast, span_of, telling_phrase, topic

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_NAMING = frozenset({"NOUN", "PROPN"})


def tell(card: Card) -> Telling | None:
    """A card on who took part, if two articles name different subjects for one verb, else None."""
    doers = [_doers(side) for side in card.sides]
    for lemma in sorted(set().union(*doers)):
        there = [(n, of[lemma]) for n, of in enumerate(doers) if lemma in of]
        named = [(card.sides[n].claim.article, _names(card.sides[n], number)) for n, number in there]
        if any(a != b and x and y and not x & y for a, x in named for b, y in named):
            subject = topic(card)
            says = {n: span_of(card.sides[n], card.sides[n].below(number)) for n, number in there}
            spans = tuple(says.get(n) or telling_phrase(card, side) for n, side in enumerate(card.sides))
            return Telling(
                about=f"Who: {subject}",
                says=spans,
                reason=f"On {subject}, they name different people, bodies or places: {contrast(card, spans)}.",
            )
    return None


def _doers(side: Side) -> dict[str, int]:
    """The subject's token for each verb of the passage, by the verb's lemma."""
    tokens = side.analysis.tokens
    return {
        tokens[token.head].lemma: number
        for number, token in side.tokens()
        if token.dep in _SUBJECTS and token.pos in _NAMING and tokens[token.head].pos == "VERB"
    }


def _names(side: Side, number: int) -> set[str]:
    return {side.analysis.tokens[n].lemma for n in side.below(number) if side.analysis.tokens[n].pos in _NAMING}
