"""`parallax prompt`: the request to a second reader, on paper."""

from collections.abc import Sequence
from pathlib import Path

import click
from rapidfuzz import process

from generator.build.pipeline import build_site
from generator.content.site_folder import open_site
from generator.desk.long_run import busy
from generator.desk.request import request_text
from generator.model.errors import ParallaxError
from generator.model.story import Event


@click.command("prompt")
@click.argument("event", required=False)
@click.option("--content", type=click.Path(path_type=Path), help="A bare content folder (articles/ in it) instead.")
def command(event: str | None, content: Path | None) -> None:
    """Print a request that any language model, or a colleague, can answer: where do the articles on EVENT disagree?

    EVENT is the last part of the event page's address, or the beginning of it; without EVENT all are listed. The
    request holds the articles' full text: mind their owners' rights when you hand it on. Nothing is sent anywhere;
    `parallax import` takes the answer.

    \b
    Examples:
      parallax prompt 2024-05-03-fire > request.txt
      parallax prompt 2024-05-03-fire | llm | parallax import -
    """
    folder = open_site(Path.cwd(), content=content)
    with busy("Reading and comparing the articles …"):
        site = build_site(folder.root, folder.settings, preview=True)
    if event is None:
        for known in site.events:
            click.echo(f"{known.id}  {known.title} ({len(known.articles)} articles)")
        return
    chosen = choose_event(site.events, event)
    articles = [article for article in site.articles if article.id in chosen.articles]
    click.echo(request_text(chosen, articles, quotation_words=folder.settings.quotation_words))


def choose_event(events: Sequence[Event], name: str) -> Event:
    """The event called `name`, or the only one whose id begins so. Raises ParallaxError when there is not just one."""
    wanted = name.strip().strip("/")
    found = [event for event in events if event.id == wanted] or [e for e in events if e.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    near = [e.id for e in found] or [match[0] for match in process.extract(wanted, [e.id for e in events], limit=3)]
    fault = f"{len(found)} events begin with {wanted!r}." if found else f"There is no event {wanted!r}."
    raise ParallaxError(fault, remedy=f"Did you mean {', or '.join(near)}?" if near else "There are no events at all.")
