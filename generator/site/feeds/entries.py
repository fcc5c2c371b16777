"""What a feed tells: each event, and each correction."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from generator.model.actors import Actor
from generator.model.record import Record
from generator.model.site import Correction, Site
from generator.model.story import Event
from generator.site.addresses import Addresses
from generator.site.words import Words
from generator.site.words.phrases import day_of

CORRECTIONS = "corrections.md"
MOST = 1000
"""So many entries a feed has at most, the latest: a reader of feeds asks for it every hour."""


class Entry(Record, frozen=True):
    """One item of a feed.

    `id` never changes while the thing stays the same. `url` is absolute when the site knows its own address, else
    relative. `day` is None where the date is not known to the day: a feed states no false dates.
    """

    id: str
    title: str
    url: str
    summary: str
    day: date | None


class Feed(Record, frozen=True):
    """A whole feed; `home` is the site's address, "" if unknown."""

    title: str
    description: str
    home: str
    language: str
    entries: tuple[Entry, ...]


def feed(site: Site, addresses: Addresses, words: Words, *, title: str, description: str, home: str) -> Feed:
    """The latest events and corrections of a site, latest first; those without a day last."""
    disputed = _disputed(site)
    entries = [
        *(_event_entry(event, disputed, addresses, words, home) for event in site.events),
        *(_correction_entry(correction, addresses, words, home) for correction in site.corrections),
    ]
    told = _latest_first(entries)
    return Feed(title=title, description=description, home=home, language=words.language, entries=told)


def actor_feeds(
    site: Site, addresses: Addresses, words: Words, *, title: str, home: str
) -> Iterator[tuple[str, Callable[[], Feed]]]:
    """What makes the feed of each actor who has a page, with its address: the actor's events, latest first."""
    disputed, pages = _disputed(site), addresses.actor_pages
    own: dict[str, list[Event]] = {}
    for event in site.events:
        for actor_id in dict.fromkeys(event.actors):
            own.setdefault(actor_id, []).append(event)
    for actor in site.cast.actors:
        if actor.id in pages:
            told = partial(_event_entry, disputed=disputed, addresses=addresses, words=words, home=home)
            events = own.get(actor.id, ())
            yield addresses.feed(actor.id), partial(_actor_feed, actor, events, told, addresses, words, title, home)


def _actor_feed(
    actor: Actor,
    events: Iterable[Event],
    told: Callable[[Event], Entry],
    addresses: Addresses,
    words: Words,
    title: str,
    home: str,
) -> Feed:
    return Feed(
        title=f"{actor.name} – {title}",
        description=words.say("feed_actor", name=actor.name),
        home=page_url(addresses.actors[actor.id], home),
        language=words.language,
        entries=_latest_first(map(told, events)),
    )


def _disputed(site: Site) -> dict[str, list[str]]:
    """What each event's disagreements are about."""
    about: dict[str, list[str]] = {}
    for item in site.disagreements:
        about.setdefault(item.event, []).append(item.about)
    return about


def _latest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    named = sorted(entries, key=lambda entry: entry.id)
    return tuple(sorted(named, key=lambda entry: entry.day or date.min, reverse=True)[:MOST])


def page_url(uri: str, home: str) -> str:
    """The published address of a Markdown page: `home` followed by its folder."""
    return home + uri.removesuffix("index.md") if uri.endswith("index.md") else f"{home}{uri.removesuffix('.md')}/"


def _event_entry(
    event: Event, disputed: Mapping[str, Sequence[str]], addresses: Addresses, words: Words, home: str
) -> Entry:
    about = "; ".join(disputed.get(event.id, ()))
    told = words.say("count_sources", n=len(event.articles))
    return Entry(
        id=f"event:{event.id}",
        title=event.title,
        url=page_url(addresses.events[event.id], home),
        summary=words.say("feed_disputed", sources=told, about=about) if event.id in disputed else f"{told}.",
        day=day_of(event.date),
    )


def _correction_entry(correction: Correction, addresses: Addresses, words: Words, home: str) -> Entry:
    known = correction.event in addresses.events
    return Entry(
        id=f"correction:{correction.date}:{correction.event}:{correction.wrong}",
        title=words.say("feed_correction", right=correction.right),
        url=page_url(addresses.events[correction.event] if known else CORRECTIONS, home),
        summary=f"{correction.wrong} → {correction.right}",
        day=day_of(correction.date),
    )
