"""EDTF dates as stretches of days, for drawing."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

Stretch = tuple[date, date]

OPEN = ("", "..")
_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


@lru_cache(maxsize=4096)
def stretch(edtf: str) -> Stretch | None:
    """The first and the last day that an EDTF date may mean, an open end being the calendar's, or None."""
    if not edtf:
        return None
    start, slash, end = edtf.partition("/")
    if slash and (start in OPEN or end in OPEN):
        first, last = stretch(start), stretch(end)
        return (first[0] if first else date.min, last[1] if last else date.max) if first or last else None
    try:
        if plain := _PLAIN.fullmatch(edtf):  # nearly all are; the parser takes milliseconds for each
            year, month, day = (int(part) if part else 0 for part in plain.groups())
            last_day = day or monthrange(year, month or 12)[1]
            return date(year, month or 1, day or 1), date(year, month or 12, last_day)
        from edtf import parse_edtf  # noqa: PLC0415 - seldom needed, and its grammar takes long to load

        parsed = parse_edtf(edtf, fail_silently=True)
        first, last = parsed.lower_strict(), parsed.upper_strict()
        return date(*first[:3]), date(*last[:3])
    except (ValueError, TypeError, AttributeError):
        return None


def in_time(edtf: str) -> tuple[bool, date, date, str]:
    """A key that sorts EDTF dates by their first day, then their last; unknown dates come last."""
    found = stretch(edtf) if edtf else None
    return (found is None, *(found or (date.max, date.max)), edtf)
