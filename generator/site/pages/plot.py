"""Disputed numbers on one axis: a dot a source, drawn only where it tells more than the words do."""

import re

from generator.model.record import Record
from generator.model.story import Disagreement, Position
from generator.site.pages.answers import deciding
from generator.site.pages.viewpoint import Source, Viewpoint

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,])\d+(?:\.\d+)?(?![\w,]*\d)")
_TIMES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}


class Dot(Record, frozen=True):
    """One number of one or more sources, `left` percent along the axis; `text` as the first of them writes it."""

    left: float
    text: str
    sources: tuple[Source, ...]


def plot(disagreement: Disagreement, view: Viewpoint) -> tuple[Dot, ...]:
    """The figures of a disagreement that a person or a second reader answers for, if each is one number of one unit.

    From the least to the greatest.
    """
    if disagreement.kind != "figure" or disagreement.status == "detected":
        return ()
    read = [(_value(position), position) for position in disagreement.positions]
    known = [(value[0], value[1], position) for value, position in read if value]
    if len(known) < len(read) or len({unit for _, unit, _ in known}) > 1:
        return ()
    values = sorted({number for number, _, _ in known})
    if len(values) < 2:
        return ()
    low, high = values[0], values[-1]
    dots = []
    for value in values:
        same = [position for number, _, position in known if number == value]
        sources = {p.passage.article: view.source(p.passage) for p in same}
        left = round((value - low) / (high - low) * 100, 1)
        dots.append(Dot(left=left, text=deciding(same[0]).quote, sources=tuple(sources.values())))
    return tuple(dots)


def _value(position: Position) -> tuple[float, str] | None:
    """The one number of a position and the last word after it, or None."""
    words = deciding(position).quote
    found = _NUMBER.findall(words)
    if len(found) != 1:
        return None
    after = words.partition(found[0])[2].casefold().split()
    times = _TIMES.get(after[0], 1.0) if after else 1.0
    return float(found[0].replace(",", "")) * times, (after[-1] if after else "").strip('.,;”"')
