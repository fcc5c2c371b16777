"""What a publication is made of, as one digest: when it is the same, so is every byte of the site."""

import hashlib
from collections.abc import Sequence
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
    own = sorted(path for path in PACKAGE.rglob("*") if "__pycache__" not in path.parts)
    digest = hashlib.sha256(msgspec.msgpack.encode([settings, *others, str(root.resolve())]))
    own = [path for path in own if not any(path.is_relative_to(folder) for folder in apart)]
    for path in (*given, *own):
        if path.is_file():
            # A link that leads out of the folder is left out, whatever stands in the file behind it.
            place, text = path.resolve() if path.is_symlink() else path, _text(path)
            digest.update(f"\0{path}\0{place}\0{len(text)}\0".encode("utf-8", "surrogateescape") + text)
    digest.update(installed())
    return digest.hexdigest()


def _text(path: Path) -> bytes:
    """What the build reads of a file: of one that is too large, or can't be read, that it can't."""
    try:
        return read_regular(path, LONGEST_FILE)
    except OSError as fault:
        return str(fault.strerror).encode()
