"""Who is who: the glossary's index and its entries."""

import unicodedata
from collections.abc import Sequence

from markupsafe import Markup

from generator.model.actors import Actor, Alias, Link
from generator.model.record import Record
from generator.site.addresses import ACTORS
from generator.site.pages.cards import Card, card
from generator.site.pages.forms import why
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page, page_of
from generator.site.pages.parts import PartLink, latest, part_links, part_page
from generator.site.pages.spans import in_time
from generator.site.pages.templates import Templates
from generator.site.pages.utterances import Utterance, utterances
from generator.site.pages.viewpoint import ActorLink, EventLink, Quote, Source, Viewpoint
from generator.site.parts import Part, initial, page_of_part

CARDS = 3
"""So many cards stand open in an entry."""

MOST = 200
"""So many quotations, descriptions and events an entry shows at most, the latest."""

LEADING = 100
"""So many names the first page of an index in parts shows."""

TOLD = 3
"""So many events stand in the row of somebody who has no page."""


class Entry(Record, frozen=True):
    """One line of the glossary's index: the name, what else it is called, who it is and in how many events.

    `anchor` is that of the line where the actor has no page, else ""; `told` are then events that tell of him.
    """

    actor: ActorLink
    aliases: tuple[str, ...]
    described: Quote | None
    line: str
    events: int
    anchor: str
    told: tuple[EventLink, ...] = ()


class Letter(Record, frozen=True):
    """The entries under one letter, "" for names that begin with none."""

    letter: str
    entries: tuple[Entry, ...]


class ActorsPage(Record, frozen=True):
    """What the template of the glossary's index receives; `rest` are those who have no page.

    An index in parts links to `parts`, and a part of it goes back `up`; `told_in` is as in `Site`.
    """

    letters: tuple[Letter, ...]
    rest: tuple[Entry, ...] = ()
    parts: tuple[PartLink, ...] = ()
    leading: tuple[Entry, ...] = ()
    up: Markup = Markup()
    told_in: int = 1


class AliasView(Record, frozen=True):
    """One spelling, the sources that use it, each opening at the name, and why it is taken for the actor's."""

    text: str
    sources: tuple[Source, ...]
    why: str


class DescriptionView(Record, frozen=True):
    """How one source describes an actor, and when it was published."""

    quote: Quote
    date: str


class ActorPage(Record, frozen=True):
    """What the template of an entry receives; `described` is shown as its first line when the editor wrote none."""

    name: str
    kind: str
    line: str
    line_source: str
    described: Quote | None
    aliases: tuple[AliasView, ...]
    descriptions: tuple[DescriptionView, ...]
    events: tuple[EventLink, ...]
    more_events: int
    utterances: tuple[Utterance, ...]
    more_quotations: int
    cards: tuple[Card, ...]
    more_cards: tuple[Card, ...]
    links: tuple[Link, ...]
    up: Markup
    feed: Markup
    edit: str


def actors_page(lookup: Lookup, templates: Templates) -> Page:
    """The index of the glossary."""
    view, site, own = Viewpoint(lookup, ACTORS), lookup.site, lookup.addresses.actor_pages
    if lookup.addresses.letters:
        leading = tuple(entry(actor, view) for actor in site.cast.actors[:LEADING])
        labels = {part: _labelled(part, lookup) for part in lookup.letters}
        parts = part_links(ACTORS, labels, view)
        page = ActorsPage(letters=(), leading=leading, parts=parts, told_in=site.told_in)
    else:
        known = [actor for actor in _in_order(site.cast.actors) if actor.id in own]
        rest = tuple(entry(actor, view) for actor in _in_order(site.cast.actors) if actor.id not in own)
        page = ActorsPage(letters=_letters(known, view), rest=rest, told_in=site.told_in)
    title = lookup.words.say("actors")
    body = templates.render("actors.md.j2", page=page)
    return page_of(ACTORS, title, lookup.words.say("actors_about"), body, hide=["navigation", "toc"])


def letter_page(part: Part, lookup: Lookup, templates: Templates) -> Page:
    """A part of the index of the glossary."""
    uri = page_of_part(ACTORS, part)
    view, label = Viewpoint(lookup, uri), _labelled(part, lookup)
    entries = tuple(entry(actor, view) for actor in _in_order(lookup.letters[part]))
    page = ActorsPage(letters=(Letter(letter=label, entries=entries),), up=view.link(ACTORS))
    body = templates.render("actors.md.j2", page=page)
    return part_page(uri, lookup.words.say("actors"), label, body)


def actor_page(actor: Actor, lookup: Lookup, templates: Templates) -> Page:
    """The entry of an actor."""
    uri = lookup.addresses.actor(actor.id)
    view = Viewpoint(lookup, uri)
    page = actor_context(actor, view)
    kind = lookup.words.say(f"kind_{page.kind}")
    body = templates.render("actor.md.j2", page=page)
    told = bool(page.line or page.descriptions or page.utterances)
    search = {"boost": 1.5} if told else {"exclude": True}  # an entry of a name alone is no answer to a search
    return page_of(uri, actor.name, f"{actor.name} ({kind})", body, hide=["tags"], tags=[kind], search=search)


def actor_context(actor: Actor, view: Viewpoint) -> ActorPage:
    """What an actor's entry shows."""
    lookup = view.lookup
    descriptions = sorted(actor.descriptions, key=lambda item: in_time(lookup.published(item.passage.article)))
    events = lookup.events_with.get(actor.id, [])
    spoken = lookup.quotations_by.get(actor.id, [])
    said = latest(spoken, lambda item: lookup.published(item.passage.article), MOST)
    cards = tuple(card(item, view) for item in lookup.disagreements_about.get(actor.id, []))
    return ActorPage(
        name=actor.name,
        kind=actor.kind.replace(" ", "_"),
        line=actor.line,
        line_source=actor.line_source,
        described=view.quote(actor.descriptions[0].passage) if actor.descriptions else None,
        aliases=tuple(_alias(alias, actor, view) for alias in actor.aliases),
        descriptions=tuple(
            DescriptionView(
                quote=view.quote(item.passage), date=lookup.words.date(lookup.published(item.passage.article))
            )
            for item in descriptions[-MOST:]
        ),
        events=tuple(view.event(event) for event in events[-MOST:]),
        more_events=max(0, len(events) - MOST),
        utterances=utterances(said, view),
        more_quotations=len(spoken) - len(said),
        cards=cards[:CARDS],
        more_cards=cards[CARDS:],
        links=actor.links,
        up=view.link(ACTORS),
        feed=view.link(lookup.addresses.feed(actor.id)),
        edit=view.edit("actor", actor.id),
    )


def _alias(alias: Alias, actor: Actor, view: Viewpoint) -> AliasView:
    key = why(actor, alias, view.lookup)
    return AliasView(
        text=alias.text,
        sources=_outlets(alias.articles, alias.text, view),
        why=view.lookup.words.say(key, name=actor.name) if key else "",
    )


def _outlets(articles: Sequence[str], name: str, view: Viewpoint) -> tuple[Source, ...]:
    """The sources of some articles, one for each outlet; where it was published, an article opens at the name."""
    known = (view.named(article, name) for article in articles if article in view.lookup.articles)
    by_label: dict[str, Source] = {}
    for source in known:
        by_label.setdefault(source.label, source)
    return tuple(by_label.values())


def entry(actor: Actor, view: Viewpoint) -> Entry:
    """An actor as the index and the home page show it."""
    anchor = view.lookup.addresses.actor(actor.id).partition("#")[2]
    events = view.lookup.events_with.get(actor.id, [])
    return Entry(
        actor=view.actor(actor),
        aliases=tuple(alias.text for alias in actor.aliases if alias.text != actor.name),
        described=view.quote(actor.descriptions[0].passage) if actor.descriptions and not actor.line else None,
        line=actor.line,
        events=len(events),
        anchor=anchor,
        told=tuple(view.event(event) for event in events[-TOLD:]) if anchor and view.lookup.site.told_in > 1 else (),
    )


def _labelled(part: Part, lookup: Lookup) -> str:
    return part or lookup.words.say("actor_letter_other")


def _in_order(actors: Sequence[Actor]) -> list[Actor]:
    return sorted(actors, key=lambda item: (_sortable(item.name), item.id))


def _letters(actors: Sequence[Actor], view: Viewpoint) -> tuple[Letter, ...]:
    by_letter: dict[str, list[Actor]] = {}
    for actor in actors:
        by_letter.setdefault(initial(actor.name), []).append(actor)
    order = sorted(by_letter, key=lambda letter: (letter == "", letter))
    return tuple(
        Letter(letter=letter, entries=tuple(entry(actor, view) for actor in by_letter[letter])) for letter in order
    )


def _sortable(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return "".join(character for character in plain if not unicodedata.combining(character)).casefold()
