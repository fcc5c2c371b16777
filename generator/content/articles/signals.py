"""How the things that surround an article give themselves away: the rows of signals.tsv, which tells what they are."""

import re
from collections.abc import Iterator, Sequence
from importlib import resources
from itertools import groupby

from generator.model.record import Record


class Signal(Record, frozen=True):
    """A pattern that makes a paragraph of at most `words` words boilerplate, for the `reason`.

    `near` limits it to the first ("start") or last ("end") paragraphs of the body.
    """

    reason: str
    pattern: re.Pattern[str]
    words: int
    near: str = ""


def _rows() -> Iterator[list[str]]:
    """The rows, with the parts that are named in a pattern put in."""
    table = resources.files("generator.content.articles").joinpath("signals.tsv").read_text(encoding="utf-8")
    parts: dict[str, str] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            *row, pattern = line.split("\t")
            filled = re.sub(r"\{[A-Z_]+\}", lambda match: parts[match[0]], pattern)
            if len(row) == 1:
                parts[f"{{{row[0]}}}"] = filled
            yield [*row, filled]


def _signals(rows: Sequence[Sequence[str]]) -> Iterator[Signal]:
    """The signals in their order; those of whole lines that stand together are one pattern."""
    for (reason, words, near), alike in groupby(rows, key=lambda row: tuple(row[:3])):
        patterns, is_whole = [row[3] for row in alike], near == "whole"
        for pattern in [rf"^\W*(?:{'|'.join(patterns)})[^\w.]*(?:\.\.\.)?$"] if is_whole else patterns:
            compiled = re.compile(pattern, re.IGNORECASE)
            yield Signal(reason=reason, pattern=compiled, words=int(words), near="" if is_whole else near)


_ROWS = list(_rows())
SIGNALS = tuple(_signals([row for row in _ROWS if len(row) > 2]))


def named(name: str) -> re.Pattern[str]:
    """The pattern of that name."""
    return next(re.compile(row[1], re.IGNORECASE) for row in _ROWS if row[0] == name)
