"""Whether two quantities count one sort of thing, and whether their numbers can both be true.

A shared vocabulary of pure functions over quantities: the comparison looks for numbers that conflict, the facts may not
join clauses whose numbers do.
"""

import math
from collections.abc import Sequence

from generator.language.lexicon import word_class
from generator.model.quantities import Quantity

# Words of news for all the people concerned in something, whoever they are. Words for some of them (children, officers,
# women) are not here: those may be a part of these.
PERSONS = word_class("measures_persons")
JOBS = word_class("jobs")
# Nouns that measure any length, weight or warmth.
MEASURES = word_class("measures")
_SYNONYMS = (
    ("protester", "protestor", "demonstrator", "marcher"),
    ("worker", "employee", "staff", "staffer"),
    ("visitor", "attendee", "spectator", "fan", "guest"),
    ("job", "position", "post", "layoff", "redundancy"),
    ("death", "fatality"),
    ("home", "house"),
    ("car", "vehicle"),
    ("shot", "bullet"),
    ("occasion", "time"),
    ("student", "pupil"),
    ("child", "kid"),
    ("soldier", "troop"),
    ("company", "firm"),
    ("store", "shop"),
    ("country", "nation"),
    ("lawmaker", "legislator"),
    ("email", "e-mail"),
    ("ship", "vessel"),
    ("plane", "aircraft", "jet"),
    ("person", "people", "individual"),
)
_LIKE = {noun: row[0] for row in _SYNONYMS for noun in row}
# Durations and times are for the comparison of dates; "times" and "percentage points" count nothing by themselves.
TIMES = word_class("times")
_NOTHING = TIMES | word_class("nothing")
_COMPANIONS = frozenset({"with", "among"})
_LIMITS = word_class("limits")


def kind_of_thing(quantity: Quantity) -> str:
    """One word for what is counted, the same for nouns that reports use for one another."""
    return _LIKE.get(quantity.unit, quantity.unit)


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether the two may count the same sort of thing: like nouns, both the whole or both a part, neither an age."""
    if a.age or b.age or a.unit in _NOTHING or b.unit in _NOTHING or not _same_scope(a, b):
        return False
    if (a.versus is None) != (b.versus is None):
        return False
    if a.currency or b.currency or a.percent or b.percent:
        return (a.currency, a.percent) == (b.currency, b.percent)
    narrowed = not a.modifiers or not b.modifiers or bool(set(a.modifiers) & set(b.modifiers))
    return narrowed and (a.versus is not None or counted_alike(a, b))


def counted_alike(a: Quantity, b: Quantity) -> bool:
    """Whether the nouns are one, or words for one another, or two words for all those who had one part."""
    if a.role and b.role and a.role != b.role:
        return False
    if kind_of_thing(a) == kind_of_thing(b):
        return bool(a.unit)
    return bool(a.role) and a.role == b.role and _stands_for_all(a) and _stands_for_all(b)


def _stands_for_all(quantity: Quantity) -> bool:
    """Whether the noun is one for people at large, or for what happened to them ("17 arrests", "12 deaths")."""
    return quantity.unit in PERSONS or (quantity.role == "jobs cut" and quantity.unit in JOBS) or quantity.role_noun


def _same_scope(a: Quantity, b: Quantity) -> bool:
    """Whether both count the whole, or both a part; "a deal with 11 nations" and "the 12-nation deal" agree."""
    if (a.scope in _COMPANIONS) != (b.scope in _COMPANIONS):
        return abs(a.number - b.number) != 1
    scopes = {a.scope, b.scope}
    whole = {"", "to", "by"} if a.percent else {"", "to"}
    return len(scopes) == 1 or a.scope in _COMPANIONS or (scopes <= whole and scopes != {"by", "to"})


def conflict(a: Quantity, b: Quantity) -> bool:
    """Whether no value satisfies both; two upper or two lower limits conflict when they differ."""
    if a.versus is not None:
        return (a.number, a.versus) != (b.number, b.versus)
    if a.bound == b.bound and a.bound in _LIMITS:
        return a.number != b.number and not rounded(a.number, b.number)
    apart = a.low > b.high or b.low > a.high
    return apart and not rounded(a.number, b.number)


def contradict(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Whether two tellings of one thing give numbers for it that cannot both be true; durations and ages count too.

    A number that both give is settled.
    """
    return any(
        _one_measure(a, b) and conflict(a, b)
        for a in ours
        for b in theirs
        if not _gives(theirs, a) and not _gives(ours, b)
    )


def _one_measure(a: Quantity, b: Quantity) -> bool:
    if a.unit in _NOTHING and a.unit == b.unit:
        return a.age == b.age and _same_scope(a, b)
    return comparable(a, b)


def _gives(told: Sequence[Quantity], quantity: Quantity) -> bool:
    return any(other.number == quantity.number and other.unit == quantity.unit for other in told)


def rounded(one: float, other: float) -> bool:
    """Whether one number is the other rounded to the digits that it shows."""
    if not one or not other:
        return False
    for rough, fine in ((one, other), (other, one)):
        digits = len(f"{rough:.0f}".rstrip("0")) if rough >= 1 else 2
        scale = 10 ** (math.floor(math.log10(abs(fine))) - digits + 1)
        if abs(rough - fine) <= min(scale / 2, 0.05 * fine) and _is_round(rough, fine):
            return True
    return False


def _is_round(rough: float, fine: float) -> bool:
    """Whether `rough` shows fewer significant digits than `fine`."""
    rough_digits, fine_digits = (len(f"{n:.10g}".replace(".", "").strip("0")) for n in (rough, fine))
    return rough_digits < fine_digits
