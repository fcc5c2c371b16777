"""Names of months and weekdays in a language, from Babel's CLDR data (Unicode Common Locale Data Repository)."""

from collections.abc import Callable, Mapping
from functools import cache

from babel.dates import get_day_names, get_month_names

from generator.language.locales import locale_of


@cache
def months(language: str) -> dict[str, int]:
    """The month's number 1 to 12 by its names, full and short, in small letters and without a dot."""
    return _numbered(get_month_names, language)


@cache
def weekdays(language: str) -> dict[str, int]:
    """The weekday's number, from Monday 0, by its names, full and short, in small letters and without a dot."""
    return _numbered(get_day_names, language)


def _numbered(names: Callable[..., Mapping[int, str]], language: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for number, name in names(width, locale=locale_of(language)).items():
            found.setdefault(name.lower().rstrip("."), number)
    return found


def full_names(names: dict[str, int]) -> tuple[str, ...]:
    """The full names with a capital, in order: the first of each number."""
    first: dict[int, str] = {}
    for name, number in names.items():
        first.setdefault(number, name.capitalize())
    return tuple(first[number] for number in sorted(first))
