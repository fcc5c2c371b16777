"""The text of a file that an editor wrote, and its name in messages."""

from pathlib import Path

from generator.model.errors import ParallaxError


def read_source(path: Path, *, file: str) -> str:
    r"""The text of `path`, every line end as `\n`, without a byte order mark; `file` is its name in messages."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        line = path.read_bytes().count(b"\n", 0, fault.start) + 1
        message = f"The file is not UTF-8: byte {fault.object[fault.start]:#04x} at {fault.start}."
        raise ParallaxError(message, file=file, line=line, remedy="Save it as UTF-8.") from None
    except OSError as fault:
        raise ParallaxError(f"The file cannot be read: {fault.strerror}.", file=file) from None


def shown_path(path: Path, root: Path) -> str:
    """`path` as messages name it: relative to `root` where it lies within, with forward slashes."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
