"""Two numbers that belong together: the ends of a range, or the sides of a score or vote."""

import re
from collections.abc import Sequence

from generator.language.lexicon import word_class
from generator.language.numbers.numerals import CARDINALS, CURRENCIES, MEASURES, SUFFIXES
from generator.language.numbers.words import Lexeme, Value, read_value
from generator.language.patterns import any_form

DASHES = "-–—‑"
_GAMES = word_class("played")
_TALLIED = word_class("tallied")
_CHANGES = word_class("changed")
# What leads from the first number of a range to the second.
_JOINT = re.compile(rf"(\s?[{DASHES}:]\s?|\s(?:to|or|and)\s)(?:{any_form(CURRENCIES)})?\s?")
_MEASURED_JOINT = re.compile(rf"(?:%|{any_form(MEASURES)})(\s?[{DASHES}]\s?|\s(?:to|or|and)\s)")
_PLAYED = re.compile(rf"\b(?:{'|'.join(sorted(_GAMES))})\b", re.IGNORECASE)
# "312 votes to 287": the two sides of what is counted in votes, goals, points.
SIDES = re.compile(
    rf" (?:{'|'.join(sorted(_TALLIED))}) to (\d{{1,3}}(?:,\d{{3}})*|{'|'.join(CARDINALS)})(?![\w,.]*\d)\b"
)
# "Rose from 10 to 12" tells two numbers and no range.
_CHANGED = re.compile(rf"(?i)\b(?:{'|'.join(sorted(_CHANGES))})\b[^.;]{{0,40}} from[\s$£€]+$")


def in_millions(value: Value) -> Value:
    """The number with its glued letter counted in: "1.2m" before or after a currency."""
    size = SUFFIXES[value.letter]
    return value._replace(number=value.number * size, scale=size, letter="")


def read_range(  # noqa: C901 - one branch a way to print a range
    text: str, words: Sequence[Lexeme], value: Value, low: float, currency: str
) -> tuple[float, float, int, float | None, str]:
    """Low and high of "two to three", "$2-3 billion", "16 or 17"; or the two sides of a tally, "52-48"."""
    alone = low, low, value.last, None, value.letter
    start = words[value.last - 1].end
    first = words[value.last - 1].start
    joint = None if _CHANGED.search(text, max(0, first - 64), first) else _JOINT.match(text, start)
    # A measure may stand twice: "2m to 3m", "£3m-£4m", "10%-15%".
    if joint is None:
        joint = _MEASURED_JOINT.match(text, start)
        if joint is None:
            return alone
    index = next((n for n in range(value.last, min(value.last + 6, len(words))) if words[n].start == joint.end()), -1)
    other = read_value(words, index) if index >= 0 else None
    if other is None or (other.letter and currency and not (other := in_millions(other))):
        return alone
    sign, high = joint[1].strip(), other.number
    between = bool(re.search(r"(?:[Bb]etween|[Ff]rom)(?: about| around)?[\s$£€]+$", text[:first]))
    if sign == "and" and not re.search(r"[Bb]etween [^.;]{0,12}$", text[: first + 1]):
        return alone
    if sign == ":":
        # "3:1"; hours are closed before.
        return (low, low, other.last, high, "") if words[value.last].glued and words[index].glued else alone
    if _is_tally(text, words, value, other, sign, between=between):
        return low, low, other.last, high, ""
    if low < high and low * other.scale <= high and low < other.scale and value.scale == 1:
        low *= other.scale
    elif value.in_figures and other.in_figures and low < 100 and high >= 1000 and sign in DASHES and currency:
        low *= 1000
    elif value.letter and not other.letter:
        return alone
    after = words[other.last] if other.last < len(words) else None
    if sign == "or" and after is not None and after.text in DASHES and after.glued:
        return alone
    if sign not in DASHES and sign not in {"and", "to"} and high - low > 10 * max(low, 1):
        return alone
    return (low, high, other.last, None, other.letter) if low < high else alone


def _is_tally(text: str, words: Sequence[Lexeme], value: Value, other: Value, sign: str, *, between: bool) -> bool:
    """Whether two numbers are the sides of a score or vote: the first the larger, or words of a game around it."""
    if other.number != int(other.number) or sign in {"or", "and"} or between or value.letter or other.scale != 1:
        return False
    if value.scale == 1 and value.number >= other.number:
        return True
    around = text[max(0, words[value.last - 1].start - 20) : words[value.last - 1].start]
    after = " ".join(w.lower for w in words[other.last : other.last + 2])
    return sign in DASHES and bool(_PLAYED.search(after) or _PLAYED.search(around))
