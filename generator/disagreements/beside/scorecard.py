"""Learned judgements as scorecards: for each named feature a step function of points, added up and made a probability.

They are trained by `tools/train_ranking.py` (boosted stumps: gradient boosting with trees of one cut, which is an
additive model; Friedman 2001, Lou et al. 2012) and kept in `scorecards.json`, which also says on what, and how well
they did on events they had not seen.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
import numpy.typing as npt

from generator.model.record import Record


class Steps(Record, frozen=True):
    """`points[n]` are given to a value above exactly n of the ascending `cuts`."""

    cuts: tuple[float, ...]
    points: tuple[float, ...]


class Scorecard(Record, frozen=True):
    """An additive model of log-odds: `base` and the points of each feature."""

    base: float
    steps: dict[str, Steps]

    def odds(self, rows: Sequence[Mapping[str, float]]) -> npt.NDArray[np.float64]:
        """The log-odds of each row; a feature that a row lacks counts as 0."""
        total = np.full(len(rows), self.base)
        for feature, steps in self.steps.items():
            values = [float(row.get(feature, 0.0)) for row in rows]
            total += np.asarray(steps.points)[np.searchsorted(steps.cuts, values, side="left")]
        return total

    def judge(self, rows: Sequence[Mapping[str, float]]) -> npt.NDArray[np.float64]:
        """The probability of each row."""
        probability: npt.NDArray[np.float64] = 1 / (1 + np.exp(-self.odds(rows)))
        return probability


class Trained(Record, frozen=True):
    """The file of scorecards: what they were trained on, with its digest, and the cross-validated figures."""

    trained_on: str
    digest: str
    figures: dict[str, float]
    scorecards: dict[str, Scorecard]


@cache
def scorecards() -> dict[str, Scorecard]:
    """The committed scorecards by name."""
    text = files("generator.disagreements.beside").joinpath("scorecards.json").read_bytes()
    return msgspec.json.decode(text, type=Trained).scorecards
