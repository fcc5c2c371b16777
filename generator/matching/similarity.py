"""How alike articles are in what they speak of: cosine of weighted terms. Shared by the steps that pair articles.

The weights are tf-idf (Salton and Buckley, 1988) with sublinear term frequency. A folder may hold three articles of
one event, where a plain idf would give the very words they share no weight at all; so document frequencies are counted
as if the folder lay among further articles, in which names and numbers are rare, other words less so.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from generator.matching.embedding import rarity
from generator.model.analysis import Analysis, Token

# So few imagined articles bring out what sets articles of one topic apart.
CLOSE = 5
RARE_SHARE, COMMON_SHARE = 0.02, 0.1
# News tells what happened first and what else there is to know later: the first tokens count more.
LEAD, LEAD_WEIGHT = 120, 4
# The logarithm of the rank up to which words are everybody's and set nothing apart.
EVERYDAY = 7.0
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def term(token: Token) -> str:
    """The form under which a content word is counted: a name as written, any other word by its lemma; else ""."""
    if token.pos not in _CONTENT or len(token.text) < 2:
        return ""
    return (token.text if token.pos == "PROPN" else token.lemma).lower()


def similarities(analyses: Sequence[Analysis]) -> NDArray[np.float32]:
    """The cosine of every two articles, 0 to 1, as a square matrix in the order given."""
    counts = [_counted(analysis) for analysis in analyses]
    names = {term(t) for a in analyses for t in a.tokens if t.pos in ("PROPN", "NUM")}
    return _cosines(counts, _weights(counts, names, CLOSE))


def likenesses(analyses: Sequence[Analysis]) -> NDArray[np.float32]:
    """The cosine of every two articles as above, but with weights of words in general: no third article has a part."""
    counts = [_counted(analysis) for analysis in analyses]
    words = sorted({word for count in counts for word in count})
    return _cosines(counts, {word: max(0.0, rarity(word) - EVERYDAY) for word in words})


def _cosines(counts: Sequence[Counter[str]], weights: dict[str, float]) -> NDArray[np.float32]:
    columns = {word: number for number, word in enumerate(weights)}
    rows = [row for row, count in enumerate(counts) for _ in count]
    found = [columns[word] for count in counts for word in count]
    values = [(1 + np.log(n)) * weights[word] for count in counts for word, n in count.items()]
    matrix = csr_matrix((values, (rows, found)), shape=(len(counts), max(1, len(columns))), dtype=np.float32)
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    scale = 1 / np.maximum(lengths, 1e-9)
    cosine = (matrix @ matrix.T).toarray() * scale[:, None] * scale[None, :]
    return np.asarray(cosine, dtype=np.float32)


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
