"""Any SOURCE that the editor names, opened: which files it holds, which reader each one takes.

One unreadable file, page or entry becomes a Refused and never stops the rest.
"""

import os
import plistlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError

import msgspec

from generator.content.fields import is_web_address
from generator.content.source_text import leads_out, read_regular
from generator.desk.found import MAX_BYTES, Found, Refused, UnreadableError
from generator.desk.sources.archive import read_archive
from generator.desk.sources.book import read_book
from generator.desk.sources.document import read_docx, read_odt, read_rtf
from generator.desk.sources.feed import Linked, read_feed
from generator.desk.sources.letter import read_letter
from generator.desk.sources.page import read_page
from generator.desk.sources.paper import read_pdf
from generator.desk.sources.prose import read_markdown, read_text
from generator.desk.sources.rows import read_csv, read_json, read_rows, read_xlsx
from generator.desk.sources.web import Download, fetch
from generator.desk.sources.wording import decoded

_URL = re.compile(r"^\s*URL(?:\[[^\]\n]*\])?\s*=\s*(\S+)", re.IGNORECASE | re.MULTILINE)


def address_in(data: bytes) -> str:
    """The web address of a shortcut. Raises UnreadableError when it holds none."""
    try:
        document = plistlib.loads(data) if data.lstrip()[:1] == b"<" or data.startswith(b"bplist") else None
    except (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, OverflowError, RecursionError):
        document = None
    found = document.get("URL") if isinstance(document, dict) else None
    if found is None and (match := _URL.search(decoded(data[:100_000]))):
        found = match[1]
    if not isinstance(found, str) or not is_web_address(found):
        raise UnreadableError("the shortcut holds no http(s) address")
    return found


_SINGLE = {
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".eml": read_letter,
    ".mht": read_letter,
    ".mhtml": read_letter,
    ".docx": read_docx,
    ".odt": read_odt,
    ".rtf": read_rtf,
    ".pdf": read_pdf,
}
_SEVERAL = {
    ".jsonl": read_rows,
    ".ndjson": read_rows,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".xlsx": read_xlsx,
    ".epub": read_book,
}
_POINTERS = frozenset({".url", ".webloc", ".desktop"})
_FEEDS = frozenset({".xml", ".rss", ".atom"})
_ARCHIVES = (".warc", ".warc.gz")
READABLE = (
    "web pages, .txt, .md, .docx, .odt, .rtf, .pdf, .epub, .eml, .mhtml, .csv, .xlsx, .jsonl, .json, WARC, RSS and "
    "Atom, .url and .webloc"
)
# What else people have, and how its text can be had.
_OTHERWISE = {
    (".doc", ".wps", ".wpd", ".pages"): "save it as .docx",
    (".xls", ".ods", ".numbers"): "save it as .xlsx or .csv",
    (".msg", ".pst", ".mbox"): "save the mail as .eml",
    (".webarchive", ".maff"): "save the page as HTML",
    (".mobi", ".azw", ".azw3"): "turn it into .epub",
    (".zip", ".tar", ".gz", ".7z", ".rar"): "unpack it and name the folder",
    (".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp", ".heic"): "a picture of a text has to be typed out",
    (".mp3", ".m4a", ".wav", ".mp4", ".mov"): "a recording has to be written down",
    (".ppt", ".pptx", ".odp"): "save its text as .txt",
}
_FEED_TYPES = ("application/rss", "application/atom", "application/xml", "text/xml", "application/rdf")

Item = Found | Refused


def expand(sources: Sequence[str]) -> list[str]:
    """The sources with each folder replaced by the files in it and below, sorted; hidden files are passed over.

    A folder without any stays as it is.
    """
    expanded: list[str] = []
    for source in sources:
        inside = _files(Path(source)) if not is_address(source) and Path(source).is_dir() else []
        expanded += inside or [source]
    return list(dict.fromkeys(expanded))


def _files(folder: Path) -> list[str]:
    found = []
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [os.path.join(where, name) for name in sorted(names) if not name.startswith(".")]
    return found


def is_address(source: str) -> bool:
    """Whether `source` is a web address rather than a file."""
    return source.lower().startswith(("http://", "https://"))


def read_source(source: str) -> Iterator[Item]:
    """The articles that one file or address gave, and what was refused with its reason."""
    try:
        for item in _from_web(source) if is_address(source) else _from_file(Path(source)):
            yield _tidied(item) if isinstance(item, Found) else item
    except UnreadableError as fault:
        yield Refused(origin=source, reason=str(fault))
    except OSError as fault:
        yield Refused(origin=source, reason=f"it cannot be read: {fault.strerror or fault}")
    except RecursionError:
        yield Refused(origin=source, reason="it is nested too deeply")
    except Exception as fault:  # a reader tripped over a malformed file: the editor is told, and the rest goes on
        yield Refused(origin=source, reason=f"it cannot be read: {type(fault).__name__}: {fault}")


def _tidied(found: Found) -> Found:
    """An article without its outlet's name at the end of the title, where sites like to append it."""
    if not found.title or not found.outlet:
        return found
    end = rf"\s+[|\-–—·:]\s+{re.escape(found.outlet)}$"
    return msgspec.structs.replace(found, title=re.sub(end, "", found.title, flags=re.IGNORECASE) or found.title)


def _from_file(path: Path) -> Iterator[Item]:
    origin, name = str(path), path.name.lower()
    if not path.exists():
        raise UnreadableError("there is no such file")
    if leads_out(path, path.parent):  # a pattern of the shell names what came along in somebody's folder, too
        raise UnreadableError(f"it is a link to another folder: name {path.resolve()} itself if you mean that")
    if not path.is_file():
        raise UnreadableError("the folder is empty" if path.is_dir() else "it is no regular file")
    if name.endswith(_ARCHIVES):
        yield from read_archive(path, origin)
        return
    ending = path.suffix.lower()
    if ending not in {*_SINGLE, *_SEVERAL, *_FEEDS, *_POINTERS}:
        raise UnreadableError(_instead(ending))
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableError(f"the file is larger than {MAX_BYTES // 1_000_000} MB")
    data = read_regular(path, MAX_BYTES)
    if ending in _SINGLE:
        yield _SINGLE[ending](data, origin)
    elif ending in _SEVERAL:
        yield from _SEVERAL[ending](data, origin)
    elif ending in _POINTERS:
        yield from _from_web(address_in(data), trusted=False)
    else:
        yield from _entries(data, origin)


def _instead(ending: str) -> str:
    """Why a file of this kind is refused, and how to save it otherwise."""
    way = next((way for endings, way in _OTHERWISE.items() if ending in endings), None)
    return "files of this kind are not read" + (f": {way}" if way else f" (read are {READABLE})")


def _from_web(address: str, *, trusted: bool = True) -> Iterator[Item]:
    download = fetch(address, trusted=trusted)
    if download.media_type.startswith(_FEED_TYPES):
        yield from _entries(download.data, address)
    else:
        yield _document(download, address)


def _document(download: Download, origin: str) -> Found:
    """The article in what was fetched from an address."""
    if download.media_type == "application/pdf":
        return msgspec.structs.replace(read_pdf(download.data, origin), url=download.address)
    if download.media_type == "text/markdown":
        return read_markdown(download.data, origin)
    if download.media_type == "text/plain":
        return read_text(download.data, origin)
    if download.media_type and "html" not in download.media_type:
        raise UnreadableError(f"it is of type {download.media_type}, which is not read (read are {READABLE})")
    return read_page(download.data, origin, address=download.address, charset=download.charset)


def _entries(data: bytes, origin: str) -> Iterator[Item]:
    """The articles of a feed; those that it only links to are fetched."""
    for entry in read_feed(data, origin):
        if isinstance(entry, Linked):
            yield _linked(entry)
        else:
            yield entry


def _linked(entry: Linked) -> Item:
    try:
        return _document(fetch(entry.address, trusted=False), entry.origin)
    except UnreadableError as fault:
        if entry.short is not None:
            remark = f"this is all that the feed gives; the page itself was not read: {fault}"
            return msgspec.structs.replace(entry.short, remarks=(*entry.short.remarks, remark))
        teaser = f"; the feed itself gives only {entry.teaser_words} words of it"
        return Refused(origin=entry.origin, reason=f"{fault}{teaser}")
