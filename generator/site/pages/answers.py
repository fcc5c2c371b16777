"""A disagreement's positions by answer: the same words are said once, and those who stand apart are marked."""

import re
from collections.abc import Sequence

import msgspec

from generator.model.record import Record
from generator.model.story import Disagreement, Position
from generator.model.text import Passage
from generator.site.pages.viewpoint import Quote, Source, Viewpoint

MOST_WORDS = 20
"""More words of a position are no deciding words; they are cut where a sidebar has no room."""


class Answer(Record, frozen=True):
    """One answer, and all who give it.

    `decides` are its deciding words, `quote` its whole words. `apart` says that it is not the answer that most articles
    give; where no answer is, all of them are.
    """

    decides: Quote
    quote: Quote
    sources: tuple[Source, ...]
    apart: bool


def answers(disagreement: Disagreement, view: Viewpoint) -> tuple[Answer, ...]:
    """The answers in the order of the positions; each article counts once."""
    groups = grouped(disagreement)
    common = commonest(groups)
    return tuple(_answer(group, view, apart=key != common) for key, group in groups.items())


def grouped(disagreement: Disagreement) -> dict[str, list[Position]]:
    """The positions by what they say, in order."""
    groups: dict[str, list[Position]] = {}
    for position in disagreement.positions:
        groups.setdefault(said(position), []).append(position)
    return groups


def commonest(groups: dict[str, list[Position]]) -> str | None:
    """The answer that more articles give than any other, or None."""
    counts = sorted(((len({p.passage.article for p in group}), key) for key, group in groups.items()), reverse=True)
    return counts[0][1] if len(counts) > 1 and counts[0][0] > counts[1][0] else None


def said(position: Position) -> str:
    """The deciding words without case, punctuation and space: what makes two answers the same."""
    words = deciding(position).quote
    return " ".join(re.findall(r"[^\W_]+(?:[-’'.][^\W_]+)*", words.casefold())) or words


def deciding(position: Position) -> Passage:
    """The words of a position that decide: those it names, else from the first to the last that differ, else all."""
    passage = position.passage
    if position.says and position.says in passage.quote:
        start = passage.start + passage.quote.index(position.says)
        return passage.part(start, start + len(position.says))
    if position.differs:
        return passage.part(min(s for s, _ in position.differs), max(e for _, e in position.differs))
    return passage


def _answer(group: Sequence[Position], view: Viewpoint, *, apart: bool) -> Answer:
    first = group[0]
    short = _shortened(deciding(first))
    return Answer(
        decides=msgspec.structs.replace(view.quote(short), open=short.end < deciding(first).end),
        quote=view.quote(first.passage),
        sources=tuple({p.passage.article: view.source(p.passage) for p in group}.values()),
        apart=apart,
    )


def _shortened(passage: Passage) -> Passage:
    words = list(re.finditer(r"\S+", passage.quote))
    if len(words) <= MOST_WORDS:
        return passage
    return passage.part(passage.start, passage.start + words[MOST_WORDS - 1].end())
