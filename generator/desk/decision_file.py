"""content/disagreements.yml, changed by the desk without touching what the editor wrote: comments and order stay."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.util import load_yaml_guess_indent

from generator.build.cache import write_whole
from generator.content.source_text import read_source
from generator.content.yaml_source import YamlSource
from generator.model.errors import ParallaxError

NAME = "disagreements.yml"
_KEY = "disagreements"
_NO_FOLDING = 1_000_000

Entry = Mapping[str, Any]


def with_entries(text: str, entries: Sequence[Entry], *, file: str) -> str:
    """The file's `text` with `entries` at its end. Raises ParallaxError when it is not the YAML that we expect."""
    if not entries:
        return text
    writer, document = _loaded(text, file)
    if document is None:  # nothing but comments: they would be lost on the way through the parser
        head = text if not text or text.endswith("\n") else f"{text}\n"
        return head + as_yaml(entries)
    if document.get(_KEY) is None:
        document[_KEY] = []
    document[_KEY].extend(dict(entry) for entry in entries)
    return _written(writer, document)


def with_changes(text: str, index: int, changes: Entry, *, file: str) -> str:
    """The file's `text` with some keys of its entry number `index` changed; comments beside them stay."""
    writer, document = _loaded(text, file)
    document[_KEY][index].update(changes)
    return _written(writer, document)


def as_yaml(entries: Sequence[Entry]) -> str:
    """`entries` as the text of a whole file."""
    return _written(_writer(), {_KEY: [dict(entry) for entry in entries]})


def _loaded(text: str, file: str) -> tuple[YAML, Any]:
    """A writer that keeps the file's own indentation, and the file's document with its comments."""
    source = YamlSource(text, file=file)
    entries = source.data.get(_KEY) if isinstance(source.data, dict) else None
    if source.data is not None and (not isinstance(source.data, dict) or not isinstance(entries or [], list)):
        raise ParallaxError(
            "This file cannot be added to.", file=file, line=1, remedy=f"Expected is a list under `{_KEY}:`."
        )
    for number, entry in enumerate(entries or ()):
        if not isinstance(entry, dict):
            line = source.line((_KEY, number))
            raise ParallaxError("An entry is empty.", file=file, line=line, remedy="Fill it in, or take its line out.")
    try:
        _, indent, offset = load_yaml_guess_indent(io.StringIO(text))
    except IndexError:  # it looks for the entry on the line of its dash
        indent, offset = None, None
    writer = _writer(indent, offset)
    return writer, writer.load(text)


def _writer(indent: int | None = None, offset: int | None = None) -> YAML:
    writer = YAML()
    writer.preserve_quotes = True
    writer.width = _NO_FOLDING
    writer.indent(mapping=2, sequence=indent or 4, offset=2 if offset is None else offset)
    return writer


def _written(writer: YAML, document: CommentedMap | dict[str, Any]) -> str:
    stream = io.StringIO()
    writer.dump(document, stream)
    return stream.getvalue()


def read_file(path: Path, *, file: str) -> str:
    """The file's text, "" when there is none yet; `file` is its name in messages."""
    return read_source(path, file=file) if path.exists() else ""


def write_file(path: Path, text: str) -> None:
    """Replace the file whole, so that a preview never reads half of it; its line ends stay, a link is followed."""
    path = path.resolve()
    kept = "\r\n" if path.exists() and b"\r\n" in path.read_bytes() else "\n"
    write_whole(path, text.replace("\n", kept).encode())


def entry_lines(text: str, *, file: str) -> list[int]:
    """The 1-based lines on which the entries begin."""
    source = YamlSource(text, file=file)
    entries = source.data.get(_KEY) if isinstance(source.data, dict) else None
    return [source.line((_KEY, number)) for number in range(len(entries or ()))]
