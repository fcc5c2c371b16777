"""Plain text and Markdown to an article as found."""

import re
from typing import Any

from generator.content.fields import is_edtf, is_language, is_web_address
from generator.content.yaml_source import YamlSource
from generator.desk.found import Found, UnreadableError
from generator.desk.sources.wording import body, decoded, one_line, stated_date, unwrapped
from generator.model.errors import ParallaxError

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_LONGEST_MATTER = 100_000  # characters
_HEADING = re.compile(r"\s*#[ \t]+(\S[^\n]*?)[ \t#]*(?:\n|$)")
# What other programs call our fields in their front matter.
_SYNONYMS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "site", "publisher"),
    "byline": ("byline", "author", "authors"),
    "published": ("published", "date"),
    "updated": ("updated", "modified", "lastmod"),
    "url": ("url", "link", "canonical_url"),
    "language": ("language", "lang"),
    "rights": ("rights",),
    "note": ("note",),
}


def read_text(data: bytes, origin: str) -> Found:
    """A plain text: all of it is the article, since nothing in it says otherwise. Hard-wrapped lines are joined."""
    return Found(origin=origin, text=body(unwrapped(decoded(data))))


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
    return {
        field: next((matter[name] for name in names if matter.get(name) is not None), None)
        for field, names in _SYNONYMS.items()
    }


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
