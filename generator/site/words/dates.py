"""EDTF dates in words: as certain as they are, and no more."""

import re
from datetime import date
from typing import TYPE_CHECKING

from babel.dates import format_date, format_interval, format_skeleton

if TYPE_CHECKING:
    from generator.site.words.phrases import Words

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
QUALIFIERS = {"?": "date_uncertain", "~": "date_approximate", "%": "date_uncertain_approximate"}


def say_date(edtf: str, words: "Words") -> str:
    """An EDTF date (level 0 and the parts of 1 and 2 that news needs) in words; other text is given back as it is."""
    text = edtf.strip()
    if not text:
        return words.say("date_unknown")
    if "/" in text:
        start, _, end = text.partition("/")
        return _interval(start, end, words)
    qualifier = "date_reported" if text[-1] == "?" and day_of(text[:-1]) else QUALIFIERS.get(text[-1])
    said = _single(text.rstrip("?~%"), words)
    return words.say(qualifier, date=said) if qualifier else said


def _single(text: str, words: "Words") -> str:
    if day := day_of(text):
        return format_date(day, format="long", locale=words.locale)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", text):
        return _month_or_season(match[1], match[2], words) or text
    if match := re.fullmatch(r"(\d{3})X", text):
        return words.say("date_decade", year=f"{match[1]}0")
    return text


def _month_or_season(year: str, part: str, words: "Words") -> str | None:
    if part in SEASONS:
        return words.say(f"date_{SEASONS[part]}", year=year)
    if 1 <= int(part) <= 12 and int(year):
        return format_skeleton("yMMMM", date(int(year), int(part), 1), locale=words.locale)
    return None


def _interval(start: str, end: str, words: "Words") -> str:
    if start in ("", ".."):
        return words.say("date_until", date=say_date(end, words))
    if end in ("", ".."):
        return words.say("date_since", date=say_date(start, words))
    first, last = day_of(start), day_of(end)
    if first and last:
        return format_interval(first, last, "yMMMd", locale=words.locale)
    return words.say("date_between", first=say_date(start, words), last=say_date(end, words))


def day_of(text: str) -> date | None:
    """The day of an EDTF date that is a plain day, else None."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
