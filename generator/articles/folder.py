"""A folder of article files to articles and problems: every fault names its file, and the other articles still come."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from generator.articles.front_matter import FrontMatter, check, split
from generator.articles.overrule import overrule
from generator.articles.roles import paragraphs
from generator.errors import ParallaxError, as_problem
from generator.model.decisions import BoilerplateDecision, Place
from generator.model.record import Record
from generator.model.site import Problem
from generator.model.text import Article
from generator.source_text import read_source
from generator.yaml_source import YamlSource

LONGEST_BODY = 1_000_000  # characters; spaCy reads no more in one piece
_SUFFIX = ".md"


class Reading(Record, frozen=True):
    """What a folder of articles gave: the articles by file name, and the faults of files left out or doubtful."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()


def read_articles(folder: Path, *, root: Path | None = None) -> Reading:
    """Every article of `folder`; paths in messages are relative to `root`."""

    def named(path: Path) -> str:
        return path.relative_to(root or folder).as_posix()

    problems: list[Problem] = []
    articles: list[Article] = []
    for path in _article_files(folder, named, problems):
        try:
            article, doubts = _read(path, named(path))
        except ParallaxError as fault:
            problems.append(as_problem(fault))
            continue
        articles.append(article)
        problems += doubts
    if not articles:
        problems.append(_nothing(folder, (root or folder)))
    return Reading(articles=tuple(articles), problems=(*problems, *_repeated(articles)))


def _article_files(folder: Path, named: Callable[[Path], str], problems: list[Problem]) -> Iterator[Path]:
    """The article files by name, but not one whose address another has already; other files get a suggestion."""
    taken: dict[str, Path] = {}
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        if path.suffix != _SUFFIX or not path.is_file():
            message = "Not read: only files that end in .md, in this folder itself, are articles."
            problems.append(Problem(severity="suggestion", file=named(path), line=0, message=message))
            continue
        address = _address(path.stem)
        if address in taken or not address:
            problems.append(_unaddressable(named(path), taken.get(address)))
            continue
        taken[address] = path
        yield path


def _address(stem: str) -> str:
    """What is left of a file's name in an address that every file system and browser takes alike."""
    plain = unicodedata.normalize("NFKD", stem).casefold()
    return "-".join(
        re.findall(r"\w+", "".join(sign for sign in plain if not unicodedata.combining(sign)).replace("_", "-"))
    )


def _unaddressable(file: str, other: Path | None) -> Problem:
    message = (
        f"Left out: its address would be that of {other.name}." if other else "Left out: its name gives no address."
    )
    remedy = "Rename one of them: names must differ in letters or digits, not only in case, accents or signs."
    return Problem(
        severity="error",
        file=file,
        line=0,
        message=message,
        remedy=remedy if other else "Rename it, with letters or digits.",
    )


def _read(path: Path, file: str) -> tuple[Article, tuple[Problem, ...]]:
    text = read_source(path, file=file)
    source, body = split(text, file=file)
    stated, problems = check(source) if source else (FrontMatter(), (_bare(file),))
    body_line = text.count("\n") - body.count("\n") + 1
    if not body.strip():
        raise ParallaxError(
            "The article has no text.", file=file, line=body_line, remedy="Put it below the front matter."
        )
    if len(body) > LONGEST_BODY:
        raise ParallaxError(
            f"The article has {len(body):,} characters.",
            file=file,
            line=body_line,
            remedy=f"Allowed are {LONGEST_BODY:,}.",
        )
    facts = {
        k: v for k, v in msgspec.structs.asdict(stated).items() if k in Article.__struct_fields__ and v is not None
    }
    article = Article(
        id=unicodedata.normalize("NFC", path.stem),
        path=file,
        body=body,
        body_line=body_line,
        paragraphs=paragraphs(body, stated.title, stated.byline),
        **facts,
    )
    article, stale = overrule(article, _decisions(article, stated, source))
    if not article.story:
        raise ParallaxError(
            "Nothing of the text is taken for article text.",
            file=file,
            line=body_line,
            remedy="List its words under `story:`.",
        )
    return article, (*problems, *stale)


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
        words = " ".join(
            word
            for part in article.story
            for word in re.findall(r"\w+", article.body[part.start : part.end].casefold())
        )
        if words in first:
            message = f"The same text as {first[words].path}."
            remedy = "Remove one, or keep both: they count as one independent source."
            yield Problem(severity="warning", file=article.path, line=article.body_line, message=message, remedy=remedy)
        first.setdefault(words, article)


def _bare(file: str) -> Problem:
    message = "No front matter: title, outlet and date count as not stated."
    return Problem(
        severity="warning", file=file, line=1, message=message, remedy="Begin it with `---`, `title: …`, `---`."
    )


def _nothing(folder: Path, root: Path) -> Problem:
    file = folder.relative_to(root).as_posix() if folder.is_relative_to(root) else str(folder)
    message = "No article could be read here." if folder.is_dir() else "There is no such folder."
    return Problem(
        severity="error", file=file, line=0, message=message, remedy="Put articles into it, one .md file each."
    )
