"""The dates of one article: what it states, and the days that its own words leave possible.

This is constraint propagation over two sets of days an article, those on which its story may have happened and those
on which it may have been written, tied by the habit that news is written within a week of what it tells. A piece of
evidence that contradicts what stands is left out. What remains is never made finer than the evidence: several days stay
an interval or a season. What articles tell of each other's times is `folder.py`'s.
"""

from datetime import date

from msgspec.structs import asdict

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
from generator.account.dates.leads import day_of, lead_days
from generator.account.dates.resolve import resolve
from generator.language.dates import read
from generator.model.analysis import Analysis
from generator.model.periods import edtf, period
from generator.model.story import DateMention, Dating, Phrase
from generator.model.text import Article


def stated(article: Article, analysis: Analysis, mentions: tuple[DateMention, ...]) -> Dating | None:
    """The dating of an article whose front matter states when it was published, taken as it stands; None of another."""
    published = article.published
    if not published:
        return None
    written, lead = period(published), lead_day(mentions)
    story, told_by = published, (Phrase("why_publication"),) if written else ()
    expression = read(lead.text, lead.language) if lead else None
    if written is not None and lead is not None and expression is not None and written.days <= WEEK + 1:
        found = day_of(lead, written.high) or resolve(expression, written.high, lead.tense)
        if found is not None and -1 <= written.high - found.low <= WEEK + 1:
            story, told_by = edtf(found), (Phrase("why_in_article", {"words": lead.text, "date": published}),)
    return Dating(
        article=article.id,
        published=published,
        story=story,
        because=(Phrase("why_stated"),),
        story_because=told_by,
        **asdict(lead_days(article, analysis, mentions)),
    )


def fixed(dating: Dating) -> Belief:
    """What is believed of an article that states its date: nothing narrows it."""
    written, story = period(dating.published), period(dating.story)
    return believe(
        between(story.low, story.high) if story else every_day(),
        between(written.low, written.high) if written else every_day(),
        fixed=True,
    )


def by_itself(article: Article, mentions: tuple[DateMention, ...]) -> Belief:
    """What an article tells by itself."""
    belief = believe(every_day(), every_day())
    for evidence in (*written_days(article, mentions), *story_days(article, mentions)):
        belief = narrow(belief, evidence)
    return belief


def by_habit(belief: Belief, article: Article, mentions: tuple[DateMention, ...]) -> Belief:
    """The belief narrowed by how soon after its story news is written, once the story's day is known."""
    ends, habit = span(belief.story), written_after(article, mentions)
    if ends is None or habit is None or ends[0] != ends[1]:
        return belief
    least, most, reason = habit
    return narrow(belief, Evidence(days=between(ends[0] + least, ends[0] + most), reason=reason, derived=True))


def dated(name: str, belief: Belief, mentions: tuple[DateMention, ...]) -> Dating:
    """The dating that a belief comes to, with the reasoning in phrases that quote the evidence."""
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
