# ruff: noqa: E501 - a line of XML reads best as one
"""Each row of the format table in docs/formats.md, read from a file of that kind."""

import io
import json
import plistlib
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from generator.desk.found import Found, Refused
from generator.desk.sources import opening
from generator.desk.sources.opening import READABLE, read_source
from tests.desk.sample_text import PARAGRAPHS, TEXT, page
from tests.folders import ROOT

TITLE = "Pool to close"
HEAD = f"{TITLE}\nHarbour Gazette\nBy Ann Lee\n5 March 2024\n\n"
PAGE = page(f'<title>{TITLE}</title><meta property="og:site_name" content="Harbour Gazette">')
COLUMNS = {"title": TITLE, "outlet": "Harbour Gazette", "author": "Ann Lee", "date": "2024-03-05", "text": TEXT}
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(**parts: str | bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return stream.getvalue()


def docx(title_style: str = "Title", lines: tuple[str, ...] = (TITLE, *PARAGRAPHS)) -> bytes:
    def paragraph(text: str, style: str) -> str:
        look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f"<w:p>{look}<w:r><w:t>{text}</w:t></w:r></w:p>"

    body = "".join(paragraph(line, title_style if not n else "") for n, line in enumerate(lines))
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    styles = f'<w:styles xmlns:w="{WORD}"><w:style w:styleId="Title" w:type="paragraph"><w:name w:val="Title"/></w:style></w:styles>'
    relations_of_it = relations.replace('officeDocument"', 'styles"').replace("word/document.xml", "styles.xml")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("[Content_Types].xml", types)
        file.writestr("_rels/.rels", relations)
        file.writestr("word/_rels/document.xml.rels", relations_of_it)
        file.writestr("word/styles.xml", styles)
        file.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return stream.getvalue()


def odt() -> bytes:
    office, text = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    body = f'<t:h t:outline-level="1">{TITLE}</t:h>' + "".join(f"<t:p>{p}</t:p>" for p in PARAGRAPHS)
    content = f'<o:document-content xmlns:o="{office}" xmlns:t="{text}"><o:body><o:text>{body}</o:text></o:body></o:document-content>'
    return packed(content_dot_xml=content)


def rtf() -> bytes:
    def escaped(text: str) -> str:
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)

    lines = "".join(f"{escaped(line)}\\par\n" for line in (HEAD + TEXT).split("\n") if line)
    return b"{\\rtf1\\ansi " + lines.encode() + b"}"


def pdf(lines: tuple[str, ...] = tuple(p.replace("“", "").replace("”", "") for p in PARAGRAPHS)) -> bytes:
    """A PDF of one page, written by hand: pypdf reads and does not write texts."""
    shown = "".join(f"({line}) Tj T* " for line in lines for line in re.findall(r".{1,70}(?:\s|$)", line))
    stream = f"BT /F1 10 Tf 12 TL 50 750 Td {shown}ET".encode("cp1252")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(data),
    )


def epub() -> bytes:
    container = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Harbour Gazette</dc:title><dc:date>2024-03-05</dc:date></metadata><manifest>"
        '<item id="a" href="cover.xhtml"/><item id="b" href="one.xhtml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    cover = "<html><body><p>Harbour Gazette</p></body></html>"
    chapter = page(f"<title>{TITLE}</title>")
    return packed(
        **{
            "META-INF__container_dot_xml": container,
            "OPS__book_dot_opf": book,
            "OPS__cover_dot_xhtml": cover,
            "OPS__one_dot_xhtml": chapter,
        }
    )


def xlsx() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(COLUMNS))
    sheet.append(list(COLUMNS.values()))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def table() -> bytes:
    quoted = [value.replace('"', '""') for value in COLUMNS.values()]
    return ";".join(COLUMNS).encode() + b"\n" + ";".join(f'"{value}"' for value in quoted).encode()


def warc() -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=False)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
    address = "https://gazette.example/pool"
    writer.write_record(writer.create_warc_record(address, "response", payload=io.BytesIO(PAGE), http_headers=headers))
    return stream.getvalue()


def mail() -> bytes:
    """A forwarding of a mail whose text stands in alternatives, with a picture beside them."""
    return (
        f"From: a@b.example\nSubject: {TITLE}\nDate: Tue, 5 Mar 2024 10:00:00 +0000\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: multipart/related; boundary=r\n\n"
        "--r\nContent-Type: multipart/alternative; boundary=i\n\n--i\nContent-Type: text/plain; charset=utf-8\n"
        f"Content-Transfer-Encoding: 8bit\n\n{TEXT}\n--i\nContent-Type: text/html\n\n<p>x</p>\n--i--\n--r--\n"
        "--o\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n--o--\n"
    ).encode()


def mhtml() -> bytes:
    head = (
        'From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x; type="text/html"\n\n'
        "--x\nContent-Type: text/html; charset=utf-8\nContent-Location: https://gazette.example/pool\n"
        "Content-Transfer-Encoding: 8bit\n\n"
    )
    return head.encode() + PAGE + b"\n--x--\n"


FEED = (
    '<rss version="2.0"><channel><title>Harbour Gazette</title><item><title>Pool to close</title>'
    "<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><description>{}</description></item></channel></rss>"
).format("".join(f"&lt;p&gt;{p}&lt;/p&gt;" for p in PARAGRAPHS))

SAMPLES: dict[str, bytes | Callable[[], bytes]] = {
    ".html": PAGE,
    ".txt": (HEAD + TEXT).encode(),
    ".md": f'---\nTitle: {TITLE}\nauthor:\n  - "[[Ann Lee]]"\npublicationTitle: Harbour Gazette\ndate: 2024-03-05\n---\n{TEXT}'.encode(),
    ".docx": docx,
    ".odt": odt,
    ".rtf": rtf,
    ".pdf": pdf,
    ".epub": epub,
    ".eml": mail,
    ".mhtml": mhtml,
    ".csv": table,
    ".xlsx": xlsx,
    ".jsonl": json.dumps(COLUMNS).encode(),
    ".json": json.dumps([COLUMNS]).encode(),
    ".warc": warc,
    ".xml": FEED.encode(),
    ".url": b"[InternetShortcut]\r\nURL=https://gazette.example/pool\r\n",
}
ROWS = re.findall(r"^\| (\.\w+) \|[^|]*\|([^|]*)\|", (ROOT / "docs" / "formats.md").read_text("utf-8"), re.MULTILINE)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(address: str, *, trusted: bool) -> opening.Download:
        assert not trusted
        return opening.Download(data=PAGE, address=address, media_type="text/html")

    monkeypatch.setattr(opening, "fetch", fetch)


def read(folder: Path, name: str, data: bytes) -> Found | Refused:
    path = folder / name
    path.write_bytes(data)
    (item,) = read_source(str(path))
    return item


def test_every_row_is_tested_and_everything_that_is_read_has_a_row() -> None:
    assert [ending for ending, _ in ROWS] == list(SAMPLES)
    handled = {*opening._SINGLE, *opening._SEVERAL, *opening._FEEDS, *opening._POINTERS}
    text = (ROOT / "docs" / "formats.md").read_text("utf-8")
    assert not [ending for ending in handled if ending not in text and ending not in {".htm", ".text", ".markdown"}]
    assert not handled & {ending for endings in opening._OTHERWISE for ending in endings}
    named = {".html", ".htm", ".xhtml", ".text", ".markdown", ".mht", ".ndjson", ".tsv", ".desktop", *opening._FEEDS}
    assert not [ending for ending in handled - named if ending not in READABLE]


@pytest.mark.parametrize(("ending", "taken"), ROWS, ids=[ending for ending, _ in ROWS])
def test_a_row_of_the_table(tmp_path: Path, ending: str, taken: str) -> None:
    sample = SAMPLES[ending]
    found = read(tmp_path, f"a{ending}", sample if isinstance(sample, bytes) else sample())
    assert isinstance(found, Found), found
    plain = re.sub(r"[“”]", "", TEXT) if ending == ".pdf" else TEXT
    assert found.text == plain
    if "title" in taken or "as ." in taken:
        assert found.title == TITLE
    full = {".txt": 3, ".rtf": 3, ".md": 3, ".csv": 3, ".xlsx": 3, ".jsonl": 3, ".json": 3}.get(ending, 0)
    if full:
        assert (found.outlet, found.byline, found.published) == ("Harbour Gazette", "Ann Lee", "2024-03-05")


def test_other_endings_of_the_same_kind(tmp_path: Path) -> None:
    shortcut = plistlib.dumps({"URL": "https://gazette.example/pool"})
    for ending, data in {".webloc": shortcut, ".tsv": table().replace(b";", b"\t"), ".atom": FEED.encode()}.items():
        found = read(tmp_path, f"a{ending}", data)
        assert isinstance(found, Found), found
        assert found.text == TEXT


def test_lines_of_a_plain_text_that_say_what_it_is(tmp_path: Path) -> None:
    labelled = read(
        tmp_path, "a.txt", f"Headline: {TITLE}\nPublisher: Harbour Gazette\nDATE: 5 March 2024\n\n{TEXT}".encode()
    )
    assert isinstance(labelled, Found)
    assert (labelled.title, labelled.outlet, labelled.published, labelled.text) == (
        TITLE,
        "Harbour Gazette",
        "2024-03-05",
        TEXT,
    )
    dated = read(tmp_path, "b.txt", f"{TITLE}\nMarch 5, 2024\n\n{TEXT}".encode())
    assert isinstance(dated, Found)
    assert (dated.title, dated.outlet, dated.published, dated.text) == (TITLE, None, "2024-03-05", TEXT)


@pytest.mark.parametrize("head", ["", f"{TITLE}\n\n", "Note: the pool is old\n\n", "By the sea, all was calm.\n\n"])
def test_not_a_head_without_a_line_that_shows_it(tmp_path: Path, head: str) -> None:
    found = read(tmp_path, "a.txt", (head + TEXT).encode())
    assert isinstance(found, Found)
    assert (found.title, found.byline, found.text) == (None, None, head + TEXT)


def test_a_word_document_without_a_title_is_read_like_a_plain_text(tmp_path: Path) -> None:
    found = read(tmp_path, "a.docx", docx("", tuple(line for line in (HEAD + TEXT).split("\n") if line)))
    assert isinstance(found, Found)
    assert (found.title, found.byline, found.published, found.text) == (TITLE, "Ann Lee", "2024-03-05", TEXT)


def test_a_page_saved_by_singlefile_keeps_its_address(tmp_path: Path) -> None:
    comment = b"<!--\n Page saved with SingleFile \n url: https://gazette.example/pool \n saved date: x\n-->"
    found = read(tmp_path, "a.html", PAGE.replace(b"<html>", b"<html>" + comment))
    assert isinstance(found, Found)
    assert found.url == "https://gazette.example/pool"


def test_a_short_item_of_a_feed_is_taken_where_its_page_is_not_to_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(address: str, *, trusted: bool) -> opening.Download:
        raise opening.UnreadableError("it could not be fetched: the host cannot be reached")

    monkeypatch.setattr(opening, "fetch", fetch)
    found = read(
        tmp_path, "a.xml", FEED.replace("<pubDate>", "<link>https://gazette.example/pool</link><pubDate>").encode()
    )
    assert isinstance(found, Found)
    assert found.text == TEXT
    assert "all that the feed gives" in found.remarks[0]


BOMB = packed(content_dot_xml=b"\0" * 30_000_000)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.docx", b"PK", "not a Word document"),
        ("a.docx", BOMB, "unpacks to more than 20 MB"),
        ("a.odt", BOMB, "unpacks to more than 20 MB"),
        ("a.odt", packed(content_dot_xml=b"<a>"), "damaged"),
        ("a.odt", packed(other=b"<a>"), "holds no content.xml"),
        ("a.rtf", b"plain", "not a Rich Text"),
        ("a.pdf", pdf(()), "no text layer"),
        ("a.pdf", b"%PDF-1.4\nrubbish", "damaged"),
        ("a.epub", BOMB, "holds no META-INF"),
        ("a.csv", b"name,age\nAda,9\n", "no column holds texts"),
        ("a.csv", b"", "empty"),
        ("a.xlsx", BOMB, "unpacks"),
        ("a.xlsx", packed(other=b"x"), "damaged"),
        ("a.url", b"[InternetShortcut]\nURL=file:///etc/passwd", "no http(s) address"),
        ("a.webloc", b"<plist><dict/></plist>", "no http(s) address"),
        ("a.doc", b"x", "save it as .docx"),
        ("a.msg", b"x", "save the mail as .eml"),
        ("a.JPG", b"x", "typed out"),
        ("a.zip", b"x", "unpack it"),
    ],
)
def test_refused_with_a_reason_and_a_way(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    refused = read(tmp_path, name, data)
    assert isinstance(refused, Refused), refused
    assert words in refused.reason
