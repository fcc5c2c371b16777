"""A folder of article files to articles and problems: every fault names its file, and the other articles still come."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from generator.content.articles.front_matter import FrontMatter, check, split
from generator.content.articles.overrule import overrule
from generator.content.articles.roles import paragraphs
from generator.content.source_text import leads_out, shown_path, source_bytes, source_text
from generator.content.yaml_source import YamlSource
from generator.language.detection import english_name, language_of
from generator.matching.slug import slug
from generator.model.decisions import BoilerplateDecision, Place
from generator.model.errors import ParallaxError, as_problem
from generator.model.record import Record
from generator.model.site import Problem
from generator.model.text import Article

LONGEST_BODY = 1_000_000
"""Characters of a body: a language model reads no more in one piece."""

SUFFIX = ".md"

# What a page puts between words that it keeps on one line: in English a space, but within a number ("27 400").
_SPACES = re.compile(r"(?<!\d)[\u00a0\u202f\u2009]|[\u00a0\u202f\u2009](?!\d)")


class Reading(Record, frozen=True):
    """What a folder of articles gave: the articles by file name, and the faults of files left out or doubtful."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()


class Parsed(Record, frozen=True):
    """What one file gave: its article, or None, and what is wrong with it."""

    article: Article | None
    problems: tuple[Problem, ...] = ()


def read_article(id_: str, file: str, content: bytes) -> Parsed:
    """The article `id_` of the file that holds `content`, and is called `file` in messages."""
    try:
        article, problems = _read(id_, file, content)
    except ParallaxError as fault:
        return Parsed(article=None, problems=(as_problem(fault),))
    return Parsed(article=article, problems=problems)


Source = tuple[str, str, bytes]
"""The arguments of `read_article`."""


def _one_by_one(sources: Sequence[Source]) -> list[Parsed]:
    return [read_article(*source) for source in sources]


def read_articles(
    folder: Path, *, root: Path | None = None, read: Callable[[Sequence[Source]], Sequence[Parsed]] = _one_by_one
) -> Reading:
    """Every article of `folder`; paths in messages are relative to `root`, or to the folder itself.

    `read` does `read_article` for many files: it may know the result, or have others help.
    """
    found = [_source(path, shown_path(path, root or folder), root or folder) for path in sorted(folder.glob("[!.]*"))]
    parsed = iter(read([each for each in found if not isinstance(each, Problem)]))
    problems: list[Problem] = []
    articles: dict[str, Article] = {}
    for each in found:
        if isinstance(each, Problem):
            problems.append(each)
            continue
        article, doubts = (one := next(parsed)).article, one.problems
        if article is not None and (other := articles.get(slug(article.id))) is not None:
            problems.append(_same_address(article, other))
            continue
        problems += doubts
        if article is not None:
            articles[slug(article.id)] = article
    if not articles:
        problems.append(_nothing(folder, shown_path(folder, root or folder)))
    return Reading(articles=tuple(articles.values()), problems=(*problems, *_repeated(articles.values())))


def _source(path: Path, file: str, root: Path) -> Source | Problem:
    """A file of the folder, or why it isn't read."""
    if path.suffix != SUFFIX or path.is_dir():
        return _not_read(file)
    try:
        _check_link(path, file, root)
        if path.name not in file:  # it could only be shown by its bytes
            raise ParallaxError("Left out: its name is not in UTF-8.", file=file, remedy="Rename it.")
        # Composed: some file systems keep accents apart from their letters.
        return unicodedata.normalize("NFC", path.stem), file, source_bytes(path, file=file)
    except ParallaxError as fault:
        return as_problem(fault)


def _check_link(path: Path, file: str, root: Path) -> None:
    """Nothing, unless the file is a link to somewhere else: a pull request could publish any file that way."""
    if leads_out(path, root):
        remedy = "Put the article's text into the file itself."
        raise ParallaxError("Left out: it is a link to a file outside the site's folder.", file=file, remedy=remedy)


def _same_address(article: Article, other: Article) -> Problem:
    """The article is left out, for an earlier one has the address that it would have."""
    fault = ParallaxError(
        f"Left out: its address would be that of {other.path}.",
        file=article.path,
        remedy="Rename one of them: names must differ in letters or digits, not only in case, accents or signs.",
    )
    return as_problem(fault)


def _read(id_: str, file: str, content: bytes) -> tuple[Article, tuple[Problem, ...]]:
    """The article of one file, and what is doubtful about it."""
    text = source_text(content, file=file)
    source, body = split(text, file=file)
    stated, problems = check(source) if source else (FrontMatter(), (_bare(file),))
    article = Article(
        id=id_,
        path=file,
        body=body,
        body_line=text.count("\n") - body.count("\n") + 1,
        paragraphs=paragraphs(body, stated.title, stated.byline) if len(body) <= LONGEST_BODY else (),
        **_facts(stated),
    )
    article, stale = overrule(article, _decisions(article, stated, source))
    _check_text(article)
    return _in_its_language(article, stated, (*problems, *stale))


def _in_its_language(
    article: Article, stated: FrontMatter, problems: tuple[Problem, ...]
) -> tuple[Article, tuple[Problem, ...]]:
    """The article with the language that its front matter states, else the one its text is in; a doubt is a warning."""
    found = language_of(" ".join(article.body[part.start : part.end] for part in article.story))
    article = msgspec.structs.replace(article, language=stated.language or found or article.language)
    if article.spoken == "en":
        article = msgspec.structs.replace(article, body=_SPACES.sub(" ", article.body))
    if not found or not stated.language or found == article.spoken:
        return article, problems
    message = f"The text is in {english_name(found)}; its front matter says `language: {stated.language}`."
    remedy = "Correct the line, or leave it out. Until then the text is read in the language that is stated."
    warning = Problem(severity="warning", file=article.path, line=1, message=message, remedy=remedy)
    return article, (*problems, warning)


def _facts(stated: FrontMatter) -> dict[str, Any]:
    known = Article.__struct_fields__
    return {key: value for key, value in msgspec.structs.asdict(stated).items() if key in known and value is not None}


def _check_text(article: Article) -> None:
    """Nothing, unless the article has no text that could be told of, or too much."""
    if not article.body.strip():
        message, remedy = "The article has no text.", "Put it below the front matter."
    elif len(article.body) > LONGEST_BODY:
        message, remedy = f"The article has {len(article.body):,} characters.", f"Allowed are {LONGEST_BODY:,}."
    elif not article.story:
        message, remedy = "Nothing of the text is taken for article text.", "List its words under `story:`."
    else:
        return
    raise ParallaxError(message, file=article.path, line=article.body_line, remedy=remedy)


def _decisions(article: Article, stated: FrontMatter, source: YamlSource | None) -> Iterator[BoilerplateDecision]:
    if source is None:
        return
    for key, is_story in (("not_story", False), ("story", True)):
        for number, quote in enumerate(getattr(stated, key) or ()):
            place = Place(file=source.file, line=source.line((key, number)))
            yield BoilerplateDecision(place=place, article=article.id, quote=quote, is_story=is_story)


def _repeated(articles: Iterable[Article]) -> Iterator[Problem]:
    """A warning for every article whose words are all those of an earlier one."""
    first: dict[str, Article] = {}
    for article in articles:
        story = " ".join(article.body[part.start : part.end] for part in article.story)
        same = first.setdefault(" ".join(re.findall(r"\w+", story.casefold())), article)
        if same is not article:
            message, remedy = f"The same text as {same.path}.", "Remove one, or keep both: they count as one source."
            yield Problem(severity="warning", file=article.path, line=article.body_line, message=message, remedy=remedy)


def _not_read(file: str) -> Problem:
    remedy = f"Articles are files that end in {SUFFIX}, in this folder itself."
    return Problem(severity="suggestion", file=file, line=0, message="This is not read.", remedy=remedy)


def _bare(file: str) -> Problem:
    message, remedy = (
        "No front matter: title, outlet and date count as not stated.",
        "Begin with `---`, `title: …`, `---`.",
    )
    return Problem(severity="warning", file=file, line=1, message=message, remedy=remedy)


def _nothing(folder: Path, file: str) -> Problem:
    message = "No article could be read here." if folder.is_dir() else "There is no such folder."
    remedy = f"Put articles into it, one {SUFFIX} file each."
    return Problem(severity="error", file=file, line=0, message=message, remedy=remedy)
