"""Checks of single values that an editor writes: dates, web addresses, language tags."""

import re
from datetime import date
from functools import cache
from urllib.parse import urlsplit

EDTF_HINT = (
    "Allowed is an EDTF date: 2024-01-16, 2024-01, 2024, 2024-23 (autumn), 2025-10-20/2025-10-26, 2024-05~ (about)."
)
URL_HINT = "Allowed is an address that begins with http:// or https://."
LANGUAGE_HINT = "Allowed is a language tag such as en, en-GB or de."

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@cache
def is_edtf(text: str) -> bool:
    """Whether `text` is a date of the Extended Date/Time Format (ISO 8601-2), an interval running forward."""
    if _DAY.fullmatch(text):
        return _is_day(text)
    # A slow import and a slow parser, seldom needed: nearly every date is a plain day.
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415

    try:
        parsed = parse_edtf(text)
    except EDTFParseException:
        return False
    bounds = parsed.lower_strict(), parsed.upper_strict()
    is_open = any(isinstance(bound, float) for bound in bounds)  # `..` is an infinite number there, not a date
    return text == text.strip() and bool(is_open or bounds[0] <= bounds[1])


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


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
