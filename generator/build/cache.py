"""What is kept between builds, in the user's cache folder: in a watched one a preview would rebuild for ever."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec
import platformdirs

from generator.build.store import LIMIT
from generator.model.errors import ParallaxError

FOLDER_VARIABLE = "PARALLAX_CACHE"
LIMIT_VARIABLE = "PARALLAX_CACHE_LIMIT"

T = TypeVar("T")


def cache_folder() -> Path:
    """The folder named by PARALLAX_CACHE, else the platform's cache folder for Parallax."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else platformdirs.user_cache_path("parallax", appauthor=False)


def cache_limit() -> int:
    """The bytes that kept results may take: PARALLAX_CACHE_LIMIT, in megabytes, else four gigabytes."""
    given = os.environ.get(LIMIT_VARIABLE, "")
    if given and not given.isdigit():
        raise ParallaxError(f"{LIMIT_VARIABLE} is {given!r}.", remedy="Give a number of megabytes, such as 4096.")
    return int(given) * 1024**2 if given else LIMIT


def read_latest(path: Path, digest: str, kind: type[T]) -> T | None:
    """The record kept in `path` if it was kept under `digest`, else None; a damaged file counts as missing."""
    try:
        with path.open("rb") as file:
            if file.read(len(digest)) == digest.encode():
                return msgspec.msgpack.decode(file.read(), type=kind)
    except (OSError, msgspec.DecodeError):
        pass
    return None


def keep_latest(path: Path, digest: str, record: msgspec.Struct) -> None:
    """Keep `record` in `path` under `digest`, in place of what was there: the last one is the one that is asked for."""
    # A folder that can't be written or is full: the next build renders anew. The build itself has said so.
    with suppress(OSError):
        write_whole(path, digest.encode() + msgspec.msgpack.encode(record))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in the place of what was there, so that nobody ever reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    draft.write_bytes(content)
    draft.replace(path)
