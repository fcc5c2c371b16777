"""How English prints dates: the patterns of en/date_patterns.tsv, filled, and the words that hint at each."""

import re
from functools import lru_cache

from generator.language.dates.names import full_names
from generator.language.dates.words import MONTH_NUMBERS, NAMED_DAYS, NUMBERS, ORDINALS, WEEKDAY_NUMBERS
from generator.language.lexicon import rows

_ROWS = rows("date_patterns")
_SHORT_MONTHS = [name.capitalize() for name in MONTH_NUMBERS if len(name) < 4 and name != "may"]
# "Mar" and "Jan" without their dots are first names; "Sept" is in no table of names.
_MONTHS = "|".join((*full_names(MONTH_NUMBERS), "Sept\\.?", *(f"{name}\\." for name in _SHORT_MONTHS)))
_MONTHS += "|" + "|".join(name for name in _SHORT_MONTHS if name not in ("Mar", "Jun", "Jul"))
_WEEKDAYS = "|".join(full_names(WEEKDAY_NUMBERS))
_NAMED = "|".join(name.replace("’", "[’']").replace(" ", "\\s") for name in sorted(NAMED_DAYS, key=len, reverse=True))
_PARTS = {
    "MONTH": f"(?:{_MONTHS}|{'|'.join(name.upper() for name in (*full_names(MONTH_NUMBERS), *_SHORT_MONTHS))})",
    "WEEKDAY": f"(?:{_WEEKDAYS}|{_WEEKDAYS.upper()})",
    "ORDINAL": f"(?:{'|'.join(ORDINALS)}|\\d{{1,2}}(?:st|nd|rd|th))",
    "NAMED": _NAMED,
    "NUMBER": f"(?:{'|'.join(NUMBERS)}|\\d{{1,2}})",
    **{row[1]: row[2] for row in _ROWS if row[0] == "part"},
}


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, part in _PARTS.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return re.compile(rf"(?<![\w$€£#.\-]){pattern}(?!\w|%|[.,]\d)")


PATTERNS = tuple((row[1], row[2], _compiled(row[3])) for row in _ROWS if row[0] == "pattern")
# The words without which a pattern cannot match: most of a text is never searched.
_HINTS = {
    **dict.fromkeys((name[:3] for name in MONTH_NUMBERS), "month"),
    **dict.fromkeys((name[:3] for name in WEEKDAY_NUMBERS), "weekday"),
    **{word: row[1] for row in _ROWS if row[0] == "hint" for word in row[2].split()},
}
HINTING = re.compile(r"[A-Za-z]+|\d{4}")
CUES = {
    "slashed": re.compile(r"\d[/.-]\d"),
    "named": re.compile(_NAMED),
    "nth_day": re.compile(r"on the \d"),
    "later": re.compile(r"the next (?:day|week|month|year)|[Tt]he day (?:before|after)"),
}


@lru_cache(maxsize=65536)
def hint_of(word: str) -> str:
    """Which patterns a word may be part of; names of months and weekdays are known by their first three letters."""
    lower = word.lower()
    return _HINTS.get(lower) or (_HINTS.get(lower[:3], "") if word[0].isupper() else "")
