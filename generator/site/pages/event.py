"""The page of one event."""

from collections.abc import Sequence
from typing import TypeVar

from markupsafe import Markup

from generator.matching.compared import left_out
from generator.model.record import Record
from generator.model.story import SECTIONS, Background, Event
from generator.model.text import Passage
from generator.site import addresses
from generator.site.pages.cards import Card, card
from generator.site.pages.compared import Table, compared, is_of_words
from generator.site.pages.corrections import CorrectionView, corrections
from generator.site.pages.facts import Brief, FactView, brief
from generator.site.pages.leaning import Leaning, independent, leaning
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page, page_of
from generator.site.pages.sidebar import open_conflicts, open_facts
from generator.site.pages.spans import in_time
from generator.site.pages.tellings import Wording, quoted, wordings
from generator.site.pages.templates import Templates
from generator.site.pages.utterances import SPEAKERS, Speaker, speakers
from generator.site.pages.viewpoint import ActorLink, EventLink, Quote, Source, Viewpoint
from generator.site.pages.voices import how_it_came

T = TypeVar("T")

PEOPLE = 6
"""So many names fit two lines; the rest stand behind a line that opens them."""

ONCE = 5
"""A folded list of one more line than this shows it."""


FEWEST_WORDS = 6
"""Fewer words of a happening in the background tell nothing outside of their sentence."""


class BackgroundView(Record, frozen=True):
    """A happening that the articles recall or announce; `status` is a key of phrases."""

    date: str
    status: str
    quote: Quote
    also: tuple[Source, ...]


class LeanView(Record, frozen=True):
    """Why an article is held to lean on another: pairs of passages."""

    on: Source
    evidence: tuple[tuple[Quote, Quote], ...]


class SourceView(Record, frozen=True):
    """One article of the event: what is known of it, where it opens, whom it quotes and what it calls people."""

    source: Source
    outlet: str
    headline: str
    byline: str
    date: str
    words: int
    original: Markup | None
    quoted: tuple[str, ...]
    wordings: tuple[Wording, ...]
    leans: tuple[LeanView, ...]


class EventPage(Record, frozen=True):
    """What the template of an event's page receives.

    `people` are those to name at once, `others` the rest.
    `title_source` is the article whose headline the title is, or None when the editor wrote it. `conflicts` stand in
    the sidebar, `more_conflicts` behind a line there; `wordings` are the soft ones, behind their number, or where there
    is no conflict so many open as fit (`open_wordings`). `further`
    facts fill the column beside a long sidebar, `folded` ones stand behind a line. `table` has the disagreements that
    differ in substance, `puts` those of words alone; `voice` says whose finding all of them are, "" where they are of
    several. `shown` are the names of the sections to show.
    """

    title: str
    title_source: Source | None
    title_status: str
    date: str
    date_reason: str
    unread: int
    left_out: int
    place: str
    place_source: Source | None
    up: Markup
    independent: int
    how: tuple[str, ...]
    leaning: Leaning | None
    people: tuple[ActorLink, ...]
    others: tuple[ActorLink, ...]
    brief: Brief
    further: tuple[FactView, ...]
    folded: tuple[FactView, ...]
    voice: str
    conflicts: tuple[Card, ...]
    more_conflicts: tuple[Card, ...]
    wordings: tuple[Card, ...]
    open_wordings: int
    table: Table
    puts: tuple[Card, ...]
    more_puts: tuple[Card, ...]
    speakers: tuple[Speaker, ...]
    more_speakers: tuple[Speaker, ...]
    background: tuple[BackgroundView, ...]
    sources: tuple[SourceView, ...]
    corrections: tuple[CorrectionView, ...]
    previous: EventLink | None
    next: EventLink | None
    shown: frozenset[str]
    edit: str

    @property
    def hard(self) -> int:
        """How many conflicts there are."""
        return len(self.conflicts) + len(self.more_conflicts)


def event_page(event: Event, lookup: Lookup, templates: Templates) -> Page:
    """The page of an event."""
    uri = lookup.addresses.event(event.id)
    page = event_context(event, Viewpoint(lookup, uri, event))
    sources = lookup.words.say("count_articles", n=len(event.articles))
    return page_of(
        uri,
        page.title,
        f"{page.title} – {page.date} – {sources}",
        templates.render("event.md.j2", page=page),
        hide=["navigation", "toc", "tags"],
        tags=[lookup.words.say("page_event")],
        search={"boost": 4},
    )


def event_context(event: Event, view: Viewpoint) -> EventPage:
    """What an event's page shows."""
    lookup = view.lookup
    found = [(item, card(item, view)) for item in lookup.disagreements.get(event.id, [])]
    hard = [shown for item, shown in found if item.hardness == "hard"]
    soft = tuple(shown for item, shown in found if item.hardness != "hard")
    conflicts = hard[: open_conflicts(hard)]
    told = brief(lookup.facts.get(event.id, []), event, view)
    further = open_facts(told, conflicts) if told.shared else 0
    voices = {shown.voices for _, shown in found}
    puts = tuple(shown for item, shown in found if is_of_words(item))
    people = _people_first(event, view)
    headline = bool(event.title_article in lookup.articles and event.status == "detected")
    before, after = _neighbours(event, view)
    spoken = speakers([q for article in event.articles for q in lookup.quotations.get(article, [])], view)
    return EventPage(
        title=lookup.title(event),
        title_source=view.article(event.title_article) if headline else None,
        title_status=event.status,
        date=lookup.words.date(event.date),
        date_reason=event.date_reason,
        left_out=left_out(view.lookup.articles[a] for a in event.articles),
        unread=sum(view.lookup.articles[a].spoken in view.lookup.site.unread for a in event.articles),
        place=event.place,
        place_source=view.source(event.place_passage) if event.place_passage else None,
        up=view.link(addresses.EVENTS),
        independent=independent(event, view),
        how=how_it_came([item for item, _ in found], lookup.words),
        leaning=leaning(event, view),
        people=people[:PEOPLE],
        others=people[PEOPLE:],
        brief=told,
        further=told.more[:further],
        folded=told.more[further:],
        voice="; ".join(*voices) if len(voices) == 1 else "",
        conflicts=tuple(conflicts),
        more_conflicts=tuple(hard[len(conflicts) :]),
        wordings=soft,
        open_wordings=0 if hard else open_conflicts(soft),
        table=compared([(item, shown) for item, shown in found if not is_of_words(item)], event.articles, view),
        puts=_first(puts, ONCE),
        more_puts=puts[len(_first(puts, ONCE)) :],
        speakers=_first(spoken, SPEAKERS),
        more_speakers=spoken[len(_first(spoken, SPEAKERS)) :],
        background=_background(event, view),
        sources=tuple(_source(article, event, view) for article in event.articles),
        corrections=corrections(view, event=event.id),
        previous=before,
        next=after,
        shown=frozenset(SECTIONS) - frozenset(event.hidden),
        edit=view.edit("event", event.id),
    )


def _first(items: Sequence[T], most: int) -> tuple[T, ...]:
    """The first `most` items, or all where only one would be left over."""
    return tuple(items) if len(items) == most + 1 else tuple(items[:most])


def lean_views(article: str, view: Viewpoint) -> tuple[LeanView, ...]:
    """What an article leans on, with the evidence."""
    return tuple(
        LeanView(
            on=view.article(dependence.on),
            evidence=tuple((view.quote(one), view.quote(other)) for one, other in dependence.evidence),
        )
        for dependence in view.lookup.leans.get(article, [])
        if dependence.on in view.lookup.articles
    )


def _background(event: Event, view: Viewpoint) -> tuple[BackgroundView, ...]:
    same: dict[Passage, list[Background]] = {}
    for item in sorted(event.background, key=lambda item: in_time(item.date)):
        if item.passages and len(item.passages[0].quote.split()) >= FEWEST_WORDS:
            same.setdefault(item.passages[0], []).append(item)
    return tuple(_recalled(items, view) for items in same.values())


def _recalled(items: Sequence[Background], view: Viewpoint) -> BackgroundView:
    """What one passage recalls, with all dates that it names."""
    first, *others = items[0].passages
    also = {p.article: view.source(p) for p in others if p.article != first.article}
    dates = dict.fromkeys(view.lookup.words.date(item.date) for item in items if item.date)
    return BackgroundView(
        date=", ".join(dates), status=items[0].status, quote=view.excerpt(first), also=tuple(also.values())
    )


def _source(id_: str, event: Event, view: Viewpoint) -> SourceView:
    article = view.lookup.articles[id_]
    return SourceView(
        source=view.article(id_),
        outlet=article.outlet or "",
        headline=view.lookup.headline(article.id),
        byline=article.byline or "",
        date=view.lookup.words.date(view.lookup.published(id_)),
        words=article.words,
        original=addresses.original(article),
        quoted=quoted(id_, view),
        wordings=wordings(id_, event, view),
        leans=lean_views(id_, view),
    )


def _people_first(event: Event, view: Viewpoint) -> tuple[ActorLink, ...]:
    """Everyone in an event, persons first, each group in the event's own order."""
    return tuple(sorted(view.actors(event.actors), key=lambda actor: actor.kind != "person"))


def _neighbours(event: Event, view: Viewpoint) -> tuple[EventLink | None, EventLink | None]:
    order = view.lookup.timeline
    at = order.index(event)
    before = view.event(order[at - 1]) if at else None
    after = view.event(order[at + 1]) if at + 1 < len(order) else None
    return before, after
