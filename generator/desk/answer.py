"""The answer of a second reader, read as hostile input.

Nothing of it is trusted: ids must be known, quotes must stand in the articles word for word, `says` must be words of
its quote, `about` must be short plain text. What fails is refused with its reason, and everything shown later is taken
from the article itself.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from generator.desk.request import ABOUT_WORDS
from generator.matching.locate import words as word_places
from generator.model.errors import ParallaxError
from generator.model.record import Record
from generator.model.story import Event, Hardness, Kind
from generator.model.text import Article, Passage

MAX_CHARACTERS = 1_000_000
MAX_ITEMS = 200
MAX_POSITIONS = 24
_ABOUT_CHARACTERS = 160
# Prose with thousands of braces is no answer; each place where an object may begin costs a scan of the rest.
_ATTEMPTS = 200
_OBJECT = re.compile(r'\{\s*"')
_MARKUP = re.compile(r"[<>\[\]{}|`*_#\\^~]|://|www\.|&#?\w+;")


class ProposedPosition(Record, frozen=True):
    """What one article says: its own words at `passage`, and out of them the ones that decide ("" if none)."""

    passage: Passage
    says: str = ""


class Proposal(Record, frozen=True):
    """A disagreement that a second reader sees, of at least two articles."""

    kind: Kind
    hardness: Hardness
    about: str
    positions: tuple[ProposedPosition, ...]


class Refusal(Record, frozen=True):
    """A part of the answer that was not taken, by its place ("disagreements[2].positions[0]"), and why."""

    place: str
    reason: str


class Answer(Record, frozen=True):
    """What could be used of an answer, and what could not."""

    event: str
    proposals: tuple[Proposal, ...]
    refusals: tuple[Refusal, ...] = ()


class _RefusedError(Exception):
    """A part of the answer cannot be used; the message says why."""


def find_object(text: str) -> dict[str, Any]:
    """The JSON object with `disagreements` in `text`, which may stand in a code fence or among prose.

    Raises ParallaxError when there is none, or when the text is too long.
    """
    if len(text) > MAX_CHARACTERS:
        raise ParallaxError(f"The answer is longer than {MAX_CHARACTERS:,} characters; it was not read.")
    for found in _objects(text):
        if isinstance(found.get("disagreements"), list):
            return found
    raise ParallaxError(
        "There is no answer in this text.",
        remedy='Expected is a JSON object {"event": …, "disagreements": […]}, alone, in a code fence or among prose.',
    )


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """The JSON objects in `text` in order, those inside others too."""
    decoder = json.JSONDecoder()
    position = 0
    for _ in range(_ATTEMPTS):
        match = _OBJECT.search(text, position)
        if match is None:
            return
        position = match.end()
        try:
            found, _end = decoder.raw_decode(text, match.start())
        except (ValueError, RecursionError):
            continue
        yield found


def check_answer(
    found: Mapping[str, Any], events: Sequence[Event], articles: Mapping[str, Article], *, quotation_words: int
) -> Answer:
    """The usable part of an answer. `articles` are by id; a quote may have at most `quotation_words` words.

    Raises ParallaxError when the answer names no known event.
    """
    named = found.get("event")
    event = next((event for event in events if event.id == named), None)
    if event is None:
        known = ", ".join(event.id for event in events)
        raise ParallaxError(f"The answer is about {_shown(named)}, which is no event here.", remedy=f"Known: {known}.")
    told = {name: articles[name] for name in event.articles if name in articles}
    checked = _Items(told, quotation_words)
    items = found.get("disagreements")
    listed = items if isinstance(items, list) else []
    proposals = [checked.item(item, number) for number, item in enumerate(listed[:MAX_ITEMS])]
    if len(listed) > MAX_ITEMS:
        checked.refuse("disagreements", f"only the first {MAX_ITEMS} of {len(listed)} were read")
    return Answer(
        event=event.id,
        proposals=tuple(proposal for proposal in proposals if proposal),
        refusals=tuple(checked.refusals),
    )


class _Items:
    """Checks the items of one answer and keeps the list of what it refused."""

    def __init__(self, articles: Mapping[str, Article], quotation_words: int) -> None:
        self._articles, self._words = articles, quotation_words
        self.refusals: list[Refusal] = []

    def refuse(self, place: str, reason: str) -> None:
        """Note a part that was not taken."""
        self.refusals.append(Refusal(place=place, reason=reason))

    def item(self, item: object, number: int) -> Proposal | None:
        """One disagreement of the answer, or None when it cannot be used."""
        place = f"disagreements[{number}]"
        try:
            fields = _mapping(item)
            return Proposal(
                kind=_one_of(fields.get("kind"), Kind, "kind"),
                hardness=_one_of(fields.get("hardness"), Hardness, "hardness"),
                about=plain_line(fields.get("about")),
                positions=self._positions(fields.get("positions"), place),
            )
        except _RefusedError as fault:
            self.refuse(place, str(fault))
            return None

    def _positions(self, listed: object, place: str) -> tuple[ProposedPosition, ...]:
        if not isinstance(listed, list) or len(listed) > MAX_POSITIONS:
            raise _RefusedError(f"positions must be a list of at most {MAX_POSITIONS}")
        kept: list[ProposedPosition] = []
        for number, position in enumerate(listed):
            try:
                kept.append(self._position(position, f"{place}.positions[{number}]"))
            except _RefusedError as fault:
                self.refuse(f"{place}.positions[{number}]", str(fault))
        if len({position.passage.article for position in kept}) < 2:
            raise _RefusedError("fewer than two articles are left")
        return tuple(kept)

    def _position(self, position: object, place: str) -> ProposedPosition:
        fields = _mapping(position)
        name, quote = fields.get("article"), fields.get("quote")
        article = self._articles.get(name) if isinstance(name, str) else None
        if article is None:
            raise _RefusedError(f"{_shown(name)} is no article of this event")
        passage = quoted(article, quote, self._words)
        says = fields.get("says")
        if says and not is_part(says, passage.quote):
            self.refuse(f"{place}.says", "these are not words of the quote in one piece; it was left out")
            says = None
        return ProposedPosition(passage=passage, says=says.strip() if says else "")


def _mapping(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _RefusedError("this is not a JSON object")
    return value


def _one_of(value: object, kind: Any, name: str) -> Any:
    """`value`, if it is one of the texts of the Literal `kind`."""
    allowed = get_args(kind)
    if not isinstance(value, str) or value not in allowed:
        raise _RefusedError(f"{_shown(value)} is no {name} (allowed: {', '.join(allowed)})")
    return value


def _shown(value: object) -> str:
    """A value of the answer for a message: short, and without control characters."""
    return ascii(value)[:60] if not isinstance(value, str) or not value.isprintable() else repr(value[:60])


def plain_line(about: object) -> str:
    """`about`, if it is one short line of plain text; a refusal otherwise."""
    if not isinstance(about, str) or not about.strip():
        raise _RefusedError("about is missing")
    line = about.strip()
    if len(line) > _ABOUT_CHARACTERS or len(line.split()) > ABOUT_WORDS:
        raise _RefusedError(f"about has more than {ABOUT_WORDS} words")
    if not line.isprintable() or _MARKUP.search(line):
        raise _RefusedError("about is not plain text")
    return line


def quoted(article: Article, quote: object, words: int) -> Passage:
    """The place of `quote` in the article's story, at whole words; a refusal when it is not there exactly."""
    if not isinstance(quote, str) or not quote.strip():
        raise _RefusedError("the quote is missing")
    if len(word_places(quote)) > words:
        raise _RefusedError(f"the quote has more than {words} words")
    exact = quote.strip()
    for paragraph in article.story:
        start = _find_words(article.body, exact, paragraph.start, paragraph.end)
        if start >= 0:
            return article.passage(start, start + len(exact))
    raise _RefusedError(f"the quote is not in {article.id} exactly{_hint(article, exact)}")


def _find_words(body: str, words: str, start: int, end: int) -> int:
    """Where `words` stand in body[start:end], not in the middle of another word; -1 if they do not."""
    at = body.find(words, start, end)
    while at >= 0:
        before, after = body[at - 1 : at] if at > start else "", body[at + len(words) : at + len(words) + 1]
        if not (_joined(before, words[0]) or _joined(words[-1], after)):
            return at
        at = body.find(words, at + 1, end)
    return -1


def _joined(left: str, right: str) -> bool:
    return bool(left) and bool(right) and left.isalnum() and right.isalnum()


def is_part(says: object, quote: str) -> bool:
    """Whether `says` is a text that stands in `quote` in one piece, at whole words."""
    return isinstance(says, str) and bool(says.strip()) and _find_words(quote, says.strip(), 0, len(quote)) >= 0


_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


def _hint(article: Article, quote: str) -> str:
    """What keeps a quote from being exact, where that can be told."""
    body, wanted = (" ".join(text.translate(_ALIKE).casefold().split()) for text in (article.body, quote))
    return " (only other marks, capitals or spaces: copy it as it stands)" if wanted in body else ""
