"""The text of a file that an editor wrote."""

from pathlib import Path

from generator.errors import ParallaxError


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
