"""The front matter of an article: what the editor states of it, checked field by field."""

import re
from collections.abc import Callable, Iterator
from typing import Annotated, Any, get_type_hints

from msgspec import Meta

from generator.content.fields import EDTF_HINT, LANGUAGE_HINT, URL_HINT, Slug, is_edtf, is_language, is_web_address
from generator.content.yaml_source import Spot, YamlSource
from generator.model.errors import ParallaxError, as_problem
from generator.model.record import Record
from generator.model.site import Problem
from generator.model.text import Rights

LONGEST = 300  # characters of a title, outlet or byline that a page can show
_HEAD = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)


class FrontMatter(Record, frozen=True):
    """What an article's front matter may state. `story` and `not_story` hold exact words of the body."""

    title: Annotated[str | None, Meta(description="The headline.")] = None
    outlet: Annotated[str | None, Meta(description="Who published it.")] = None
    byline: Annotated[str | None, Meta(description="Who wrote it, as printed.")] = None
    published: Annotated[str | None, Meta(description="The day it appeared (EDTF).")] = None
    updated: Annotated[str | None, Meta(description="The day of its last change (EDTF).")] = None
    url: Annotated[str | None, Meta(description="Its address.")] = None
    language: Annotated[str | None, Meta(description="The tag of its language, such as `en` or `en-GB`.")] = None
    rights: Annotated[
        Rights | None,
        Meta(description="How much of it the site may show: short excerpts (without this key), all, or nothing."),
    ] = None
    note: Annotated[str | None, Meta(description="A remark of yours, shown with the source.")] = None
    formerly: Annotated[
        tuple[Slug, ...] | None,
        Meta(description="Names that its file had, in small letters: their addresses lead to its page."),
    ] = None
    story: Annotated[
        tuple[str, ...] | None,
        Meta(
            description="Exact words of the body that are article text, though the program takes them for boilerplate."
        ),
    ] = None
    not_story: Annotated[tuple[str, ...] | None, Meta(description="Exact words that are none.")] = None


KNOWN = FrontMatter.__struct_fields__
_ONE_LINE = frozenset({"title", "outlet", "byline"})
_TYPES = get_type_hints(FrontMatter, include_extras=True)
_CHECKS: dict[str, tuple[Callable[[str], bool], str]] = {
    "published": (is_edtf, EDTF_HINT),
    "updated": (is_edtf, EDTF_HINT),
    "url": (is_web_address, URL_HINT),
    "language": (is_language, LANGUAGE_HINT),
}


def split(text: str, *, file: str) -> tuple[YamlSource | None, str]:
    """The front matter of a file's text, None if it has none, and the body: all that follows the closing `---` line."""
    head = _HEAD.match(text)
    if head:
        return YamlSource(head[1], file=file, first_line=2), text[head.end() :]
    if re.match(r"---[ \t]*(?:\n|\Z)", text):
        raise ParallaxError(
            "The front matter is not closed.", file=file, line=1, remedy="Put a line `---` between it and the text."
        )
    return None, text


def check(source: YamlSource) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """What is stated and sound, and the faults of the rest, which count as not stated.

    Raises ParallaxError when it is no mapping, or when `rights` is not known: then nothing may be shown.
    """
    allowed = f"Allowed keys: {', '.join(KNOWN)}."
    if not isinstance(source.data, dict | None):
        raise Spot(source).fault("The front matter is not made of keys with values.", allowed)
    stated: dict[str, Any] = {}
    problems: list[Problem] = []
    for key in source.data or ():
        spot = Spot(source).within(key)
        try:
            if key not in KNOWN:
                raise spot.fault(f"`{key}` is not a key that is known here.", allowed)
            problems += _state(stated, key, spot)
        except ParallaxError as fault:
            if key == "rights":
                raise
            problems.append(as_problem(fault, severity="warning"))
    return FrontMatter(**stated), tuple(problems)


def _state(stated: dict[str, Any], key: str, spot: Spot) -> Iterator[Problem]:
    """Put the value at `spot` into `stated`; a ParallaxError says why not, a problem what was done to it."""
    value = spot.checked(_TYPES[key])
    if not value:
        return
    is_sound, hint = _CHECKS.get(key, (None, ""))
    if is_sound and not is_sound(value):
        raise spot.fault(f"{key}: {_clipped(value, 80)!r} is not allowed; it counts as not stated.", hint)
    if key in _ONE_LINE:
        # "MayorÃ¢â‚¬â„¢s": read by a program with the wrong table of letters, once or twice.
        value = " ".join(_mended(value).split())
        if len(value) > LONGEST:
            message = f"{key}: {len(value):,} characters; only the first {LONGEST} are used."
            yield as_problem(spot.fault(message, f"Allowed are {LONGEST}."), severity="warning")
            value = _clipped(value, LONGEST)
    stated[key] = value


def _clipped(text: str, most: int) -> str:
    """At most so many characters of `text`, cut between words where there are any."""
    if len(text) <= most:
        return text
    return text[: text.rfind(" ", 0, most) if " " in text[:most] else most - 1].rstrip() + "…"


# "Mayor vows to ?mend the pier? soon": marks that a program of few letters did not know.
_LOST_MARKS = re.compile(r"(?<!\S)\?(\w[^?]*\w)\?(?!\w)")
# "the mayor?s pier", "O?Hara".
_LOST_APOSTROPHE = re.compile(r"(?<=\w)\?(?=(?:s|t|re|ve|ll|d|m)\b)|(?<=\b[OD])\?(?=[A-Z])")


def _mended(value: str) -> str:
    value = _LOST_MARKS.sub(r"‘\1’", _LOST_APOSTROPHE.sub("’", value))
    if value.isascii():
        return value
    from ftfy import fix_encoding  # noqa: PLC0415 - few headlines need it

    return fix_encoding(value)
