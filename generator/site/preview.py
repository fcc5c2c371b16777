"""What only the editor sees, in `mkdocs serve`: where to change a thing, whole articles, problems on the page."""

from collections.abc import Iterable, Mapping
from functools import partial

from generator.matching.added import added_entries
from generator.model.decisions import Decisions, Place
from generator.model.site import Problem, Site
from generator.model.text import Article
from generator.site.lazy import Lazy
from generator.site.pages.templates import Templates
from generator.site.words import Words


def edit_places(site: Site, decisions: Decisions, *, content: str = "content") -> dict[str, str]:
    """Where the editor can change a thing, for `event:<id>`, `actor:<id>`, `disagreement:<id>` and `article:<id>`.

    It is the file and line of the decision that there is, or the file and the entry to begin with. `content` is the
    folder's name in messages.
    """
    return {
        **{f"article:{article.id}": f"{article.path}:1" for article in site.articles},
        **_event_places(site, decisions, f"{content}/events.yml"),
        **_actor_places(site, decisions, f"{content}/actors.yml"),
        **_disagreement_places(site, decisions, f"{content}/disagreements.yml"),
    }


def _event_places(site: Site, decisions: Decisions, file: str) -> dict[str, str]:
    written = {frozenset(decision.articles): decision.place for decision in decisions.events}
    return {
        f"event:{event.id}": _place(
            written.get(frozenset(event.articles)), file, f"articles: [{', '.join(event.articles)}]"
        )
        for event in site.events
    }


def _actor_places(site: Site, decisions: Decisions, file: str) -> dict[str, str]:
    written: dict[str, Place] = {}
    for decision in decisions.actors:
        for name in (decision.id, decision.name):
            if name:
                written.setdefault(name, decision.place)
    return {
        f"actor:{actor.id}": _place(written.get(actor.id) or written.get(actor.name), file, f"name: {actor.name}")
        for actor in site.cast.actors
    }


def _disagreement_places(site: Site, decisions: Decisions, file: str) -> dict[str, str]:
    written = {d.id: d.place for d in decisions.disagreements if d.action == "confirm"}
    added = {name: decision.place for name, decision in added_entries(decisions, site.disagreements).items()}
    return {
        f"disagreement:{d.id}": _place(written.get(d.id) or added.get(d.id), file, f"confirm: {d.id}")
        for d in site.disagreements
    }


def _place(place: Place | None, file: str, entry: str) -> str:
    return f"{place.file}:{place.line}" if place else f"{file} (new entry: - {entry})"


def full_texts(site: Site, pages: Mapping[str, str], words: Words) -> Lazy[str]:
    """The whole of each article in Markdown, by the address of its page; `pages` gives that by article id.

    It must never get into a build: a site shows excerpts, and the repository has the rest.
    """
    templates = Templates(words)
    return Lazy(
        {pages[article.id]: partial(_full_text, article, templates) for article in site.articles if article.id in pages}
    )


def _full_text(article: Article, templates: Templates) -> str:
    return str(templates.render("full_text.md.j2", article=article))


def problem_notice(problems: Iterable[Problem], words: Words) -> str:
    """The problems as a block for the top of a page, errors first; "" when there are none but suggestions."""
    pressing = sorted(
        (problem for problem in problems if problem.severity != "suggestion"),
        key=lambda problem: (problem.severity, problem.file, problem.line),
    )
    return str(Templates(words).render("notice.md.j2", problems=pressing)) if pressing else ""
