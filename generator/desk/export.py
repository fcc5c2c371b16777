"""`parallax export`: the site as one JSON document."""

import sys
from pathlib import Path

import click

from generator.build.pipeline import build
from generator.content.site_folder import open_site
from generator.site.export import encode


@click.command("export")
@click.option("--content", type=click.Path(path_type=Path), help="A bare content folder (articles/ in it) instead.")
@click.option("--editorial/--no-editorial", default=True, help="Apply the editor's files, or show the machine's draft.")
@click.option("--readings/--no-readings", default=True, help="Apply what second readers found, or leave it out.")
def command(content: Path | None, editorial: bool, readings: bool) -> None:
    """Print all that was found as JSON: articles, actors, events, facts, quotations, disagreements.

    It is meant for your own machine: it also holds what the excerpt cap keeps off the site. The data file that is
    published with the site (data/parallax.json) has the same form and keeps within the cap; above 1,000 articles it
    lists the files of its parts (docs/reference.md).

    \b
    Example:
      parallax export > site.json
      parallax export --content ~/strike --no-editorial > draft.json
    """
    folder = open_site(Path.cwd(), content=content, editorial=editorial, readings=readings)
    sys.stdout.buffer.write(encode(build(folder.root, folder.settings).found))
