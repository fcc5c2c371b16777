"""Dates as they are printed, held to tables that were made without a look at the code (tests/data/printed_*.yml)."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.account.dates import find_date_mentions, resolve_dates
from generator.model.story import DateMention
from tests.folders import DATA
from tests.stories import analysed, date_all, read

# The table and its rows that are read at least.
FLOORS = {
    "printed_dates.yml": 190,
    "printed_dates_further.yml": 143,
    "printed_dates_usual.yml": 144,
    "printed_dates_plain.yml": 165,
}

Row = dict[str, Any]


def read_rows(folder: Path, rows: list[Row]) -> list[tuple[Row, list[DateMention]]]:
    """Each row with the dates that overlap its form, resolved from the day it was published."""
    stories = {f"r{n:03}": {"published": str(row["published"]), "text": row["text"]} for n, row in enumerate(rows)}
    articles = read(folder, stories)
    analyses = analysed(articles)
    found = []
    for row, article in zip(rows, sorted(articles, key=lambda article: article.id), strict=True):
        mentions = find_date_mentions(article, analyses[article.id])
        dating = date_all([article], analyses, {article.id: mentions})[article.id]
        start = article.body.find(row["form"])
        end = start + len(row["form"])
        overlapping = [m for m in resolve_dates(article, mentions, dating) if m.start < end and m.end > start]
        found.append((row, overlapping))
    return found


def is_read(row: Row, found: list[DateMention]) -> bool:
    """Whether one of the dates is the row's; where it has none, that none is claimed but the day of publication."""
    if row["date"] == "none":
        itself = str(row["published"]) if "day of publication" in row["note"] else ""
        return not any(m.date and m.date != itself for m in found)
    return any(_is(row, m) for m in found)


def _is(row: Row, mention: DateMention) -> bool:
    wanted, date = str(row["date"]), mention.date
    if not date:
        return False
    if "T" in wanted and mention.time and f"{date}T{mention.time}" == wanted:
        return True
    within = "/" in date and date.split("/")[0] <= wanted <= date.split("/")[1]
    rough = "approximate" in row["note"] and (date.startswith(wanted[:7]) or within)
    return date == wanted or rough or bool(re.search(re.escape(date) + r"(?![\w-])", row["note"]))


@pytest.mark.parametrize("table", FLOORS)
def test_floor(table: str, tmp_path: Path) -> None:
    rows: list[Row] = yaml.safe_load((DATA / table).read_text(encoding="utf-8"))
    unread = [
        f"{row['published']} {row['text']}" for row, found in read_rows(tmp_path, rows) if not is_read(row, found)
    ]
    assert len(rows) > 140
    assert len(rows) - len(unread) >= FLOORS[table], "\n".join(unread)
