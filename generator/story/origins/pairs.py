"""Which articles are worth comparing: those that share telling words, found by an inverted index."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.story.origins.gist import Hashes

# A word that more articles have says nothing about two of them.
_RARE = 40
# The weight that two articles must share, as a part of the lighter one's.
_SHARED = 0.2
# So many phrases, the same of every article, stand for all of them: near copies have one in common (Broder 1997).
_SKETCH = 32


def likely_pairs(
    lemmas: Sequence[Sequence[int]], counts: NDArray[np.int64], weights: NDArray[np.float64]
) -> Iterator[tuple[int, int]]:
    """Index pairs of articles that share enough of what is telling in them; the work grows with what is shared.

    `lemmas` are numbers of lemmas, `counts` how many articles have each, `weights` how telling each is.
    """
    told = [np.array([n for n in own if counts[n] <= _RARE], dtype=np.int64) for own in lemmas]
    whole = np.array([float(sum(weights[own].tolist())) for own in told])
    size = len(told)
    keys = np.concatenate([own * size + place for place, own in enumerate(told)] or [np.zeros(0, dtype=np.int64)])
    keys.sort()
    for place, own in enumerate(told):
        first, last = np.searchsorted(keys, own * size + place + 1), np.searchsorted(keys, (own + 1) * size)
        found = np.concatenate([keys[a:b] for a, b in zip(first, last, strict=True)] or [keys[:0]]) % size
        shared = np.bincount(found, weights=np.repeat(weights[own], last - first), minlength=size)
        for other in np.unique(found).tolist():
            if shared[other] >= _SHARED * min(whole[place], whole[other]):
                yield place, other


def near_copies(phrases: Sequence[Hashes], turns: Sequence[int]) -> set[tuple[int, int]]:
    """Index pairs of articles among many that have a phrase in common, each with the first of them and the one before.

    Copies of one text share no word that few articles have; those who lean on one who leans on a third are held
    together all the same. `turns` are the articles in the order of time.
    """
    homes: dict[int, list[int]] = defaultdict(list)
    for place in turns:
        for phrase in phrases[place][:_SKETCH].tolist():
            homes[phrase].append(place)
    pairs = set()
    for own in homes.values():
        if len(own) > _RARE:
            pairs |= {(min(a, b), max(a, b)) for a, b in pairwise(own)}
            pairs |= {(min(own[0], other), max(own[0], other)) for other in own[1:]}
    return pairs
