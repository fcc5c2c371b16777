"""The site with only the passages that may be shown."""

from collections.abc import Iterable, Mapping

import msgspec

from generator.model.actors import Cast, Quotation
from generator.model.site import Site
from generator.model.story import Background, Disagreement, Event, Fact, Position
from generator.model.text import Passage
from generator.site.excerpts.fitting import Verdicts

_replace = msgspec.structs.replace
_Parts = Mapping[Passage, Passage | None]


def rebuild(site: Site, verdicts: Verdicts) -> Site:
    """The site with every passage as the verdicts have it; what has lost all of its passages is gone."""
    parts = verdicts.parts
    facts = (_fact(fact, parts) for fact in site.facts)
    return _replace(
        site,
        disagreements=tuple(
            _disagreement(d, verdicts.positions) for d in site.disagreements if d.id in verdicts.staying
        ),
        quotations=tuple(_quotation(q, part) for q in site.quotations if (part := parts[q.passage])),
        facts=tuple(fact for fact in facts if fact.passages),
        events=tuple(_event(event, parts) for event in site.events),
        cast=_cast(site.cast, parts),
        dependences=tuple(
            _replace(d, evidence=tuple((a, b) for x, y in d.evidence if (a := parts[x]) and (b := parts[y])))
            for d in site.dependences
        ),
    )


def _kept(passages: Iterable[Passage], parts: _Parts) -> tuple[Passage, ...]:
    return tuple(part for passage in passages if (part := parts[passage]))


def _fact(fact: Fact, parts: _Parts) -> Fact:
    kept = _kept(fact.passages, parts)
    shown = {passage.article for passage in kept}
    unshown = dict.fromkeys(passage.article for passage in fact.passages if passage.article not in shown)
    return _replace(fact, passages=kept, unshown=tuple(unshown))


def _disagreement(disagreement: Disagreement, parts: Mapping[Position, Passage]) -> Disagreement:
    positions = (_position(p, parts[p]) for p in disagreement.positions if p in parts)
    return _replace(disagreement, positions=tuple(positions))


def _position(position: Position, part: Passage) -> Position:
    return _replace(
        position,
        passage=part,
        says=position.says if position.says in part.quote else part.quote,
        differs=tuple((low, high) for low, high in position.differs if part.start <= low and high <= part.end),
    )


def _quotation(quotation: Quotation, part: Passage) -> Quotation:
    spoken = tuple((low, min(high, part.end)) for low, high in quotation.parts if low < part.end)
    return _replace(quotation, passage=part, parts=spoken, shortened=part != quotation.passage)


def _event(event: Event, parts: _Parts) -> Event:
    background = (_background(item, parts) for item in event.background)
    return _replace(
        event,
        place_passage=parts[event.place_passage] if event.place_passage else None,
        background=tuple(item for item in background if item.passages),
        openings=tuple(part for passage in event.openings if (part := parts.get(passage))),
    )


def _background(item: Background, parts: _Parts) -> Background:
    passages = _kept(item.passages, parts)
    return _replace(item, passages=passages, text=_within(item.text, passages))


def _cast(cast: Cast, parts: _Parts) -> Cast:
    actors = (
        _replace(
            actor,
            descriptions=tuple(
                _replace(d, passage=part, text=_within(d.text, (part,)))
                for d in actor.descriptions
                if (part := parts[d.passage])
            ),
        )
        for actor in cast.actors
    )
    return _replace(cast, actors=tuple(actors))


def _within(text: str, passages: tuple[Passage, ...]) -> str:
    """The text, if the passages still hold its words, else the first of them."""
    if not passages or any(text in passage.quote for passage in passages):
        return text
    return passages[0].quote
