"""Forms of the table of numbers as patterns, and what the table says of a form that was found."""

import re
from collections.abc import Iterable, Mapping

from generator.language.patterns import any_of


def any_form(forms: Iterable[str]) -> str:
    """A pattern of the listed forms; a hyphen, a line break or a no-break space may stand for the space in them."""
    return any_of(forms, space=r"[\s-]")


def meaning(table: Mapping[str, str], words: str) -> str:
    """What a table says of words that `any_form` found, in whatever case and with whatever stands for a space."""
    spaced = re.sub(r"[\s-]", " ", words)
    forms = (words, spaced, spaced.replace(" ", "-"))
    return next(table[form] for form in (*forms, *(form.lower() for form in forms)) if form in table)
