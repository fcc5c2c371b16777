"""Contradicting words on whether it happened, was agreed or said, or how it ended."""

from generator.compare.card import Card, Side, Span, Telling
from generator.compare.phrases import contrast, span_of, telling_phrase, topic


def tell(card: Card) -> Telling | None:
    """A card on what came of a thing, if two articles say different verbs of one subject or object, else None."""
    deeds = [_deeds(side) for side in card.sides]
    arguments = set().union(*deeds)
    for argument in sorted(arguments, key=lambda lemma: (-card.weights.get(lemma, 0.0), lemma)):
        there = [(n, of[argument]) for n, of in enumerate(deeds) if argument in of]
        verbs = {(card.sides[n].claim.article, card.sides[n].analysis.tokens[number].lemma) for n, number in there}
        if len({article for article, _ in verbs}) > 1 and len({verb for _, verb in verbs}) > 1:
            subject = topic(card)
            says: dict[int, Span] = {n: _verb_phrase(card.sides[n], number) for n, number in there}
            spans = tuple(says.get(n) or telling_phrase(card, side) for n, side in enumerate(card.sides))
            return Telling(
                about=f"What happened: {subject}",
                says=spans,
                reason=f"On {subject}, what they say happened differs: {contrast(card, spans)}.",
            )
    return None


def _deeds(side: Side) -> dict[str, int]:
    """The verb's token for each noun of the passage that is its subject or object, by the noun's lemma."""
    tokens = side.analysis.tokens
    return {
        token.lemma: token.head
        for _, token in side.tokens()
        if token.dep in {"nsubj", "nsubjpass", "dobj"}
        and token.pos in {"NOUN", "PROPN"}
        and tokens[token.head].pos == "VERB"
        and side.passage.start <= tokens[token.head].start
        and tokens[token.head].end <= side.passage.end
    }


def _verb_phrase(side: Side, number: int) -> Span:
    """The verb with what stands before it of its own (auxiliaries, "not") and what follows."""
    tokens = side.analysis.tokens
    first = number
    while (
        first - 1 >= side.claim.first
        and tokens[first - 1].head == number
        and tokens[first - 1].pos in {"AUX", "PART", "ADV"}
    ):
        first -= 1
    after = [n for n in side.below(number) if n >= first]
    return span_of(side, [n for n in range(first, after[-1] + 1) if tokens[n].start >= side.passage.start])
