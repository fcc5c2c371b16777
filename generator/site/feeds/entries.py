"""What a feed tells: each event, and each correction."""

from collections.abc import Iterable
from datetime import date

from generator.model.actors import Actor
from generator.model.record import Record
from generator.model.site import Correction, Site
from generator.model.story import Event
from generator.site.addresses import Addresses
from generator.site.words import Words

CORRECTIONS = "corrections.md"


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
    """The feed of a site: events and corrections, latest first; those without a day last."""
    entries = [
        *(_event_entry(event, site, addresses, words, home) for event in site.events),
        *(_correction_entry(correction, addresses, words, home) for correction in site.corrections),
    ]
    told = _latest_first(entries)
    return Feed(title=title, description=description, home=home, language=words.language, entries=told)


def actor_feed(actor: Actor, site: Site, addresses: Addresses, words: Words, *, title: str, home: str) -> Feed:
    """The feed of one actor: the events that the actor is in, latest first."""
    own = [event for event in site.events if actor.id in event.actors]
    return Feed(
        title=f"{actor.name} – {title}",
        description=words.say("feed_actor", name=actor.name),
        home=page_url(addresses.actor(actor.id), home),
        language=words.language,
        entries=_latest_first([_event_entry(event, site, addresses, words, home) for event in own]),
    )


def _latest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    named = sorted(entries, key=lambda entry: entry.id)
    return tuple(sorted(named, key=lambda entry: entry.day or date.min, reverse=True))


def page_url(uri: str, home: str) -> str:
    """The published address of a Markdown page: `home` followed by its folder."""
    return home + uri.removesuffix("index.md") if uri.endswith("index.md") else f"{home}{uri.removesuffix('.md')}/"


def _event_entry(event: Event, site: Site, addresses: Addresses, words: Words, home: str) -> Entry:
    disputed = [d.about for d in site.disagreements if d.event == event.id]
    told = words.say("count_sources", n=len(event.articles))
    return Entry(
        id=f"event:{event.id}",
        title=event.title,
        url=page_url(addresses.event(event.id), home),
        summary=words.say("feed_disputed", sources=told, about="; ".join(disputed)) if disputed else f"{told}.",
        day=_day(event.date),
    )


def _correction_entry(correction: Correction, addresses: Addresses, words: Words, home: str) -> Entry:
    known = correction.event in addresses.events
    return Entry(
        id=f"correction:{correction.date}:{correction.event}:{correction.wrong}",
        title=words.say("feed_correction", right=correction.right),
        url=page_url(addresses.event(correction.event) if known else CORRECTIONS, home),
        summary=f"{correction.wrong} → {correction.right}",
        day=_day(correction.date),
    )


def _day(edtf: str) -> date | None:
    """The day of an EDTF date that is a plain day, else None."""
    try:
        return date.fromisoformat(edtf)
    except ValueError:
        return None
