"""`parallax check`: every problem of the site, with its place and its remedy."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from generator.build.pipeline import build_site
from generator.content.editorial import read_decisions
from generator.content.readings import read_readings
from generator.content.settings import content_folder
from generator.content.site_folder import open_site
from generator.desk.long_run import busy
from generator.desk.problem_report import as_annotations, as_json, as_text
from generator.desk.sources.wording import printable
from generator.desk.suggestions import suggestions, unnamed_speakers, unread_events, who_read
from generator.model.decisions import EventDecision
from generator.model.site import Problem, Site
from generator.model.story import Event
from generator.readings.valid import World

_HEAD = "# These keep the addresses of the event pages. They go into events.yml, below its `events:`.\nevents:"


def kept_addresses(events: Iterable[Event], decisions: Iterable[EventDecision]) -> str:
    """Entries for the events whose address is not kept yet; "" when all are."""
    entries = list(_entries(events, {frozenset(decision.articles): decision for decision in decisions}))
    return "\n".join([_HEAD, *entries, ""]) if entries else ""


def _entries(events: Iterable[Event], decided: dict[frozenset[str], EventDecision]) -> Iterator[str]:
    for event in events:
        decision = decided.get(frozenset(event.articles))
        if decision is None:
            yield f"  - articles: [{', '.join(event.articles)}]\n    slug: {event.id}"
        elif not decision.slug:
            yield f"  # add to the entry on line {decision.place.line}:\n  #   slug: {event.id}"


_RANK = {"error": 0, "warning": 1, "suggestion": 2}


@click.command("check")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How to print them; `github` makes annotations on the lines concerned.",
)
@click.option("--content", type=click.Path(path_type=Path), help="A bare content folder (articles/ in it) instead.")
@click.option("--addresses", is_flag=True, help="Print the lines of events.yml that keep the pages' addresses.")
@click.option("--all", "in_full", is_flag=True, help="Show every suggestion, not only a few of each sort.")
def command(form: str, content: Path | None, in_full: bool, addresses: bool) -> None:
    """List everything that is wrong: where it is, what is wrong, what to do about it.

    Errors are what the build cannot honour, such as a decision of yours that no longer fits the articles. Warnings are
    what it works around, such as words of a reading that are no longer in their article. Suggestions stand apart:
    actors or events that may be one, articles without a date, articles of which nearly all that may be shown is shown,
    and, where a second reader is used, events that he has not read or that have changed since. Who read what, and when,
    stands at the end.

    The exit status is 1 if there is any error.

    \b
    Examples:
      parallax check
      parallax check --format github      in a workflow, for a pull request
      parallax check --addresses          once the site is published, so that no later change moves a page
    """
    folder = open_site(Path.cwd(), content=content)
    with busy():
        site = build_site(folder.root, folder.settings)
    decisions = read_decisions(content_folder(folder.settings, folder.root), root=folder.root).decisions
    if addresses:
        click.echo(kept_addresses(site.events, decisions.events), nl=False)
        return
    files = read_readings(content_folder(folder.settings, folder.root), root=folder.root).files
    world = World(files if folder.settings.readings else (), site.articles)
    told = unnamed_speakers(site, decisions) if folder.settings.editorial else ()
    problems = [*all_problems(site, world, content=folder.settings.content), *told]
    if form == "github":
        report = as_annotations(problems, prefix=_path_in_repository(folder.root))
    else:
        report = as_json(problems) if form == "json" else as_text(problems, in_full=in_full)
    click.echo(report, nl=False)
    if form == "text":
        for line in who_read(world):
            click.echo(f"Read by {printable(line)}.")
    sys.exit(1 if any(problem.severity == "error" for problem in problems) else 0)


def all_problems(site: Site, world: World | None = None, *, content: str = "content") -> list[Problem]:
    """Problems and suggestions: errors first, then by file and line, each once; `world` holds the readings."""
    unread = unread_events(site, world, content=content) if world else ()
    found = dict.fromkeys((*site.problems, *suggestions(site, content=content), *unread))
    return sorted(found, key=lambda problem: (_RANK[problem.severity], problem.file, problem.line))


def _path_in_repository(root: Path) -> str:
    """The way from the repository that the workflow checked out to the site, "" when they are the same."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if not workspace or not root.resolve().is_relative_to(Path(workspace).resolve()):
        return ""
    way = root.resolve().relative_to(Path(workspace).resolve()).as_posix()
    return "" if way == "." else f"{way}/"
