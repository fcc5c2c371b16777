"""Exact phrases for cards: the noun phrase that a card is about, and the words that decide on each side."""

import re
from collections.abc import Sequence

from generator.claims.lexicon import word_class
from generator.compare.card import Card, Side, Span, common
from generator.model.analysis import Token

SAYS_WORDS = 9
_ABOUT_WORDS = 6
_NOUNS = frozenset({"NOUN", "PROPN"})
_MEANING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_INSIDE_NAME = frozenset({"amod", "compound", "nmod", "nummod", "poss", "case", "quantmod", "punct"})
_OPENERS = frozenset({"DET", "PRON", "PUNCT", "CCONJ", "ADP", "SCONJ", "SPACE"})
# Nouns of time and measure name no subject of a dispute.
_NO_TOPIC = word_class(
    """day week month year hour minute time today yesterday monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december percent number lot mr. mrs. ms.
    one thing way people"""
)
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def topic(card: Card) -> tuple[str, bool]:
    """The noun phrase that weighs most among those shared, with its article, and whether it is plural.

    The words are an article's own; only "a" becomes "the". Falls back to "the event".
    """
    counts = common(card)
    best: tuple[float, int, str, bool] | None = None
    for side in card.sides:
        for number, token in side.tokens():
            if token.pos not in _NOUNS or token.lemma in _NO_TOPIC or counts[token.lemma] < 2:
                continue
            phrase = _noun_phrase(side, number)
            if phrase is None:
                continue
            text, lemmas = phrase
            worth = sum(card.weights.get(lemma, 0.0) * (counts[lemma] - 0.9) for lemma in lemmas)
            worth += 0.5 * (token.dep in {"nsubj", "nsubjpass", "dobj"})
            candidate = (worth, -len(text), text, token.tag in {"NNS", "NNPS"})
            best = max(best, candidate) if best else candidate
    return (best[2], best[3]) if best else ("the event", False)


def _noun_phrase(side: Side, number: int) -> tuple[str, list[str]] | None:
    """The run of words around a noun that makes its name: what stands before it, with "the" where it had an article."""
    tokens = side.analysis.tokens
    head = tokens[number]
    if head.dep == "compound":
        return None
    first = number
    while (
        first > side.claim.first and _names(tokens, first - 1, number) and tokens[first - 1].start >= side.passage.start
    ):
        first -= 1
    while first < number and (tokens[first].pos in _OPENERS or tokens[first].tag == "POS"):
        first += 1
    run = tokens[first : number + 1]
    if len(run) > _ABOUT_WORDS or any(t.text[0] in "\"“”‘'(" for t in run):
        return None
    text = " ".join(side.words((run[0].start, head.end)).split())
    before = tokens[first - 1] if first > side.claim.first else None
    definite = before is not None and (before.pos == "DET" or before.tag == "PRP$")
    return ("the " if definite else "") + text, [t.lemma for t in run if t.pos in _MEANING]


def _names(tokens: Sequence[Token], number: int, head: int) -> bool:
    token = tokens[number]
    return token.dep in _INSIDE_NAME and number < token.head <= head and token.text not in {",", "—", "–", "(", ")"}


def span_of(side: Side, numbers: Sequence[int], *, most: int = SAYS_WORDS) -> Span:
    """The place of the tokens from the first to the last of `numbers`, cut after `most` words, without loose ends."""
    tokens = side.analysis.tokens
    first, last = numbers[0], numbers[-1]
    while first < last and tokens[first].pos in {"PUNCT", "SPACE", "CCONJ"}:
        first += 1
    while last > first and len(_WORD.findall(side.words((tokens[first].start, tokens[last].end)))) > most:
        last -= 1
    while last > first and tokens[last].pos in {"PUNCT", "SPACE", "DET", "ADP", "CCONJ", "SCONJ", "PART", "AUX"}:
        last -= 1
    return tokens[first].start, tokens[last].end


def telling_phrase(card: Card, side: Side) -> Span:
    """The phrase of the parse, of two to nine words, whose words weigh most among those that the others lack."""
    best: tuple[float, int, Span] | None = None
    for number, token in side.tokens():
        if token.pos not in _MEANING:
            continue
        below = _contiguous(side.below(number), number)
        span = span_of(side, below)
        count = len(_WORD.findall(side.words(span)))
        if not 2 <= count <= SAYS_WORDS:
            continue
        own = [n for n in below if side.analysis.tokens[n].pos in _MEANING]
        worth = sum(
            card.weights.get(lemma, 0.0) * (-0.2 if lemma in side.shared else 1.0)
            for lemma in (side.analysis.tokens[n].lemma for n in own)
        )
        candidate = (worth / (2 + count) ** 0.5, -span[0], span)
        best = max(best, candidate) if best else candidate
    return best[2] if best else span_of(side, [n for n, _ in side.tokens()])


def _contiguous(numbers: Sequence[int], around: int) -> list[int]:
    """The unbroken run of `numbers` that holds `around`."""
    inside = set(numbers)
    first = last = around
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return list(range(first, last + 1))
