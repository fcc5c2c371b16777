"""The addresses that a published site has, as lines of events.yml that keep them."""

from collections.abc import Iterable, Iterator

from generator.model.decisions import EventDecision
from generator.model.story import Event

_HEAD = "# These keep the addresses of the event pages. They go into events.yml, below its `events:`.\nevents:"


def kept_addresses(events: Iterable[Event], decisions: Iterable[EventDecision]) -> str:
    """Entries for the events whose address is not kept yet; "" when all are."""
    entries = list(_entries(events, {frozenset(decision.articles): decision for decision in decisions}))
    return "\n".join([_HEAD, *entries, ""]) if entries else ""


def _entries(events: Iterable[Event], decided: dict[frozenset[str], EventDecision]) -> Iterator[str]:
    for event in events:
        decision = decided.get(frozenset(event.articles))
        if decision is None:
            yield f"  - articles: [{', '.join(event.articles)}]\n    slug: {event.id}"
        elif not decision.slug:
            yield f"  # add to the entry on line {decision.place.line}:\n  #   slug: {event.id}"
