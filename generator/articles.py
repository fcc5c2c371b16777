"""content/articles to Article records."""

import re
from pathlib import Path

import msgspec
import yaml

from generator.model.record import Record
from generator.model.site import Problem
from generator.model.text import Article, Paragraph


class Reading(Record, frozen=True):
    """What a folder of articles gave: the articles by file name, and the faults of files left out or doubtful."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()


def read_articles(folder: Path, *, root: Path | None = None) -> Reading:
    """Every article of `folder`; paths in messages are relative to `root`."""
    return Reading(articles=tuple(_read(path, root or folder) for path in sorted(folder.glob("*.md"))))


def _read(path: Path, root: Path) -> Article:
    text = path.read_text(encoding="utf-8")
    head = re.match(r"---\n(.*?\n)---\n", text, re.S)
    matter = yaml.safe_load(head[1]) if head else {}
    body = text[head.end() :] if head else text
    known = {k: str(v) for k, v in matter.items() if k in Article.__struct_fields__ and v is not None}
    paragraphs = tuple(Paragraph(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", body))
    article = Article(
        id=path.stem,
        path=str(path.relative_to(root)),
        body=body,
        body_line=text[: len(text) - len(body)].count("\n") + 1,
        paragraphs=paragraphs,
    )
    return msgspec.convert(msgspec.to_builtins(article) | known, Article)
