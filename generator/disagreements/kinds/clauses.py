"""Nearly the same clause in two articles: those pairs that differ in one part alone."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.disagreements.material import Look
from generator.disagreements.passages import Span
from generator.language.frames import Frame, Slot
from generator.language.relations import alike, exclude
from generator.matching.same_clause import Match, Telling, match
from generator.model.text import Article

# Verbs that any two sentences share.
_LIGHT = frozenset({"have", "say", "do"})
# Arguments that are alike must weigh so much, a name 2: then the two clauses are of one thing.
_HELD = 3
# What one article tells so often with one verb is a refrain: every clause of it would be laid beside every other.
_OFTEN = 60


class Pair(NamedTuple):
    """Two clauses of two articles, and how they lie side by side."""

    a: Article
    one: Frame
    ours: Telling
    b: Article
    other: Frame
    theirs: Telling
    match: Match

    def span(self, tokens: tuple[tuple[int, int], tuple[int, int]]) -> tuple[Span, Span]:
        """The body offsets of token ranges of the two."""
        (a, b), (c, d) = tokens
        ours, theirs = self.ours.tokens, self.theirs.tokens
        return (ours[a].start, ours[b - 1].end), (theirs[c].start, theirs[d - 1].end)


@lru_cache(maxsize=1)
def pairs(look: Look) -> tuple[Pair, ...]:
    """The pairs of clauses with like or exclusive predicates, and enough of their arguments alike."""
    return tuple(pair for a, b in look.pairs for pair in _between(look, a, b))


def _between(look: Look, a: Article, b: Article) -> Iterator[Pair]:
    ours, theirs = look.tellings[a.id], look.tellings[b.id]
    by_predicate: dict[str, list[Frame]] = defaultdict(list)
    for frame in theirs.frames.all:
        if len(by_predicate[frame.predicate]) < _OFTEN and _may_tell(look, b, theirs, frame):
            by_predicate[frame.predicate].append(frame)
    told = Counter[str]()
    for one in ours.frames.all:
        told[one.predicate] += 1
        if told[one.predicate] <= _OFTEN and _may_tell(look, a, ours, one):
            for predicate, facing in by_predicate.items():
                if alike(one.predicate, predicate) or exclude(one.predicate, predicate):
                    for other in facing:
                        laid = match(ours, one, theirs, other)
                        if laid.anchors >= _HELD and _is_narrow(ours, theirs, laid):
                            yield Pair(a, one, ours, b, other, theirs, laid)


def _may_tell(look: Look, article: Article, telling: Telling, frame: Frame) -> bool:
    """Whether a clause tells a deed of the event: in running text, and with a verb of its own meaning."""
    return frame.predicate not in _LIGHT and look.is_prose(article.id, telling.tokens[frame.verb].start)


def _is_narrow(ours: Telling, theirs: Telling, laid: Match) -> bool:
    """Whether no argument is narrowed on one side alone, so that it might be of another thing there."""
    return all(a.role != b.role or ours.narrowing(a.head) == theirs.narrowing(b.head) for a, b in laid.matched)


def core(laid: Match) -> int:
    """How many core arguments are alike."""
    return sum(slot.is_core for slot, _ in laid.matched)


def alone(laid: Match, *roles: str) -> tuple[Slot, ...]:
    """The slots of the roles that only one has."""
    return tuple(slot for slot in (*laid.ours_alone, *laid.theirs_alone) if slot.role in roles)
