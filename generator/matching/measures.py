"""What quantities count, and whether two of them can both be true: a shared vocabulary of pure functions."""

import math

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
# Durations and times are for the comparison of dates.
TIMES = word_class("times")
_LIMITS = word_class("limits")
# Who rounds is off by no more than this part of it; one who speaks of thousands may be by more.
_THOUSAND, _OF_THOUSANDS, _OF_FEWER = 1000, 0.1, 0.05


def kind_of_thing(quantity: Quantity) -> str:
    """One word for what is counted, the same for nouns that reports use for one another."""
    return _LIKE.get(quantity.unit, quantity.unit)


def conflict(a: Quantity, b: Quantity) -> bool:
    """Whether no value satisfies both; two upper or two lower limits conflict when they differ."""
    if a.versus is not None:
        return (a.number, a.versus) != (b.number, b.versus)
    if a.bound == b.bound and a.bound in _LIMITS:
        return a.number != b.number and not rounded(a.number, b.number)
    if opposed(a, b):
        return a.low >= b.high or b.low >= a.high
    apart = a.low > b.high or b.low > a.high
    return apart and not rounded(a.number, b.number)


def opposed(a: Quantity, b: Quantity) -> bool:
    """Whether the one is told as a limit that the other is said to be beyond: "not more than 200", "more than 200"."""
    return {a.bound, b.bound} in ({"at most", "more than"}, {"at least", "less than"})


def rounded(one: float, other: float) -> bool:
    """Whether one number is the other rounded to the digits that it shows."""
    if not one or not other:
        return False
    for rough, fine in ((one, other), (other, one)):
        digits = len(f"{rough:.0f}".rstrip("0")) if rough >= 1 else 2
        scale = 10 ** (math.floor(math.log10(abs(fine))) - digits + 1)
        share = _OF_THOUSANDS if rough >= _THOUSAND else _OF_FEWER
        if abs(rough - fine) <= min(scale / 2, share * fine) and _is_round(rough, fine):
            return True
    return False


def _is_round(rough: float, fine: float) -> bool:
    """Whether `rough` shows fewer significant digits than `fine`."""
    rough_digits, fine_digits = (len(f"{n:.10g}".replace(".", "").strip("0")) for n in (rough, fine))
    return rough_digits < fine_digits
