"""What is known of one article's time: the days that remain possible, and the evidence that left them."""

from datetime import date

from msgspec.structs import replace

from generator.account.dates.evidence import END, START, Days, Evidence, after, before, every_day, span
from generator.model.periods import Period, edtf, season
from generator.model.record import Record
from generator.model.story import Phrase

# News is written within a week of the weekday it names without a date.
WEEK = 6
_LEAP_YEAR = 366
_FORTNIGHT = 14


class Belief(Record, frozen=True):
    """Possible days of an article's story and of its writing, and the evidence in the order it came.

    `ends` are the first and last possible day of writing (ordinals). What front matter states is `fixed`.
    """

    story: Days
    written: Days
    ends: tuple[int, int]
    evidence: tuple[Evidence, ...] = ()
    fixed: bool = False


def believe(story: Days, written: Days, *, fixed: bool = False) -> Belief:
    """A belief in these days; both must hold at least one."""
    return Belief(story=story, written=written, ends=span(written) or (START, END - 1), fixed=fixed)


def narrow(belief: Belief, evidence: Evidence) -> Belief:
    """The belief with one more piece of evidence; unchanged when that tells nothing new or contradicts what stands."""
    if belief.fixed:
        return belief
    story, written = _with(belief.story, belief.written, evidence)
    if not written.any() or not story.any():
        return belief
    if (written == belief.written).all() and (story == belief.story).all():
        return belief
    ends = span(written) or belief.ends
    return replace(belief, story=story, written=written, ends=ends, evidence=(*belief.evidence, evidence))


def _with(story: Days, written: Days, evidence: Evidence) -> tuple[Days, Days]:
    """Both sets with the evidence; they keep each other within a week."""
    story = story & evidence.days if evidence.of_story else story
    written = written if evidence.of_story else written & evidence.days
    written = written & after(story, WEEK)
    return story & before(written, WEEK), written


def reasons(belief: Belief, *, of_story: bool) -> tuple[Phrase, ...]:
    """The evidence without which the days would be others, in sentences; what others make needless is left out.

    Evidence that was derived from the days already known stands last, and for the day of writing only.
    """
    kept = [evidence for evidence in belief.evidence if not evidence.derived]
    side = 0 if of_story else 1
    wanted = _all(kept)[side]
    for evidence in tuple(kept):
        rest = [other for other in kept if other is not evidence]
        if (_all(rest)[side] == wanted).all():
            kept = rest
    kept += [evidence for evidence in belief.evidence if evidence.derived and not of_story]
    return tuple(evidence.reason for n, evidence in enumerate(kept) if evidence.reason not in _said(kept[:n]))


def _said(evidence: list[Evidence]) -> list[Phrase]:
    return [item.reason for item in evidence]


def _all(evidence: list[Evidence]) -> tuple[Days, Days]:
    story, written = every_day(), every_day()
    # Twice, for what comes first may be narrowed by what comes later.
    for item in (*evidence, *evidence):
        story, written = _with(story, written, item)
    return story, written


def told(days: Days) -> str:
    """The possible days as EDTF, no finer than they are: a day, up to two weeks, else whole units; "" for too many."""
    ends = span(days)
    if ends is None or ends[0] <= START or ends[1] >= END - 1:
        return ""
    low, high = ends
    if high - low < _FORTNIGHT:
        return edtf(Period(low=low, high=high))
    first, last = date.fromordinal(low), date.fromordinal(high)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    within = season(first.year - (first.month < 3), first.month // 3 * 3 or 12)
    if within.high >= high:
        return edtf(within)
    return f"{first:%Y-%m}/{last:%Y-%m}" if high - low <= _LEAP_YEAR else ""
