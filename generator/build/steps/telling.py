"""An event with all that is known of its own articles: what every step of an event's grain looks at."""

from collections import defaultdict

from msgspec.structs import replace

from generator.account.dates.resolving import resolve_dates
from generator.account.quotations.contested import without_contested
from generator.account.quotations.misprints import as_printed_elsewhere
from generator.account.quotations.speakers import name_speakers
from generator.build.steps.account import Account
from generator.model.actors import Cast, Mention, Quotation
from generator.model.analysis import Analysis
from generator.model.readings import EventReadings
from generator.model.record import Record
from generator.model.story import DateMention, Dating, Dependence, Event, Material
from generator.model.text import Article
from generator.readings.speakers import read_speakers
from generator.readings.valid import World


class Telling(Record, frozen=True):
    """One event, its articles in their order, and their part of all else that is known of the folder."""

    event: Event
    articles: tuple[Article, ...]
    cast: Cast
    datings: dict[str, Dating]
    dependences: tuple[Dependence, ...] = ()
    readings: tuple[EventReadings, ...] = ()


def speakers(telling: Telling, accounts: dict[str, Account]) -> dict[str, tuple[Quotation, ...]]:
    """The quotations of each article with their speakers, by article id."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in telling.cast.mentions:
        named[mention.article].append(mention)
    found = {
        a.id: name_speakers(accounts[a.id].quotations, replace(telling.cast, mentions=tuple(named[a.id])))
        for a in telling.articles
    }
    found = without_contested(found, telling.cast)
    read = read_speakers(found, telling.cast, World(telling.readings, telling.articles, cast=telling.cast))
    return as_printed_elsewhere(read, telling.cast)


def dates_of(telling: Telling, accounts: dict[str, Account]) -> dict[str, tuple[DateMention, ...]]:
    """The date expressions of each article, resolved, by article id."""
    return {a.id: resolve_dates(a, accounts[a.id].mentions, telling.datings[a.id]) for a in telling.articles}


def material_of(
    telling: Telling,
    analyses: dict[str, Analysis],
    accounts: dict[str, Account],
    quotations: dict[str, tuple[Quotation, ...]],
) -> Material:
    """All that is known of one event."""
    return Material(
        event=telling.event,
        articles=telling.articles,
        analyses=analyses,
        cast=telling.cast,
        quotations={article.id: quotations[article.id] for article in telling.articles},
        dates=dates_of(telling, accounts),
        datings=telling.datings,
        dependences=telling.dependences,
        quantities={name: account.quantities for name, account in accounts.items()},
    )
