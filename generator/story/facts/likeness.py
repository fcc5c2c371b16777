"""How alike the clauses of an event's articles are: in weighted words and in meaning."""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from generator.matching.embedding import embed
from generator.story.facts.clauses import Clause

Matrix = npt.NDArray[np.float64]


def likeness(clauses: Sequence[Clause], texts: Sequence[str]) -> Matrix:
    """The mean of the cosines of tf-idf vectors over the event's clauses and of static embeddings of `texts`."""
    if not clauses:
        return np.zeros((0, 0))
    meaning = embed(texts).astype(np.float64)
    terms = _terms(clauses)
    return (terms @ terms.T + meaning @ meaning.T) / 2


def _terms(clauses: Sequence[Clause]) -> Matrix:
    counts = Counter(lemma for clause in clauses for lemma in clause.lemmas)
    columns = {lemma: number for number, lemma in enumerate(sorted(counts))}
    matrix = np.zeros((len(clauses), max(1, len(columns))))
    for row, clause in enumerate(clauses):
        for lemma in clause.lemmas:
            matrix[row, columns[lemma]] = math.log(1 + len(clauses) / counts[lemma])
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    scaled: Matrix = matrix / np.where(lengths < 1e-9, 1.0, lengths)
    return scaled
