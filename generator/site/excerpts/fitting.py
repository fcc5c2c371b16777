"""Which passages the site may show: all that want to be shown, in order of what they are worth, against the ledger."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.matching.locate import count_words, places
from generator.model.record import Record
from generator.model.site import Site
from generator.model.story import Disagreement, Fact, Position
from generator.model.text import Passage
from generator.site.excerpts.ledger import Ledger

# Where a clause may end: a sign of punctuation with its closing marks, or a dash, before a space.
_CLAUSE_END = re.compile(r"[,.;:!?…—–][\"'”’»)\]]*(?=\s)|(?=\s[—–-]\s)")
_TOKEN = re.compile(r"\S+")
_LEAST = 5  # words that a clause needs to make sense alone


# Nearly all passages of a site are asked for again at the next change of its preview.
@lru_cache(maxsize=1 << 14)
def shorten(body: str, span: tuple[int, int], most: int, keep: tuple[int, int] | None = None) -> tuple[int, int]:
    """A part of `body[start:end]` of at most `most` words: clauses where possible, words where not.

    It begins where the span begins, or, when that leaves out the words `keep`, as late as needed to hold them. Never is
    a number or a compound cut in two.
    """
    start, end = span
    if count_words(body, start, end) <= most:
        return span
    low, high = keep or (start, start)
    stops = [found.end() for found in _CLAUSE_END.finditer(body, start, end)]
    for begin in (start, *(_next_token(body, stop, end) for stop in stops)):
        if begin > low:
            break
        ends = [stop for stop in stops if stop >= high and _LEAST <= count_words(body, begin, stop) <= most]
        if ends:
            return begin, max(ends)
    return _window(body, span, most, (low, high))


def _next_token(body: str, offset: int, end: int) -> int:
    found = _TOKEN.search(body, offset, end)
    return found.start() if found else end


def _window(body: str, span: tuple[int, int], most: int, keep: tuple[int, int]) -> tuple[int, int]:
    """As many whole tokens as `most` words allow: those of `keep`, then those after them, then those before."""
    tokens = [found.span() for found in _TOKEN.finditer(body, *span)]
    first = last = max((n for n, (start, _) in enumerate(tokens) if start <= keep[0]), default=0)

    def fits(low: int, high: int) -> bool:
        return count_words(body, tokens[low][0], tokens[high][1]) <= most

    while last + 1 < len(tokens) and fits(first, last + 1):
        last += 1
    while first > 0 and fits(first - 1, last):
        first -= 1
    return tokens[first][0], tokens[last][1]


_TIGHT = (20, 12)  # words of a position for which there is less room: a clause, or its core
_OPENING = 2  # facts of an event without which its page would not say what happened
_FIRST_FACTS = 3  # of an event, in the order that the facts come in: the most important first


class Verdicts(Record, frozen=True):
    """What may be shown.

    `parts` gives, for each passage that wants to be shown by itself, the part of it that may be, or None. `positions`
    gives the part of each position that may be; one that may not is missing. `staying` are the ids of the disagreements
    that may stay, `left_out` the passages that a page would have shown, in order of worth.
    """

    parts: dict[Passage, Passage | None]
    positions: dict[Position, Passage]
    staying: frozenset[str]
    left_out: tuple[Passage, ...]


def headlines(site: Site) -> Iterator[Passage]:
    """The headlines in the articles' texts: a source cannot be named without its title, so they are always shown."""
    for article in site.articles:
        for paragraph in article.paragraphs:
            if paragraph.role == "headline":
                yield article.passage(paragraph.start, paragraph.end)


def fixed_texts(site: Site) -> Iterator[str]:
    """What is said of articles and events in any case, and may quote a few words of them."""
    for article in site.articles:
        yield from filter(None, (article.title, article.note))
    for dating in site.datings:
        yield from (dating.reason, dating.story_reason)
    for event in site.events:
        yield from (event.title, event.date_reason)
    yield from (dependence.reason for dependence in site.dependences)


def weigh(site: Site, ledger: Ledger, quotation_words: int) -> Verdicts:
    """The verdict on every passage of the site, the most worth first."""
    weighing = _Weighing(site, ledger, quotation_words)
    ordered = sorted(site.disagreements, key=_worth)
    for passage in _opening(site):
        weighing.show(passage)
    staying = frozenset(d.id for d in ordered if weighing.let_in(d))
    weighing.grow()
    seen = list(_seen(site))
    for passage in (*seen, *_unseen(site)):
        weighing.show(passage)
    lost = [p.passage for d in ordered for p in d.positions if p not in weighing.positions]
    left_out = dict.fromkeys((*lost, *(passage for passage in seen if weighing.parts[passage] is None)))
    return Verdicts(parts=weighing.parts, positions=weighing.positions, staying=staying, left_out=tuple(left_out))


def _worth(disagreement: Disagreement) -> tuple[bool, bool, float, str]:
    return not disagreement.by_editor, disagreement.hardness != "hard", *disagreement.likeliest


class _Weighing:
    """Where passages come in and verdicts go out: `parts` and `positions` fill as the ledger does."""

    def __init__(self, site: Site, ledger: Ledger, most: int) -> None:
        self._articles = {article.id: article for article in site.articles}
        self._ledger = ledger
        self._most = most
        self.parts: dict[Passage, Passage | None] = {}
        self.positions: dict[Position, Passage] = {}

    def let_in(self, disagreement: Disagreement) -> bool:
        """Show its positions, as short as need be; those for which there is no room at all are left out.

        False, and nothing shown, when fewer than two articles have their say.
        """
        for most in (self._most, *_TIGHT):
            parts = {position: self._position(position, most) for position in disagreement.positions}
            if self._ledger.admit(parts.values()):
                self.positions |= parts
                return True
        room = {position: part for position, part in parts.items() if self._ledger.fits([part])}
        if len({part.article for part in room.values()}) < 2 or not self._ledger.admit(room.values()):
            return False
        self.positions |= room
        return True

    def show(self, passage: Passage) -> None:
        """Show the passage if there is room."""
        if passage not in self.parts:
            part = self._shortened(passage, self._most)
            self.parts[passage] = part if self._ledger.admit([part]) else None

    def grow(self) -> None:
        """Show the positions that were shortened at full length, where that is shown elsewhere or there is room."""
        for position in self.positions:
            whole = self._position(position, self._most)
            if self._ledger.admit([whole]):
                self.positions[position] = whole

    def _position(self, position: Position, most: int) -> Passage:
        return self._shortened(position.passage, most, _decisive(position))

    def _shortened(self, passage: Passage, most: int, keep: tuple[int, int] | None = None) -> Passage:
        article = self._articles[passage.article]
        if article.rights == "full":
            return passage
        return article.passage(*shorten(article.body, (passage.start, passage.end), min(most, self._most), keep))


def _decisive(position: Position) -> tuple[int, int] | None:
    """The words of a position that decide, as offsets of the body."""
    marked = position.differs or [
        (position.passage.start + low, position.passage.start + high)
        for low, high in places(position.passage.quote, position.says)[:1]
    ]
    return (min(low for low, _ in marked), max(high for _, high in marked)) if marked else None


def _opening(site: Site) -> Iterator[Passage]:
    """What a page begins with: the first facts of an event that several articles tell, or how each article begins."""
    reached: Counter[str] = Counter()
    for fact in site.facts:
        reached[fact.event] += fact.articles > 1
        if fact.articles > 1 and reached[fact.event] <= _OPENING and fact.passages:
            yield fact.passages[0]
    for event in site.events:
        if not reached[event.id] and len(event.articles) > 1:
            yield from event.openings


def _seen(site: Site) -> Iterator[Passage]:
    """What pages show besides disagreements, most worth first.

    What sources tell together begins a page. Where an event is and who somebody is take few words and come before other
    facts. What only one source tells comes last, but for an event's first facts: it would take all the room there is.
    """
    leading, further = _facts_by_worth(site)
    yield from (fact.passages[0] for fact in leading if fact.articles > 1 and fact.passages)
    yield from (q.passage for q in site.quotations if q.direct and q.speech)
    yield from (e.place_passage for e in site.events if e.place_passage)
    yield from (description.passage for actor in site.cast.actors for description in actor.descriptions)
    yield from _told(leading)
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
