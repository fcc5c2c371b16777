"""Regular expressions made of the words of a table, and what the table says of words that were found."""

import re
from collections.abc import Iterable, Mapping


def any_of(words: Iterable[str], space: str) -> str:
    """A pattern of the listed words, the longest first; `space` is what may stand for a space within one.

    Without words it matches nothing. It has no group of its own.
    """
    listed = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", space) for word in listed) or "(?!)"


def any_form(forms: Iterable[str]) -> str:
    """A pattern of the listed forms; a hyphen, a line break or a no-break space may stand for the space in them."""
    return any_of(forms, space=r"[\s-]")


def meaning(table: Mapping[str, str], words: str) -> str:
    """What a table says of words that `any_form` found, in whatever case and with whatever stands for a space."""
    spaced = re.sub(r"[\s-]", " ", words)
    forms = (words, spaced, spaced.replace(" ", "-"))
    return next(table[form] for form in (*forms, *(form.lower() for form in forms)) if form in table)
