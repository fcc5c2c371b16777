"""One command at a time in a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.model.errors import ParallaxError

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
