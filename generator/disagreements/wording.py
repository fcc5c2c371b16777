"""A finding as a reader sees it: what it is about, each article's passage, and the words that decide."""

from collections.abc import Mapping, Sequence

from generator.disagreements.finding import about_line, finding_id, leaning_note
from generator.disagreements.kinds import CONTRASTS
from generator.disagreements.ranking.gather import Finding
from generator.disagreements.ranking.space import Space
from generator.disagreements.reading.phrases import telling_phrase, topic
from generator.disagreements.reading.side import Side, Span
from generator.disagreements.reading.views import Views
from generator.disagreements.reading.windows import passage_of
from generator.model.story import Disagreement, Kind, Material, Position

_HEADINGS: Mapping[Kind, str] = {
    "attribution": "On whose word",
    "cause": "Reason or purpose",
    "date": "When",
    "label": "What it is called",
    "outcome": "What happened",
    "quote": "How it is quoted",
    "update": "How far it had got",
    "who": "Who or where",
}
# Of these kinds both can hardly be right.
_HARD = frozenset({"date", "outcome", "who"})
# Where one matter is told in other words, and the difference cannot be named.
_UNNAMED = "How it is put"


def disagreement_of(material: Material, space: Space, views: Views, finding: Finding) -> Disagreement | None:
    """The card of a finding: of a difference that can be named, or of one matter put in different words.

    None when it cannot be said what the claims have in common: a reader could not tell why they stand together.
    """
    subject = _subject(views, finding)
    if not subject:
        return None
    spans = _deciding(views, finding)
    members = _shown(finding, spans)
    positions = []
    for member in members:
        side = _side(material, space, member, members, spans.get(member))
        spans[member] = spans.get(member) or telling_phrase(side, _met(views, finding, member), space.weights)
        positions.append(Position(passage=side.passage, says=side.words(spans[member]), differs=(spans[member],)))
    kind, heading, reason = _told(views, finding, spans, subject)
    return Disagreement(
        id=finding_id(kind, material.event.id, positions),
        event=material.event.id,
        kind=kind,
        about=about_line(f"{heading}: {subject}"),
        hardness="hard" if kind in _HARD else "soft",
        score=round(float(finding.worth), 3),
        reason=reason,
        positions=tuple(positions),
        note=leaning_note(material, positions),
        actors=tuple(sorted(frozenset().union(*(space.claims[member].actors for member in members)))),
        features={name: round(float(value), 3) for name, value in finding.pair.features.items() if value},
    )


def _subject(views: Views, finding: Finding) -> str:
    named = finding.contrast.subject if finding.contrast is not None else ""
    return named or topic(views.view(finding.pair.i, finding.pair.j))


def _told(views: Views, finding: Finding, spans: Mapping[int, Span], subject: str) -> tuple[Kind, str, str]:
    """The kind, the heading and the reason."""
    named = finding.contrast
    if named is not None:
        return named.kind, _HEADINGS[named.kind], named.reason
    one, other = (views.side(n).words(spans[n]) for n in (finding.pair.i, finding.pair.j))
    return "label", _UNNAMED, f"Each tells of {subject} in its own words: “{one}”, “{other}”."


def _deciding(views: Views, finding: Finding) -> dict[int, Span]:
    """The deciding words of each member that differs in the named respect from one of the two main claims."""
    if finding.contrast is None:
        return {}
    pair, look = finding.pair, CONTRASTS[finding.contrast.kind]
    spans = {pair.i: finding.contrast.one, pair.j: finding.contrast.other}
    for member in sorted(set(finding.members) - set(spans)):
        found = [
            (told.strength, told.other)
            for main in (pair.i, pair.j)
            if _article(views, main) != _article(views, member) and (told := look(views.view(main, member))) is not None
        ]
        if found:
            spans[member] = max(found)[1]
    return spans


def _article(views: Views, member: int) -> str:
    return views.side(member).claim.article


def _shown(finding: Finding, spans: Mapping[int, Span]) -> list[int]:
    """The members to show: of a named difference only those that take part in it."""
    return sorted(spans) if finding.contrast is not None else sorted(finding.members)


def _met(views: Views, finding: Finding, member: int) -> set[int]:
    """The tokens of a member that answer to words of a main claim of another article."""
    mains = [n for n in (finding.pair.i, finding.pair.j) if _article(views, n) != _article(views, member)]
    return {number for main in mains for number in views.view(main, member).alignment.back}


def _side(material: Material, space: Space, member: int, members: Sequence[int], keep: Span | None) -> Side:
    """A member with the passage to show of it, which bears on the members of other articles and holds `keep`."""
    claim = space.claims[member]
    article = next(article for article in material.articles if article.id == claim.article)
    analysis = material.analyses[claim.article]
    others = [space.claims[other] for other in members if space.claims[other].article != claim.article]
    return Side(claim, analysis, passage_of(article, analysis, claim, others, space.weights, keep=keep))
