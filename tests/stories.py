"""Articles made of test texts: read and analysed like real ones."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.account.dates import date_folder, stated
from generator.content.articles import read_articles
from generator.matching.terms import terms_of
from generator.model.analysis import Analysis
from generator.model.story import DateMention, Dating
from generator.model.text import Article
from tests.analyses import analyse
from tests.folders import CASES


def cases(name: str) -> list[Path]:
    """The case files of one folder of tests/cases, in the order of their names."""
    return sorted((CASES / name).glob("*.yml"))


def load(path: Path) -> dict[str, Any]:
    """One case file; dates stay as they are written."""
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return loaded


def read(folder: Path, stories: Mapping[str, Mapping[str, str]]) -> tuple[Article, ...]:
    """The articles that `stories` describe: by id, `text` and any front matter."""
    for name, story in stories.items():
        matter = "".join(f"{key}: {value}\n" for key, value in story.items() if key != "text")
        (folder / f"{name}.md").write_text(f"---\n{matter}---\n\n{story['text']}\n", encoding="utf-8")
    return read_articles(folder).articles


def analysed(articles: Sequence[Article]) -> dict[str, Analysis]:
    """The analyses of articles, from the cache where they are there."""
    return analyse(articles)


def date_all(
    articles: Sequence[Article], analyses: Mapping[str, Analysis], mentions: Mapping[str, tuple[DateMention, ...]]
) -> dict[str, Dating]:
    """The articles' datings, by the steps that a build takes."""
    known = {a.id: stated(a, analyses[a.id], mentions[a.id]) for a in articles}
    terms = {a.id: terms_of(a, analyses[a.id]) for a in articles}
    return date_folder(articles, analyses, mentions, known, terms)
