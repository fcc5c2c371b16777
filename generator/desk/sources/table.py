"""A table of articles (.csv, .tsv, .xlsx), a row each, to articles as found: the first row names the columns."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from openpyxl import load_workbook

from generator.desk.found import MAX_CHARACTERS, Found, Refused, UnreadableError
from generator.desk.sources.packed import Packed
from generator.desk.sources.rows import COLUMNS, TEXTS, read_row
from generator.desk.sources.wording import decoded

_ROWS = 20_000


def read_csv(data: bytes, origin: str) -> Iterator[Found | Refused]:
    """Each row of a table of commas, semicolons or tabs."""
    text = decoded(data)
    head = text.partition("\n")[0]
    mark = max(",;\t", key=head.count)
    csv.field_size_limit(MAX_CHARACTERS)
    lines = io.StringIO(text, newline="")
    try:
        yield from _articles(csv.reader(lines, delimiter=mark, skipinitialspace=True), origin)
    except csv.Error as fault:
        raise UnreadableError(f"this is not a table: {fault}") from None


def read_xlsx(data: bytes, origin: str) -> Iterator[Found | Refused]:
    """Each row of the first sheet of a workbook, by openpyxl."""
    packed = Packed(data, "an Excel workbook")
    for name in packed.names:
        packed.read(name)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = ([_plain(value) for value in row] for row in book.worksheets[0].iter_rows(values_only=True))
        yield from _articles(rows, origin)
    except UnreadableError:
        raise
    except Exception as fault:  # openpyxl lets through what any of its parsers trips over
        raise UnreadableError(f"this is an Excel workbook that is damaged ({type(fault).__name__})") from None


def _plain(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return "" if value is None else str(value)


def _articles(rows: Iterable[list[str]], origin: str) -> Iterator[Found | Refused]:
    head: list[str] | None = None
    for number, row in enumerate(rows, start=1):
        if not any(cell.strip() for cell in row):
            continue
        if head is None:
            head = [_column(cell) for cell in row]
            if not set(head) & set(TEXTS):
                known = ", ".join(COLUMNS)
                raise UnreadableError(f"no column holds texts: the first row names the columns (known: text, {known})")
            continue
        if number > _ROWS:
            raise UnreadableError(f"the table has more than {_ROWS:,} rows")
        cells = {name: cell.strip() for name, cell in zip(head, row, strict=False) if name and cell.strip()}
        yield read_row(cells, f"{origin}:{number}")
    if head is None:
        raise UnreadableError("the table is empty")


def _column(name: str) -> str:
    """A column's heading as the key of a field: `Text` is text, `articleBody` stays."""
    plain = name.strip()
    known = {key.casefold(): key for key in (*TEXTS, *(name for names in COLUMNS.values() for name in names))}
    return known.get(plain.casefold().replace(" ", "_"), plain)
