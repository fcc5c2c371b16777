"""The shapes of single entries in the editor's files, as they are written there.

What is checked here is form alone: keys, types and kinds. A key whose value is left empty counts as not written.
"""

from typing import Annotated, Literal

from msgspec import Meta

from generator.content.fields import Slug
from generator.model.actors import ActorKind
from generator.model.kinds import Kind
from generator.model.record import Record
from generator.model.story import Hardness, Section

Text = Annotated[str, Meta(pattern=r"\S")]
Id = Annotated[str, Meta(pattern=r"^[\w-]+$")]
Names = tuple[Text, ...]


class Entry(Record, frozen=True, forbid_unknown_fields=True):
    """The base of all entries: an unknown key is a fault."""


class LinkEntry(Entry, frozen=True):
    """An outside page about an actor."""

    title: Annotated[Text, Meta(description="What the link is called.")]
    url: Annotated[Text, Meta(description="Its address.")]


class ActorEntry(Entry, frozen=True):
    """An entry under `actors`."""

    name: Annotated[Text, Meta(description="The name that the site shows.")]
    id: Annotated[
        Id | None,
        Meta(description="The machine's id of this actor, the last part of its page's address, or one for a new page."),
    ] = None
    kind: Annotated[ActorKind | None, Meta(description="What it is.")] = None
    aliases: Annotated[Names | None, Meta(description="Other names that stand for it.")] = None
    line: Annotated[str | None, Meta(description="One line about it, in your words.")] = None
    source: Annotated[str | None, Meta(description="Where that line comes from.")] = None
    links: Annotated[tuple[LinkEntry, ...] | None, Meta(description="Pages elsewhere about it.")] = None
    formerly: Annotated[
        tuple[Slug, ...] | None,
        Meta(description="Ids that it had: their addresses lead to its page."),
    ] = None


class QuoteEntry(Entry, frozen=True):
    """One source's words for what several tell alike."""

    article: Annotated[Text, Meta(description="The article, by the name of its file.")]
    quote: Annotated[Text, Meta(description="Its words, copied.")]


class EventEntry(Entry, frozen=True):
    """An entry under `events`."""

    articles: Annotated[
        Names,
        Meta(description="The articles, by the names of their files, that tell it, and no others."),
    ]
    title: Annotated[str | None, Meta(description="Its title; without it, one of the headlines, or two.")] = None
    date: Annotated[str | None, Meta(description="When it happened (EDTF).")] = None
    place: Annotated[str | None, Meta(description="Where it happened.")] = None
    source: Annotated[
        str | None,
        Meta(description="Where title, date or place come from, if not from the articles."),
    ] = None
    slug: Annotated[
        Slug | None,
        Meta(description="The last part of its page's address: it stays, whatever changes."),
    ] = None
    formerly: Annotated[tuple[Slug, ...] | None, Meta(description="Earlier ones: they lead to the page.")] = None
    pin: Annotated[
        Names | None,
        Meta(description="Disagreements, by their ids, to be shown first, in this order."),
    ] = None
    hide: Annotated[tuple[Section, ...] | None, Meta(description="Sections that its page leaves out.")] = None
    agreed: Annotated[
        tuple[tuple[QuoteEntry, ...], ...] | None,
        Meta(description="What the articles tell alike: a list of their own words, one an article, for each fact."),
    ] = None


class PositionEntry(Entry, frozen=True):
    """An entry under `positions`."""

    article: Annotated[Text, Meta(description="The article, by the name of its file.")]
    quote: Annotated[Text, Meta(description="Exact words of it, at most 40.")]
    says: Annotated[str | None, Meta(description="The words that decide, out of the quote.")] = None


class ConfirmEntry(Entry, frozen=True):
    """An entry under `disagreements` that takes over a machine finding, reworded where it says so."""

    confirm: Annotated[Text, Meta(description="The id of a finding that is right (`parallax review --list`).")]
    about: Annotated[str | None, Meta(description="What they differ on, in at most 14 words.")] = None
    kind: Annotated[Kind | None, Meta(description="What sort of difference it is.")] = None
    hardness: Annotated[Hardness | None, Meta(description="`hard` where both cannot be true.")] = None
    note: Annotated[str | None, Meta(description="A remark in your words.")] = None
    positions: Annotated[
        tuple[PositionEntry, ...] | None,
        Meta(description="Who says what; they replace the machine's."),
    ] = None


class DismissEntry(Entry, frozen=True):
    """An entry under `disagreements` that takes a finding off the site; with its words, also when it is found anew."""

    dismiss: Annotated[Text, Meta(description="The id of a finding that is wrong.")]
    reason: Annotated[str | None, Meta(description="Why it is wrong.")] = None
    kind: Annotated[
        Kind | None,
        Meta(description="With the kind and the words, it stays dismissed when a second reader finds it anew."),
    ] = None
    positions: Annotated[tuple[PositionEntry, ...] | None, Meta(description="Its words.")] = None


class AddEntry(Entry, frozen=True):
    """An entry under `disagreements` that the machine did not find."""

    add: Annotated[Text, Meta(description="What they differ on, in at most 14 words.")]
    kind: Annotated[Kind, Meta(description="What sort of difference it is.")]
    hardness: Annotated[Hardness, Meta(description="`hard` where both cannot be true.")]
    positions: Annotated[tuple[PositionEntry, ...], Meta(description="Who says what, of two articles at least.")]
    note: Annotated[str | None, Meta(description="A remark in your words.")] = None
    status: Annotated[
        Literal["proposed", "confirmed", "dismissed"] | None,
        Meta(description="Whether it is on the site; `confirmed` without it, `proposed` is not yet."),
    ] = None
    reason: Annotated[str | None, Meta(description="Why it is dismissed.")] = None


class CorrectionLine(Entry, frozen=True):
    """An entry under `corrections`."""

    date: Annotated[Text, Meta(description="The day of the correction (EDTF).")]
    wrong: Annotated[Text, Meta(description="What was wrong on the site.")]
    right: Annotated[Text, Meta(description="What is right.")]
    event: Annotated[
        str | None,
        Meta(description="The last part of the address of the event's page; without it, the whole site."),
    ] = None
