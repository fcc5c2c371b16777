"""The comparison as a table: a row a disagreement, a column a source, each answer in its exact words, figures drawn."""

import re
from collections.abc import Sequence
from itertools import accumulate

from generator.model.record import Record
from generator.model.story import Disagreement, Position
from generator.site.pages.answers import commonest, deciding, grouped, said
from generator.site.pages.cards import Card
from generator.site.pages.utterances import parted
from generator.site.pages.viewpoint import Quote, Source, Viewpoint, differing

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


OF_WORDS = ("label", "name", "quote")
"""The kinds that are about words alone; unless they are hard, they have a table of their own."""

ROWS = 8
"""So many rows stand open."""

LINKS = 32
"""So many links they may hold together, for a page is crossed by keyboard too: one a quotation, and those to share."""

FEWEST = 3
"""So many rows stand open whatever they hold."""


class Cell(Record, frozen=True):
    """What one source says: its words, or `same` as one before it, or nothing that is known; `labels` say who does."""

    labels: tuple[str, ...]
    quotes: tuple[Quote, ...]
    same: Source | None
    apart: bool


class Row(Record, frozen=True):
    """One disagreement over all columns; `plot` draws it where it is one of numbers."""

    card: Card
    cells: tuple[Cell, ...]
    plot: tuple[Dot, ...]


class Table(Record, frozen=True):
    """The table, its first rows open; the columns are the articles that say something in it."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    more: tuple[Row, ...]


def is_of_words(disagreement: Disagreement) -> bool:
    """Whether a disagreement is over words alone."""
    return disagreement.kind in OF_WORDS and disagreement.hardness == "soft"


def compared(items: Sequence[tuple[Disagreement, Card]], articles: Sequence[str], view: Viewpoint) -> Table:
    """The table of some disagreements, its columns in the order of `articles`."""
    speaking = {p.passage.article for item, _ in items for p in item.positions}
    columns = [article for article in articles if article in speaking]
    columns += sorted(speaking - set(columns))
    rows = tuple(_row(item, card, columns, view) for item, card in items)
    links = accumulate(_links(row) for row in rows)
    shown = min(max(FEWEST, sum(so_far <= LINKS for so_far in links)), ROWS)
    first, more = parted(rows, shown)
    return Table(columns=tuple(columns), rows=first, more=more)


def _row(item: Disagreement, card: Card, columns: Sequence[str], view: Viewpoint) -> Row:
    common = commonest(grouped(item))
    told = {
        article: [(p, spans) for p, spans in differing(item) if p.passage.article == article] for article in columns
    }
    answers = {article: tuple(said(position) for position, _ in own) for article, own in told.items()}
    cells = []
    for article, own in told.items():
        answer = answers[article]
        alike = [other for other in columns if answers[other] == answer] if answer else [article]
        before = alike[0]
        cells.append(
            Cell(
                labels=tuple(view.article(other).label for other in (alike if before == article else [article])),
                quotes=() if before != article else tuple(view.marked(p.passage, spans) for p, spans in own),
                same=view.article(before) if before != article else None,
                apart=bool(answer) and any(part != common for part in answer),
            )
        )
    return Row(card=card, cells=tuple(cells), plot=plot(item, view))


def _links(row: Row) -> int:
    return sum(len(cell.quotes) for cell in row.cells) + (3 if row.card.item.hardness == "hard" else 1)
