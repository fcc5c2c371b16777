"""Numerals in a sentence: the printed numbers of its text that count something, over its tokens."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.language.dates import find as find_dates
from generator.language.lexicon import word_class
from generator.language.numbers import find
from generator.language.numbers.numerals import CARDINALS, MONEY, SUFFIXES
from generator.language.numbers.printed import Printed
from generator.model.analysis import Token
from generator.model.quantities import Bound

CURRENCY_WORDS = MONEY
_AMOUNTS = frozenset({"", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "DATE", "TIME"})
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
# Kinds of date expressions whose numbers count nothing; a lapse of time ("two weeks ago") counts its unit.
_LAPSES = frozenset({"year", "ago", "later", "unit"})
_CHANGES = word_class("changed")
_PLURAL = frozenset({"NNS", "NNPS"})


class Numeral(NamedTuple):
    """Tokens `first` to `last` (exclusive) that say a number, its value between `low` and `high`.

    `unit` is "percent", "ratio" or the name of a measure told with the number ("40 km"), else "". `start` and `end`
    are body offsets of its words, which may begin or end within a token ("40km-wide").
    """

    first: int
    last: int
    low: float
    high: float
    number: float
    bound: Bound
    currency: str = ""
    percent: bool = False
    versus: float | None = None
    unit: str = ""
    start: int = 0
    end: int = 0


def numerals(text: str, shift: int, tokens: Sequence[Token], language: str = "en") -> list[Numeral]:
    """All numerals of one sentence, in order; years, days of the month, clock times and names are none.

    `text` is the sentence, `shift` where it begins in the body.
    """
    dates = [found for found in find_dates(text, language) if found.expression.kind not in _LAPSES]
    found: list[Numeral] = []
    for printed in find(text, language):
        if any(date.start < printed.end and printed.start < date.end for date in dates) and printed.bare:
            continue
        first = next((n for n, token in enumerate(tokens) if token.end > shift + printed.start), -1)
        last = next((n for n, token in enumerate(tokens) if token.start >= shift + printed.end), len(tokens))
        if first < 0 or not _counts(tokens, first, last, printed):
            continue
        if printed.bare and tokens[first].start < shift + printed.start and tokens[first].text[0].isupper():
            # "Six AK-47 rifles" are not 47.
            continue
        if _is_preposition(tokens, first, last, printed):
            first += 1
            plain = printed._replace(low=printed.number, high=printed.number, bound="exact")
            read = plain._replace(start=tokens[first].start - shift)
        else:
            read = printed
        found.append(_numeral(_settled(read, tokens, last), first, last, shift))
    return found


def _numeral(printed: Printed, first: int, last: int, shift: int) -> Numeral:
    unit = printed.unit
    return Numeral(
        first=first,
        last=last,
        low=printed.low,
        high=printed.high,
        number=printed.number,
        bound=printed.bound,
        currency=printed.currency,
        percent=unit == "percent",
        versus=printed.versus,
        unit="" if unit == "percent" else unit,
        start=shift + printed.start,
        end=shift + printed.end,
    )


def _is_preposition(tokens: Sequence[Token], first: int, last: int, printed: Printed) -> bool:
    """Whether "about" or "over" governs the noun or goes with the verb ("talk about two men", "hand over 9 keys")."""
    if (
        printed.bound in {"exact", "between", "vague"}
        or last - first < 2
        or tokens[first].pos not in {"ADP", "ADV", "SCONJ"}
    ):
        return False
    word = tokens[first + 1].word
    if tokens[first].word == "up" and first and tokens[first - 1].word in _CHANGES:
        # "Has gone up to £10" tells where it went.
        return True
    small = word in CARDINALS and last == first + 2
    return tokens[first].dep == "prt" or (small and tokens[first].dep == "prep")


def _settled(printed: Printed, tokens: Sequence[Token], last: int) -> Printed:
    """A glued "m" is a million of what follows in the plural, else metres."""
    if not printed.letter:
        return printed
    after = tokens[last : last + 4]
    plural = next((t.tag in _PLURAL or t.lemma == "people" for t in after if t.pos in {"NOUN", "PROPN"}), False)
    plural = plural and not any(t.pos in {"VERB", "AUX", "ADP", "PUNCT"} for t in after[:1])
    whole = (bool(after) and after[0].word == "of") or printed.letter in {"b", "B", "M"}
    if plural or whole:
        size = SUFFIXES[printed.letter]
        return printed._replace(number=printed.number * size, low=printed.low * size, high=printed.high * size)
    return printed._replace(unit="metre")


def _counts(tokens: Sequence[Token], first: int, last: int, printed: Printed) -> bool:
    """Whether a bare number counts something, rather than naming a year, a law, a street's house or a thing."""
    token = tokens[first]
    if not printed.bare:
        return True
    if not token.text[:1].isdigit():
        return _is_counting_word(tokens, first, last)
    following = tokens[last] if last < len(tokens) else None
    before = tokens[first - 1] if first else None
    counted = _counted_plural(tokens, first, last)
    if _YEAR.fullmatch(token.text):
        # "The 2029 champions" are those of a year.
        if before is not None and before.lemma == "the":
            return False
        return counted and (before is None or before.lemma not in word_class("counts") or token.entity != "DATE")
    if counted:
        return True
    named = before is not None and before.pos == "PROPN" and before.end + 1 >= token.start
    return not named and (token.entity in _AMOUNTS or (following is not None and following.pos == "NOUN"))


def _counted_plural(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the number stands before a noun in the plural that it may count: "2010 students", "1999 wet days"."""
    for token in tokens[last : last + 4]:
        if token.tag in _PLURAL or token.lemma == "people":
            return True
        if token.pos not in {"ADJ", "NOUN", "ADV", "VERB"} or token.tag in {"VBD", "VBZ"}:
            return False
    return False


def _is_counting_word(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a number word counts: not the pronoun "one", nor a part of a name ("Group of Seven")."""
    token = tokens[first]
    if token.word in {"both", "no"}:
        return token.dep in {"det", "predet"} and _counted_plural(tokens, first, last)
    if token.word == "one" and last == first + 1:
        return token.dep == "nummod"
    if token.word in CARDINALS and token.text[0].isupper() and first:
        named = last < len(tokens) and tokens[last].text[:1].isupper()
        if token.entity not in _AMOUNTS or named:
            return last < len(tokens) and tokens[last].pos == "NOUN" and not named
    return token.entity in _AMOUNTS or (last < len(tokens) and tokens[last].pos in {"NOUN", "ADJ", "ADP"})
