"""Dates of a language other than English, by the patterns of its `dates.tsv`; full dates alone where it has none."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import cast

from msgspec.structs import replace

from generator.language.dates.names import full_names, months, weekdays
from generator.language.dates.parts import Expression, Found, Kind, Shift
from generator.language.lexicon import rows
from generator.language.numbers.numerals import cardinals
from generator.language.patterns import any_of

_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:er)?\.?(?![\d:])"
_YEAR = r"(?:1\d\d\d|20\d\d)"
# What any language writes alike: day, month by its name, year; and figures, the day before the month.
_ANYWHERE = (
    ("pattern", "day", r"(?P<day>{DAY}) (?:de |di )?(?P<month>{MONTH}) (?:de )?(?P<year>{YEAR})"),
    ("pattern", "day", r"(?P<day>{DAY}) (?:de |di )?(?P<month>{MONTH})"),
    ("pattern", "day", r"(?P<day>{DAY})[/.] ?(?P<number>[01]?\d)[/.] ?(?P<year>{YEAR})"),
    ("pattern", "day", r"(?P<year>{YEAR})-(?P<number>[01]\d)-(?P<day>[0-3]\d)"),
)
_SPACE = re.compile(r"\s")


class Calendar:
    """How one language says dates."""

    def __init__(self, language: str) -> None:
        has_table = (files("generator.language") / language / "dates.tsv").is_file()
        self._rows = rows("dates", language=language) if has_table else _ANYWHERE
        self._sorts: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        for row in self._rows:
            self._sorts[row[0]][row[1]] = row[2:]
        self._months, self._weekdays = months(language), weekdays(language)
        self._numbers = {word: n for word, n in cardinals(language).items() if n <= 100} if has_table else {}
        self._patterns = [
            (kind, re.compile(rf"(?<![\w’'.\-/]){self._filled(pattern)}(?![\w%]|[.,]\d)", re.IGNORECASE))
            for kind, pattern in (row[1:3] for row in self._rows if row[0] == "pattern")
        ]
        self._since = [re.compile(rf"{row[1]}$", re.IGNORECASE) for row in self._rows if row[0] == "since"]
        self._hours = [re.compile(row[1]) for row in self._rows if row[0] == "hour"]

    def _filled(self, pattern: str) -> str:
        parts = {
            "MONTH": _any([*_whole(self._months), *(f"{name}." for name in self._months)]),
            "WEEKDAY": _any(_whole(self._weekdays)),
            "DAY": _DAY,
            "YEAR": _YEAR,
            "NUMBER": rf"(?:\d{{1,3}}|{_any(self._numbers)})",
            **{
                sort.upper(): _any(self._sorts[sort])
                for sort in ("unit", "shift", "season", "ordinal", "word", "named")
            },
        }
        for name, form in parts.items():
            pattern = pattern.replace(f"{{{name}}}", form)
        return pattern.replace(" ", r"\s")

    def find(self, text: str) -> Iterator[Found]:
        """The date expressions of a text in order, none inside another."""
        found: list[Found] = []
        taken = bytearray(len(text))
        for kind, pattern in self._patterns:
            for match in pattern.finditer(text):
                expression = None if any(taken[match.start() : match.end()]) else self._read(kind, match)
                if expression is not None:
                    taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                    found.append(self._placed(text, match, expression))
        yield from sorted(found, key=lambda item: item.start)

    def _placed(self, text: str, match: re.Match[str], expression: Expression) -> Found:
        start = match.start()
        since = next((s for pattern in self._since if (s := pattern.search(text, 0, start))), None)
        if since:
            start, expression = since.start(), replace(expression, since=True)
        hour = next((h for pattern in self._hours if (h := pattern.match(text[match.end() : match.end() + 40]))), None)
        time = f"{int(hour['hour']):02}:{hour['minute'] or '00'}:00" if hour and int(hour["hour"]) < 24 else ""
        return Found(start=start, end=match.end(), expression=expression, time=(time, ""))

    def read(self, words: str) -> Expression | None:
        """The expression that exactly these words make, or None."""
        return next((f.expression for f in self.find(words) if (f.start, f.end) == (0, len(words))), None)

    def _read(self, kind: str, match: re.Match[str]) -> Expression | None:
        groups = {name: _plain(value) for name, value in match.groupdict().items() if value}
        if kind == "stretch":
            ends = self.read(_with_month(groups["from"], groups["until"])), self.read(groups["until"])
            return Expression(kind="stretch", ends=(ends[0], ends[1])) if ends[0] and ends[1] else None
        if groups.get("word"):
            unit, count = self._value("word", groups["word"])
            return Expression(kind="unit", unit=unit, count=int(count), shift="this")
        if groups.get("name"):
            return Expression(kind="named", base=self._value("named", groups["name"])[0], year=_number(groups, "year"))
        month = self._months[groups["month"].rstrip(".")] if groups.get("month") else _number(groups, "number")
        if month is not None and not 1 <= month <= 12:
            return None
        weekday = groups.get("weekday")
        return Expression(
            kind=_KINDS.get(kind) or cast("Kind", kind),
            year=int(groups["decade"]) * 10 if groups.get("decade") else _number(groups, "year"),
            month=month,
            day=_number(groups, "day"),
            to=_number(groups, "to"),
            weekday=self._weekdays[weekday] if weekday else None,
            season=int(self._value("season", groups["season"])[0]) if groups.get("season") else None,
            shift=self._shift(groups),
            count=self._count(kind, groups),
            unit=self._value("unit", groups["unit"])[0] if groups.get("unit") else "",
            edge=int(self._value("edge", groups["edge"])[0]) if groups.get("edge") else 0,
        )

    def _value(self, sort: str, word: str) -> tuple[str, ...]:
        return next(value for name, value in self._sorts[sort].items() if _plain(name) == word)

    def _shift(self, groups: dict[str, str]) -> Shift:
        return cast("Shift", self._value("shift", groups["shift"])[0]) if groups.get("shift") else ""

    def _count(self, kind: str, groups: dict[str, str]) -> int:
        if groups.get("nth"):
            return int(self._value("ordinal", groups["nth"])[0])
        if not groups.get("count"):
            return 0
        word = groups["count"]
        count = int(word) if word.isdigit() else self._numbers[word]
        back = kind == "ahead" or groups.get("way", "") in {_plain(name) for name in self._sorts["before"]}
        return -count if back else count


_KINDS: dict[str, Kind] = {"slashed": "day", "ahead": "ago"}


def _whole(names: dict[str, int]) -> list[str]:
    """The full names; a short one tells only with its dot."""
    return [name.lower() for name in full_names(names)]


def _any(names: Iterable[str]) -> str:
    forms = any_of(names, space=" ").replace("’", "[’']")
    return f"(?:{forms})"


def _plain(words: str) -> str:
    return _SPACE.sub(" ", words).replace("'", "’").lower()


def _number(groups: dict[str, str], name: str) -> int | None:
    digits = re.match(r"\d+", groups.get(name, ""))
    return int(digits[0]) if digits else None


def _with_month(first: str, last: str) -> str:
    """ "3" of "du 3 au 5 mai 2024" with the month and year of what it runs to."""
    day, *rest = first.split(" ")
    return " ".join([day, *(rest or last.split(" ")[1:])])


@cache
def calendar(language: str) -> Calendar:
    """How the language says dates."""
    return Calendar(language)
