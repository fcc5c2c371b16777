"""What else the articles of an event recall or announce: dated happenings besides the event, in their own words."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator.language.dates import read
from generator.language.dates.parts import Expression
from generator.language.tree import Syntax
from generator.model.actors import Cast
from generator.model.analysis import Analysis
from generator.model.periods import Period, edtf, period, year_of
from generator.model.story import Background, DateMention, Dating, Event, HappeningStatus
from generator.model.text import Article
from generator.story.background.clauses import base_of, lasting, noun_phrase, telling
from generator.story.background.merging import Telling, merge
from generator.story.background.readable import Clause
from generator.story.background.status import is_mere_speech, status

__all__ = ["find_background"]

# "Today" and "this year" say when an article was written, not when something was.
_VAGUE = frozenset({("unit", "this"), ("unit", ""), ("decade", ""), ("range", "")})


def find_background(
    event: Event,
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    cast: Cast,
    dates: Mapping[str, tuple[DateMention, ...]],
    datings: Mapping[str, Dating],
) -> tuple[Background, ...]:
    """The dated happenings that the event's articles tell besides the event itself, by date.

    Each is told in exact words of at most 30, readable alone; articles that tell the same one share an entry. What was
    only planned, claimed or is going on says so in `status`.
    """
    told: list[Telling] = []
    for article in articles:
        told += _tellings(event, article, analyses[article.id], dates[article.id], datings[article.id])
    return merge(told)


def _tellings(
    event: Event, article: Article, analysis: Analysis, mentions: tuple[DateMention, ...], dating: Dating
) -> Iterator[Telling]:
    written = period(dating.published) if dating.published else None
    tree = Syntax(analysis)
    for mention in mentions:
        date, expression = period(mention.date) if mention.date else None, read(mention.text, mention.language)
        if date is None or expression is None or mention.is_quoted(article.body):
            continue
        # Without a date of writing, only what names its own year can be told, and only as past.
        known = written or Period(low=date.high, high=date.high)
        for clause, when in _clauses(tree, mention, date, expression):
            how = status(analysis, clause, mention, when, known)
            if how is None or _is_the_event(event, when, expression, how, known):
                continue
            # What was said in the week of the event belongs to the event's own news.
            if not is_mere_speech(analysis, clause, recent=known.low - when.low <= 7):
                yield _telling(article, analysis, clause, when, how)


def _clauses(
    tree: Syntax, mention: DateMention, date: Period, expression: Expression
) -> Iterator[tuple[Clause, Period]]:
    """The clause that tells what was then; besides it, the named happening that a year or month qualifies."""
    if not expression.since and (expression.kind, expression.shift) in _VAGUE:
        return
    if expression.kind == "anniversary":
        if base := base_of(tree, mention, expression.base):
            yield base, date
        return
    if (clause := telling(tree, mention)) is not None:
        yield clause, date
    if date.unit == "year" and (going := lasting(tree, mention)) is not None:
        yield going, replace(date, open=True)
    if expression.since and expression.kind == "year" and expression.year:
        named = noun_phrase(tree, mention)
        if named is not None and named != clause:
            yield named, year_of(expression.year)


def _is_the_event(event: Event, date: Period, expression: Expression, how: HappeningStatus, written: Period) -> bool:
    """Whether this is the event's own time: then it is the event, unless it is still to come or said to be earlier."""
    own = period(event.date) if event.date else None
    if own is None or how == "planned" or expression.shift == "last":
        return False
    if date.days > 366 and not date.open:
        return False
    if date.open:
        return date.low >= own.low
    return date.low <= max(own.high, written.high) and own.low <= date.high


def _telling(article: Article, analysis: Analysis, clause: Clause, date: Period, how: HappeningStatus) -> Telling:
    tokens = analysis.tokens[clause.first : clause.last]
    return Telling(
        passage=article.passage(tokens[0].start, tokens[-1].end),
        date=edtf(date),
        status=how,
        tokens=tokens,
        direct=clause.head == clause.top,
        act=analysis.tokens[clause.head].lemma,
    )
