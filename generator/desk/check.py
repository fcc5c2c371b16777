"""`parallax check`: every problem of the site, with its place and its remedy."""

import os
import sys
from pathlib import Path

import click

from generator.build.pipeline import build_site
from generator.content.site_folder import open_site
from generator.desk.long_run import busy
from generator.desk.problem_report import as_annotations, as_json, as_text
from generator.desk.suggestions import suggestions
from generator.model.site import Problem, Site

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
@click.option("--all", "in_full", is_flag=True, help="Show every suggestion, not only a few of each sort.")
def command(form: str, content: Path | None, in_full: bool) -> None:
    """List everything that is wrong: where it is, what is wrong, what to do about it.

    Errors are what the build cannot honour, such as a decision of yours that no longer fits the articles. Warnings are
    what it works around. Suggestions stand apart: actors or events that may be one, articles without a date, articles
    of which nearly all that may be shown is shown.

    The exit status is 1 if there is any error.

    \b
    Examples:
      parallax check
      parallax check --format github      in a workflow, for a pull request
    """
    folder = open_site(Path.cwd(), content=content)
    with busy("Reading and comparing the articles …"):
        site = build_site(folder.root, folder.settings)
    problems = all_problems(site, content=folder.settings.content)
    if form == "github":
        report = as_annotations(problems, prefix=_path_in_repository(folder.root))
    else:
        report = as_json(problems) if form == "json" else as_text(problems, in_full=in_full)
    click.echo(report, nl=False)
    sys.exit(1 if any(problem.severity == "error" for problem in problems) else 0)


def all_problems(site: Site, *, content: str = "content") -> list[Problem]:
    """Problems and suggestions: errors first, then by file and line, each once."""
    found = dict.fromkeys((*site.problems, *suggestions(site, content=content)))
    return sorted(found, key=lambda problem: (_RANK[problem.severity], problem.file, problem.line))


def _path_in_repository(root: Path) -> str:
    """The way from the repository that the workflow checked out to the site, "" when they are the same."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if not workspace or not root.resolve().is_relative_to(Path(workspace).resolve()):
        return ""
    way = root.resolve().relative_to(Path(workspace).resolve()).as_posix()
    return "" if way == "." else f"{way}/"
