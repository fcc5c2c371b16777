"""A small record of what one article tells: enough to say which others it cannot lean on."""

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
