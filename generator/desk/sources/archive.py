"""A web archive (WARC) to the articles on its pages."""

import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from generator.desk.found import MAX_BYTES, Found, Refused, UnreadableError
from generator.desk.sources.page import read_page

_BEGINNINGS = (b"WARC/", b"\x1f\x8b")
_LONGEST_HEADER = 200_000  # bytes
_PAGES = ("text/html", "application/xhtml")


def read_archive(path: Path, origin: str) -> Iterator[Found | Refused]:
    """Each HTML page in the archive. Images, scripts, redirects and errors are no articles and are passed over.

    Raises UnreadableError when the file is no archive or holds no page at all.
    """
    pages = 0
    with path.open("rb") as stream:
        if not stream.read(5).startswith(_BEGINNINGS):
            raise UnreadableError("this is not a WARC file")
        stream.seek(0)
        try:
            records = ArchiveIterator(stream)
            records.reader = reader = _Headers(stream)
            while (record := _following(records)) is not None:
                reader.begin()
                if _is_page(record):
                    pages += 1
                    yield _page(record, origin)
        except (ArchiveLoadFailed, AttributeError, ValueError, TypeError, zlib.error, EOFError) as fault:
            # Of a fault of its own the library tells nothing that an editor knows.
            why = f": {str(fault)[:80]}" if isinstance(fault, ArchiveLoadFailed) else ""
            raise UnreadableError(f"this is not a whole WARC file{why}") from None
    if not pages:
        raise UnreadableError("the archive holds no HTML page")


def _following(records: ArchiveIterator) -> ArcWarcRecord | None:
    """The next record, None after the last; the library would print whole lines of a damaged file."""
    with redirect_stderr(StringIO()):
        return next(records, None)


class _Headers(DecompressingBufferedReader):  # type: ignore[misc]
    """A reader whose lines, which are those of headers, have an end: a line of 600 MB is no header."""

    _read = 0

    def begin(self) -> None:
        """Count the lines of the next record anew."""
        self._read = 0

    def readline(self, length: int | None = None) -> bytes:
        """The next line. Raises UnreadableError when the header is longer than any."""
        line: bytes = super().readline(min(length or _LONGEST_HEADER, _LONGEST_HEADER))
        self._read += len(line)
        if self._read >= _LONGEST_HEADER:
            raise UnreadableError(f"a record's header is longer than {_LONGEST_HEADER // 1000} kB")
        return line


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type not in {"response", "resource"}:
        return False
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return False
    kind = headers.get_header("Content-Type") if headers is not None else record.rec_headers.get_header("Content-Type")
    return str(kind or "").lower().startswith(_PAGES)


def _page(record: ArcWarcRecord, origin: str) -> Found | Refused:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    place = f"{origin}: {address}"
    data = record.content_stream().read(MAX_BYTES + 1)
    headers = record.http_headers or record.rec_headers
    charset = str(headers.get_header("Content-Type") or "").lower().partition("charset=")[2].partition(";")[0]
    try:
        return read_page(data, place, address=address or None, charset=charset)
    except UnreadableError as fault:
        return Refused(origin=place, reason=str(fault))
