"""What a second reader answered about one event, as it is kept in content/readings/*.json."""

import msgspec

from generator.model.record import Record
from generator.model.story import Hardness, Kind, Reader


class Quote(Record, frozen=True, omit_defaults=True):
    """Exact words of an article, without their place; `says` are the few of them that decide ("" if none)."""

    article: str
    quote: str
    says: str = ""


class ReadDisagreement(Record, frozen=True):
    """Two or more articles that tell one thing differently, as a second reader sees it."""

    kind: Kind
    hardness: Hardness
    about: str
    positions: tuple[Quote, ...]


class ReadSpeaker(Record, frozen=True):
    """Who says the words `quote` of `article`: a name that stands in that article, or "" for nobody."""

    article: str
    quote: str
    name: str


class ReadPeople(Record, frozen=True, omit_defaults=True):
    """Which names are one person's (`same`, two or more names each), and which are no actor of the story."""

    same: tuple[tuple[str, ...], ...] = ()
    no_actors: tuple[str, ...] = ()


class Verdict(Record, frozen=True, omit_defaults=True):
    """Whether to `keep` a machine finding, by its id, and under which heading ("" for its own)."""

    finding: str
    keep: bool
    about: str = ""


class Reading(Record, frozen=True, omit_defaults=True):
    """One reader's answer about one event: every part that was answered; None or empty where it was not.

    `request` is the digest of the request's wording, `articles` has the digest of each article that the reader saw.
    `agreed` are things that two or more articles tell alike, a quote of each; `alone` what one tells by itself.
    `title` is a part of an article's headline. `date` is EDTF, "" when no offered date is the event's. `groups` are the
    articles of each happening where the reader says that there is more than one; `same_event` is then False.
    """

    reader: Reader
    request: str
    articles: dict[str, str]
    disagreements: tuple[ReadDisagreement, ...] = ()
    agreed: tuple[tuple[Quote, ...], ...] | None = None
    alone: tuple[Quote, ...] | None = None
    title: Quote | None = None
    date: str | None = None
    speakers: tuple[ReadSpeaker, ...] = ()
    people: ReadPeople | None = None
    same_event: bool | None = None
    groups: tuple[tuple[str, ...], ...] = ()
    machine: tuple[Verdict, ...] = ()


class EventReadings(Record, frozen=True):
    """All readings of one event, as one file holds them.

    `event` is the event's id when it was read; which event it is now, its articles tell. `file` is the path as
    messages name it, `lines` are the 1-based lines on which texts of the file stand first.
    """

    event: str
    readings: tuple[Reading, ...]
    file: str = ""
    lines: dict[str, int] = msgspec.field(default_factory=dict)
