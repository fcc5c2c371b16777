"""The data file of a large site in parts: each record stands in one of them, and a list says what stands where."""

import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import TypeVar

from generator.model.actors import Cast
from generator.model.site import Problem, Site
from generator.site.addresses import published
from generator.site.export import VERSION, Exporter, written
from generator.site.parts import Part, by_date, by_name, file_of_part

MOST_WHOLE = 1000
"""Articles of a site whose data is one file: some 10 KB each."""
IN_A_PART = 500
ACTORS_IN_A_PART = 2000

FOLDER = "parts"
"""Where the parts lie, beside their list."""

T = TypeVar("T")


def data_parts(site: Site, address: str) -> dict[str, Callable[[], bytes]]:
    """The makers of the list of parts, which stands at `address`, and of the parts, by theirs; none of a small site.

    Events with what is told of them stand in the part of their month, or of their day where there are many; actors in
    that of their first letter. All parts and the list's problems together are the records of `export`.
    """
    if len(site.articles) <= MOST_WHOLE:
        return {}
    shares = _shares(site)
    exporter = cache(partial(Exporter, site, published=True))
    makers = {f"{name}.json": partial(_part, exporter, share) for name, share in shares.items()}
    parts = {f"{posixpath.dirname(address)}/{FOLDER}/{file}": make for file, make in makers.items()}
    return {address: partial(_list, exporter, shares, site.problems), **parts}


def _part(exporter: Callable[[], Exporter], share: Site) -> bytes:
    return written(exporter().document(share))


def _list(exporter: Callable[[], Exporter], shares: dict[str, Site], problems: tuple[Problem, ...]) -> bytes:
    parts = [
        {
            "file": f"{FOLDER}/{name}.json",
            "articles": len(share.articles),
            "events": len(share.events),
            "actors": len(share.cast.actors),
        }
        for name, share in shares.items()
    ]
    told = exporter().document(Site(problems=problems))
    return written({"version": VERSION, "parts": parts, "problems": told["problems"]})


def _shares(site: Site) -> dict[str, Site]:
    """What stands in each part, by the name of its file."""
    part_of = _parts(site)
    told = {article: event.id for event in site.events for article in event.articles}

    def of_article(article: str) -> str:
        return part_of[told.get(article, article)]

    articles = _grouped(site.articles, lambda article: of_article(article.id))
    events = _grouped(site.events, lambda event: part_of[event.id])
    facts = _grouped(site.facts, lambda fact: part_of[fact.event])
    quotations = _grouped(site.quotations, lambda quotation: of_article(quotation.passage.article))
    disagreements = _grouped(site.disagreements, lambda found: part_of[found.event])
    shares = {
        name: Site(
            articles=articles.get(name, ()),
            events=events.get(name, ()),
            facts=facts.get(name, ()),
            quotations=quotations.get(name, ()),
            disagreements=disagreements.get(name, ()),
        )
        for name in sorted({*articles, *events})
    }
    letters = by_name({actor.id: actor.name for actor in site.cast.actors}, most=0, in_part=ACTORS_IN_A_PART)
    actors = _grouped(site.cast.actors, lambda actor: f"actors-{file_of_part(letters[actor.id])}")
    return shares | {name: Site(cast=Cast(actors=actors[name])) for name in sorted(actors)}


def _parts(site: Site) -> dict[str, Part]:
    """The name of the part of each event, and of each article that tells none."""
    told = {article for event in site.events for article in event.articles}
    dates, alone = published(site), [article for article in site.articles if article.id not in told]
    parts = by_date(
        {event.id: event.date for event in site.events} | {article.id: dates[article.id] for article in alone},
        {event.id: len(event.articles) for event in site.events},
        most=0,
        in_part=IN_A_PART,
        names={event.id: event.title for event in site.events} | {a.id: a.title or a.id for a in alone},
    )
    return {id_: file_of_part(part) for id_, part in parts.items()}


def _grouped(things: Iterable[T], part: Callable[[T], Part]) -> dict[Part, tuple[T, ...]]:
    grouped: dict[Part, list[T]] = defaultdict(list)
    for thing in things:
        grouped[part(thing)].append(thing)
    return {name: tuple(found) for name, found in grouped.items()}
