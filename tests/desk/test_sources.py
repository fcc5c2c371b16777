"""Every kind of source, read from disk the way `parallax add` reads it."""

import gzip
import json
import os
import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from generator.desk.found import Found, Refused
from generator.desk.sources import opening
from generator.desk.sources.opening import expand, read_source
from generator.desk.sources.wording import stated_date, unwrapped
from tests.desk.sample_text import PARAGRAPHS, TEXT, page


def read(folder: Path, name: str, data: bytes | str) -> list[Found | Refused]:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read_source(str(path)))


def only(folder: Path, name: str, data: bytes | str) -> Found:
    (item,) = read(folder, name, data)
    assert isinstance(item, Found), item
    return item


def reason(folder: Path, name: str, data: bytes | str) -> str:
    (item,) = read(folder, name, data)
    assert isinstance(item, Refused), item
    return item.reason


def test_html(tmp_path: Path) -> None:
    found = only(tmp_path, "a.html", page("<title>Pool to close</title>", "<h1>Pool to close</h1>"))
    assert found.text == TEXT
    assert found.title == "Pool to close"
    assert found.published is None


def test_html_blocks_stay_apart(tmp_path: Path) -> None:
    extra = "<p>First line of it.<br>Second\nline of it.</p><h2>What now</h2><ul><li>It closes.</li></ul>"
    text = only(tmp_path, "a.html", page(extra=extra)).text
    for line in ("First line of it.", "Second line of it.", "## What now", "- It closes."):
        assert line in text.split("\n\n")


def test_text_is_unwrapped(tmp_path: Path) -> None:
    wrapped = TEXT.replace(" 1974.", "\n1974.") + "\n"
    found = only(tmp_path, "a.txt", "\ufeff" + wrapped.replace("\n", "\r\n"))
    assert found.text.split("\n\n")[1:] == list(PARAGRAPHS[1:])
    assert found.title is None


def test_lines_that_are_paragraphs_stay() -> None:
    assert unwrapped("A short line\nAnother\n\nA third") == "A short line\nAnother\n\nA third"


def test_hard_wrapped_lines_are_joined() -> None:
    wrapped = "The town council voted on Tuesday to close the swimming pool on\nHarbour Road, which opened in 1974."
    assert unwrapped(wrapped) == wrapped.replace("\n", " ")


def test_another_encoding_is_recognised(tmp_path: Path) -> None:
    assert "£2.4 million" in only(tmp_path, "a.txt", TEXT.encode("cp1252", "replace")).text


def test_control_characters_are_dropped(tmp_path: Path) -> None:
    assert only(tmp_path, "a.txt", TEXT.replace("pool", "po\x00\x1bol")).text == TEXT


def test_invisible_break_hints_are_dropped(tmp_path: Path) -> None:
    data = page().replace(b"swimming", "swim\u00adm\u200bing".encode())
    assert only(tmp_path, "a.html", data).text == TEXT


def test_markdown_front_matter(tmp_path: Path) -> None:
    matter = "---\ntitle: 'Pool: it closes'\nauthor: [Ann Lee, Bo Ek]\ndate: 2024-03-05\npublished: 2024-21\nlink: ftp://x\n---\n"
    found = only(tmp_path, "a.md", matter + TEXT)
    assert (found.title, found.byline, found.published, found.url) == (
        "Pool: it closes",
        "Ann Lee, Bo Ek",
        "2024-21",
        None,
    )
    assert "ftp://x" in found.remarks[0]
    assert found.text == TEXT


def test_a_title_ends_before_the_outlets_name(tmp_path: Path) -> None:
    matter = "---\ntitle: 'Pool: a case - closed | harbour gazette'\noutlet: Harbour Gazette\n---\n"
    assert only(tmp_path, "a.md", matter + TEXT).title == "Pool: a case - closed"
    assert only(tmp_path, "b.md", matter.replace("'Pool: a case - closed | ", "'") + TEXT).title == "harbour gazette"


def test_markdown_heading_is_the_title(tmp_path: Path) -> None:
    found = only(tmp_path, "a.md", f"# Pool to close\n\n{TEXT}")
    assert (found.title, found.text) == ("Pool to close", TEXT)


@pytest.mark.parametrize(
    "matter",
    [
        *("a: [", "- a\n- b", "!!python/object/apply:os.system [ls]"),
        *("[" * 2000, "a: &a [x]\nb: [*a, *a]", "a: " + "x" * 200_000),
    ],
    ids=["broken", "list", "tag", "deep", "alias", "long"],
)
def test_bad_front_matter_is_refused(tmp_path: Path, matter: str) -> None:
    assert "front matter" in reason(tmp_path, "a.md", f"---\n{matter}\n---\n{TEXT}")


def test_mail(tmp_path: Path) -> None:
    mail = "From: Press Office <press@town.example>\nSubject: On the pool\nDate: Wed, 6 Mar 2024 23:00:00 -0500\n\n"
    found = only(tmp_path, "a.eml", mail + TEXT)
    assert (found.title, found.published, found.outlet, found.byline) == ("On the pool", "2024-03-06", None, None)
    assert found.note == "Received by e-mail from Press Office."
    assert found.text == TEXT


def test_forwarded_mail_states_no_date(tmp_path: Path) -> None:
    found = only(
        tmp_path, "a.eml", f"From: a@b.example\nSubject: Fwd: pool\nDate: Wed, 6 Mar 2024 23:00:00 +0000\n\n{TEXT}"
    )
    assert (found.title, found.published, found.note) == (None, None, None)
    assert "forwarded" in found.remarks[0]


def test_mail_in_html(tmp_path: Path) -> None:
    head = b"From: a@b.example\nSubject: On the pool\nContent-Type: text/html; charset=utf-8\n\n"
    assert only(tmp_path, "a.eml", head + page()).text == TEXT


def test_mail_whose_plain_part_says_nothing(tmp_path: Path) -> None:
    head = b"From: a@b.example\nSubject: Pool\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n"
    plain = b"--x\nContent-Type: text/plain\n\nRead this mail in your browser.\n"
    styled = b"--x\nContent-Type: text/html; charset=utf-8\n\n" + page() + b"\n--x--\n"
    assert only(tmp_path, "a.eml", head + plain + styled).text == TEXT


def test_page_saved_as_one_file(tmp_path: Path) -> None:
    head = b"From: <Saved>\nSnapshot-Content-Location: https://gazette.example/pool\nContent-Type: text/html\n\n"
    found = only(tmp_path, "a.mhtml", head + page())
    assert (found.url, found.text) == ("https://gazette.example/pool", TEXT)


def archive(*pages: tuple[str, str, bytes]) -> bytes:
    stream = BytesIO()
    writer = WARCWriter(stream, gzip=True)
    for address, kind, data in pages:
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
        writer.write_record(writer.create_warc_record(address, "response", payload=BytesIO(data), http_headers=headers))
    return stream.getvalue()


def test_web_archive(tmp_path: Path) -> None:
    image = ("https://gazette.example/a.png", "image/png", b"x")
    data = archive(
        ("https://gazette.example/pool", "text/html", page()), image, ("https://x.example/", "text/html", b"<p>")
    )
    found, refused = read(tmp_path, "a.warc.gz", data)
    assert isinstance(found, Found)
    assert (found.url, found.text) == ("https://gazette.example/pool", TEXT)
    assert isinstance(refused, Refused)


def test_cut_web_archive_keeps_what_it_gave(tmp_path: Path) -> None:
    whole = archive(("https://gazette.example/pool", "text/html", page()))
    items = read(tmp_path, "a.warc.gz", whole + b"no archive")
    assert isinstance(items[0], Found)
    assert isinstance(items[-1], Refused)


def test_not_a_web_archive(tmp_path: Path) -> None:
    assert "not a WARC" in reason(tmp_path, "a.warc", b"nothing of the kind, but long enough to be looked at\n" * 9)


def test_json_lines(tmp_path: Path) -> None:
    row = {
        "headline": "Pool",
        "maintext": TEXT,
        "publisher": {"name": "Coast Radio"},
        "date_publish": "2024-03-08 10:00:00",
    }
    found, broken, empty = read(tmp_path, "a.jsonl", f"{json.dumps(row)}\n{{\n\n[]\n")
    assert isinstance(found, Found)
    assert (found.title, found.outlet, found.published, found.text) == ("Pool", "Coast Radio", "2024-03-08", TEXT)
    assert isinstance(broken, Refused)
    assert broken.origin.endswith("a.jsonl:2")
    assert isinstance(empty, Refused)


def test_json_document(tmp_path: Path) -> None:
    found = only(tmp_path, "a.json", json.dumps([{"text": TEXT, "source": "https://gazette.example/pool"}]))
    assert (found.outlet, found.text) == (None, TEXT)


def test_deep_json_is_refused(tmp_path: Path) -> None:
    assert "deep" in reason(tmp_path, "a.jsonl", "[" * 100_000)


FEED = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Coast Radio</title><language>en-gb</language>{items}</channel></rss>"""


DATE = "<pubDate>Fri, 08 Mar 2024 22:00:00 -0500</pubDate>"


def entry(text: str, link: str = "") -> str:
    return f"<item><title>Pool</title>{link}{DATE}<description>{text}</description></item>"


def test_feed_with_whole_articles(tmp_path: Path) -> None:
    text = "".join(f"&lt;p&gt;{paragraph}&lt;/p&gt;" for paragraph in PARAGRAPHS)
    found = only(tmp_path, "a.xml", FEED.format(items=entry(text)))
    assert (found.title, found.outlet, found.published, found.language) == (
        "Pool",
        "Coast Radio",
        "2024-03-08",
        "en-gb",
    )
    assert found.text == TEXT


def test_feed_with_empty_content(tmp_path: Path) -> None:
    items = "<item><title>Pool</title><content:encoded/><description/></item>"
    assert "no article text" in reason(tmp_path, "a.xml", FEED.format(items=items))


def test_feed_with_teasers_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def fetch(address: str, *, trusted: bool) -> opening.Download:
        asked.append((address, trusted))
        return opening.Download(data=page(), address=address, media_type="text/html")

    monkeypatch.setattr(opening, "fetch", fetch)
    found = only(tmp_path, "a.rss", FEED.format(items=entry("Short", "<link>https://gazette.example/pool</link>")))
    assert (found.url, found.text) == ("https://gazette.example/pool", TEXT)
    assert asked == [("https://gazette.example/pool", False)]


def test_feed_link_into_a_private_network_is_refused(tmp_path: Path) -> None:
    text = reason(tmp_path, "a.rss", FEED.format(items=entry("Short", "<link>http://127.0.0.1:1/</link>")))
    assert "could not be fetched" in text


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.html", b"", "not HTML"),
        ("a.html", b"<html><body><p>Log in to read.</p></body></html>", "no article text"),
        ("a.txt", b"Too short.", "no article text"),
        ("a.eml", b"no header at all", "not a mail"),
        ("a.xml", b"<x/>", "not an RSS or Atom feed"),
        ("a.xml", b'<rss version="2.0"><channel></channel></rss>', "no entries"),
        ("a.pdf", b"%PDF", "not a PDF"),
        ("a.doc", b"x", "save it as .docx"),
        ("a.xyz", b"x", "read are web pages"),
        ("a.txt", b"word " * 300_000, "at most"),
        ("a.warc.gz", gzip.compress(b"", mtime=0), ""),
    ],
)
def test_refused_with_a_reason(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    assert words in reason(tmp_path, name, data)


def test_missing_file() -> None:
    assert [item.reason for item in read_source("nowhere.html") if isinstance(item, Refused)] == [
        "there is no such file"
    ]


def test_too_large_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_BYTES", 10)
    assert "larger" in reason(tmp_path, "a.txt", TEXT)


def test_a_reader_that_trips_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(data: bytes, origin: str) -> Found:
        raise RuntimeError("boom")

    monkeypatch.setitem(opening._SINGLE, ".txt", trip)
    assert "RuntimeError: boom" in reason(tmp_path, "a.txt", TEXT)


def test_folder_is_expanded_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "deep/c.html", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert expand([str(tmp_path), str(tmp_path / "b.txt")]) == [
        str(tmp_path / n) for n in ("a.md", "b.txt", "deep/c.html")
    ]


@pytest.mark.parametrize(
    ("stated", "edtf"),
    [
        ("2025-10-27T23:30:00-07:00", "2025-10-27"),
        ("20251027", "2025-10-27"),
        ("2025", "2025"),
        ("2025-10", "2025-10"),
        ("Mon, 27 Oct 2025 09:00:00 GMT", "2025-10-27"),
        ("October 27, 2025", "2025-10-27"),
        ("Sept. 5, 2024 9:30 AM", "2024-09-05"),
        ("Monday, 27th October 2025", "2025-10-27"),
        (2025, "2025"),
        ("10/11/2025", None),
        ("2025-02-30", None),
        ("2025-13", None),
        ("yesterday", None),
        (None, None),
        (True, None),
    ],
)
def test_stated_dates(stated: object, edtf: str | None) -> None:
    assert stated_date(stated) == edtf


def test_a_header_without_end_is_refused(tmp_path: Path) -> None:
    data = gzip.compress(b"WARC/1.0\r\nWARC-Type: " + b"a" * 50_000_000, compresslevel=1)
    tracemalloc.start()
    assert "header is longer" in reason(tmp_path, "a.warc.gz", data)
    assert tracemalloc.get_traced_memory()[1] < 40_000_000
    tracemalloc.stop()


def test_many_lines_of_a_header_are_refused(tmp_path: Path) -> None:
    assert "header is longer" in reason(tmp_path, "a.warc", b"WARC/1.0\r\n" + b"a: b\r\n" * 100_000)


@pytest.mark.parametrize("name", ["pipe.txt", "pipe.warc"])
def test_only_regular_files_are_read(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    assert [item.reason for item in read_source(str(tmp_path / name))] == ["it is no regular file"]  # type: ignore[union-attr]


@pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero", "../outside.txt"])
def test_links_out_of_a_folder_are_not_followed(tmp_path: Path, target: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "outside.txt").write_text(TEXT, "utf-8")
    (tmp_path / "in" / "a.txt").symlink_to(target)
    (tmp_path / "in" / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "in" / "c.txt").symlink_to("b.txt")
    link, file, twin = [item for source in expand([str(tmp_path / "in")]) for item in read_source(source)]
    assert isinstance(link, Refused)
    assert link.reason.startswith("it is a link to another folder: name /")
    assert isinstance(file, Found)
    assert isinstance(twin, Found)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (item,) = [item for source in expand([str(tmp_path)]) for item in read_source(source)]
    assert item == Refused(origin=str(tmp_path), reason="the folder is empty")
