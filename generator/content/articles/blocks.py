"""An article's body to blocks of lines: one a paragraph or list item, with exact offsets.

Published texts come in two shapes that Markdown does not tell apart: hard-wrapped, where a paragraph runs over several
lines, and one paragraph a line, often without blank lines. A text is taken for hard-wrapped when its line breaks are
those that filling lines to a width would make (the first word of the next line would not have fitted), and when
sentences do run on over them. Headings, code, HTML and quotations are no blocks here: they are the article's words.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt

from generator.model.record import Record

# Paragraphs and lists only: "zero" switches every other rule off.
_MARKDOWN = MarkdownIt("zero").enable("list")
_MARKER = re.compile(r"(?:[-+*•▪‣◦](?:[ \t\u00a0]+|$))+")
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
# People and programs wrap prose between these widths; a shorter or longer line was broken for another reason.
_WIDTHS = range(40, 131)
_MOST = 0.8
# A text without any line break may have thousands of sentences, and what compares sentences of one paragraph would
# take the square of their number. It is cut at a sentence's end, or between words.
_LONGEST = 4000
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s|[。！？]")


class Block(Record, frozen=True):
    """One paragraph, `body[start:end]` without surrounding space; an item of a list stands without its marker."""

    start: int
    end: int
    item: bool = False


def blocks(body: str) -> tuple[Block, ...]:
    """The blocks of `body` in text order; together they hold all of its words."""
    lines = body.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    groups = list(_groups(body, lines))
    width = _fill_width(groups, lines)
    joined = ((starts[first], starts[last] - 1) for group in groups for first, last in _joined(group, lines, width))
    return tuple(part for start, end in joined if (block := _block(body, start, end)) for part in _bounded(body, block))


def _groups(body: str, lines: list[str]) -> Iterator[range]:
    """Ranges of lines that Markdown takes for one paragraph, and any line with words that it leaves over."""
    following = 0
    for token in _MARKDOWN.parse(body):
        if token.type == "paragraph_open" and token.map:
            first, last = token.map
            yield from (range(n, n + 1) for n in range(following, first) if lines[n].strip())
            yield range(first, last)
            following = last
    yield from (range(n, n + 1) for n in range(following, len(lines)) if lines[n].strip())


def _fill_width(groups: list[range], lines: list[str]) -> int:
    """The width to which the lines were filled, or 0 when they were not."""
    breaks = [(lines[a].rstrip(), lines[b].strip()) for group in groups for a, b in pairwise(group)]
    running_on = [len(line) for line, following in breaks if following[:1].islower() and not _ENDED.search(line)]
    if not running_on or max(running_on) not in _WIDTHS:
        return 0
    width = max(running_on)
    filled = sum(_is_filled(line, following, width) for line, following in breaks)
    within = sum(len(lines[n]) <= width for group in groups for n in group)
    count = sum(len(group) for group in groups)
    return width if filled >= _MOST * len(breaks) and within >= _MOST * count else 0


def _is_filled(line: str, following: str, width: int) -> bool:
    """Whether the first word of the `following` line would not have fitted on this one."""
    first = following.split(maxsplit=1)[0] if following else ""
    return len(line) + 1 + len(first) > width


def _joined(group: range, lines: list[str], width: int) -> Iterator[tuple[int, int]]:
    """The group cut into paragraphs, as (first line, line after the last)."""
    first = group.start
    for n in group[1:]:
        begins = (
            not width
            or _MARKER.match(lines[n].lstrip())
            or not _is_filled(lines[n - 1].rstrip(), lines[n].strip(), width)
        )
        if begins:
            yield first, n
            first = n
    yield first, group.stop


def _block(body: str, start: int, end: int) -> Block | None:
    text = body[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    marker = _MARKER.match(body, start, end)
    if marker:
        start = marker.end()
        start += len(body[start:end]) - len(body[start:end].lstrip())
    return Block(start=start, end=end, item=bool(marker)) if start < end else None


def _bounded(body: str, block: Block) -> Iterator[Block]:
    """The block, or several that are none longer than any paragraph."""
    start = block.start
    while block.end - start > _LONGEST:
        most = start + _LONGEST
        ends = [match.end() for match in _SENTENCE_END.finditer(body, start + _LONGEST // 2, most)]
        space = max(body.rfind(" ", start, most), body.rfind("\n", start, most)) + 1
        cut = ends[-1] if ends else space or most
        yield Block(start=start, end=cut - len(body[start:cut]) + len(body[start:cut].rstrip()), item=block.item)
        start = cut + len(body[cut : block.end]) - len(body[cut : block.end].lstrip())
    yield Block(start=start, end=block.end, item=block.item)
