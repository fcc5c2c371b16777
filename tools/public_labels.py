"""Write the articles of a public data set, and the disagreements labelled in them, as a corpus to train on.

usage: python -m tools.public_labels JSONS OUT

JSONS   the folder data/jsons of the data set Article-Bias-Prediction (Baly and others 2020; Apache-2.0)
OUT     a new folder: OUT/articles/*.md, and OUT/labels/NNN.json in the form of the labelled events

`labels/article-bias-prediction.json` holds places in the articles only, never their words: 96 events of three outlets
each, on many topics, read by hand after the rules of the labelled set. They are trained on and never measured with.
"""

import argparse
import json
import re
from pathlib import Path
from typing import Any

import yaml

LABELS = Path(__file__).parent / "labels" / "article-bias-prediction.json"
# What the data set adds to an outlet's name.
_ADDED = re.compile(r" \(.*|( Online)? News Online| - News")


def main() -> None:
    """Write both folders."""
    cli = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    cli.add_argument("jsons", type=Path)
    cli.add_argument("out", type=Path)
    args = cli.parse_args()
    events = json.loads(LABELS.read_text(encoding="utf-8"))
    for folder in ("articles", "labels"):
        (args.out / folder).mkdir(parents=True, exist_ok=True)
    for event in events:
        bodies = {article: _write_article(args.jsons, args.out, article) for article in event["articles"]}
        text = json.dumps(_with_quotes(event, bodies), ensure_ascii=False, indent=1)
        (args.out / "labels" / f"{event['id']}.json").write_text(text + "\n", encoding="utf-8")


def _write_article(jsons: Path, out: Path, article: str) -> str:
    """Write an article as a content file; its body."""
    known = json.loads((jsons / f"{article}.json").read_text(encoding="utf-8"))
    head = {"title": known["title"], "outlet": _ADDED.sub("", known["source"]), "published": known["date"]}
    body = re.sub(r"\n+", "\n\n", known["content_original"].replace("\r", "")).strip() + "\n"
    front = yaml.safe_dump(head, allow_unicode=True, sort_keys=False)
    (out / "articles" / f"{article}.md").write_text(f"---\n{front}---\n{body}", encoding="utf-8")
    return body


def _with_quotes(event: dict[str, Any], bodies: dict[str, str]) -> dict[str, Any]:
    def quoted(item: dict[str, Any]) -> dict[str, Any]:
        positions = [{"article": each, "quote": bodies[each][start:end]} for each, start, end in item["positions"]]
        return {**item, "positions": positions}

    return {**event, "disagreements": [quoted(item) for item in event["disagreements"]]}


if __name__ == "__main__":
    main()
