"""A different date, time or order given for one happening."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.disagreements.reading.act_pairs import ActPair, subject
from generator.disagreements.reading.acts import Act, children
from generator.disagreements.reading.contrast import Contrast, View
from generator.disagreements.reading.side import Side
from generator.disagreements.reading.whole import phrase
from generator.language.lexicon import listed
from generator.model.periods import Period, period
from generator.model.story import DateMention

# Prepositions and conjunctions that put one happening before, after or within another.
_BEFORE = listed("before until till")
_AFTER = listed("after following once")
_DURING = listed("during while")
_ORDERS = {**dict.fromkeys(_BEFORE, "before"), **dict.fromkeys(_AFTER, "after"), **dict.fromkeys(_DURING, "during")}
# Nouns that do the same after "in" or before "of": "ahead of", "in advance of", "in anticipation of".
_AHEAD = listed("ahead advance anticipation")
# "At the end of February" is one time.
_PARTS_OF_TIME = listed("beginning close end middle start")
# A preposition at most so many words before a date is printed with it.
_NEAR_BEFORE = 2
_START = listed("since")
_END = listed("by until till before")
# Hours of the day, first and last, of its parts.
_HOURS = {
    "midnight": (0, 0),
    "dawn": (4, 7),
    "morning": (4, 12),
    "noon": (12, 12),
    "midday": (11, 13),
    "afternoon": (12, 18),
    "evening": (17, 23),
    "night": (18, 24),
}
_CLOCK = re.compile(r"\b(1[0-2]|0?[1-9])(?::[0-5]\d)?\s*([ap])\.?\s?m\b", re.IGNORECASE)
# Days between two dates within which they may be meant for one happening, by how finely they are told.
_NEAR = {"day": 31, "week": 31, "month": 92, "season": 183, "year": 730, "decade": 3650}
_LEAST_STRENGTH = 0.35
# What comes about only once is one act, though little else is told alike.
_ONCE = 0.6
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_HAPPENING = frozenset({"NOUN", "VERB"})
# Two happenings of one person may be told as one, or may be two.
_RELATED = 0.6


class Time(NamedTuple):
    """When an act is said to have been: the tokens that tell it, and the tokens that it may belong to, nearest first.

    `days` are the days of a date, `edge` says of which of their ends is spoken ("since", "by"), `hours` are the first
    and last hour, `tense` is that of its clause; `order` is "before", "after" or "during" the happening whose words are
    `other`.
    """

    numbers: list[int]
    hosts: list[int]
    days: Period | None = None
    edge: str = ""
    hours: tuple[int, int] | None = None
    tense: str = "open"
    order: str = ""
    other: tuple[int, ...] = ()


def contrast(view: View) -> Contrast | None:
    """The clearest pair of times that cannot both be those of one act that both claims tell, or None."""
    ours, theirs = list(_times(view, view.one)), list(_times(view, view.other))
    if not ours or not theirs:
        return None
    pair = ActPair(view)
    found = [told for time in ours for other in theirs if (told := _told(pair, time, other))]
    return max(found, key=lambda c: (c.strength, -c.one[0] - c.other[0]), default=None)


def _told(pair: ActPair, time: Time, other: Time) -> Contrast | None:
    """The contrast of two times, if they differ and are told of one act."""
    view, without = pair.view, (time.numbers, other.numbers)
    differs = _difference(pair, time, other)
    if not differs or _in_words(view.one, time) == _in_words(view.other, other):
        return None
    best = max(
        (
            (_oneness(pair, (act, there), (time, other)), -act.head, act, there)
            for act in pair.acts[0]
            if act.head in time.hosts
            for there in pair.acts[1]
            if there.head in other.hosts
            and not _is_elsewhere(pair, act, there)
            and not pair.mismatch(act, there, "done")
        ),
        key=lambda found: found[:2],
        default=None,
    )
    if best is None:
        return None
    strength = best[0] * differs
    spans = phrase(view.one, time.numbers), phrase(view.other, other.numbers)
    about = subject(pair, best[2], best[3], without)
    if strength < _LEAST_STRENGTH or not spans[0] or not spans[1] or not about:
        return None
    return Contrast(
        kind="date",
        strength=strength,
        one=spans[0],
        other=spans[1],
        subject=about,
        reason=f"Of {about}, one says “{view.one.words(spans[0])}”, the other “{view.other.words(spans[1])}”.",
    )


def _oneness(pair: ActPair, acts: tuple[Act, Act], times: tuple[Time, Time]) -> float:
    """How surely both tell of one act; surer where it is a change that comes about only once, and the time is its."""
    sure = pair.oneness(*acts, (times[0].numbers, times[1].numbers))
    sides = (pair.view.one, pair.view.other)
    own = all(_is_its(side, time, act.head) for side, time, act in zip(sides, times, acts, strict=True))
    return max(sure, _ONCE) if own and pair.is_one_change(*acts) else sure


def _is_its(side: Side, time: Time, verb: int) -> bool:
    """Whether nothing but prepositions stands between a time and the verb."""
    tokens = side.analysis.tokens
    return all(tokens[n].pos == "ADP" for n in time.hosts[: time.hosts.index(verb)])


def _in_words(side: Side, time: Time) -> list[str]:
    """The words that tell a time: where two articles share them ("today"), no reader sees a difference."""
    return [side.analysis.tokens[n].text.casefold() for n in time.numbers]


def _is_elsewhere(pair: ActPair, act: Act, there: Act) -> bool:
    """Whether two acts are told of two places, and so are two."""
    one, other = pair.view.one.analysis.tokens, pair.view.other.analysis.tokens
    ours = [n for part in ("in", "at") for n in act.parts.get(part, ()) if one[n].entity in _PLACES]
    theirs = [m for part in ("in", "at") for m in there.parts.get(part, ()) if other[m].entity in _PLACES]
    return bool(ours and theirs) and not any(pair.same(n, m) for n in ours for m in theirs)


def _difference(pair: ActPair, time: Time, other: Time) -> float:
    """How plainly two times differ, 0 to 1."""
    if time.order and other.order:
        return _difference_of_order(pair, time, other)
    if apart := _apart(time, other):
        return apart
    if time.hours and other.hours and not _overlap(time.hours, other.hours):
        return 0.8
    return 0.0


def _difference_of_order(pair: ActPair, time: Time, other: Time) -> float:
    if time.order == other.order:
        return 0.0
    there = pair.view.alignment.there
    if any(there.get(n) in other.other and pair.view.one.analysis.tokens[n].pos in _HAPPENING for n in time.other):
        return 1.0
    return _RELATED if any(pair.same(n, m) for n in time.other for m in other.other) else 0.0


def _apart(time: Time, other: Time) -> float:
    """1 for dates that cannot both be those of one happening, though near enough to be meant for it; else 0."""
    one, two = time.days, other.days
    if not one or not two:
        return 0.0
    if time.edge == other.edge == "since":
        return float(abs(one.low - two.low) > 0 and one.unit == two.unit)
    if one.open or two.open or time.edge != other.edge or {time.tense, other.tense} == {"past", "future"}:
        return 0.0
    gap = max(one.low - two.high, two.low - one.high)
    return 1.0 if 0 < gap <= max(_NEAR.get(one.unit, 31), _NEAR.get(two.unit, 31)) else 0.0


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _times(view: View, side: Side) -> Iterator[Time]:
    dated: set[int] = set()
    for mention in view.material.dates.get(side.claim.article, ()):
        if side.passage.start <= mention.start and mention.end <= side.passage.end:
            inside = [n for n, t in side.tokens() if mention.start < t.end and t.start < mention.end]
            if inside:
                dated.update(inside)
                yield _dated(side, mention, inside)
    yield from _clock_times(side, dated)
    yield from _orders(side, dated)


def _clock_times(side: Side, dated: set[int]) -> Iterator[Time]:
    """The hours that stand apart from a date."""
    tokens = side.analysis.tokens
    for number, token in side.tokens():
        if token.entity == "TIME" and token.entity_start and number not in dated:
            inside = [number]
            while (
                inside[-1] + 1 in side.numbers
                and tokens[inside[-1] + 1].entity == "TIME"
                and not tokens[inside[-1] + 1].entity_start
            ):
                inside.append(inside[-1] + 1)
            hours = _hours(side.words((token.start, tokens[inside[-1]].end)))
            top = next((n for n in inside if tokens[n].head not in inside), number)
            if hours:
                yield Time(inside, _hosts(side, top, inside), hours=hours)


def _orders(side: Side, dated: set[int]) -> Iterator[Time]:
    """The phrases and clauses that put a happening before, after or within another."""
    for number, _ in side.tokens():
        order = _order(side, number)
        if order:
            lead = _lead(side, number)
            numbers = side.below(lead)
            objects = [n for n in children(side, lead) if side.analysis.tokens[n].dep in {"pobj", "pcomp"}]
            if len(numbers) > 1 and not dated.intersection([lead, *objects]):
                yield Time(
                    numbers, _hosts(side, lead, numbers), order=order, other=tuple(n for n in numbers if n != number)
                )


def _lead(side: Side, number: int) -> int:
    """The token on which the whole phrase or clause of order hangs together."""
    tokens = side.analysis.tokens
    token = tokens[number]
    framed = token.text.casefold() in _AHEAD and tokens[token.head].lemma == "in"
    return token.head if token.dep == "mark" or framed else number


def _order(side: Side, number: int) -> str:
    """The order that a preposition, a conjunction or "ahead of" puts two happenings in, or ""."""
    tokens = side.analysis.tokens
    token = tokens[number]
    word = token.text.casefold()
    if word in _AHEAD:
        return "before" if any(tokens[n].lemma == "of" for n in children(side, number)) else ""
    return _ORDERS.get(word, "") if token.dep in {"prep", "mark"} else ""


def _dated(side: Side, mention: DateMention, inside: list[int]) -> Time:
    tokens = side.analysis.tokens
    top = next((n for n in inside if tokens[n].head not in inside), inside[0])
    before = tokens[top].head
    edge = ""
    numbers = list(inside)
    lead = top
    if tokens[before].lemma == "of" and tokens[tokens[before].head].lemma in _PARTS_OF_TIME:
        inside = list(range(tokens[before].head, inside[-1] + 1))
        numbers, top = list(inside), inside[0]
        before, lead = tokens[top].head, top
    if tokens[before].pos in {"ADP", "SCONJ"} and before in side.numbers and before < inside[0]:
        lead = before
        word = tokens[before].lemma.casefold()
        edge = "since" if word in _START else "by" if word in _END else "after" if word in _AFTER else ""
        if inside[0] - before <= _NEAR_BEFORE:
            numbers = list(range(before, inside[-1] + 1))
    if mention.text.casefold().startswith("since"):
        edge = "since"
    words = side.words((tokens[inside[0]].start, tokens[inside[-1]].end))
    return Time(
        numbers,
        _hosts(side, lead, numbers),
        days=period(mention.date) if mention.date else None,
        edge=edge,
        hours=_hours(words),
        tense=mention.tense,
    )


def _hours(words: str) -> tuple[int, int] | None:
    clock = _CLOCK.search(words)
    if clock:
        hour = int(clock[1]) % 12 + (12 if clock[2].casefold() == "p" else 0)
        return hour, hour
    return next((_HOURS[word] for word in re.findall(r"\w+", words.casefold()) if word in _HOURS), None)


def _hosts(side: Side, lead: int, numbers: list[int]) -> list[int]:
    """What a time may belong to: the words above it up to a verb, and a noun whose phrase it follows."""
    tokens = side.analysis.tokens
    found, at = [], lead
    while tokens[at].head != at and tokens[at].head in side.numbers:
        at = tokens[at].head
        found.append(at)
        if tokens[at].pos == "VERB":
            break
    before = [n for n in children(side, at) if tokens[n].pos == "NOUN" and side.below(n)[-1] == numbers[0] - 1]
    return [*found, *before]
