"""What the editor decided in `content/*.yml`; each decision knows its file and line."""

from typing import Literal

from generator.model.actors import ActorKind, Link
from generator.model.errors import ParallaxError
from generator.model.kinds import Kind
from generator.model.record import Record
from generator.model.site import Correction
from generator.model.story import Hardness, Section


class Place(Record, frozen=True):
    """Where a decision is written: the file as messages name it, and its 1-based line."""

    file: str
    line: int

    def fault(self, message: str, *, remedy: str) -> ParallaxError:
        """The error to tell of what is written here."""
        return ParallaxError(message, file=self.file, line=self.line, remedy=remedy)


class ActorDecision(Record, frozen=True):
    """An entry of actors.yml. It stands for every machine actor that bears its `name` or one of its `aliases`.

    `id` and `kind` are None when the editor left them to the machine; `formerly` are earlier ids, which lead there.
    """

    place: Place
    name: str
    id: str | None = None
    kind: ActorKind | None = None
    aliases: tuple[str, ...] = ()
    line: str = ""
    source: str = ""
    links: tuple[Link, ...] = ()
    formerly: tuple[str, ...] = ()


class NeverMerge(Record, frozen=True):
    """Names that are different actors, whatever the machine thinks."""

    place: Place
    names: tuple[str, ...]


class NotAnActor(Record, frozen=True):
    """A name that is no actor of the story."""

    place: Place
    name: str


class QuoteDecision(Record, frozen=True):
    """Exact words of an article that the editor wrote down."""

    place: Place
    article: str
    quote: str


class EventDecision(Record, frozen=True):
    """An entry of events.yml: exactly these `articles` tell one event; the rest may be empty.

    `slug` is the event's id and the last part of its page's address; `formerly` are earlier ones, which lead there.
    `pin` are ids of disagreements to be shown first, in order, `hide` the sections that its page leaves out.
    `agreed` are facts that two or more of the articles tell alike, the words to show first.
    """

    place: Place
    articles: tuple[str, ...]
    title: str = ""
    date: str = ""
    source: str = ""
    venue: str = ""
    slug: str = ""
    formerly: tuple[str, ...] = ()
    pin: tuple[str, ...] = ()
    hide: tuple[Section, ...] = ()
    agreed: tuple[tuple[QuoteDecision, ...], ...] = ()


class HiddenSection(Record, frozen=True):
    """A section that the pages of all events leave out."""

    place: Place
    section: Section


class PositionDecision(Record, frozen=True):
    """One position the editor wrote: exact words of an article, and the phrase that decides."""

    place: Place
    article: str
    quote: str
    says: str = ""


class DisagreementDecision(Record, frozen=True):
    """An entry of disagreements.yml.

    `action` confirm or dismiss takes the `id` of a finding; confirm may reword `about`, `kind`, `hardness` and
    replace `positions`, and dismiss may hold them, for findings that come again in other words. add brings a
    disagreement of the editor's own (`confirmed`) or a second reader's (not yet); its event is the one that its
    articles tell.
    """

    place: Place
    action: Literal["confirm", "dismiss", "add"]
    id: str = ""
    kind: Kind | None = None
    hardness: Hardness | None = None
    about: str = ""
    reason: str = ""
    note: str = ""
    positions: tuple[PositionDecision, ...] = ()
    confirmed: bool = True


class BoilerplateDecision(Record, frozen=True):
    """The editor overrules the reader: these exact words of an article are (or are not) article text."""

    place: Place
    article: str
    quote: str
    is_story: bool


class CorrectionEntry(Record, frozen=True):
    """An entry of corrections.yml with its place."""

    place: Place
    correction: Correction


class Decisions(Record, frozen=True):
    """All of the editor's files; empty when there are none."""

    actors: tuple[ActorDecision, ...] = ()
    never_merge: tuple[NeverMerge, ...] = ()
    not_actors: tuple[NotAnActor, ...] = ()
    events: tuple[EventDecision, ...] = ()
    hide: tuple[HiddenSection, ...] = ()
    disagreements: tuple[DisagreementDecision, ...] = ()
    corrections: tuple[CorrectionEntry, ...] = ()
