"""The arithmetic of weekdays (Monday 0), on days as ordinals."""

from generator.model.periods import Period


def since(weekday: int, day: int) -> int:
    """How many days before `day` its last such weekday was, 0 if it is one itself."""
    return (day - 1 - weekday) % 7


def until(weekday: int, day: int) -> int:
    """How many days after `day` its next such weekday is, 0 if it is one itself."""
    return (weekday - day + 1) % 7


def after(weekday: int, day: int) -> int:
    """The first such weekday after `day`."""
    return day + (until(weekday, day) or 7)


def nth_weekday(of: Period, count: int, weekday: int) -> int:
    """The day of the `count`th such weekday in a month, -1 for the last."""
    if count < 0:
        return of.high - since(weekday, of.high)
    return of.low + until(weekday, of.low) + 7 * (count - 1)
