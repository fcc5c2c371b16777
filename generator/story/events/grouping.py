"""Which articles tell one happening: average-linkage clustering of likeness, weakened by the days between stories.

Average linkage (Sokal and Michener, 1958) asks an article to be like a whole group and not like one member of it, so a
run of follow-ups does not chain two happenings into one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, repeat

import numpy as np

from generator.matching.terms import Rows, Terms
from generator.model.periods import LAST, Period, is_day, period
from generator.model.story import Dating
from generator.story.events.linkage import Edge, Least, Scores, cluster, pairs_of
from generator.story.events.topics import Topics

# The more reports of a group one is held against, the less it must be like each: every one tells in words of its own.
# Two groups join only if they are nearly as alike as reports of one happening are: in 13 labelled draws of some 1,500
# articles no two less alike than 0.26 were one, while eleven that mix two happenings reach 0.15. The mean B-cubed F1 of
# the draws changes by less than 0.001 for a `joining` of 0.14 to 0.16 and `groups` of 0.24 to 0.28.
LEAST = Least(pair=0.2, third=0.18, joining=0.15, groups=0.26)
# A report of the next day tells the same happening; likeness then fades, to a third in a week.
FREE_DAYS, FADING_DAYS = 1, 6
# Without a date on both sides nothing but the words tells happenings apart, so they must be more alike.
UNDATED = 0.75
# News is told within days. A report so many days late, but no more, may well have its story's day wrong.
LATE, TOLD_WITHIN = 4, 8
# Reports of two days are of two happenings where those of each are so much more alike than those of both, which are
# not very alike. Of 40 events and of 98 this parts two and one, each of them rightly.
_APART, _ONE = 0.05, 0.55
# A single report whose headline is of another day than the others' is of another happening if it is less like them than
# this. Of 300 events it parts six so, five of them rightly.
_ALONE = 0.45
# So many days apart even the same words are not alike enough.
_TOO_FAR = FREE_DAYS + FADING_DAYS * np.log(1 / LEAST.lowest)


def group(names: Sequence[str], terms: Iterable[Terms], datings: Mapping[str, Dating]) -> tuple[tuple[str, ...], ...]:
    """The article ids `names` in groups that tell one happening each; groups and members keep the order given.

    `terms` are theirs, in their order.
    """
    if not names:
        return ()
    rows, days = Rows(terms), _Days([_days(datings[name]) for name in names])
    pairs = pairs_of(_alike(rows, days))
    labels = cluster(len(names), pairs, partial(_scores, rows, days), LEAST)
    groups: dict[int, list[int]] = {}
    for number, label in enumerate(labels):
        groups.setdefault(label, []).append(number)
    told = [datings[name] for name in names]
    topics = Topics(rows, pairs, days.nearness)
    found = (
        part
        for members in groups.values()
        for some in _headed(members, told, rows)
        for day in _of_days(some, told, rows)
        for part in topics.parts(day)
    )
    parts = sorted(found)
    return tuple(tuple(names[number] for number in part) for part in parts)


def _headed(members: list[int], datings: Sequence[Dating], rows: Rows) -> list[list[int]]:
    """A group, and apart from it each report that heads what was on a day of its own, where two or more tell another.

    A second candidate who gives up the day after the first shares the race with him, and no more.
    """
    votes = Counter(datings[number].told for number in members if datings[number].told)
    most = max(votes.values(), default=0)
    headed = [n for n in members if datings[n].headed and votes[datings[n].told] == 1]
    odd = [n for n in headed if _is_fresh(datings[n])] if most > 1 else []
    likeness = rows.cosines(members, members) if odd else np.zeros((0, 0))
    gone = []
    for number in odd:
        own = np.array([member == number for member in members])
        between = float(np.mean(likeness[own][:, ~own]))
        rest = likeness[~own][:, ~own]
        among = float(np.mean(rest[~np.eye(len(rest), dtype=bool)]))
        if between < _ALONE and among - between >= _APART:
            gone.append(number)
    return [[number for number in members if number not in gone], *([number] for number in gone)]


def _is_fresh(dating: Dating) -> bool:
    """Whether a report tells of what has just been; one that looks back may do so on what the others tell."""
    told, published = period(dating.told), period(dating.published)
    return told is not None and published is not None and published.high - told.low < LATE


def _of_days(members: list[int], datings: Sequence[Dating], rows: Rows) -> list[list[int]]:
    """A group parted into the happenings of different days, where two reports or more tell of each.

    An indictment and the next day's plea share their people and most of their words; but the reports of one day are
    more alike than those of two. What is of neither day stays with those that it is most like.
    """
    by_day: dict[str, list[int]] = {}
    for number in members:
        by_day.setdefault(datings[number].story, []).append(number)
    told = {datings[number].told for number in members}
    sides = [own for day, own in sorted(by_day.items()) if len(own) > 1 and day in told and is_day(day)]
    if len(sides) < 2:
        return [members]
    place = {number: at for at, number in enumerate(members)}
    likeness = rows.cosines(members, members)

    def mean(ones: Sequence[int], others: Sequence[int]) -> float:
        a, b = np.array([place[n] for n in ones]), np.array([place[n] for n in others])
        return float(np.mean(likeness[np.ix_(a, b)][a[:, None] != b[None, :]]))

    def are_apart(ones: Sequence[int], others: Sequence[int]) -> bool:
        between = mean(ones, others)
        return between <= _ONE and min(mean(ones, ones), mean(others, others)) - between >= _APART

    parts: list[list[int]] = []
    for own in sides:
        near = [part for part in parts if not are_apart(own, part)]
        parts = [*(part for part in parts if part not in near), [*own, *chain.from_iterable(near)]]
    taken = set(chain.from_iterable(parts))
    rest = [number for number in members if number not in taken]
    nearest = [max(parts, key=lambda part: mean([number], part)) for number in rest]
    return [sorted([*part, *(n for n, near in zip(rest, nearest, strict=True) if near is part)]) for part in parts]


class _Days:
    """The possible days of each story, and their order in time; a story without a date may be of any day."""

    def __init__(self, periods: Sequence[Period | None]) -> None:
        self.lows = np.array([p.low if p else 0 for p in periods], dtype=np.int64)
        self.highs = np.array([p.high if p else LAST for p in periods], dtype=np.int64)
        self.known = np.array([p is not None for p in periods], dtype=bool)
        self.order = np.lexsort((self.highs, self.lows))

    def nearness(self, ones: Sequence[int], others: Sequence[int]) -> Scores:
        """How far the dates of every two stories let them be one: 1 when they touch, fading with the days between."""
        a, b = np.asarray(ones), np.asarray(others)
        gaps = np.maximum(
            self.lows[a][:, None] - self.highs[b][None, :], self.lows[b][None, :] - self.highs[a][:, None]
        )
        nearness = np.exp(-np.maximum(0, gaps - FREE_DAYS) / FADING_DAYS)
        return np.where(self.known[a][:, None] & self.known[b][None, :], nearness, UNDATED).astype(np.float32)


def _scores(rows: Rows, days: _Days, ones: Sequence[int], others: Sequence[int]) -> Scores:
    scores: Scores = rows.cosines(ones, others) * days.nearness(ones, others)
    return scores


def _alike(rows: Rows, days: _Days) -> Iterator[Edge]:
    """The pairs that are alike, found in the order of time: articles too far apart in it are not."""
    latest = days.highs[days.order] + np.floor(_TOO_FAR)
    until = np.searchsorted(days.lows[days.order], latest, side="right")
    for one, others, cosines in rows.alike(days.order, until):
        scores = cosines * days.nearness([one], others.tolist())[0]
        alike = scores >= LEAST.lowest
        yield from zip(repeat(one), others[alike].tolist(), scores[alike].tolist())


def _days(dating: Dating) -> Period | None:
    """The days of the story; up to its telling, where that came so late that the one or the other may be odd."""
    story = period(dating.story) if dating.story else None
    told = period(dating.published) if dating.published else None
    if story is None or told is None or not LATE <= told.high - story.low <= TOLD_WITHIN:
        return story
    return Period(low=story.low, high=max(story.high, told.high))
