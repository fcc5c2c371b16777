"""What a publication is made of, as one digest: when it is the same, so is every byte of the site."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from generator.build.code import PACKAGE, installed
from generator.content.settings import Settings, content_folder
from generator.content.source_text import LONGEST_FILE, read_regular
from generator.model.record import Record


def inputs_digest(root: Path, settings: Settings, *others: Record | bool, apart: Sequence[Path] = ()) -> str:
    """SHA-256 of the articles, the editor's files, all settings, our own code and data, and the libraries.

    What lies in the folders `apart` is left out.
    """
    content = content_folder(settings, root)
    given = sorted([*content.glob("articles/*"), *content.glob("*.yml"), *content.glob("readings/*.json")])
    digest = hashlib.sha256(msgspec.msgpack.encode([settings, *others, str(root.resolve())]))
    for path in (*given, *_own(apart)):
        if path.is_file():
            # A link that leads out of the folder is left out, whatever stands in the file behind it.
            place, text = path.resolve() if path.is_symlink() else path, _text(path)
            digest.update(f"\0{path}\0{place}\0{len(text)}\0".encode("utf-8", "surrogateescape") + text)
    digest.update(installed())
    return digest.hexdigest()


def files_in(content: Path) -> int:
    """How many files the folder of articles holds."""
    return sum(1 for _ in content.glob("articles/*"))


def _own(apart: Sequence[Path]) -> Iterator[Path]:
    """Our own files in a fixed order, but for what lies in the folders `apart`."""
    for folder, inner, names in os.walk(PACKAGE):
        inner[:] = sorted(name for name in inner if name != "__pycache__" and Path(folder, name) not in apart)
        yield from (Path(folder, name) for name in sorted(names))


def _text(path: Path) -> bytes:
    """What the build reads of a file: of one that is too large, or can't be read, that it can't."""
    try:
        return read_regular(path, LONGEST_FILE)
    except OSError as fault:
        return str(fault.strerror).encode()
