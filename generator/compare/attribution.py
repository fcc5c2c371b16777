"""What one article states as its own and another puts in somebody's mouth, or credits to somebody else."""

from generator.compare.card import Card, Side, Span, Telling
from generator.compare.phrases import span_of, telling_phrase, topic
from generator.grammar import REPORTING, word_class

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PASSING_ON = word_class("reportedly allegedly apparently purportedly supposedly alleged purported so-called")


def tell(card: Card) -> Telling | None:
    """A card on whose word a thing rests, if the articles' words show different voices, else None."""
    voices = [_voice(side) for side in card.sides]
    articles = {side.claim.article for side, voice in zip(card.sides, voices, strict=True) if voice}
    told = {side.words(voice).casefold() for side, voice in zip(card.sides, voices, strict=True) if voice}
    if not articles or (len(articles) == len({s.claim.article for s in card.sides}) and len(told) < 2):
        return None
    subject = topic(card)
    flat = len(articles) < len({side.claim.article for side in card.sides})
    return Telling(
        about=f"On whose word: {subject}",
        says=tuple(voice or telling_phrase(card, side) for side, voice in zip(card.sides, voices, strict=True)),
        reason=(
            f"On {subject}, one gives a source and another states it as its own."
            if flat
            else f"On {subject}, they credit different sources."
        ),
    )


def _voice(side: Side) -> Span | None:
    """The words that name a source: "according to …", "critics say", "reportedly"; None for a flat statement."""
    tokens = side.analysis.tokens
    for number, token in side.tokens():
        if token.lemma == "accord" and number + 1 < side.claim.last and tokens[number + 1].lemma == "to":
            return span_of(side, side.below(number))
        if token.lemma in _PASSING_ON:
            return token.start, token.end
    for number, token in side.tokens():
        if token.pos == "VERB" and token.lemma in REPORTING:
            for subject in side.below(number):
                if tokens[subject].head == number and tokens[subject].dep in _SUBJECTS:
                    low, high = sorted((subject, number))
                    if high - low <= 6:
                        return span_of(side, range(_first(side, low), high + 1))
    return None


def _first(side: Side, number: int) -> int:
    """Where the short phrase that hangs on `number` begins."""
    below = [n for n in side.below(number) if number - 4 <= n <= number]
    return below[0] if below else number
