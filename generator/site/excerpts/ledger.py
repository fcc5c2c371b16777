"""How many words of each article are shown: distinct words, wherever they stand and in whichever article's name.

Articles copy one another, so a passage of one is counted against every article that holds the same run of words.
"""

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from generator.matching.locate import count_words, each_word, words
from generator.model.site import Site
from generator.model.text import Article, Passage

RUN = 8
"""Consecutive words that make a copy; fewer are shared by chance, or because they are a name."""

_RESERVE = 50
"""One word in so many stays free: the words of a page beside a quotation may go on with the article's by chance."""

_NEAR = 0.9

_Run = bytes
"""The numbers of `RUN` words, eight bytes each."""


class _Read:
    """An article's words as they are compared, a number each, and where each begins and ends."""

    def __init__(self, body: str) -> None:
        spans = words(body)
        self.keys = array("q", [_number(body[start:end]) for start, end in spans])
        self._starts, self._ends = array("I", [start for start, _ in spans]), array("I", [end for _, end in spans])

    def numbers(self, start: int, end: int) -> range:
        """The numbers of the words that stand in `body[start:end]`, be it in part."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))


# A preview fits the same articles again at every change; of a large site's, only some are held.
_read = lru_cache(maxsize=500)(_Read)


class Ledger:
    """The account of what is shown of each article, and of what may be.

    `share` and `least` make the cap of an article: that share of its words or that many, whichever is more. `noted` are
    texts that are shown in any case: what they quote of the articles is counted at once. `spared` is how many words of
    an article's cap stay free besides.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        *,
        share: float,
        least: int,
        noted: Iterable[str] = (),
        spared: Mapping[str, int] | None = None,
    ) -> None:
        self._spared = spared or {}
        self._read = {article.id: _read(article.body) for article in articles}
        self._told = told = {run for text in noted for run in _runs(_keys(text))}
        self._runs, self._places = _index({name: each.keys for name, each in self._read.items()}, told)
        self.rights = {article.id: article.rights for article in articles}
        self.allowed = {article.id: _allowed(article, share=share, least=least) for article in articles}
        self.shown: dict[str, set[int]] = {article.id: set() for article in articles}
        for run in told:
            for article, place in self._runs.get(run, ()):
                self.shown[article].update(range(place, place + RUN))

    def admit(self, passages: Iterable[Passage], *, always: bool = False) -> bool:
        """Show all of the passages if every cap allows it (or `always`), and say whether they are shown."""
        passages = tuple(passages)
        new = self._new(passages)
        if not always and not self._all_may(new, passages):
            return False
        for article, numbers in new.items():
            self.shown[article] |= numbers
        for passage in passages:
            self._told |= self._runs_of(passage)
        return True

    def fits(self, passages: Collection[Passage]) -> bool:
        """Whether every cap allows all of the passages to be shown."""
        return self._all_may(self._new(passages), passages)

    def _all_may(self, new: Mapping[str, set[int]], passages: Collection[Passage]) -> bool:
        owners = {passage.article for passage in passages}
        return all(self._may(article, len(numbers), owners) for article, numbers in new.items())

    def _new(self, passages: Iterable[Passage]) -> Mapping[str, set[int]]:
        """The numbers of the words that would be shown besides those that are, by article."""
        new: dict[str, set[int]] = {}
        for passage in passages:
            for article, numbers in self._covered(passage).items():
                new.setdefault(article, set()).update(numbers - self.shown[article])
        return new

    def _may(self, article: str, more: int, owners: set[str]) -> bool:
        # A copy that may not be shown says nothing of the article that it copies.
        if self.rights[article] == "full" or (self.rights[article] == "withheld" and article not in owners):
            return True
        allowed = self.allowed[article]
        return len(self.shown[article]) + more <= allowed - allowed // _RESERVE - self._spared.get(article, 0)

    def _covered(self, passage: Passage) -> Mapping[str, set[int]]:
        """The numbers of the words that the passage shows, by article."""
        covered = {passage.article: set(self._numbers(passage))}
        # What has been shown is shown in every article that has it: nothing is new of it.
        for run in self._runs_of(passage) - self._told:
            for article, place in self._runs.get(run, ()):
                covered.setdefault(article, set()).update(range(place, place + RUN))
        return covered

    def _numbers(self, passage: Passage) -> range:
        """The numbers of the words that stand in a passage."""
        return self._read[passage.article].numbers(passage.start, passage.end)

    def _runs_of(self, passage: Passage) -> set[_Run]:
        """The runs of words in a passage that stand twice or are told, each once: nearly all passages have none."""
        places = self._places[passage.article]
        if not places:
            return set()
        numbers = self._numbers(passage)
        held = places[bisect_left(places, numbers.start) : bisect_right(places, numbers.stop - RUN)]
        keys = self._read[passage.article].keys
        return {keys[place : place + RUN].tobytes() for place in held}


def count_shown(texts: Iterable[str], article: Article) -> int:
    """How many words of the article stand in `texts`, counting runs of at least 8 words and each word once.

    For checking a built site: `texts` are its pages, search index, feeds and data files as plain text, one by one.
    """
    published = {run for text in texts for run in _runs(_keys(text))}
    shown = {n + step for n, run in enumerate(_runs(_keys(article.body))) if run in published for step in range(RUN)}
    return len(shown)


def overrun(texts: Iterable[str], site: Site) -> dict[str, int]:
    """By how many words a built site goes over the cap of an article; `texts` are its files as plain text.

    Near copies that stand side by side on a page may go on with one another's words. Only articles of which nearly all
    that may be shown is shown are looked at.
    """
    near = {e.article: e.allowed for e in site.excerpts if e.words >= _NEAR * e.allowed}
    articles = [a for a in site.articles if a.id in near and a.rights == "excerpt"]
    if not articles:
        return {}
    own = {article.id: _digests(_keys(article.body)) for article in articles}
    known = np.unique(np.concatenate(list(own.values())))
    begun = np.zeros(1 << 24, dtype=bool)  # by how a known one begins: most are not, and need not be looked for
    begun[known >> _REST] = True
    published = np.zeros(len(known) + 1, dtype=bool)
    for text in texts:
        runs = _digests(_keys(text))
        runs = runs[begun[runs >> _REST]]
        places = np.searchsorted(known, runs)
        published[places[_stands_at(known, runs, places)]] = True
    shown = {name: _words_shown(published[np.searchsorted(known, runs)]) for name, runs in own.items()}
    return {name: words - near[name] for name, words in shown.items() if words > near[name]}


def _stands_at(known: NDArray[np.uint64], runs: NDArray[np.uint64], places: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of the runs are known, each at its place."""
    if not len(known):
        return np.zeros(len(runs), dtype=bool)
    return np.asarray(known[np.minimum(places, len(known) - 1)] == runs)


def _words_shown(begun: NDArray[np.bool_]) -> int:
    """How many words stand in the runs that begin at the marked ones."""
    shown = np.zeros(len(begun) + RUN - 1, dtype=bool)
    for step in range(RUN):
        shown[step : step + len(begun)] |= begun
    return int(shown.sum())


def _allowed(article: Article, *, share: float, least: int) -> int:
    if article.rights == "withheld":
        return 0
    count = _counted(article.body, tuple((part.start, part.end) for part in article.story))
    return count if article.rights == "full" else min(count, max(int(share * count), least))


@lru_cache(maxsize=500)
def _counted(body: str, parts: tuple[tuple[int, int], ...]) -> int:
    return sum(count_words(body, *part) for part in parts)


def _index(
    read: Mapping[str, "array[int]"], told: Set[_Run]
) -> tuple[Mapping[_Run, Sequence[tuple[str, int]]], Mapping[str, Sequence[int]]]:
    """Where each run stands that stands twice or is `told`, and the places of these in each article, ascending.

    Of the others, nearly all, only digests are ever held. Two runs of one
    digest do no harm: whichever is held is held as it is.
    """
    digests = np.concatenate([np.zeros(0, dtype=np.uint32), *(_short(keys) for keys in read.values())])
    digests.sort()
    twice = digests[1:][digests[1:] == digests[:-1]]
    wanted = np.union1d(twice, _short(b"".join(told))[::RUN])
    index: dict[_Run, list[tuple[str, int]]] = defaultdict(list)
    places: dict[str, list[int]] = {}
    for article, keys in read.items():
        own = _short(keys)
        held = np.searchsorted(wanted, own, side="right") > np.searchsorted(wanted, own)
        places[article] = np.flatnonzero(held).tolist()
        for place in places[article]:
            index[keys[place : place + RUN].tobytes()].append((article, place))
    return index, places


def _short(keys: "array[int] | bytes") -> NDArray[np.uint32]:
    """A smaller number for each run of words; two runs may share it."""
    return (_digests(keys) >> np.uint64(32)).astype(np.uint32)


def _digests(keys: "array[int] | bytes") -> NDArray[np.uint64]:
    """A number for each run of words."""
    found = np.frombuffer(keys, dtype=np.uint64)
    if len(found) < RUN:
        return found[:0]
    factor, size = _FACTOR, 1
    while size < RUN:  # two runs of half the length make one
        found = found[:-size] * np.uint64(factor) + found[size:]
        factor, size = factor * factor % 2**64, size * 2
    return found


_FACTOR = 0x9E3779B97F4A7C15
_REST = np.uint64(40)  # bits


def _runs(keys: "array[int]") -> Iterator[_Run]:
    plain, size = keys.tobytes(), keys.itemsize
    return (plain[n * size : (n + RUN) * size] for n in range(len(keys) - RUN + 1))


def _keys(text: str) -> "array[int]":
    """A number for each word of a text."""
    return array("q", map(_number, each_word(text)))


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    """A number for a word as it is compared: signs and case are a printer's, not a writer's."""
    return hash(unicodedata.normalize("NFKC", word).casefold().replace("’", "'"))
