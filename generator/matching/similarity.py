"""How alike articles are in what they speak of: cosine of weighted terms. Shared by the steps that pair articles.

The weights are tf-idf (Salton and Buckley, 1988) with sublinear term frequency. A folder may hold three articles of
one event, where a plain idf would give the very words they share no weight at all; so document frequencies are counted
as if the folder lay among further articles, in which names and numbers are rare, other words less so.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.matching.embedding import rarity
from generator.model.analysis import Analysis, Token

# So few imagined articles bring out what sets articles of one topic apart.
CLOSE = 5
RARE_SHARE, COMMON_SHARE = 0.02, 0.1
# News tells what happened first and what else there is to know later: the first tokens count more.
LEAD, LEAD_WEIGHT = 120, 4
# The logarithm of the rank up to which words are everybody's and set nothing apart.
EVERYDAY = 7.0
# Between languages: so many names at least must be written alike, and their share counts half, since a story has more
# names than its telling in another country keeps.
NAMES_ACROSS, ACROSS = 3, 0.5
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


class TermRows:
    """The weighted terms of articles as sparse rows of unit length, in the order given."""

    def __init__(self, counts: Sequence[Mapping[str, int]], weights: Mapping[str, float]) -> None:
        columns = {word: number for number, word in enumerate(sorted(weights))}
        self._rows = [_unit_row(count, weights, columns) for count in counts]

    def __len__(self) -> int:
        return len(self._rows)

    def cosines(self, ones: Sequence[int], others: Sequence[int]) -> NDArray[np.float32]:
        """The cosine of each article of `ones` with each of `others`, 0 to 1, a row and a column each."""
        held = [self._rows[number][0] for number in ones]
        terms = np.unique(np.concatenate(held)) if held else np.zeros(0, dtype=np.int64)
        product: NDArray[np.float32] = self._dense(ones, terms) @ self._dense(others, terms).T
        return product

    def _dense(self, numbers: Sequence[int], terms: NDArray[np.int64]) -> NDArray[np.float32]:
        dense = np.zeros((len(numbers), len(terms)), dtype=np.float32)
        for row, number in enumerate(numbers):
            columns, values = self._rows[number]
            shared = np.isin(columns, terms, assume_unique=True)
            dense[row, np.searchsorted(terms, columns[shared])] = values[shared]
        return dense


class RowsOfLanguages(TermRows):
    """The same for articles of several languages: two of different ones by the names that both write alike."""

    def __init__(
        self, counts: Sequence[Mapping[str, int]], weights: Mapping[str, float], analyses: Sequence[Analysis]
    ) -> None:
        super().__init__(counts, weights)
        self._weights, self._languages = weights, [analysis.language for analysis in analyses]
        self._names = [{term(t) for t in a.tokens if t.pos in ("PROPN", "X")} - {""} for a in analyses]
        self._read = [analysis.grammar for analysis in analyses]

    def cosines(self, ones: Sequence[int], others: Sequence[int]) -> NDArray[np.float32]:
        """The cosine where two articles are of one language, else part of the share of their names."""
        found = super().cosines(ones, others)
        for row, one in enumerate(ones):
            for column, other in enumerate(others):
                if self._languages[one] != self._languages[other]:
                    found[row, column] = self._across(one, other)
        return found

    def _across(self, one: int, other: int) -> float:
        # Where nouns have capitals as names do, the other article's names tell which are names.
        sides = [self._names[n] for n in (one, other) if self._read[n]] or [self._names[one] | self._names[other]]
        told = min(sum(self._weights[word] for word in side) for side in sides)
        both = self._names[one] & self._names[other]
        return ACROSS * sum(self._weights[word] for word in both) / told if told and len(both) >= NAMES_ACROSS else 0.0


def _unit_row(
    count: Mapping[str, int], weights: Mapping[str, float], columns: Mapping[str, int]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    words = sorted(count)
    values = np.array([(1 + np.log(count[word])) * weights[word] for word in words], dtype=np.float32)
    length = max(float(np.linalg.norm(values)), 1e-9)
    return np.array([columns[word] for word in words], dtype=np.int64), values / length


def term(token: Token) -> str:
    """The form under which a content word is counted: a name as written, any other word by its lemma; else "".

    Of a language that no model reads, words in capitals are all that may be names.
    """
    if token.pos == "X":
        return token.text.lower() if token.text[0].isupper() and len(token.text) > 2 else ""
    if token.pos not in _CONTENT or len(token.text) < 2:
        return ""
    return (token.text if token.pos == "PROPN" else token.lemma).lower()


def similarities(analyses: Sequence[Analysis]) -> NDArray[np.float32]:
    """The cosine of every two articles, 0 to 1, as a square matrix in the order given."""
    counts = [_counted(analysis) for analysis in analyses]
    names = {term(t) for a in analyses for t in a.tokens if t.pos in ("PROPN", "NUM")}
    everyone = range(len(counts))
    return TermRows(counts, _weights(counts, names, CLOSE)).cosines(everyone, everyone)


def term_rows(analyses: Sequence[Analysis]) -> TermRows:
    """The articles as rows whose cosines are as above, but with weights of words in general: no third has a part."""
    counts = [_counted(analysis) for analysis in analyses]
    words = {word for count in counts for word in count}
    weights = {word: max(0.0, rarity(word) - EVERYDAY) for word in words}
    several = len({analysis.language for analysis in analyses}) > 1
    return RowsOfLanguages(counts, weights, analyses) if several else TermRows(counts, weights)


def _counted(analysis: Analysis) -> Counter[str]:
    counts: Counter[str] = Counter()
    for number, token in enumerate(analysis.tokens):
        if word := term(token):
            counts[word] += LEAD_WEIGHT if number < LEAD else 1
    return counts


def _weights(counts: Sequence[Counter[str]], names: set[str], among: int) -> dict[str, float]:
    """The idf of every term, background included."""
    held = Counter(word for count in counts for word in count)
    total = len(counts) + among + 1
    shares = {word: RARE_SHARE if word in names else COMMON_SHARE for word in held}
    return {word: float(np.log(total / (n + among * shares[word]))) for word, n in held.items()}
