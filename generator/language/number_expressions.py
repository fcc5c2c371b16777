"""The grammar of English numbers as they are printed: bounds, ranges, money, shares, measures, scores.

A shared vocabulary of pure text functions; steps may import it. What a number counts is not its matter.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from generator.language.lexicon import word_class
from generator.language.number_tables import numbers
from generator.language.number_words import Lexeme, Value, lexemes, read_value
from generator.language.numerals import (
    AFTER,
    BEFORE,
    CARDINALS,
    COMPOUNDS,
    CURRENCIES,
    FIGURES,
    FRACTIONS,
    MAGNITUDES,
    MEASURES,
    MONEY,
    NONE,
    PERCENT,
    SUFFIXES,
    TIMES,
    UNITS,
    VAGUE,
)
from generator.language.patterns import any_of
from generator.language.printed import SLACK, Printed, limits
from generator.model.quantities import Bound

_DASH = "-–—‑"
_NUMBERED_NOUNS = word_class("numbered")
_GAMES = word_class("played")
_TALLIED = word_class("tallied")


def _any(forms: Iterable[str]) -> str:
    """A pattern of the listed forms; a hyphen, a line break or a no-break space may stand for the space in them."""
    return any_of(forms, space=r"[\s-]")


def _listed(table: Mapping[str, str], words: str) -> str:
    """What a table says of words that `_any` found, in whatever case and with whatever stands for a space."""
    spaced = re.sub(r"[\s-]", " ", words)
    forms = (words, spaced, spaced.replace(" ", "-"))
    return next(table[form] for form in (*forms, *(form.lower() for form in forms)) if form in table)


_BEFORE = re.compile(rf"(?<![\w-])({_any(BEFORE)})(?:\s+|(?=[$£€¥₹]))(?:the\s+)?$", re.IGNORECASE)
_AFTER = re.compile(rf"(?:,?\s|-)({_any(AFTER)})(?![\w-])|(\+)(?!\d)", re.IGNORECASE)
_CURRENCY = re.compile(
    rf"(?<![\w$])(?:({_any(form for form in CURRENCIES if form[0].isalpha() and form[-1].isalpha())})\s?"
    rf"|({_any(form for form in CURRENCIES if not (form[0].isalpha() and form[-1].isalpha()))})\s?)$"
)
_MONEY = re.compile(rf"[\s-]({_any(MONEY)}|{_any(f for f in CURRENCIES if f.isalpha())}|[€₽])(?!\w)|\s?([€])(?!\w)")
_COINED = CURRENCIES | MONEY
_PERCENT = re.compile(rf"[\s-]?({_any(PERCENT)})(?!\w)", re.IGNORECASE)
_MEASURE = re.compile(rf"[\s-]?({_any(MEASURES)})(?![\w²³’'])")
_UNIT_WORD = re.compile(rf"[\s-]({_any(UNITS)})(?:s|es)?(?!\w)")
# What leads from the first number of a range to the second, and from feet to inches.
_JOINT = re.compile(rf"(\s?[{_DASH}:]\s?|\s(?:to|or|and)\s)(?:{_any(CURRENCIES)})?\s?")
_MEASURED_JOINT = re.compile(rf"(?:%|{_any(MEASURES)})(\s?[{_DASH}]\s?|\s(?:to|or|and)\s)")
_LESSER = re.compile(
    rf"(?: and)? ?(\d{{1,9}}(?:\.\d{{1,9}})?|{'|'.join(CARDINALS)})"
    rf"[\s-]?({_any(MEASURES)}|{_any(UNITS)})(?:es|s)?(?!\w)"
)
# What is no number: hours, telephone numbers, ordinals, numbered things ("No 3", "Section 44").
_CLOCK = re.compile(
    r"\d{1,2}(?:[.:]\d\d)?(?::\d\d)?\s?[ap]\.?m\b\.?|(?<!ratio of )\b\d{1,2}:\d\d\b|\b\w+ o[’']clock"
    r"|\b(?:a )?quarter (?:to|past) \w+|\bhalf[- ]past \w+|\b\d{4} hours\b",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(
    r"(?<![\w.,])(?:\+\d[\d -]{7,}\d|\(?0\d{2,4}\)?(?:[ -]\d{3,4}){1,3}|\(?\d{3}\)?[ -]\d{3}-\d{4}|\d{3}-\d{4})(?!\w)"
)
_NUMBERED = re.compile(
    rf"\b(?:[Nn]os?\.?|N°|(?:{'|'.join(sorted(f'[{w[0].upper()}{w[0]}]{w[1:]}' for w in _NUMBERED_NOUNS))}))"
    r"(?: No\.?| number)?\s\d[\w./-]*"
    rf"(?:(?:,| and| or|,? to) \d+(?![\w,.]))?|#\d+|\b[Nn]umber (?:\d+|(?:{_any(CARDINALS)}))\b(?! of)",
)
_NAMED_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_NUMBERED_NOUNS))}) (?:{'|'.join(CARDINALS)})\b", re.IGNORECASE)
_ORDINAL = re.compile(r"\b\d[\d,]*(?:st|nd|rd|th)\b")
_CASE_NUMBER = re.compile(
    r"(?<!\w)\d+[-/]\d+[-/]\d+|(?<![\w.])\d{1,4}\.\d{1,4}\.\d{1,4}|\d+[a-z]*/\d+|(?:No\.|[A-Z]+)\s?\d+-\d+"
)
_IN = re.compile(
    r"\s+(?:in|out of|out of every|in every|of every|for every|of each|to every)(?:\s+the)?\s+", re.IGNORECASE
)
_RATIO_WORD = re.compile(r"\b(?:ratio|odds|majority of)\b", re.IGNORECASE)
_PLAYED = re.compile(rf"\b(?:{'|'.join(sorted(_GAMES))})\b", re.IGNORECASE)
# "312 votes to 287": the two sides of what is counted in votes, goals, points.
_SIDES = re.compile(rf" (?:{'|'.join(sorted(_TALLIED))}) to (\d{{1,3}}(?:,\d{{3}})*)(?![\w,.]*\d)")
_OF_ALL = re.compile(r"[Aa]ll but $|[Aa]ll except $")


def find(text: str, language: str = "en") -> Iterator[Printed]:
    """The numbers of a text in order, none inside another; years, pronouns and names with bare numbers are included."""
    yield from _find(text) if language == "en" else numbers(language).find(text)


def _find(text: str) -> Iterator[Printed]:
    words = lexemes(text)
    closed = _closed(text)
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


def _closed(text: str) -> bytearray:
    """Which characters belong to an hour, a telephone number or a numbered thing."""
    closed = bytearray(len(text) + 1)
    for pattern in (_CLOCK, _TELEPHONE, _NUMBERED, _NAMED_WORD, _CASE_NUMBER, _ORDINAL):
        for match in pattern.finditer(text):
            closed[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return closed


def _number(text: str, words: Sequence[Lexeme], at: int) -> Printed | None:
    for reader in (_named, _figures, _vague, _times, _share, _amount):
        found = reader(text, words, at)
        if found is not None:
            return found
    return None


def _lower(words: Sequence[Lexeme], at: int) -> str:
    return words[at].lower if 0 <= at < len(words) else ""


def _named(text: str, words: Sequence[Lexeme], at: int) -> Printed | None:
    """ "no one", "nobody", "none", "both pilots"."""
    word = words[at]
    if word.lower == "both":
        return Printed(word.start, word.end, 2.0, 2.0, 2.0, bare=True)
    if word.lower in NONE:
        return Printed(word.start, word.end, 0, 0, 0)
    if word.lower == "no" and (both := re.match(r"no[ -]one\b", text[word.start :], re.IGNORECASE)):
        return Printed(word.start, word.start + both.end(), 0, 0, 0)
    return None


def _figures(text: str, words: Sequence[Lexeme], at: int) -> Printed | None:
    """ "double figures", "a seven-figure sum"."""
    match = re.match(r"(\w+)[ -](?:figure|digit)s?\b", text[words[at].start :])
    if match is None or match[1].lower() not in FIGURES:
        return None
    least = float(FIGURES[match[1].lower()])
    high = least * 10 - 1
    return Printed(words[at].start, words[at].start + match.end(), least, high, least, "vague")


def _vague(text: str, words: Sequence[Lexeme], at: int) -> Printed | None:
    """ "dozens", "hundreds of thousands", "a handful", "several dozen", "a couple of hundred"."""
    start, word = at, words[at].lower
    if word in {"a", "an", "the"} and _lower(words, at + 1) in VAGUE and _lower(words, at + 1) != "several":
        at, word = at + 1, _lower(words, at + 1)
    if word not in VAGUE:
        return None
    single = not word.endswith("s") or word == "several"
    if single and word != "several" and (at == start or words[start].lower == "the") and word != "few":
        return None
    number, low, high = VAGUE[word]
    bound: Bound = "vague"
    last = at + 1
    of = _lower(words, last) == "of"
    further = _lower(words, last + of)
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
        number, low, high = _tens(word, number) * size, low * size, high * size
        last += 2
    if low == high:
        bound = "exact"
    return Printed(words[start].start, words[last - 1].end, low, high, number, bound)


def _tens(word: str, number: float) -> float:
    return {"tens": 20.0, "hundreds": 200.0}.get(word, number)


def _times(text: str, words: Sequence[Lexeme], at: int) -> Printed | None:
    """ "twice as many", "tenfold", "double the number", "three times as high"."""
    word = words[at].lower
    after = _lower(words, at + 1)
    if after == "times" and _lower(words, at + 2) in word_class("after_times") and (value := read_value(words, at)):
        return Printed(words[at].start, words[at + 1].end, value.number, value.number, value.number, unit="ratio")
    if word in TIMES and after in word_class("after_times"):
        number = float(TIMES[word])
        return Printed(words[at].start, words[at].end, number, number, number, unit="ratio")
    fold = re.fullmatch(r"(\w+)fold", word)
    if fold and fold[1] in CARDINALS:
        number = float(CARDINALS[fold[1]])
        return Printed(words[at].start, words[at].end, number, number, number, unit="ratio")
    return None


def _share(text: str, words: Sequence[Lexeme], at: int) -> Printed | None:
    """ "half of", "a third of", "two-thirds", "a quarter of a million", "half a dozen", "half a mile", "one in ten"."""
    start = words[at].start
    fraction = _fraction(words, at)
    if fraction is None:
        return _part(text, words, at)
    share, last, whole = fraction
    if whole and (size := _of_size(words, last)):
        number, last = share * size[0], size[1]
        return _finish(text, words, start, Value(number, last, size[0]))
    end = words[last - 1].end
    measured = re.match(r" (?:of )?an? (\w+)", text[end:])
    if measured and measured[1] in UNITS and measured[1] != "second":
        return _bounded(
            text, Printed(start, end + measured.end(), share, share, share, unit=_listed(UNITS, measured[1]))
        )
    after = _lower(words, last)
    if not _is_share(text, words, at, last, after):
        return None
    percent = round(share * 100, 2)
    return _bounded(text, Printed(start, end, percent, percent, percent, unit="percent", of=after == "of"))


def _fraction(words: Sequence[Lexeme], at: int) -> tuple[float, int, bool] | None:
    """The share, where it ends, and whether a magnitude may follow."""
    word = words[at].lower
    if word == "half":
        return 0.5, at + 1, True
    if word in {"a", "an", "one"} or word in CARDINALS:
        step = 2 if _lower(words, at + 1) in _DASH and _lower(words, at + 1) else 1
        part = _lower(words, at + step)
        count = CARDINALS.get(word, 1)
        if (
            part in FRACTIONS
            and (part.endswith("s") or part == "halves" or count == 1)
            and not (count == 1 and part.endswith("s"))
        ):
            return count * FRACTIONS[part], at + step + 1, True
    return None


def _of_size(words: Sequence[Lexeme], at: int) -> tuple[float, int] | None:
    """ "(of) a million", "a dozen", "a billion" after a fraction; the size and where it ends."""
    at += _lower(words, at) == "of"
    at += _lower(words, at) in {"a", "-"}
    size = MAGNITUDES.get(_lower(words, at), 0)
    if not size:
        return None
    at += 1
    while _lower(words, at) in MAGNITUDES:
        size, at = size * MAGNITUDES[_lower(words, at)], at + 1
    return float(size), at


def _is_share(text: str, words: Sequence[Lexeme], at: int, last: int, after: str) -> bool:
    """Whether a fraction is a share here, and not an ordinal, a clock time, a quarter of the year or of a match."""
    word = words[at].lower
    if word == "half":
        if _lower(words, at - 1) in word_class("half_of_a_whole"):
            return False
        return after in word_class("after_half") or not after or not (after.isalpha() or after in _DASH)
    if after in _DASH and after and words[last].glued:
        return False
    if word in {"a", "an", "one"} and words[last - 1].lower != "half":
        return after == "of" or not after.isalpha() or after in word_class("after_share")
    return True


def _part(text: str, words: Sequence[Lexeme], at: int) -> Printed | None:
    """ "one in ten", "three out of four", "all but three of the 20"."""
    one = read_value(words, at)
    if one is None:
        return None
    start, end = words[at].start, words[one.last - 1].end
    joint = _IN.match(text, end)
    if joint:
        index = next((n for n in range(one.last, min(one.last + 5, len(words))) if words[n].start == joint.end()), -1)
        other = read_value(words, index) if index >= 0 else None
        if other and 0 < one.number < other.number and _is_of_many(words, other, joint[0]):
            percent = round(100 * one.number / other.number, 2)
            return _bounded(
                text, Printed(start, words[other.last - 1].end, percent, percent, percent, unit="percent", of=True)
            )
    left = _OF_ALL.search(text, max(0, start - 11), start)
    whole = re.compile(r" of (?:the |its |their |his |her )?").match(text, end)
    if left and whole:
        index = next((n for n in range(one.last, min(one.last + 4, len(words))) if words[n].start == whole.end()), -1)
        other = read_value(words, index) if index >= 0 else None
        if other and other.number > one.number:
            rest = other.number - one.number
            return Printed(left.start(), words[other.last - 1].end, rest, rest, rest)
    return None


def _is_of_many(words: Sequence[Lexeme], whole: Value, joint: str) -> bool:
    """Whether "one in ten" is a share: not "two in 2020", nor "two in five days"."""
    after = _lower(words, whole.last)
    if joint.strip() != "in":
        return True
    year = whole.in_figures and 1500 <= whole.number <= 2100
    return not year and whole.number <= 10_000 and after.removesuffix("s") not in UNITS and after not in {"%", "per"}


def _amount(text: str, words: Sequence[Lexeme], at: int) -> Printed | None:
    """A number with what stands around it: currency, sign, range, unit."""
    value = read_value(words, at)
    if value is None:
        if words[at].lower == "dozen" or (words[at].lower == "hundred" and _lower(words, at + 1) != "s"):
            value = Value(float(MAGNITUDES[words[at].lower]), at + 1)
        elif words[at].lower in {"a", "an"} and _lower(words, at + 1) == "dozen":
            value = Value(12, at + 2)
        else:
            return None
    return _finish(text, words, words[at].start, value)


def _finish(text: str, words: Sequence[Lexeme], start: int, value: Value) -> Printed | None:
    first = start
    start, negative = _sign(text, start)
    money = _CURRENCY.search(text, 0, start)
    currency = _listed(CURRENCIES, money[1] or money[2]) if money else ""
    if money:
        start = money.start()
        if not negative:
            start, negative = _sign(text, start)
    if currency and value.letter:
        value = _million(value)
    low = high = -value.number if negative else value.number
    low, high, last, versus, letter = _range(text, words, value, low, currency)
    end = words[last - 1].end
    if versus is None and (sides := _SIDES.match(text, end)) and not currency:
        return Printed(start, sides.end(), low, low, low, versus=float(sides[1].replace(",", "")))
    bare = last == value.last and start == first and value.scale == 1
    found = Printed(
        start, end, low, high, low if versus is not None else (low + high) / 2, currency=currency, versus=versus
    )
    if versus is not None:
        ratio = text[words[value.last].start] == ":" or bool(_RATIO_WORD.search(text, max(0, start - 15), start))
        return found._replace(unit="ratio" if ratio else "")
    found = _with_unit(text, words, last, found._replace(letter=letter))
    bare = bare and found.end == end and not currency and not letter
    return _bounded(text, found._replace(bare=bare))


def _sign(text: str, start: int) -> tuple[int, bool]:
    minus = re.compile(r"(?:(?<![\w%)\]])[-−–]|\b[Mm]inus )$").search(text, max(0, start - 8), start)
    if minus is None or (minus[0] in "–" and text[max(0, start - 2) : start - 1].isdigit()):
        return start, False
    return minus.start(), True


def _million(value: Value) -> Value:
    size = SUFFIXES[value.letter]
    return value._replace(number=value.number * size, scale=size, letter="")


def _range(  # noqa: C901 - one branch a way to print a range
    text: str, words: Sequence[Lexeme], value: Value, low: float, currency: str
) -> tuple[float, float, int, float | None, str]:
    """Low and high of "two to three", "$2-3 billion", "16 or 17"; or the two sides of a tally, "52-48"."""
    alone = low, low, value.last, None, value.letter
    start = words[value.last - 1].end
    joint = _JOINT.match(text, start)
    # A measure may stand twice: "2m to 3m", "£3m-£4m", "10%-15%".
    if joint is None:
        joint = _MEASURED_JOINT.match(text, start)
        if joint is None:
            return alone
    index = next((n for n in range(value.last, min(value.last + 6, len(words))) if words[n].start == joint.end()), -1)
    other = read_value(words, index) if index >= 0 else None
    if other is None or (other.letter and currency and not (other := _million(other))):
        return alone
    sign, high = joint[1].strip(), other.number
    between = bool(
        re.search(r"(?:[Bb]etween|[Ff]rom)(?: about| around)?[\s$£€]+$", text[: words[value.last - 1].start])
    )
    if sign == "and" and not re.search(r"[Bb]etween [^.;]{0,12}$", text[: words[value.last - 1].start + 1]):
        return alone
    if sign == ":":
        # "3:1"; hours are closed before.
        return (low, low, other.last, high, "") if words[value.last].glued and words[index].glued else alone
    if _is_tally(text, words, value, other, sign, between=between):
        return low, low, other.last, high, ""
    if low < high and low * other.scale <= high and low < other.scale and value.scale == 1:
        low *= other.scale
    elif value.in_figures and other.in_figures and low < 100 and high >= 1000 and sign in _DASH and currency:
        low *= 1000
    elif value.letter and not other.letter:
        return alone
    after = words[other.last] if other.last < len(words) else None
    if sign == "or" and after is not None and after.text in _DASH and after.glued:
        return alone
    if sign not in _DASH and sign not in {"and", "to"} and high - low > 10 * max(low, 1):
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
    return sign in _DASH and bool(_PLAYED.search(after) or _PLAYED.search(around))


def _with_unit(text: str, words: Sequence[Lexeme], last: int, found: Printed) -> Printed:
    """The number with the percent sign, the currency word or the short measure after it."""
    if found.letter:
        return found
    if not found.currency and (percent := _PERCENT.match(text, found.end)):
        return found._replace(end=percent.end(), unit=_listed(PERCENT, percent[1]))
    if not found.currency and (money := _MONEY.match(text, found.end)):
        return found._replace(end=money.end(), currency=_listed(_COINED, money[1] or money[2]))
    measure = None if found.currency else _MEASURE.match(text, found.end)
    if measure and _is_measure(text, measure):
        return _compound(text, words, found._replace(end=measure.end(), unit=_listed(MEASURES, measure[1])))
    word = None if found.currency else _UNIT_WORD.match(text, found.end)
    return (
        _compound(text, words, found._replace(unit=_listed(UNITS, word[1]), end=word.end()), plain=found)
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


def _bounded(text: str, found: Printed) -> Printed:
    """The number with the words before or after it that loosen it."""
    before = _BEFORE.search(text, max(0, found.start - 30), found.start)
    if found.low != found.high:
        start = found.start
        joint = re.compile(r"\b(?:(?:any|some)where )?(?:between|from) $", re.IGNORECASE).search(
            text, max(0, start - 20), start
        )
        return found._replace(
            bound="between", start=joint.start() if joint and joint[0].lower().endswith("between ") else start
        )
    after = _AFTER.match(text, found.end)
    if after and after[1] and _is_after(text, found, after):
        return _limited(found._replace(end=after.end()), cast("Bound", _listed(AFTER, after[1])))
    if after and after[2] and text[found.end - 1].isdigit():
        return _limited(found._replace(end=after.end()), "at least")
    if before is None:
        return found
    return _limited(found._replace(start=before.start(1)), cast("Bound", _listed(BEFORE, before[1])))


def _is_after(text: str, found: Printed, after: re.Match[str]) -> bool:
    """Whether the words after a number loosen it: "forty-odd", "300-plus", but not "300 odd socks" or "5 plus 3"."""
    word = after[1].lower()
    if word in {"odd", "plus", "something"}:
        return after[0][0] == "-" or (word == "odd" and found.number >= 20)
    return not word.endswith(("least", "most")) or not re.match(r"\s*[\w$£€]", text[after.end() :])


def _limited(found: Printed, bound: Bound) -> Printed:
    low, high = limits(found.number, bound)
    return found._replace(low=low, high=high, bound=bound, bare=False)
