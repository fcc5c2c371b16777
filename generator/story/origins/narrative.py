"""An article's own telling: its sentences without the words between quotation marks, which reports share honestly."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from generator.matching.rarity import rarity
from generator.matching.terms import EVERYDAY
from generator.model.actors import Quotation
from generator.model.analysis import Analysis
from generator.model.text import Article

# What the commonest word still tells.
_LEAST = 0.3
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


class Told(NamedTuple):
    """One sentence as the article tells it: its own words and their body offsets, the lemmas that carry meaning."""

    start: int
    end: int
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    lemmas: frozenset[str]


class Narrative(NamedTuple):
    """An article's own words with their body offsets, and the three-word `phrases` among them.

    `names` are its names and numbers, `spoken` counts its direct quotations of speech.
    """

    article: Article
    told: tuple[Told, ...]
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    phrases: frozenset[tuple[str, ...]]
    lemmas: frozenset[str]
    names: frozenset[str]
    spoken: int


def narrative(article: Article, analysis: Analysis, quotations: Sequence[Quotation]) -> Narrative:
    """The article without what stands between quotation marks."""
    spans = sorted(span for q in quotations if q.direct for span in q.parts)
    told: list[Told] = []
    names: set[str] = set()
    for sentence in analysis.sentences:
        quoted = [span for span in spans if span[0] < sentence.end and sentence.start < span[1]]
        tokens = analysis.sentence_tokens(sentence)
        own = [t for t in tokens if not _inside(spans, t.start)] if quoted else tokens
        spelled = [t for t in own if t.text[0].isalnum()]
        names |= {t.lemma for t in own if t.pos in {"PROPN", "NUM"}}
        told.append(
            Told(
                sentence.start,
                sentence.end,
                tuple(t.text.lower() for t in spelled),
                tuple((t.start, t.end) for t in spelled),
                frozenset(t.lemma for t in own if t.pos in _CONTENT),
            )
        )
    words = tuple(word for sentence in told for word in sentence.words)
    return Narrative(
        article=article,
        told=tuple(told),
        words=words,
        places=tuple(place for sentence in told for place in sentence.places),
        phrases=frozenset(zip(words, words[1:], words[2:], strict=False)),
        lemmas=frozenset(lemma for sentence in told for lemma in sentence.lemmas),
        names=frozenset(names),
        spoken=sum(q.direct and q.speech for q in quotations),
    )


def _inside(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    place = bisect_right(spans, (offset, math.inf)) - 1
    return place >= 0 and spans[place][0] <= offset < spans[place][1]


def lemma_weight(lemma: str) -> float:
    """How telling a lemma is: how rare it is in general, whatever the other articles say."""
    return max(0.0, rarity(lemma.lower()) - EVERYDAY) + _LEAST
