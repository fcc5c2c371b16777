"""Which pages of a site stay as they are when its excerpts are fitted closer: a large site takes long to draw."""

import re
from collections.abc import Iterable, Mapping
from itertools import starmap
from typing import Any

from generator.model.site import Site
from generator.site.pages.lookup import Lookup
from generator.site.pages.page import Page
from generator.site.pages.sources import quoted_passages
from generator.site.words import Words

_LINK_END = re.compile(r"[(/#]([\w.-]+)\)")


def kept_pages(pages: Mapping[str, Page], old: Site, new: Site, words: Words) -> dict[str, Page]:
    """The `pages` of the `old` site that are those of the `new`, which differs in what the cap leaves of its articles.

    Those of one event, actor or source may be: if nothing of what they are made of differs, and no actor to whom they
    link has moved or is told of otherwise.
    """
    before, after = Lookup(old, words), Lookup(new, words)
    if before.labels != after.labels:
        return {}
    own = after.addresses
    singles = {*own.event_pages.values(), *own.actor_pages.values(), *own.sources.values()} - _changed(before, after)
    differing = (before.addresses.actors[actor] for actor in _differ(_tips(before), _tips(after)))
    moved = {re.split("[/#]", address)[-1] for address in differing}
    return {
        uri: page for uri, page in pages.items() if uri in singles and moved.isdisjoint(_LINK_END.findall(page.text))
    }


def _changed(before: Lookup, after: Lookup) -> set[str]:
    """The pages of the events, actors and sources of which something shown differs."""
    own = before.addresses
    compared = _differ(before.quote_positions, after.quote_positions)
    articles = compared.union(*starmap(_differ, zip(_of_articles(before), _of_articles(after), strict=True)))
    events = {event.id for event in before.site.events if not articles.isdisjoint(event.articles)}
    events |= _differ(before.facts, after.facts) | _differ(before.disagreements, after.disagreements)
    events |= _differ(before.events, after.events)
    actors = _differ(before.actors, after.actors) | _differ(before.quotations_by, after.quotations_by)
    actors |= _differ(before.disagreements_about, after.disagreements_about)
    # Quotations are grouped by the disagreements over them.
    actors |= {said.speaker for article in compared for said in after.quotations.get(article, ()) if said.speaker}
    return {
        *(own.events[event] for event in events),
        *(own.actors[actor] for actor in actors if actor in own.actors),
        *(own.sources[article] for article in articles),
    }


def _of_articles(lookup: Lookup) -> tuple[Mapping[str, object], ...]:
    """What is shown of each article."""
    described: dict[str, list[object]] = {}
    for actor in lookup.site.cast.actors:
        for description in actor.descriptions:
            described.setdefault(description.passage.article, []).append((actor.id, description))
    return quoted_passages(lookup.site), lookup.excerpts, lookup.quotations, lookup.leans, described


def _tips(lookup: Lookup) -> dict[str, object]:
    """What a link to an actor says of him, and where it leads."""
    return {id_: (actor.descriptions[:1], lookup.addresses.actors[id_]) for id_, actor in lookup.actors.items()}


def _differ(before: Mapping[str, Any], after: Mapping[str, Any]) -> set[str]:
    keys: Iterable[str] = before.keys() | after.keys()
    return {key for key in keys if before.get(key) != after.get(key)}
