"""Passages of an event's articles, to be held against each other: their words, people, numbers and days."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from generator.language.frames import Frame
from generator.language.lexicon import word_class
from generator.language.relations import words_like
from generator.matching.same_clause import Telling
from generator.model.analysis import Token
from generator.model.quantities import Quantity
from generator.model.story import DateMention, Material
from generator.model.text import Article

# Words that carry what is claimed. What only joins, points or fills says nothing of it.
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_LIGHT = word_class("light")
_STEM = 5
_DESCRIBING = frozenset({"compound", "amod", "appos", "nmod", "poss", "prep", "pobj"})
_SITES = frozenset({"GPE", "LOC", "FAC"})


class Side:
    """One article of an event: its tokens by sentence, who stands behind them, its numbers and days."""

    def __init__(self, material: Material, source: Article) -> None:
        self.source, self.article, self.body = source, source.id, source.body
        self.analysis = material.analyses[source.id]
        quoted = [span for q in material.quotations.get(source.id, ()) if q.direct for span in q.parts]
        self.telling = Telling(self.analysis, material.cast, quoted)
        self._quantities = material.quantities.get(source.id, ())
        self._dates = material.dates.get(source.id, ())

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """The tokens of each sentence."""
        return tuple(range(sentence.first, sentence.last) for sentence in self.analysis.sentences)

    @cached_property
    def told(self) -> "tuple[Words, ...]":
        """The words of each sentence."""
        return tuple(words(self, sentence) for sentence in self.sentences)

    @cached_property
    def measured(self) -> frozenset[int]:
        """The tokens that are part of a number or a day, which are compared by what they mean."""
        tree = self.telling.frames.tree
        days = (at for d in self._dates for at in tree.span(d.start, d.end))
        numbers = (
            at for q in self._quantities for at in tree.span(q.start, q.end) if _bounds(self.analysis.tokens[at])
        )
        return frozenset((*days, *numbers))

    @cached_property
    def words(self) -> "Words":
        """All words of the article."""
        return words(self, range(len(self.analysis.tokens)))

    def frames_of(self, sentence: int) -> Sequence[Frame]:
        """The clauses of a sentence."""
        return self._frames.get(sentence, ())

    @cached_property
    def _frames(self) -> dict[int, list[Frame]]:
        found: dict[int, list[Frame]] = {}
        for frame in self.telling.frames.all:
            found.setdefault(frame.sentence, []).append(frame)
        return found

    def sentences_of(self, start: int, end: int) -> list[int]:
        """The tokens of the sentences that have a part in `body[start:end]`."""
        return [at for s in self.analysis.sentences if s.start < end and start < s.end for at in range(s.first, s.last)]

    def names(self, span: tuple[int, int]) -> bool:
        """Whether the words of a span name somebody; a pronoun does not."""
        tokens = self.analysis.tokens
        return any(tokens[at].pos == "PROPN" for at in self.telling.frames.tree.span(*span))

    def describes(self, at: int) -> bool:
        """Whether a word only describes somebody named: "the Texas senator", before or behind the name."""
        tree = self.telling.frames.tree
        token = tree.tokens[at]
        while token.dep in _DESCRIBING and token.head != at:
            at = token.head
            if at in self.actors:
                return True
            token = tree.tokens[at]
        return False

    def places(self, at: int) -> bool:
        """Whether a word only says where: a place after "in" or "at"."""
        tree = self.telling.frames.tree
        token = tree.tokens[tree.climb(at, lambda i: _is_part_of_site(tree.tokens[i]))]
        return token.dep == "pobj" and token.entity in _SITES and self.analysis.tokens[token.head].lemma in ("in", "at")

    def quantities(self, start: int, end: int) -> list[Quantity]:
        """The numbers in `body[start:end]`."""
        return [q for q in self._quantities if start <= q.start and q.end <= end]

    def cuts_number(self, start: int, end: int) -> bool:
        """Whether `body[start:end]` begins or ends within a number: "[a quarter of] a million people"."""
        return any(q.start < edge < q.end for q in self._quantities for edge in (start, end))

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


def _is_part_of_site(token: Token) -> bool:
    return token.dep in ("compound", "amod") and token.entity in _SITES


def _bounds(token: Token) -> bool:
    """Whether a word in a number's place is a number or limits one: "at least 40", "nearly 40"."""
    return token.pos in ("NUM", "ADV") or token.tag in ("JJR", "JJS", "RBR", "RBS")


def is_content(token: Token) -> bool:
    """Whether a word carries something of what is claimed."""
    return token.pos in _CONTENT and token.lemma.lower() not in _LIGHT and token.dep != "neg"


def has(told: Words, side: Side, at: int) -> bool:
    """Whether the words tell a word: itself, a form of it, who it names, or a word that news uses for it."""
    token = side.analysis.tokens[at]
    lemma = token.lemma.lower()
    if lemma in told.lemmas or side.actors.get(at, "") in told.actors:
        return True
    if token.pos in ("PROPN", "NUM"):
        return False
    return stem(token) in told.stems or not words_like(lemma).isdisjoint(told.lemmas)


def stem(token: Token) -> str:
    """A word without its ending: the first letters of the lemma, so that "decision" stands near "decide"."""
    lemma = token.lemma.lower()
    return lemma if token.pos in ("PROPN", "NUM") else lemma[:_STEM]
