"""JSON Lines (one article a line), or one JSON document with an article or a list of them, to articles as found."""

import json
from collections.abc import Iterator
from typing import Any

from generator.content.fields import is_web_address
from generator.desk.found import Found, Refused, UnreadableError
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
