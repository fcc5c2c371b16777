"""A finding as the editor sees it in the terminal: each passage in its context, with the difference marked."""

from collections.abc import Mapping
from itertools import pairwise

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from generator.desk.findings import origin, place
from generator.desk.sources.wording import printable
from generator.model.story import Disagreement, Position
from generator.model.text import Article

CONTEXT = 240
_CONTEXT_STYLE, _QUOTE_STYLE, _DIFFERENCE_STYLE = "dim", "bold", "bold black on yellow"
# Without colours the difference stands in brackets that no article uses.
_BRACKETS = ("⟦", "⟧")


def view(finding: Disagreement, articles: Mapping[str, Article], *, progress: str, plain: bool) -> RenderableType:
    """The whole finding; `plain` marks the difference by brackets instead of colours."""
    # What a reader found has no reason but that he found it.
    reason = _sentence(finding.reason) if finding.status == "detected" and finding.reason else ""
    lines: list[RenderableType] = [
        Rule(Text(progress), align="left"),
        Text(f"{finding.event} · {finding.id}", style="dim"),
        Text(printable(finding.about), style="bold"),
        Text(f"{finding.kind}, {finding.hardness}; {printable(origin(finding))}. {reason}".rstrip(), style="cyan"),
    ]
    for position in finding.positions:
        # Never broken: many terminals open a file and line at a click.
        lines.append(Text(f"\n{printable(place(position, articles))}", style="green", no_wrap=True, overflow="ignore"))
        lines.append(Padding(passage_in_context(position, articles[position.passage.article], plain=plain), (0, 2)))
    return Group(*lines, Text(""))


def _sentence(text: str) -> str:
    plain = printable(text)
    return plain[:1].upper() + plain[1:] + ("" if plain.endswith((".", "”")) else ".")


def passage_in_context(position: Position, article: Article, *, plain: bool) -> Text:
    """The passage with what stands around it in its paragraph."""
    passage = position.passage
    first, last = _surroundings(article, passage.start, passage.end)
    marked = _differences(position)
    text = Text()
    for start, end in _pieces(first, last, [passage.start, passage.end, *(edge for span in marked for edge in span)]):
        words = printable(article.body[start:end]).replace("\n", " ")
        if any(low <= start and end <= high for low, high in marked):
            text.append(words.join(_BRACKETS) if plain else words, style=_DIFFERENCE_STYLE)
        else:
            text.append(words, style=_QUOTE_STYLE if passage.start <= start < passage.end else _CONTEXT_STYLE)
    if first > _paragraph(article, passage.start)[0]:
        text = Text("… ", style=_CONTEXT_STYLE) + text
    if last < _paragraph(article, passage.end - 1)[1]:
        text += Text(" …", style=_CONTEXT_STYLE)
    return text


def _differences(position: Position) -> list[tuple[int, int]]:
    """The spans to mark: those that the comparison names, else the words that decide."""
    if position.differs:
        return list(position.differs)
    found = position.passage.quote.find(position.says) if position.says else -1
    start = position.passage.start + found
    return [(start, start + len(position.says))] if found >= 0 else []


def _pieces(first: int, last: int, edges: list[int]) -> list[tuple[int, int]]:
    """The stretch from `first` to `last` cut at the edges."""
    cuts = sorted({first, last, *(edge for edge in edges if first < edge < last)})
    return list(pairwise(cuts))


def _surroundings(article: Article, start: int, end: int) -> tuple[int, int]:
    """The passage with at most CONTEXT characters on either side, within its paragraphs and at whole words."""
    low, high = _paragraph(article, start)[0], _paragraph(article, end - 1)[1]
    first, last = max(low, start - CONTEXT), min(high, end + CONTEXT)
    while low < first < start and not article.body[first - 1].isspace():
        first += 1
    while end < last < high and not article.body[last].isspace():
        last -= 1
    return first, last


def _paragraph(article: Article, offset: int) -> tuple[int, int]:
    found = next((p for p in article.paragraphs if p.start <= offset < p.end), None)
    return (found.start, found.end) if found else (offset, offset + 1)
