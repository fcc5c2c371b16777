"""Regular expressions made of the words of a table."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str], space: str) -> str:
    """A pattern of the listed words, the longest first; `space` is what may stand for a space within one.

    Without words it matches nothing. It has no group of its own.
    """
    listed = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", space) for word in listed) or "(?!)"
