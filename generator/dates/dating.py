"""The dates of articles and of what they tell: each piece of evidence narrows the days that remain possible.

This is constraint propagation over two sets of days an article, those on which its story may have happened and those
on which it may have been written, tied by the habit that news is written within a week of what it tells. Articles
narrow each other only when they plainly tell one happening, most alike first. A piece of evidence that contradicts
what stands is left out. What remains is never made finer than the evidence: several days stay an interval or a season.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from generator.date_expressions import read
from generator.dates.evidence import (
    END,
    START,
    Days,
    Evidence,
    after,
    before,
    between,
    every_day,
    lead_day,
    lead_weekday,
    span,
    story_days,
    written_after,
    written_days,
)  # fmt: skip
from generator.dates.resolve import resolve
from generator.dates.states import month_links, state_bounds
from generator.model.analysis import Analysis
from generator.model.record import Record
from generator.model.story import DateMention, Dating
from generator.model.text import Article
from generator.periods import Period, edtf, period, season
from generator.similarity import similarities

# News is written within a week of the weekday it names without a date.
WEEK = 6
# An article and its likest (see generator.similarity) tell one happening when their dates allow it and their leads name
# the same weekday; without a weekday on both sides they must be more alike. Measured on 150 articles: no false pair of
# the first sort, and one in thirty of the second.
ALIKE, ALIKE_UNDATED = 0.2, 0.38
ROUNDS = 3


class Belief(Record, frozen=True):
    """What is known so far of one article: possible days of its story and of its writing, and why."""

    story: Days
    written: Days
    reasons: tuple[str, ...] = ()
    story_reasons: tuple[str, ...] = ()
    fixed: bool = False


def date_articles(
    articles: Sequence[Article], analyses: Mapping[str, Analysis], mentions: Mapping[str, tuple[DateMention, ...]]
) -> dict[str, Dating]:
    """When each article was written and when its main happening was, by article id.

    The front matter's `published` is taken as it stands; what it does not state is inferred from the article's words
    and from other articles that tell the same happening, with the reasoning in sentences that quote the evidence.
    """
    datings = {a.id: _stated(a, mentions[a.id]) for a in articles if a.published}
    if len(datings) < len(articles):
        beliefs = _inferred(articles, analyses, mentions, datings)
        datings |= {a.id: _dating(a.id, beliefs[a.id]) for a in articles if a.id not in datings}
    return {a.id: datings[a.id] for a in articles}


def _stated(article: Article, mentions: tuple[DateMention, ...]) -> Dating:
    """The dating of an article whose front matter states when it was published."""
    published = article.published or ""
    written, lead = period(published), lead_day(mentions)
    reason = "The article’s front matter states it."
    expression = read(lead.text) if lead else None
    if written is None or lead is None or expression is None or written.days > 7:
        told = "The day of publication; its lead names no other." if written else ""
        return Dating(article=article.id, published=published, reason=reason, story=published, story_reason=told)
    found = resolve(expression, written.high, lead.tense)
    if found is None or not 0 <= written.high - found.low <= WEEK + 1:
        return Dating(
            article=article.id,
            published=published,
            reason=reason,
            story=published,
            story_reason="The day of publication.",
        )
    return Dating(
        article=article.id,
        published=published,
        reason=reason,
        story=edtf(found),
        story_reason=f"“{lead.text}” in an article published {published}.",
    )


def _inferred(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    mentions: Mapping[str, tuple[DateMention, ...]],
    datings: Mapping[str, Dating],
) -> dict[str, Belief]:
    """The beliefs of all articles after every narrowing."""
    beliefs = {a.id: _fixed(datings[a.id]) if a.id in datings else _alone(a, mentions[a.id]) for a in articles}
    order = [a.id for a in articles]
    analyses = {name: analyses[name] for name in order}
    weekdays = {name: lead_weekday(mentions[name]) for name in order}
    pairs = _pairs(order, similarities([analyses[name] for name in order]), beliefs, weekdays)
    linked: list[tuple[str, str]] = []
    for _ in range(ROUNDS):
        beliefs = _bounded(beliefs, analyses, mentions, linked)
        for one, other in pairs:
            if (beliefs[one].story & beliefs[other].story).any():
                linked = linked if (one, other) in linked else [*linked, (one, other)]
                beliefs = _bounded(_linked(beliefs, one, other), analyses, mentions, linked)
        beliefs = _not_after_the_folder(beliefs)
    return {a.id: _by_habit(beliefs[a.id], a, mentions[a.id]) for a in articles}


def _by_habit(belief: Belief, article: Article, mentions: tuple[DateMention, ...]) -> Belief:
    """The belief narrowed by how soon after its story news is written, once the story's day is known."""
    ends, habit = span(belief.story), written_after(article, mentions)
    if ends is None or habit is None or ends[0] != ends[1]:
        return belief
    least, most, reason = habit
    return _narrow(belief, Evidence(days=between(ends[0] + least, ends[0] + most), reason=reason))


def _fixed(dating: Dating) -> Belief:
    written, story = period(dating.published), period(dating.story)
    return Belief(
        written=between(written.low, written.high) if written else every_day(),
        story=between(story.low, story.high) if story else every_day(),
        fixed=True,
    )


def _alone(article: Article, mentions: tuple[DateMention, ...]) -> Belief:
    """What an article tells by itself."""
    belief = Belief(story=every_day(), written=every_day())
    for evidence in written_days(article, mentions):
        belief = _narrow(belief, evidence)
    for evidence in story_days(article, mentions):
        belief = _narrow(belief, evidence, story=True)
    return belief


def _narrow(belief: Belief, evidence: Evidence, *, story: bool = False) -> Belief:
    """The belief with one more piece of evidence; unchanged when that tells nothing new or contradicts what stands."""
    if belief.fixed:
        return belief
    happened = belief.story & evidence.days if story else belief.story
    written = belief.written if story else belief.written & evidence.days
    # The two sets keep each other within a week.
    written = written & after(happened, WEEK)
    happened = happened & before(written, WEEK)
    if not written.any() or not happened.any():
        return belief
    if (written == belief.written).all() and (happened == belief.story).all():
        return belief
    reasons = belief.reasons if evidence.reason in belief.reasons else (*belief.reasons, evidence.reason)
    return replace(belief, story=happened, written=written, reasons=reasons)


def _pairs(
    order: list[str], alike: NDArray[np.float32], beliefs: Mapping[str, Belief], weekdays: Mapping[str, int | None]
) -> list[tuple[str, str]]:
    """Pairs of articles that may tell one happening: one of them undated and the other its likest; likest first."""
    found: dict[tuple[str, str], float] = {}
    for row, name in enumerate(order):
        if len(order) < 2 or beliefs[name].fixed:
            continue
        scores = alike[row].copy()
        scores[row] = -1
        column = int(np.argmax(scores))
        one, other = sorted((name, order[column]))
        same_weekday = weekdays[one] is not None and weekdays[one] == weekdays[other]
        if scores[column] >= (ALIKE if same_weekday else ALIKE_UNDATED):
            found[one, other] = float(scores[column])
    return sorted(found, key=lambda pair: (-found[pair], pair))


def _linked(beliefs: Mapping[str, Belief], one: str, other: str) -> dict[str, Belief]:
    """Both articles with the days of the story that they share."""
    shared = beliefs[one].story & beliefs[other].story
    return {
        **beliefs,
        one: _narrow(beliefs[one], Evidence(days=shared, reason=_same(other)), story=True),
        other: _narrow(beliefs[other], Evidence(days=shared, reason=_same(one)), story=True),
    }


def _same(other: str) -> str:
    return f"It tells the same happening as {other}, whose evidence counts here too."


def _bounded(
    beliefs: Mapping[str, Belief],
    analyses: Mapping[str, Analysis],
    mentions: Mapping[str, tuple[DateMention, ...]],
    linked: list[tuple[str, str]],
) -> dict[str, Belief]:
    """The beliefs after what articles tell of each other's times."""
    found = dict(beliefs)
    for name, evidence in month_links(analyses, mentions, linked):
        found[name] = _narrow(found[name], evidence)
    written = {name: Period(low=ends[0], high=ends[1]) for name, b in found.items() if (ends := span(b.written))}
    for name, evidence in state_bounds(analyses, mentions, written):
        found[name] = _narrow(found[name], evidence)
    return found


def _not_after_the_folder(beliefs: Mapping[str, Belief]) -> dict[str, Belief]:
    """Nothing is later than the latest article whose year is known: a weekday fits many years, the folder only some."""
    known = {name: ends for name, b in beliefs.items() if (ends := span(b.written)) and ends[1] - ends[0] <= 366}
    if not known:
        return dict(beliefs)
    latest = max(high for _, high in known.values())
    reason = f"No article of the folder is known to be later than {date.fromordinal(latest).isoformat()}."
    return {name: _narrow(b, Evidence(days=between(START, latest), reason=reason)) for name, b in beliefs.items()}


def _dating(name: str, belief: Belief) -> Dating:
    written, story = _edtf(belief.written), _edtf(belief.story)
    ends = span(belief.story)
    if ends and ends[1] - ends[0] > WEEK:
        story = written
    return Dating(
        article=name,
        published=written,
        reason=" ".join(belief.reasons) if written else "Its words do not tell when it was written.",
        story=story or written,
        story_reason=" ".join(belief.reasons) if story or written else "",
    )


def _edtf(days: Days) -> str:
    """The possible days as EDTF, no finer than they are: a day, an interval of at most two weeks, else whole units."""
    ends = span(days)
    if ends is None or ends[0] <= START or ends[1] >= END - 1:
        return ""
    low, high = ends
    if high - low < 14:
        return edtf(Period(low=low, high=high))
    first, last = date.fromordinal(low), date.fromordinal(high)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    within = season(first.year - (first.month < 3), first.month // 3 * 3 or 12)
    if within.high >= high:
        return edtf(within)
    return f"{first:%Y-%m}/{last:%Y-%m}" if high - low <= 366 else ""
