"""What is kept between builds, in the user's cache folder: in a watched one a preview would rebuild for ever."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec
import platformdirs

from generator.build.store import LIMIT
from generator.model.analysis import Analysis
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


class DiskCache:
    """One MessagePack file a digest. A damaged file counts as missing; files appear whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._decoder = msgspec.msgpack.Decoder(Analysis)

    def get(self, digest: str) -> Analysis | None:
        """The analysis kept under `digest`, or None."""
        try:
            return self._decoder.decode(self._path(digest).read_bytes())
        except (FileNotFoundError, msgspec.DecodeError):
            return None

    def put(self, digest: str, analysis: Analysis) -> None:
        """Keep `analysis` under `digest`."""
        _write_whole(self._path(digest), msgspec.msgpack.encode(analysis))

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / f"{digest}.msgpack"


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
        _write_whole(path, digest.encode() + msgspec.msgpack.encode(record))


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.draft")
    draft.write_bytes(content)
    draft.replace(path)
