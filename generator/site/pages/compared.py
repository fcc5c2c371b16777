"""The comparison as a table: a row a disagreement, a column a source, each answer in its exact words."""

from collections.abc import Sequence
from itertools import accumulate

from generator.model.record import Record
from generator.model.story import Disagreement
from generator.site.pages.answers import commonest, grouped, said
from generator.site.pages.cards import Card
from generator.site.pages.plot import Dot, plot
from generator.site.pages.utterances import parted
from generator.site.pages.viewpoint import Quote, Source, Viewpoint, differing

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
