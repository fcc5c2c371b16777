"""Hours: beside a date ("8:30 a.m. Wednesday", "noon on Saturday"), and in a clause ("shortly after eight")."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from generator.language.lexicon import rows
from generator.language.numbers.numerals import CARDINALS

ZONES = {row[0]: tuple(float(hours) for hours in row[2].split()) for row in rows("dates") if row[1] == "zone"}
_ZONE = f"(?:\\s?(?P<zone>{'|'.join(sorted(ZONES, key=len, reverse=True))})\\b)?"
_HOURS = "|".join(word for word, number in CARDINALS.items() if 0 < number < 13)
_CLOCK = (
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?\s?m\b\.?|(?P<hour24>[012]?\d):(?P<minute24>\d\d)"
    rf"|(?P<noon>noon|midday|midnight)|(?P<part>(?:a )?quarter (?:to|past)|half past) (?P<word>{_HOURS})"
    rf"|(?P<sharp>{_HOURS}) o[’']clock)"
    rf"{_ZONE}"
)
_BEFORE = re.compile(rf"(?<![\w:.]){_CLOCK},?\s(?:on\s)?(?:the\s)?(?:in the \w+ (?:of|on)\s)?$", re.IGNORECASE)
_AFTER = re.compile(
    rf"^,?\s(?:at|by|from|around|about)?\s?(?:about |around |just (?:before|after) )?{_CLOCK}", re.IGNORECASE
)

# "At six", "shortly after eight in thick fog": an hour in words alone is one only where no noun follows it.
_BARE = rf"(?P<bare>{_HOURS})(?=[.,;]|$|\s(?:in|on|as|with|and|when|while|to|from|local)\b)"
_LOOSELY = "about|around|almost|nearly|approximately|roughly"
_TOLD = re.compile(
    rf"(?P<bound>(?:shortly|just|soon) (?:after|before)|(?:at )?(?:{_LOOSELY})|at)\s"
    rf"(?:{_CLOCK}|{_BARE})"
    r"(?P<day>(?: in the| at| \w+) (?:morning|afternoon|evening|night)\b)?",
    re.IGNORECASE,
)
_HALF_DAY, _DAY = 720, 1440
# So many minutes may be lost where an hour is told as a round one, by how round it is: whole, half, quarter, five, any.
_ROUND = ((60, 14), (30, 9), (15, 7), (5, 4), (1, 2))
_SHORTLY, _ABOUT = 20, 20


class Hour(NamedTuple):
    """When by the clock: minutes after midnight from `low` to `high`, or after noon as well where that is open."""

    low: int
    high: int
    zone: str = ""
    half_open: bool = False

    def excludes(self, other: "Hour") -> bool:
        """Whether both cannot be one moment; where the zones may differ, or one is not told, nobody knows."""
        if self.zone != other.zone:
            return False
        cycle = _HALF_DAY if self.half_open or other.half_open else _DAY
        return all(
            other.high + shift < self.low or self.high < other.low + shift for shift in range(-_DAY, _DAY + 1, cycle)
        )


def hour_told(text: str, start: int, end: int) -> tuple[Hour, tuple[int, int]] | None:
    """The hour that the words from `start` on tell, before `end`, and where they stand; None if none, or a limit."""
    match = _TOLD.match(text, start, end)
    if match is None:
        return None
    bound, part = match["bound"].lower(), (match["day"] or "").lower()
    late = part.endswith(("afternoon", "evening", "night"))
    minutes = 60 * CARDINALS[match["bare"].lower()] if match["bare"] else _minutes(match, late=False)
    fixed = bool(match["half"] or match["noon"] or (match["hour24"] and minutes >= 13 * 60))
    if not fixed and part:
        fixed, minutes = True, minutes % _HALF_DAY + (_HALF_DAY if late else 0)
    slack = next(slack for step, slack in _ROUND if minutes % step == 0)
    slack = max(slack, _ABOUT) if bound.endswith(tuple(_LOOSELY.split("|"))) else slack
    low, high = minutes - slack, minutes + slack
    if bound.endswith("after"):
        low, high = minutes, minutes + _SHORTLY
    elif bound.endswith("before"):
        low, high = minutes - _SHORTLY, minutes
    return Hour(low, high, (match["zone"] or "").upper(), not fixed), match.span()


def time_beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The hour told just before or after `text[start:end]` as HH:MM:SS, and its zone's short name or ""."""
    match = _BEFORE.search(text, max(0, start - 48), start) or _AFTER.match(text[end : end + 40])
    if match is None:
        return "", ""
    # "the afternoon" beside an hour in words tells which half of the day.
    late = bool(re.search(r"\b(?:afternoon|evening|night)\b", text[start : end + 14]))
    minutes = _minutes(match, late=late)
    zone = (match["zone"] or "").upper()
    return (f"{minutes // 60:02}:{minutes % 60:02}:00", zone) if minutes < 24 * 60 else ("", "")


def _minutes(match: re.Match[str], *, late: bool) -> int:
    if match["noon"]:
        # Of which day midnight is, nobody says.
        return 24 * 60 if match["noon"].lower() == "midnight" else 12 * 60
    if match["hour24"]:
        return int(match["hour24"]) * 60 + int(match["minute24"])
    if match["hour"]:
        return (int(match["hour"]) % 12 + 12 * (match["half"].lower() == "p")) * 60 + int(match["minute"] or 0)
    hour = CARDINALS[(match["word"] or match["sharp"]).lower()]
    part = (match["part"] or "").lower()
    shift = -15 if part.endswith("to") else 15 if "quarter" in part else 30 if part else 0
    return (hour + 12 * (late and hour < 12)) * 60 + shift


def offset(zone: str, day: int) -> str:
    """The zone's distance from universal time on a day (an ordinal), as in ISO 8601: "Z", "+01:00"."""
    if zone not in ZONES:
        return ""
    hours = ZONES[zone][-1 if _is_summer(day) else 0]
    if not hours:
        return "Z"
    return f"{'-' if hours < 0 else '+'}{int(abs(hours)):02}:{int(abs(hours) % 1 * 60):02}"


def _is_summer(day: int) -> bool:
    """Whether North America's clocks are put forward: second Sunday of March to first Sunday of November."""
    year = date.fromordinal(day).year
    first, last = date(year, 3, 8), date(year, 11, 1)
    ends = [d + timedelta(days=6 - d.weekday()) for d in (first, last)]
    return ends[0].toordinal() <= day < ends[1].toordinal()
