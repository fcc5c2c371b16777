"""Boosted stumps as a scorecard: what `train_ranking` writes."""

from collections.abc import Mapping, Sequence

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from generator.disagreements.beside import scorecard


def fit(
    rows: Sequence[Mapping[str, float]], truth: Sequence[bool], *, rounds: int, learning_rate: float
) -> scorecard.Scorecard:
    """A scorecard of the named numbers of each row, learned as trees of one cut each.

    Their sum is a step function of every number, so each is probed by itself.
    """
    names = sorted({name for row in rows for name in row})
    table = np.array([[float(row[name]) for name in names] for row in rows])
    model = HistGradientBoostingClassifier(
        max_leaf_nodes=2,
        random_state=0,
        max_iter=rounds,
        learning_rate=learning_rate,
        min_samples_leaf=40,
        l2_regularization=50.0,
    )
    model.fit(table, np.array(truth))
    origin = table.min(axis=0)
    base = float(model.decision_function(origin[None, :])[0])
    steps = {}
    for column, name in enumerate(names):
        values = np.unique(table[:, column])
        probes = np.repeat(origin[None, :], len(values), axis=0)
        probes[:, column] = values
        points = np.round(model.decision_function(probes) - base, 4)
        jumps = np.flatnonzero(np.diff(points))
        if len(jumps):
            cuts = tuple(float(f"{(values[j] + values[j + 1]) / 2:.6g}") for j in jumps)
            steps[name] = scorecard.Steps(cuts=cuts, points=tuple(float(points[j]) for j in (0, *(jumps + 1))))
    return scorecard.Scorecard(base=round(base, 4), steps=steps)
