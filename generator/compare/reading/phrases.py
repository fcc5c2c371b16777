"""Exact phrases for cards whose difference cannot be named: what they are about, and the words only one side has."""

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.compare.reading.contrast import View
from generator.compare.reading.side import Side, Span
from generator.grammar import CONTENT, word_class
from generator.model.analysis import Token

SAYS_WORDS = 9
_TOPIC_WORDS = 5
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
# A phrase that hangs on a word both have tells of the same thing; what is said beside a name mostly does not.
_TIED, _BESIDE = 1.4, 0.4
_DESCRIBING = frozenset({"appos", "relcl", "acl"})
# A noun by itself is a vaguer subject than one with its qualifiers.
_LONE = 0.6
_PLACES = frozenset({"country", "place"})
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def topic(view: View) -> str:
    """What two claims are about: the weightiest noun phrase that both have, and an actor of both.

    The phrase stands in quotation marks, for its words are an article's own. Offices of people are no topic. "" when
    they share nothing that could be named.
    """
    actors = _actors(view)
    phrase = _thing(view, {word for name in actors for word in _WORD.findall(name.casefold())})
    if not phrase:
        return actors[0] if actors else ""
    return f"“{phrase}” ({actors[0]})" if actors and len(phrase.split()) == 1 else f"“{phrase}”"


def _actors(view: View) -> list[str]:
    """The names of the people and bodies in both claims, in the order of the cast."""
    both = view.one.claim.actors & view.other.claim.actors
    return [actor.name for actor in view.material.cast.actors if actor.id in both and actor.kind not in _PLACES]


def _thing(view: View, known: set[str]) -> str:
    found: list[tuple[float, int, str]] = []
    offices = _offices(view)
    sides = ((view.one, view.alignment.there), (view.other, view.alignment.back))
    for side, met in sides:
        tokens = side.analysis.tokens
        for number in met:
            token = tokens[number]
            if token.pos != "NOUN" or token.lemma in _NO_TOPIC | offices or _glued(side, number):
                continue
            run = _noun_phrase(side, number)
            shared = {tokens[n].lemma for n in met}
            lemmas = [t.lemma for t in run if t.pos in CONTENT]
            worth = sum(view.weights.get(lemma, 0.0) * (1 if lemma in shared else -0.3) for lemma in lemmas)
            text = side.words((run[0].start, run[-1].end))
            worth *= _LONE if len(run) == 1 else 1.0
            if not set(_WORD.findall(text.casefold())) <= known:
                found.append((worth, -len(text), text))
    return max(found)[2] if found else ""


def _offices(view: View) -> set[str]:
    """The nouns that introduce people in this event, and those that stand by a name in the two claims."""
    told = {d.text.split()[-1].strip(".,").lower() for actor in view.material.cast.actors for d in actor.descriptions}
    return told | {
        side.analysis.tokens[number].lemma
        for side, met in ((view.one, view.alignment.there), (view.other, view.alignment.back))
        for number in met
        if side.analysis.tokens[number].dep in {"compound", "appos", "nmod"}
    }


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


def telling_phrase(side: Side, met: Collection[int], weights: Mapping[str, float]) -> Span:
    """The whole phrase of the parse, of two to nine words, whose words weigh most among those the others lack.

    `met` are the tokens that answer to words of another claim.
    """
    found = [(_worth(side, met, weights, run), -run[0], run) for run in _phrases(side)]
    if found:
        return span_of(side, max(found)[2])
    return span_of(side, [number for number, _ in side.tokens()])


def _phrases(side: Side) -> Iterator[list[int]]:
    """Phrases that can stand alone: what hangs on a noun, an adjective or a verb, or a verb with what follows it."""
    tokens = side.analysis.tokens
    for number, token in side.tokens():
        if token.pos in CONTENT and not _in_brackets(tokens, number):
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


def _worth(side: Side, met: Collection[int], weights: Mapping[str, float], run: Sequence[int]) -> float:
    """Weight of the words that the others lack, and some for the shared ones that tie the phrase to the subject."""
    tokens = side.analysis.tokens
    own = tied = 0.0
    for number in run:
        token = tokens[number]
        weight = weights.get(token.lemma, 0.0) * _KIND_WEIGHT.get(token.pos, 0.0)
        if number in met:
            tied += weight
        elif token.entity not in _WHEN_AND_WHERE:
            own += weight
    if not own:
        return 0.0
    deed = _DEED if any(tokens[number].pos == "VERB" for number in run) else 1.0
    return deed * _standing(side, met, run) * (own + _TIE * tied) / math.sqrt(2 + len(run))


def _standing(side: Side, met: Collection[int], run: Sequence[int]) -> float:
    """More for a phrase that hangs on a shared word or holds one, less for one that only describes a person."""
    tokens = side.analysis.tokens
    inside = set(run)
    top = next((number for number in run if tokens[number].head not in inside), run[0])
    above = tokens[tokens[top].head]
    if tokens[top].dep in _DESCRIBING and above.pos == "PROPN":
        return _BESIDE
    return _TIED if tokens[top].head in met or any(number in met for number in run) else 1.0
