"""The events of a folder, each with what is known of its own articles, and the steps that look at one event."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, TypeVar

import msgspec

from generator.account.dates.resolving import resolve_dates
from generator.build import table
from generator.build.casts import Casts
from generator.build.steps.account import Account
from generator.build.steps.history import History
from generator.build.steps.telling import Telling, material_of
from generator.build.workshop import Kin, Workshop
from generator.matching.compared import compared
from generator.matching.terms import Terms
from generator.model.actors import Cast, Quotation
from generator.model.analysis import Analysis
from generator.model.readings import EventReadings
from generator.model.record import Record
from generator.model.story import (
    DateMention,
    Dating,
    Dependence,
    Disagreement,
    Event,
    Fact,
    Material,
)
from generator.model.text import Article
from generator.readings.valid import Shelf
from generator.story.events import Group, counted, in_order, may_be_in_passing, salient

T = TypeVar("T")


class Known(Record, frozen=True):
    """What is known of each article before any two are compared; dictionaries by article id.

    `readings` are a second reader's files, `unread` the languages that no model reads.
    """

    articles: dict[str, Article]
    analyses: Kin[Analysis]
    accounts: Kin[Account]
    terms: Kin[Terms]
    datings: dict[str, Dating]
    cast: Cast
    readings: tuple[EventReadings, ...] = ()
    unread: frozenset[str] = frozenset()

    def dates(self) -> dict[str, tuple[DateMention, ...]]:
        """The date expressions of each article, resolved."""
        return {
            name: resolve_dates(article, self.accounts[name].mentions, self.datings[name])
            for name, article in self.articles.items()
        }


def name_events(workshop: Workshop, known: Known, groups: Sequence[Group]) -> tuple[Event, ...]:
    """The events that groups of articles tell, in time, with ids of their own."""
    actors = counted(known.articles, known.cast)
    passing = {a.id for a in known.cast.actors if a.status == "detected" and may_be_in_passing(a)}
    rows = []
    for group in groups:
        articles = tuple(known.articles[name] for name in group.articles)
        datings = {name: known.datings[name] for name in group.articles}
        told = salient([actors[name] for name in group.articles], passing)
        rows.append((articles, _part(known.analyses, compared(articles)), datings, told, group.decision))
    return in_order(kept.get() for kept in workshop.run(table.EVENT, rows, [group.articles[0] for group in groups]))


class Stories:
    """The steps that look at one event, for all `events`."""

    def __init__(
        self, workshop: Workshop, known: Known, events: Sequence[Event], dependences: Sequence[Dependence] = ()
    ) -> None:
        self._workshop = workshop
        order = {name: number for number, name in enumerate(known.articles)}
        self.events = events
        self._own = [sorted(event.articles, key=order.__getitem__) for event in events]
        self._analyses = [_part(known.analyses, own) for own in self._own]
        self._accounts = [_part(known.accounts, own) for own in self._own]
        self.tellings = _tellings(known, events, self._own, dependences)
        rows = list(zip(self.tellings, self._accounts, strict=True))
        self.speakers = workshop.run(table.SPEAKERS, rows, self._about)
        self._groups = [_groups(telling, known.unread) for telling in self.tellings]

    @property
    def _about(self) -> list[str]:
        return [event.id for event in self.events]

    def quotations(self) -> dict[str, tuple[Quotation, ...]]:
        """The quotations of each article with their speakers, by article id."""
        return {name: found for kept in self.speakers for name, found in kept.get().items()}

    def history(self) -> list[History]:
        """The background and the openings of each event."""
        read = [_read(telling, chain.from_iterable(groups)) for telling, groups in self._pairs()]
        names = [[article.id for article in telling.articles] for telling in read]
        analyses = [_part(analyses, own) for analyses, own in zip(self._analyses, names, strict=True)]
        accounts = [_part(accounts, own) for accounts, own in zip(self._accounts, names, strict=True)]
        rows = list(zip(read, analyses, accounts, strict=True))
        return [kept.get() for kept in self._workshop.run(table.HISTORY, rows, self._about)]

    def compared(self, limit: int) -> tuple[Disagreement, ...]:
        """The at most `limit` disagreements of each event, event by event."""
        rows = [(*row, limit) for _, row in self._rows()]
        kept = self._workshop.run(table.COMPARE, rows, self._about_rows)
        return tuple(chain.from_iterable(each.get() for each in kept))

    def facts(self, disagreements: Sequence[Disagreement]) -> tuple[Fact, ...]:
        """The facts of each event, event by event; what the disagreements are about is none."""
        kept = self._workshop.run(table.FACTS, self._rows_beside(disagreements), self._about_rows)
        found = (
            (fact, len(self._own[number]) == len(telling.articles))
            for (number, (telling, *_)), each in zip(self._rows(), kept, strict=True)
            for fact in each.get()
        )
        # What is in one source only cannot be said where others were not compared with it.
        return tuple(fact for fact, all_of_them in found if all_of_them or fact.articles > 1)

    def _rows_beside(self, disagreements: Sequence[Disagreement]) -> list[tuple[object, ...]]:
        about: dict[str, list[Disagreement]] = defaultdict(list)
        for disagreement in disagreements:
            about[disagreement.event].append(disagreement)
        return [(*row, tuple(about[self.events[number].id])) for number, row in self._rows()]

    def material(self, number: int) -> Material:
        """All that the comparison may look at for one of the events."""
        analyses, accounts = dict(self._analyses[number]), dict(self._accounts[number])
        return material_of(self.tellings[number], analyses, accounts, self.speakers[number].get())

    def _pairs(self) -> list[tuple[Telling, list[list[str]]]]:
        return list(zip(self.tellings, self._groups, strict=True))

    @property
    def _about_rows(self) -> list[str]:
        return [self.events[number].id for number, _ in self._rows()]

    def _rows(self) -> list[tuple[int, tuple[Any, ...]]]:
        """What is compared: each event's articles of one language together, with the number of the event."""
        return [
            (
                number,
                (
                    _read(telling, group),
                    _part(self._analyses[number], group),
                    _part(self._accounts[number], group),
                    self.speakers[number],
                ),
            )
            for number, (telling, groups) in enumerate(self._pairs())
            for group in groups
        ]


def _groups(telling: Telling, unread: frozenset[str]) -> list[list[str]]:
    """The articles of an event by language, those of the commonest first; none that no model reads, nor too many."""
    groups: dict[str, list[Article]] = {}
    for article in telling.articles:
        if article.spoken not in unread:
            groups.setdefault(article.spoken, []).append(article)
    return [list(compared(group)) for group in sorted(groups.values(), key=len, reverse=True)]


def _read(telling: Telling, names: Iterable[str]) -> Telling:
    """The telling with the articles `names` alone."""
    kept = set(names)
    if len(kept) == len(telling.articles):
        return telling
    return msgspec.structs.replace(
        telling,
        articles=tuple(article for article in telling.articles if article.id in kept),
        dependences=tuple(d for d in telling.dependences if d.article in kept and d.on in kept),
    )


def _tellings(
    known: Known, events: Sequence[Event], members: Sequence[Sequence[str]], dependences: Sequence[Dependence]
) -> list[Telling]:
    """Each event with its articles in the order of the folder, and its part of everything else."""
    casts = Casts(known.cast)
    shelf = Shelf(known.readings)
    leaning: dict[str, list[Dependence]] = defaultdict(list)
    for dependence in dependences:
        leaning[dependence.article].append(dependence)
    return [
        Telling(
            event=event,
            articles=tuple(known.articles[name] for name in own),
            cast=casts.of(own),
            datings={name: known.datings[name] for name in own},
            dependences=tuple(d for name in own for d in leaning[name] if d.on in members_of),
            readings=shelf.files_of(own),
        )
        for event, own in zip(events, members, strict=True)
        for members_of in [set(own)]
    ]


def _part(kin: Kin[T], names: Sequence[str]) -> Kin[T]:
    return Kin({name: kin.kept[name] for name in names})
