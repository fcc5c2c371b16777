"""Who is who: the glossary's index and its entries."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from generator.model.actors import Actor, Alias
from generator.site.addresses import ACTORS
from generator.site.pages.cards import card
from generator.site.pages.forms import why
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page, page_of, part_page
from generator.site.pages.spans import in_time
from generator.site.pages.templates import Templates
from generator.site.pages.utterances import utterances
from generator.site.pages.viewpoint import Source, Viewpoint
from generator.site.parts import Part, initial, page_of_part
from generator.site.words.phrases import kind_key

T = TypeVar("T")

CARDS = 3
"""So many cards stand open in an entry."""

MOST = 200
"""So many quotations, descriptions and events an entry shows at most, the latest."""

LEADING = 100
"""So many names the first page of an index in parts shows."""

TOLD = 3
"""So many events stand in the row of somebody who has no page."""


Letter = tuple[str, list[Actor]]
"""The actors under one letter, "" for names that begin with none."""


def actors_page(lookup: Lookup, templates: Templates) -> Page:
    """The index of the glossary: everybody, or those most told of and links to its parts."""
    view, actors, own = Viewpoint(lookup, ACTORS), lookup.site.cast.actors, lookup.addresses.actor_pages
    if lookup.letters:
        given: dict[str, object] = {"leading": actors[:LEADING], "letters": (), "rest": ()}
    else:
        ordered = _in_order(actors)
        known, rest = [a for a in ordered if a.id in own], [a for a in ordered if a.id not in own]
        given = {"leading": (), "letters": _letters(known), "rest": rest}
    body = templates.render("actors.md.j2", view=view, told=TOLD, label="", **given)
    title, about = lookup.words.say("actors"), lookup.words.say("actors_about")
    return page_of(ACTORS, title, about, body, hide=["navigation", "toc"])


def letter_page(part: Part, lookup: Lookup, templates: Templates) -> Page:
    """A part of the index of the glossary."""
    uri, label = page_of_part(ACTORS, part), part or lookup.words.say("actor_letter_other")
    given = {"leading": (), "letters": [(label, _in_order(lookup.letters[part]))], "rest": ()}
    body = templates.render("actors.md.j2", view=Viewpoint(lookup, uri), told=TOLD, label=label, **given)
    return part_page(uri, lookup.words.say("actors"), label, body)


def actor_page(actor: Actor, lookup: Lookup, templates: Templates) -> Page:
    """The entry of an actor."""
    uri = lookup.addresses.actors[actor.id]
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
        "aliases": [(alias.text, _outlets(alias, view), _why(alias, actor, view)) for alias in actor.aliases],
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


def _why(alias: Alias, actor: Actor, view: Viewpoint) -> str:
    """Why a spelling is taken for the actor's, "" where nothing need be said."""
    key = why(actor, alias, view.lookup)
    return view.lookup.words.say(key, name=actor.name) if key else ""


def _outlets(alias: Alias, view: Viewpoint) -> tuple[Source, ...]:
    """The sources that use a spelling, one for each outlet; where it was published, an article opens at the name."""
    by_label: dict[str, str] = {}
    for article in alias.articles:
        if article in view.lookup.articles:
            by_label.setdefault(view.lookup.labels[article], article)
    return tuple(view.named(article, alias.text) for article in by_label.values())


def _in_order(actors: Sequence[Actor]) -> list[Actor]:
    return sorted(actors, key=lambda item: (_sortable(item.name), item.id))


def _letters(actors: Sequence[Actor]) -> list[Letter]:
    by_letter: dict[str, list[Actor]] = {}
    for actor in actors:
        by_letter.setdefault(initial(actor.name), []).append(actor)
    order = sorted(by_letter, key=lambda letter: (letter == "", letter))
    return [(letter, by_letter[letter]) for letter in order]


def _sortable(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return "".join(character for character in plain if not unicodedata.combining(character)).casefold()
