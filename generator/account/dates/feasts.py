"""Days that recur each year and dates that everybody knows, by rule."""

from datetime import date

from generator.account.dates.weekdays import nth_weekday
from generator.model.periods import month

# Fixed dates that general knowledge holds beyond dispute and that anniversaries are told of worldwide. Kept to the two
# world wars' ends and beginnings: anything else must have its year in the texts.
WELL_KNOWN = {
    "end of world war ii": 1945,
    "end of the second world war": 1945,
    "start of world war ii": 1939,
    "end of world war i": 1918,
    "end of the first world war": 1918,
    "start of world war i": 1914,
}


def well_known_year(base: str) -> int | None:
    """The year of what an anniversary is of, when it is one of the few that need no source."""
    words = base.lower().removeprefix("the ").replace("outbreak of", "start of").replace("beginning of", "start of")
    return WELL_KNOWN.get(words)


def by_rule(rule: str, year: int) -> int:
    """The day of a year by a rule of `dates.tsv`."""
    if rule.startswith("easter"):
        return _easter(year) + int(rule.removeprefix("easter"))
    if "-" in rule[1:]:
        in_month, day = rule.split("-")
        return date(year, int(in_month), int(day)).toordinal()
    count, weekday, number, after = (int(part) for part in rule.split())
    return nth_weekday(month(year, number), count, weekday) + after


def _easter(year: int) -> int:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    shift = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - shift - rest % 4) % 7
    late = (golden + 11 * shift + 22 * weekday) // 451
    number, before = divmod(shift + weekday - 7 * late + 114, 31)
    return date(year, number, before + 1).toordinal()
