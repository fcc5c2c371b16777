"""Different numbers for one quantity: one noun counted, with one narrowing, in nearly the same clause."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.disagreements.finding import Proof, Side
from generator.disagreements.material import Look
from generator.language.frames import Frame
from generator.matching.measures import TIMES, comparable, conflict, kind_of_thing
from generator.matching.same_clause import Telling, match
from generator.model.quantities import Quantity
from generator.model.text import Article

_RIGHT, _RIGHT_ROLE = 0.75, 0.75
_LOOSE = frozenset({"vague", "between"})
# Numbers for one thing are of one size.
_SIZE = 3.0
# What must be alike beside the number, the noun that is counted among it.
_HELD = 2
# What one side says more may make another thing of it.
_PARTING = ("place", "time", "clause", "done", "amount")


class Told(NamedTuple):
    """A quantity, and the clause that it stands in."""

    article: Article
    telling: Telling
    quantity: Quantity
    frame: Frame


def find(look: Look) -> Iterator[Proof]:
    """One proof a quantity: of two articles, neither of which gives the other's number for the same sort of thing."""
    told = {article.id: _told(look, article) for article in look.material.articles}
    for a, b in look.pairs:
        for one in told[a.id]:
            for other in told[b.id]:
                if not _may_differ(one, other) or _gives(told[b.id], one) or _gives(told[a.id], other):
                    continue
                if _is_one(one, other) or _is_toll(look, one, other, told):
                    sides = tuple(_side(each) for each in (one, other))
                    yield Proof("figure", sides, _RIGHT, "figure", hard=True)


def _told(look: Look, article: Article) -> list[Told]:
    """The quantities that an article tells as fact, in running text."""
    telling = look.tellings[article.id]
    found = []
    for quantity in look.material.quantities.get(article.id, ()):
        frame = telling.frames.by_verb.get(quantity.verb)
        if frame is not None and look.is_prose(article.id, quantity.start) and quantity.bound not in _LOOSE:
            found.append(Told(article, telling, quantity, frame))
    return found


def _may_differ(one: Told, other: Told) -> bool:
    a, b = one.quantity, other.quantity
    if kind_of_thing(a) in TIMES or not comparable(a, b) or not conflict(a, b):
        return False
    return 1 / _SIZE <= (a.number or 0.1) / (b.number or 0.1) <= _SIZE


def _gives(told: Sequence[Told], one: Told) -> bool:
    """Whether an article gives a number too: then it tells both, of different things or times."""
    return any(other.quantity.number == one.quantity.number for other in told)


def _is_one(one: Told, other: Told) -> bool:
    """Whether nothing but the number parts the two clauses, and what is counted is narrowed alike."""
    laid = match(one.telling, one.frame, other.telling, other.frame)
    holding = {
        slot.role for told in (one, other) for slot in told.frame.slots if slot.first <= _token(told) < slot.last
    }
    if (
        "predicate" in laid.kinds
        or not laid.kinds <= holding
        or laid.anchors + (one.quantity.unit == other.quantity.unit) < _HELD
    ):
        return False
    alone = [s.role for s in (*laid.ours_alone, *laid.theirs_alone) if s.role not in holding]
    return not set(_PARTING) & set(alone) and _narrowed(one) == _narrowed(other)


def _is_toll(look: Look, one: Told, other: Told, told: dict[str, list[Told]]) -> bool:
    """Whether both are the one number that their articles, of one day, give for those who had one part in it."""
    a, b = one.quantity, other.quantity
    if not a.role or a.role != b.role or a.names or b.names or set(a.places) ^ set(b.places):
        return False
    days = {
        look.material.datings[t.article.id].published for t in (one, other) if t.article.id in look.material.datings
    }
    sole = all(sum(t.quantity.role == a.role for t in told[each.article.id]) == 1 for each in (one, other))
    return sole and len(days) == 1 and a.scope == b.scope and not (set(a.modifiers) ^ set(b.modifiers))


def _token(told: Told) -> int:
    return told.telling.frames.tree.first_at(told.quantity.start)


def _narrowed(told: Told) -> frozenset[str]:
    """What narrows the noun counted, less the number."""
    return frozenset(told.quantity.modifiers)


def _side(told: Told) -> Side:
    return Side(told.article.id, (told.quantity.start, told.quantity.end))
