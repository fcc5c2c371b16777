"""Passages of an event's articles, to be held against each other: their words, people, numbers and days."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from generator.language.lexicon import word_class
from generator.matching.same_clause import Telling
from generator.model.analysis import Token
from generator.model.quantities import Quantity
from generator.model.story import DateMention, Material

# Words that carry what is claimed. What only joins, points or fills says nothing of it.
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_LIGHT = word_class("light")
_STEM = 5


class Side:
    """One article of an event: its tokens by sentence, who stands behind them, its numbers and days."""

    def __init__(self, material: Material, article: str) -> None:
        self.article = article
        self.analysis = material.analyses[article]
        self.body = next(a.body for a in material.articles if a.id == article)
        quoted = [span for q in material.quotations.get(article, ()) if q.direct for span in q.parts]
        self.telling = Telling(self.analysis, material.cast, quoted)
        self._quantities = material.quantities.get(article, ())
        self._dates = material.dates.get(article, ())

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """The tokens of each sentence."""
        return tuple(range(sentence.first, sentence.last) for sentence in self.analysis.sentences)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all content words of the article."""
        return frozenset(stem(token) for token in self.analysis.tokens if is_content(token))

    def quantities(self, start: int, end: int) -> list[Quantity]:
        """The numbers in `body[start:end]`."""
        return [q for q in self._quantities if start <= q.start and q.end <= end]

    def dates(self, start: int, end: int) -> list[DateMention]:
        """The words for days in `body[start:end]`."""
        return [d for d in self._dates if start <= d.start and d.end <= end]

    @cached_property
    def actors(self) -> Mapping[int, str]:
        """The actor behind each token that names one; pronouns name nobody."""
        tokens = self.analysis.tokens
        return {at: actor for at, actor in self.telling.actors.items() if tokens[at].pos != "PRON"}


class Words(NamedTuple):
    """What a stretch of tokens has: lemmas, their stems, and actors."""

    lemmas: frozenset[str]
    stems: frozenset[str]
    actors: frozenset[str]


def words(side: Side, tokens: Sequence[int]) -> Words:
    """The words of the tokens of one article."""
    own = [side.analysis.tokens[at] for at in tokens]
    return Words(
        lemmas=frozenset(token.lemma.lower() for token in own),
        stems=frozenset(stem(token) for token in own),
        actors=frozenset(side.actors[at] for at in tokens if at in side.actors),
    )


def is_content(token: Token) -> bool:
    """Whether a word carries something of what is claimed."""
    return token.pos in _CONTENT and token.lemma.lower() not in _LIGHT and token.dep != "neg"


def stem(token: Token) -> str:
    """A word without its ending: the first letters of the lemma, so that "decision" stands near "decide"."""
    lemma = token.lemma.lower()
    return lemma if token.pos in ("PROPN", "NUM") else lemma[:_STEM]
