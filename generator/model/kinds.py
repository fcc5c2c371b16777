"""The kinds of disagreement: the rows of kinds.yml, which everything else reads."""

from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

from generator.model.data import read_yaml

_ROWS: dict[str, dict[str, Any]] = read_yaml(resources.files("generator.model").joinpath("kinds.yml"))
KINDS = tuple(_ROWS)
"""Their names, in the order in which they are looked for."""

if TYPE_CHECKING:
    Kind = str
else:
    Kind = Literal[KINDS]


def told_to_readers() -> str:
    """What each kind is, a line each, as a second reader is told."""
    return "\n".join(f'- "{kind}": {row["request"]}' for kind, row in _ROWS.items())


def phrases(language: str) -> Iterator[tuple[str, str]]:
    """Keys and phrases of all kinds in a language of the interface; none for one that their rows do not speak."""
    for kind, row in _ROWS.items():
        said = row.get(language, {})
        for key in ("name", "meaning", "heading"):
            if key in said:
                yield f"{'kind' if key == 'name' else key}_{kind}", said[key]
        for rule, reason in said.get("reasons", {}).items():
            yield f"reason_{rule}", reason
