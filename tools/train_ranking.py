"""Train the scorecards of the comparison on labelled events, and measure them on events they have not seen.

usage: python tools/train_ranking.py CORPUS GOLD [GOLD ...] [--test GOLD] [--more CORPUS GOLD] [--write]

CORPUS  a content folder with articles/*.md and events.json
GOLD    folders of labelled events (NNN.json); every one is trained on, each left out in turn when it is tested
--test  the folder whose events the cross-validated figures are of (default: the first GOLD)
--more  a further corpus and its labelled events, trained on and never tested (see tools/public_labels.py)
--write write generator/compare/ranking/scorecards.json; without it only the figures are printed

scikit-learn is needed here and nowhere else: what is learned are step functions, kept as readable data.
"""

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.isotonic import IsotonicRegression

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from generator.build.pipeline import materials  # noqa: E402
from generator.content.articles import read_articles  # noqa: E402
from generator.content.settings import Settings  # noqa: E402
from generator.disagreements import comparison  # noqa: E402
from generator.disagreements.kinds import contrasts, strengths  # noqa: E402
from generator.disagreements.ranking import scorecard  # noqa: E402
from generator.disagreements.ranking.pairs import Pair  # noqa: E402
from generator.disagreements.ranking.space import Space  # noqa: E402
from generator.disagreements.reading.views import Views  # noqa: E402
from generator.disagreements.reading.windows import passage_of  # noqa: E402
from generator.model.story import Event, Material  # noqa: E402
from generator.model.text import Article  # noqa: E402

SCORECARDS = ROOT / "generator" / "disagreements" / "ranking" / "scorecards.json"
LIMIT = 12
# Where the scores that the proven kinds give themselves are cut.
CUTS = (0.3, 0.5, 0.65)
# A step of which nothing was seen gives way to its neighbours.
UNSEEN = 0.01
# Chosen by cross-validation; see docs. Stumps: one cut a tree, so that the sum is a step function of each feature.
WORTH = {"max_iter": 500, "learning_rate": 0.08, "min_samples_leaf": 40, "l2_regularization": 50.0}
# How much an event counts whose labels are by the readers who are to be agreed with, beside one of `--more`.
OWN = 2.0
WORD = re.compile(r"\w+(?:'\w+)?")


class Labelled(NamedTuple):
    """One labelled event: what the comparison sees, its pairs, and for each pair the gold items that it matches.

    The features of a pair tell also which differences can be named.
    """

    gold: dict[str, Any]
    material: Material
    space: Space
    pairs: list[Pair]
    matches: list[list[int]]


def main() -> None:
    """Train, measure, and write if asked to."""
    cli = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    cli.add_argument("corpus", type=Path)
    cli.add_argument("gold", type=Path, nargs="+")
    cli.add_argument("--test", type=Path)
    cli.add_argument("--more", type=Path, nargs=2, default=())
    cli.add_argument("--write", action="store_true")
    cli.add_argument("--folds", type=int, default=0, help="folds of the cross-validation; 0 leaves one event out")
    args = cli.parse_args()
    tested = set((args.test or args.gold[0]).glob("[0-9]*.json"))
    files = _files(args.gold)
    events = _labelled(args.corpus, files)
    more_files = _files(args.more[1:])
    more = _labelled(args.more[0], more_files) if args.more else []
    figures = cross_validate(events, [file in tested for file in files], args.folds or len(events), more)
    print(json.dumps(figures, indent=1))
    if args.write:
        trained = scorecard.Trained(
            trained_on=", ".join(
                f"{folder.name} ({len(_files([folder]))} events)" for folder in (*args.gold, *args.more[1:])
            ),
            digest=hashlib.sha256(b"\0".join(file.read_bytes() for file in (*files, *more_files))).hexdigest(),
            figures=figures,
            scorecards=train(events, more),
        )
        SCORECARDS.write_bytes(msgspec.json.format(msgspec.json.encode(trained), indent=1) + b"\n")


def _files(folders: Sequence[Path]) -> list[Path]:
    return [file for folder in folders for file in sorted(folder.glob("[0-9]*.json"))]


def _labelled(corpus: Path, files: Sequence[Path]) -> list[Labelled]:
    golds = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    materials = read_materials(corpus, golds)
    return [label(gold, materials[gold["id"]]) for gold in golds]


def read_materials(corpus: Path, golds: Sequence[Mapping[str, Any]]) -> dict[str, Material]:
    """What the comparison sees of each gold event."""
    articles = read_articles(corpus / "articles").articles
    found = materials(articles, [_event(gold) for gold in golds], model=Settings().model)
    return {gold["id"]: material for gold, material in zip(golds, found, strict=True)}


def _event(gold: Mapping[str, Any]) -> Event:
    return Event(id=gold["id"], title="", date="", date_reason="", place="", articles=tuple(gold["articles"]))


def label(gold: dict[str, Any], material: Material) -> Labelled:
    """The event's pairs, each with the gold items that its two passages match."""
    space = comparison.space_of(material)
    views = Views(material, space)
    pairs = comparison.pairs_of(material, space, views)
    articles = {article.id: article for article in material.articles}
    matches = []
    for pair in pairs:
        shown = [_passage(space, articles, material, one, other) for one, other in (pair[:2], pair[1::-1])]
        matches.append([n for n, item in enumerate(gold["disagreements"]) if agreement(shown, item["positions"])[0]])
    told = [
        pair._replace(features={**pair.features, **strengths(contrasts(views.view(pair.i, pair.j)))}) for pair in pairs
    ]
    return Labelled(gold, material, space, told, matches)


def _passage(
    space: Space, articles: Mapping[str, Article], material: Material, one: int, other: int
) -> tuple[str, str]:
    claim = space.claims[one]
    analysis = material.analyses[claim.article]
    passage = passage_of(articles[claim.article], analysis, claim, [space.claims[other]], space.weights)
    return passage.article, passage.quote


def words(text: str) -> list[str]:
    """The words of a quotation as the labelled set compares them."""
    return WORD.findall(text.casefold().replace("’", "'"))


def agreement(shown: Sequence[tuple[str, str]], gold: Sequence[Mapping[str, str]]) -> tuple[int, float]:
    """In how many articles the two quote the same words, and how well: the rule of the labelled set."""
    best: dict[str, float] = {}
    for article, quote in shown:
        for position in gold:
            if position["article"] == article:
                best[article] = max(best.get(article, 0.0), _share(words(quote), words(position["quote"])))
    hits = [share for share in best.values() if share >= 0.5]
    return (len(hits), sum(hits)) if len(hits) > 1 else (0, 0.0)


def _share(ours: list[str], theirs: list[str]) -> float:
    if not ours or not theirs or len(ours) > 40:
        return 0.0
    run = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match(0, len(ours), 0, len(theirs))
    return run.size / min(len(ours), len(theirs))


def train(events: Sequence[Labelled], more: Sequence[Labelled] = ()) -> dict[str, scorecard.Scorecard]:
    """All scorecards: what is worth showing, and how far the proven kinds hold."""
    everything = [*events, *more]
    rows = [pair.features for event in everything for pair in event.pairs]
    weights = [OWN if number < len(events) else 1.0 for number, event in enumerate(everything) for _ in event.pairs]
    cards = {"worth": fit(rows, [bool(m) for event in everything for m in event.matches], weights)}
    for kind, finder in comparison.PROVEN.items():
        cards[f"{kind}_found"] = _calibrate([each for event in everything for each in _proven(event, finder)])
    return cards


def _proven(event: Labelled, finder: Callable[[Material], Iterator[Any]]) -> Iterator[tuple[float, bool]]:
    """The score of each finding of a proven kind, and whether it is listed."""
    for found in finder(event.material):
        shown = [(p.passage.article, p.passage.quote) for p in found.positions]
        yield found.score, any(agreement(shown, d["positions"])[0] for d in event.gold["disagreements"])


def _calibrate(seen: Sequence[tuple[float, bool]]) -> scorecard.Scorecard:
    """How likely a finding is to be listed, by steps of its own score: never less for more of it (isotonic)."""
    bins = np.searchsorted(CUTS, [score for score, _ in seen])
    sizes = np.bincount(bins, minlength=len(CUTS) + 1)
    hits = np.bincount(bins, weights=[float(hit) for _, hit in seen], minlength=len(CUTS) + 1)
    rates = np.where(sizes > 0, (hits + 1) / (sizes + 3), (hits.sum() + 1) / (sizes.sum() + 3))
    steps = IsotonicRegression().fit_transform(range(len(rates)), rates, sample_weight=np.maximum(sizes, UNSEEN))
    points = tuple(_log_odds(step) for step in steps)
    return scorecard.Scorecard(base=0.0, steps={"score": scorecard.Steps(cuts=CUTS, points=points)})


def _log_odds(probability: float) -> float:
    return round(float(np.log(probability / (1 - probability))), 4)


def fit(rows: Sequence[Mapping[str, float]], truth: Sequence[bool], weights: Sequence[float]) -> scorecard.Scorecard:
    """Boosted stumps, read off as one step function a feature: the model is a sum, so each is probed by itself."""
    names = sorted({name for row in rows for name in row})
    table = np.array([[float(row.get(name, 0.0)) for name in names] for row in rows])
    model = HistGradientBoostingClassifier(max_leaf_nodes=2, random_state=0, **WORTH)
    model.fit(table, np.array(truth), sample_weight=np.array(weights))
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


def cross_validate(
    events: Sequence[Labelled], tested: Sequence[bool], folds: int, more: Sequence[Labelled]
) -> dict[str, float]:
    """The figures of the labelled set, each event compared with scorecards that have not seen it.

    All scorecards are trained on `more` too.
    """
    totals: dict[str, float] = dict.fromkeys(
        ("shown", "matched", "gold", "hard", "hard_gold", "kind", "top", "top_matched"), 0.0
    )
    for fold in range(folds):
        left_out = list(range(fold, len(events), folds))
        if any(tested[n] for n in left_out):
            cards = train([event for n, event in enumerate(events) if n not in left_out], more)
            for n in (n for n in left_out if tested[n]):
                for name, value in _measure(events[n], cards).items():
                    totals[name] += value
    precision, recall = totals["matched"] / totals["shown"], totals["matched"] / totals["gold"]
    return {
        "f1": round(2 * precision * recall / (precision + recall), 3),
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "precision_of_first_five": round(totals["top_matched"] / totals["top"], 3),
        "hard_found": totals["hard"],
        "hard": totals["hard_gold"],
        "kind_right_when_matched": round(totals["kind"] / totals["matched"], 3),
        "shown": totals["shown"],
    }


def _measure(event: Labelled, cards: dict[str, scorecard.Scorecard]) -> dict[str, float]:
    found = comparison.compare(event.material, limit=LIMIT, cards=cards)
    items = event.gold["disagreements"]
    pairing, top = _pairing(found, items), _pairing(found[:5], items)
    return {
        "shown": len(found),
        "matched": len(pairing),
        "gold": len(items),
        "hard": sum(items[j]["hardness"] == "hard" for j in pairing.values()),
        "hard_gold": sum(item["hardness"] == "hard" for item in items),
        "kind": sum(found[i].kind == items[j]["kind"] for i, j in pairing.items()),
        "top": len(found[:5]),
        "top_matched": len(top),
    }


def _pairing(found: Sequence[Any], items: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    """Which shown disagreement stands for which gold one, best first, each once."""
    scored = []
    for i, disagreement in enumerate(found):
        shown = [(p.passage.article, p.passage.quote) for p in disagreement.positions]
        for j, item in enumerate(items):
            hits, total = agreement(shown, item["positions"])
            if hits:
                scored.append((-hits, -total, i, j))
    ours: dict[int, int] = {}
    for _, _, i, j in sorted(scored):
        if i not in ours and j not in ours.values():
            ours[i] = j
    return ours


if __name__ == "__main__":
    main()
