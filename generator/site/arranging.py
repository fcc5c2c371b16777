"""The editor's say over a page: what comes first, which sections are left out, what the sources agree on."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from generator.matching.leaning import independent
from generator.matching.locate import places_in
from generator.model.decisions import Decisions, EventDecision, QuoteDecision
from generator.model.errors import ParallaxError, as_problem
from generator.model.record import Record
from generator.model.site import Problem, Site
from generator.model.story import Event, Fact, Section
from generator.model.text import Article, Passage


class _Agreed(Record, frozen=True):
    """The facts that the editor wrote down for one event, and what of them does not fit the articles."""

    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]


def arrange(site: Site, decisions: Decisions) -> Site:
    """The site with its events arranged; what names nothing that there is becomes an error."""
    written = {frozenset(decision.articles): decision for decision in decisions.events}
    everywhere = tuple(item.section for item in decisions.hide)
    events: list[Event] = []
    problems: list[Problem] = []
    facts = site.facts
    found: dict[str, set[str]] = defaultdict(set)
    for disagreement in site.disagreements:
        found[disagreement.event].add(disagreement.id)
    for event in site.events:
        decision = written.get(frozenset(event.articles))
        known = found.get(event.id, set())
        if decision:
            agreed = _agreed(event, decision, site)
            problems += [*_unknown(decision, known), *agreed.problems]
            facts = _first(agreed.facts, facts)
        events.append(_arranged(event, decision, known, everywhere))
    return msgspec.structs.replace(site, events=tuple(events), facts=facts, problems=(*site.problems, *problems))


def _arranged(event: Event, decision: EventDecision | None, known: set[str], everywhere: tuple[Section, ...]) -> Event:
    pinned = tuple(id_ for id_ in decision.pin if id_ in known) if decision else ()
    hidden = tuple(dict.fromkeys((*everywhere, *(decision.hide if decision else ()))))
    return msgspec.structs.replace(event, pinned=pinned, hidden=hidden) if pinned or hidden else event


def _unknown(decision: EventDecision, known: set[str]) -> Iterator[Problem]:
    for id_ in decision.pin:
        if id_ not in known:
            remedy = f"There are: {', '.join(sorted(known)) or 'none'}."
            yield as_problem(decision.place.fault(f"pin: {id_!r} is no disagreement of this event.", remedy=remedy))


def _agreed(event: Event, decision: EventDecision, site: Site) -> _Agreed:
    articles = {article.id: article for article in site.articles}
    facts, problems = [], []
    for quotes in decision.agreed:
        try:
            told = {quote.article: _passage(quote, articles[quote.article]) for quote in quotes}
        except ParallaxError as fault:
            problems.append(as_problem(fault))
            continue
        alone = independent(told, site.dependences)
        facts.append(Fact(event=event.id, passages=tuple(told.values()), articles=len(told), independent=alone))
    return _Agreed(facts=tuple(facts), problems=tuple(problems))


def _passage(written: QuoteDecision, article: Article) -> Passage:
    return article.passage(*places_in(article, written.quote, written.place)[0])


def _first(ours: Sequence[Fact], others: Sequence[Fact]) -> tuple[Fact, ...]:
    """The editor's facts, then the others that none of his words stand in."""
    said = [passage for fact in ours for passage in fact.passages]
    return (*ours, *(fact for fact in others if not any(_overlap(p, q) for p in fact.passages for q in said)))


def _overlap(one: Passage, other: Passage) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end
