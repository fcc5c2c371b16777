"""The dates of articles and of what they tell: each piece of evidence narrows the days that remain possible.

This is constraint propagation over two sets of days an article, those on which its story may have happened and those
on which it may have been written, tied by the habit that news is written within a week of what it tells. Articles
narrow each other only when they plainly tell one happening, most alike first. A piece of evidence that contradicts
what stands is left out. What remains is never made finer than the evidence: several days stay an interval or a season.
"""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from datetime import date

import numpy as np
from numpy.typing import NDArray

from generator.account.dates.beliefs import WEEK, Belief, believe, narrow, reasons, told
from generator.account.dates.evidence import (
    START,
    Evidence,
    between,
    every_day,
    lead_day,
    lead_weekday,
    span,
    story_days,
    written_after,
    written_days,
)
from generator.account.dates.leads import lead_days, named_days
from generator.account.dates.resolve import resolve
from generator.account.dates.states import month_links, state_bounds
from generator.language.date_expressions import read
from generator.matching.similarity import similarities
from generator.model.analysis import Analysis
from generator.model.periods import Period, edtf, period
from generator.model.record import Record
from generator.model.story import DateMention, Dating, Phrase
from generator.model.text import Article

# An article and its likest (matching/similarity.py) tell one happening when their dates allow it and their leads name
# the same weekday; without a weekday on both sides they must be more alike. Measured on 150 articles: no false pair of
# the first sort, and one in thirty of the second.
ALIKE, ALIKE_UNDATED = 0.2, 0.38
# Articles less alike than this speak of different things: what the one tells of the other's time is chance.
RELATED, MOST_RELATED = 0.12, 8
ROUNDS = 3
_YEAR = 366


class World(Record, frozen=True):
    """What the dating of all articles looks at; `alike` is in the order of `names`, `called` what to call them.

    `related` are the articles whose words may bound the time of another: its likest.
    """

    names: tuple[str, ...]
    called: dict[str, str]
    analyses: dict[str, Analysis]
    mentions: dict[str, tuple[DateMention, ...]]
    alike: NDArray[np.float32]
    related: dict[str, tuple[str, ...]]


def date_articles(
    articles: Sequence[Article], analyses: Mapping[str, Analysis], mentions: Mapping[str, tuple[DateMention, ...]]
) -> dict[str, Dating]:
    """When each article was written and when its main happening was, by article id.

    The front matter's `published` is taken as it stands; what it does not state is inferred from the article's words
    and from other articles that tell the same happening, with the reasoning in sentences that quote the evidence.
    """
    datings = {a.id: _stated(a, analyses[a.id], mentions[a.id]) for a in articles if a.published}
    if len(datings) < len(articles):
        beliefs = _inferred(articles, analyses, mentions, datings)
        datings |= {a.id: _dating(a.id, beliefs[a.id], mentions[a.id]) for a in articles if a.id not in datings}
    return {a.id: datings[a.id] for a in articles}


def _stated(article: Article, analysis: Analysis, mentions: tuple[DateMention, ...]) -> Dating:
    """The dating of an article whose front matter states when it was published."""
    published = article.published or ""
    written, lead = period(published), lead_day(mentions)
    story, told_by = published, (Phrase("why_publication"),) if written else ()
    expression = read(lead.text, lead.language) if lead else None
    if written is not None and lead is not None and expression is not None and written.days <= WEEK + 1:
        found = resolve(expression, written.high, lead.tense)
        if found is not None and 0 <= written.high - found.low <= WEEK + 1:
            story, told_by = edtf(found), (Phrase("why_in_article", {"words": lead.text, "date": published}),)
    told, announced = lead_days(article, analysis, mentions)
    return Dating(
        article=article.id,
        published=published,
        story=story,
        because=(Phrase("why_stated"),),
        story_because=told_by,
        told=told,
        announced=announced,
        named=named_days(article, analysis, mentions),
    )


def _inferred(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    mentions: Mapping[str, tuple[DateMention, ...]],
    datings: Mapping[str, Dating],
) -> dict[str, Belief]:
    """The beliefs of all articles after every narrowing."""
    names = tuple(a.id for a in articles)
    alike = similarities([analyses[name] for name in names])
    world = World(
        names=names,
        called=_called(articles),
        analyses={name: analyses[name] for name in names},
        mentions={name: mentions[name] for name in names},
        alike=alike,
        related={name: _related(row, names, alike) for row, name in enumerate(names)},
    )
    beliefs = {a.id: _fixed(datings[a.id]) if a.id in datings else _alone(a, mentions[a.id]) for a in articles}
    beliefs = _propagated(beliefs, world)
    return {a.id: _by_habit(beliefs[a.id], a, mentions[a.id]) for a in articles}


def _related(row: int, names: tuple[str, ...], alike: NDArray[np.float32]) -> tuple[str, ...]:
    likest = np.argsort(-alike[row], kind="stable")[: MOST_RELATED + 1]
    return tuple(names[column] for column in likest if column != row and alike[row, column] >= RELATED)


def _called(articles: Sequence[Article]) -> dict[str, str]:
    """What reasons call an article: its outlet if no other has it, else its headline, else its id."""
    outlets = Counter(a.outlet for a in articles)
    called = {}
    for article in articles:
        found = next((p for p in article.paragraphs if p.role == "headline"), None)
        title = article.title or (article.body[found.start : found.end].strip("# \n") if found else "")
        one_of_a_kind = article.outlet if outlets[article.outlet] == 1 else None
        called[article.id] = one_of_a_kind or (f"“{title}”" if title else article.id)
    return called


def _fixed(dating: Dating) -> Belief:
    written, story = period(dating.published), period(dating.story)
    return believe(
        between(story.low, story.high) if story else every_day(),
        between(written.low, written.high) if written else every_day(),
        fixed=True,
    )


def _alone(article: Article, mentions: tuple[DateMention, ...]) -> Belief:
    """What an article tells by itself."""
    belief = believe(every_day(), every_day())
    for evidence in (*written_days(article, mentions), *story_days(article, mentions)):
        belief = narrow(belief, evidence)
    return belief


def _propagated(beliefs: dict[str, Belief], world: World) -> dict[str, Belief]:
    """The beliefs after articles have told of each other's times, round by round until little can change."""
    beliefs, pairs = dict(beliefs), _pairs(world, beliefs)
    linked: dict[str, set[str]] = {name: set() for name in world.names}
    for _ in range(ROUNDS):
        for one, other in pairs:
            # What bounds either may show that they tell two happenings, so it comes first.
            for name in (one, other):
                beliefs[name] = _bounded(name, beliefs, world, linked[name])
            if (beliefs[one].story & beliefs[other].story).any():
                linked[one].add(other)
                linked[other].add(one)
                beliefs |= _linked(beliefs, world, one, other)
                for name in (one, other):
                    beliefs[name] = _bounded(name, beliefs, world, linked[name])
        beliefs |= {name: _bounded(name, beliefs, world, linked[name]) for name in world.names}
        beliefs = _not_after_the_folder(beliefs)
    return beliefs


def _pairs(world: World, beliefs: Mapping[str, Belief]) -> list[tuple[str, str]]:
    """Pairs of articles that may tell one happening: one of them undated and the other its likest; likest first."""
    found: dict[tuple[str, str], float] = {}
    weekdays = {name: lead_weekday(world.mentions[name]) for name in world.names}
    for row, name in enumerate(world.names):
        if len(world.names) < 2 or beliefs[name].fixed:
            continue
        scores = world.alike[row].copy()
        scores[row] = -1
        column = int(np.argmax(scores))
        one, other = sorted((name, world.names[column]))
        same_weekday = weekdays[one] is not None and weekdays[one] == weekdays[other]
        if scores[column] >= (ALIKE if same_weekday else ALIKE_UNDATED):
            found[one, other] = float(scores[column])
    return sorted(found, key=lambda pair: (-found[pair], pair))


def _linked(beliefs: Mapping[str, Belief], world: World, one: str, other: str) -> dict[str, Belief]:
    """Both articles with the days on which the other's story may have been."""
    first, second = beliefs[one], beliefs[other]
    return {
        one: narrow(first, Evidence(days=second.story, reason=_same(world.called[other]), of_story=True)),
        other: narrow(second, Evidence(days=first.story, reason=_same(world.called[one]), of_story=True)),
    }


def _same(called: str) -> Phrase:
    return Phrase("why_same", {"article": called})


def _bounded(name: str, beliefs: Mapping[str, Belief], world: World, linked: Set[str]) -> Belief:
    """The belief in one article after what it and others tell of the same months and seasons."""
    belief = beliefs[name]
    if belief.fixed or belief.ends[1] - belief.ends[0] <= WEEK:
        return belief
    for evidence in month_links(name, [name, *sorted(linked)], world.analyses, world.mentions, world.called):
        belief = narrow(belief, evidence)
    known = {other: beliefs[other].ends for other in world.related[name]}
    written = {n: Period(low=ends[0], high=ends[1]) for n, ends in known.items() if ends[1] - ends[0] <= _YEAR}
    for evidence in state_bounds(world.analyses[name], written, world.analyses, world.mentions, world.called):
        belief = narrow(belief, evidence)
    return belief


def _not_after_the_folder(beliefs: dict[str, Belief]) -> dict[str, Belief]:
    """Nothing is later than the latest article whose year is known: a weekday fits many years, the folder only some."""
    known = [b.ends[1] for b in beliefs.values() if b.ends[1] - b.ends[0] <= _YEAR]
    if not known:
        return beliefs
    reason = Phrase("why_latest", {"date": date.fromordinal(max(known)).isoformat()})
    evidence = Evidence(days=between(START, max(known)), reason=reason)
    return {name: narrow(belief, evidence) for name, belief in beliefs.items()}


def _by_habit(belief: Belief, article: Article, mentions: tuple[DateMention, ...]) -> Belief:
    """The belief narrowed by how soon after its story news is written, once the story's day is known."""
    ends, habit = span(belief.story), written_after(article, mentions)
    if ends is None or habit is None or ends[0] != ends[1]:
        return belief
    least, most, reason = habit
    return narrow(belief, Evidence(days=between(ends[0] + least, ends[0] + most), reason=reason, derived=True))


def _dating(name: str, belief: Belief, mentions: tuple[DateMention, ...]) -> Dating:
    written, story = told(belief.written), told(belief.story)
    ends = span(belief.story)
    if ends is None or ends[1] - ends[0] > WEEK:
        story = ""
    return Dating(
        article=name,
        published=written,
        story=story or written,
        told=story,
        because=reasons(belief, of_story=False) if written else (Phrase("why_not_told"),),
        story_because=_why(belief, story, lead_weekday(mentions)) if story or written else (),
    )


def _why(belief: Belief, story: str, weekday: int | None) -> tuple[Phrase, ...]:
    """The reasons for the date of the story, and that its weekday fits."""
    told_by = reasons(belief, of_story=bool(story))
    first = belief.story.argmax() + START
    if weekday is None or story != date.fromordinal(int(first)).isoformat():
        return told_by
    return (*told_by, Phrase("why_is_weekday", {"date": story, "weekday": str(weekday)}))
