"""What an article speaks of, as a small record, and how alike many articles are by it, without holding each to each.

Terms count by tf-idf (Salton and Buckley, 1988) with sublinear term frequency, and weigh by how rare they are in
general, so that no third article has a part in how alike two are. Where the likest of a folder are asked for, they
weigh by how many of its articles have them: a folder may hold three articles of one event, where a plain idf would
give the very words they share no weight at all, so document frequencies are counted as if the folder lay among
further articles, in which names and numbers are rare, other words less so. An inverted index finds the pairs that
share words; what shares none is never looked at.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

import numpy as np
from numpy.typing import NDArray

from generator.matching.rarity import rarity
from generator.model.analysis import Analysis, Token
from generator.model.record import Record
from generator.model.text import Article

Numbers = NDArray[np.int64]
Values = NDArray[np.float64]
Scores = NDArray[np.float32]
Row = tuple[Numbers, Scores]

# So few imagined articles bring out what sets articles of one topic apart.
CLOSE = 5
RARE_SHARE, COMMON_SHARE = 0.02, 0.1
# News tells what happened first and what else there is to know later: the first tokens count more.
LEAD, LEAD_WEIGHT = 120, 4
# A headline names the happening where the text may come to it by a detour: of 12 labelled draws 12 to 24 do alike.
HEADLINE_WEIGHT = 16
_WORD = re.compile(r"[^\W_]+(?:(?:\.|[’'](?!s\b))[^\W_]+)*")
# An outlet or a rubric beside the headline: the longest part is the headline.
_BESIDE = re.compile(r"\s+[|–—-]\s+")
# The logarithm of the rank up to which words are everybody's and set nothing apart.
EVERYDAY = 3.6
# Between languages: so many names at least must be written alike, and their share counts half, since a story has more
# names than its telling in another country keeps.
NAMES_ACROSS, ACROSS = 3, 0.5
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# More values than these are multiplied a part at a time.
_AT_ONCE = 1 << 23


class Terms(Record, frozen=True):
    """The content words of an article, sorted, how often each counts (more in the lead), and how rare each is.

    `leads` is how often each stands in the lead. `headline` are the words of its headline, in the form under which they
    are counted. `names` are those that it writes
    as names or numbers, `capitals` those that may be names in any language. `grammar` is False where no model reads the
    `language`.
    """

    words: tuple[str, ...]
    counts: tuple[int, ...]
    leads: tuple[int, ...]
    weights: tuple[float, ...]
    headline: tuple[str, ...]
    names: tuple[str, ...]
    capitals: tuple[str, ...]
    language: str
    grammar: bool


def terms_of(article: Article, analysis: Analysis) -> Terms:
    """The terms of one article."""
    counts: Counter[str] = Counter()
    leads: Counter[str] = Counter()
    named: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, str] = {}
    for number, token in enumerate(analysis.tokens):
        if word := term(token):
            counts[word] += LEAD_WEIGHT if number < LEAD else 1
            leads[word] += number < LEAD
            named[token.pos].add(word)
            forms[token.text.lower()] = word
    headline = {forms.get(form, form if analysis.grammar else "") for form in headline_words(article.title or "")}
    words = sorted(counts)
    return Terms(
        words=tuple(words),
        counts=tuple(counts[word] for word in words),
        leads=tuple(leads[word] for word in words),
        weights=tuple(_weight(word) for word in words),
        headline=tuple(sorted(headline - {""})),
        names=tuple(sorted(named["PROPN"] | named["NUM"])),
        capitals=tuple(sorted(named["PROPN"] | named["X"])),
        language=analysis.language,
        grammar=analysis.grammar,
    )


def _weight(word: str) -> float:
    return max(0.0, rarity(word) - EVERYDAY)


def headline_words(title: str) -> set[str]:
    """The words of a headline in small letters; the text tells of which term they are forms."""
    told = max(_BESIDE.split(title), key=len)
    return {word for word in _WORD.findall(told.lower()) if len(word) > 1}


def term(token: Token) -> str:
    """The form under which a content word is counted: a name as written, any other word by its lemma; else "".

    Of a language that no model reads, words in capitals are all that may be names.
    """
    if token.pos == "X":
        return token.text.lower() if token.text[0].isupper() and len(token.text) > 2 else ""
    if token.pos not in _CONTENT or len(token.text) < 2:
        return ""
    return (token.text if token.pos == "PROPN" else token.lemma).lower()


class Rows:
    """Articles as sparse rows of unit length, in the order given.

    `weights` are those of the words by word, where the words' own rarity is not what counts; nor do headlines then.
    """

    def __init__(self, terms: Iterable[Terms], weights: Mapping[str, float] | None = None) -> None:
        numbers: dict[str, int] = {}
        counted: list[Row] = []
        leads: list[Row] = []
        self._across = _Across()
        for one in terms:
            counts, lead = dict(zip(one.words, one.counts, strict=True)), dict[str, int]()
            own = weights or dict(zip(one.words, one.weights, strict=True))
            if weights is None:
                counts |= {word: counts.get(word, 0) + HEADLINE_WEIGHT for word in one.headline}
                lead = {word: count for word, count in zip(one.words, one.leads, strict=True) if count}
                lead |= {word: lead.get(word, 0) + HEADLINE_WEIGHT for word in one.headline}
            columns = np.array([numbers.setdefault(word, len(numbers)) for word in counts], dtype=np.int64)
            rare = np.array([own[word] if word in own else _weight(word) for word in counts])
            counted.append((columns, _unit(list(counts.values()), rare)))
            first = np.array([number for number, word in enumerate(counts) if word in lead], dtype=np.int64)
            leads.append((columns[first], _unit([lead[word] for word in counts if word in lead], rare[first])))
            among = np.searchsorted(one.words, one.capitals) if one.capitals else np.zeros(0, dtype=np.int64)
            self._across.add(one, columns[among], np.array(one.weights)[among])
        # Columns in the order of their words, so that sums do not hang on the order of the articles.
        ranks = np.empty(len(numbers), dtype=np.int64)
        ranks[[numbers[word] for word in sorted(numbers)]] = np.arange(len(numbers))
        self._rows = [(ranks[columns[values > 0]], values[values > 0]) for columns, values in counted]
        self._leads = [(ranks[columns], values) for columns, values in leads]
        self._places = np.full(len(numbers), -1, dtype=np.int64)

    def cosines(self, ones: Sequence[int], others: Sequence[int]) -> Scores:
        """The cosine of each article of `ones` with each of `others`, 0 to 1, a row and a column each.

        Where two are of different languages, a part of the share of the names that both write alike.
        """
        held = [self._rows[number][0] for number in ones]
        terms = np.unique(np.concatenate(held)) if held else np.zeros(0, dtype=np.int64)
        size = max(1, _AT_ONCE // max(1, len(ones) + len(others)))
        found = np.zeros((len(ones), len(others)), dtype=np.float32)
        for at in range(0, len(terms), size):
            part = terms[at : at + size]
            found += self._dense(self._rows, ones, part) @ self._dense(self._rows, others, part).T
        self._across.put(found, ones, others)
        return found

    def are_mixed(self, numbers: Iterable[int]) -> bool:
        """Whether articles are of several languages, between which only names are compared."""
        return self._across.are_mixed(numbers)

    def beyond(self, ones: Sequence[int], topic: Sequence[int]) -> Scores:
        """How alike articles are in what not all of their `topic` tell, 0 to 1: the geometric mean of two cosines.

        One is that of the terms by how rare they are among the topic's articles too, the other that of the leads, where
        the happening is told. `topic` holds `ones`.
        """
        columns, counts = np.unique(np.concatenate([self._rows[number][0] for number in topic]), return_counts=True)
        told = self._dense(self._rows, ones, columns) * np.log((len(topic) + 1) / counts).astype(np.float32)
        told /= np.maximum(np.linalg.norm(told, axis=1, keepdims=True), np.float32(1e-9))
        first = self._dense(self._leads, ones, np.unique(np.concatenate([self._leads[number][0] for number in ones])))
        found: Scores = np.sqrt((told @ told.T) * (first @ first.T))
        return found

    def _dense(self, rows: Sequence[Row], numbers: Sequence[int], terms: Numbers) -> Scores:
        dense = np.zeros((len(numbers), len(terms)), dtype=np.float32)
        self._places[terms] = np.arange(len(terms))
        for row, number in enumerate(numbers):
            columns, values = rows[number]
            places = self._places[columns]
            dense[row, places[places >= 0]] = values[places >= 0]
        self._places[terms] = -1
        return dense

    def alike(self, order: Numbers, until: Numbers) -> Iterator[tuple[int, Numbers, Values]]:
        """As `within`, and each against all articles of other languages that share names with it."""
        yield from self.within(order, until)
        yield from self._across.alike()

    def within(self, order: Numbers, until: Numbers) -> Iterator[tuple[int, Numbers, Values]]:
        """Each article with those that share words with it, and the cosines by these.

        Articles stand in `order`; the one at place n is held against those after it up to the place `until[n]`
        (exclusive).
        """
        columns = np.concatenate([self._rows[n][0] for n in order] or [np.zeros(0, dtype=np.int64)])
        values = np.concatenate([self._rows[n][1] for n in order] or [np.zeros(0, dtype=np.float32)])
        lengths = [len(self._rows[n][0]) for n in order]
        keys = columns * len(order) + np.repeat(np.arange(len(order)), lengths)
        sort = np.argsort(keys)
        keys, values = keys[sort], values[sort].astype(np.float64)
        for place, number in enumerate(order.tolist()):
            own, weights = self._rows[number]
            first = np.searchsorted(keys, own * len(order) + place + 1)
            last = np.searchsorted(keys, own * len(order) + max(place + 1, int(until[place])))
            found = _ranges(first, last)
            shared: Values = np.bincount(
                keys[found] % len(order) - place,
                weights=values[found] * np.repeat(weights.astype(np.float64), last - first),
            ).astype(np.float64)
            after = np.flatnonzero(shared)
            if len(after):
                yield number, order[after + place], shared[after]


def likest(
    terms: Callable[[], Iterable[Terms]], wanted: Sequence[int], *, least: float, most: int
) -> Iterator[tuple[int, list[tuple[int, float]]]]:
    """For each of the `wanted` articles the others that are most like it, likest first, and how much.

    Words weigh by how many of the articles have them. `terms` are gone through twice,
    so that they need not be held.
    """
    counts: Counter[str] = Counter()
    names: set[str] = set()
    articles = 0
    for articles, one in enumerate(terms(), 1):  # noqa: B007 - the last number is how many there are
        counts.update(one.words)
        names.update(one.names)
    total = articles + CLOSE + 1
    shares = {word: RARE_SHARE if word in names else COMMON_SHARE for word in counts}
    rows = Rows(terms(), {word: float(np.log(total / (n + CLOSE * shares[word]))) for word, n in counts.items()})
    chosen = set(wanted)
    order = np.array([*wanted, *(n for n in range(articles) if n not in chosen)], dtype=np.int64)
    places = np.arange(len(order))
    until = np.where(places < len(wanted), len(order), places)
    found: dict[int, list[tuple[float, int]]] = {number: [] for number in wanted}
    for number, others, cosines in rows.within(order, until):
        for other, cosine in zip(others[cosines >= least].tolist(), cosines[cosines >= least].tolist(), strict=True):
            for a, b in ((number, other), (other, number)):
                if a in found:
                    found[a] = nsmallest(most, [*found[a], (-cosine, b)])
    for number in wanted:
        yield number, [(other, -cosine) for cosine, other in found[number]]


def _unit(counts: Sequence[int], weights: Values) -> Scores:
    values: Scores = ((1 + np.log(np.array(counts, dtype=np.float64))) * weights).astype(np.float32)
    return values / max(float(np.linalg.norm(values)), 1e-9)


def _ranges(first: Numbers, last: Numbers) -> Numbers:
    """The numbers from each of `first` to the one of `last` (exclusive), one range after the other."""
    lengths = last - first
    starts = np.repeat(first - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
    ranges: Numbers = starts + np.arange(len(starts))
    return ranges


class _Across:
    """How alike articles of different languages are: by the names that both write alike."""

    def __init__(self) -> None:
        self._languages: list[str] = []
        self._names: list[tuple[Numbers, Values]] = []
        self._read: list[bool] = []

    def add(self, terms: Terms, names: Numbers, weights: Values) -> None:
        """The next article, with the numbers of its names and how rare they are."""
        self._languages.append(terms.language)
        self._names.append((names, weights))
        self._read.append(terms.grammar)

    def are_mixed(self, numbers: Iterable[int]) -> bool:
        """Whether articles are of several languages."""
        return len({self._languages[number] for number in numbers}) > 1

    def put(self, found: Scores, ones: Sequence[int], others: Sequence[int]) -> None:
        """Set what is between languages."""
        if not self.are_mixed((*ones, *others)):
            return
        for row, one in enumerate(ones):
            for column, other in enumerate(others):
                if self._languages[one] != self._languages[other]:
                    found[row, column] = self._likeness(one, other)

    def alike(self) -> Iterator[tuple[int, Numbers, Values]]:
        """Each article with those of other languages that share enough names with it, and how alike they are."""
        if not self.are_mixed(range(len(self._languages))):
            return
        homes: dict[int, list[int]] = defaultdict(list)
        for number, (held, _) in enumerate(self._names):
            names = held.tolist()
            told = Counter(
                other for name in names for other in homes[name] if self._languages[other] != self._languages[number]
            )
            found = sorted(other for other, shared in told.items() if shared >= NAMES_ACROSS)
            if found:
                yield number, np.array(found), np.array([self._likeness(number, other) for other in found])
            for name in names:
                homes[name].append(number)

    def _likeness(self, one: int, other: int) -> float:
        # Where nouns have capitals as names do, the other article's names tell which are names.
        mine, theirs = ({n: float(w) for n, w in zip(*self._names[number], strict=True)} for number in (one, other))
        sides = [side for side, n in ((mine, one), (theirs, other)) if self._read[n]] or [{**mine, **theirs}]
        told = min(sum(side[name] for name in sorted(side)) for side in sides)
        both = sorted(mine.keys() & theirs.keys())
        return ACROSS * sum(mine[name] for name in both) / told if told and len(both) >= NAMES_ACROSS else 0.0
