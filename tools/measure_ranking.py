"""What the scorecard of passages side by side is worth on events labelled pair by pair, and what these would teach.

    python -m tools.measure_ranking GIT_DIR

GIT_DIR is a git directory of ramybaly/Article-Bias-Prediction, whose articles `labels/pairs.json` names: the likeliest
pairs of sentences of 100 events, by their places, each with what a careful reader said of it:

D   one matter, told differently in a way a reader wants to know
M   one matter, of which each tells another detail, view or aspect
W   the same claim in other words
S   the same words
O   other matters

Right for this section are D and M. Printed are the committed scorecard's figures, and those of one trained on these
labels, cross-validated by event; the curve says what more labels would bring.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score

from generator.build.pipeline import materials
from generator.content.articles import read_articles
from generator.content.settings import Settings
from generator.disagreements.beside import scorecard
from generator.disagreements.beside.matters import LEAST, MOST, pairs_of, space_of
from generator.model.story import Event, Material
from tools.corpus import markdown, stored
from tools.stumps import fit

LABELS = Path(__file__).parent / "labels" / "pairs.json"
RIGHT = frozenset("DM")
FOLDS = 10
CURVE = (25, 50, 100)
DRAWS = 1000

Floats = NDArray[np.float64]


class Labelled(NamedTuple):
    """One event: the features of its labelled pairs, and whether each is right."""

    rows: list[dict[str, float]]
    truth: list[bool]


def main() -> None:
    """Train, measure, and write if asked to."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("git", type=Path)
    cli.add_argument("--labels", type=Path, default=LABELS)
    args = cli.parse_args()
    events = labelled(args.git, json.loads(args.labels.read_text(encoding="utf-8")))
    committed = [scorecard.scorecards()["matter"].judge(event.rows) for event in events]
    print(json.dumps({"committed": figures(events, committed), "trained here": cross_validated(events)}, indent=1))


def labelled(git: Path, labels: Sequence[dict[str, Any]]) -> list[Labelled]:
    """The labelled pairs as the program sees them today; what it no longer looks at is left out, and counted."""
    wanted = {article for event in labels for article in event["articles"]}
    with tempfile.TemporaryDirectory() as folder:
        for article in stored(git):
            if article["ID"].lower() in wanted:
                (Path(folder) / f"{article['ID'].lower()}.md").write_text(markdown(article), encoding="utf-8")
        articles = read_articles(Path(folder)).articles
    events = [
        Event(id=e["id"], title="", date="", date_reason="", place="", articles=tuple(e["articles"])) for e in labels
    ]
    found = materials(articles, events, Settings())
    known = [_label(event, material) for event, material in zip(labels, found, strict=True)]
    lost = sum(len(event["pairs"]) for event in labels) - sum(len(event.truth) for event in known)
    print(f"{lost} labelled pairs are not looked at any more", file=sys.stderr)
    return known


def _label(event: dict[str, Any], material: Material) -> Labelled:
    said = {(tuple(pair[:3]), tuple(pair[3:6])): pair[6][0] for pair in event["pairs"]}
    space = space_of(material)
    places = [(claim.article, claim.start, claim.end) for claim in space.claims]
    pairs = [(pair.features, said.get((places[pair.i], places[pair.j]))) for pair in pairs_of(material, space)]
    return Labelled(
        [features for features, letter in pairs if letter], [letter in RIGHT for _, letter in pairs if letter]
    )


def fitted(events: Sequence[Labelled]) -> scorecard.Scorecard:
    """The scorecard that the labelled pairs of some events teach."""
    rows = [row for event in events for row in event.rows]
    return fit(rows, [right for event in events for right in event.truth], rounds=150, learning_rate=0.05)


def figures(events: Sequence[Labelled], worths: Sequence[Floats]) -> dict[str, Any]:
    """Mean average precision, what a page would show and its share right, and how far the probabilities hold."""
    shown = [right for event, worth in zip(events, worths, strict=True) for right in _shown(event, worth)]
    every, truth = np.concatenate(worths), np.array([t for event in events for t in event.truth])
    return {
        "events": len(events),
        "base rate": round(float(truth.mean()), 3),
        "average precision": _mean([_precision(e, w) for e, w in zip(events, worths, strict=True)]),
        "shown an event": round(len(shown) / len(events), 2),
        "right of the shown": _mean([float(right) for right in shown]),
        "calibration": list(_calibration(every, truth)),
    }


def cross_validated(events: Sequence[Labelled]) -> dict[str, Any]:
    """The figures of scorecards trained on the other events, and their average precision by the number of these."""
    curve = {str(size): _interval(events, _left_out(events, size)) for size in CURVE if size <= len(events)}
    return {**figures(events, _left_out(events, len(events))), "curve": curve}


def _left_out(events: Sequence[Labelled], size: int) -> list[Floats]:
    """The probabilities for each event of a scorecard trained on `size` others, or on all others if there are fewer."""
    worths: list[Floats] = [np.zeros(0)] * len(events)
    for fold in range(FOLDS):
        others = [event for number, event in enumerate(events) if number % FOLDS != fold]
        card = fitted(others[:size])
        for number in range(fold, len(events), FOLDS):
            worths[number] = card.judge(events[number].rows)
    return worths


def _shown(event: Labelled, worth: Floats) -> list[bool]:
    best = np.argsort(-worth, kind="stable")[:MOST]
    return [event.truth[n] for n in best if worth[n] >= LEAST]


def _precision(event: Labelled, worth: Floats) -> float:
    return float(average_precision_score(event.truth, worth)) if any(event.truth) else 0.0


def _interval(events: Sequence[Labelled], worths: Sequence[Floats]) -> list[float]:
    """Mean average precision with its 95 % interval over events drawn anew."""
    each = np.array([_precision(e, w) for e, w in zip(events, worths, strict=True)])
    drawn = np.random.default_rng(0).choice(each, (DRAWS, len(each))).mean(axis=1)
    return [round(float(v), 3) for v in (each.mean(), *np.quantile(drawn, (0.025, 0.975)))]


def _calibration(worth: Floats, truth: NDArray[np.bool_]) -> Iterator[str]:
    for low in np.arange(0.0, 1.0, 0.1):
        within = (worth >= low) & (worth < low + 0.1)
        if within.sum():
            yield f"{low:.1f}: said {worth[within].mean():.2f}, was {truth[within].mean():.2f} of {within.sum()}"


def _mean(values: Sequence[float]) -> float:
    return round(float(np.mean(values)), 3) if values else 0.0


if __name__ == "__main__":
    main()
