"""What one speaker is reported to have said by two articles in different words: quoted here, paraphrased there."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from generator.disagreements.weights import lemma_weights
from generator.language.lexicon import CONTENT, NEGATIONS, REPORTING, listed
from generator.matching.embedding import embed
from generator.matching.wording import words
from generator.model.actors import Quotation
from generator.model.analysis import Analysis, Token
from generator.model.story import Material
from generator.model.text import Article

_LIGHT = frozenset(
    {"say", "be", "have", "do", "go", "get", "make", "know", "think", "want", "very", "just", "mr.", "ms.", "mrs."}
) | (REPORTING - {"promise", "propose", "pledge", "predict", "dispute", "deny"})
# When a thing was or will be is sooner added or left out than worded otherwise.
_TIMES = frozenset({"DATE", "TIME"})
# Two reports are of one saying when they are so alike in words (Dice's coefficient of weighted lemmas, and half the
# cosine of static embeddings), in words alone, and share words of so much weight: one that is rare in the event.
_ALIKE, _WORDS, _WEIGHT = 0.55, 0.3, 3.8
# Two whole quotations are of one saying only when they are more alike: a speaker repeats himself.
_QUOTED_WORDS, _QUOTED_MEANING, _WHOLE = 0.42, 0.5, 8
# Where one report is much longer, two rare words in common speak for one saying.
_RARE, _RARE_WEIGHT, _RARE_WORDS, _RARE_ALIKE = 3.0, 7.5, 0.2, 0.3
# So do two words that make up so much of a few quoted ones.
_MOSTLY = 0.6
# When nearly all words of the shorter are in the longer, it is a part of it and no other wording.
_PART = 0.9
# A paraphrase of such a share of the telling words renders what is quoted and may add to it.
_FAITHFUL = 0.95
# Verbs that name an act of speech by which one wants something (directives and commissives: Searle 1976). Of two
# paraphrases after "say" or "tell" it is the facts that differ, if anything; after these it is what was proposed.
_WANTING = listed(
    """suggest propose offer urge demand warn threaten promise pledge vow insist recommend advise request appeal call
    invite order"""
)


class Saying(NamedTuple):
    """One reported sentence, `body[start:end]`: quoted words alone, or a paraphrase with what introduces it."""

    article: Article
    analysis: Analysis
    quotation: Quotation
    start: int
    end: int
    lemmas: frozenset[str]


class Retelling(NamedTuple):
    """Two articles' wordings of one saying, how near they are, and their common lemmas, rarest first."""

    a: Saying
    b: Saying
    alike: float
    shared: tuple[str, ...]


def find_retellings(material: Material) -> list[Retelling]:
    """Pairs of sayings of one known speaker by two articles, each the other's nearest, that differ in wording."""
    told = [s for article in material.articles for s in _sayings(article, material)]
    homes: dict[str | None, set[str]] = defaultdict(set)
    for saying in told:
        homes[saying.quotation.speaker].add(saying.article.id)
    sayings = [s for s in told if len(homes[s.quotation.speaker]) > 1]
    if not sayings:
        return []
    weights = lemma_weights(material)
    meaning = _meaning(material, sayings)
    pairs = [
        (alike, i, j)
        for i, a in enumerate(sayings)
        for j in range(i + 1, len(sayings))
        if a.quotation.speaker == sayings[j].quotation.speaker and a.article.id != sayings[j].article.id
        if (alike := _alike(a, sayings[j], float(meaning[i, j]), weights)) > 0
    ]
    best: dict[tuple[int, str], tuple[float, int, int]] = {}
    for pair in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        _, i, j = pair
        best.setdefault((i, sayings[j].article.id), pair)
        best.setdefault((j, sayings[i].article.id), pair)
    mutual = [
        p for p in pairs if best[p[1], sayings[p[2]].article.id] is p and best[p[2], sayings[p[1]].article.id] is p
    ]
    return [
        Retelling(a, b, alike, _rarest(a.lemmas & b.lemmas, weights))
        for alike, i, j in sorted(mutual, key=lambda p: (-p[0], p[1], p[2]))
        if not _is_part(a := sayings[i], b := sayings[j]) and not _is_rendered(a, b, weights)
    ]


def _sayings(article: Article, material: Material) -> Iterator[Saying]:
    analysis = material.analyses[article.id]
    for quotation in material.quotations.get(article.id, ()):
        if quotation.speaker is None or not quotation.speech:
            continue
        for start, end in quotation.parts:
            for low, high in _sentences(analysis, start, end):
                opening = _opening(analysis, quotation, low) if not quotation.direct else low
                lemmas = _lemmas(analysis, opening, high, quotation.speaker_span)
                if lemmas:
                    yield Saying(article, analysis, quotation, opening, high, lemmas)


def _sentences(analysis: Analysis, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The part of each sentence that lies within the span."""
    first, last = analysis.sentence_at(start), analysis.sentence_at(max(start, end - 1))
    if first is None or last is None:
        yield start, end
        return
    for sentence in analysis.sentences[first : last + 1]:
        low, high = max(start, sentence.start), min(end, sentence.end)
        if low < high:
            yield low, high


def _opening(analysis: Analysis, quotation: Quotation, start: int) -> int:
    """Where the words that introduce a paraphrase begin: at the speaker, if he stands before it in its sentence."""
    span = quotation.speaker_span
    same = span is not None and analysis.sentence_at(span[0]) == analysis.sentence_at(start)
    return min(start, span[0]) if span is not None and same else start


def _lemmas(analysis: Analysis, start: int, end: int, speaker: tuple[int, int] | None) -> frozenset[str]:
    """The telling lemmas of what is said, without the speaker; a name of several words counts once, by its last."""
    number = analysis.sentence_at(start)
    if number is None:
        return frozenset()
    sentence = analysis.sentences[number]
    return frozenset(
        token.lemma
        for n, token in enumerate(analysis.tokens[sentence.first : sentence.last], sentence.first)
        if start <= token.start < end
        and token.pos in CONTENT
        and token.lemma not in _LIGHT
        and token.entity not in _TIMES
        and token.text[0].isalnum()
        and not _goes_on(analysis, n)
        and not (speaker and _describes(analysis, n, speaker))
    )


def _goes_on(analysis: Analysis, number: int) -> bool:
    """Whether a token is part of a name that goes on after it."""
    token, after = analysis.tokens[number], analysis.tokens[min(number + 1, len(analysis.tokens) - 1)]
    return (
        number + 1 < len(analysis.tokens) and bool(token.entity) and not after.entity_start and _are_names(token, after)
    )


def _are_names(*tokens: Token) -> bool:
    return all(token.pos == "PROPN" and token.entity == tokens[0].entity for token in tokens)


def _describes(analysis: Analysis, number: int, speaker: tuple[int, int]) -> bool:
    """Whether a token belongs to the words that name the speaker, or hangs on them as an apposition does."""
    while True:
        token = analysis.tokens[number]
        if speaker[0] <= token.start < speaker[1]:
            return True
        if token.head == number:
            return False
        number = token.head


def _meaning(material: Material, sayings: Sequence[Saying]) -> npt.NDArray[np.float64]:
    """The cosine of each two sayings, centred on all sentences: sayings alone may be too few for that."""
    texts = [s.article.body[s.start : s.end] for s in sayings]
    around = [a.body[s.start : s.end] for a in material.articles for s in material.analyses[a.id].sentences]
    vectors = embed([*texts, *around])[: len(texts)].astype(np.float64)
    product: npt.NDArray[np.float64] = vectors @ vectors.T
    return product


def _alike(a: Saying, b: Saying, meaning: float, weights: dict[str, float]) -> float:
    """How alike two sayings are, or 0 when they are not alike enough to be one."""
    common = [weights[lemma] for lemma in a.lemmas & b.lemmas]
    shared, whole = sum(common), sum(weights[lemma] for side in (a, b) for lemma in side.lemmas)
    dice = 2 * shared / whole if whole else 0.0
    alike = dice + meaning / 2
    direct = [s.quotation.direct for s in (a, b)]
    if not any(direct) and not {a.quotation.cue, b.quotation.cue} <= _WANTING:
        return 0.0
    if all(direct) and min(len(a.lemmas), len(b.lemmas)) > 1 and min(_length(a), _length(b)) >= _WHOLE:
        return alike if dice >= _QUOTED_WORDS and meaning >= _QUOTED_MEANING else 0.0
    near = alike >= _ALIKE and dice >= _WORDS and shared >= _WEIGHT
    rare = sum(weight >= _RARE for weight in common) >= 2 and shared >= _RARE_WEIGHT
    least = min(sum(weights[lemma] for lemma in side.lemmas) for side in (a, b))
    most = any(direct) and len(common) > 1 and shared >= _MOSTLY * least and min(common) >= _RARE
    return max(alike, dice) if near or most or (rare and dice >= _RARE_WORDS and alike >= _RARE_ALIKE) else 0.0


def _is_rendered(a: Saying, b: Saying, weights: dict[str, float]) -> bool:
    """Whether a paraphrase has all telling words of a quotation, or it all of theirs: then one only says more."""
    if (a.quotation.direct and b.quotation.direct) or _denies(a) != _denies(b):
        return False
    least = min(sum(weights[lemma] for lemma in side.lemmas) for side in (a, b))
    return sum(weights[lemma] for lemma in a.lemmas & b.lemmas) >= _FAITHFUL * least


def _denies(saying: Saying) -> bool:
    spoken = {word.key for word in words(saying.article.body, saying.start, saying.end)}
    return bool(spoken & NEGATIONS)


def _length(saying: Saying) -> int:
    return len(saying.article.body[saying.start : saying.end].split())


def _rarest(lemmas: frozenset[str], weights: dict[str, float]) -> tuple[str, ...]:
    return tuple(sorted(lemmas, key=lambda lemma: (-weights[lemma], lemma)))


def _is_part(a: Saying, b: Saying) -> bool:
    keys = [Counter(w.key for w in words(s.article.body, s.start, s.end)) for s in (a, b)]
    return sum((keys[0] & keys[1]).values()) >= _PART * min(keys[0].total(), keys[1].total())
