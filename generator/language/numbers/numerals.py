"""The number words of a language, as its `numerals.tsv` lists them; a shared vocabulary that steps may import."""

from fractions import Fraction

from generator.language.lexicon import rows


def cardinals(language: str) -> dict[str, int]:
    """The words for whole numbers below a hundred in a language."""
    return {row[0]: int(row[2]) for row in rows("numerals", language=language) if row[1] == "cardinal"}


def _sort(name: str) -> dict[str, str]:
    return {row[0]: row[2] for row in rows("numerals") if row[1] == name}


CARDINALS: dict[str, int] = {word: int(value) for word, value in _sort("cardinal").items()}
MAGNITUDES: dict[str, int] = {word: int(value) for word, value in _sort("magnitude").items()}
# Letters glued to figures: "40m", "1.2bn".
SUFFIXES: dict[str, int] = {word: int(value) for word, value in _sort("suffix").items()}
# What one part of so many is called: "third", "quarters".
FRACTIONS: dict[str, float] = {word: 1 / int(value) for word, value in _sort("fraction").items()}
# Printed fractions: "½".
MARKS: dict[str, float] = {mark: float(Fraction(value)) for mark, value in _sort("mark").items()}
# Words that stand for a range: the number they say at least, and the lowest and highest that they can cover, taken
# widely so that they seldom conflict with a number.
VAGUE: dict[str, tuple[float, float, float]] = {
    word: (float(number), float(low), float(high))
    for word, (number, low, high) in ((word, value.split()) for word, value in _sort("vague").items())
}
FIGURES: dict[str, int] = {word: int(value) for word, value in _sort("figures").items()}
TIMES: dict[str, int] = {word: int(value) for word, value in _sort("times").items()}
NONE: dict[str, int] = {word: int(value) for word, value in _sort("none").items()}
BEFORE: dict[str, str] = _sort("before")
AFTER: dict[str, str] = _sort("after")
CURRENCIES: dict[str, str] = _sort("currency")
MONEY: dict[str, str] = _sort("money")
PERCENT: dict[str, str] = _sort("percent")
MEASURES: dict[str, str] = _sort("measure")
UNITS: dict[str, str] = _sort("unit")
# Two units that make one amount ("6ft 2in"), and how many of the second go into the first.
COMPOUNDS: dict[tuple[str, str], int] = {
    (larger, smaller): int(value)
    for (larger, smaller), value in ((tuple(pair.split()), value) for pair, value in _sort("compound").items())
}
