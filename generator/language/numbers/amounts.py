"""A number in figures or words with what stands around it: currency, sign, range, unit, bound."""

import re
from collections.abc import Sequence

from generator.language.numbers.bounds import bounded
from generator.language.numbers.listed import meaning
from generator.language.numbers.numerals import CARDINALS, CURRENCIES, MAGNITUDES
from generator.language.numbers.printed import Printed
from generator.language.numbers.ranges import SIDES, in_millions, read_range
from generator.language.numbers.units import CURRENCY, with_unit
from generator.language.numbers.words import Lexeme, Value, lower_at, read_value

_RATIO_WORD = re.compile(r"\b(?:ratio|odds|majority of)\b", re.IGNORECASE)


def read_amount(text: str, words: Sequence[Lexeme], at: int) -> Printed | None:
    """A number with what stands around it: currency, sign, range, unit."""
    value = read_value(words, at)
    if value is None:
        if words[at].lower == "dozen" or (words[at].lower == "hundred" and lower_at(words, at + 1) != "s"):
            value = Value(float(MAGNITUDES[words[at].lower]), at + 1)
        elif words[at].lower in {"a", "an"} and lower_at(words, at + 1) == "dozen":
            value = Value(12, at + 2)
        else:
            return None
    return completed(text, words, words[at].start, value)


def completed(text: str, words: Sequence[Lexeme], start: int, value: Value) -> Printed | None:
    """A number that stands at `start` with its sign, currency, second number, unit and bound."""
    first = start
    start, negative = _sign(text, start)
    money = CURRENCY.search(text, 0, start)
    currency = meaning(CURRENCIES, money[1] or money[2]) if money else ""
    if money:
        start = money.start()
        if not negative:
            start, negative = _sign(text, start)
    if currency and value.letter:
        value = in_millions(value)
    low = high = -value.number if negative else value.number
    low, high, last, versus, letter = read_range(text, words, value, low, currency)
    end = words[last - 1].end
    if versus is None and (sides := SIDES.match(text, end)) and not currency:
        return Printed(start, sides.end(), low, low, low, versus=_side(sides[1]))
    bare = last == value.last and start == first and value.scale == 1
    found = Printed(
        start, end, low, high, low if versus is not None else (low + high) / 2, currency=currency, versus=versus
    )
    if versus is not None:
        ratio = text[words[value.last].start] == ":" or bool(_RATIO_WORD.search(text, max(0, start - 15), start))
        return found._replace(unit="ratio" if ratio else "")
    found = with_unit(text, words, last, found._replace(letter=letter))
    bare = bare and found.end == end and not currency and not letter
    return bounded(text, found._replace(bare=bare))


def _side(words: str) -> float:
    return float(CARDINALS[words]) if words in CARDINALS else float(words.replace(",", ""))


def _sign(text: str, start: int) -> tuple[int, bool]:
    minus = re.compile(r"(?:(?<![\w%)\]])[-−–]|\b[Mm]inus )$").search(text, max(0, start - 8), start)
    if minus is None or (minus[0] in "–" and text[max(0, start - 2) : start - 1].isdigit()):
        return start, False
    return minus.start(), True
