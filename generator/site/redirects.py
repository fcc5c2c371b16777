"""Pages at addresses that an event, an actor or a source once had: they lead to where it is now, and say so."""

from collections import defaultdict
from collections.abc import Iterator
from html import escape

from generator.matching.slug import slug
from generator.model.actors import Actor
from generator.model.decisions import Decisions
from generator.model.site import Site
from generator.site.addresses import ACTORS, EVENTS, SOURCES, Addresses, relative

_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<link rel="canonical" href="{target}"><meta http-equiv="refresh" content="0; url={target}">
<meta name="robots" content="noindex">
</head><body><a href="{target}">{title}</a></body></html>
"""


def redirects(
    decisions: Decisions, site: Site, addresses: Addresses, language: str, *, folders: bool = True
) -> dict[str, bytes]:
    """A page for each earlier address, by its own; one that another has now stays that other's.

    `folders` says whether pages are folders (`page/`) or files (`page.html`).
    """
    taken = {*addresses.events.values(), *addresses.actors.values(), *addresses.sources.values()}
    pages = {}
    for folder, former, title, target in _moved(decisions, site, addresses):
        if f"{folder}/{former}.md" not in taken:
            page = _built(f"{folder}/{former}.md", folders=folders)
            there, mark, anchor = target.partition("#")
            built = relative(_built(there, folders=folders), page=page)
            way = f"{built.removesuffix('index.html') if folders else built}{mark}{anchor}"
            pages[page] = _PAGE.format(language=escape(language), title=escape(title), target=way).encode()
    return pages


def _built(page: str, *, folders: bool) -> str:
    """The file that is made of a Markdown page."""
    stem = page.removesuffix(".md").removesuffix("/index")
    is_folder = folders or page.endswith("/index.md")
    return f"{stem}/index.html" if is_folder else f"{stem}.html"


def _moved(decisions: Decisions, site: Site, addresses: Addresses) -> Iterator[tuple[str, str, str, str]]:
    """The folder, the earlier name, the title, and the page of now, of all that have moved."""
    for name, other in _other_names(site):
        if other.id in addresses.actor_pages:
            yield _folder(ACTORS), name, other.name, addresses.actors[other.id]
    events = {event.id: event.title for event in site.events if event.id in addresses.event_pages}
    for decision in decisions.events:
        for former in decision.formerly if decision.slug in events else ():
            yield _folder(EVENTS), former, events[decision.slug], addresses.events[decision.slug]
    actors = {key: actor for actor in site.cast.actors for key in (actor.name, actor.id)}
    for told in decisions.actors:
        if (actor := actors.get(told.id or told.name) or actors.get(told.name)) is not None:
            for former in told.formerly:
                yield _folder(ACTORS), former, actor.name, addresses.actors[actor.id]
    for article in site.articles:
        for former in article.formerly:
            yield _folder(SOURCES), former, article.title or article.id, addresses.sources[article.id]


def _other_names(site: Site) -> Iterator[tuple[str, Actor]]:
    """Each form of an actor's name that is nobody else's: its page had that address if articles then used it most.

    Fewer articles than a page needs made none under that name.
    """
    of_name: dict[str, list[Actor]] = defaultdict(list)
    for actor in site.cast.actors:
        for name in dict.fromkeys(
            (actor.id, *(slug(alias.text) for alias in actor.aliases if len(alias.articles) >= site.told_in))
        ):
            of_name[name].append(actor)
    yield from ((name, actors[0]) for name, actors in of_name.items() if len(actors) == 1 and name != actors[0].id)


def _folder(index: str) -> str:
    return index.rpartition("/")[0]
