"""Signs of life for runs that take long enough to wonder."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

PATIENCE_SECONDS = 2.0


@contextmanager
def long_run(console: Console, label: str, total: int) -> Iterator[Callable[[], None]]:
    """Give a function to call after each of `total` steps; the bar appears in a terminal after two seconds."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=console, transient=True)
    task, begun = progress.add_task(label, total=total), monotonic()

    def step() -> None:
        progress.advance(task)
        if console.is_terminal and not progress.live.is_started and monotonic() - begun > PATIENCE_SECONDS:
            progress.start()

    try:
        yield step
    finally:
        if progress.live.is_started:
            progress.stop()


@contextmanager
def busy() -> Iterator[None]:
    """Say on a terminal that the articles are read, while they are; nothing stays of it, and a pipe sees nothing."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status("Reading and comparing the articles …"):
        yield
