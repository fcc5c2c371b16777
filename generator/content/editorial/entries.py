"""The shapes of single entries in the editor's files, as they are written there.

What is checked here is form alone: keys, types and kinds. A key whose value is left empty counts as not written.
"""

from typing import Annotated, Literal

from msgspec import Meta

from generator.model.actors import ActorKind
from generator.model.record import Record
from generator.model.story import Hardness, Kind, Section

Text = Annotated[str, Meta(pattern=r"\S")]
Id = Annotated[str, Meta(pattern=r"^[\w-]+$")]
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-+[a-z0-9]+)*$", max_length=100)]
Names = tuple[Text, ...]


class Entry(Record, frozen=True, forbid_unknown_fields=True):
    """The base of all entries: an unknown key is a fault."""


class LinkEntry(Entry, frozen=True):
    """An outside page about an actor."""

    title: Text
    url: Text


class ActorEntry(Entry, frozen=True):
    """An entry under `actors`."""

    name: Text
    id: Id | None = None
    kind: ActorKind | None = None
    aliases: Names | None = None
    line: str | None = None
    source: str | None = None
    links: tuple[LinkEntry, ...] | None = None


class QuoteEntry(Entry, frozen=True):
    """One source's words for what several tell alike."""

    article: Text
    quote: Text


class EventEntry(Entry, frozen=True):
    """An entry under `events`."""

    articles: Names
    title: str | None = None
    date: str | None = None
    place: str | None = None
    source: str | None = None
    slug: Slug | None = None
    formerly: tuple[Slug, ...] | None = None
    pin: Names | None = None
    hide: tuple[Section, ...] | None = None
    agreed: tuple[tuple[QuoteEntry, ...], ...] | None = None


class PositionEntry(Entry, frozen=True):
    """An entry under `positions`."""

    article: Text
    quote: Text
    says: str | None = None


class ConfirmEntry(Entry, frozen=True):
    """An entry under `disagreements` that takes over a machine finding, reworded where it says so."""

    confirm: Text
    about: str | None = None
    kind: Kind | None = None
    hardness: Hardness | None = None
    note: str | None = None
    positions: tuple[PositionEntry, ...] | None = None


class DismissEntry(Entry, frozen=True):
    """An entry under `disagreements` that takes a finding off the site; with its words, also when it is found anew."""

    dismiss: Text
    reason: str | None = None
    kind: Kind | None = None
    positions: tuple[PositionEntry, ...] | None = None


class AddEntry(Entry, frozen=True):
    """An entry under `disagreements` that the machine did not find."""

    add: Text
    kind: Kind
    hardness: Hardness
    positions: tuple[PositionEntry, ...]
    note: str | None = None
    status: Literal["proposed", "confirmed", "dismissed"] | None = None
    reason: str | None = None


class CorrectionLine(Entry, frozen=True):
    """An entry under `corrections`."""

    date: Text
    wrong: Text
    right: Text
    event: str | None = None
