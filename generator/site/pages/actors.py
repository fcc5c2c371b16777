"""Who is who: the glossary's index and its entries."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from generator.model.actors import Actor, Alias
from generator.model.record import Record
from generator.site.addresses import ACTORS
from generator.site.pages.cards import card
from generator.site.pages.forms import why
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page, page_of, part_page
from generator.site.pages.spans import in_time
from generator.site.pages.templates import Templates
from generator.site.pages.utterances import utterances
from generator.site.pages.viewpoint import ActorLink, EventLink, Quote, Source, Viewpoint, kind_key
from generator.site.parts import Part, initial, page_of_part

T = TypeVar("T")

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


Letter = tuple[str, list[Entry]]
"""The entries under one letter, "" for names that begin with none."""


class AliasView(Record, frozen=True):
    """One spelling, the sources that use it, each opening at the name, and why it is taken for the actor's."""

    text: str
    sources: tuple[Source, ...]
    why: str


def actors_page(lookup: Lookup, templates: Templates) -> Page:
    """The index of the glossary: everybody, or those most told of and links to its parts."""
    view, actors, own = Viewpoint(lookup, ACTORS), lookup.site.cast.actors, lookup.addresses.actor_pages
    leading: list[Entry] = []
    letters: list[Letter] = []
    rest: list[Entry] = []
    if lookup.letters:
        leading = [entry(actor, view) for actor in actors[:LEADING]]
    else:
        letters = _letters([actor for actor in _in_order(actors) if actor.id in own], view)
        rest = [entry(actor, view) for actor in _in_order(actors) if actor.id not in own]
    body = templates.render("actors.md.j2", view=view, leading=leading, letters=letters, rest=rest, label="")
    title, about = lookup.words.say("actors"), lookup.words.say("actors_about")
    return page_of(ACTORS, title, about, body, hide=["navigation", "toc"])


def letter_page(part: Part, lookup: Lookup, templates: Templates) -> Page:
    """A part of the index of the glossary."""
    uri, label = page_of_part(ACTORS, part), part or lookup.words.say("actor_letter_other")
    view = Viewpoint(lookup, uri)
    letters = [(label, [entry(actor, view) for actor in _in_order(lookup.letters[part])])]
    body = templates.render("actors.md.j2", view=view, leading=(), letters=letters, rest=(), label=label)
    return part_page(uri, lookup.words.say("actors"), label, body)


def actor_page(actor: Actor, lookup: Lookup, templates: Templates) -> Page:
    """The entry of an actor."""
    uri = lookup.addresses.actor(actor.id)
    context = actor_context(actor, Viewpoint(lookup, uri))
    kind = lookup.words.say(f"kind_{kind_key(actor)}")
    body = templates.render("actor.md.j2", **context)
    told = bool(actor.line or actor.descriptions or context["utterances"])
    search = {"boost": 1.5} if told else {"exclude": True}  # an entry of a name alone is no answer to a search
    return page_of(uri, actor.name, f"{actor.name} ({kind})", body, hide=["tags"], tags=[kind], search=search)


def actor_context(actor: Actor, view: Viewpoint) -> dict[str, Any]:
    """What an actor's entry shows."""
    lookup = view.lookup
    events = lookup.events_with.get(actor.id, [])
    spoken = lookup.quotations_by.get(actor.id, [])
    said = _latest(spoken, lambda item: lookup.published(item.passage.article), MOST)
    described = sorted(actor.descriptions, key=lambda item: in_time(lookup.published(item.passage.article)))
    return {
        "view": view,
        "actor": actor,
        "kind": kind_key(actor),
        "aliases": [_alias(alias, actor, view) for alias in actor.aliases],
        "descriptions": [item.passage for item in described[-MOST:]],
        "events": events[-MOST:],
        "more_events": max(0, len(events) - MOST),
        "utterances": utterances(said, view),
        "more_quotations": len(spoken) - len(said),
        "cards": [card(item, view) for item in lookup.disagreements_about.get(actor.id, [])],
        "open_cards": CARDS,
    }


def _latest(things: Sequence[T], date: Callable[[T], str], most: int) -> list[T]:
    """At most so many things, those of the latest dates (EDTF), in their given order."""
    by_date = sorted(range(len(things)), key=lambda number: in_time(date(things[number])))
    return [things[number] for number in sorted(by_date[-most:])]


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


def _in_order(actors: Sequence[Actor]) -> list[Actor]:
    return sorted(actors, key=lambda item: (_sortable(item.name), item.id))


def _letters(actors: Sequence[Actor], view: Viewpoint) -> list[Letter]:
    by_letter: dict[str, list[Actor]] = {}
    for actor in actors:
        by_letter.setdefault(initial(actor.name), []).append(actor)
    order = sorted(by_letter, key=lambda letter: (letter == "", letter))
    return [(letter, [entry(actor, view) for actor in by_letter[letter]]) for letter in order]


def _sortable(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return "".join(character for character in plain if not unicodedata.combining(character)).casefold()
