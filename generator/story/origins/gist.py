"""A small record of what one article tells: enough to say which others it cannot lean on, and which it may."""

from collections import Counter
from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from generator.model.analysis import Analysis
from generator.model.record import Record
from generator.story.origins.credits import credit_spans
from generator.story.origins.narrative import Narrative

Hashes = NDArray[np.uint32]


class Gist(Record, frozen=True):
    """The lemmas that carry meaning in an article's own telling, sorted, and its phrases of three words.

    `phrases` are 32-bit hashes, sorted, four bytes each: two articles have no more phrases in common than hashes, but
    for a chance of one in millions. `spoken` counts its direct quotations of speech. In `credits`, spans of the body,
    an outlet's name may be a credit.
    """

    lemmas: tuple[str, ...]
    phrases: bytes
    spoken: int
    credits: tuple[tuple[int, int], ...]

    def hashes(self) -> Hashes:
        """The hashes of its phrases."""
        return np.frombuffer(self.phrases, dtype="<u4")


def gist_of(told: Narrative, analysis: Analysis) -> Gist:
    """The gist of a narrative."""
    hashes = np.array([crc32(" ".join(phrase).encode()) for phrase in told.phrases], dtype="<u4")
    return Gist(
        lemmas=tuple(sorted(told.lemmas)),
        phrases=np.unique(hashes).tobytes(),
        spoken=told.spoken,
        credits=tuple(credit_spans(analysis)),
    )


# A word that more articles have says nothing about two of them.
_RARE = 40
# The weight that two articles must share, as a part of the lighter one's.
_SHARED = 0.2
# So many phrases, the same of every article, stand for all of them: near copies have one in common (Broder 1997).
_SKETCH = 32
# So many of those before it that share most of it are worth reading.
_NEAREST = 4


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


def near_copies(phrases: Sequence[Hashes], turns: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Index pairs of articles among many that have phrases in common, each with few of those before it.

    Copies of one text share no word that few articles have. Of those that have a phrase of its sketch, each is held
    against the first of all and the last before it: that is enough to hold together those who lean on one another.
    `turns` are the articles in the order of time.
    """
    sketches = [own[:_SKETCH].tolist() for own in phrases]
    counts = Counter(phrase for sketch in sketches for phrase in sketch)
    homes: dict[int, tuple[int, int]] = {}
    for place in turns:
        common = [phrase for phrase in sketches[place] if counts[phrase] > _RARE]
        before = Counter(other for phrase in common for other in {*homes.get(phrase, ())})
        for other, _ in before.most_common(_NEAREST):
            yield min(place, other), max(place, other)
        for phrase in common:
            homes[phrase] = (homes.get(phrase, (place,))[0], place)
