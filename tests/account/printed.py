"""Forms as they are printed, in tables that were made without a look at the code (tests/data/printed_*.yml)."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol, TypeVar

import yaml

from generator.model.analysis import Analysis
from generator.model.text import Article
from tests.folders import DATA
from tests.stories import analysed, read

Row = dict[str, Any]


class Placed(Protocol):
    """What has a place in the body."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=Placed)


def table(name: str) -> list[Row]:
    """The rows of a table."""
    rows: list[Row] = yaml.safe_load((DATA / name).read_text(encoding="utf-8"))
    return rows


def read_rows(
    folder: Path, rows: list[Row], find: Callable[[Article, Analysis], Iterable[P]]
) -> list[tuple[Row, list[P]]]:
    """Each row with what `find` finds in its text that overlaps its form."""
    stories = {
        f"r{n:03}": {key: str(row[key]) for key in ("published", "text") if key in row} for n, row in enumerate(rows)
    }
    articles = read(folder, stories)
    analyses = analysed(articles)
    found = []
    for row, article in zip(rows, sorted(articles, key=lambda article: article.id), strict=True):
        start = article.body.find(row["form"])
        end = start + len(row["form"])
        placed = [p for p in find(article, analyses[article.id]) if p.start < end and p.end > start]
        found.append((row, placed))
    return found
