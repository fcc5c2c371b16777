"""Dates as they are printed, held to tables that were made without a look at the code (tests/data/printed_*.yml)."""

import re
from pathlib import Path

import pytest

from generator.account.dates import find_date_mentions, resolve_dates
from generator.model.analysis import Analysis
from generator.model.story import DateMention
from generator.model.text import Article
from tests.account import printed
from tests.account.printed import Row
from tests.stories import date_all

# The table and its rows that are read at least.
FLOORS = {
    "printed_dates.yml": 190,
    "printed_dates_further.yml": 143,
    "printed_dates_usual.yml": 144,
    "printed_dates_plain.yml": 165,
}


def find(article: Article, analysis: Analysis) -> tuple[DateMention, ...]:
    """The dates of an article, resolved from the day it was published."""
    mentions = find_date_mentions(article, analysis)
    dating = date_all([article], {article.id: analysis}, {article.id: mentions})[article.id]
    return resolve_dates(article, mentions, dating)


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
    rows = printed.table(table)
    read = printed.read_rows(tmp_path, rows, find)
    unread = [f"{row['published']} {row['text']}" for row, found in read if not is_read(row, found)]
    assert len(rows) > 140
    assert len(rows) - len(unread) >= FLOORS[table], "\n".join(unread)
