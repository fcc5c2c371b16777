"""A number in figures or words with what stands around it: currency, sign, range, unit, bound."""

import re
from collections.abc import Sequence

from generator.language.lexicon import word_class
from generator.language.numbers.numerals import (
    CARDINALS,
    COMPOUNDS,
    CURRENCIES,
    MAGNITUDES,
    MEASURES,
    MONEY,
    PERCENT,
    UNITS,
)
from generator.language.numbers.printed import Printed, bounded
from generator.language.numbers.ranges import SIDES, in_millions, read_range
from generator.language.numbers.words import Lexeme, Value, lower_at, read_value
from generator.language.patterns import any_form, meaning

CURRENCY = re.compile(
    rf"(?<![\w$])(?:({any_form(form for form in CURRENCIES if form[0].isalpha() and form[-1].isalpha())})\s?"
    rf"|({any_form(form for form in CURRENCIES if not (form[0].isalpha() and form[-1].isalpha()))})\s?)$"
)
_MONEY = re.compile(
    rf"[\s-]({any_form(MONEY)}|{any_form(f for f in CURRENCIES if f.isalpha())}|[€₽])(?!\w)|\s?([€])(?!\w)"
)
_COINED = CURRENCIES | MONEY
_PERCENT = re.compile(rf"[\s-]?({any_form(PERCENT)})(?!\w)", re.IGNORECASE)
_MEASURE = re.compile(rf"[\s-]?({any_form(MEASURES)})(?![\w²³’'])")
_UNIT_WORD = re.compile(rf"[\s-]({any_form(UNITS)})(?:s|es)?(?!\w)")
# What leads from feet to inches.
_LESSER = re.compile(
    rf"(?: and)? ?(\d{{1,9}}(?:\.\d{{1,9}})?|{'|'.join(CARDINALS)})"
    rf"[\s-]?({any_form(MEASURES)}|{any_form(UNITS)})(?:es|s)?(?!\w)"
)


def with_unit(text: str, words: Sequence[Lexeme], last: int, found: Printed) -> Printed:
    """The number with the percent sign, the currency word or the short measure after it."""
    if found.letter:
        return found
    if not found.currency and (percent := _PERCENT.match(text, found.end)):
        return found._replace(end=percent.end(), unit=meaning(PERCENT, percent[1]))
    if not found.currency and (money := _MONEY.match(text, found.end)):
        return found._replace(end=money.end(), currency=meaning(_COINED, money[1] or money[2]))
    measure = None if found.currency else _MEASURE.match(text, found.end)
    if measure and _is_measure(text, measure):
        return _compound(text, words, found._replace(end=measure.end(), unit=meaning(MEASURES, measure[1])))
    word = None if found.currency else _UNIT_WORD.match(text, found.end)
    return (
        _compound(text, words, found._replace(unit=meaning(UNITS, word[1]), end=word.end()), plain=found)
        if word
        else found
    )


def _is_measure(text: str, measure: re.Match[str]) -> bool:
    """Whether a short unit is one: glued or no word of its own ("in", "a 5 V battery")."""
    glued = not measure[0][0].isspace()
    form = measure[1]
    return glued or form not in word_class("short_words")


def _compound(text: str, words: Sequence[Lexeme], found: Printed, plain: Printed | None = None) -> Printed:
    """ "6ft 2in", "5 feet 8 inches" in the smaller unit; else `plain`, whose unit is left to the sentence."""
    least = _LESSER.match(text, found.end)
    unit = (MEASURES.get(least[2]) or UNITS.get(least[2], "")) if least else ""
    if least and found.low == found.high and (found.unit, unit) in COMPOUNDS:
        small = float(CARDINALS.get(least[1], 0) or least[1])
        number = found.low * COMPOUNDS[found.unit, unit] + small
        return found._replace(low=number, high=number, number=number, unit=unit, end=least.end())
    return plain or found


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
