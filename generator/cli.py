"""The `parallax` command: a thin shell over the pipeline and the editor's desk."""

import sys
from importlib import import_module

import click

from generator import __version__
from generator.errors import ParallaxError

# Each command lives in a module of its own and is imported only when it is asked for: `parallax --help` is instant.
COMMANDS = {
    "new": "generator.desk.new",
    "add": "generator.desk.add",
    "check": "generator.desk.check",
    "review": "generator.desk.review",
    "prompt": "generator.desk.prompt",
    "import": "generator.desk.importing",
    "write": "generator.desk.write",
    "export": "generator.desk.export",
}


class LazyGroup(click.Group):
    """A group that imports a command's module, and takes its `command`, when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which an editor meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        module = COMMANDS.get(cmd_name)
        return import_module(module).command if module else None

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a fault of the editor's input is told in one line, without a traceback."""
        try:
            return super().invoke(ctx)
        except ParallaxError as fault:
            raise click.ClickException(str(fault)) from None


@click.group(cls=LazyGroup)
@click.version_option(__version__, prog_name="parallax")
def main() -> None:
    """Turn a folder of news articles into a site that shows where the sources disagree.

    \b
    A first site:
      parallax new my-site        a folder ready to serve, with a sample article
      cd my-site
      parallax add story.html     your own articles: files, links, feeds
      mkdocs serve                the preview, rebuilt at every change
      parallax check              what to mend, by file and line
      parallax review             confirm, reword or dismiss what the machine found

    Commands work on the site whose mkdocs.yml stands in the current folder.
    """


if __name__ == "__main__":
    sys.exit(main())
