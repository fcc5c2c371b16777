"""`parallax read`: every event that nobody has read is put to a second reader, and each answer kept as it comes."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from generator.content.settings import content_folder
from generator.content.site_folder import open_site
from generator.desk.answer.records import Answer, signed
from generator.desk.asking import Unread, unread
from generator.desk.consent import ask_consent
from generator.desk.importing import reader_name, report, today, write_follow_up
from generator.desk.jobs import Asking, Job, Outcome, run
from generator.desk.long_run import busy
from generator.desk.prompt import check_readable, choose_event
from generator.desk.readers import SecondReader, choose_reader
from generator.desk.reading_file import ReadingFolder
from generator.desk.sources.wording import printable
from generator.model.errors import ParallaxError
from generator.model.record import Record
from generator.model.story import Reader

# What an answer had in words on three long articles; with the request's own, it says what a run costs.
_ANSWER_WORDS = 1_300


class Wish(Record, frozen=True):
    """What is to be read: which events (all where none are named), how often, and in which manner."""

    events: tuple[str, ...] = ()
    readings: int = 1
    again: bool = False
    withheld: bool = False
    window: int = 0


@click.command("read")
@click.argument("events", nargs=-1, metavar="[EVENT]...")
@click.option("--model", default="", help="A model of the llm library, or ADDRESS#MODEL.", metavar="NAME")
@click.option("--command", "program", default="", help="Any program: request in, answer out.", metavar="'PROGRAM ARGS'")
@click.option("--by", default="", help="The reader's name on the site; the model's or program's by default.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="So many requests at once.")
@click.option("--readings", type=click.IntRange(1, 5), default=1, show_default=True, help="So many readings an event.")
@click.option("--again", is_flag=True, help="Read anew what has been read, in the place of this reader's readings.")
@click.option(
    "--window", type=click.IntRange(min=0), default=0, help="Split what is longer, in words.", metavar="WORDS"
)
@click.option("--tries", type=click.IntRange(1, 10), default=3, show_default=True, help="So often a request at most.")
@click.option("--timeout", type=click.FloatRange(min=1), default=600, show_default=True, help="Seconds for an answer.")
@click.option("--withheld", is_flag=True, help="Send articles with `rights: withheld`, too.")
@click.option("--dry-run", is_flag=True, help="Say how much would be sent, and ask nobody.")
@click.option("--yes", is_flag=True, help="Do not ask before texts leave this machine.")
@click.option(
    "--refused", type=click.Path(path_type=Path, dir_okay=False), help="Write a request to mend what was refused here."
)
@click.option("--content", type=click.Path(path_type=Path), help="A bare content folder (articles/ in it) instead.")
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    events: tuple[str, ...],
    model: str,
    program: str,
    by: str,
    jobs: int,
    readings: int,
    again: bool,
    window: int,
    tries: int,
    timeout: float,
    withheld: bool,
    dry_run: bool,
    yes: bool,
    refused: Path | None,
    content: Path | None,
) -> None:
    """Have a second reader go over the events (all, or EVENTs) and keep what he finds in content/readings/.

    The reader is a model of the `llm` library, a service that speaks chat-completions, or any program; `reader:` under
    the plugin in mkdocs.yml names it once and for all. Only events with two or more articles are read, and only those
    that nobody has read as they are now. Every quotation is checked against its article. The build itself asks nobody:
    a reading is a file like an article.

    Ctrl-C loses nothing: the next run goes on. The exit status is 1 when an event was left unread.

    \b
    Examples:
      parallax read --dry-run
      parallax read --model gpt-5-mini --jobs 4
      parallax read --model http://127.0.0.1:11434/v1#qwen3:8b --window 5000
      parallax read 2024-05-03-fire --command 'claude -p' --again
    """
    wish = Wish(events=events, readings=readings, again=again, withheld=withheld, window=window)
    folder = open_site(Path.cwd(), content=content)
    named = bool(model or program or folder.settings.reader)
    reader = (
        choose_reader(model or folder.settings.reader, command=program, timeout=timeout)
        if named or not dry_run
        else None
    )
    shelf = ReadingFolder(content_folder(folder.settings, folder.root), root=folder.root)
    with busy():
        site = unread(folder)
    todo = plan(site, wish, reader_name(by or reader.name) if reader else "")
    click.echo(printable(told(site, todo, reader, withheld=withheld)))
    if dry_run or not todo:
        return
    assert reader is not None  # noqa: S101 - without one, choose_reader has raised
    ask_consent(reader, folder, yes=yes)
    signature = Reader(name=reader_name(by or reader.name), day=today())
    left = _read(Asking(reader, site, tries=tries), todo, shelf, signature, jobs=jobs, again=again, refused=refused)
    if left:
        sys.exit(1)


def plan(site: Unread, wish: Wish, name: str) -> list[Job]:
    """The readings to be made; `name` is the reader's."""
    events = site.events(withheld=wish.withheld)
    if wish.events:
        events = [choose_event(site.built.found.events, event) for event in dict.fromkeys(wish.events)]
        for event in events:
            check_readable(site, event, withheld=wish.withheld)
    jobs = []
    for event in events:
        had = site.world.valid(event)
        if wish.again:
            had = [reading for reading in had if reading.reader.name != name]
            missing = wish.readings
        else:
            missing = wish.readings - len(had)
        for turn in range(missing):
            number = turn if wish.again else len(had) + turn
            requests = site.requests(event, window=wish.window, withheld=wish.withheld, turn=number)
            jobs.append(Job(event=event, requests=tuple(requests)))
    return jobs


def told(site: Unread, jobs: Sequence[Job], reader: SecondReader | None, *, withheld: bool) -> str:
    """What a run would send where, in lines for the terminal."""
    events = site.events(withheld=withheld)
    names = {job.event.id for job in jobs}
    single = len(site.built.found.events) - len(events)
    if not jobs:
        return (
            f"All {len(events)} events that can be read have been read; {single} have fewer than two articles to send."
        )
    requests = [request for job in jobs for request in job.requests]
    words = sum(request.words for request in requests)
    articles = sorted({article.id for request in requests for article in request.articles})
    kept = sorted(
        article.id
        for article in site.built.found.articles
        if article.rights == "withheld" and article.id not in articles
    )
    whom = reader.where if reader else "a reader (none is named yet)"
    place = "on this machine" if reader and reader.is_here else "their full texts may leave this machine"
    lines = [
        f"{len(requests)} requests about {len(names)} events to {whom}: about {words:,} words there, and "
        f"{_ANSWER_WORDS * len(requests):,} back.",
        f"{len(articles)} articles, {place}: {_listed(articles)}.",
    ]
    if kept:
        lines.append(f"Not sent (`rights: withheld`): {_listed(kept)}.")
    return "\n".join(lines)


def _listed(names: Sequence[str], most: int = 30) -> str:
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def _read(
    asking: Asking,
    todo: Sequence[Job],
    shelf: ReadingFolder,
    signature: Reader,
    *,
    jobs: int,
    again: bool,
    refused: Path | None,
) -> int:
    """Ask and keep until all is done; how many readings could not be made."""
    console = Console(stderr=True, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    faults: list[Outcome] = []
    answers: list[Answer] = []
    replaced: set[str] = set()
    done = 0
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("reading", total=len(todo))
        outcomes = run(asking, todo, threads=jobs)
        try:
            with closing(outcomes):
                for outcome in outcomes:
                    done += 1
                    if outcome.answer is None:
                        faults.append(outcome)
                    else:
                        new = again and outcome.event.id not in replaced
                        replaced.add(outcome.event.id)
                        kept = shelf.keep(outcome.event, signed(outcome.answer, signature), join=False, again=new)
                        outcome.is_stored()
                        answers.append(outcome.answer)
                        progress.console.print(report(outcome.answer, kept), markup=False, soft_wrap=True)
                    for line in _notes(outcome):
                        progress.console.print(line, markup=False, soft_wrap=True)
                    progress.update(task, advance=1, description=f"reading; {len(faults)} unread")
        except KeyboardInterrupt:
            progress.stop()
            told = f"Stopped: {done - len(faults)} of {len(todo)} readings are kept; `parallax read` goes on from here."
            raise ParallaxError(told) from None
    _summed_up(todo, answers, faults, asking, refused)
    return len(todo) - len(answers)


def _notes(outcome: Outcome) -> Iterable[str]:
    for note in outcome.notes:
        yield printable(f"{outcome.event.id}: {note}")
    if outcome.fault:
        yield printable(f"unread: {outcome.event.id}: {outcome.fault}")


def _summed_up(
    todo: Sequence[Job], answers: Sequence[Answer], faults: Sequence[Outcome], asking: Asking, refused: Path | None
) -> None:
    if refused is not None:
        write_follow_up(asking.site, answers, refused)
    left = len(todo) - len(answers)
    click.echo(f"{len(answers)} of {len(todo)} readings are kept in content/readings/; {left} left unread.")
    for reason, count in Counter(fault.fault for fault in faults).most_common(3):
        click.echo(printable(f"  {count} times: {reason}"), err=True)
