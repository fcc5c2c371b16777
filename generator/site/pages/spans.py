"""EDTF dates as stretches of days, for drawing."""

from datetime import date
from functools import lru_cache

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

Stretch = tuple[date, date]

OPEN = ("", "..")


@lru_cache(maxsize=4096)
def stretch(edtf: str) -> Stretch | None:
    """The first and the last day that an EDTF date may mean, an open end being the calendar's, or None."""
    start, slash, end = edtf.partition("/")
    if slash and (start in OPEN or end in OPEN):
        first, last = stretch(start), stretch(end)
        return (first[0] if first else date.min, last[1] if last else date.max) if first or last else None
    try:
        parsed = parse_edtf(edtf)
        first, last = parsed.lower_strict(), parsed.upper_strict()
        return date(*first[:3]), date(*last[:3])
    except (EDTFParseException, ValueError, TypeError, AttributeError):
        return None


def in_time(edtf: str) -> tuple[bool, date, date, str]:
    """A key that sorts EDTF dates by their first day, then their last; unknown dates come last."""
    found = stretch(edtf) if edtf else None
    return (found is None, *(found or (date.max, date.max)), edtf)
