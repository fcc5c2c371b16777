"""A number as it is printed, in whichever language: where it stands, which values its words allow, what bounds it."""

import math
import re
from typing import NamedTuple, cast

from generator.language.numbers.numerals import AFTER, BEFORE
from generator.language.patterns import any_form, meaning
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


_BEFORE = re.compile(rf"(?<![\w-])({any_form(BEFORE)})(?:\s+|(?=[$£€¥₹]))(?:the\s+)?$", re.IGNORECASE)
_AFTER = re.compile(rf"(?:,?\s|-)({any_form(AFTER)})(?![\w-])|(\+)(?!\d)", re.IGNORECASE)


def bounded(text: str, found: Printed) -> Printed:
    """The number with the words before or after it that loosen it."""
    before = _BEFORE.search(text, max(0, found.start - 30), found.start)
    if found.low != found.high:
        start = found.start
        joint = re.compile(r"\b(?:(?:any|some)where )?(?:between|from) $", re.IGNORECASE).search(
            text, max(0, start - 20), start
        )
        return found._replace(
            bound="between", start=joint.start() if joint and joint[0].lower().endswith("between ") else start
        )
    after = _AFTER.match(text, found.end)
    if after and after[1] and _is_after(text, found, after):
        loosened = _limited(found._replace(end=after.end()), cast("Bound", meaning(AFTER, after[1])))
        # "Forty-odd" are fewer than fifty, and no fewer than forty.
        over = found.number + 0.9 * 10 ** math.floor(math.log10(found.number)) if after[1].lower() == "odd" else 0
        return loosened._replace(low=found.number, high=over) if over else loosened
    if after and after[2] and text[found.end - 1].isdigit():
        return _limited(found._replace(end=after.end()), "at least")
    if before is None:
        return found
    return _limited(found._replace(start=before.start(1)), cast("Bound", meaning(BEFORE, before[1])))


def _is_after(text: str, found: Printed, after: re.Match[str]) -> bool:
    """Whether the words after a number loosen it: "forty-odd", "300-plus", but not "300 odd socks" or "5 plus 3"."""
    word = after[1].lower()
    if word in {"odd", "plus"}:
        return after[0][0] == "-" or (word == "odd" and found.number >= 20)
    return not word.endswith(("least", "most")) or not re.match(r"\s*[\w$£€]", text[after.end() :])


def _limited(found: Printed, bound: Bound) -> Printed:
    low, high = limits(found.number, bound)
    return found._replace(low=low, high=high, bound=bound, bare=False)
