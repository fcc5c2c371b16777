"""`parallax add`: articles from anywhere into content/articles, with what their sources state about them."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from generator.content.articles import read_articles
from generator.content.settings import content_folder
from generator.content.site_folder import open_site
from generator.content.source_text import shown_path
from generator.desk.article_file import FIELDS, file_name, file_text, unstated, write_new
from generator.desk.copies import Shelf
from generator.desk.found import Found, Refused
from generator.desk.long_run import long_run
from generator.desk.new import sample_files
from generator.desk.sources.opening import Item, expand, read_source
from generator.desk.sources.wording import printable
from generator.language.detection import language_of
from generator.language.parsing import how_to_read, unread
from generator.model.errors import ParallaxError
from generator.model.record import Record

try:
    import fcntl
except ImportError:  # Windows, which locks a file that is open by itself
    fcntl = None  # type: ignore[assignment]

LOCK = ".parallax.lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold `folder` while something is done; it is made if it is not there. The lock ends with the process.

    Raises ParallaxError when another command holds it, or when nothing can be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / LOCK).open("w") as file:
            if fcntl is not None:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    remedy = "Wait until it is done, then try again."
                    raise ParallaxError(
                        "Another `parallax add` is at work here.", file=str(folder), remedy=remedy
                    ) from None
            try:
                yield
            finally:
                (folder / LOCK).unlink(missing_ok=True)
    except OSError as fault:
        raise ParallaxError(f"Nothing can be written here: {fault.strerror}.", file=str(folder)) from None


# Beyond this many articles each gets one line instead of everything understood of it.
_SHOWN_IN_FULL = 12
_REFUSED_ALIKE = 8  # more refused for one reason are counted


class Added(Record, frozen=True):
    """An article that was written, and its file."""

    found: Found
    path: Path


@click.command("add")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--content", type=click.Path(path_type=Path), help="A bare content folder (articles/ in it) instead.")
@click.option("--keep-copies", is_flag=True, help="Take an article even if one with nearly the same text is there.")
def command(sources: tuple[str, ...], content: Path | None, keep_copies: bool) -> None:
    """Put articles into content/articles, one file each.

    A SOURCE is a link, a file, or a folder of files: web pages, texts (.txt .md .docx .odt .rtf .pdf .epub), mails
    (.eml), web archives (.warc, .mhtml), tables (.csv, .xlsx, .jsonl), feeds (.xml), shortcuts (.url, .webloc). Title,
    outlet, byline, date, language and link are taken only where the source states them; open the file and fill in what
    you know.

    An article that is already there is refused: the same link, or nearly the same text. If another outlet printed the
    same text, that is worth showing: add it with --keep-copies, and the site will say that one leans on the other.

    The exit status is 1 if anything was refused.

    \b
    Examples:
      parallax add story.html https://news.example/2024/05/fire
      parallax add clippings/
      parallax add https://news.example/feed.xml
    """
    folder = open_site(Path.cwd(), content=content)
    articles = content_folder(folder.settings, folder.root) / "articles"
    console = Console(highlight=False, soft_wrap=True)
    files = expand(sources)
    with locked(articles), long_run(console, "Reading", len(files)) as step:
        shelf = stocked(articles, folder.root)
        taken = take(_read(files, step), articles, shelf, root=folder.root, keep_copies=keep_copies)
        outcomes = list(_told(taken, folder.root, console, folder.settings.models))
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    _tell_result(len(outcomes) - len(refused), refused, console)
    samples = [path for name in sample_files() if (path := articles.parent / name).exists()]
    if len(outcomes) > len(refused) and samples:
        told = ", ".join(shown_path(path, folder.root) for path in samples)
        console.print(f"Delete the invented samples when you like: {told}.")
    sys.exit(1 if refused or not outcomes else 0)


def stocked(articles: Path, root: Path) -> Shelf:
    """The articles that are in the folder already, by the names that the editor knows."""
    shelf = Shelf()
    for article in read_articles(articles, root=root).articles:
        shelf.add(article.path, url=article.url, text=article.body)
    return shelf


def _read(files: Sequence[str], step: Callable[[], None]) -> Iterator[Item]:
    for file in files:
        yield from read_source(file)
        step()


def take(
    items: Iterable[Item], articles: Path, shelf: Shelf, *, root: Path, keep_copies: bool = False
) -> Iterator[Added | Refused]:
    """Write each article found, unless it is there already; with `keep_copies` only the same address is refused.

    Files are named in messages as seen from `root`.
    """
    for item in items:
        if isinstance(item, Refused):
            yield item
            continue
        copy = shelf.copy_of(url=item.url, text=item.text)
        if copy and (copy.by_address or not keep_copies):
            yield Refused(origin=item.origin, reason=str(copy))
            continue
        path = write_new(articles, file_name(item), file_text(item))
        shelf.add(shown_path(path, root), url=item.url, text=item.text)
        yield Added(found=item, path=path)


def _told(
    outcomes: Iterable[Added | Refused], root: Path, console: Console, models: Mapping[str, str]
) -> Iterator[Added | Refused]:
    shown = 0
    for outcome in outcomes:
        if isinstance(outcome, Added):
            shown += 1
            console.print(summary(outcome, root, in_full=shown <= _SHOWN_IN_FULL))
            language = (outcome.found.language or language_of(outcome.found.text) or "en").split("-")[0].lower()
            if message := unread(language, models):
                console.print(Text(f"    note       {message} {how_to_read(language)}", style="yellow"))
        yield outcome


def summary(added: Added, root: Path, *, in_full: bool = True) -> Text:
    """What was understood of an article and where it went, for the terminal."""
    text = Text("+ ", style="green").append(shown_path(added.path, root), style="bold")
    if not in_full:
        return text
    found = added.found
    text.append(f"\n    from       {printable(found.origin)}", style="dim")
    for field in FIELDS:
        if value := getattr(found, field):
            text.append(f"\n    {field:<10} {value}")
    text.append(f"\n    words      {len(found.text.split()):,}")
    if missing := unstated(found):
        text.append(f"\n    not stated {', '.join(missing)}", style="yellow")
    for remark in found.remarks:
        text.append(f"\n    note       {remark}", style="yellow")
    return text


def _tell_result(added: int, refused: Sequence[Refused], console: Console) -> None:
    if refused:
        console.print(Text(f"\nNot added ({len(refused)}):", style="bold red"))
    alike: dict[str, list[Refused]] = {}
    for item in refused:
        alike.setdefault(item.reason, []).append(item)
    for reason, items in alike.items():
        for item in items if len(items) <= _REFUSED_ALIKE else items[:2]:
            console.print(Text("- ", style="red").append(f"{printable(item.origin)}: {printable(reason)}"))
        if len(items) > _REFUSED_ALIKE:
            console.print(f"  … and {len(items) - 2} more for the same reason")
    console.print(f"\n{added} added, {len(refused)} not added.")
    if added:
        console.print("Look through the new files and fill in what you know; then `parallax serve` shows the site.")
