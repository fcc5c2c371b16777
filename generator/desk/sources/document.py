"""A document of a word processor (.docx, .odt, .rtf) to an article as found.

Who typed a document, and when, is neither its author nor its date: only what is written in it counts.
"""

import re
from io import BytesIO

import mammoth
import msgspec
from lxml import etree
from striprtf.striprtf import rtf_to_text
from trafilatura.utils import load_html

from generator.desk.found import MAX_BYTES, Found, UnreadableError
from generator.desk.sources.encoding import decoded_as
from generator.desk.sources.packed import Packed
from generator.desk.sources.prose import of_lines
from generator.desk.sources.wording import one_line, printable

_WORD, _OPEN = "a Word document", "an OpenDocument text"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\u2028"}
_LEFT_OUT = {f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}table-of-content"}
_BODY = "word/document.xml"
_TRACKED = re.compile(rb"<w:(?:ins|del|moveFrom)\b")
_CHANGES = "the document holds tracked changes: they were read as if all were accepted"
_MARKS = {"h2": "## ", "h3": "## ", "h4": "## ", "li": "- "}


def read_docx(data: bytes, origin: str) -> Found:
    """A Word document, by mammoth; a line in the style of a title is the title."""
    packed = Packed(data, _WORD)
    parts = {name: packed.read(name) for name in packed.names}  # mammoth unpacks whatever is there
    if _BODY not in parts:
        raise UnreadableError(f"this is not {_WORD}")
    styles = "p[style-name='Title'] => h1:fresh"
    try:
        html = mammoth.convert_to_html(BytesIO(data), style_map=styles).value
    except Exception as fault:
        raise UnreadableError(f"this is {_WORD} that is damaged ({type(fault).__name__})") from None
    if len(html) > MAX_BYTES:
        raise UnreadableError(f"the document is larger than {MAX_BYTES // 1_000_000} MB")
    tree = load_html(f"<html><body>{html}</body></html>")
    if tree is None:
        raise UnreadableError("the document is empty")
    for note in tree.xpath("//sup[a[contains(@href, 'note')]] | //ol[li[contains(@id, 'note')]]"):
        note.drop_tree()
    for line_break in tree.iter("br"):
        line_break.tail = "\u2028" + (line_break.tail or "")
    blocks = [
        (str(element.tag), line)
        for element in tree.iter("h1", "h2", "h3", "h4", "p", "li", "td", "th")
        if not any(inner.tag in {"p", "li"} for inner in element.iterdescendants())
        for line in element.text_content().split("\u2028")
    ]
    found = _found(blocks, origin)
    if _TRACKED.search(parts[_BODY]):
        return msgspec.structs.replace(found, remarks=(*found.remarks, _CHANGES))
    return found


def read_odt(data: bytes, origin: str) -> Found:
    """An OpenDocument text; its first heading of the first level, or a line styled as title, is the title."""
    packed = Packed(data, _OPEN)
    body = packed.tree("content.xml").find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise UnreadableError(f"this is not {_OPEN}")
    blocks = []
    for element in body.iter(f"{_TEXT}p", f"{_TEXT}h"):
        if any(around.tag in _LEFT_OUT for around in element.iterancestors()):
            continue
        style = element.get(f"{_TEXT}style-name") or ""
        level = element.get(f"{_TEXT}outline-level") or ""
        in_list = any(around.tag == f"{_TEXT}list-item" for around in element.iterancestors())
        tag = "h1" if style == "Title" or level == "1" else "h2" if level else "li" if in_list else "p"
        blocks += [(tag, line) for line in "".join(_open_text(element)).split("\u2028")]
    return _found(blocks, origin)


def _open_text(element: etree._Element) -> list[str]:
    parts = [element.text or ""]
    for inner in element:
        if inner.tag in _SPACES:
            parts.append(_SPACES[inner.tag])
        elif isinstance(inner.tag, str) and inner.tag not in _LEFT_OUT:
            parts += _open_text(inner)
        parts.append(inner.tail or "")
    return parts


def read_rtf(data: bytes, origin: str) -> Found:
    """A Rich Text document, by striprtf; its looks are lost, so that it is read like a plain text."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableError("this is not a Rich Text document")
    try:
        text = str(rtf_to_text(decoded_as(data, "cp1252"), errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, OverflowError, LookupError, TypeError) as fault:
        raise UnreadableError(f"this is a Rich Text document that is damaged ({type(fault).__name__})") from None
    lines = [line.strip() for line in re.split(r"\n", printable(text.replace("|", "\n")))]
    return of_lines([line for line in lines if line], origin)


def _found(blocks: list[tuple[str, str]], origin: str) -> Found:
    """The article in blocks of a document, by its line in the style of a title or by what its first lines say."""
    told = [(tag, line) for tag, text in blocks if (line := one_line(text))]
    titles = [line for tag, line in told if tag == "h1"]
    lines = [_MARKS.get(tag, "") + line for tag, line in told]
    if len(titles) == 1 and told[0][0] == "h1":
        return of_lines(lines, origin, titled=True)
    return of_lines(lines, origin)
