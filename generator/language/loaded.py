"""Words for one thing of which choosing one takes a side, a row a thing (en/loaded.tsv)."""

import re
from functools import cache
from importlib import resources
from typing import NamedTuple


class Choice(NamedTuple):
    """The words of each side for one thing, as patterns. `called`: they only tell beside the name of what is meant."""

    called: bool
    sides: tuple[re.Pattern[str], ...]


@cache
def choices() -> tuple[Choice, ...]:
    """All rows of the list."""
    text = (resources.files("generator.language") / "en" / "loaded.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return tuple(Choice(row[0] == "called", tuple(_pattern(cell) for cell in row[1:] if cell.strip())) for row in rows)


def _pattern(cell: str) -> re.Pattern[str]:
    """Any of the words of a side, plurals too, a hyphen for a space or the other way round."""
    words = sorted((word.strip() for word in cell.split(";")), key=len, reverse=True)
    any_of = "|".join(re.sub(r"\\?[ -]", "[ -]", re.escape(word)) for word in words)
    return re.compile(rf"(?<![\w-])(?:{any_of})(?:e?s)?(?![\w-])", re.IGNORECASE)
