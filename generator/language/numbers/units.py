"""The percent sign, currency or short measure beside a number, and two measures that make one amount."""

import re
from collections.abc import Sequence

from generator.language.lexicon import word_class
from generator.language.numbers.listed import any_form, meaning
from generator.language.numbers.numerals import CARDINALS, COMPOUNDS, CURRENCIES, MEASURES, MONEY, PERCENT, UNITS
from generator.language.numbers.printed import Printed
from generator.language.numbers.words import Lexeme

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
