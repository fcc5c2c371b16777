"""One or more than one: "a subpoena" in one article, "subpoenas" or "two subpoenas" in another."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from generator.disagreements.finding import about_line, finding_id, leaning_note
from generator.disagreements.quantity.counting import carrying
from generator.disagreements.weights import lemma_weights
from generator.model.analysis import Analysis
from generator.model.story import Disagreement, Material, Position

# Verbs that may take any object, so that one of them does not show that two objects are one.
_LIGHT = frozenset(
    {"have", "make", "take", "do", "get", "go", "be", "give", "say", "tell", "see", "use", "run", "come"}
)
_CONTENT = frozenset({"NOUN", "PROPN", "VERB"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "pobj"})
_BEFORE = frozenset({"det", "poss", "nummod", "amod", "compound", "case"})
# "The" points back to one of which more may have been told.
_ONE = frozenset({"a", "an", "one", "another"})
# The weight of the words that two sentences share, each at most so heavy and each further one counting for less.
_ENOUGH, _MOST_OF_A_WORD, _FURTHER = 7.0, 4.0, 0.75
_SCORE = 0.55


class Thing(NamedTuple):
    """A noun as the object of a verb: its article, token, how it hangs on the verb, and its sentence's lemmas."""

    article: str
    token: int
    noun: str
    many: bool
    told: bool
    relation: tuple[str, str]
    lemmas: frozenset[str]


def find(material: Material) -> Iterator[Disagreement]:
    """For each pair of articles the objects of one verb of which one article has one and the other several.

    Only nouns that neither article has in the other number too, in sentences that share much else.
    """
    weights = lemma_weights(material)
    things = {article.id: list(_things(material.analyses[article.id], article.id)) for article in material.articles}
    shown: set[str] = set()
    for x, y in combinations(material.articles, 2):
        pairs = [
            (_weight(a, b, weights), -a.token, -b.token, a, b)
            for a in things[x.id]
            for b in things[y.id]
            if a.noun == b.noun and a.many != b.many and a.relation == b.relation and a.told and b.told
            if _always(a, things[x.id]) and _always(b, things[y.id])
        ]
        best = max(pairs, default=None, key=lambda pair: pair[:3])
        if best is not None and best[0] >= _ENOUGH and best[3].noun not in shown:
            shown.add(best[3].noun)
            yield _finding(material, best[3], best[4])


def _things(analysis: Analysis, article: str) -> Iterator[Thing]:
    """All common nouns of an article; those that are no objects have no relation and are not `told`."""
    one = {t.head for t in analysis.tokens if t.dep in {"poss", "nummod"} or (t.dep == "det" and t.lemma in _ONE)}
    for sentence in analysis.sentences:
        lemmas = frozenset(t.lemma for t in analysis.sentence_tokens(sentence) if t.pos in _CONTENT)
        for index in range(sentence.first, sentence.last):
            token = analysis.tokens[index]
            if token.pos != "NOUN" or not token.text.isalpha() or token.dep == "compound":
                continue
            many, relation = token.tag == "NNS", _relation(analysis, index)
            told = bool(relation[0]) and (many or index in one)
            yield Thing(article, index, token.lemma, many, told, relation, lemmas)


def _relation(analysis: Analysis, index: int) -> tuple[str, str]:
    """The verb and how the noun hangs on it, as object or by a preposition; both "" for any other place."""
    token = analysis.tokens[index]
    head, how = analysis.tokens[token.head], "object"
    if token.dep not in _OBJECTS:
        return "", ""
    if head.pos == "ADP":
        head, how = analysis.tokens[head.head], head.lemma
    return (head.lemma, how) if head.pos == "VERB" and head.lemma not in _LIGHT else ("", "")


def _always(thing: Thing, own: list[Thing]) -> bool:
    """Whether the article has the noun in no other number."""
    return all(other.many == thing.many for other in own if other.noun == thing.noun)


def _weight(a: Thing, b: Thing, weights: dict[str, float]) -> float:
    shared = sorted((weights.get(lemma, 0) for lemma in a.lemmas & b.lemmas - {a.noun}), reverse=True)
    return sum(min(_MOST_OF_A_WORD, weight) * _FURTHER**n for n, weight in enumerate(shared))


def _finding(material: Material, a: Thing, b: Thing) -> Disagreement:
    positions = tuple(_position(material, thing) for thing in (a, b))
    many = next(material.analyses[t.article].tokens[t.token].text for t in (a, b) if t.many)
    return Disagreement(
        id=finding_id("figure", material.event.id, positions),
        event=material.event.id,
        kind="figure",
        about=about_line(f"How many {many}"),
        hardness="hard",
        score=_SCORE,
        reason=f"In like words one has one and the other several: “{positions[0].says}” against “{positions[1].says}”",
        note=leaning_note(material, positions),
        positions=positions,
        features={"articles": 2.0},
    )


def _position(material: Material, thing: Thing) -> Position:
    article = next(a for a in material.articles if a.id == thing.article)
    analysis = material.analyses[thing.article]
    phrase = [n for n in range(thing.token) if _belongs(analysis, n, thing.token)]
    span = (analysis.tokens[min([*phrase, thing.token])].start, analysis.tokens[thing.token].end)
    passage = carrying(article, analysis, span, analysis.tokens[thing.token].head)
    return Position(passage=passage, says=article.body[span[0] : span[1]], differs=(span,))


def _belongs(analysis: Analysis, index: int, noun: int) -> bool:
    """Whether a token before the noun is of its phrase: "the committee's" of "the committee's subpoena"."""
    while analysis.tokens[index].dep in _BEFORE:
        index = analysis.tokens[index].head
    return index == noun
