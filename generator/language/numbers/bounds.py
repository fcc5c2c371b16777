"""The words before and after a number that loosen it: "at least 40", "forty-odd", "between"."""

import re
from typing import cast

from generator.language.numbers.listed import any_form, meaning
from generator.language.numbers.numerals import AFTER, BEFORE
from generator.language.numbers.printed import Printed, limits
from generator.model.quantities import Bound

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
        return _limited(found._replace(end=after.end()), cast("Bound", meaning(AFTER, after[1])))
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
