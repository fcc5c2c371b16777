"""A disagreement as a card: what it is about, of which kind, and each source's exact words."""

from markupsafe import Markup

from generator.model.record import Record
from generator.model.story import Disagreement
from generator.site import addresses
from generator.site.pages.viewpoint import ActorLink, EventLink, Quote, Source, Viewpoint, differing


class Lean(Record, frozen=True):
    """One article of a card leans on another of it."""

    article: Source
    on: Source


class Stand(Record, frozen=True):
    """All that one source says in a disagreement."""

    quotes: tuple[Quote, ...]


class Card(Record, frozen=True):
    """One disagreement as the reader sees it.

    `kind`, `hardness` and `status` are keys of phrases. `permalink` is the card on its event's page, `sources` and
    `actors` are what the filters know it by. `reason` says why the program put it here, `edit` where the editor can
    change it (preview only).
    """

    anchor: Markup
    permalink: Markup
    about: str
    kind: str
    hardness: str
    status: str
    stands: tuple[Stand, ...]
    leans: tuple[Lean, ...]
    note: str
    reason: str
    event: EventLink
    sources: tuple[Source, ...]
    actors: tuple[ActorLink, ...]
    edit: str


def card(disagreement: Disagreement, view: Viewpoint, named: set[str] | None = None) -> Card:
    """The card of a disagreement, as the page of `view` shows it."""
    articles = tuple(dict.fromkeys(position.passage.article for position in disagreement.positions))
    return Card(
        anchor=addresses.card_anchor(disagreement),
        permalink=view.link(view.lookup.addresses.card(disagreement)),
        about=disagreement.about,
        kind=disagreement.kind,
        hardness=disagreement.hardness,
        status=disagreement.status,
        stands=_stands(disagreement, view, named),
        leans=() if disagreement.note else _leans(articles, view),
        note=disagreement.note,
        reason=disagreement.reason,
        event=view.event(view.lookup.events[disagreement.event]),
        sources=tuple(view.article(article) for article in articles),
        actors=view.actors(disagreement.actors),
        edit=view.edit("disagreement", disagreement.id),
    )


def _stands(disagreement: Disagreement, view: Viewpoint, named: set[str] | None) -> tuple[Stand, ...]:
    """The positions by source, in the order in which the sources first come."""
    quotes: dict[str, list[Quote]] = {}
    for position, spans in differing(disagreement):
        quote = view.marked(position.passage, spans, named)
        quotes.setdefault(position.passage.article, []).append(quote)
    return tuple(Stand(quotes=tuple(group)) for group in quotes.values())


def _leans(articles: tuple[str, ...], view: Viewpoint) -> tuple[Lean, ...]:
    return tuple(
        Lean(article=view.article(article), on=view.article(dependence.on))
        for article in articles
        for dependence in view.lookup.leans.get(article, [])
        if dependence.on in articles
    )
