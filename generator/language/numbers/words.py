"""Numbers as they are printed, read from the text alone: where each stands, and the value its words or figures have.

The lowest layer of the grammar: one number without what stands around it (see `amounts`).
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from generator.language.numbers.numerals import CARDINALS, FRACTIONS, MAGNITUDES, MARKS, SUFFIXES

_MARKS = "".join(MARKS)
_THIN = "\u00a0\u202f\u2009"
# Figures in groups of three (with commas, or with spaces that break no line), in Indian groups, or plain. A space that
# breaks lines may stand between two numbers ("on May 12 300 people"), so it groups round figures and millions alone.
_FIGURE = (
    r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
    rf"|[1-9]\d{{0,2}}(?:(?:[{_THIN}]\d{{3}})+|(?: \d{{3}}){{1,3}} \d{{3}}|(?: 000)+)(?!\d)"
    r"|\d{1,3} [1357]/[248](?![\d/])|\d+"
)
_LEXEME = re.compile(
    rf"(?P<figure>(?<![\w.,])(?:(?:{_FIGURE})(?:\.\d+)?[{_MARKS}]?|[{_MARKS}])|(?<=[$£€¥₹])(?:{_FIGURE})(?:\.\d+)?"
    rf"|(?<=\d)[{_MARKS}])"
    r"|(?P<word>[^\W\d_]+(?:[’'][^\W\d_]+)*[²³]?)|(?P<sign>\S)"
)
_NUMBER = re.compile(rf"([\d, {_THIN}]*)(\.\d+)?([{_MARKS}]?)")


class Lexeme(NamedTuple):
    """A word, figure or sign with its place; `lower` is its text in small letters, `glued` that no space precedes."""

    text: str
    lower: str
    start: int
    end: int
    is_figure: bool
    glued: bool


class Value(NamedTuple):
    """A number in lexemes up to `last` (exclusive); `scale` is what its magnitude words multiply by.

    `letter` is a single glued letter that may stand for a magnitude or a unit ("1.2m"), not yet counted in.
    """

    number: float
    last: int
    scale: float = 1
    letter: str = ""
    in_figures: bool = False


def lexemes(text: str) -> list[Lexeme]:
    """The words, figures and signs of a text."""
    found: list[Lexeme] = []
    end = -1
    for match in _LEXEME.finditer(text):
        found.append(
            Lexeme(
                match[0],
                match[0].lower(),
                match.start(),
                match.end(),
                match["figure"] is not None,
                match.start() == end,
            )
        )
        end = match.end()
    return found


def lower_at(words: Sequence[Lexeme], at: int) -> str:
    """The lexeme at a place in small letters, "" beyond the ends."""
    return words[at].lower if 0 <= at < len(words) else ""


def figure(text: str) -> float:
    """The number of figures: "1,250", "816 000", "1½", "5 1/2"."""
    if "/" in text:
        whole, part = text.split(" ")
        return float(whole) + float(Fraction(part))
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise ValueError(text)
    whole = re.sub(r"\D", "", match[1]) or "0"
    return float(whole + (match[2] or "")) + MARKS.get(match[3], 0)


def read_value(words: Sequence[Lexeme], at: int) -> Value | None:
    """The number that begins at a lexeme, with its magnitudes; None if none does."""
    if at >= len(words):
        return None
    if words[at].is_figure:
        return _in_figures(words, at)
    if words[at].lower in CARDINALS:
        return _in_words(words, at)
    if words[at].lower in {"a", "an"} and at + 1 < len(words) and words[at + 1].lower in MAGNITUDES:
        return _in_words(words, at + 1, 1)
    return None


def _in_figures(words: Sequence[Lexeme], at: int) -> Value | None:
    number, at = figure(words[at].text), at + 1
    if at < len(words) and words[at].is_figure and words[at].glued:
        number, at = number + figure(words[at].text), at + 1
    after = words[at] if at < len(words) else None
    if after is not None and after.glued and after.text in SUFFIXES:
        if after.lower in {"m", "b"}:
            return Value(number, at + 1, letter=after.text, in_figures=True)
        return Value(number * SUFFIXES[after.text], at + 1, SUFFIXES[after.text], in_figures=True)
    if after is not None and after.text in {"bn", "m", "tn", "mn"} and not after.glued:
        if after.text == "m":
            return Value(number, at + 1, letter="m", in_figures=True)
        return Value(number * SUFFIXES[after.text], at + 1, SUFFIXES[after.text], in_figures=True)
    return _magnified(words, number, at)._replace(in_figures=True)


def _magnified(words: Sequence[Lexeme], number: float, at: int) -> Value:
    """A number times the magnitude words that follow it, a hyphen between or not."""
    scale = 1.0
    while at < len(words):
        step = 1
        if (words[at].text in {"-", "‑"} and words[at].glued and at + 1 < len(words)) or (
            words[at].text in {'"', "”"} and at + 1 < len(words)
        ):
            step = 2
        word = words[at + step - 1].lower if at + step - 1 < len(words) else ""
        if word not in MAGNITUDES or (step == 2 and word == "dozen"):
            break
        scale *= MAGNITUDES[word]
        at += step
    return Value(number * scale, at, scale)


def _in_words(words: Sequence[Lexeme], at: int, current: float | None = None) -> Value | None:  # noqa: C901
    """ "two hundred and five", "forty-seven", "one and a half million"; one branch a sort of word."""
    total, scale, dozens = 0.0, 1.0, 1.0
    while at < len(words):
        word = words[at].lower
        if word in CARDINALS and (current is None or _fits(current, CARDINALS[word])):
            current = (current or 0) + CARDINALS[word]
            at += 1
        elif _is_hyphen(words, at) and current is not None and _follows(words, at + 1, current):
            at += 1
        elif word == "and" and current is not None and (half := _fraction_after(words, at + 1)):
            # "two and a half", "a dozen and a half", but "two and a half-brother".
            current, at = current + half[0] * dozens, half[1]
            grown = _magnified(words, current, at)
            return Value(total + grown.number, grown.last, grown.scale)
        elif word == "and" and (current or 0) + total >= 100 and _is_remainder(words, at + 1, current or total):
            at += 1
        elif word in MAGNITUDES and (current is not None or total):
            size = MAGNITUDES[word]
            scale *= size
            if size in {100, 12, 20}:
                current = (current if current is not None else 1) * size
                dozens = size if size < 100 else 1
            else:
                total, current = (total if current is None else total + current * size), None
                if current is None and total < size:
                    total *= size
            at += 1
        elif (
            _is_hyphen(words, at) and at + 1 < len(words) and words[at + 1].lower in MAGNITUDES and current is not None
        ):
            at += 1
        else:
            break
    if current is None and not total:
        return None
    return _with_half(words, Value(total + (current or 0), at, scale))


def _fits(current: float, small: int) -> bool:
    """Whether a number word adds to what stands before: "forty seven", "two hundred five"."""
    return (current % 10 == 0 and current % 100 >= 20 and small < 10) or (
        current >= 100 and current % 100 == 0 and small < 100
    )


def _is_hyphen(words: Sequence[Lexeme], at: int) -> bool:
    return at < len(words) and words[at].text in {"-", "‑"} and words[at].glued


def _follows(words: Sequence[Lexeme], at: int, current: float) -> bool:
    small = CARDINALS.get(words[at].lower, 0) if at < len(words) else 0
    return 0 < small < 10 and current % 10 == 0 and current % 100 >= 20


def _is_remainder(words: Sequence[Lexeme], at: int, before: float) -> bool:
    small = CARDINALS.get(words[at].lower, 0) if at < len(words) else 0
    return 0 < small < 100 and before % 100 == 0


def _fraction_after(words: Sequence[Lexeme], at: int) -> tuple[float, int] | None:
    """ "a half", "one-half", "three quarters", "a quarter" after "and"."""
    of = at + (2 if _is_hyphen(words, at + 1) else 1)
    if of < len(words) and words[of].lower in FRACTIONS and not _is_hyphen(words, of + 1):
        share = FRACTIONS[words[of].lower]
        if words[at].lower in {"a", "one"}:
            return share, of + 1
        if (count := CARDINALS.get(words[at].lower, 0)) and words[of].lower.endswith("s"):
            return count * share, of + 1
    return None


def _with_half(words: Sequence[Lexeme], value: Value) -> Value:
    """ "a million and a half"."""
    at = value.last
    if value.scale >= 100 and at < len(words) and words[at].lower == "and" and (half := _fraction_after(words, at + 1)):
        return value._replace(number=value.number + half[0] * value.scale, last=half[1])
    return value
