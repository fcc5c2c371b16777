"""Numbers of a language other than English as they are printed, by the rows of its `numerals.tsv`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple, cast

from babel.numbers import get_decimal_symbol

from generator.language.lexicon import rows
from generator.language.locales import locale_of
from generator.language.numbers.printed import Printed, limits
from generator.language.patterns import any_of
from generator.model.quantities import Bound

_SPACES = " \u00a0\u202f\u2009.,"


class _Value(NamedTuple):
    start: int
    end: int
    number: float
    bare: bool
    scale: float = 1


class Numbers:
    """How one language prints numbers."""

    def __init__(self, language: str) -> None:
        has_table = (files("generator.language") / language / "numerals.tsv").is_file()
        self._rows = rows("numerals", language=language) if has_table else ()
        self._sorts: dict[str, dict[str, str]] = defaultdict(dict)
        for word, sort, value in (row[:3] for row in self._rows if len(row) > 2):
            self._sorts[sort][word] = value
        self._cardinals = {word: int(value) for word, value in self._sorts["cardinal"].items()}
        self._magnitudes = {word: int(value) for word, value in self._sorts["magnitude"].items()}
        self._about = {word: int(value) for word, value in self._sorts["about"].items()}
        decimal = get_decimal_symbol(locale_of(language))
        groups = "".join(sign for sign in _SPACES if sign != decimal)
        self._figure = re.compile(
            rf"(?<![\w.,])(\d{{1,3}}(?:[{groups}]\d{{3}})+(?!\d)|\d+)({re.escape(decimal)}\d+)?(?![\w/]*\d)"
        )
        words = _any({**self._cardinals, **self._magnitudes, **self._about})
        self._word = re.compile(rf"(?<![\w-])({words})(?![\w’'])", re.IGNORECASE)
        self._next = re.compile(rf"(?:\s|-|\s(?:{_any(self._joints())})\s)({words})(?![\w’'])", re.IGNORECASE)
        self._half = re.compile(rf"\s(?:{_any(self._sorts['half'])})(?!\w)", re.IGNORECASE)
        self._before = re.compile(rf"(?<![\w-])({_any(self._sorts['before'])})\s?$", re.IGNORECASE)
        self._after = re.compile(rf"\s({_any(self._sorts['after'])})(?!\w)", re.IGNORECASE)
        of = rf"(?:\s?(?:{_any(self._sorts['of'])})\s?|\s)?"
        self._money = re.compile(rf"{of}({_any(self._sorts['money'])})(?!\w)", re.IGNORECASE)
        self._percent = re.compile(rf"\s?({_any(self._sorts['percent'])})(?!\w)", re.IGNORECASE)
        self._measure = re.compile(rf"{of}({_any(self._sorts['measure'])})(?![\w/])")
        self._vague = re.compile(rf"(?<![\w-])({_any(self._sorts['vague'])})(?!\w)", re.IGNORECASE)
        self._fraction = re.compile(rf"(?<![\w-])({_any(self._sorts['fraction'])})(?!\w)", re.IGNORECASE)
        self._closed = [re.compile(row[0], re.IGNORECASE) for row in self._rows if row[1] == "closed"]

    def _joints(self) -> list[str]:
        return [word for word in self._sorts["joint"] if word.isalpha()]

    def find(self, text: str) -> Iterator[Printed]:
        """The numbers of a text in order, none inside another."""
        if not self._rows:
            return
        closed = bytearray(len(text) + 1)
        for pattern in self._closed:
            for match in pattern.finditer(text):
                closed[match.start() : match.end()] = b"\1" * (match.end() - match.start())
        found: list[Printed] = []
        for one in sorted([*self._wholes(text), *self._ranges(text)], key=lambda p: (p.start, -p.end)):
            if not closed[one.start] and (not found or one.start >= found[-1].end):
                found.append(one)
        yield from found

    def _wholes(self, text: str) -> Iterator[Printed]:
        for match in self._vague.finditer(text):
            number, low, high = (float(part) for part in self._sorts["vague"][match[1].lower()].split())
            yield Printed(match.start(), match.end(), low, high, number, "vague")
        for match in self._fraction.finditer(text):
            share = round(100 * float(Fraction(self._sorts["fraction"][match[1].lower()])), 2)
            yield Printed(match.start(), match.end(), share, share, share, unit="percent", of=True)
        for value in self._values(text):
            yield self._bounded(text, self._with_unit(text, value, value.number, value.number))

    def _ranges(self, text: str) -> Iterator[Printed]:
        """ "entre 10 et 12", "dix ou douze": the forms that the rows give, with two numbers that rise."""
        values = self._values(text)
        for row in self._rows:
            if row[1] != "between":
                continue
            lead, middle, _ = row[0].split("{N}")
            for first, second in pairwise(values):
                begin = first.start - len(lead)
                joined = text[first.end : second.start].lower() == middle and text[max(0, begin) : first.start].lower()
                if joined == lead or (joined == "" and not lead):
                    low = first.number * (second.scale if first.scale == 1 and first.number < second.scale else 1)
                    if low < second.number:
                        whole = second._replace(start=max(0, begin), bare=False)
                        yield self._with_unit(text, whole, low, second.number)._replace(bound="between")

    def _values(self, text: str) -> list[_Value]:
        found = [*self._in_figures(text), *self._in_words(text)]
        return sorted(found, key=lambda value: value.start)

    def _in_figures(self, text: str) -> Iterator[_Value]:
        for match in self._figure.finditer(text):
            number = float(re.sub(r"\D", "", match[1]) + (match[2] or "").replace(",", "."))
            yield self._magnified(text, match.start(), match.end(), number, bare=match[0].isdigit())

    def _magnified(self, text: str, start: int, end: int, number: float, *, bare: bool) -> _Value:
        """A number in figures times the magnitude or rough number after it."""
        scale = 1.0
        while (after := self._next.match(text, end)) and (size := self._size(after[1].lower())):
            number, scale, end, bare = number * size, scale * size, after.end(), False
        half = self._half.match(text, end)
        if half and scale > 1:
            number, end = number + scale / 2, half.end()
        return _Value(start, end, number, bare, scale)

    def _size(self, word: str) -> int:
        return self._magnitudes.get(word, 0) if self._magnitudes.get(word, 0) >= _LEAST_AFTER_FIGURES else 0

    def _in_words(self, text: str) -> Iterator[_Value]:
        end = 0
        for match in self._word.finditer(text):
            if match.start() < end:
                continue
            value = self._composed(text, match)
            end = value.end
            before = text[: match.start()].rstrip()
            if value.end == match.end() and match[1].lower() in self._sorts["article"]:
                continue
            if not (before and before[-1].isdigit()):
                yield value

    def _composed(self, text: str, match: re.Match[str]) -> _Value:
        """ "vingt-trois", "deux cent cinquante mille", "une dizaine"."""
        total, current, scale, rough = 0.0, 0.0, 1.0, False
        start, end, word = match.start(), match.end(), match[1].lower()
        while True:
            if word in self._cardinals:
                current += self._cardinals[word]
            elif word in self._about:
                current, rough = max(current, 1) * self._about[word], True
            elif self._magnitudes[word] == _HUNDRED:
                current = max(current, 1) * _HUNDRED
            else:
                scale = self._magnitudes[word]
                total, current = total + max(current, 1) * scale, 0
            after = self._next.match(text, end)
            if after is None or not self._fits(current, after[1].lower()):
                break
            end, word = after.end(), after[1].lower()
        half = self._half.match(text, end)
        if half and scale > 1:
            total, end = total + scale / 2, half.end()
        return _Value(start, end, total + current, bare=not rough and end == match.end(), scale=-1 if rough else scale)

    def _fits(self, current: float, word: str) -> bool:
        """Whether a word goes on with the number: smaller than the last rank of it, or a magnitude."""
        small = self._cardinals.get(word)
        if small is None:
            return True
        tens = current % 100
        if tens == 0:
            return small > 0
        # Sixty and eighty count on to nineteen; "dix-sept" is ten and seven.
        room = 20 if tens in (60, 80) else 10 if tens % 10 == 0 and tens != 10 else 0
        return 0 < small < room or (tens == 10 and 6 < small < 10)

    def _with_unit(self, text: str, value: _Value, low: float, high: float) -> Printed:
        start, end = value.start, value.end
        found = Printed(start, end, low, high, (low + high) / 2, bare=value.bare)
        if value.scale < 0:
            low, high = limits(value.number, "about")
            found = found._replace(low=low, high=high, bound="about", bare=False)
        sign = next((form for form in self._sorts["currency"] if text[:start].rstrip().endswith(form)), "")
        if sign:
            return found._replace(currency=self._sorts["currency"][sign], start=text.rindex(sign, 0, start), bare=False)
        if match := self._money.match(text, end):
            return found._replace(end=match.end(), bare=False, currency=self._sorts["money"][match[1].lower()])
        for pattern, table in ((self._percent, "percent"), (self._measure, "measure")):
            if match := pattern.match(text, end):
                return found._replace(end=match.end(), bare=False, unit=self._sorts[table][match[1].lower()])
        return found

    def _bounded(self, text: str, found: Printed) -> Printed:
        before, after = self._before.search(text, max(0, found.start - 24), found.start), None
        words = before[1].lower() if before else ""
        said = self._sorts["before"].get(words, "")
        if not said and (after := self._after.match(text, found.end)):
            said = self._sorts["after"][after[1].lower()]
        if not said or (found.low != found.high and said == "about"):
            return found
        low, high = limits(found.number, cast("Bound", said))
        start = before.start(1) if before else found.start
        end = after.end() if after else found.end
        return found._replace(start=start, end=end, low=low, high=high, bound=cast("Bound", said), bare=False)


_HUNDRED = 100
# "3 cent" is nobody's figure; "3 mille" and "3 millions" are.
_LEAST_AFTER_FIGURES = 1000


def _any(words: Iterable[str]) -> str:
    return any_of(words, space=r"\s")


@cache
def numbers(language: str) -> Numbers:
    """How the language prints numbers."""
    return Numbers(language)
