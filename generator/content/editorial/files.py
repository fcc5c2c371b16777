"""The editor's files to decisions: one fault leaves out one entry, and says where it stands."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.content.editorial.decisions import (
    Reader,
    actor,
    correction,
    disagreement,
    event,
    hidden_section,
    never_merge,
    not_an_actor,
)
from generator.content.source_text import read_source, shown_path
from generator.content.yaml_source import Spot, YamlSource
from generator.model.decisions import Decisions
from generator.model.errors import ParallaxError, as_problem
from generator.model.record import Record
from generator.model.site import Problem

FILES: dict[str, dict[str, Reader]] = {
    "actors.yml": {"actors": actor, "never_merge": never_merge, "not_actors": not_an_actor},
    "events.yml": {"events": event, "hide": hidden_section},
    "disagreements.yml": {"disagreements": disagreement},
    "corrections.yml": {"corrections": correction},
}
"""The files that are read, the keys each may hold, and what reads an entry under that key."""


class EditorialReading(Record, frozen=True):
    """The editor's decisions, and the faults of entries left out."""

    decisions: Decisions
    problems: tuple[Problem, ...] = ()


def read_decisions(content: Path, *, root: Path) -> EditorialReading:
    """Every decision in the `*.yml` files of `content`; paths in messages are relative to `root`."""
    found: dict[str, list[Any]] = defaultdict(list)
    problems = list(_unread(content, root))
    for path in (content / name for name in FILES):
        if not path.exists() and not path.is_symlink():
            continue
        try:
            file = shown_path(path, root)
            source = YamlSource(read_source(path, file=file), file=file)
            entries = list(_entries(source, FILES[path.name]))
        except ParallaxError as fault:
            problems.append(as_problem(fault))
            continue
        for key, spot in entries:
            try:
                found[key].append(FILES[path.name][key](spot))
            except ParallaxError as fault:
                problems.append(as_problem(fault))
    decisions = Decisions(**{key: tuple(entries) for key, entries in found.items()})
    return EditorialReading(decisions=decisions, problems=tuple(problems))


def _entries(source: YamlSource, keys: Mapping[str, Reader]) -> Iterator[tuple[str, Spot]]:
    """Every entry of a file with the key it stands under."""
    spot = Spot(source, ())
    allowed = f"Allowed keys: {', '.join(keys)}."
    if source.data is None:
        return
    if not isinstance(source.data, dict):
        raise spot.fault("The file is not made of keys with values.", allowed)
    for key, entries in source.data.items():
        if key not in keys:
            raise spot.within(key).fault(f"`{key}` is not a key that is known here.", allowed)
        if not isinstance(entries, list | None):
            raise spot.within(key).fault(f"{key}: A list is expected.", "Begin each entry with `- `.")
        yield from ((key, spot.within(key, number)) for number in range(len(entries or ())))


def _unread(content: Path, root: Path) -> Iterator[Problem]:
    """A warning for each file that looks like one of the editor's but has another name."""
    for path in sorted((*content.glob("*.yml"), *content.glob("*.yaml"))):
        if path.name not in FILES:
            file = shown_path(path, root)
            remedy = f"Files that are read here: {', '.join(FILES)}."
            yield Problem(severity="warning", file=file, line=0, message="This file is not read.", remedy=remedy)
