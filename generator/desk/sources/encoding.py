"""Bytes to text as browsers read them: the label that the sender states, taken for what people mean by it.

The Encoding Standard (encoding.spec.whatwg.org) reads `iso-8859-1` as windows-1252, since that is what is
sent under that name: in Latin-1 proper the bytes of “ ” ’ and – are signs that control, and would be lost.
"""

import codecs
import re

from trafilatura.utils import decode_file

_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "utf-16": "utf-8",  # a page that can say so in ASCII is not in UTF-16
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_STATED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w.-]{2,40})", re.I
)
_WESTERN = 0.06  # of a text's bytes: accents and marks; Czech has twice as many, Cyrillic nothing else
_WHERE = 4096  # bytes within which a page states its encoding


def decoded_as(data: bytes, label: str = "") -> str:
    """The text of `data`: by its byte order mark, by `label`, as UTF-8 if it is, by what it looks like."""
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return data.removeprefix(mark).decode(name, "replace")
    name = meant(label)
    if name and not name.startswith(("utf", "iso2022")):
        return _kept(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _kept(data, name) if name.startswith("iso2022") else _guessed(data)


def _guessed(data: bytes) -> str:
    """What states no encoding: of a western language where few bytes are above ASCII, else what it looks like."""
    high = sum(byte > 127 for byte in data)
    return data.decode("cp1252", "replace") if high < _WESTERN * len(data) else str(decode_file(data))


def stated_in(page: bytes) -> str:
    """The encoding that an HTML page states of itself, "" if it states none."""
    found = _STATED.search(page[:_WHERE])
    return (found[1] or found[2]).decode("ascii", "ignore") if found else ""


def meant(label: str) -> str:
    """The codec that is meant by a stated encoding, "" for one that is not known."""
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return ""
    return _MEANT.get(name, name)


def _kept(data: bytes, name: str) -> str:
    """Decoded, with UTF-8 given its chance: a label of Latin-1 often stands over UTF-8 by mistake."""
    if name == "cp1252":
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    try:
        return data.decode(name, "replace")
    except (LookupError, ValueError):
        return str(decode_file(data))
