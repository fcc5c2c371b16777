"""Text to plain analysis: the only place that knows spaCy.

The pipeline is loaded once, and only when an article is not in the cache.
"""

import hashlib
import importlib
import importlib.metadata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Protocol

from generator.language.long_sentences import cut_long_sentences
from generator.model.analysis import Analysis, Sentence, Token
from generator.model.errors import ParallaxError
from generator.model.record import Record
from generator.model.text import Article, Paragraph

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Raise this when the code below would give another analysis of the same text: it is part of the cache's key.
CODE_VERSION = 2


class AnalysisCache(Protocol):
    """Where analyses are kept between builds, by digest."""

    def get(self, digest: str) -> Analysis | None:
        """The analysis kept under `digest`, or None."""
        ...

    def put(self, digest: str, analysis: Analysis) -> None:
        """Keep `analysis` under `digest`."""
        ...


def analyse(articles: Sequence[Article], *, model: str, cache: AnalysisCache) -> dict[str, Analysis]:
    """The analysis of each article, by article id, in the order given.

    Raises ParallaxError when `model` names no installed spaCy pipeline.
    """
    digests = {article.id: digest(article, model) for article in articles}
    found = {article.id: cache.get(digests[article.id]) for article in articles}
    missing = [article for article in articles if found[article.id] is None]
    for article in missing:
        found[article.id] = analysis = analyse_article(article, model_of(model))
        cache.put(digests[article.id], analysis)
    return {name: analysis for name, analysis in found.items() if analysis is not None}


def digest(article: Article, model: str) -> str:
    """The cache key of an article: its id and story paragraphs, the model with its version, this code's version."""
    key = hashlib.sha256(f"{CODE_VERSION}\0{model}\0{_model_version(model)}\0{article.id}".encode())
    for paragraph in article.story:
        key.update(f"\0{paragraph.start}\0{article.body[paragraph.start : paragraph.end]}".encode())
    return key.hexdigest()


@cache
def _model_version(model: str) -> str:
    try:
        return importlib.metadata.version(model)
    except importlib.metadata.PackageNotFoundError:
        raise ParallaxError(
            f"The language model {model!r} is not installed.",
            remedy="Install it, or set `model` to an installed spaCy pipeline package.",
        ) from None


@cache
def load(model: str) -> "Language":
    """The spaCy pipeline of that package, loaded at the first call."""
    # The module itself is loaded, not `spacy.load(name)`: a repackaged pipeline keeps its data under another name.
    loaded: Language = importlib.import_module(model).load()
    return loaded


class Model(Record, frozen=True):
    """The package of a spaCy pipeline, and its version."""

    package: str
    version: str


def model_of(package: str) -> Model:
    """The installed pipeline of that package. Raises ParallaxError when there is none."""
    return Model(package=package, version=_model_version(package))


def analyse_article(article: Article, model: Model) -> Analysis:
    """The analysis of one article by a spaCy pipeline.

    Articles are read one by one: what the pipeline says of one cannot then hang on which others are read with it.
    """
    jobs = [
        (article.body[paragraph.start : paragraph.end], (number, paragraph))
        for number, paragraph in enumerate(article.paragraphs)
        if paragraph.role != "boilerplate"
    ]
    if not jobs:
        return Analysis(article=article.id, tokens=(), sentences=())
    pipeline = load(model.package)
    # What the pipeline remembers of an article's words is let go with it: forty thousand would fill the memory.
    with pipeline.memory_zone():
        analysed: Iterable[tuple[Doc, tuple[int, Paragraph]]] = pipeline.pipe(jobs, as_tuples=True)
        return _plain(article.id, [(doc, number, paragraph) for doc, (number, paragraph) in analysed])


def _plain(article: str, docs: list[tuple["Doc", int, Paragraph]]) -> Analysis:
    """spaCy's documents of one article's paragraphs as one plain record, with offsets of the body."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for doc, number, paragraph in docs:
        base, shift = len(tokens), paragraph.start
        for token in doc:
            tokens.append(
                Token(
                    start=shift + token.idx,
                    end=shift + token.idx + len(token.text),
                    text=token.text,
                    lemma=token.lemma_.lower(),
                    pos=token.pos_,
                    tag=token.tag_,
                    dep=token.dep_,
                    head=base + token.head.i,
                    entity=token.ent_type_,
                    entity_start=token.ent_iob_ == "B",
                )
            )
        for span in doc.sents:
            sentences.append(
                Sentence(
                    start=shift + span.start_char,
                    end=shift + span.end_char,
                    first=base + span.start,
                    last=base + span.end,
                    paragraph=number,
                )
            )
    return cut_long_sentences(Analysis(article=article, tokens=tuple(tokens), sentences=tuple(sentences)))
