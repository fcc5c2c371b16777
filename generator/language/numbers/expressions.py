"""English numbers as they are printed, found in a text; what a number counts is not their matter."""

import re
from collections.abc import Iterator, Sequence

from generator.language.lexicon import word_class
from generator.language.numbers.amounts import read_amount
from generator.language.numbers.closed import closed_places
from generator.language.numbers.numerals import CARDINALS, FIGURES, MAGNITUDES, NONE, TIMES, VAGUE
from generator.language.numbers.printed import SLACK, Printed
from generator.language.numbers.shares import read_share
from generator.language.numbers.tables import numbers
from generator.language.numbers.words import Lexeme, lexemes, lower_at, read_value
from generator.model.quantities import Bound

_MULTIPLE = re.compile(rf" times(?= (?:{'|'.join(sorted(word_class('after_times')))})\b)|-?fold\b")
_NOT_ONE = re.compile(r"(?i)not (?:a single|one)\b")
_SINGLE = re.compile(r"(?i)a single\b")


def find(text: str, language: str = "en") -> Iterator[Printed]:
    """The numbers of a text in order, none inside another; years, pronouns and names with bare numbers are included."""
    yield from _find(text) if language == "en" else numbers(language).find(text)


def _find(text: str) -> Iterator[Printed]:
    words = lexemes(text)
    closed = closed_places(text)
    at, end = 0, 0
    while at < len(words):
        found = None if words[at].start < end or closed[words[at].start] else _number(text, words, at)
        if found is None or found.end <= end:
            at += 1
            continue
        yield found
        end = found.end
        while at < len(words) and words[at].start < end:
            at += 1


def _number(text: str, words: Sequence[Lexeme], at: int) -> Printed | None:
    for reader in (_named, _figures, _vague, _times, read_share, read_amount):
        found = reader(text, words, at)
        if found is not None:
            return found
    return None


def _named(text: str, words: Sequence[Lexeme], at: int) -> Printed | None:
    """ "no one", "nobody", "none", "both pilots", "no arrests"."""
    word = words[at]
    if word.lower == "both":
        return Printed(word.start, word.end, 2.0, 2.0, 2.0, bare=True)
    if word.lower in NONE:
        return Printed(word.start, word.end, 0, 0, 0)
    if word.lower == "not" and (not_one := _NOT_ONE.match(text, word.start)):
        return Printed(word.start, not_one.end(), 0, 0, 0)
    if word.lower == "a" and (single := _SINGLE.match(text, word.start)):
        return Printed(word.start, single.end(), 1.0, 1.0, 1.0)
    if word.lower == "no" and (both := re.match(r"no[ -]one\b", text[word.start :], re.IGNORECASE)):
        return Printed(word.start, word.start + both.end(), 0, 0, 0)
    return Printed(word.start, word.end, 0.0, 0.0, 0.0, bare=True) if word.lower == "no" else None


def _figures(text: str, words: Sequence[Lexeme], at: int) -> Printed | None:
    """ "double figures", "a seven-figure sum"."""
    least = float(FIGURES.get(words[at].lower, 0))
    match = re.match(r"\w+[ -](?:figure|digit)s?\b", text[words[at].start :]) if least else None
    if match is None:
        return None
    high = least * 10 - 1
    return Printed(words[at].start, words[at].start + match.end(), least, high, least, "vague")


def _vague(text: str, words: Sequence[Lexeme], at: int) -> Printed | None:
    """ "dozens", "hundreds of thousands", "a handful", "several dozen", "a couple of hundred"."""
    start, word = at, words[at].lower
    if word in {"a", "an", "the"} and lower_at(words, at + 1) in VAGUE and lower_at(words, at + 1) != "several":
        at, word = at + 1, lower_at(words, at + 1)
    if word not in VAGUE:
        return None
    single = not word.endswith("s") or word == "several"
    if single and word != "several" and (at == start or words[start].lower == "the") and word != "few":
        return None
    number, low, high = VAGUE[word]
    bound: Bound = "vague"
    last = at + 1
    of = lower_at(words, last) == "of"
    further = lower_at(words, last + of)
    if single and further in MAGNITUDES:
        size = MAGNITUDES[further]
        number, low, high = (min(number, 2) if word in {"several", "few"} else number) * size, low * size, high * size
        last += 1 + of
        if word == "couple":
            low, high, bound = number * (1 - SLACK), number * (1 + SLACK), "about"
        else:
            low = number
    elif word == "few" and (at == start or words[start].lower == "the"):
        return None
    elif of and further in VAGUE and further.endswith("s") and further != "several":
        size = MAGNITUDES.get(further.removesuffix("s"), 1)
        number = {"tens": 20.0, "hundreds": 200.0}.get(word, number) * size
        low, high = low * size, high * size
        last += 2
    if low == high:
        bound = "exact"
    return Printed(words[start].start, words[last - 1].end, low, high, number, bound)


def _times(text: str, words: Sequence[Lexeme], at: int) -> Printed | None:
    """ "twice as many", "tenfold", "double the number", "three times as high"."""
    word = words[at].lower
    after = lower_at(words, at + 1)
    if word == "half" and after == "as":
        return Printed(words[at].start, words[at + 1].end, 0.5, 0.5, 0.5, unit="ratio")
    if (value := read_value(words, at)) and (multiple := _MULTIPLE.match(text, words[value.last - 1].end)):
        return Printed(words[at].start, multiple.end(), value.number, value.number, value.number, unit="ratio")
    if word in TIMES and after in word_class("after_times"):
        number = float(TIMES[word])
        return Printed(words[at].start, words[at].end, number, number, number, unit="ratio")
    if word.endswith("fold") and (many := word.removesuffix("fold")) in CARDINALS:
        number = float(CARDINALS[many])
        return Printed(words[at].start, words[at].end, number, number, number, unit="ratio")
    return None
