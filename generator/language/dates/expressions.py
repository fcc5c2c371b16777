"""The grammar of English date expressions: where they stand in a text, and what each one says."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from generator.language.dates.clock import time_beside
from generator.language.dates.parts import Expression, Found
from generator.language.dates.patterns import CUES, HINTING, PATTERNS, hint_of
from generator.language.dates.readers import expression_of, number_of
from generator.language.dates.tables import calendar

_SINCE = re.compile(r"(?i)\bsince (?:the )?$")
# "today" and its like as (unit, shift in days); "last night" is the evening before.
_NOT = re.compile(r"(?i)\b(?:not|never) (?:been )?since (?:the )?$")
_FROM = re.compile(r"(?i)\b(between|from) (?:the )?$")
_MAY_BE_JOINED = re.compile(r"(?i)(?:between|from|the week|the weekend) |.* through |.*[-–]")
_WEEK = re.compile(r"(?i)\bthe (week|weekend) (beginning|starting|commencing|ending|of|to) (?:on )?$")
_ENDS = ("day", "weekday", "month")


def find(text: str, language: str = "en") -> Iterator[Found]:
    """The date expressions of `text` in order, none inside another; bare numbers that may be years are included."""
    yield from _find(text) if language == "en" else calendar(language).find(text)


def _find(text: str) -> Iterator[Found]:
    found: list[Found] = []
    taken = bytearray(len(text))
    hints = {"year" if word.isdigit() else hint_of(word) for word in set(HINTING.findall(text))}
    hints |= {hint for hint, cue in CUES.items() if cue.search(text)}
    for kind, hint, pattern in PATTERNS:
        if hint not in hints:
            continue
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            expression = expression_of(kind, match)
            if expression is not None:
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                start, end = match.span()
                found.append(Found(start=start, end=end, expression=expression, time=time_beside(text, start, end)))
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


def _joined(text: str, found: list[Found]) -> Iterator[Found]:
    """The expressions, two that are the ends of a stretch ("from 23 May to 2 August 2022") made one."""
    at = 0
    while at < len(found):
        if week := _week_of(text, found[at]):
            yield week
            at += 1
            continue
        pair = _stretch(text, found[at], found[at + 1]) if at + 1 < len(found) else None
        yield pair or found[at]
        at += 2 if pair else 1


def _week_of(text: str, found: Found) -> Found | None:
    """The week or weekend that a day begins or ends: "the week ending 9 June", "the weekend of 8 June"."""
    before = _WEEK.search(text, max(0, found.start - 28), found.start)
    if before is None or found.expression.kind != "day" or found.expression.since:
        return None
    edge = -1 if before[2] in ("ending", "to") else 1
    week = Expression(kind="week", edge=edge, unit=before[1].lower(), ends=(found.expression,))
    return Found(start=before.start(), end=found.end, expression=week)


def _stretch(text: str, first: Found, last: Found) -> Found | None:
    before = _FROM.search(text, max(0, first.start - 16), first.start)
    kinds = first.expression.kind, last.expression.kind
    if kinds[0] != kinds[1] or kinds[0] not in _ENDS or first.expression.since:
        return None
    between = text[first.end : last.start]
    if before is None:
        # "Monday through Wednesday" needs no word before it.
        if not re.fullmatch(r" through ", between):
            return None
    elif not re.fullmatch(r" and " if before[1].lower() == "between" else r" (?:to|until|till|through) ", between):
        return None
    start = first.expression
    if start.year is None and last.expression.year is not None:
        start = replace(start, year=last.expression.year)
    return Found(
        start=before.start() if before else first.start,
        end=last.end,
        expression=Expression(kind="stretch", ends=(start, last.expression)),
    )


@lru_cache(maxsize=65536)
def read(words: str, language: str = "en") -> Expression | None:
    """The expression that exactly these words make, or None: `read(text[f.start:f.end])` gives what `find` found."""
    if language != "en":
        return calendar(language).read(words)
    since = re.match(r"(?i)since (?:the )?", words)
    bare = words[since.end() :] if since else words
    joined = list(_find(words)) if _MAY_BE_JOINED.match(words) else []
    if len(joined) == 1 and joined[0].expression.ends:
        return joined[0].expression
    # "on the 14th" is found by the word before it.
    if re.fullmatch(r"the \d{1,2}(?:st|nd|rd|th)", words):
        return Expression(kind="day", day=number_of(words[4:]))
    for kind, _, pattern in PATTERNS:
        match = pattern.fullmatch(bare)
        expression = expression_of(kind, match) if match else None
        if expression is not None:
            return replace(expression, since=True) if since else expression
    return None
