"""The quotations of readings found in the articles of now, and what two cards have in common."""

from collections.abc import Iterable, Mapping, Sequence

from generator.matching.quoting import find_part, find_quote
from generator.model.readings import EventReadings, Quote
from generator.model.record import Record
from generator.model.site import Problem
from generator.model.story import Position
from generator.model.text import Article, Passage

_SAME_CORE = 0.5


class Stale(Record, frozen=True):
    """A quotation of a reading that is in its article no longer."""

    file: str
    line: int
    item: str
    article: str
    quote: str


def passage_of(quote: Quote, articles: Mapping[str, Article]) -> Passage | None:
    """Where the words of `quote` stand in their article now; None where they do not."""
    article = articles.get(quote.article)
    place = find_quote(article, quote.quote) if article else None
    return article.passage(place.start, place.end) if article and place else None


def position_of(quote: Quote, articles: Mapping[str, Article]) -> Position | None:
    """The quotation as a position with the words that decide marked; all of them where none are named."""
    passage = passage_of(quote, articles)
    if passage is None:
        return None
    part = find_part(passage.quote, quote.says) if quote.says else None
    if part is None:
        return Position(passage=passage, says=passage.quote)
    span = (passage.start + part.start, passage.start + part.end)
    return Position(passage=passage, says=passage.quote[part.start : part.end], differs=(span,))


def stale(file: EventReadings, item: str, quote: Quote) -> Stale:
    """The note that a quotation of `item` was not found."""
    return Stale(
        file=file.file, line=file.lines.get(quote.quote, 0), item=item, article=quote.article, quote=quote.quote
    )


def as_problem(found: Stale) -> Problem:
    """What the editor should know of it."""
    words = found.quote.split()
    short = " ".join(words[:12]) + (" …" if len(words) > 12 else "")
    return Problem(
        severity="warning",
        file=found.file,
        line=found.line,
        message=f"{found.item}: these words are no longer in {found.article}: “{short}”.",
        remedy="The finding is left out of what that article says. `parallax read` reads the event anew.",
    )


def core(position: Position) -> Passage:
    """The words of a position that decide."""
    if not position.differs:
        return position.passage
    return position.passage.part(min(low for low, _ in position.differs), max(high for _, high in position.differs))


def overlap(one: Passage, other: Passage) -> float:
    """The share of the longer passage that the two have in common."""
    common = min(one.end, other.end) - max(one.start, other.start) if one.article == other.article else 0
    return max(0, common) / max(1, one.end - one.start, other.end - other.start)


def shared(ours: Iterable[Passage], theirs: Sequence[Passage], least: float = 0.0) -> int:
    """In how many articles one of ours overlaps one of theirs by more than the share `least` of the longer."""
    return len({one.article for one in ours for other in theirs if overlap(one, other) > least})


def sameness(ours: Sequence[Position], theirs: Sequence[Position], *, same_kind: bool) -> float:
    """How surely two cards are of one matter, 0 when they are not.

    They are when in two articles their passages overlap and they are of one kind, or when the words that decide are
    mostly the same words, of whatever kind.
    """
    cores = shared([core(p) for p in ours], [core(p) for p in theirs], _SAME_CORE)
    passages = shared([p.passage for p in ours], [p.passage for p in theirs])
    if cores < 2 and (passages < 2 or not same_kind):
        return 0.0
    return cores + passages / 10 + same_kind / 100
