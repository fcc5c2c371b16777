"""Telling an article that is already there: by its address, or by nearly the same words.

Texts are compared by their sketches (Broder, 1997): the share of runs of five words that two texts have in common is
estimated from the 128 smallest hashes of each. The library for it would bring SciPy, a fifth of what Parallax installs.
"""

import re
from collections import defaultdict
from hashlib import blake2b
from heapq import nsmallest
from urllib.parse import urlsplit

from courlan import normalize_url

from generator.model.record import Record

# Above this share of common word runs two texts are one article with a caption more or less; an agency's story that a
# paper has cut or rewritten shares less.
SAME_TEXT = 0.85
_SKETCH = 128
_RUN = 5


class Copy(Record, frozen=True):
    """An article that is there already, and how it was recognised: by "address", or by the share of common text."""

    article: str
    by_address: bool
    share: float = 1.0

    def __str__(self) -> str:
        how = "the same address" if self.by_address else f"{self.share:.0%} the same text"
        return f"it is already there: {how} as {self.article}"


class Shelf:
    """The articles that are there; it grows as articles are added."""

    def __init__(self) -> None:
        self._by_address: dict[str, str] = {}
        self._sketches: dict[str, frozenset[int]] = {}
        self._holders: dict[int, list[str]] = defaultdict(list)

    def add(self, article: str, *, url: str | None, text: str) -> None:
        """Remember the article named `article`; names are unique."""
        if url:
            self._by_address.setdefault(page_key(url), article)
        self._sketches[article] = sketch = _sketch(text)
        for each in sketch:
            self._holders[each].append(article)

    def copy_of(self, *, url: str | None, text: str) -> Copy | None:
        """The article that this one repeats, or None."""
        if url and (known := self._by_address.get(page_key(url))):
            return Copy(article=known, by_address=True)
        sketch = _sketch(text)
        near = {name for each in sketch for name in self._holders.get(each, ())}
        shares = [(_common(sketch, self._sketches[name]), name) for name in sorted(near)]
        share, article = max(shares, default=(0.0, ""))
        return Copy(article=article, by_address=False, share=share) if share >= SAME_TEXT else None


def page_key(url: str) -> str:
    """What two addresses of one page have in common: no scheme, `www.`, tracking parameters, fragment, final slash."""
    try:
        parts = urlsplit(normalize_url(url, trailing_slash=False))
    except (ValueError, AttributeError):
        return url
    host = parts.netloc.removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}" + (f"?{parts.query}" if parts.query else "")


def _sketch(text: str) -> frozenset[int]:
    """The smallest hashes of the text's runs of words, case and punctuation apart; none of a text without words."""
    words = re.findall(r"\w+", text.casefold())
    runs = {" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))} if words else set()
    hashes = (int.from_bytes(blake2b(run.encode(errors="replace"), digest_size=8).digest(), "big") for run in runs)
    return frozenset(nsmallest(_SKETCH, hashes))


def _common(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of common runs, of the smallest hashes of both texts together."""
    smallest = nsmallest(_SKETCH, one | other)
    return sum(each in one and each in other for each in smallest) / max(1, len(smallest))
