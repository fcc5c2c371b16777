"""A short name of a text that is safe in addresses, file names and archives."""

import re
import unicodedata
from hashlib import blake2b

LONGEST = 80
"""Characters of a page's file name; some file systems and archives stop at 143 or 255 with the folders counted in."""

# Letters that no accent makes, so that Unicode does not take them apart.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and single hyphens; a digest where nothing else is left or the text is long."""
    short = re.sub(r"[^a-z0-9]+", "-", plain_letters(text)).strip("-")
    if not short:
        return digest(text)
    return short if len(short) <= LONGEST else f"{short[:LONGEST].strip('-')}-{digest(text)}"


def plain_letters(text: str) -> str:
    """The text in small letters of ASCII: accents fall away, letters of their own (ø, ł, ß) become the nearest."""
    return unicodedata.normalize("NFKD", text.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()


def digest(text: str) -> str:
    """Eight hexadecimal digits that stand for the text."""
    return blake2b(text.encode(), digest_size=4).hexdigest()
