"""The hour beside a date: "8:30 a.m. Wednesday", "17:30 GMT on Saturday", "noon on Saturday"."""

import re
from datetime import date, timedelta

from generator.language.lexicon import rows
from generator.language.numbers.numerals import CARDINALS

ZONES = {row[0]: tuple(float(hours) for hours in row[2].split()) for row in rows("dates") if row[1] == "zone"}
_ZONE = f"(?:\\s?(?P<zone>{'|'.join(sorted(ZONES, key=len, reverse=True))})\\b)?"
_HOURS = "|".join(word for word, number in CARDINALS.items() if 0 < number < 13)
_CLOCK = (
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?\s?m\b\.?|(?P<hour24>[012]?\d):(?P<minute24>\d\d)"
    rf"|(?P<noon>noon|midday)|(?P<part>(?:a )?quarter (?:to|past)|half past) (?P<word>{_HOURS})"
    rf"|(?P<sharp>{_HOURS}) o[’']clock)"
    rf"{_ZONE}"
)
_BEFORE = re.compile(rf"(?<![\w:.]){_CLOCK},?\s(?:on\s)?(?:the\s)?(?:in the \w+ (?:of|on)\s)?$", re.IGNORECASE)
_AFTER = re.compile(
    rf"^,?\s(?:at|by|from|around|about)?\s?(?:about |around |just (?:before|after) )?{_CLOCK}", re.IGNORECASE
)


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
        return 12 * 60
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
