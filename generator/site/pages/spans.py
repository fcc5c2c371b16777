"""EDTF dates as stretches of days, for drawing."""

from datetime import date

from generator.model.periods import period

Stretch = tuple[date, date]

OPEN = ("", "..")


def stretch(edtf: str) -> Stretch | None:
    """The first and the last day that an EDTF date may mean, an open end being the calendar's, or None."""
    if not edtf:
        return None
    start, slash, end = edtf.partition("/")
    if slash and start in OPEN:
        until = period(end)
        return (date.min, date.fromordinal(until.high)) if until else None
    found = period(f"{start}/..") if slash and end in OPEN else period(edtf)
    return (date.fromordinal(found.low), date.fromordinal(found.high)) if found else None


def in_time(edtf: str) -> tuple[bool, date, date, str]:
    """A key that sorts EDTF dates by their first day, then their last; unknown dates come last."""
    found = stretch(edtf)
    return (found is None, *(found or (date.max, date.max)), edtf)
