"""Things and acts that the articles of an event call by different words, gathered over all of them.

Two nouns are taken to call one thing when the same complement hangs on them ("the closure of the mill", "the shutdown
of the mill") and they are near in meaning or share a qualifier or an owner. The same noun with the same complement
differs by its qualifiers ("a tense exchange with …", "a friendly exchange with …"), and so does a whole class of people
or things that two articles name by adjectives near in meaning.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.disagreements.finding import ABOUT_WORDS, about_line, finding_id
from generator.disagreements.reading.headwords import Noun, from_word_start, nouns
from generator.disagreements.weights import lemma_weights
from generator.language.lexicon import listed
from generator.language.phrases import phrase
from generator.matching.embedding import word_likeness
from generator.model.analysis import Analysis, Token
from generator.model.story import Disagreement, Material, Position
from generator.model.text import Article

# How sure it is that the words are of one thing and worth a card: a noun with complement and qualifier shared, with a
# complement alone, the same noun with other qualifiers, the same class of people or things.
_HEAD, _BARE, _SORT, _CLASS = 0.5, 0.4, 0.45, 0.5
# Likeness of two nouns that may call one thing: alone, and beside something else that is shared.
_LIKE, _LIKE_BESIDE = 0.25, 0.1
# Adjectives for one class are near in meaning, but not another form of one word.
_CLASS_LIKE = (0.28, 0.65)
_STEM = 4
# A complement that stands in every other sentence tells nothing of what is spoken of.
_LEAST_WEIGHT = 1.0
# Nouns of complex prepositions (Quirk et al. 9.10): what hangs on them is not what they call.
_EMPTY_NOUNS = listed(
    """accordance account addition advance aspect back bottom capacity case charge course deal edge end example expense
    exchange face favor favour form front group light list means middle name place regard respect response result role
    round search side spite stage state sum support term version view wake"""
)


class Call(NamedTuple):
    """A noun as one article has it, words in lower case, with one complement ("" for none) and the place to show."""

    article: str
    noun: str
    preposition: str
    complement: str
    qualifiers: frozenset[str]
    owner: str
    plural: bool
    span: tuple[int, int]


Sure = Callable[[Call, Call, Mapping[str, set[str]]], float]


def find_things(material: Material) -> Iterator[Disagreement]:
    """One finding for each thing for which two or more articles have different words, with all its words."""
    weights = lemma_weights(material)
    people = _people(material)
    by_complement: dict[str, list[Call]] = defaultdict(list)
    by_noun: dict[str, list[Call]] = defaultdict(list)
    for article in material.articles:
        quoted = [part for q in material.quotations.get(article.id, ()) if q.direct for part in q.parts]
        for call in _calls(article, material.analyses[article.id]):
            if any(low < call.span[1] and call.span[0] < high for low, high in quoted):
                continue
            if not call.complement:
                by_noun[call.noun].append(call)
            elif weights.get(call.complement, 0.0) >= _LEAST_WEIGHT and call.noun not in people:
                by_complement[call.complement].append(call)
    groups = [g for key in sorted(by_complement) for g in _groups(by_complement[key], _one_thing)]
    groups += [g for key in sorted(by_noun) for g in _groups(by_noun[key], _one_class)]
    for group, score in groups:
        yield _finding(material, group, score)


def _people(material: Material) -> frozenset[str]:
    """The nouns by which the event's people are described: what hangs on them tells of somebody, not of a thing."""
    return frozenset(
        description.text.split()[-1].strip(",.'’").lower()
        for actor in material.cast.actors
        if actor.kind == "person"
        for description in actor.descriptions
    )


def _calls(article: Article, analysis: Analysis) -> Iterator[Call]:
    tokens = analysis.tokens
    for sentence in analysis.sentences:
        for noun in nouns(tokens, sentence.first, sentence.last):
            if tokens[noun.number].lemma.lower() not in _EMPTY_NOUNS:
                yield from _calls_of(article, tokens, noun)


def _calls_of(article: Article, tokens: Sequence[Token], noun: Noun) -> Iterator[Call]:
    token = tokens[noun.number]
    sorts = [n for n in noun.qualifiers(tokens) if tokens[n].pos == "ADJ"]
    owners = [n for n, role in noun.hung.items() if role == "owner" and n < noun.number]
    call = Call(
        article=article.id,
        noun=token.lemma.lower(),
        preposition="",
        complement="",
        qualifiers=frozenset(tokens[n].lemma.lower() for n in sorts),
        owner=tokens[owners[0]].lemma.lower() if owners and tokens[owners[0]].pos == "PROPN" else "",
        plural=token.tag == "NNS",
        span=(min(tokens[n].start for n in [*noun.qualifiers(tokens), noun.number]), token.end),
    )
    if sorts:
        yield call
    for n, role in noun.hung.items():
        if n > noun.number and tokens[n].pos in {"NOUN", "PROPN"}:
            yield call._replace(preposition=role, complement=tokens[n].lemma.lower())


def _groups(calls: Sequence[Call], sure: Sure) -> Iterator[tuple[list[Call], float]]:
    """Calls that are of one thing, one of each article, with the best score of any two."""
    words: dict[str, set[str]] = defaultdict(set)
    for call in calls:
        words[call.article] |= {call.noun, *call.qualifiers}
    joined: list[tuple[set[Call], float]] = []
    for one, other in combinations(calls, 2):
        score = sure(one, other, words) if one.article != other.article else 0.0
        if score:
            near = [pair for pair in joined if {one, other} & pair[0]]
            joined = [pair for pair in joined if pair not in near]
            joined.append(({one, other}.union(*(pair[0] for pair in near)), max([score, *(p[1] for p in near)])))
    for group, score in joined:
        chosen: dict[str, Call] = {}
        for call in sorted(group, key=lambda c: (not c.qualifiers, c.span)):
            chosen.setdefault(call.article, call)
        yield [chosen[article] for article in sorted(chosen)], score


def _one_thing(one: Call, other: Call, words: Mapping[str, set[str]]) -> float:
    """How surely two nouns with one complement call one thing by different words; 0 if they do not."""
    if one.noun == other.noun:
        apart = one.qualifiers and other.qualifiers and not one.qualifiers & other.qualifiers
        return _SORT if apart and one.preposition == other.preposition else 0.0
    like = word_likeness(one.noun, other.noun)
    if like >= _LIKE_BESIDE and one.owner and other.owner:
        return _HEAD
    if one.noun in words[other.article] or other.noun in words[one.article]:
        return 0.0
    if like >= _LIKE_BESIDE and one.preposition == other.preposition and one.qualifiers & other.qualifiers:
        return _HEAD
    return _BARE if like >= _LIKE else 0.0


def _one_class(one: Call, other: Call, words: Mapping[str, set[str]]) -> float:
    """How surely two adjectives before one plural noun name the same class; 0 if they do not."""
    if not (one.plural and other.plural):
        return 0.0
    ours, theirs = one.qualifiers - words[other.article], other.qualifiers - words[one.article]
    low, high = _CLASS_LIKE
    near = any(low <= word_likeness(x, y) <= high and x[:_STEM] != y[:_STEM] for x in ours for y in theirs)
    return _CLASS if near else 0.0


def _finding(material: Material, group: Sequence[Call], score: float) -> Disagreement:
    articles = {article.id: article for article in material.articles}
    positions = tuple(_position(articles[call.article], material.analyses[call.article], call) for call in group)
    words = list(dict.fromkeys(f"“{position.says}”" for position in positions))
    beside = f" ({group[0].complement})" if group[0].complement else ""
    return Disagreement(
        id=finding_id("label", material.event.id, positions),
        event=material.event.id,
        kind="label",
        about=_about(words),
        hardness="soft",
        score=score,
        reason=f"different words for what seems one thing{beside}: {', '.join(words)}",
        positions=positions,
        features={"articles": float(len(positions))},
    )


def _about(words: Sequence[str]) -> str:
    """As many of the words as a heading has room for, two of them at least."""
    fitting = [n for n in range(2, len(words) + 1) if len(" ".join(words[:n]).split()) + n + 3 <= ABOUT_WORDS]
    return about_line(f"What it is called: {' or '.join(words[: max(fitting, default=2)])}")


def _position(article: Article, analysis: Analysis, call: Call) -> Position:
    start, end = from_word_start(article.body, call.span[0]), call.span[1]
    passage = phrase(article, analysis, start, end, before=3, after=6)
    return Position(passage=passage, says=article.body[start:end], differs=((start, end),))
