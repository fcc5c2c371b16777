"""Nearly the same clause, on another day or at another hour."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.disagreements.finding import Proof, Side
from generator.disagreements.kinds.clauses import Pair, alone, core, pairs
from generator.disagreements.material import Look
from generator.disagreements.passages import Span
from generator.language.dates.clock import Hour, hour_told
from generator.language.frames import Frame
from generator.language.relations import alike
from generator.matching.same_clause import Telling, match
from generator.model.text import Article

_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
# What one side says more may make another thing of it.
_PARTING = ("place", "clause", "amount", "company", "recipient")
# So many parts must be alike beside the hour, and not names alone: somebody speaks twice a day.
_ALIKE = 2


class At(NamedTuple):
    """A clause that tells its hour: where the hour stands in the body, and the roles of the parts that hold it."""

    frame: Frame
    span: Span
    hour: Hour
    roles: frozenset[str]


def find(look: Look) -> Iterator[Proof]:
    """One proof a pair of clauses that tell one thing of two single days, or of two hours."""
    yield from _days(look)
    yield from _hours(look)


def _days(look: Look) -> Iterator[Proof]:
    for pair in pairs(look):
        difference = pair.match.difference("time")
        if difference is None or not pair.match.differs_only_in("time") or core(pair.match) < _ALIKE:
            continue
        if not (pair.one.asserted and pair.other.asserted and difference.ours and difference.theirs):
            continue
        spans = pair.span((difference.ours, difference.theirs))
        days = _day(look, pair.a.id, spans[0]), _day(look, pair.b.id, spans[1])
        if all(days) and days[0] != days[1]:
            yield _proof(pair.a, spans[0], pair.b, spans[1])


def _day(look: Look, article: str, span: Span) -> str:
    """The day that a span names, "" if it is none or several."""
    mentions = look.material.dates.get(article, ())
    days = {mention.date for mention in mentions if span[0] <= mention.start and mention.end <= span[1]}
    found = next(iter(days)) if len(days) == 1 else ""
    return found if _DAY.match(found) else ""


def _hours(look: Look) -> Iterator[Proof]:
    told = {article.id: list(_told(look, article)) for article in look.material.articles}
    for a, b in look.pairs:
        for one in told[a.id]:
            for other in told[b.id]:
                if one.hour.excludes(other.hour) and _is_one(look, a, one, b, other):
                    yield _proof(a, one.span, b, other.span)


def _told(look: Look, article: Article) -> Iterator[At]:
    """The clauses of running text that tell an hour beside their verb, by the article or on somebody's word."""
    telling = look.tellings[article.id]
    for frame in telling.frames.all:
        if look.is_prose(article.id, telling.tokens[frame.verb].start) and not {s.kind for s in frame.scopes} - {
            "report"
        }:
            yield from _at(article, telling, frame)


def _at(article: Article, telling: Telling, frame: Frame) -> Iterator[At]:
    tree = telling.frames.tree
    end = telling.frames.analysis.sentences[frame.sentence].end
    for child in sorted(n for above in (frame.verb, *(s.head for s in frame.slots)) for n in tree.children[above]):
        first = tree.subtree(child)[0]
        found = hour_told(article.body, tree.tokens[first].start, end)
        if found is not None:
            hour, span = found
            inside = tree.span(*span)
            roles = {s.role for s in frame.slots if s.head in inside or (s.first <= inside[0] and not s.is_core)}
            yield At(frame, span, hour, frozenset(roles))
            return


def _is_one(look: Look, a: Article, one: At, b: Article, other: At) -> bool:
    """Whether nothing but the hour, and who vouches for it, parts the two clauses, and no day does."""
    if not alike(one.frame.predicate, other.frame.predicate) or not look.told_together(a.id, b.id):
        return False
    ours, theirs = look.tellings[a.id], look.tellings[b.id]
    laid = match(ours, one.frame, theirs, other.frame)
    pair = Pair(a, one.frame, ours, b, other.frame, theirs, laid)
    beside = [slot for slot, _ in laid.matched if slot.role not in one.roles | other.roles]
    days = [_days_of(look, article, telling, at) for article, telling, at in ((a, ours, one), (b, theirs, other))]
    same_days = bool(days[0]) and days[0] == days[1]
    return (
        laid.kinds <= {"voice", "time", *one.roles, *other.roles}
        and min(laid.anchors, len(beside)) + same_days >= _ALIKE
        and (same_days or not all(days))
        and not alone(pair, *_PARTING, "done", "complement")
    )


def _days_of(look: Look, article: Article, telling: Telling, at: At) -> frozenset[str]:
    """The days that the sentence of a clause names."""
    sentence = telling.frames.analysis.sentences[at.frame.sentence]
    mentions = look.material.dates.get(article.id, ())
    return frozenset(m.date or m.text for m in mentions if sentence.start <= m.start and m.end <= sentence.end)


def _proof(a: Article, ours: Span, b: Article, theirs: Span) -> Proof:
    return Proof("date", (Side(a.id, ours), Side(b.id, theirs)), "date", hard=True)
