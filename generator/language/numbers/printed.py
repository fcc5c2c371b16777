"""A number as it is printed, in whichever language: where it stands, and which values its words allow."""

import math
from typing import NamedTuple

from generator.model.quantities import Bound

# How far "about" and its like may be off, as a share: "nearly 300" covers 270 and up.
SLACK = 0.1


class Printed(NamedTuple):
    """A number at `text[start:end]` with its bound and unit; the true value lies between `low` and `high`.

    `currency` is an ISO 4217 code, `unit` "percent", "ratio" or a measure's name, `versus` the second number of a
    score, `letter` a glued "m" that may be million or metre. `bare` says that nothing but figures or one word stands
    there, so that it may be a year, a name or a pronoun; `of` that it is a share of what follows.
    """

    start: int
    end: int
    low: float
    high: float
    number: float
    bound: Bound = "exact"
    currency: str = ""
    unit: str = ""
    versus: float | None = None
    letter: str = ""
    bare: bool = False
    of: bool = False


def limits(value: float, bound: Bound) -> tuple[float, float]:
    """The values that a bound allows."""
    if bound in {"at least", "more than"}:
        return value, math.inf
    if bound in {"at most", "less than"}:
        return min(0.0, 10 * value), value
    if bound == "about":
        return round(value - abs(value) * SLACK, 6), round(value + abs(value) * SLACK, 6)
    return value, value
