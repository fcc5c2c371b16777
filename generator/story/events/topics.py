"""Parts a group where a folder holds much of one topic: a war, a trial, a campaign.

There every report has the topic's names and half of its words, and reports of two happenings are as alike as those of
one are elsewhere. What tells them apart is what few of the topic's articles have. The topic of a group is what is alike
any of its articles, whether it is of the same happening or not; an article of something else is none of it.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.matching.terms import Rows, Scores
from generator.story.events.linkage import Least, average_linkage

# So many other articles make a group's topic, or so many with its own: with fewer, what two of them share says little
# of what is common.
_OTHERS, _ALL = 3, 6
# How alike reports are in what the topic does not share: of 45 events of wars 0.13 to 0.18 part alike well, and of 120
# of other news four, each into happenings of its own; from 0.15 on reports of one are parted too.
_LEAST = 0.14
_BEYOND = Least(pair=_LEAST, third=_LEAST, joining=_LEAST, groups=_LEAST)


class Topics:
    """Which articles are alike which, by number, and how near the dates of some and of others let them be."""

    def __init__(
        self, rows: Rows, pairs: NDArray[np.void], nearness: Callable[[Sequence[int], Sequence[int]], Scores]
    ) -> None:
        self._rows, self._nearness = rows, nearness
        ends = np.concatenate([pairs["one"], pairs["other"]])
        order = np.argsort(ends, kind="stable")
        self._ends, self._others = ends[order], np.concatenate([pairs["other"], pairs["one"]])[order]

    def parts(self, members: Sequence[int]) -> list[list[int]]:
        """A group parted into its happenings."""
        topic = set(members).union(*(self._near(number) for number in members))
        is_small = len(topic) < _ALL and len(topic) - len(members) < _OTHERS
        if len(members) < 2 or is_small or self._rows.are_mixed(topic):
            return [list(members)]
        scores = self._rows.beyond(members, sorted(topic)) * self._nearness(members, members)
        labels = average_linkage(scores, _BEYOND)
        return [[m for m, own in zip(members, labels, strict=True) if own == label] for label in sorted(set(labels))]

    def _near(self, number: int) -> list[int]:
        first, last = np.searchsorted(self._ends, (number, number + 1))
        near: list[int] = self._others[first:last].tolist()
        return near
