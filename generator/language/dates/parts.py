"""What a date expression says, in whichever language: the records that its readers make."""

from typing import Literal

from generator.model.record import Record

Kind = Literal[
    "day", "weekday", "month", "season", "year", "decade", "unit", "ago", "edge", "anniversary", "range",
    "named", "nth", "part", "century", "later", "stretch", "week", "ambiguous",
]  # fmt: skip
Shift = Literal["last", "this", "next", ""]


class Expression(Record, frozen=True):
    """What one expression says; what it leaves open is None, "" or 0.

    `weekday` counts from Monday 0, `season` is its first month, `shift` looks from the time of writing, `count` and
    `unit` belong to "two years ago", `edge` is 1 or -1 for the first or last day, `to` is the last day, month or year
    of a range, `since` says that it goes on from there. `base` is what an anniversary is of, or the name of a day.
    Kind "nth" is the `count`th weekday of a month (-1 the last), "part" the `count`th quarter or half of a year,
    "later" is told from a date before it, "ambiguous" says a day and month of which each may be the other. A "stretch"
    goes from `ends[0]` to `ends[1]`, a "week" begins or ends with `ends[0]` (`edge`).
    """

    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    to: int | None = None
    weekday: int | None = None
    season: int | None = None
    shift: Shift = ""
    count: int = 0
    unit: str = ""
    edge: int = 0
    base: str = ""
    since: bool = False
    ends: tuple["Expression", ...] = ()


class Found(Record, frozen=True):
    """An expression with its place in the text searched, and the hour told beside it with its zone."""

    start: int
    end: int
    expression: Expression
    time: tuple[str, str] = ("", "")
