"""Telling an article that is already there: by its address, or by nearly the same words.

Texts are compared by MinHash (Broder, 1997): the share of runs of five words that two texts have in common is
estimated from 128 hashes each, candidates come from locality-sensitive hashing.
"""

import re
from urllib.parse import urlsplit

from courlan import normalize_url
from datasketch import MinHash, MinHashLSH

from generator.model.record import Record

# Above this share of common word runs two texts are one article with a caption more or less; an agency's story that a
# paper has cut or rewritten shares less.
SAME_TEXT = 0.85
_CANDIDATE = 0.7
_PERMUTATIONS = 128
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
        self._hashes: dict[str, MinHash] = {}
        self._near = MinHashLSH(threshold=_CANDIDATE, num_perm=_PERMUTATIONS)

    def add(self, article: str, *, url: str | None, text: str) -> None:
        """Remember the article named `article`; names are unique."""
        if url:
            self._by_address.setdefault(page_key(url), article)
        if (hashed := _min_hash(text)) is not None:
            self._hashes[article] = hashed
            self._near.insert(article, hashed)

    def copy_of(self, *, url: str | None, text: str) -> Copy | None:
        """The article that this one repeats, or None."""
        if url and (known := self._by_address.get(page_key(url))):
            return Copy(article=known, by_address=True)
        if (hashed := _min_hash(text)) is None:
            return None
        shares = [(hashed.jaccard(self._hashes[name]), name) for name in sorted(self._near.query(hashed))]
        share, article = max(shares, default=(0.0, ""))
        return Copy(article=article, by_address=False, share=float(share)) if share >= SAME_TEXT else None


def page_key(url: str) -> str:
    """What two addresses of one page have in common: no scheme, `www.`, tracking parameters, fragment, final slash."""
    try:
        parts = urlsplit(normalize_url(url, trailing_slash=False))
    except (ValueError, AttributeError):
        return url
    host = parts.netloc.removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}" + (f"?{parts.query}" if parts.query else "")


def _min_hash(text: str) -> MinHash | None:
    """The hashes of the text's runs of words, case and punctuation apart; None for a text without words."""
    words = re.findall(r"\w+", text.casefold())
    if not words:
        return None
    runs = {" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))}
    hashed = MinHash(num_perm=_PERMUTATIONS)
    hashed.update_batch([run.encode() for run in sorted(runs)])
    return hashed
