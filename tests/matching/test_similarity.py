from pathlib import Path

import numpy as np
import pytest

from generator.matching.similarity import similarities
from tests.stories import analysed, read

TEXTS = {
    "a": "The council of Riga approved a new bridge over the Daugava after hours of debate about its cost.",
    "b": "Riga will get a new bridge over the Daugava. The council approved its cost after a long debate.",
    "c": "A fire destroyed a warehouse of Baltic Steel in Liepaja; nobody was hurt.",
}


def test_alike_articles_are_alike_even_alone(tmp_path: Path) -> None:
    analyses = analysed(read(tmp_path, {name: {"text": text} for name, text in TEXTS.items()}))
    two = similarities([analyses["a"], analyses["b"]])
    three = similarities([analyses["a"], analyses["b"], analyses["c"]])
    assert two[0, 1] > 0.3
    assert three[0, 1] > 5 * max(three[0, 2], three[1, 2])


def test_matrix_is_symmetric_with_ones(tmp_path: Path) -> None:
    analyses = analysed(read(tmp_path, {name: {"text": text} for name, text in TEXTS.items()}))
    matrix = similarities(list(analyses.values()))
    assert np.allclose(matrix, matrix.T)
    assert np.diag(matrix) == pytest.approx(1)


def test_no_articles() -> None:
    assert similarities([]).shape == (0, 0)
