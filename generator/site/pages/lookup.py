"""A finished site seen from all sides: who is named where, which facts an event has, what an outlet is called."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from generator.matching.leaning import leaning
from generator.matching.names import split_name
from generator.model.actors import Actor, Mention, Quotation
from generator.model.site import Correction, Excerpt, Site
from generator.model.story import Dating, Dependence, Disagreement, Event, Fact
from generator.model.text import Article, Passage
from generator.site.addresses import Addresses, addresses_of
from generator.site.pages.inert import shortened
from generator.site.pages.spans import in_time
from generator.site.parts import Part, day_of_part
from generator.site.words import Words

K = TypeVar("K")
V = TypeVar("V")

LONGEST_TITLE = 200
"""Characters; what is longer is no headline but a mistake in a file."""

LONGEST_LABEL = 60
"""Characters of an outlet's name where it stands beside words; its own page has it whole."""

HEADLINE_WORDS = 5
"""So many words of a headline tell two articles of one outlet apart."""


class Lookup:
    """A site with its phrases and addresses; `edit` gives the place of a record in the editor's files, or is None.

    Its keys are `event:<id>`, `actor:<id>`, `disagreement:<id>` and `article:<id>`.
    """

    def __init__(self, site: Site, words: Words, edit: Mapping[str, str] | None = None) -> None:
        self.site, self.words, self.edit = site, words, edit
        self.articles: dict[str, Article] = {article.id: article for article in site.articles}
        self.actors: dict[str, Actor] = {actor.id: actor for actor in site.cast.actors}
        self.events: dict[str, Event] = {event.id: event for event in site.events}
        self.datings: dict[str, Dating] = {dating.article: dating for dating in site.datings}
        self.excerpts: dict[str, Excerpt] = {excerpt.article: excerpt for excerpt in site.excerpts}

    @cached_property
    def addresses(self) -> Addresses:
        """Where everything stands."""
        return addresses_of(self.site)

    @cached_property
    def timeline(self) -> tuple[Event, ...]:
        """The events in order of time; those without a date come last."""
        return tuple(sorted(self.site.events, key=lambda event: (in_time(event.date), event.id)))

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each event in the order of time."""
        return {event.id: place for place, event in enumerate(self.timeline)}

    @cached_property
    def event_of(self) -> dict[str, Event]:
        """The event that an article tells."""
        return {article: event for event in self.site.events for article in event.articles}

    @cached_property
    def letters(self) -> dict[str, list[Actor]]:
        """The actors by the part of the index that each stands in, the parts in their order."""
        parts = self.addresses.letters
        return _in_parts((parts[actor.id], actor) for actor in self.site.cast.actors if parts)

    @cached_property
    def months(self) -> dict[str, list[Event]]:
        """The events by the part of the index that each stands in, in order of time."""
        parts = self.addresses.months
        return _in_parts((parts[event.id], event) for event in self.timeline if parts)

    @cached_property
    def issues(self) -> dict[str, list[Article]]:
        """The articles by the part of the index that each stands in."""
        parts = self.addresses.issues
        return _in_parts((parts[article.id], article) for article in self.site.articles if parts)

    def part_name(self, part: Part) -> str:
        """What a month or a day of an index is called, or what of it begins with some letters."""
        day, letters = day_of_part(part)
        told = self.words.date(day)
        return f"{told}, {letters}" if letters else told

    @cached_property
    def families(self) -> dict[str, list[Actor]]:
        """The persons by the last word of their names."""
        persons = ((split_name(actor.name), actor) for actor in self.site.cast.actors if actor.kind == "person")
        return _grouped((words[-1], actor) for words, actor in persons if words)

    @cached_property
    def events_with(self) -> dict[str, list[Event]]:
        """The events of an actor, in order of time."""
        return _grouped((actor, event) for event in self.timeline for actor in event.actors)

    @cached_property
    def facts(self) -> dict[str, list[Fact]]:
        """The facts of an event."""
        return _grouped((fact.event, fact) for fact in self.site.facts)

    @cached_property
    def disagreements(self) -> dict[str, list[Disagreement]]:
        """The disagreements of an event: hard ones first, in each group best first."""
        grouped = _grouped((item.event, item) for item in self.site.disagreements)
        return {event: sorted(items, key=self._place_in_event) for event, items in grouped.items()}

    def _place_in_event(self, item: Disagreement) -> tuple[int, str]:
        """The order within an event: what the editor pinned, then hard ones; the rest stay as they came."""
        event = self.events.get(item.event)
        pinned = event.pinned if event else ()
        return (pinned.index(item.id) if item.id in pinned else len(pinned), item.hardness)

    @cached_property
    def disagreements_about(self) -> dict[str, list[Disagreement]]:
        """The disagreements that concern an actor."""
        return _grouped((actor, item) for item in self.site.disagreements for actor in item.actors)

    @cached_property
    def quotations(self) -> dict[str, list[Quotation]]:
        """The direct quotations of an article, speech only."""
        spoken = (item for item in self.site.quotations if item.direct and item.speech)
        return _grouped((item.passage.article, item) for item in spoken)

    @cached_property
    def quotations_by(self) -> dict[str, list[Quotation]]:
        """The direct quotations of an actor."""
        return _grouped((item.speaker, item) for group in self.quotations.values() for item in group if item.speaker)

    @cached_property
    def leans(self) -> dict[str, list[Dependence]]:
        """What an article surely leans on."""
        return _grouped((dependence.article, dependence) for dependence in leaning(self.site.dependences))

    @cached_property
    def names(self) -> dict[str, list[Mention]]:
        """The places of an article where an actor is spoken of by name, in text order."""
        known = (item for item in self.site.cast.mentions if item.form in ("name", "acronym"))
        grouped = _grouped((item.article, item) for item in known if item.actor in self.actors)
        return {article: sorted(items, key=lambda item: (item.start, -item.end)) for article, items in grouped.items()}

    def names_within(self, passage: Passage) -> list[Mention]:
        """The names that stand wholly within a passage, none overlapping another."""
        names = self.names.get(passage.article, [])
        found: list[Mention] = []
        for name in names[bisect_left(names, passage.start, key=lambda item: item.start) :]:
            if name.start >= passage.end:
                break
            if name.end <= passage.end and (not found or name.start >= found[-1].end):
                found.append(name)
        return found

    def compared(self, passage: Passage) -> set[str]:
        """The disagreements over the words of a quotation that quote some of a passage."""
        return {
            id_
            for id_, position in self.quote_positions.get(passage.article, [])
            if position.start < passage.end and passage.start < position.end
        }

    @cached_property
    def quote_positions(self) -> dict[str, list[tuple[str, Passage]]]:
        """What disagreements over the words of quotations quote of an article, each with its id."""
        over_quotes = (item for item in self.site.disagreements if item.kind == "quote")
        return _grouped((p.passage.article, (item.id, p.passage)) for item in over_quotes for p in item.positions)

    def title(self, event: Event) -> str:
        """The title of an event, cut if it is of no sensible length."""
        return shortened(event.title, LONGEST_TITLE)

    def headline(self, article: str) -> str:
        """The headline of an article, cut if it is of no sensible length; "" if it has none."""
        return shortened(self.articles[article].title or "", LONGEST_TITLE)

    def corrections(self, event: str | None = None) -> list[Correction]:
        """All public corrections, or those of one event, the latest first."""
        listed = (item for item in self.site.corrections if event in (None, item.event))
        return sorted(listed, key=lambda item: item.date, reverse=True)

    def published(self, article: str) -> str:
        """The EDTF date of an article, "" when it is not known."""
        dating = self.datings.get(article)
        return (dating.published if dating else "") or self.articles[article].published or ""

    @cached_property
    def labels(self) -> dict[str, str]:
        """What to call each article: its outlet, or else its author's article, or else "unnamed outlet".

        Where two of one event or one disagreement would share a name, their dates or headlines tell them apart.
        """
        plain = {article.id: self._plain_label(article) for article in self.site.articles}
        namesakes: dict[str, set[str]] = defaultdict(set)
        for group in self._side_by_side():
            for article in group:
                namesakes[article] |= {other for other in group if plain[other] == plain[article]}
        return {
            id_: self._longer_label(id_, namesakes[id_]) if len(namesakes[id_]) > 1 else plain[id_] for id_ in plain
        }

    @cached_property
    def short_labels(self) -> dict[str, str]:
        """What to call an article among those of its own event: the plain name, if no other of them bears it."""
        short = dict(self.labels)
        for event in self.site.events:
            plain = {id_: self._plain_label(self.articles[id_]) for id_ in event.articles if id_ in self.articles}
            for id_, label in plain.items():
                if list(plain.values()).count(label) == 1:
                    short[id_] = label
        return short

    def _side_by_side(self) -> Iterator[set[str]]:
        """Articles that are named beside each other: those of an event, those of a disagreement."""
        for event in self.site.events:
            yield set(event.articles)
        for disagreement in self.site.disagreements:
            yield {position.passage.article for position in disagreement.positions}

    def _plain_label(self, article: Article) -> str:
        if article.outlet or not article.byline:
            return shortened(article.outlet or self.words.say("outlet_unnamed"), LONGEST_LABEL)
        return self.words.say("article_by", name=shortened(article.byline, LONGEST_LABEL))

    def _headline_label(self, article: Article) -> str:
        words = self.headline(article.id).split()
        if not words:
            return article.id
        return f"“{' '.join(words[:HEADLINE_WORDS])}{'…' if len(words) > HEADLINE_WORDS else ''}”"

    def _longer_label(self, article: str, namesakes: set[str]) -> str:
        plain = self._plain_label(self.articles[article])
        dates = [self.published(other) for other in namesakes]
        if all(dates) and len(set(dates)) == len(dates):
            return f"{plain}, {self.words.date(self.published(article))}"
        return f"{plain}, {self._headline_label(self.articles[article])}"


def _in_parts(pairs: Iterable[tuple[str, V]]) -> dict[str, list[V]]:
    """Things by part, the parts in their order, what has none last."""
    grouped = _grouped(pairs)
    return {part: grouped[part] for part in sorted(grouped, key=lambda part: (part == "", part))}


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    grouped: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        grouped[key].append(value)
    return dict(grouped)
