"""What a reader quoted, shown with the whole sentence that it stands in."""

from collections.abc import Mapping
from functools import cache

from msgspec.structs import replace

from generator.disagreements.passages import whole
from generator.language.frames import Frames
from generator.model.analysis import Analysis
from generator.model.story import Disagreement, Position
from generator.model.text import Article


def widen_event(
    articles: tuple[Article, ...], analyses: dict[str, Analysis], found: tuple[Disagreement, ...]
) -> tuple[Disagreement, ...]:
    """The findings with each passage widened to its sentence, or to the longest clause of it that may be quoted.

    A reader copies the words that differ; who does it, and "if" or "said that", often stand before them.
    """
    widener = _Widener({article.id: article for article in articles}, analyses)
    return tuple(replace(finding, positions=tuple(widener.widened(p) for p in finding.positions)) for finding in found)


class _Widener:
    def __init__(self, articles: Mapping[str, Article], analyses: Mapping[str, Analysis]) -> None:
        self._articles = articles
        self._frames = cache(lambda name: Frames(analyses[name]))

    def widened(self, position: Position) -> Position:
        passage = position.passage
        article = self._articles.get(passage.article)
        if article is None:
            return position
        # The first and the last character: both must stand in what is shown.
        marks = ((passage.start, passage.start + 1), (passage.end - 1, passage.end))
        wider = whole(article, self._frames(article.id), marks)
        if wider is None or wider.start > passage.start or wider.end < passage.end - 1:
            return position
        if wider.end < passage.end:
            wider = article.passage(wider.start, passage.end)
        return replace(position, passage=wider, differs=position.differs or ((passage.start, passage.end),))
