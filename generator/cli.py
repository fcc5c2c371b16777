"""The `parallax` command: a thin shell over the pipeline and the editor's desk."""

import os
import sys
from importlib import import_module

import click

from generator import __version__
from generator.model.errors import ParallaxError

# Where each command lives: as `command` of a module, or under its own name. A module is imported only when it is asked
# for; what `parallax --help` says of it stands here, so that the help is instant.
COMMANDS = {
    "new": ("generator.desk.new", "Make a site's folder, ready to serve."),
    "add": ("generator.desk.add", "Put articles into it: files, links, folders, feeds."),
    "serve": ("generator.desk.mkdocs_command", "Preview the site, rebuilt at every change."),
    "check": ("generator.desk.check", "List what is wrong, with its place and its remedy."),
    "review": ("generator.desk.review", "Walk through what the machine found."),
    "why": ("generator.desk.why", "Tell how a finding came about."),
    "read": ("generator.desk.read", "Have a second reader go over the events."),
    "prompt": ("generator.desk.prompt", "Print the request to a second reader."),
    "import": ("generator.desk.importing", "Take the second reader's answer."),
    "build": ("generator.desk.mkdocs_command", "Build the site."),
    "write": ("generator.desk.write", "Write the pages as Markdown, for other engines."),
    "export": ("generator.desk.export", "Print the whole site as JSON."),
    "cache": ("generator.desk.cache", "See what is kept between builds, or clear it."),
}
BUILDING = frozenset({"serve", "check", "review", "read", "prompt", "import", "build", "write", "export"})
"""The commands that build the site, and so may have a cluster do it."""


class LazyGroup(click.Group):
    """A group that imports a command's module, and takes its `command`, when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which an editor meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(COMMANDS[cmd_name][0])
        command: click.Command = getattr(module, cmd_name, None) or module.command
        if cmd_name in BUILDING and not any(parameter.name == "cluster" for parameter in command.params):
            command.params.append(_cluster())
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, told) for name, (_, told) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a fault of the editor's input is told in one line, without a traceback."""
        try:
            return super().invoke(ctx)
        except ParallaxError as fault:
            raise click.ClickException(str(fault)) from None


def _cluster() -> click.Option:
    """The option that names the Dask scheduler whose workers are to build."""

    def remember(_context: click.Context, _option: click.Parameter, address: str | None) -> None:
        if address:
            os.environ["PARALLAX_CLUSTER"] = address

    told = "Let the workers of this Dask scheduler do the work, such as tcp://10.0.0.5:8786."
    return click.Option(["--cluster"], metavar="ADDRESS", help=told, expose_value=False, callback=remember)


@click.group(cls=LazyGroup)
@click.version_option(__version__, prog_name="parallax")
def main() -> None:
    """Turn a folder of news articles into a site that shows where the sources disagree.

    \b
    A first site:
      parallax new my-site        a folder ready to serve, with a sample article
      cd my-site
      parallax add story.html     your own articles: files, links, feeds
      parallax serve              the preview, rebuilt at every change
      parallax check              what to mend, by file and line
      parallax read               let a second reader of your choice go over it
      parallax review             confirm, reword or dismiss what the machine found

    Commands work on the site whose mkdocs.yml stands in the current folder.
    """


if __name__ == "__main__":
    sys.exit(main())
