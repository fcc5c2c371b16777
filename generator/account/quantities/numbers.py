"""Numerals in a sentence: their value, range, magnitude and bound, whatever they count."""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.language.lexicon import word_class
from generator.language.numerals import CARDINALS, FRACTIONS, MAGNITUDES
from generator.model.analysis import Token
from generator.model.quantities import Bound

_FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(k|m|bn)?", re.I)
CURRENCIES = {"$": "USD", "us$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "c$": "CAD", "a$": "AUD"}
CURRENCY_WORDS = {"dollar": "USD", "euro": "EUR", "yen": "JPY", "rupee": "INR", "ruble": "RUB"}
# Words that stand for a range; what they can cover is taken widely, so that they seldom conflict with a number.
_VAGUE: dict[str, tuple[float, float]] = {
    "dozens": (20, 199),
    "tens": (15, 99),
    "scores": (30, 299),
    "hundreds": (150, 9_999),
    "thousands": (1_500, 99_999),
    "millions": (1_500_000, 999_999_999),
    "billions": (1.5e9, 9.99e11),
    "handful": (2, 9),
    "couple": (2, 3),
    "several": (3, 12),
}
# The words before a number that loosen it, longest first.
_BOUNDS: tuple[tuple[tuple[str, ...], Bound], ...] = (
    (("as", "many", "as"), "at most"),
    (("as", "much", "as"), "at most"),
    (("no", "more", "than"), "at most"),
    (("no", "fewer", "than"), "at least"),
    (("no", "less", "than"), "at least"),
    (("at", "least"), "at least"),
    (("at", "most"), "at most"),
    (("up", "to"), "at most"),
    (("more", "than"), "more than"),
    (("greater", "than"), "more than"),
    (("fewer", "than"), "less than"),
    (("less", "than"), "less than"),
    (("close", "to"), "about"),
    (("an", "estimated"), "about"),
    (("over",), "more than"),
    (("under",), "less than"),
    (("above",), "more than"),
    (("below",), "less than"),
    (("about",), "about"),
    (("around",), "about"),
    (("roughly",), "about"),
    (("approximately",), "about"),
    (("nearly",), "about"),
    (("almost",), "about"),
    (("some",), "about"),
    (("estimated",), "about"),
    (("barely",), "about"),
)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_AMOUNTS = frozenset({"", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "DATE", "TIME"})
_DASHES = frozenset({"-", "–", "—", "to", "or"})
# How far "about" and its like may be off, as a share: "nearly 300" covers 270 and up.
_SLACK = 0.1


class Numeral(NamedTuple):
    """Tokens `first` to `last` (exclusive) that say a number, its value between `low` and `high`."""

    first: int
    last: int
    low: float
    high: float
    number: float
    bound: Bound
    currency: str = ""
    percent: bool = False
    versus: float | None = None


def numerals(tokens: Sequence[Token]) -> list[Numeral]:
    """All numerals of one sentence, in order; years, days of the month, clock times and names are none."""
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        numeral = _numeral(tokens, at)
        if numeral is None:
            at += 1
            continue
        found.append(numeral)
        at = numeral.last
    return found


def _numeral(tokens: Sequence[Token], at: int) -> Numeral | None:
    currency = CURRENCIES.get(tokens[at].text.lower(), "")
    first = at
    at += bool(currency)
    vague = _vague(tokens, at)
    if vague:
        return vague._replace(first=first, currency=currency)
    value, last = _value(tokens, at)
    if value is None or not (currency or _counts(tokens, at, last)):
        return None
    low, high, last, tally = _range(tokens, value, last, between=at > 0 and tokens[at - 1].text.lower() == "between")
    last, percent = _percent(tokens, last)
    first, bound = _bound(tokens, first, last)
    if low == high:
        low, high = _limits(low, bound)
    elif not tally:
        bound = "between"
    versus = high if tally else None
    if tally:
        return Numeral(first, last, low, low, low, "exact", versus=versus)
    return Numeral(first, last, low, high, value if bound != "between" else (low + high) / 2, bound, currency, percent)


def _value(tokens: Sequence[Token], at: int) -> tuple[float | None, int]:
    """The number that begins at a token, with its magnitudes, and where it ends."""
    if at >= len(tokens):
        return None, at
    text = tokens[at].text.lower()
    figure = _FIGURE.fullmatch(text)
    if figure:
        value = float(figure[1].replace(",", "") + (figure[2] or "")) * MAGNITUDES.get((figure[3] or "").lower(), 1)
        return _magnified(tokens, value, at + 1)
    if text in CARDINALS:
        value, at = float(CARDINALS[text]), at + 1
        if at + 1 < len(tokens) and tokens[at].text == "-" and 20 <= value < 100:
            ones = CARDINALS.get(tokens[at + 1].text.lower(), 0)
            value, at = (value + ones, at + 2) if 0 < ones < 10 else (value, at)
        return _magnified(tokens, value, at)
    if text in {"a", "an"} and at + 1 < len(tokens):
        return _article_number(tokens, at)
    if text in {"dozen", "half"}:
        return (12.0 if text == "dozen" else 0.5), at + 1
    return None, at


def _article_number(tokens: Sequence[Token], at: int) -> tuple[float | None, int]:
    """ "a dozen", "a hundred", "a third of"."""
    word = tokens[at + 1].text.lower()
    if word in MAGNITUDES and len(word) > 2:
        return _magnified(tokens, float(MAGNITUDES[word]), at + 2)
    if word == "dozen":
        return 12.0, at + 2
    if word in FRACTIONS and at + 2 < len(tokens) and tokens[at + 2].text.lower() == "of":
        return FRACTIONS[word], at + 2
    return None, at


def _magnified(tokens: Sequence[Token], value: float, at: int) -> tuple[float, int]:
    while at < len(tokens):
        word = tokens[at].text.lower()
        hyphen = word in {"-", "”", '"'} and at + 1 < len(tokens)
        if hyphen:
            word = tokens[at + 1].text.lower()
        if word in MAGNITUDES and len(word) > 2:
            value *= MAGNITUDES[word]
        elif word == "dozen":
            value *= 12
        elif word in FRACTIONS and value < 10:
            value *= FRACTIONS[word]
        else:
            break
        at += 2 if hyphen else 1
    return value, at


def _vague(tokens: Sequence[Token], at: int) -> Numeral | None:
    """ "dozens", "hundreds of thousands", "a handful of", "several"."""
    start = at
    if at + 1 < len(tokens) and tokens[at].text.lower() in {"a", "an"}:
        at += 1
    word = tokens[at].text.lower() if at < len(tokens) else ""
    if word not in _VAGUE or (word in {"handful", "couple"} and at == start):
        return None
    low, high = _VAGUE[word]
    last = at + 1
    if last + 1 < len(tokens) and tokens[last].text.lower() == "of":
        further = tokens[last + 1].text.lower()
        if further in _VAGUE and further.endswith("s") and further != "several":
            scale = MAGNITUDES.get(further.removesuffix("s"), 1)
            low, high, last = low * scale, high * scale, last + 2
    return Numeral(start, last, low, high, low, "vague")


def _counts(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether the numeral counts something, rather than naming a year, a day, an hour, a law or a thing."""
    token = tokens[at]
    following = tokens[last].text.lower() if last < len(tokens) else ""
    before = tokens[at - 1] if at else token
    if _is_numbering(tokens, at):
        return False
    if token.entity not in _AMOUNTS:
        return following in {"percent", "%"} or (last < len(tokens) and tokens[last].pos == "NOUN")
    if before.text == "," and following == "," and token.text.isdigit() and len(token.text) < 4:
        return True
    if re.fullmatch(r"[12]\d{3}", token.text) and last == at + 1:
        return token.entity != "DATE" and token.dep == "nummod" and before.text not in word_class("counts")
    if token.entity in {"DATE", "TIME"}:
        return token.dep in {"nummod", "compound", "quantmod"} and not _is_calendar(before, following, token)
    return True


def _is_numbering(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number is one of a list ("No. 4", "section 12", the end of "10-277"), or the pronoun "one"."""
    if tokens[at].text.lower() == "one" and tokens[at].dep != "nummod":
        return True
    before = tokens[at - 1] if at else tokens[at]
    if before.text in _DASHES and at > 1 and tokens[at - 2].text[-1:].isdigit():
        return True
    if before.text == "." and at > 1:
        before = tokens[at - 2]
    return before.text.lower() in {"no.", "no", "section", "article", "title", "chapter", "number", "#"}


def _is_calendar(before: Token, following: str, token: Token) -> bool:
    near = {before.text.lower().rstrip("."), following.rstrip(".")}
    return (
        following in {"a.m.", "p.m.", "am", "pm", ":", "o'clock"}
        or ":" in token.text
        or any(month.startswith(word) for month in _MONTHS for word in near if len(word) >= 3)
    )


def _range(tokens: Sequence[Token], value: float, last: int, *, between: bool) -> tuple[float, float, int, bool]:
    """Low and high of "two to three", "$2-3 billion", "16 or 17"; or the two sides of a tally, "52-48"."""
    if last + 1 >= len(tokens) or tokens[last].text.lower() not in ({"and"} if between else _DASHES):
        return value, value, last, False
    start = last + 1 + (tokens[last + 1].text in CURRENCIES)
    other, end = _value(tokens, start)
    if other is None or (end < len(tokens) and tokens[end].text == "-" and tokens[last].text == "or"):
        return value, value, last, False
    scale = _scale(tokens, start, end)
    if value < other and value * scale <= other and value < scale:
        value *= scale
    if value < other:
        return value, other, end, False
    tally = tokens[last].text.lower() != "or" and value > other and other == int(other)
    return (value, other, end, True) if tally else (value, value, last, False)


def _scale(tokens: Sequence[Token], start: int, end: int) -> float:
    return math.prod(MAGNITUDES.get(token.text.lower(), 1) for token in tokens[start:end])


def _percent(tokens: Sequence[Token], last: int) -> tuple[int, bool]:
    words = [token.text.lower() for token in tokens[last : last + 2]]
    if words[:1] in (["percent"], ["%"], ["pct"]):
        return last + 1, True
    if words == ["per", "cent"]:
        return last + 2, True
    return last, False


def _bound(tokens: Sequence[Token], first: int, last: int) -> tuple[int, Bound]:
    texts = [token.text.lower() for token in tokens]
    for words, bound in _BOUNDS:
        if tuple(texts[max(0, first - len(words)) : first]) == words and not _is_preposition(tokens, first - 1, words):
            return first - len(words), bound
    after = texts[last : last + 2]
    if after == ["or", "so"]:
        return first, "about"
    if after in (["or", "more"], ["and", "counting"]):
        return first, "at least"
    return first, "exact"


def _is_preposition(tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> bool:
    """Whether "about" or "over" governs the noun or goes with the verb ("talk about two men", "hand over 9 keys")."""
    small = tokens[at + 1].text.lower() in CARDINALS
    return len(words) == 1 and (tokens[at].dep == "prt" or (small and tokens[at].dep == "prep"))


def _limits(value: float, bound: Bound) -> tuple[float, float]:
    """The values that a bound allows."""
    if bound in {"at least", "more than"}:
        return value, math.inf
    if bound in {"at most", "less than"}:
        return 0.0, value
    if bound == "about":
        return round(value * (1 - _SLACK), 6), round(value * (1 + _SLACK), 6)
    return value, value
