"""`parallax import`: the answers of a second reader into content/readings/."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

import click

from generator.content.settings import content_folder
from generator.content.site_folder import open_site
from generator.desk.answer.checking import check_answer
from generator.desk.answer.finding import MAX_CHARACTERS, Found, find_answers, named_event, quoted_articles
from generator.desk.answer.records import Answer, Asked, counts, signed
from generator.desk.asking import Unread, unread
from generator.desk.long_run import busy
from generator.desk.reading_file import ReadingFolder
from generator.desk.request import follow_up, wording_digest
from generator.desk.sources.wording import printable
from generator.model.errors import ParallaxError
from generator.model.readings import Reading
from generator.model.story import Event, Reader
from generator.readings.valid import sendable

UNNAMED = "an unnamed reader"
_NAME_CHARACTERS = 120


@click.command("import")
@click.argument("answers", type=click.File("rb"), nargs=-1, metavar="[FILE|-]...")
@click.option("--by", "name", default=UNNAMED, help="Who read it: a colleague's name, or a model's.", metavar="NAME")
@click.option("--again", is_flag=True, help="Put it in the place of what NAME answered before, instead of adding.")
@click.option(
    "--refused", type=click.Path(path_type=Path, dir_okay=False), help="Write a request to mend what was refused here."
)
@click.option("--content", type=click.Path(path_type=Path), help="A bare content folder (articles/ in it) instead.")
def command(answers: tuple[BinaryIO, ...], name: str, again: bool, refused: Path | None, content: Path | None) -> None:
    """Take answers to `parallax prompt`, from FILEs or from a pipe, into content/readings/.

    The JSON may stand in a code fence or among prose, several answers may stand in one text, and of one that was cut
    off what is whole is taken. Each quotation must be in its article: other marks, spaces or capitals are mended, what
    is not there is refused. The site shows what was taken, with NAME and the day.

    The exit status is 1 when nothing was taken.

    \b
    Examples:
      parallax import answer.json --by Anna
      parallax prompt 2024-05-03-fire | llm | parallax import --by my-model
      parallax import answer.json --by Anna --refused again.txt
    """
    reader = Reader(name=reader_name(name), day=today())
    texts = [(str(getattr(file, "name", "-")), _text(file)) for file in answers] or [("", _text(sys.stdin.buffer))]
    folder = open_site(Path.cwd(), content=content)
    readings = ReadingFolder(content_folder(folder.settings, folder.root), root=folder.root)
    found, faults = _found(texts)
    if not found:
        raise faults[0]
    with busy():
        site = unread(folder)
    taken: list[Answer] = []
    for answer in found:
        try:
            checked = check_answer(answer, asked(site, answer))
        except ParallaxError as fault:
            faults.append(fault)
            continue
        taken.append(checked)
        if not checked.is_empty:
            kept = readings.keep(_event(site, checked), signed(checked, reader), again=again)
            click.echo(printable(report(checked, kept)))
        else:
            click.echo(printable(report(checked, None)))
    for each in faults:
        click.echo(printable(str(each)), err=True)
    if refused is not None:
        write_follow_up(site, taken, refused)
    if not any(not answer.is_empty for answer in taken):
        click.echo("Nothing was taken.", err=True)
        sys.exit(1)


def today() -> str:
    """The day of a reading."""
    return date.today().isoformat()


def reader_name(name: str) -> str:
    """A reader's name on one line. Raises ParallaxError when it is none."""
    plain = " ".join(printable(name).split())
    if not plain or len(plain) > _NAME_CHARACTERS or not plain.isprintable():
        remedy = f"Give a line of at most {_NAME_CHARACTERS} characters."
        raise ParallaxError("This is no name of a reader.", remedy=remedy)
    return plain


def _text(file: BinaryIO) -> str:
    return file.read(4 * MAX_CHARACTERS + 1).decode("utf-8-sig", errors="replace")


def _found(texts: Sequence[tuple[str, str]]) -> tuple[list[Found], list[ParallaxError]]:
    """The answers in all texts, and what is wrong with texts without one."""
    found: list[Found] = []
    faults: list[ParallaxError] = []
    for name, text in texts:
        try:
            found += find_answers(text)
        except ParallaxError as fault:
            shown = name if len(texts) > 1 else ""
            faults.append(ParallaxError(fault.message, file=shown, remedy=fault.remedy))
    return found, faults


def asked(site: Unread, answer: Found) -> Asked:
    """What an answer may be about. Raises ParallaxError when it is about no event of the site."""
    event = named_event(answer, site.events(withheld=True) or site.built.found.events)
    articles = sendable(event, site.articles)
    if quoted_articles(answer) - {article.id for article in articles}:  # the request may have held them, too
        articles = sendable(event, site.articles, withheld=True)
    offers = site.request(event, articles).offers
    words = site.quotation_words
    return Asked(event=event, articles=tuple(articles), offers=offers, quotation_words=words, request=wording_digest())


def _event(site: Unread, answer: Answer) -> Event:
    return next(event for event in site.built.found.events if event.id == answer.event)


def report(answer: Answer, kept: Reading | None) -> str:
    """What became of an answer, in lines for the terminal."""
    lines = [f"mended: {note.place}: {note.reason}" for note in answer.repairs]
    lines += [f"refused: {note.place}: {note.reason}" for note in answer.refusals]
    got = counts(answer.reading)
    hard = sum(item.hardness == "hard" for item in answer.reading.disagreements)
    others = ", ".join(f"{key} {count}" for key, count in got.items() if count and key != "disagreements")
    told = f"{answer.event}: {got['disagreements']} disagreements taken ({hard} hard)"
    told += f"; {others}" if others else ""
    told += f"; {len(answer.refusals)} refused, {len(answer.repairs)} mended."
    if kept is not None and len(kept.disagreements) > got["disagreements"]:
        told += f" With earlier answers: {len(kept.disagreements)}."
    return "\n".join([*lines, told])


def write_follow_up(site: Unread, answers: Sequence[Answer], path: Path) -> None:
    """Write a request to mend what was refused of the answers; nothing when nothing was."""
    texts = []
    for answer in answers:
        if answer.refusals:
            event = _event(site, answer)
            articles = [site.articles[name] for name in answer.reading.articles]
            notes = [(note.place, note.reason, note.raw) for note in answer.refusals]
            texts.append(follow_up(event, notes, site.request(event, articles).text))
    if not texts:
        click.echo("Nothing was refused; no follow-up was written.")
        return
    path.write_text("\n\n".join(texts), encoding="utf-8", newline="\n")
    click.echo(f"A request to mend what was refused is in {path}; import its answer with the same --by.")
