"""How alike any two claims of an event are: shared weighted words, and nearness in meaning."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from generator.matching.embedding import Vectors, embed, unit_rows
from generator.model.claims import Claim

# Events of two short articles are weighed as if of so many claims: what two sentences share is as telling as elsewhere.
_FEW = 50

Matrix = npt.NDArray[np.float64]


class Space(NamedTuple):
    """The claims of all articles of one event, and their likeness as square matrices in the same order.

    `words` is the cosine of tf-idf vectors over the event's sentences, `meaning` that of their static embeddings,
    `likeness` the sum of both. `owner` numbers the article of each claim. `rank[i, j]` counts the claims of j's
    article that are more like i than j is. `support` is each claim's mean likeness to its best counterpart in the
    other articles, a measure of how central it is (as in LexRank, Erkan and Radev 2004). `weights` are the inverse
    document frequencies.
    """

    claims: tuple[Claim, ...]
    owner: npt.NDArray[np.int64]
    words: Matrix
    meaning: Matrix
    likeness: Matrix
    rank: npt.NDArray[np.int64]
    support: npt.NDArray[np.float64]
    weights: dict[str, float]


def read_space(claims: Sequence[Claim], texts: Sequence[str]) -> Space:
    """The space of `claims`, of which `texts` are the written sentences. Articles are numbered as they come."""
    articles = list(dict.fromkeys(claim.article for claim in claims))
    owner = np.array([articles.index(claim.article) for claim in claims], dtype=np.int64)
    weights = _weights(claims)
    terms, vectors = _term_vectors(claims, weights), embed(texts)
    words, meaning = (terms @ terms.T).astype(np.float64), (vectors @ vectors.T).astype(np.float64)
    likeness = words + meaning
    return Space(
        claims=tuple(claims),
        owner=owner,
        words=words,
        meaning=meaning,
        likeness=likeness,
        rank=_ranks(likeness, owner, len(articles)),
        support=_support(likeness, owner, len(articles)),
        weights=weights,
    )


def _weights(claims: Sequence[Claim]) -> dict[str, float]:
    counts = Counter(lemma for claim in claims for lemma in set(claim.content))
    many = max(len(claims), _FEW)
    return {lemma: math.log(1 + many / count) for lemma, count in counts.items()}


def _term_vectors(claims: Sequence[Claim], weights: dict[str, float]) -> Vectors:
    columns = {lemma: number for number, lemma in enumerate(sorted(weights))}
    rows = np.zeros((len(claims), max(1, len(columns))), dtype=np.float32)
    for number, claim in enumerate(claims):
        for lemma in claim.content:
            rows[number, columns[lemma]] = weights[lemma]
    return unit_rows(rows)


def _ranks(likeness: Matrix, owner: npt.NDArray[np.int64], articles: int) -> npt.NDArray[np.int64]:
    rank = np.zeros(likeness.shape, dtype=np.int64)
    for article in range(articles):
        columns = np.flatnonzero(owner == article)
        order = np.argsort(-likeness[:, columns], axis=1, kind="stable")
        within = np.empty_like(order)
        np.put_along_axis(within, order, np.arange(len(columns))[None, :].repeat(len(likeness), 0), 1)
        rank[:, columns] = within
    return rank


def _support(likeness: Matrix, owner: npt.NDArray[np.int64], articles: int) -> npt.NDArray[np.float64]:
    best = np.full((len(likeness), articles), np.nan)
    for article in range(articles):
        columns = np.flatnonzero(owner == article)
        outside = owner != article
        best[outside, article] = likeness[np.ix_(outside, columns)].max(axis=1)
    support: npt.NDArray[np.float64] = np.nan_to_num(np.nanmean(best, axis=1)) if articles > 1 else np.zeros(len(best))
    return support
