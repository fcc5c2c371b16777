"""How English prints dates: one pattern a form, the most telling first, and the words that hint at each."""

import re
from functools import lru_cache

from generator.language.dates.names import full_names
from generator.language.dates.words import MONTH_NUMBERS, NAMED_DAYS, NUMBERS, ORDINALS, WEEKDAY_NUMBERS
from generator.model.periods import SEASONS

_SHORT_MONTHS = [name.capitalize() for name in MONTH_NUMBERS if len(name) < 4 and name != "may"]
# "Mar" and "Jan" without their dots are first names; "Sept" is in no table of names.
_MONTHS = "|".join((*full_names(MONTH_NUMBERS), "Sept\\.?", *(f"{name}\\." for name in _SHORT_MONTHS)))
_MONTHS += "|" + "|".join(name for name in _SHORT_MONTHS if name not in ("Mar", "Jun", "Jul"))
MONTH = f"(?:{_MONTHS}|{'|'.join(name.upper() for name in (*full_names(MONTH_NUMBERS), *_SHORT_MONTHS))})"
_WEEKDAYS = "|".join(full_names(WEEKDAY_NUMBERS))
WEEKDAY = f"(?:{_WEEKDAYS}|{_WEEKDAYS.upper()})"
_SHORT_WEEKDAY = "(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\."
_SEASON = "(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_YEAR = "(?:1\\d\\d\\d|20\\d\\d)"
_DAY = "(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?!\\d|[:.,]\\d|%)"
_ORDINAL = f"(?:{'|'.join(ORDINALS)}|\\d{{1,2}}(?:st|nd|rd|th))"
_NAMED = "|".join(name.replace("’", "[’']").replace(" ", "\\s") for name in sorted(NAMED_DAYS, key=len, reverse=True))
_UNITS = "day|week|fortnight|month|year|decade"
_NUMBER = f"(?:{'|'.join(NUMBERS)}|\\d{{1,2}})"
_PART = "(?:[Ee]arl(?:y|ier)|[Mm]id(?:dle)?|[Ll]ater?)"
_SHIFT = "(?P<shift>(?i:(?:the |this )?(?:last|past|previous|coming|next)|this))"
_HOURS = "(?: (?:morning|afternoon|evening|night))?"
_BASE = "(?:the )?(?:(?:end|start|beginning|outbreak|birth|death|founding|fall|signing) of )?[\\w’'. -]{3,50}?"
# Of two that overlap, the one whose pattern stands first here wins: the most telling come first.
_PATTERNS: tuple[tuple[str, str, str], ...] = (
    (
        "anniversary",
        "anniversary",
        f"(?P<count>\\d{{1,3}})(?:st|nd|rd|th) anniversary of (?P<base>{_BASE})"
        "(?=[,;:)”\"\n.]|$|\\s(?:in|on|at|with|by|this|next|last)\\b)",
    ),
    (
        "edge",
        "edge",
        f"the (?P<edge>first|last) day of (?:(?P<month>{MONTH})(?:,? (?P<year>{_YEAR}))?|(?P<only>{_YEAR}))",
    ),
    ("slashed", "slashed", "(?P<one>\\d{1,2})(?P<sign>[/.-])(?P<two>\\d{1,2})(?P=sign)(?P<year>\\d{4})"),
    ("slashed", "slashed", "(?P<one>\\d{1,2})(?P<sign>/)(?P<two>\\d{1,2})/(?P<year>\\d\\d)"),
    (
        "nth",
        "weekday",
        f"the (?P<nth>{_ORDINAL}) (?P<weekday>{WEEKDAY}) (?:of|in) (?:(?P<month>{MONTH})(?:,? (?P<year>{_YEAR}))?"
        "|(?P<shift>this|next|last|the) month)",
    ),
    (
        "week",
        "weekday",
        f"(?:(?P<count>(?i:a|one|two|three)) (?P<unit>week|fortnight)s? (?:on|from|this|next) (?P<weekday>{WEEKDAY})"
        f"|(?P<weekday2>{WEEKDAY}) (?:(?P<shift>last|this|next)|(?:of )(?P<shift2>last|this|next)) week"
        f"|(?P<weekday3>{WEEKDAY}) (?P<unit3>week|fortnight))",
    ),
    ("part", "year", f"(?:the )?(?P<nth>{_ORDINAL}) (?P<unit>quarter|half) of (?P<year>{_YEAR})"),
    ("part", "unit", f"(?:the )?(?P<nth>{_ORDINAL}) (?P<unit>quarter|half) of (?P<shift>this|last|next|the) year"),
    ("months", "year", f"the (?P<edge>first|last) (?P<count>{_NUMBER}) months of (?P<year>{_YEAR})"),
    (
        "months",
        "month",
        f"the (?:(?P<count>{_NUMBER}) months|year) (?:to|through|ended|ending)(?: in)? "
        f"(?P<month>{MONTH}),? (?P<year>{_YEAR})",
    ),
    ("quarter", "year", f"Q(?P<nth>[1-4]),? (?P<year>{_YEAR})"),
    ("century", "century", f"(?:the )?(?:{_PART}[- ])?(?P<nth>{_ORDINAL})[- ]century"),
    ("named", "named", f"(?P<name>{_NAMED})(?:,? (?P<year>{_YEAR}))?"),
    (
        "later",
        "later",
        f"(?:(?P<count>(?i:{_NUMBER})) (?P<unit>{_UNITS})s? (?P<way>later|earlier|afterwards?)"
        f"|(?i:the) (?P<way2>following|next|previous) (?P<unit2>{_UNITS})|the following (?P<weekday>{WEEKDAY})"
        "|(?i:the) (?P<unit3>day) (?P<way3>before|after)(?=[.,;:)”\"]|$))",
    ),
    ("ago", "ago", f"(?i:in) (?P<count>(?i:{_NUMBER})) (?P<unit>{_UNITS})s?[’'] time"),
    ("ago", "ago", f"(?P<count>(?i:{_NUMBER})) (?P<unit>{_UNITS})s? (?P<way>from now|hence)"),
    ("unit", "today", "(?i:the day (?P<off>before yesterday|after tomorrow))"),
    (
        "span",
        "month",
        f"(?:(?i:between|from) )?(?:(?P<day>{_DAY}) (?:and|to|until|till) (?P<to>{_DAY}) (?:of )?(?P<month>{MONTH})"
        f"|(?P<month2>{MONTH}) (?P<day2>{_DAY}) (?:and|to|until|till|through) (?P<to2>{_DAY}))"
        f"(?:,? (?P<year>{_YEAR}))?",
    ),
    (
        "across",
        "month",
        f"(?P<month>{MONTH}) (?P<day>{_DAY}) ?[-–] ?(?P<month2>{MONTH}) (?P<day2>{_DAY})(?:,? (?P<year>{_YEAR}))?",
    ),
    ("range", "year", f"(?:from )?(?P<year>{_YEAR})[-–](?P<short>\\d\\d)(?![-\\d])"),
    ("range", "year", f"between (?P<year>{_YEAR}) and (?P<to>{_YEAR})"),
    ("range", "year", f"(?:from )?(?P<year>{_YEAR})(?: ?[-–] ?| (?:to|until|through) )(?P<to>{_YEAR})"),
    ("day", "year", f"(?P<year>{_YEAR})[-/](?P<number>[01]\\d)[-/](?P<day>[0-3]\\d)"),
    (
        "day",
        "month",
        f"(?:(?P<weekday>{WEEKDAY}|{_SHORT_WEEKDAY}){_HOURS},? (?P<paren>\\()?(?:the )?)?"
        f"(?:(?P<month>{MONTH}) (?P<day>{_DAY})(?: ?[-–] ?(?P<to>{_DAY}))?"
        f"|(?P<day2>{_DAY})(?: ?[-–] ?(?P<to2>{_DAY}))? (?:of )?(?P<month2>{MONTH}))"
        f"(?:,? (?P<year>{_YEAR}))?(?(paren)\\)?)",
    ),
    (
        "range",
        "year",
        f"(?:(?i:between|from) )?(?P<month>{MONTH}) ?(?:and|or|to|through|[-–]) "
        f"?(?P<to>{MONTH}),? (?:of )?(?P<year>{_YEAR})",
    ),
    ("month", "month", f"(?:{_PART}[- ])?(?P<month>{MONTH})(?:,| of)? (?P<year>{_YEAR})"),
    ("month", "month", f"(?P<month>{MONTH}) (?:of )?(?P<shift>last|this|next) year"),
    ("month", "month", f"{_SHIFT} (?P<month>{MONTH})"),
    ("month", "month", f"(?:{_PART}[- ])?(?P<month>{MONTH})"),
    ("season", "season", f"(?:the )?(?P<season>{_SEASON})(?: of)? (?P<year>{_YEAR})"),
    ("season", "season", f"{_SHIFT} (?P<season>{_SEASON})"),
    ("weekday", "weekday", f"(?:{_SHIFT} )?(?P<weekday>{WEEKDAY}){_HOURS}"),
    ("weekday", "weekday", f"(?P<shift>)(?P<weekday>{_SHORT_WEEKDAY}) (?:morning|afternoon|evening|night)"),
    (
        "weeks",
        "ago",
        f"(?P<count>(?i:{_NUMBER})) (?P<unit>week|fortnight)s? (?P<ago>ago "
        f")(?P<from>today|yesterday|tomorrow)",
    ),
    ("weeks", "today", "(?P<count>(?i:a|one|two|three)) (?P<unit>week|fortnight)s? (?P<ago>)(?P<from>today|tomorrow)"),
    ("ago", "ago", f"(?P<count>(?i:{_NUMBER})) (?P<unit>{_UNITS})s? ago"),
    ("nth_day", "nth_day", "(?<=[Oo]n )the (?P<day>\\d{1,2}(?:st|nd|rd|th))"),
    ("unit", "today", "(?P<night>(?i:overnight))"),
    ("unit", "unit", "(?i:the night) (?P<off>before last)"),
    ("unit", "unit", "(?i:the) (?P<unit>week|month|year) (?P<twice>before last|after next)"),
    (
        "unit",
        "unit",
        f"(?<!the )(?:{_PART} )?(?P<shift>(?i:(?:this )?(?:last|past|coming|next)|this)) "
        "(?P<unit>weekend|week|month|year|decade|night)",
    ),
    ("unit", "unit", "(?i:the) (?P<unit>weekend)(?! (?:of|before|after|when|that|in)\\b|[’'])"),
    ("unit", "today", "(?P<word>(?i:yesterday|today|tonight|tomorrow)|(?i:this (?:morning|afternoon|evening)))"),
    ("decade", "year", f"(?:the )?(?:{_PART}[- ])?(?P<decade>1[5-9]\\d|20\\d)0s"),
    ("year", "year", f"(?:{_PART}[- ])?(?P<year>{_YEAR})"),
)  # fmt: skip
PATTERNS = tuple(
    (kind, hint, re.compile(rf"(?<![\w$€£#.\-]){pattern}(?!\w|%|[.,]\d)")) for kind, hint, pattern in _PATTERNS
)
# The words without which a pattern cannot match: most of a text is never searched.
_HINTS = {
    **dict.fromkeys((name[:3] for name in MONTH_NUMBERS), "month"),
    **dict.fromkeys((name[:3] for name in WEEKDAY_NUMBERS), "weekday"),
    **dict.fromkeys(SEASONS, "season"),
    **dict.fromkeys(("week", "weekend", "month", "year", "decade", "night"), "unit"),
    **dict.fromkeys(
        ("yesterday", "today", "tonight", "tomorrow", "morning", "afternoon", "evening", "overnight"), "today"
    ),
    **dict.fromkeys(("later", "earlier", "afterward", "afterwards", "following", "previous"), "later"),
    **dict.fromkeys(("hence", "now", "time"), "ago"),
    "century": "century",
    "ago": "ago",
    "anniversary": "anniversary",
    "day": "edge",
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
