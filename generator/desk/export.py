"""`parallax export`: the site as one JSON document."""

from pathlib import Path

import click

from generator.export import encode
from generator.pipeline import build_site
from generator.site_folder import open_site


@click.command("export")
@click.option("--content", type=click.Path(path_type=Path), help="A bare content folder (articles/ in it) instead.")
@click.option("--editorial/--no-editorial", default=True, help="Apply the editor's files, or show the machine's draft.")
def command(content: Path | None, editorial: bool) -> None:
    """Print the whole site as JSON: articles, actors, events, facts, quotations, disagreements.

    \b
    Example:
      parallax export > site.json
      parallax export --content ~/strike --no-editorial > draft.json
    """
    folder = open_site(Path.cwd(), content=content, editorial=editorial)
    site = build_site(folder.root, folder.settings)
    click.get_binary_stream("stdout").write(encode(site))
