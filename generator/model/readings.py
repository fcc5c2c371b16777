"""What a second reader answered about one event, as it is kept in content/readings/*.json."""

from typing import Annotated

import msgspec
from msgspec import Meta

from generator.model.kinds import Kind
from generator.model.record import Record
from generator.model.story import Hardness, Reader


class Quote(Record, frozen=True, omit_defaults=True):
    """Exact words of an article, without their place; `says` are the few of them that decide ("" if none)."""

    article: Annotated[str, Meta(description="The article, by the name of its file.")]
    quote: Annotated[str, Meta(description="Exact words of it.")]
    says: Annotated[str, Meta(description="The words that decide, out of the quote.")] = ""


class ReadDisagreement(Record, frozen=True):
    """Two or more articles that tell one thing differently, as a second reader sees it."""

    kind: Annotated[Kind, Meta(description="What sort of difference it is.")]
    hardness: Annotated[Hardness, Meta(description="`hard` where both cannot be true.")]
    about: Annotated[str, Meta(description="What they differ on.")]
    positions: Annotated[tuple[Quote, ...], Meta(description="Who says what, of two articles at least.")]


class ReadSpeaker(Record, frozen=True):
    """Who says the words `quote` of `article`: a name that stands in that article, or "" for nobody."""

    article: Annotated[str, Meta(description="The article, by the name of its file.")]
    quote: Annotated[str, Meta(description="The words that somebody says there.")]
    name: Annotated[str, Meta(description="A name that stands in that article, empty for nobody.")]


class ReadPeople(Record, frozen=True, omit_defaults=True):
    """Which names are one person's (`same`, two or more names each), and which are no actor of the story."""

    same: Annotated[
        tuple[tuple[str, ...], ...], Meta(description="Names that are one person's, two or more each.")
    ] = ()
    no_actors: Annotated[tuple[str, ...], Meta(description="Names that are no actor of the story.")] = ()


class Verdict(Record, frozen=True, omit_defaults=True):
    """Whether to `keep` a machine finding, by its id, and under which heading ("" for its own)."""

    finding: Annotated[str, Meta(description="A finding of the machine, by its id.")]
    keep: Annotated[bool, Meta(description="Whether it is one.")]
    about: Annotated[str, Meta(description="A better heading; empty for its own.")] = ""


class Reading(Record, frozen=True, omit_defaults=True):
    """One reader's answer about one event: every part that was answered; None or empty where it was not."""

    reader: Annotated[Reader, Meta(description="Who read it, and on which day (ISO).")]
    request: Annotated[str, Meta(description="The digest of the request's wording.")]
    articles: Annotated[dict[str, str], Meta(description="The digest of each article that the reader saw.")]
    disagreements: Annotated[tuple[ReadDisagreement, ...], Meta(description="Where the articles part.")] = ()
    agreed: Annotated[
        tuple[tuple[Quote, ...], ...] | None,
        Meta(description="What two or more articles tell alike, a quote of each."),
    ] = None
    alone: Annotated[tuple[Quote, ...] | None, Meta(description="What one article tells by itself.")] = None
    title: Annotated[Quote | None, Meta(description="A part of an article's headline.")] = None
    date: Annotated[str | None, Meta(description="When it happened (EDTF); empty when no offered date is it.")] = None
    speakers: Annotated[tuple[ReadSpeaker, ...], Meta(description="Who says what is quoted.")] = ()
    people: Annotated[ReadPeople | None, Meta(description="Who is one person, and who is nobody.")] = None
    same_event: Annotated[bool | None, Meta(description="Whether all articles tell one happening.")] = None
    groups: Annotated[
        tuple[tuple[str, ...], ...], Meta(description="The articles of each happening, where there is more than one.")
    ] = ()
    machine: Annotated[tuple[Verdict, ...], Meta(description="What the reader says of the machine's findings.")] = ()


class EventReadings(Record, frozen=True):
    """All readings of one event, as one file holds them.

    `event` is the event's id when it was read; which event it is now, its articles tell. `file` is the path as
    messages name it, `lines` are the 1-based lines on which texts of the file stand first.
    """

    event: str
    readings: tuple[Reading, ...]
    file: str = ""
    lines: dict[str, int] = msgspec.field(default_factory=dict)
