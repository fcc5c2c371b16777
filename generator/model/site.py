"""The finished site as one record: what the pages, the export and the feeds are made of."""

from typing import Literal

from msgspec.structs import force_setattr

from generator.model.actors import Cast, Quotation
from generator.model.record import Record
from generator.model.story import Dating, Dependence, Disagreement, Event, Fact
from generator.model.text import Article, Passage

Severity = Literal["error", "warning", "suggestion"]
_LONGEST_MESSAGE = 1000  # characters: what is wrong may be a value of any length


class Problem(Record, frozen=True):
    """Something the editor should know: where it is, what is wrong, and what to do. `line` is 1-based, 0 if unknown."""

    severity: Severity
    file: str
    line: int
    message: str
    remedy: str = ""

    def __post_init__(self) -> None:
        """Bound the message."""
        force_setattr(self, "message", bounded(self.message))


def bounded(message: str) -> str:
    """A message with the middle left out, if it is very long."""
    return message if len(message) <= _LONGEST_MESSAGE else f"{message[: _LONGEST_MESSAGE - 200]} … {message[-200:]}"


class Correction(Record, frozen=True):
    """A public correction: `event` is an event id or "" when it concerns the whole site."""

    date: str
    event: str
    wrong: str
    right: str


class Excerpt(Record, frozen=True):
    """What the site shows of one article: number of distinct words shown and allowed, and the passages left out.

    `quoted` are the ids of all actors whom the article quotes directly, most quoted first, whether their words are
    shown or left out.
    """

    article: str
    words: int
    allowed: int
    withheld: tuple[Passage, ...] = ()
    quoted: tuple[str, ...] = ()


class Site(Record, frozen=True):
    """Everything the reader gets to see, already within the excerpt cap.

    `folded` are the ids of the events that have no page of their own: their one article's page tells them. `told_in` is
    how many articles tell of an actor at least who has a page of his own. `unread` are the languages (ISO 639-1) of
    articles that no model reads here.
    """

    articles: tuple[Article, ...] = ()
    datings: tuple[Dating, ...] = ()
    dependences: tuple[Dependence, ...] = ()
    cast: Cast = Cast()
    quotations: tuple[Quotation, ...] = ()
    events: tuple[Event, ...] = ()
    facts: tuple[Fact, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    corrections: tuple[Correction, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    problems: tuple[Problem, ...] = ()
    folded: tuple[str, ...] = ()
    told_in: int = 1
    unread: tuple[str, ...] = ()
