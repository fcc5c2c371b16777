"""The grammar of English date expressions: where they stand in a text, and what each one says.

A shared vocabulary of pure text functions; steps may import it.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from msgspec.structs import replace

from generator.language.calendar_names import full_names, months, weekdays
from generator.language.clock_times import time_beside
from generator.language.date_parts import Expression, Found, Shift
from generator.language.date_tables import calendar
from generator.language.lexicon import rows
from generator.language.numbers.numerals import CARDINALS
from generator.model.periods import SEASONS

MONTH_NUMBERS = months("en")
WEEKDAY_NUMBERS = weekdays("en")
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
NUMBERS = {word: number for word, number in CARDINALS.items() if number <= 20 or number % 10 == 0} | {"a": 1, "an": 1}
_ORDINALS = {row[0]: int(row[2]) for row in rows("dates") if row[1] == "ordinal"}
NAMED_DAYS = {row[0]: row[2] for row in rows("dates") if row[1] == "day"}
_ORDINAL = f"(?:{'|'.join(_ORDINALS)}|\\d{{1,2}}(?:st|nd|rd|th))"
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
    ("slashed", "slashed", "(?P<one>\\d{1,2})(?P<sign>[/.])(?P<two>\\d{1,2})(?P=sign)(?P<year>\\d{4})"),
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
    (
        "part",
        "year",
        f"(?:the )?(?P<nth>{_ORDINAL}) (?P<unit>quarter|half) of "
        f"(?:(?P<year>{_YEAR})|(?P<shift>this|last|next|the) year)",
    ),
    ("quarter", "year", f"Q(?P<nth>[1-4]),? (?P<year>{_YEAR})"),
    ("century", "century", f"(?:the )?(?:{_PART}[- ])?(?P<nth>{_ORDINAL})[- ]century"),
    ("named", "named", f"(?P<name>{_NAMED})(?:,? (?P<year>{_YEAR}))?"),
    (
        "later",
        "later",
        f"(?:(?P<count>(?i:{_NUMBER})) (?P<unit>{_UNITS})s? (?P<way>later|earlier|afterwards?)"
        f"|(?i:the) (?P<way2>following|next|previous) (?P<unit2>{_UNITS}))",
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
    ("range", "year", f"between (?P<year>{_YEAR}) and (?P<to>{_YEAR})"),
    ("range", "year", f"(?:from )?(?P<year>{_YEAR})(?: ?[-–] ?| (?:to|until|through) )(?P<to>{_YEAR})"),
    ("day", "year", f"(?P<year>{_YEAR})-(?P<number>[01]\\d)-(?P<day>[0-3]\\d)"),
    (
        "day",
        "month",
        f"(?:(?P<weekday>{WEEKDAY}|{_SHORT_WEEKDAY}){_HOURS},? (?P<paren>\\()?(?:the )?)?"
        f"(?:(?P<month>{MONTH}) (?P<day>{_DAY})(?: ?[-–] ?(?P<to>{_DAY}))?"
        f"|(?P<day2>{_DAY})(?: ?[-–] ?(?P<to2>{_DAY}))? (?:of )?(?P<month2>{MONTH}))"
        f"(?:,? (?P<year>{_YEAR}))?(?(paren)\\)?)",
    ),
    ("range", "year", f"(?P<month>{MONTH}) ?(?:and|or|to|through|[-–]) ?(?P<to>{MONTH}),? (?:of )?(?P<year>{_YEAR})"),
    ("month", "month", f"(?:{_PART}[- ])?(?P<month>{MONTH})(?:,| of)? (?P<year>{_YEAR})"),
    ("month", "month", f"(?P<month>{MONTH}) (?:of )?(?P<shift>last|this|next) year"),
    ("month", "month", f"{_SHIFT} (?P<month>{MONTH})"),
    ("month", "month", f"(?:{_PART}[- ])?(?P<month>{MONTH})"),
    ("season", "season", f"(?:the )?(?P<season>{_SEASON})(?: of)? (?P<year>{_YEAR})"),
    ("season", "season", f"{_SHIFT} (?P<season>{_SEASON})"),
    ("weekday", "weekday", f"(?:{_SHIFT} )?(?P<weekday>{WEEKDAY}){_HOURS}"),
    ("ago", "ago", f"(?P<count>(?i:{_NUMBER})) (?P<unit>{_UNITS})s? ago"),
    ("nth_day", "nth_day", "(?<=[Oo]n )the (?P<day>\\d{1,2}(?:st|nd|rd|th))"),
    ("unit", "today", "(?P<night>(?i:overnight))"),
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
_COMPILED = tuple(
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
_WORDS = re.compile(r"[A-Za-z]+|\d{4}")
_CUES = {
    "slashed": re.compile(r"\d[/.]\d"),
    "named": re.compile(_NAMED),
    "nth_day": re.compile(r"on the \d"),
    "later": re.compile(r"the next (?:day|week|month|year)"),
}
_SINCE = re.compile(r"(?i)\bsince (?:the )?$")
# "today" and its like as (unit, shift in days); "last night" is the evening before.
_NOT = re.compile(r"(?i)\b(?:not|never) (?:been )?since (?:the )?$")
_FROM = re.compile(r"(?i)\b(between|from) (?:the )?$")
_ENDS = ("day", "weekday", "month")
_DAY_WORDS = {"yesterday": -1, "tomorrow": 1}
_SHIFTS: dict[str, Shift] = {"last": "last", "past": "last", "previous": "last", "coming": "next", "next": "next"}


def find(text: str, language: str = "en") -> Iterator[Found]:
    """The date expressions of `text` in order, none inside another; bare numbers that may be years are included."""
    yield from _find(text) if language == "en" else calendar(language).find(text)


def _find(text: str) -> Iterator[Found]:
    found: list[Found] = []
    taken = bytearray(len(text))
    hints = {"year" if word.isdigit() else _hint(word) for word in set(_WORDS.findall(text))}
    hints |= {hint for hint, cue in _CUES.items() if cue.search(text)}
    for kind, hint, pattern in _COMPILED:
        if hint not in hints:
            continue
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            expression = _READERS[kind](match)
            if expression is not None:
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                found.append(
                    Found(start=match.start(), end=match.end(), expression=expression, time=_time(text, match))
                )
    for item in _joined(text, sorted(found, key=lambda item: item.start)):
        since = _SINCE.search(text[max(0, item.start - 12) : item.start])
        if (
            since
            and item.expression.kind != "ambiguous"
            and not _NOT.search(text[max(0, item.start - 18) : item.start])
        ):
            yield replace(item, start=item.start - len(since[0]), expression=replace(item.expression, since=True))
        else:
            yield item


def _time(text: str, match: re.Match[str]) -> tuple[str, str]:
    return time_beside(text, match.start(), match.end())


def _joined(text: str, found: list[Found]) -> Iterator[Found]:
    """The expressions, two that are the ends of a stretch ("from 23 May to 2 August 2022") made one."""
    at = 0
    while at < len(found):
        pair = _stretch(text, found[at], found[at + 1]) if at + 1 < len(found) else None
        yield pair or found[at]
        at += 2 if pair else 1


def _stretch(text: str, first: Found, last: Found) -> Found | None:
    before = _FROM.search(text, max(0, first.start - 16), first.start)
    kinds = first.expression.kind, last.expression.kind
    if before is None or kinds[0] != kinds[1] or kinds[0] not in _ENDS or first.expression.since:
        return None
    if not re.fullmatch(
        r" and " if before[1].lower() == "between" else r" (?:to|until|till|through) ", text[first.end : last.start]
    ):
        return None
    start = first.expression
    if start.year is None and last.expression.year is not None:
        start = replace(start, year=last.expression.year)
    return Found(
        start=before.start(), end=last.end, expression=Expression(kind="stretch", ends=(start, last.expression))
    )


@lru_cache(maxsize=65536)
def _hint(word: str) -> str:
    """Which patterns a word may be part of; names of months and weekdays are known by their first three letters."""
    lower = word.lower()
    return _HINTS.get(lower) or (_HINTS.get(lower[:3], "") if word[0].isupper() else "")


@lru_cache(maxsize=65536)
def read(words: str, language: str = "en") -> Expression | None:
    """The expression that exactly these words make, or None: `read(text[f.start:f.end])` gives what `find` found."""
    if language != "en":
        return calendar(language).read(words)
    since = re.match(r"(?i)since (?:the )?", words)
    bare = words[since.end() :] if since else words
    joined = list(_find(words)) if _FROM.match(words[: words.find(" ") + 1]) else []
    if len(joined) == 1 and joined[0].expression.kind == "stretch":
        return joined[0].expression
    # "on the 14th" is found by the word before it.
    if re.fullmatch(r"the \d{1,2}(?:st|nd|rd|th)", words):
        return Expression(kind="day", day=_number(words[4:]))
    for kind, _, pattern in _COMPILED:
        match = pattern.fullmatch(bare)
        expression = _READERS[kind](match) if match else None
        if expression is not None:
            return replace(expression, since=True) if since else expression
    return None


def month_number(word: str) -> int:
    """1 to 12 of a month's name or abbreviation."""
    return MONTH_NUMBERS[word[:3].lower()]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 of a weekday's name or abbreviation."""
    return WEEKDAY_NUMBERS[word[:3].lower()]


def _number(word: str) -> int:
    return int(digits[0]) if (digits := re.match(r"\d+", word)) else NUMBERS[word.lower()]


def _shift(word: str | None) -> Shift:
    """ "the past", "this coming", "this past" look where their last word looks; "this" alone at the time itself."""
    return "" if not word else _SHIFTS.get(word.lower().split()[-1], "this")


def _year(match: re.Match[str]) -> int | None:
    year = match.groupdict().get("year")
    return int(year) if year else None


def _read_day(match: re.Match[str]) -> Expression | None:
    groups = match.groupdict()
    if groups.get("number"):
        number = int(groups["number"])
        return (
            Expression(kind="day", year=_year(match), month=number, day=int(groups["day"]))
            if number in range(1, 13)
            else None
        )
    to, weekday = groups["to"] or groups["to2"], groups["weekday"]
    return Expression(
        kind="day",
        year=_year(match),
        month=month_number(groups["month"] or groups["month2"]),
        day=_number(groups["day"] or groups["day2"]),
        to=_number(to) if to else None,
        weekday=weekday_number(weekday) if weekday else None,
    )


def _read_month(match: re.Match[str]) -> Expression:
    shift = _shift(match.groupdict().get("shift"))
    unit = "year" if shift and match[0].endswith("year") else ""
    return Expression(kind="month", month=month_number(match["month"]), year=_year(match), shift=shift, unit=unit)


def _read_season(match: re.Match[str]) -> Expression:
    shift = _shift(match.groupdict().get("shift"))
    return Expression(kind="season", season=SEASONS[match["season"].lower()], year=_year(match), shift=shift)


def _read_weekday(match: re.Match[str]) -> Expression:
    return Expression(kind="weekday", weekday=weekday_number(match["weekday"]), shift=_shift(match["shift"]))


def _read_ago(match: re.Match[str]) -> Expression:
    ahead = -1 if match["unit"] and not match[0].endswith("ago") else 1
    return Expression(kind="ago", count=ahead * _number(match["count"]), unit=match["unit"])


def _read_unit(match: re.Match[str]) -> Expression:
    groups = match.groupdict()
    if groups.get("off"):
        return Expression(kind="unit", unit="day", count=-2 if groups["off"].endswith("yesterday") else 2, shift="this")
    if groups.get("night"):
        return Expression(kind="unit", unit="overnight", shift="this")
    if groups.get("word"):
        return Expression(kind="unit", unit="day", count=_DAY_WORDS.get(groups["word"].lower(), 0), shift="this")
    if groups["unit"] == "night":
        return Expression(kind="unit", unit="day", count=-1 if _shift(groups["shift"]) == "last" else 0, shift="this")
    return Expression(kind="unit", unit=groups["unit"], shift=_shift(groups.get("shift")))


def _read_edge(match: re.Match[str]) -> Expression:
    year = match["year"] or match["only"]
    return Expression(
        kind="edge",
        edge=1 if match["edge"] == "first" else -1,
        year=int(year) if year else None,
        month=month_number(match["month"]) if match["month"] else None,
    )


def _read_range(match: re.Match[str]) -> Expression | None:
    groups = match.groupdict()
    if groups.get("month"):
        months = month_number(groups["month"]), month_number(groups["to"])
        return (
            Expression(kind="range", year=_year(match), month=months[0], to=months[1])
            if months[0] < months[1]
            else None
        )
    first, last = int(match["year"]), int(match["to"])
    return Expression(kind="range", year=first, to=last) if first < last else None


def _read_anniversary(match: re.Match[str]) -> Expression:
    return Expression(kind="anniversary", count=int(match["count"]), base=match["base"].strip())


def _read_decade(match: re.Match[str]) -> Expression:
    return Expression(kind="decade", year=int(match["decade"]) * 10)


def _read_year(match: re.Match[str]) -> Expression:
    return Expression(kind="year", year=_year(match))


def _ordinal(word: str) -> int:
    return _ORDINALS.get(word) or _number(word)


def _read_slashed(match: re.Match[str]) -> Expression | None:
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if match["sign"] == "/" and one != two and one <= 12 and two <= 12:
        return Expression(kind="ambiguous")
    day, month = (one, two) if two <= 12 else (two, one)
    return Expression(kind="day", year=year, month=month, day=day) if 0 < month <= 12 and 0 < day <= 31 else None


def _read_nth(match: re.Match[str]) -> Expression:
    month = month_number(match["month"]) if match["month"] else None
    shift = _shift(match["shift"]) if match["shift"] else ""
    count, weekday = _ordinal(match["nth"]), weekday_number(match["weekday"])
    return Expression(kind="nth", count=count, weekday=weekday, month=month, year=_year(match), shift=shift)


def _read_week(match: re.Match[str]) -> Expression:
    weekday = weekday_number(match["weekday"] or match["weekday2"] or match["weekday3"])
    shift = match["shift"] or match["shift2"]
    if shift:
        return Expression(kind="weekday", weekday=weekday, shift=_shift(shift), unit="week")
    weeks = (_number(match["count"]) if match["count"] else 1) * (2 if "fortnight" in match[0] else 1)
    return Expression(kind="weekday", weekday=weekday, count=weeks, unit="week")


def _read_part(match: re.Match[str]) -> Expression | None:
    count = _ordinal(match["nth"])
    count = (4 if match["unit"] == "quarter" else 2) if count < 0 else count
    shift = _shift(match["shift"]) if match["shift"] else ""
    return (
        Expression(kind="part", count=count, unit=match["unit"], year=_year(match), shift=shift) if count <= 4 else None
    )


def _read_quarter(match: re.Match[str]) -> Expression:
    return Expression(kind="part", count=int(match["nth"]), unit="quarter", year=_year(match))


def _read_century(match: re.Match[str]) -> Expression | None:
    count = _ordinal(match["nth"])
    return Expression(kind="century", year=100 * (count - 1)) if 2 <= count <= 22 else None


def _read_named(match: re.Match[str]) -> Expression:
    return Expression(kind="named", base=match["name"].replace("'", "’"), year=_year(match))


def _read_later(match: re.Match[str]) -> Expression:
    back = (match["way"] or match["way2"]) in ("earlier", "previous")
    count = _number(match["count"]) if match["count"] else 1
    return Expression(kind="later", count=-count if back else count, unit=match["unit"] or match["unit2"])


def _read_span(match: re.Match[str]) -> Expression | None:
    first, last = _number(match["day"] or match["day2"]), _number(match["to"] or match["to2"])
    month = month_number(match["month"] or match["month2"])
    return Expression(kind="day", year=_year(match), month=month, day=first, to=last) if first < last else None


def _read_nth_day(match: re.Match[str]) -> Expression:
    return Expression(kind="day", day=_number(match["day"]))


_READERS: dict[str, Callable[[re.Match[str]], Expression | None]] = {
    "anniversary": _read_anniversary,
    "edge": _read_edge,
    "range": _read_range,
    "day": _read_day,
    "month": _read_month,
    "season": _read_season,
    "weekday": _read_weekday,
    "ago": _read_ago,
    "unit": _read_unit,
    "decade": _read_decade,
    "slashed": _read_slashed,
    "nth": _read_nth,
    "week": _read_week,
    "part": _read_part,
    "quarter": _read_quarter,
    "century": _read_century,
    "named": _read_named,
    "later": _read_later,
    "span": _read_span,
    "nth_day": _read_nth_day,
    "year": _read_year,
}
