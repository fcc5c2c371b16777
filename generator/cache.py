"""Analyses on disk, in the user's cache folder: in a folder that a preview watches it would rebuild for ever."""

import os
from pathlib import Path

import msgspec
import platformdirs

from generator.model.analysis import Analysis

FOLDER_VARIABLE = "PARALLAX_CACHE"


def cache_folder() -> Path:
    """The folder named by PARALLAX_CACHE, else the platform's cache folder for Parallax."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else platformdirs.user_cache_path("parallax", appauthor=False)


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
        path = self._path(digest)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}.draft")
        draft.write_bytes(msgspec.msgpack.encode(analysis))
        draft.replace(path)

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / f"{digest}.msgpack"
