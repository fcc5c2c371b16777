"""Plain text and Markdown to an article as found."""

import re
from typing import Any

from generator.content.fields import is_edtf, is_language, is_web_address
from generator.content.yaml_source import YamlSource
from generator.desk.found import Found, UnreadableError
from generator.desk.sources.wording import body, decoded, one_line, stated_date, unwrapped
from generator.model.errors import ParallaxError

_FRONT_MATTER = re.compile(r"(?:[ \t]*+\n)*+---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_NOTE_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_HEAD_LINES = 6
_HEADLINE_WORDS = 20
_DATE_WORDS = 8
_BY_LINE = re.compile(r"\s*[Bb][Yy]\s+(?=[A-ZÀ-ÖØ-Þ])")
_LONGEST_MATTER = 100_000  # characters
_HEADING = re.compile(r"\s*#[ \t]+(\S[^\n]*?)[ \t#]*(?:\n|$)")
# What other programs call our fields in their front matter: site generators, Obsidian's clipper, Zotero's notes.
_SYNONYMS = {
    "title": ("title", "headline"),
    "outlet": (
        *("outlet", "site", "publisher", "publication", "publicationtitle", "container-title", "newspaper", "source"),
    ),
    "byline": ("byline", "author", "authors", "creator", "creators"),
    "published": ("published", "date", "issued"),
    "updated": ("updated", "modified", "lastmod"),
    "url": ("url", "link", "canonical_url", "source"),
    "language": ("language", "lang"),
    "rights": ("rights",),
    "note": ("note",),
}


def read_text(data: bytes, origin: str) -> Found:
    """A plain text; its first lines may say what it is. Hard-wrapped lines are joined."""
    return of_lines(unwrapped(decoded(data)).split("\n"), origin)


def of_lines(lines: list[str], origin: str, *, titled: bool = False) -> Found:
    """The article in the lines of a text without marks; `titled` when its first line is known to be the title.

    At its head it may name itself: `Title: …`, `Date: …`, or bare lines, of which one is a date or begins with "By".
    Without such a line all of it is the article.
    """
    told = [line for line in lines if line.strip()]
    stated, used = ({}, 0) if titled else _labelled(told)
    if not used:
        stated, used = _bare_head(told)
    if titled and not used:
        stated, used = {"title": told[0]}, 1
    rest = lines
    while used and rest:
        used -= bool(rest[0].strip())
        rest = rest[1:]
    known, remarks = checked(stated)
    apart = "\n" if any(not line.strip() for line in lines) else "\n\n"
    return Found(origin=origin, text=body(apart.join(rest).strip()), remarks=remarks, **known)


def _labelled(lines: list[str]) -> tuple[dict[str, Any], int]:
    """What `Key: value` lines at the head state, and how many lines that takes: two at least."""
    fields = {name: field for field, names in _SYNONYMS.items() for name in names if name != "source"}
    stated: dict[str, Any] = {}
    for line in lines[:_HEAD_LINES]:
        key, colon, value = line.partition(":")
        field = fields.get(key.strip().casefold())
        if not colon or field is None or not value.strip() or field in stated:
            break
        stated[field] = value.strip()
    return (stated, len(stated)) if len(stated) > 1 else ({}, 0)


def _bare_head(lines: list[str]) -> tuple[dict[str, Any], int]:
    """Title, outlet, byline and date in short lines at the head, where a date or a "By" shows that they are that."""
    known: dict[str, Any] = {}
    others: list[str] = []
    head: dict[str, Any] = {}
    for line in map(str.strip, lines[:_HEAD_LINES]):
        count = len(line.split())
        if "byline" not in known and _BY_LINE.match(line) and count <= _HEADLINE_WORDS:
            known["byline"] = _BY_LINE.sub("", line).rstrip(".")
        elif "published" not in known and count <= _DATE_WORDS and (day := stated_date(line)):
            known["published"] = day
        elif len(others) < 2 and count <= _HEADLINE_WORDS and not line.endswith((".", "”", '"')):
            others.append(line)
            continue  # it counts only if a line that shows what it is comes after
        else:
            break
        head = known | dict(zip(("title", "outlet"), others, strict=False))
    return (head, len(head)) if "title" in head else ({}, 0)


def read_markdown(data: bytes, origin: str) -> Found:
    """A Markdown text; its front matter, if any, and a first-level heading that opens it say what it is.

    Raises UnreadableError when the front matter is broken.
    """
    text = decoded(data)
    head = _FRONT_MATTER.match(text)
    stated = _front_matter(head[1] or "", origin) if head else {}
    story = text[head.end() :] if head else text
    heading = _HEADING.match(story)
    if heading and not stated.get("title"):
        stated, story = {**stated, "title": one_line(heading[1])}, story[heading.end() :]
    known, remarks = checked(stated)
    return Found(origin=origin, text=body(story), remarks=remarks, **known)


def _front_matter(text: str, origin: str) -> dict[str, Any]:
    if len(text) > _LONGEST_MATTER:
        raise UnreadableError(f"the front matter is longer than {_LONGEST_MATTER // 1000} kB")
    try:
        matter = YamlSource(text, file=origin, first_line=2).data or {}
    except ParallaxError as fault:
        place = f", line {fault.line}" if fault.line else ""
        raise UnreadableError(f"the front matter cannot be read{place}: {fault.message}") from None
    if not isinstance(matter, dict):
        raise UnreadableError("the front matter is not a list of keys with values")
    return _fields({str(key).casefold(): value for key, value in matter.items()})


def _fields(matter: dict[str, Any]) -> dict[str, Any]:
    """Our fields in front matter, its keys in small letters; `source` is an address for some, a paper for others."""
    source = matter.get("source")
    is_link = isinstance(source, str) and is_web_address(source)
    stated = {}
    for field, names in _SYNONYMS.items():
        known = [name for name in names if name != "source" or is_link == (field == "url")]
        stated[field] = next((_unlinked(matter[name]) for name in known if matter.get(name) is not None), None)
    return stated


def _unlinked(value: Any) -> Any:
    """The value without the brackets of a link between notes."""
    if isinstance(value, list):
        return [_unlinked(item[0] if isinstance(item, list) and len(item) == 1 else item) for item in value]
    return _NOTE_LINK.sub(r"\1", value) if isinstance(value, str) else value


def checked(stated: dict[str, Any]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Stated fields that an article's front matter may hold, and a remark on each that it may not."""
    known: dict[str, str] = {}
    remarks = []
    for field, value in stated.items():
        kept = _kept(field, value)
        if kept:
            known[field] = kept
        elif value not in (None, "", []):
            remarks.append(f"{field} {str(value)[:60]!r} was left out: {_EXPECTED.get(field, 'it is not a text')}")
    return known, tuple(remarks)


_EXPECTED = {
    "published": "it is not a date that can be read in one way only",
    "url": "it is not an http(s) address",
    "language": "it is not a language tag such as en-GB",
    "rights": "what may be shown is yours to say, in the file itself",
}


def _kept(field: str, value: Any) -> str | None:
    if field in {"published", "updated"}:
        text = str(value).strip()
        return stated_date(value) or (text if len(text) < 40 and is_edtf(text) else None)
    if isinstance(value, list):
        value = ", ".join(item for item in value if isinstance(item, str))
    text = one_line(value) or ""
    fits = {"url": is_web_address, "language": is_language, "rights": {"excerpt", "withheld"}.__contains__}
    return text if field not in fits or fits[field](text) else None
