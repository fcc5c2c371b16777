"""Exact phrases for cards: what a card is about, and the words that decide on each side."""

import math
import re
from collections.abc import Iterator, Sequence

from generator.compare.card import Card, Side, Span
from generator.grammar import word_class
from generator.model.analysis import Token

SAYS_WORDS = 9
_TOPIC_WORDS = 5
_NOUNS = frozenset({"NOUN", "PROPN"})
_MEANING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_BEFORE_NOUN = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PART"})
_LOOSE_FIRST = frozenset({"PUNCT", "SPACE", "CCONJ", "PART", "SCONJ"})
_LOOSE_LAST = frozenset({"PUNCT", "SPACE", "DET", "ADP", "CCONJ", "SCONJ", "PART", "AUX"})
_OBJECTS = frozenset(
    {"dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "prep", "prt", "neg", "aux", "auxpass", "advmod"}
)
# Nouns of time, measure and address, and nouns so wide that they name no subject.
_NO_TOPIC = word_class(
    """day week month year hour minute time morning afternoon evening night weekend today yesterday monday tuesday
    wednesday thursday friday saturday sunday
    january february march april june july august september october november december percent number lot mr. mrs. ms.
    sen. rep. gov. one thing way people part member man woman fact side place kind statement spokesman spokeswoman"""
)
# Verbs, adjectives and common nouns make the difference more often than names do; times and places seldom.
_KIND_WEIGHT = {"VERB": 1.0, "ADJ": 1.0, "ADV": 0.8, "NOUN": 1.0, "NUM": 0.8, "PROPN": 0.4}
_WHEN_AND_WHERE = frozenset({"DATE", "TIME", "GPE", "LOC"})
_TIE = 0.6
# What is done differs more often than what is named.
_DEED = 1.3
# A noun by itself is a vaguer subject than one with its qualifiers.
_LONE = 0.6
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def topic(card: Card) -> str:
    """What the card is about: the weightiest noun phrase that its two main claims share, and an actor of both.

    The phrase stands in quotation marks, for its words are an article's own.
    """
    actors = _actors(card)
    phrase = _thing(card, {word for name in actors for word in _WORD.findall(name.casefold())})
    if not phrase:
        return actors[0] if actors else "the event"
    words = set(_WORD.findall(phrase.casefold()))
    if actors and not words & set(_WORD.findall(actors[0].casefold())):
        return f"“{phrase}” ({actors[0]})"
    return f"“{phrase}”"


def _actors(card: Card) -> list[str]:
    """The names of the actors in both main claims, first those whom most sides mention."""
    one, other = card.main
    both = one.claim.actors & other.claim.actors
    named = [actor for actor in card.material.cast.actors if actor.id in both] if both else []
    told = {actor.id: sum(actor.id in side.claim.actors for side in card.sides) for actor in named}
    return [actor.name for actor in sorted(named, key=lambda actor: (-told[actor.id], actor.name))]


def _thing(card: Card, known: set[str]) -> str:
    one, other = card.main
    shared = set(one.claim.content) & set(other.claim.content)
    found: list[tuple[float, int, str]] = []
    for side in card.main:
        for number, token in side.tokens():
            if token.pos != "NOUN" or token.lemma not in shared or token.lemma in _NO_TOPIC or token.dep == "compound":
                continue
            run = _noun_phrase(side, number)
            lemmas = [t.lemma for t in run if t.pos in _MEANING]
            worth = sum(card.weights.get(lemma, 0.0) * (1 if lemma in shared else -0.3) for lemma in lemmas)
            text = side.words((run[0].start, run[-1].end))
            worth *= _LONE if len(run) == 1 else 1.0
            if not set(_WORD.findall(text.casefold())) <= known and not _glued(side, number):
                found.append((worth, -len(text), text))
    return max(found)[2] if found else ""


def _glued(side: Side, number: int) -> bool:
    """Whether the noun is only the first half of a hyphenated word."""
    after = side.passage.quote[side.analysis.tokens[number].end - side.passage.start :]
    return after[:1] in {"-", "/"}


def _noun_phrase(side: Side, number: int) -> Sequence[Token]:
    """The noun with the unbroken run of names, nouns and adjectives before it, at most five words."""
    tokens = side.analysis.tokens
    first = number
    while first > side.claim.first and number - first < _TOPIC_WORDS - 1 and _belongs_before(tokens, first - 1):
        first -= 1
    while first < number and (tokens[first].pos in {"PART", "NUM"} or tokens[first].tag in {"POS", "JJR", "JJS"}):
        first += 1
    while first > side.claim.first and _glued_to(tokens[first - 1], tokens[first]):
        first -= 1
    inside = [n for n in range(first, number + 1) if tokens[n].start >= side.passage.start]
    return [tokens[n] for n in inside]


def _glued_to(before: Token, token: Token) -> bool:
    """Whether two tokens are parts of one hyphenated word."""
    return before.end == token.start and "-" in {before.text, token.text[:1]}


def _belongs_before(tokens: Sequence[Token], number: int) -> bool:
    token = tokens[number]
    joined = token.text in {"-", "’s", "'s"} and tokens[number - 1].end == token.start
    return joined or (token.pos in _BEFORE_NOUN and token.dep in {"amod", "compound", "nmod", "poss", "nummod"})


def span_of(side: Side, numbers: Sequence[int], *, most: int = SAYS_WORDS) -> Span:
    """The place of the tokens from the first to the last of `numbers`, cut after `most` words, without loose ends."""
    tokens = side.analysis.tokens
    first, last = numbers[0], numbers[-1]
    while first < last and tokens[first].pos in {"PUNCT", "SPACE", "CCONJ"}:
        first += 1
    while last > first and _length(side, first, last) > most:
        last -= 1
    while last > first and tokens[last].pos in _LOOSE_LAST:
        last -= 1
    return tokens[first].start, tokens[last].end


def _length(side: Side, first: int, last: int) -> int:
    tokens = side.analysis.tokens
    return len(_WORD.findall(side.words((tokens[first].start, tokens[last].end))))


def telling_phrase(card: Card, side: Side) -> Span:
    """The whole phrase of the parse, of two to nine words, whose words weigh most among those the others lack."""
    found = [(_worth(card, side, run), -run[0], run) for run in _phrases(side)]
    if found:
        return span_of(side, max(found)[2])
    return span_of(side, [number for number, _ in side.tokens()])


def _phrases(side: Side) -> Iterator[list[int]]:
    """Phrases that can stand alone: what hangs on a noun, an adjective or a verb, or a verb with what follows it."""
    tokens = side.analysis.tokens
    for number, token in side.tokens():
        if token.pos in _MEANING and not _in_brackets(tokens, number):
            below = side.below(number)
            after = [n for n in below if n == number or (n > number and _under(tokens, n, number) in _OBJECTS)]
            for whole in (below, after) if token.pos == "VERB" else (below,):
                run = _stripped(tokens, whole)
                if run and run[-1] - run[0] == len(run) - 1 and 2 <= _length(side, run[0], run[-1]) <= SAYS_WORDS:
                    yield run


def _in_brackets(tokens: Sequence[Token], number: int) -> bool:
    return number > 0 and tokens[number - 1].text in {"(", "["}


def _under(tokens: Sequence[Token], number: int, top: int) -> str:
    """The label by which the branch of token `number` hangs on `top`."""
    while tokens[number].head != top and tokens[number].head != number:
        number = tokens[number].head
    return tokens[number].dep


def _stripped(tokens: Sequence[Token], run: list[int]) -> list[int]:
    while run and tokens[run[0]].pos in _LOOSE_FIRST:
        run = run[1:]
    while run and tokens[run[-1]].pos in _LOOSE_LAST:
        run = run[:-1]
    return run


def _worth(card: Card, side: Side, run: Sequence[int]) -> float:
    """Weight of the words that the others lack, and some for the shared ones that tie the phrase to the subject."""
    tokens = side.analysis.tokens
    own = tied = 0.0
    for number in run:
        token = tokens[number]
        weight = card.weights.get(token.lemma, 0.0) * _KIND_WEIGHT.get(token.pos, 0.0)
        if token.lemma in side.shared:
            tied += weight
        elif token.entity not in _WHEN_AND_WHERE:
            own += weight
    deed = _DEED if any(tokens[number].pos == "VERB" for number in run) else 1.0
    return deed * (own + _TIE * tied) / math.sqrt(2 + len(run)) if own else 0.0


def contrast(card: Card, says: Sequence[Span]) -> str:
    """The deciding words of the two main sides, as they would be put in a reason."""
    one, other = (card.sides.index(side) for side in card.main)
    return f"one says “{card.sides[one].words(says[one])}”, another “{card.sides[other].words(says[other])}”"
