"""Which passages the site may show: all that want to be shown, in order of what they are worth, against the ledger."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.excerpts.ledger import Ledger
from generator.excerpts.shorten import shorten
from generator.model.record import Record
from generator.model.site import Site
from generator.model.story import Disagreement, Fact, Position
from generator.model.text import Article, Passage

_FIRST_FACTS = 3  # of an event, in the order that the facts come in: the most important first


class Verdicts(Record, frozen=True):
    """What may be shown.

    `parts` gives, for each passage that wants to be shown, the part of it that may be, or None. `staying` are the ids
    of the disagreements that may stay, `left_out` the passages that a page would have shown, in order of worth.
    """

    parts: dict[Passage, Passage | None]
    staying: frozenset[str]
    left_out: tuple[Passage, ...]


def headlines(site: Site) -> Iterator[Passage]:
    """The headlines in the articles' texts: a source cannot be named without its title, so they are always shown."""
    for article in site.articles:
        for paragraph in article.paragraphs:
            if paragraph.role == "headline":
                yield article.passage(paragraph.start, paragraph.end)


def weigh(site: Site, ledger: Ledger, quotation_words: int) -> Verdicts:
    """The verdict on every passage of the site, the most worth first."""
    articles = {article.id: article for article in site.articles}
    parts: dict[Passage, Passage | None] = {}
    staying = set()
    for disagreement in sorted(site.disagreements, key=_worth):
        fitted = _positions_that_fit(disagreement, articles, ledger, quotation_words)
        if fitted:
            staying.add(disagreement.id)
        for position in disagreement.positions:
            parts[position.passage] = fitted.get(position.passage) or parts.get(position.passage)
    seen = list(_seen(site))
    for passage in (*seen, *_unseen(site)):
        if parts.get(passage) is None:
            shorter = _shortened(articles[passage.article], passage, quotation_words)
            parts[passage] = shorter if ledger.admit([shorter]) else None
    wanted = dict.fromkeys((*(p.passage for d in site.disagreements for p in d.positions), *seen))
    left_out = tuple(passage for passage in wanted if parts[passage] is None)
    return Verdicts(parts=parts, staying=frozenset(staying), left_out=left_out)


def _worth(disagreement: Disagreement) -> tuple[bool, bool, float, str]:
    by_editor = disagreement.status in {"confirmed", "editorial"}
    return disagreement.hardness != "hard", not by_editor, -disagreement.score, disagreement.id


def _positions_that_fit(
    disagreement: Disagreement, articles: Mapping[str, Article], ledger: Ledger, quotation_words: int
) -> dict[Passage, Passage]:
    """The positions that may be shown, shortened where needed; none if they are of fewer than two articles."""
    shorter = {
        position.passage: _shortened(
            articles[position.passage.article], position.passage, quotation_words, _decisive(position)
        )
        for position in disagreement.positions
    }
    if ledger.admit(shorter.values()):
        return shorter
    allowed = {p: part for p, part in shorter.items() if ledger.rights[p.article] != "withheld"}
    while len({p.article for p in allowed}) > 1:
        if ledger.admit(allowed.values()):
            return allowed
        allowed.popitem()
    return {}


def _decisive(position: Position) -> tuple[int, int] | None:
    if not position.differs:
        return None
    return min(start for start, _ in position.differs), max(end for _, end in position.differs)


def _seen(site: Site) -> Iterator[Passage]:
    """What pages show besides disagreements, most worth first.

    Where an event is and who somebody is take few words and come before facts. What only one source tells comes last,
    but for an event's first facts: it would take all the room there is.
    """
    leading, further = _facts_by_worth(site)
    yield from (q.passage for q in site.quotations if q.direct and q.speech)
    yield from (e.place_passage for e in site.events if e.place_passage)
    yield from (description.passage for actor in site.cast.actors for description in actor.descriptions)
    yield from _told(leading)
    yield from (point.passage for change in site.changes for point in change.points)
    yield from (passage for meeting in site.meetings for passage in meeting.passages)
    yield from (passage for event in site.events for item in event.background for passage in item.passages)
    yield from _told(further)


def _unseen(site: Site) -> Iterator[Passage]:
    """What stands in data files alone."""
    yield from (q.passage for q in site.quotations if not (q.direct and q.speech))
    yield from (passage for leaning in site.dependences for pair in leaning.evidence for passage in pair)


def _facts_by_worth(site: Site) -> tuple[list[Fact], list[Fact]]:
    """The facts that several sources tell or that an event begins with, and the others."""
    leading: list[Fact] = []
    further: list[Fact] = []
    reached: Counter[str] = Counter()
    for fact in site.facts:
        reached[fact.event] += 1
        is_leading = fact.articles > 1 or reached[fact.event] <= _FIRST_FACTS
        (leading if is_leading else further).append(fact)
    return leading, further


def _told(facts: Iterable[Fact]) -> Iterator[Passage]:
    """Each fact in the words of one source, then in those of the others that tell it."""
    ordered = sorted(facts, key=lambda fact: -fact.independent)
    yield from (fact.passages[0] for fact in ordered if fact.passages)
    yield from (passage for fact in ordered for passage in fact.passages[1:])


def _shortened(article: Article, passage: Passage, most: int, keep: tuple[int, int] | None = None) -> Passage:
    if article.rights == "full":
        return passage
    return article.passage(*shorten(article.body, (passage.start, passage.end), most, keep))
