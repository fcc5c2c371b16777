"""An EPUB (a book, or an issue of a magazine) to the articles in it: a chapter each."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from generator.desk.found import Found, Refused, UnreadableError
from generator.desk.sources.packed import Packed
from generator.desk.sources.page import read_page
from generator.desk.sources.wording import one_line, stated_date

_BOOK = "an EPUB"
_CONTAINER = "META-INF/container.xml"
_PACKAGE = "{http://www.idpf.org/2007/opf}"
_CORE = "{http://purl.org/dc/elements/1.1/}"


def read_book(data: bytes, origin: str) -> Iterator[Found | Refused]:
    """Each chapter with text enough, in the order of the book; title pages and lists of contents are passed over.

    The book's title is the outlet of its chapters, its date theirs. Raises UnreadableError when there is none.
    """
    packed = Packed(data, _BOOK)
    place = next((e.get("full-path") for e in packed.tree(_CONTAINER).iter() if e.get("full-path")), None)
    if place is None:
        raise UnreadableError(f"this is not {_BOOK}: it names no contents")
    package = packed.tree(place)
    stated = {name: _stated(package, name) for name in ("title", "creator", "date", "language")}
    items = {item.get("id"): item.get("href") for item in package.iter(f"{_PACKAGE}item")}
    # What is not linear is no part of the order of reading: a pop-up, the answers of a quiz.
    spine = [item for item in package.iter(f"{_PACKAGE}itemref") if item.get("linear") != "no"]
    chapters = [items.get(item.get("idref")) for item in spine]
    whole = len([chapter for chapter in chapters if chapter]) == 1
    taken = 0
    for chapter in filter(None, chapters):
        name = posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(chapter)))
        try:
            found = read_page(packed.read(name), f"{origin}: {chapter}")
        except UnreadableError:
            continue
        taken += 1
        yield Found(
            origin=found.origin,
            text=found.text,
            title=stated["title"] if whole else found.title,
            outlet=None if whole else stated["title"],
            byline=found.byline or (stated["creator"] if whole else None),
            published=found.published or stated_date(stated["date"]),
            language=found.language or stated["language"],
        )
    if not taken:
        raise UnreadableError("the EPUB holds no chapter with text")


def _stated(package: etree._Element, name: str) -> str | None:
    names = [one_line(element.text or "") for element in package.iter(f"{_CORE}{name}")]
    return ", ".join(filter(None, names[:3])) or None if name == "creator" else next(filter(None, names), None)
