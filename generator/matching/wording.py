"""Words as they are compared: with their place in the text, and blind to what printers and editors change.

A shared vocabulary of pure text functions; steps may import it. Case, accents, apostrophes, full stops and hyphens are
no difference, nor is a contraction against its long form or a numeral against its word.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from generator.language.numbers.numerals import CARDINALS


class Word(NamedTuple):
    """One word, `body[start:end]`, and the `key` it is compared by.

    A contraction gives two words with the same place. `gap` says that words may be missing before it (an ellipsis, or
    another part of a split quotation); `bracketed` that it is an editor's insertion.
    """

    start: int
    end: int
    key: str
    gap: bool = False
    bracketed: bool = False


# English contractions are a closed class; "'s" is left alone because it may be a possessive.
_CONTRACTIONS = {
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'m": "am",
    "'d": "would",
}
_FUSED = {
    "it's": ("it", "is"),
    "that's": ("that", "is"),
    "there's": ("there", "is"),
    "here's": ("here", "is"),
    "what's": ("what", "is"),
    "he's": ("he", "is"),
    "she's": ("she", "is"),
    "let's": ("let", "us"),
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
}
# What house styles abbreviate: titles, and the names of states and bodies lose their full stops anyway.
_ABBREVIATED = {
    "gen": "general",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "lt": "lieutenant",
    "col": "colonel",
    "sgt": "sergeant",
    "prof": "professor",
    "dr": "doctor",
    "dept": "department",
    "ok": "okay",
    "pct": "percent",
    "%": "percent",
    "&": "and",
}
# A masked profanity ("d**n") is one word.
_TOKEN = re.compile(r"\w+(?:\*+\w*)?(?:[.,]\w+)*(?:[-‐‑'’]\w+)*|[%&]")
_GAP = re.compile(r"\.\s?\.\s?\.|…|(?<!\w)\*\s?\*\s?\*(?!\w)")


def words(body: str, start: int, end: int, *, gap: bool = False) -> list[Word]:
    """The words of `body[start:end]` in order; the first one follows a gap if `gap` says so."""
    brackets = [(m.start(), m.end()) for m in re.finditer(r"\[[^\]]*\]|\([^)]*\)", body[start:end])]
    found: list[Word] = []
    last = 0
    text = body[start:end]
    for match in _TOKEN.finditer(text):
        after_gap = gap or bool(_GAP.search(text, last, match.start()))
        inside = any(low <= match.start() < high for low, high in brackets)
        for number, key in enumerate(keys(match[0])):
            opens = after_gap and number == 0
            found.append(Word(start + match.start(), start + match.end(), key, opens, inside))
        last, gap = match.end(), False
    return found


@lru_cache(maxsize=65536)
def keys(token: str) -> tuple[str, ...]:
    """What one written word is compared by: one key, or several for a contraction or a hyphenated compound."""
    plain = _plain(token)
    if plain in _FUSED:
        return _FUSED[plain]
    if plain.endswith("n't"):
        return (plain[:-3], "not")
    for ending, long in _CONTRACTIONS.items():
        if plain.endswith(ending) and len(plain) > len(ending):
            return (plain[: -len(ending)], long)
    if "-" in plain:
        return tuple(part for piece in plain.split("-") for part in keys(piece) if part)
    bare = plain.replace("'", "").replace(".", "").replace(",", "")
    bare = _ABBREVIATED.get(bare, bare)
    return (str(CARDINALS.get(bare, bare)),)


def _plain(text: str) -> str:
    """`text` in lower case, without accents, with plain apostrophes and hyphens."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return bare.replace("’", "'").replace("‘", "'").replace("‐", "-").replace("‑", "-")


def joined(run: Iterable[Word]) -> str:
    """The keys of a run of words without spaces, so that "world view" equals "worldview"."""
    return "".join(word.key for word in run)
