"""Checks of single values that an editor writes: dates, web addresses, language tags."""

import re
from contextlib import redirect_stdout
from datetime import date
from functools import cache
from io import StringIO
from typing import Annotated
from urllib.parse import urlsplit

from msgspec import Meta

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""The years a date may lie in: what is outside was mistyped, or is a program's word for "no date"."""

EDTF_HINT = (
    "Allowed is an EDTF date: 2024-01-16, 2024-01, 2024, 2024-23 (autumn), 2025-10-20/2025-10-26, 2024-05~ (about), "
    f"in the years {FIRST_YEAR} to {LAST_YEAR}."
)
URL_HINT = "Allowed is an address that begins with http:// or https://."
LANGUAGE_HINT = "Allowed is a language tag such as en, en-GB or de."

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Signs that a date between those years needs: `Y` and `E` write years of any length, reckoned out digit by digit. A set
# of many years is a date that nobody could place, and takes its square in time.
_SIGNS = re.compile(r"[0-9XTZ:+\-/.,~?%\[\]{} ]{4,40}")


@cache
def is_edtf(text: str) -> bool:
    """Whether `text` is a date of the Extended Date/Time Format (ISO 8601-2), an interval running forward.

    Both ends lie within FIRST_YEAR and LAST_YEAR, or one of them is open.
    """
    if not _SIGNS.fullmatch(text):
        return False
    if _DAY.fullmatch(text):
        return _is_day(text)
    # A slow import and a slow parser, seldom needed: nearly every date is a plain day.
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415

    try:
        with redirect_stdout(StringIO()):  # it prints what it trips over
            parsed = parse_edtf(text)
        ends = parsed.lower_strict(), parsed.upper_strict()
    except (EDTFParseException, TypeError, AttributeError, ValueError, OverflowError):
        return False  # it trips over dates that it has no class for, such as `2024-XX/2024-XX` and `/..`
    known = [end for end in ends if not isinstance(end, float)]  # `..` is an infinite number there, not a date
    within = all(FIRST_YEAR <= end.tm_year <= LAST_YEAR for end in known)
    return text == text.strip() and bool(known) and within and known[0] <= known[-1]


def _is_day(text: str) -> bool:
    try:
        return FIRST_YEAR <= date.fromisoformat(text).year <= LAST_YEAR
    except ValueError:
        return False


def is_web_address(text: str) -> bool:
    """Whether `text` is an absolute http(s) address, fit to be a link's target."""
    if re.search(r"[\s<>\"`\\\x00-\x1f\x7f]", text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host)


def is_language(text: str) -> bool:
    """Whether `text` has the form of a BCP 47 language tag."""
    return bool(re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", text))


Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-+[a-z0-9]+)*$", max_length=100)]
