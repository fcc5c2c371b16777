"""The editor overrules the reader: exact words of the body that are article text, or are not."""

from collections.abc import Iterable, Iterator, Sequence

from generator.matching.locate import nearest, places
from generator.model.decisions import BoilerplateDecision
from generator.model.site import Problem
from generator.model.text import Article, Paragraph

REASON = "left out by the editor"


def overrule(article: Article, decisions: Iterable[BoilerplateDecision]) -> tuple[Article, tuple[Problem, ...]]:
    """The article with its paragraphs as the editor has them; words that it does not hold are an error."""
    problems = []
    paragraphs = article.paragraphs
    for decision in decisions:
        spans = places(article.body, decision.quote)
        if not spans:
            problems.append(_stale(article, decision))
        for span in spans:
            paragraphs = tuple(_recut(article.body, paragraphs, span, decision.is_story))
    return Article(
        **{name: getattr(article, name) for name in article.__struct_fields__} | {"paragraphs": paragraphs}
    ), tuple(problems)


def _stale(article: Article, decision: BoilerplateDecision) -> Problem:
    key = "story" if decision.is_story else "not_story"
    start, end = nearest(article.body, decision.quote)
    return Problem(
        severity="error",
        file=decision.place.file,
        line=decision.place.line,
        message=f"{key}: these words are not in the article: {decision.quote!r}.",
        remedy=f"Nearest, on line {article.line(start)}: {article.body[start:end]!r}.",
    )


def _recut(body: str, paragraphs: Sequence[Paragraph], span: tuple[int, int], is_story: bool) -> Iterator[Paragraph]:
    """The paragraphs, with the part of each that lies in `span` made article text or boilerplate."""
    for paragraph in paragraphs:
        start, end = max(paragraph.start, span[0]), min(paragraph.end, span[1])
        if start >= end or is_story == (paragraph.role != "boilerplate"):
            yield paragraph
            continue
        yield from _part(body, paragraph.start, start, like=paragraph)
        if is_story:
            yield Paragraph(start=start, end=end)
        else:
            yield Paragraph(start=start, end=end, role="boilerplate", reason=REASON)
        yield from _part(body, end, paragraph.end, like=paragraph)


def _part(body: str, start: int, end: int, *, like: Paragraph) -> Iterator[Paragraph]:
    text = body[start:end]
    start, end = start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
    if start < end:
        yield Paragraph(start=start, end=end, role=like.role, reason=like.reason)
