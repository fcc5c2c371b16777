"""Signs of life on a terminal for a build that takes longer than two seconds: what is being done, and what is left."""

import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from generator.build.workshop import Watch

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PATIENCE_SECONDS = 2.0


class Watcher(Watch):
    """Shows one bar a step on the terminal; a pipe or a log sees nothing, and nothing of it stays."""

    def __init__(self) -> None:
        self._begun = monotonic()
        self._bars: Progress | None = None
        self._task: TaskID | None = None
        self._name = ""

    def __call__(self, name: str, done: int, total: int) -> None:
        """Note that `done` of `total` calls of a step are done."""
        if not sys.stderr.isatty() or monotonic() - self._begun < _PATIENCE_SECONDS:
            return
        if self._bars is None:
            self._bars = _bars()
            self._bars.start()
        if self._task is None or name != self._name:
            if self._task is not None:
                self._bars.remove_task(self._task)
            self._task, self._name = self._bars.add_task(name.capitalize(), total=total), name
        self._bars.update(self._task, completed=done, total=total)

    def __enter__(self) -> Self:
        """The watcher itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """Take the bar away."""
        self.clear()

    def clear(self) -> None:
        """Take the bar away until there is more to tell."""
        if self._bars is not None:
            self._bars.stop()
            self._bars = self._task = None


def _bars() -> "Progress":
    # Most builds are done before anything is shown.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
