"""`parallax serve` and `parallax build`: MkDocs, for those who have only `parallax` on their path."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import click

from generator.content.site_folder import CONFIGURATION
from generator.model.errors import ParallaxError

_ANY = {"ignore_unknown_options": True, "help_option_names": ["--help"]}


@click.command("serve", context_settings=_ANY)
@click.argument("options", nargs=-1, type=click.UNPROCESSED, metavar="[MKDOCS OPTIONS]")
def serve(options: tuple[str, ...]) -> None:
    """Preview the site at http://127.0.0.1:8000, rebuilt at every change. The same as `mkdocs serve`.

    \b
    Example:
      parallax serve
      parallax serve --dev-addr localhost:8001
    """
    _run("serve", options)


@click.command("build", context_settings=_ANY)
@click.argument("options", nargs=-1, type=click.UNPROCESSED, metavar="[MKDOCS OPTIONS]")
def build(options: tuple[str, ...]) -> None:
    """Build the site into site/. The same as `mkdocs build`.

    \b
    Examples:
      parallax build --strict
      parallax build -f mkdocs.offline.yml     a copy to open from a disk
    """
    _run("build", options)


def _run(command: str, options: tuple[str, ...]) -> None:
    named = any(option.startswith(("-f", "--config-file")) for option in options)
    if not named and not Path(CONFIGURATION).exists():
        remedy = "Go to your site's folder, or make one with `parallax new DIR`."
        raise ParallaxError("There is no mkdocs.yml in this folder.", remedy=remedy)
    # The theme's notice of its own end concerns whoever maintains Parallax (docs/architecture.md), not the editor.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    arguments = [sys.executable, "-m", "mkdocs", command, *options]
    with subprocess.Popen(arguments, env=environment) as mkdocs:  # noqa: S603 - MkDocs itself
        # Whoever ends us ends the preview: else it would go on and keep its port.
        signal.signal(signal.SIGTERM, lambda *_: mkdocs.terminate())
        try:
            sys.exit(mkdocs.wait())
        except KeyboardInterrupt:  # the preview was ended
            sys.exit(0)
