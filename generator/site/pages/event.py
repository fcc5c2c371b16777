"""The page of one event."""

from collections.abc import Sequence

from markupsafe import Markup

from generator.model.record import Record
from generator.model.story import Change, Event
from generator.site import addresses
from generator.site.pages.cards import Card, card
from generator.site.pages.corrections import CorrectionView, corrections
from generator.site.pages.facts import Brief, brief
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page, page_of
from generator.site.pages.spans import in_time
from generator.site.pages.tellings import Telling, tellings
from generator.site.pages.templates import Templates
from generator.site.pages.utterances import Speaker, speakers
from generator.site.pages.viewpoint import ActorLink, EventLink, Quote, Source, Viewpoint

PEOPLE = 8
"""So many names fit two lines; the rest stand behind a line that opens them."""

HARD_SHOWN = 12
SOFT_SHOWN = 5
"""More soft cards than this stand behind a line that opens them."""


class BackgroundView(Record, frozen=True):
    """A happening that the articles recall or announce; `status` is a key of phrases."""

    date: str
    status: str
    quote: Quote
    also: tuple[Source, ...]


class PointView(Record, frozen=True):
    """A value at one date."""

    date: str
    value: str
    quote: Quote


class ChangeView(Record, frozen=True):
    """One quantity or state at different dates."""

    about: str
    points: tuple[PointView, ...]


class LeanView(Record, frozen=True):
    """Why an article is held to lean on another: the reason and pairs of passages."""

    on: Source
    reason: str
    evidence: tuple[tuple[Quote, Quote], ...]


class SourceView(Record, frozen=True):
    """One article of the event: what is known of it, and where it opens."""

    source: Source
    outlet: str
    headline: str
    byline: str
    date: str
    words: int
    original: Markup | None
    withheld: int
    leans: tuple[LeanView, ...]


class EventPage(Record, frozen=True):
    """What the template of an event's page receives.

    `people` are those to name at once, `others` the rest.
    `title_source` is the article whose headline the title is, or None when the editor wrote it. `cards` stand open,
    `more_cards` behind a line; `disagreements` is their number.
    """

    title: str
    title_source: Source | None
    title_status: str
    date: str
    date_reason: str
    place: str
    place_source: Source | None
    people: tuple[ActorLink, ...]
    others: tuple[ActorLink, ...]
    brief: Brief
    cards: tuple[Card, ...]
    more_cards: tuple[Card, ...]
    speakers: tuple[Speaker, ...]
    tellings: tuple[Telling, ...]
    background: tuple[BackgroundView, ...]
    changes: tuple[ChangeView, ...]
    sources: tuple[SourceView, ...]
    corrections: tuple[CorrectionView, ...]
    previous: EventLink | None
    next: EventLink | None
    edit: str

    @property
    def disagreements(self) -> int:
        """How many cards there are."""
        return len(self.cards) + len(self.more_cards)

    @property
    def dependent(self) -> bool:
        """Whether a fact of the brief counts sources that lean on one another."""
        return any(fact.independent < fact.articles for fact in (*self.brief.facts, *self.brief.more))


def event_page(event: Event, lookup: Lookup, templates: Templates) -> Page:
    """The page of an event."""
    uri = lookup.addresses.event(event.id)
    page = event_context(event, Viewpoint(lookup, uri))
    sources = lookup.words.say("count_sources", n=len(event.articles))
    return page_of(
        uri,
        page.title,
        f"{page.title} – {page.date} – {sources}",
        templates.render("event.md.j2", page=page),
        hide=["navigation", "toc", "tags"],
        tags=[lookup.words.say("page_event")],
        search={"boost": 2},
    )


def event_context(event: Event, view: Viewpoint) -> EventPage:
    """What an event's page shows."""
    lookup = view.lookup
    named: set[str] = set()
    cards = [card(item, view, named) for item in lookup.disagreements.get(event.id, [])]
    hard = [item for item in cards if item.hardness == "hard"][:HARD_SHOWN]
    shown = len(hard) + max(SOFT_SHOWN, SOFT_SHOWN * 2 - len(hard))
    people = _people_first(event, view)
    headline = bool(event.title_article in lookup.articles and event.status == "detected")
    before, after = _neighbours(event, view)
    return EventPage(
        title=lookup.title(event),
        title_source=view.article(event.title_article) if headline else None,
        title_status=event.status,
        date=lookup.words.date(event.date),
        date_reason=event.date_reason,
        place=event.place,
        place_source=view.source(event.place_passage) if event.place_passage else None,
        people=people[:PEOPLE],
        others=people[PEOPLE:],
        brief=brief(lookup.facts.get(event.id, []), event.articles, view),
        cards=tuple(cards[:shown]),
        more_cards=tuple(cards[shown:]),
        speakers=speakers([q for article in event.articles for q in lookup.quotations.get(article, [])], view),
        tellings=tellings(event, view),
        background=_background(event, view),
        changes=change_views(lookup.changes(event), view),
        sources=tuple(_source(article, view) for article in event.articles),
        corrections=corrections(view, event=event.id),
        previous=before,
        next=after,
        edit=view.edit("event", event.id),
    )


def change_views(changes: Sequence[Change], view: Viewpoint) -> tuple[ChangeView, ...]:
    """Changes over time, each with its points in the order of the record."""
    return tuple(
        ChangeView(
            about=change.about,
            points=tuple(
                PointView(date=view.lookup.words.date(p.date), value=p.value, quote=view.quote(p.passage))
                for p in change.points
            ),
        )
        for change in changes
    )


def lean_views(article: str, view: Viewpoint) -> tuple[LeanView, ...]:
    """What an article leans on, with the evidence."""
    return tuple(
        LeanView(
            on=view.article(dependence.on),
            reason=dependence.reason,
            evidence=tuple((view.quote(one), view.quote(other)) for one, other in dependence.evidence),
        )
        for dependence in view.lookup.leans.get(article, [])
        if dependence.on in view.lookup.articles
    )


def _background(event: Event, view: Viewpoint) -> tuple[BackgroundView, ...]:
    named: set[str] = set()
    views = []
    for item in sorted(event.background, key=lambda item: in_time(item.date)):
        if not item.passages:
            continue
        first, *others = item.passages
        also = {p.article: view.source(p) for p in others if p.article != first.article}
        date = view.lookup.words.date(item.date) if item.date else ""
        views.append(
            BackgroundView(date=date, status=item.status, quote=view.quote(first, named), also=tuple(also.values()))
        )
    return tuple(views)


def _source(id_: str, view: Viewpoint) -> SourceView:
    article, excerpt = view.lookup.articles[id_], view.lookup.excerpts.get(id_)
    return SourceView(
        source=view.article(id_),
        outlet=article.outlet or "",
        headline=view.lookup.headline(article.id),
        byline=article.byline or "",
        date=view.lookup.words.date(view.lookup.published(id_)),
        words=article.words,
        original=addresses.original(article),
        withheld=len(excerpt.withheld) if excerpt else 0,
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
