"""The editor's word on disagreements: findings confirmed, reworded or dismissed, and new ones added.

A decision that no longer fits (its finding is gone, its article unknown, its quotation not in the text) is an error
with its file and line; the rest is applied.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from rapidfuzz import process

from generator.matching.locate import places, places_in
from generator.model.actors import Cast
from generator.model.decisions import CorrectionEntry, Decisions, DisagreementDecision, Place, PositionDecision
from generator.model.errors import ParallaxError, as_problem
from generator.model.record import Record
from generator.model.site import Problem
from generator.model.story import Disagreement, Event, Phrase, Position
from generator.model.text import Article

ADDED = Phrase("reason_added")
PROPOSED = Phrase("reason_proposed")
EVENTS_MAY_DIFFER = "name"
"""The one kind whose positions may tell of different events: a name is spelt by an outlet, not in an event."""


class Settled(Record, frozen=True):
    """The disagreements as the editor leaves them, and the decisions that do not fit the articles."""

    disagreements: tuple[Disagreement, ...]
    problems: tuple[Problem, ...] = ()


class _Known(Record, frozen=True):
    """What decisions are held against: all by id, and the event that each article tells."""

    findings: dict[str, Disagreement]
    articles: dict[str, Article]
    event_of: dict[str, str]
    cast: Cast


def settle(
    disagreements: Sequence[Disagreement],
    decisions: Decisions,
    articles: Sequence[Article],
    events: Sequence[Event],
    *,
    cast: Cast | None = None,
) -> Settled:
    """The disagreements with the editor's decisions applied: by event, hard ones first, the editor's before others.

    What a second reader proposed has the status "proposed". `cast` tells who is concerned by what is added. Corrections
    of an event that is not there are errors, too.
    """
    known = _Known(
        findings={finding.id: finding for finding in disagreements},
        articles={article.id: article for article in articles},
        event_of={article: event.id for event in events for article in event.articles},
        cast=cast or Cast(actors=(), mentions=()),
    )
    settled = dict(known.findings)
    decided: dict[str, Place] = {}
    problems = [*_stale_corrections(decisions.corrections, events)]
    for decision in decisions.disagreements:
        try:
            _apply(decision, known, settled, decided)
        except ParallaxError as fault:
            problems.append(as_problem(fault))
    for added in [d for d in settled.values() if d.status == "editorial"]:
        problems += _overtaken(added, settled, decided)
    order = {event.id: number for number, event in enumerate(events)}
    return Settled(
        disagreements=tuple(sorted(settled.values(), key=lambda d: (order.get(d.event, len(order)), *d.rank))),
        problems=tuple(problems),
    )


def _apply(
    decision: DisagreementDecision, known: _Known, settled: dict[str, Disagreement], decided: dict[str, Place]
) -> None:
    """Change `settled` as one decision says, and note its place in `decided`."""
    result = _added(decision, known) if decision.action == "add" else _decided_finding(decision, known)
    if result.id in decided:
        first = decided[result.id]
        raise decision.place.fault(f"Decided twice: first on line {first.line}.", remedy="Keep one of the two.")
    decided[result.id] = decision.place
    if decision.action == "dismiss":
        del settled[result.id]
    else:
        settled[result.id] = result


def _decided_finding(decision: DisagreementDecision, known: _Known) -> Disagreement:
    """The machine finding that a decision is about, reworded where it says so."""
    finding = known.findings.get(decision.id)
    if finding is None:
        remedy = "Its words may have changed: `parallax review --list` shows the findings of now and their ids."
        raise decision.place.fault(f"There is no finding {decision.id!r}.", remedy=remedy)
    reworded = {
        key: value
        for key in ("about", "kind", "hardness", "note")
        if (value := getattr(decision, key)) not in (None, "")
    }
    if decision.positions:
        near = {p.passage.article: p.passage.start for p in finding.positions}
        positions = _positions(decision.positions, known, near)
        if (decision.kind or finding.kind) != EVENTS_MAY_DIFFER:
            _check_one_event(decision, positions, known, finding.event)
        reworded |= {"positions": positions, "actors": _concerned(positions, known.cast)}
    return msgspec.structs.replace(finding, status="confirmed", **reworded)


def _added(decision: DisagreementDecision, known: _Known) -> Disagreement:
    """The editor's own disagreement, or one that a second reader proposed."""
    if decision.kind is None or decision.hardness is None:
        raise decision.place.fault("Kind and hardness are needed.", remedy="Add `kind:` and `hardness:`.")
    positions = _positions(decision.positions, known, {})
    told = Counter(known.event_of[p.passage.article] for p in positions)
    event = told.most_common(1)[0][0]
    if decision.kind != EVENTS_MAY_DIFFER:
        _check_one_event(decision, positions, known, event)
    return Disagreement(
        id=_id(decision.kind, event, positions),
        event=event,
        kind=decision.kind,
        about=decision.about,
        hardness=decision.hardness,
        score=1.0,
        reason="",
        because=ADDED if decision.confirmed else PROPOSED,
        positions=positions,
        status="editorial" if decision.confirmed else "proposed",
        note=decision.note,
        actors=_concerned(positions, known.cast),
    )


def _id(kind: str, event: str, positions: Sequence[Position]) -> str:
    """Made of the event and the exact passages, and never that of a machine finding."""
    spans = sorted((p.passage.article, p.passage.start, p.passage.end) for p in positions)
    return f"editor-{kind}-{hashlib.sha256(repr((event, spans)).encode()).hexdigest()[:10]}"


def _check_one_event(decision: DisagreementDecision, positions: Sequence[Position], known: _Known, event: str) -> None:
    for written, position in zip(decision.positions, positions, strict=True):
        other = known.event_of[position.passage.article]
        if other != event:
            message = f"The article {written.article!r} tells another event ({other}) than the rest ({event})."
            remedy = "Sources disagree on one event; what changed between two events is no disagreement."
            raise written.place.fault(message, remedy=remedy)


def _positions(written: Sequence[PositionDecision], known: _Known, near: Mapping[str, int]) -> tuple[Position, ...]:
    return tuple(_position(position, known, near.get(position.article, 0)) for position in written)


def _position(written: PositionDecision, known: _Known, near: int) -> Position:
    """The position with its exact place: of several places in the article text, the one nearest to offset `near`."""
    article = known.articles.get(written.article)
    if article is None:
        alike = process.extractOne(written.article, sorted(known.articles))
        raise written.place.fault(
            f"There is no article {written.article!r}.",
            remedy=f"Most like it: {alike[0]}." if alike else "There are no articles.",
        )
    if article.id not in known.event_of:
        raise written.place.fault(f"The article {article.id!r} tells no event.", remedy="Name it in events.yml.")
    start, end = min(_story_places(written, article), key=lambda span: abs(span[0] - near))
    passage = article.passage(start, end)
    decisive = places(passage.quote, written.says)
    if not decisive:
        return Position(passage=passage, says=passage.quote)
    low, high = decisive[0]
    return Position(passage=passage, says=passage.quote[low:high], differs=((start + low, start + high),))


def _story_places(written: PositionDecision, article: Article) -> list[tuple[int, int]]:
    """Where the quotation stands in the article text, at least once."""
    found = places_in(article, written.quote, written.place)
    outside = [p for p in article.paragraphs if p.role == "boilerplate"]
    inside = [(low, high) for low, high in found if not any(low < p.end and p.start < high for p in outside)]
    if not inside:
        message = f"These words are not article text in {article.path}: {written.quote!r}."
        raise written.place.fault(message, remedy="If they are, list them under `story:` in its front matter.")
    return inside


def _concerned(positions: Sequence[Position], cast: Cast) -> tuple[str, ...]:
    """Who is spoken of in the positions, in order of mention."""
    spans = [p.passage for p in positions]
    found = (
        mention.actor
        for span in spans
        for mention in cast.mentions
        if mention.article == span.article and span.start <= mention.start and mention.end <= span.end
    )
    return tuple(dict.fromkeys(found))


def _overtaken(
    added: Disagreement, settled: dict[str, Disagreement], decided: Mapping[str, Place]
) -> Iterator[Problem]:
    """Take out what the machine now finds of itself and the editor has already, and suggest to say so."""
    for finding in list(settled.values()):
        if finding.id not in decided and finding.kind == added.kind and _same_matter(finding, added):
            del settled[finding.id]
            place = decided[added.id]
            message = f"The machine finds this, too: {finding.id}. Only yours is shown."
            remedy = f"You may write `confirm: {finding.id}` instead."
            yield Problem(severity="suggestion", file=place.file, line=place.line, message=message, remedy=remedy)


def _same_matter(one: Disagreement, other: Disagreement) -> bool:
    """Whether the decisive words of the two overlap in two articles or more."""
    shared = {
        a.passage.article
        for a in one.positions
        for b in other.positions
        if a.passage.article == b.passage.article and _overlap(a, b)
    }
    return one.event == other.event and len(shared) > 1


def _overlap(one: Position, other: Position) -> bool:
    return any(low < end and start < high for low, high in _decisive(one) for start, end in _decisive(other))


def _decisive(position: Position) -> tuple[tuple[int, int], ...]:
    return position.differs or ((position.passage.start, position.passage.end),)


def _stale_corrections(entries: Sequence[CorrectionEntry], events: Sequence[Event]) -> Iterator[Problem]:
    ids = [event.id for event in events]
    for entry in entries:
        if entry.correction.event and entry.correction.event not in ids:
            alike = process.extractOne(entry.correction.event, ids)
            yield Problem(
                severity="error",
                file=entry.place.file,
                line=entry.place.line,
                message=f"There is no event {entry.correction.event!r}.",
                remedy=f"Most like it: {alike[0]}." if alike else "There are no events.",
            )
