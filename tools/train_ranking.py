"""Train the scorecards by which passages are laid side by side, and measure them on events they have not seen.

    python -m tools.train_ranking GIT_DIR [--write]

GIT_DIR is a git directory of ramybaly/Article-Bias-Prediction, whose articles `labels/pairs.json` names: likely
pairs of sentences of 100 events, by their places, each with what a careful reader said of it:

D   one matter, told differently in a way a reader wants to know
M   one matter, of which each tells another detail, view or aspect
W   the same claim in other words
S   the same words
O   other matters

Right for this section are D and M. Two scorecards are learned, "matter" (not O) and "same" (W or S). Printed is what a
page would show of events that were left out, and how much of it is right; --write keeps scorecards taught by them all.
scikit-learn is needed here and nowhere else: what is learned are step functions, kept as readable data.
"""

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from generator.build.pipeline import materials
from generator.content.articles import read_articles
from generator.content.settings import Settings
from generator.disagreements.beside import matters, scorecard
from generator.disagreements.beside.features import Pair
from generator.model.story import Event, Material
from tools.corpus import markdown, stored
from tools.stumps import fit

LABELS = Path(__file__).parent / "labels" / "pairs.json"
SCORECARDS = Path(scorecard.__file__).with_name("scorecards.json")
FOLDS = 10


class Labelled(NamedTuple):
    """The labelled pairs of one event: what was said of each, and whether it may stand side by side at all."""

    pairs: list[Pair]
    letters: list[str]
    may_stand: list[bool]


def main() -> None:
    """Train, measure, and write if asked to."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("git", type=Path)
    cli.add_argument("--write", action="store_true")
    args = cli.parse_args()
    labels = json.loads(LABELS.read_text(encoding="utf-8"))
    learn([label(event, m) for event, m in zip(labels, _materials(args.git, labels), strict=True)], write=args.write)


def learn(events: Sequence[Labelled], *, write: bool) -> None:
    """Print the figures of events left out, and keep what all of them teach."""
    found = figures(events, _left_out(events))
    print(json.dumps(found, indent=1))
    if write:
        trained = scorecard.Trained(
            trained_on=f"tools/labels/pairs.json ({len(events)} events)",
            digest=hashlib.sha256(LABELS.read_bytes()).hexdigest(),
            figures=found,
            scorecards=fitted(events),
        )
        SCORECARDS.write_bytes(msgspec.json.format(msgspec.json.encode(trained), indent=1) + b"\n")


def _materials(git: Path, labels: Sequence[Mapping[str, Any]]) -> list[Material]:
    wanted = {article for event in labels for article in event["articles"]}
    with tempfile.TemporaryDirectory() as folder:
        for article in stored(git):
            if article["ID"].lower() in wanted:
                (Path(folder) / f"{article['ID'].lower()}.md").write_text(markdown(article), encoding="utf-8")
        articles = read_articles(Path(folder)).articles
    events = [
        Event(id=e["id"], title="", date="", date_reason="", place="", articles=tuple(e["articles"])) for e in labels
    ]
    return materials(articles, events, Settings())


def label(event: Mapping[str, Any], material: Material) -> Labelled:
    """The labelled pairs as the program sees them today; what it no longer looks at is left out, and counted."""
    said = {(tuple(pair[:3]), tuple(pair[3:6])): pair[6][0] for pair in event["pairs"]}
    space = matters.space_of(material)
    places = [(claim.article, claim.start, claim.end) for claim in space.claims]
    pairs = [p for p in matters.pairs_of(material, space) if (places[p.i], places[p.j]) in said]
    if lost := len(said) - len(pairs):
        print(f"{lost} labelled pairs of {event['id']} are not looked at any more", file=sys.stderr)
    letters = [said[places[p.i], places[p.j]] for p in pairs]
    return Labelled(pairs, letters, [matters.may_stand(space, p) for p in pairs])


def fitted(events: Sequence[Labelled]) -> dict[str, scorecard.Scorecard]:
    """The scorecards that the labelled pairs of some events teach."""
    rows = [pair.features for event in events for pair in event.pairs]
    letters = [letter for event in events for letter in event.letters]
    truths = {"matter": [letter != "O" for letter in letters], "same": [letter in "WS" for letter in letters]}
    return {name: fit(rows, truth, rounds=150, learning_rate=0.05) for name, truth in truths.items()}


def _left_out(events: Sequence[Labelled]) -> list[NDArray[np.float64]]:
    """What the pairs of each event are worth by scorecards trained on the other nine tenths."""
    worths: list[NDArray[np.float64]] = [np.zeros(0)] * len(events)
    for fold in range(FOLDS):
        cards = fitted([event for number, event in enumerate(events) if number % FOLDS != fold])
        for number in range(fold, len(events), FOLDS):
            worths[number] = matters.worth(events[number].pairs, cards)
    return worths


def figures(events: Sequence[Labelled], worths: Sequence[NDArray[np.float64]]) -> dict[str, float]:
    """How many rows a page would show, and which part of them is right."""
    shown = [letter in "DM" for event, worth in zip(events, worths, strict=True) for letter in _shown(event, worth)]
    return {"rows_an_event": round(len(shown) / len(events), 2), "right": round(sum(shown) / max(1, len(shown)), 3)}


def _shown(event: Labelled, worth: NDArray[np.float64]) -> list[str]:
    taken: set[int] = set()
    shown: list[str] = []
    for n in np.argsort(-worth, kind="stable"):
        pair = event.pairs[n]
        may_stand = event.may_stand[n] and not taken & {pair.i, pair.j}
        if may_stand and worth[n] >= matters.LEAST and len(shown) < matters.MOST:
            taken |= {pair.i, pair.j}
            shown.append(event.letters[n])
    return shown


if __name__ == "__main__":
    main()
