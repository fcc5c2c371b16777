"""Text of any source made fit to keep: decoded, without control characters, unwrapped; and dates it states, as EDTF."""

import email.utils
import html
import re
import unicodedata
from datetime import date, datetime

from generator.content.fields import LAST_YEAR
from generator.desk.found import MAX_CHARACTERS, MIN_WORDS, UnreadableError
from generator.desk.sources.encoding import decoded_as

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Hints to a typesetter where a word may break: they would make two words of one that sources spell alike.
_BREAK_HINTS = re.compile("[\u00ad\u200b\u2060\ufeff]")
# What a typesetter drew as one sign, and every reader takes for several letters: ﬀ, ﬁ, ﬂ, ﬃ, ﬄ, ﬅ, ﬆ.
_LIGATURES = str.maketrans({chr(sign): unicodedata.normalize("NFKC", chr(sign)) for sign in range(0xFB00, 0xFB07)})
_LINE_ENDS = re.compile(r"\r\n?|\x85|\u2028|\u2029")
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|/(\d\d)/(\d\d)|(\d\d)(\d\d))?(?=$|[T ])")
# Months by name only: in 10/11/2025 nobody can tell the day from the month.
_LONG_FORMS = ("%B %d %Y", "%b %d %Y", "%d %B %Y", "%d %b %Y")
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE)
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?=$|[T ,])")
# Those that only style words: a headline may be about others.
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|span|su[bp]|br|font|small|big|cite|q|mark|p|div|code|abbr|wbr)(?:\s[^<>]{0,200})?/?>", re.I
)
_ESCAPED_TIMES = 3
_FIRST_YEAR = 1605  # of the first newspaper (Strasbourg)
# What programs write for no date: the zero of Unix, here and west of Greenwich, of SQL and of spreadsheets.
_NO_DATES = frozenset({"1970-01-01", "1969-12-31", "1900-01-01", "1899-12-30", "1899-12-31"})
_WRAPPED_WIDTHS = range(50, 91)


def decoded(data: bytes) -> str:
    """The text of `data`, whatever its encoding, with plain line ends and without control characters."""
    return printable(decoded_as(data))


def printable(text: str) -> str:
    """`text` with plain line ends, without control characters, ligatures and invisible break hints.

    They are no part of an article; control characters break YAML and terminals besides.
    """
    return _BREAK_HINTS.sub("", _CONTROL.sub("", _LINE_ENDS.sub("\n", text))).translate(_LIGATURES)


def one_line(value: object) -> str | None:
    """A stated value as one line of text, or None when there is nothing in it."""
    if not isinstance(value, str):
        return None
    return " ".join(printable(value).split()) or None


def unescaped(value: str) -> str | None:
    """A stated value as one line without entities and tags, however often they were escaped; None when it is empty."""
    for _ in range(_ESCAPED_TIMES):
        plain = html.unescape(value)
        if plain == value:
            break
        value = plain
    return one_line(_TAG.sub("", value))


def body(text: str) -> str:
    """`text` as the body of an article. Raises UnreadableError when it is too short or too long to be one."""
    kept = "\n".join(line.rstrip() for line in text.strip("\n").split("\n")).strip()
    if len(kept) > MAX_CHARACTERS:
        raise UnreadableError(f"the text has {len(kept):,} characters; at most {MAX_CHARACTERS:,} are read")
    if len(kept.split()) < MIN_WORDS:
        raise UnreadableError(f"no article text found ({len(kept.split())} words; at least {MIN_WORDS} are expected)")
    return kept


def unwrapped(text: str) -> str:
    """`text` with hard-wrapped paragraphs joined to one line each; other line breaks stay."""
    return "\n\n".join(_unwrapped_block(block) for block in re.split(r"\n\s*\n", text.strip()) if block.strip())


def _unwrapped_block(block: str) -> str:
    lines = [line.strip() for line in block.strip("\n").split("\n")]
    full, last = lines[:-1], lines[-1]
    wrapped = bool(full) and all(len(line) in _WRAPPED_WIDTHS for line in full) and len(last) < _WRAPPED_WIDTHS.stop
    return " ".join(lines) if wrapped else block.strip("\n")


def stated_date(text: object) -> str | None:
    """The day, month or year that a source states, as EDTF; None when it cannot be read in one way only.

    The day is the one written down, in the time zone in which it is written.
    """
    if isinstance(text, date):
        text = text.isoformat()
    if not isinstance(text, str | int) or isinstance(text, bool):
        return None
    words = " ".join(str(text).split())[:80]
    found = _iso_date(words) or _mail_date(words) or _long_date(words) or _numeric_date(words)
    return found if found and int(found[:4]) in range(_FIRST_YEAR, LAST_YEAR + 1) and found not in _NO_DATES else None


def _numeric_date(words: str) -> str | None:
    """A date such as 27/11/2017, where one of the two numbers can be no month, or both are the same."""
    match = _NUMERIC.match(words)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _iso_date(words: str) -> str | None:
    match = _ISO.match(words)
    if not match:
        return None
    parts = [part for part in match.groups() if part]
    try:
        date(*(int(part) for part in [*parts, "01", "01"][:3]))
    except ValueError:
        return None
    return "-".join(parts)


def _mail_date(words: str) -> str | None:
    parsed = email.utils.parsedate(words)
    try:
        return date(*parsed[:3]).isoformat() if parsed and re.search(r"\d{4}", words) else None
    except (ValueError, OverflowError):
        return None


def _long_date(words: str) -> str | None:
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", _WEEKDAY.sub("", words)).replace(",", " ").replace(".", " ")
    head = re.sub(r"(?i)\bsept\b", "Sep", " ".join(plain.split()[:3]))
    for form in _LONG_FORMS:
        try:
            return datetime.strptime(head, form).date().isoformat()
        except ValueError:
            continue
    return None
