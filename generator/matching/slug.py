"""A short name of a text that is safe in addresses, file names and archives."""

import re
import unicodedata
from hashlib import blake2b

LONGEST = 80
"""Characters of a page's file name; some file systems and archives stop at 143 or 255 with the folders counted in."""


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and single hyphens; a digest where nothing else is left or the text is long."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    short = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    if not short:
        return digest(text)
    return short if len(short) <= LONGEST else f"{short[:LONGEST].strip('-')}-{digest(text)}"


def digest(text: str) -> str:
    """Eight hexadecimal digits that stand for the text."""
    return blake2b(text.encode(), digest_size=4).hexdigest()
