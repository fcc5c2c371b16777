"""Parts of a whole: "a third of", "half a mile", "one in ten", "all but three of the 20"."""

import re
from collections.abc import Sequence

from generator.language.lexicon import word_class
from generator.language.numbers.amounts import completed
from generator.language.numbers.numerals import CARDINALS, FRACTIONS, MAGNITUDES, MARKS, UNITS
from generator.language.numbers.printed import Printed, bounded
from generator.language.numbers.ranges import DASHES
from generator.language.numbers.words import Lexeme, Value, lower_at, read_value
from generator.language.patterns import any_form, meaning

_IN = re.compile(r"\s+(?:(?:in|out of|of|for|to) every|of each|out of|in)(?:\s+the)?\s+|-(?:in|out-of)-", re.IGNORECASE)
_OF_ALL = re.compile(r"[Aa]ll (?:but|bar|except) $")
_AND_A_PART = re.compile(
    rf"((?i:an?|{'|'.join(CARDINALS)})|\d{{1,3}}) ({any_form(UNITS)})s? and a (half|quarter)\b(?!-)"
)


def read_share(text: str, words: Sequence[Lexeme], at: int) -> Printed | None:
    """ "half of", "a third of", "two-thirds", "a quarter of a million", "half a dozen", "half a mile", "one in ten"."""
    start = words[at].start
    fraction = _fraction(words, at)
    if fraction is None:
        return _and_a_part(text, start) or _part(text, words, at)
    share, last, whole = fraction
    if whole and (size := _of_size(words, last)):
        number, last = share * size[0], size[1]
        return completed(text, words, start, Value(number, last, size[0]))
    end = words[last - 1].end
    if point := re.compile(r" (?:of )?a percentage point\b").match(text, end):
        return bounded(text, Printed(start, point.end(), share, share, share, unit="percentage point"))
    measured = re.match(r" (?:of )?an? (\w+)", text[end:])
    if measured and measured[1] in UNITS and measured[1] != "second":
        return bounded(
            text, Printed(start, end + measured.end(), share, share, share, unit=meaning(UNITS, measured[1]))
        )
    after = lower_at(words, last)
    if not _is_share(text, words, at, last, after):
        return None
    percent = round(share * 100, 2)
    found = Printed(start, end, percent, percent, percent, unit="percent", of=after == "of")
    return bounded(text, _up_to(text, words, last, found))


def _and_a_part(text: str, start: int) -> Printed | None:
    """ "An hour and a half", "two miles and a quarter"."""
    found = _AND_A_PART.match(text, start)
    if found is None:
        return None
    whole = found[1].lower()
    number = float(whole) if whole.isdigit() else float(CARDINALS.get(whole, 1))
    number += FRACTIONS[found[3]]
    return bounded(text, Printed(start, found.end(), number, number, number, unit=meaning(UNITS, found[2])))


def _up_to(text: str, words: Sequence[Lexeme], last: int, found: Printed) -> Printed:
    """The share with the larger one that it leads to: "between a third and a half"."""
    is_between = text[max(0, found.start - 8) : found.start].lower() == "between "
    other = _fraction(words, last + 1) if is_between and text.startswith(" and ", found.end) else None
    if other is None or other[0] * 100 <= found.low:
        return found
    high, end = round(other[0] * 100, 2), words[other[1] - 1].end
    return found._replace(end=end, high=high, number=(found.low + high) / 2, of=lower_at(words, other[1]) == "of")


def _fraction(words: Sequence[Lexeme], at: int) -> tuple[float, int, bool] | None:
    """The share, where it ends, and whether a magnitude may follow."""
    word = words[at].lower
    if word == "half":
        return 0.5, at + 1, True
    if word in MARKS and lower_at(words, at + 1) == "of":
        return MARKS[word], at + 1, False
    if word in {"a", "an", "one"} or word in CARDINALS:
        step = 2 if lower_at(words, at + 1) in DASHES and lower_at(words, at + 1) else 1
        part = lower_at(words, at + step)
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
    at += lower_at(words, at) == "of"
    at += lower_at(words, at) in {"a", "-"}
    size = MAGNITUDES.get(lower_at(words, at), 0)
    if not size:
        return None
    at += 1
    while lower_at(words, at) in MAGNITUDES:
        size, at = size * MAGNITUDES[lower_at(words, at)], at + 1
    return float(size), at


def _is_share(text: str, words: Sequence[Lexeme], at: int, last: int, after: str) -> bool:
    """Whether a fraction is a share here, and not an ordinal, a clock time, a quarter of the year or of a match."""
    word = words[at].lower
    if word == "half":
        if lower_at(words, at - 1) in word_class("half_of_a_whole"):
            return False
        return after in word_class("after_half") or not after or not (after.isalpha() or after in DASHES)
    if after in DASHES and after and words[last].glued:
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
            return bounded(
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
    after = lower_at(words, whole.last)
    if joint.strip() != "in":
        return True
    year = whole.in_figures and 1500 <= whole.number <= 2100
    return not year and whole.number <= 10_000 and after.removesuffix("s") not in UNITS and after not in {"%", "per"}
