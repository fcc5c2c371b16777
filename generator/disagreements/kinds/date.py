"""Nearly the same clause, on another day."""

import re
from collections.abc import Iterator

from generator.disagreements.finding import Proof, Side
from generator.disagreements.kinds.clauses import Pair, core, pairs
from generator.disagreements.material import Look
from generator.disagreements.passages import Span

_DAY = re.compile(r"\d{4}-\d\d-\d\d$")


def find(look: Look) -> Iterator[Proof]:
    """One proof a pair of clauses whose times are single days, and two of them."""
    for pair in pairs(look):
        difference = pair.match.difference("time")
        if difference is None or not pair.match.differs_only_in("time") or core(pair.match) < 2:
            continue
        if not (pair.one.asserted and pair.other.asserted and difference.ours and difference.theirs):
            continue
        spans = pair.span((difference.ours, difference.theirs))
        days = _day(look, pair, 0, spans[0]), _day(look, pair, 1, spans[1])
        if all(days) and days[0] != days[1]:
            sides = (Side(pair.a.id, spans[0]), Side(pair.b.id, spans[1]))
            yield Proof("date", sides, "date", hard=True)


def _day(look: Look, pair: Pair, number: int, span: Span) -> str:
    """The day that a span names, "" if it is none or several."""
    article = (pair.a, pair.b)[number].id
    days = {
        mention.date
        for mention in look.material.dates.get(article, ())
        if span[0] <= mention.start and mention.end <= span[1]
    }
    found = next(iter(days)) if len(days) == 1 else ""
    return found if _DAY.match(found) else ""
