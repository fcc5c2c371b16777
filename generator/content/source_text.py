"""The text of a file that an editor wrote, and its name in messages."""

import os
import stat
from pathlib import Path

from generator.model.errors import ParallaxError

LONGEST_FILE = 10_000_000
"""Bytes of a file that is read at all: ten times the longest article."""


def read_source(path: Path, *, file: str) -> str:
    r"""The text of `path`, every line end as `\n`, without a byte order mark; `file` is its name in messages."""
    return source_text(source_bytes(path, file=file), file=file)


def source_bytes(path: Path, *, file: str) -> bytes:
    """The bytes of `path`."""
    try:
        return read_regular(path, LONGEST_FILE)
    except OSError as fault:
        raise ParallaxError(f"The file cannot be read: {fault.strerror}.", file=file) from None


def source_text(data: bytes, *, file: str) -> str:
    r"""The text that the bytes of a file hold, every line end as `\n`, without a byte order mark."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        message = f"The file is not UTF-8: byte {fault.object[fault.start]:#04x} at {fault.start}."
        raise ParallaxError(message, file=file, line=line, remedy="Save it as UTF-8.") from None


def read_regular(path: Path, most: int) -> bytes:
    """The bytes of `path`, a regular file of at most `most` bytes.

    A pipe would make us wait, a device feed us without end. Raises OSError with the reason in `strerror`.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        about = os.fstat(stream.fileno())
        if not stat.S_ISREG(about.st_mode):
            raise OSError(0, "it is no regular file")
        if about.st_size > most:
            raise OSError(0, f"it is larger than {most // 1_000_000} MB")
        return stream.read(most + 1)


def leads_out(path: Path, root: Path) -> bool:
    """Whether `path` is a symbolic link to something outside the folder `root`: such a file is not the site's."""
    return path.is_symlink() and not path.resolve().is_relative_to(root.resolve())


def shown_path(path: Path, root: Path) -> str:
    """`path` as messages name it: relative to `root` where it lies within, with forward slashes.

    A name that is no text (bytes of another encoding) is shown with their numbers.
    """
    name = (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
    return name.encode("utf-8", "backslashreplace").decode()
