"""The editor's say over a page: which disagreements come first, which sections are left out."""

from collections.abc import Iterator

import msgspec

from generator.model.decisions import Decisions, EventDecision
from generator.model.site import Problem, Site
from generator.model.story import Event, Section


def arrange(site: Site, decisions: Decisions) -> Site:
    """The site with its events arranged; a pin that names no disagreement of its event becomes an error."""
    written = {frozenset(decision.articles): decision for decision in decisions.events}
    everywhere = tuple(item.section for item in decisions.hide)
    events: list[Event] = []
    problems: list[Problem] = []
    for event in site.events:
        decision = written.get(frozenset(event.articles))
        known = {item.id for item in site.disagreements if item.event == event.id}
        if decision:
            problems += _unknown(decision, known)
        events.append(_arranged(event, decision, known, everywhere))
    return msgspec.structs.replace(site, events=tuple(events), problems=(*site.problems, *problems))


def _arranged(event: Event, decision: EventDecision | None, known: set[str], everywhere: tuple[Section, ...]) -> Event:
    pinned = tuple(id_ for id_ in decision.pin if id_ in known) if decision else ()
    hidden = tuple(dict.fromkeys((*everywhere, *(decision.hide if decision else ()))))
    return msgspec.structs.replace(event, pinned=pinned, hidden=hidden) if pinned or hidden else event


def _unknown(decision: EventDecision, known: set[str]) -> Iterator[Problem]:
    for id_ in decision.pin:
        if id_ not in known:
            yield Problem(
                severity="error",
                file=decision.place.file,
                line=decision.place.line,
                message=f"pin: {id_!r} is no disagreement of this event.",
                remedy=f"There are: {', '.join(sorted(known)) or 'none'}.",
            )
