"""`parallax prompt`: the request to a second reader, on paper."""

from collections.abc import Sequence
from pathlib import Path

import click
from rapidfuzz import process

from generator.content.site_folder import open_site
from generator.desk.asking import Unread, unread
from generator.desk.long_run import busy
from generator.desk.sources.wording import printable
from generator.model.errors import ParallaxError
from generator.model.story import Event


@click.command("prompt")
@click.argument("event", required=False)
@click.option("--all", "every", is_flag=True, help="All events that nobody has read, into the folder --out.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="The folder for --all.")
@click.option("--again", is_flag=True, help="With --all: events that have been read, too.")
@click.option("--withheld", is_flag=True, help="Hand on articles with `rights: withheld`, too.")
@click.option("--content", type=click.Path(path_type=Path), help="A bare content folder (articles/ in it) instead.")
def command(
    event: str | None, every: bool, out: Path | None, again: bool, withheld: bool, content: Path | None
) -> None:
    """Print a request that any language model, or a colleague, can answer: where do the articles on EVENT disagree?

    EVENT is the last part of the event page's address, or the beginning of it; without EVENT all are listed. The
    request holds the articles' full text: mind their owners' rights when you hand it on. Nothing is sent anywhere;
    `parallax import` takes the answer. An event with one article has nothing to compare, and gets no request.

    \b
    Examples:
      parallax prompt 2024-05-03-fire > request.txt
      parallax prompt 2024-05-03-fire | llm | parallax import --by NAME
      parallax prompt --all --out requests        one file an event, for a colleague
    """
    if every != (out is not None):
        raise click.UsageError("--all and --out DIR go together.")
    folder = open_site(Path.cwd(), content=content)
    with busy():
        site = unread(folder)
    if out is not None:
        _write_all(site, out, again=again, withheld=withheld)
    elif event is None:
        for known in site.built.found.events:
            times = site.readings(known)
            read = f", readings: {times}" if times else ""
            click.echo(f"{known.id}  {printable(known.title)} ({len(known.articles)} articles{read})")
    else:
        chosen = choose_event(site.built.found.events, event)
        check_readable(site, chosen, withheld=withheld)
        click.echo(site.requests(chosen, window=0, withheld=withheld)[0].text)


def _write_all(site: Unread, out: Path, *, again: bool, withheld: bool) -> None:
    events = [event for event in site.events(withheld=withheld) if again or not site.readings(event)]
    out.mkdir(parents=True, exist_ok=True)
    for event in events:
        text = site.requests(event, window=0, withheld=withheld)[0].text
        (out / f"{event.id}.txt").write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{len(events)} requests written to {out}. Take the answers with `parallax import FILES --by NAME`.")


def check_readable(site: Unread, event: Event, *, withheld: bool) -> None:
    """Raise ParallaxError when there are not two articles of the event that may be handed on."""
    if event in site.events(withheld=withheld):
        return
    kept = sum(site.articles[name].rights == "withheld" for name in event.articles)
    why = f", {kept} of them with `rights: withheld`" if kept else ""
    message = f"The event {event.id} has {len(event.articles)} article{'s' * (len(event.articles) > 1)}{why}."
    remedy = "--withheld hands them on, too." if kept and len(event.articles) > 1 else "There is nothing to compare."
    raise ParallaxError(message, remedy=remedy)


def choose_event(events: Sequence[Event], name: str) -> Event:
    """The event called `name`, or the only one whose id begins so. Raises ParallaxError when there is not just one."""
    wanted = name.strip().strip("/")
    found = [event for event in events if event.id == wanted] or [e for e in events if e.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    near = [e.id for e in found] or [match[0] for match in process.extract(wanted, [e.id for e in events], limit=3)]
    fault = f"{len(found)} events begin with {wanted!r}." if found else f"There is no event {wanted!r}."
    raise ParallaxError(fault, remedy=f"Did you mean {', or '.join(near)}?" if near else "There are no events at all.")
