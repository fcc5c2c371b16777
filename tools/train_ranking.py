"""Train the scorecard by which sentences are judged to be of one matter, and measure it on events it has not seen.

usage: python -m tools.train_ranking CORPUS GOLD [GOLD ...] [--more CORPUS GOLD] [--write]

CORPUS  a content folder with articles/*.md and events.json
GOLD    folders of labelled events (NNN.json); each event is left out in turn when it is tested
--more  a further corpus and its labelled events, trained on and never tested (see tools/public_labels.py)
--write write generator/disagreements/beside/scorecards.json; without it only the figures are printed

A pair of sentences is right if a careful reader paired the two in a disagreement. scikit-learn is needed here and
nowhere else: what is learned are step functions, kept as readable data.
"""

import argparse
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from sklearn.metrics import average_precision_score

from generator.build.pipeline import materials
from generator.content.articles import read_articles
from generator.content.settings import Settings
from generator.disagreements.beside import scorecard
from generator.disagreements.beside.features import Pair
from generator.disagreements.beside.matters import pairs_of, space_of
from generator.model.story import Event, Material
from tools.stumps import fit

SCORECARDS = Path(scorecard.__file__).with_name("scorecards.json")
# So many of the likeliest pairs of an event are what a page may show.
SHOWN = 8
WORD = re.compile(r"\w+(?:'\w+)?")


class Labelled(NamedTuple):
    """One labelled event: its pairs, and whether a reader paired them."""

    pairs: list[Pair]
    truth: list[bool]


def main() -> None:
    """Train, measure, and write if asked to."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("corpus", type=Path)
    cli.add_argument("gold", type=Path, nargs="+")
    cli.add_argument("--more", type=Path, nargs=2, default=())
    cli.add_argument("--write", action="store_true")
    args = cli.parse_args()
    files, more_files = _files(args.gold), _files(args.more[1:])
    events = _labelled(args.corpus, files)
    more = _labelled(args.more[0], more_files) if args.more else []
    figures = cross_validate(events, more)
    print(json.dumps(figures, indent=1))
    if args.write:
        trained = scorecard.Trained(
            trained_on=", ".join(f"{f.name} ({len(_files([f]))} events)" for f in (*args.gold, *args.more[1:])),
            digest=hashlib.sha256(b"\0".join(file.read_bytes() for file in (*files, *more_files))).hexdigest(),
            figures=figures,
            scorecards={"matter": fitted([*events, *more])},
        )
        SCORECARDS.write_bytes(msgspec.json.format(msgspec.json.encode(trained), indent=1) + b"\n")


def _files(folders: Sequence[Path]) -> list[Path]:
    return [file for folder in folders for file in sorted(folder.glob("[0-9]*.json"))]


def _labelled(corpus: Path, files: Sequence[Path]) -> list[Labelled]:
    golds = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    articles = read_articles(corpus / "articles").articles
    found = materials(articles, [_event(gold) for gold in golds], Settings())
    return [label(gold, material) for gold, material in zip(golds, found, strict=True)]


def _event(gold: Mapping[str, Any]) -> Event:
    return Event(id=gold["id"], title="", date="", date_reason="", place="", articles=tuple(gold["articles"]))


def label(gold: Mapping[str, Any], material: Material) -> Labelled:
    """The event's pairs, each with whether its two sentences hold positions of one labelled disagreement."""
    space = space_of(material)
    bodies = {article.id: article.body for article in material.articles}
    pairs = pairs_of(material, space)
    truth = []
    for pair in pairs:
        shown = [(c.article, bodies[c.article][c.start : c.end]) for c in (space.claims[n] for n in pair[:2])]
        truth.append(any(_pairs(shown, item["positions"]) for item in gold["disagreements"]))
    return Labelled(pairs, truth)


def _pairs(shown: Sequence[tuple[str, str]], positions: Sequence[Mapping[str, str]]) -> bool:
    """Whether positions of both articles stand in the two sentences."""
    return all(any(p["article"] == a and _share(text, p["quote"]) >= 0.5 for p in positions) for a, text in shown)


def _share(text: str, quote: str) -> float:
    ours, theirs = (WORD.findall(each.casefold().replace("’", "'")) for each in (text, quote))
    if not ours or not theirs:
        return 0.0
    run = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match(0, len(ours), 0, len(theirs))
    return run.size / min(len(ours), len(theirs))


def fitted(events: Sequence[Labelled]) -> scorecard.Scorecard:
    """The scorecard that the labelled pairs of some events teach."""
    rows = [pair.features for event in events for pair in event.pairs]
    return fit(rows, [right for event in events for right in event.truth], rounds=300, learning_rate=0.08)


def cross_validate(events: Sequence[Labelled], more: Sequence[Labelled]) -> dict[str, float]:
    """Mean average precision, and the precision of the first eight pairs, of events that were left out."""
    average, first = [], []
    for number, event in enumerate(events):
        if any(event.truth):
            card = fitted([*(e for n, e in enumerate(events) if n != number), *more])
            worth = card.judge([pair.features for pair in event.pairs])
            average.append(average_precision_score(event.truth, worth))
            first.append(float(np.mean(np.array(event.truth)[np.argsort(-worth)[:SHOWN]])))
    return {"average_precision": round(float(np.mean(average)), 3), "first_eight": round(float(np.mean(first)), 3)}


if __name__ == "__main__":
    main()
