"""JSON Lines (an article a line), a JSON document, or a table (.csv, .tsv, .xlsx; a row each) to articles as found."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from openpyxl import load_workbook

from generator.content.fields import is_web_address
from generator.desk.found import MAX_CHARACTERS, Found, Refused, UnreadableError
from generator.desk.sources.packed import Packed
from generator.desk.sources.prose import checked
from generator.desk.sources.wording import body, decoded, printable, unwrapped

# What crawlers and archives commonly call these fields (news-please, trafilatura, schema.org among them).
TEXTS = ("text", "body", "content", "maintext", "articleBody", "raw_text", "full_text")
COLUMNS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "sitename", "site_name", "publisher", "source", "newspaper"),
    "byline": ("byline", "author", "authors"),
    "published": ("published", "date", "published_at", "date_publish", "datePublished"),
    "updated": ("updated", "date_modify", "dateModified", "modified"),
    "url": ("url", "link", "canonical_url"),
    "language": ("language", "lang", "inLanguage"),
    "rights": ("rights",),
    "note": ("note",),
}


def read_rows(data: bytes, origin: str) -> Iterator[Found | Refused]:
    """Each article of a JSON Lines file, by line."""
    for number, line in enumerate(decoded(data).split("\n"), start=1):
        if line.strip():
            yield _row(line, f"{origin}:{number}")


def read_json(data: bytes, origin: str) -> Iterator[Found | Refused]:
    """The article, or each article of the list, in a JSON document; a file of JSON Lines is told by its second line."""
    text = decoded(data)
    try:
        document = json.loads(text)
    except RecursionError:
        raise UnreadableError("the JSON is nested too deeply") from None
    except ValueError:
        yield from read_rows(data, origin)
        return
    items = document if isinstance(document, list) else [document]
    for number, item in enumerate(items, start=1):
        yield read_row(item, f"{origin}#{number}" if len(items) > 1 else origin)


def _row(line: str, origin: str) -> Found | Refused:
    try:
        return read_row(json.loads(line), origin)
    except RecursionError:
        return Refused(origin=origin, reason="the JSON is nested too deeply")
    except ValueError as fault:
        return Refused(origin=origin, reason=f"this is not JSON: {fault}")


def read_row(item: Any, origin: str) -> Found | Refused:
    """The article that one JSON object, or one row of a table, holds."""
    if not isinstance(item, dict):
        return Refused(origin=origin, reason="this is not a JSON object")
    text = next((item[name] for name in TEXTS if isinstance(item.get(name), str) and item[name].strip()), None)
    if text is None:
        return Refused(origin=origin, reason=f"it has no text (looked for: {', '.join(TEXTS)})")
    known, remarks = checked({field: _value(item, field, names) for field, names in COLUMNS.items()})
    try:
        return Found(origin=origin, text=body(unwrapped(printable(text))), remarks=remarks, **known)
    except UnreadableError as fault:
        return Refused(origin=origin, reason=str(fault))


def _value(item: dict[str, Any], field: str, names: tuple[str, ...]) -> Any:
    values = (_named(item.get(name)) for name in names)
    stated = (value for value in values if value not in (None, "", []))
    # Trafilatura and some crawlers keep the address of the page in `source`.
    return next((v for v in stated if field != "outlet" or not (isinstance(v, str) and is_web_address(v))), None)


def _named(value: Any) -> Any:
    """The name of an object such as {"name": …}, of each in a list; any other value as it is."""
    if isinstance(value, list):
        return [_named(item) for item in value if not isinstance(item, list)]
    return value.get("name") if isinstance(value, dict) else value


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
