"""Exact phrases for cards whose difference cannot be named: what they are about, and what each side tells of it."""

import re
from collections.abc import Collection, Mapping, Sequence

from generator.disagreements.reading.contrast import View
from generator.disagreements.reading.printing import verb_phrase
from generator.disagreements.reading.side import Side, Span
from generator.language.lexicon import CONTENT, REPORTING, listed
from generator.model.analysis import Token

SAYS_WORDS = 9
_TOPIC_WORDS = 5
_BEFORE_NOUN = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PART"})
_LOOSE_LAST = frozenset({"PUNCT", "SPACE", "DET", "ADP", "CCONJ", "SCONJ", "PART", "AUX"})
# Nouns of time, measure and address, and nouns so wide that they name no subject.
_NO_TOPIC = listed(
    """day week month year hour minute time morning afternoon evening night weekend today yesterday monday tuesday
    wednesday thursday friday saturday sunday
    january february march april june july august september october november december percent number lot mr. mrs. ms.
    sen. rep. gov. one thing way people part member man woman fact side place kind statement spokesman spokeswoman"""
)
# A phrase of fewer words of meaning tells nothing; of what it tells, the words that only one side has count so much.
_LEAST_TOLD, _OWN = 2, 0.5
# What is told of somebody in passing ("who represents …") counts for less than what the sentence is there to tell.
_IN_PASSING = {"relcl": 0.6, "acl": 0.6, "advcl": 0.8, "pcomp": 0.8}
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
    """What a claim tells to have happened, a verb with what it needs, where most of its words are told elsewhere too.

    `met` are the tokens that answer to words of another claim; words that only this side has count for half. A verb of
    saying gives way to what is said. Without a verb, the beginning of the claim.
    """
    tokens = side.analysis.tokens
    verbs = [n for n, token in side.tokens() if _heads_a_clause(token)]
    spans = [
        (tokens[n].lemma not in REPORTING, _IN_PASSING.get(tokens[n].dep, 1.0), verb_phrase(side, n)) for n in verbs
    ]
    found = [
        (said, part * worth, -span[0], span)
        for said, part, span in spans
        if (worth := _told(side, met, weights, span)) > 0
    ]
    return max(found)[3] if found else span_of(side, [number for number, _ in side.tokens()])


def _heads_a_clause(token: Token) -> bool:
    """Whether a token is a verb with a clause of its own: no auxiliary, nor "including"."""
    return token.pos in {"VERB", "AUX"} and token.dep not in {"aux", "auxpass", "prep"}


def _told(side: Side, met: Collection[int], weights: Mapping[str, float], span: Span) -> float:
    """The weight of the words of a phrase, 0 if none of them is told elsewhere or it is a single word."""
    inside = [(n, t) for n, t in side.tokens() if span[0] <= t.start < span[1] and t.pos in CONTENT]
    if len(inside) < _LEAST_TOLD or not any(n in met for n, _ in inside):
        return 0.0
    return sum(weights.get(t.lemma, 0.0) * (1.0 if n in met else _OWN) for n, t in inside)
