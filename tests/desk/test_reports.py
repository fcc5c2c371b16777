"""Public reports of other tools, the second draw: each row of tests/cases/reports/second.yml is one."""

import gzip
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from generator.account.quotations import find_quotations
from generator.desk.found import Found
from generator.desk.sources.opening import read_source
from generator.language.numbers import find
from generator.matching.slug import slug
from tests.account.quotations.articles import article_of
from tests.desk.sample_text import PARAGRAPHS, TEXT
from tests.desk.test_formats import WORD, docx, packed, pdf
from tests.folders import CASES
from tests.stories import analysed

ROWS: list[dict[str, Any]] = yaml.safe_load((CASES / "reports" / "second.yml").read_text("utf-8"))
PICTURES = 'xmlns:v="urn:schemas-microsoft-com:vml"'
OPEN = "urn:oasis:names:tc:opendocument:xmlns:"


def filled(value: Any) -> Any:
    """An input or an expectation with the sample text in the places of its signs."""
    if isinstance(value, dict):
        return {key: filled(inner) for key, inner in value.items()}
    if not isinstance(value, str):
        return value
    tagged = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    escaped = tagged.replace("<", "&lt;").replace(">", "&gt;")
    return value.replace("%story%", tagged).replace("%escaped%", escaped).replace("%text%", TEXT)


def word(body: str) -> bytes:
    given = f'<w:document xmlns:w="{WORD}" {PICTURES}><w:body>{body}</w:body></w:document>'
    return repacked(docx(), {"word/document.xml": given})


def repacked(data: bytes, changed: dict[str, str]) -> bytes:
    """A packed file with some of its parts changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name) or old.read(name))
    return stream.getvalue()


def open_text(body: str) -> bytes:
    names = f'xmlns:o="{OPEN}office:1.0" xmlns:t="{OPEN}text:1.0"'
    return packed(
        content_dot_xml=f"<o:document-content {names}><o:body><o:text>{body}</o:text></o:body></o:document-content>"
    )


def book(given: dict[str, Any]) -> bytes:
    container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    items = "".join(f'<item id="i{n}" href="{part["href"]}"/>' for n, part in enumerate(given["spine"]))
    spine = "".join(
        f'<itemref idref="i{n}" linear="{part.get("linear", "yes")}"/>' for n, part in enumerate(given["spine"])
    )
    package = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>{spine}</spine></package>'
    )
    return packed(**{"META-INF/container.xml": container, "OPS/book.opf": package, **given["files"]})


def archive(given: dict[str, Any]) -> bytes:
    page = f"<!doctype html><html><body>{given['page']}</body></html>".encode()
    name, _, value = given["header"].partition(": ")
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), (name, value)], protocol="HTTP/1.1")
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=False)
    payload = io.BytesIO(gzip.compress(page) if given["gzip"] else page)
    writer.write_record(
        writer.create_warc_record("https://gazette.example/pool", "response", payload=payload, http_headers=headers)
    )
    return stream.getvalue()


def paper(lines: list[str]) -> bytes:
    """A PDF in whose font the sign 1 is the ligature of f and i."""
    named = b"/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[1/fi]>>"
    return pdf(tuple(lines)).replace(b"/Encoding/WinAnsiEncoding", named)


MADE = {"docx": word, "odt": open_text, "epub": book, "warc": archive, "pdf": paper}


def read(row: dict[str, Any], folder: Path) -> list[Any]:
    given = filled(row["input"])
    path = folder / f"a.{row['kind']}"
    if row["kind"] in MADE:
        path.write_bytes(MADE[row["kind"]](given))
    else:
        head = "<!doctype html><html>" if row["kind"] == "html" else ""
        path.write_bytes((head + given).encode(row.get("encoding", "utf-8")))
    return list(read_source(str(path)))


def check_found(row: dict[str, Any], found: list[Any]) -> None:
    """What the readers made of a file is what the row asks for."""
    assert all(isinstance(item, Found) for item in found), found
    if "several" in row:
        assert [part for part, item in zip(row["several"], found, strict=True) if part in item.text] == row["several"]
        return
    (only,) = found
    assert {name: getattr(only, name) for name in row.get("fields", {})} == filled(row.get("fields", {}))
    assert not [part for part in row.get("holds", ()) if part not in only.text], only.text
    assert not [part for part in row.get("lacks", ()) if part in only.text], only.text
    assert row.get("remark", "") in " ".join(only.remarks)


def check(row: dict[str, Any], folder: Path) -> None:
    if row["kind"] == "slugs":
        assert [slug(text) for text in row["input"]] == row["slugs"]
    elif row["kind"] == "numbers":
        values = [printed.low for printed in find(row["input"])]
        assert values == row.get("values", values)
        assert set(row.get("holds_values", ())) <= set(values)
        assert not set(row.get("lacks_values", ())) & set(values)
    elif row["kind"] == "quotations":
        article = article_of("a", row["input"])
        direct = [q for q in find_quotations(article, analysed((article,))["a"]) if q.direct]
        said = [
            [re.sub("[“”]", "", q.passage.quote), q.speaker_names[0].quote if q.speaker_names else ""] for q in direct
        ]
        assert said == row["says"]
    else:
        check_found(row, read(row, folder))


def marked(row: dict[str, Any]) -> Any:
    marks = pytest.mark.xfail(strict=True, raises=AssertionError, reason=row["wrong"]) if "wrong" in row else ()
    return pytest.param(row, id=row["source"], marks=marks)


@pytest.mark.parametrize("row", [marked(row) for row in ROWS])
def test_a_report(row: dict[str, Any], tmp_path: Path) -> None:
    check(row, tmp_path)


def test_at_least_nine_in_ten_are_right() -> None:
    assert len({row["source"] for row in ROWS}) == len(ROWS) >= 40
    assert sum("wrong" in row for row in ROWS) <= len(ROWS) // 10
