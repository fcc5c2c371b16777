"""Text to plain analysis: the only place that knows spaCy.

The pipeline is loaded once, and only when an article is not in the cache.
"""

import importlib
import importlib.metadata
import importlib.util
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING

from generator.language.dates import find as find_dates
from generator.language.detection import english_name
from generator.language.glossary import glossary, has_grammar
from generator.language.lexicon import rows
from generator.language.long_sentences import cut_long_sentences
from generator.language.quickening import quicken, without_commands
from generator.language.universal import Node, turned
from generator.model.analysis import Analysis, Sentence, Token
from generator.model.errors import ParallaxError
from generator.model.record import Record
from generator.model.text import Article, Paragraph

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


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
    with without_commands():
        package = importlib.import_module(model)
    loaded: Language = package.load()
    quicken(loaded)
    return loaded


class Model(Record, frozen=True):
    """The package of a spaCy pipeline, its version, and what it reads; without one words are parted, no more."""

    package: str
    version: str
    language: str = "en"


def model_of(package: str, language: str = "en") -> Model:
    """The installed pipeline of that package. Raises ParallaxError when there is none."""
    return Model(package=package, version=_model_version(package), language=language)


def model_for(language: str, models: Mapping[str, str]) -> Model:
    """The model for a language's articles: the one that `models` names for it, or ours where it is installed.

    A language for which our rules have no words (language/glossary.py) has none. Raises ParallaxError when `models`
    names a package that is not installed, or one for a language that has no words yet: it would be loaded for nothing.
    """
    package = models.get(language, "")
    if has_grammar(language):
        package = package or _given(language)["package"]
        if language in models or _is_installed(package):
            return model_of(package, language)
    elif package:
        raise ParallaxError(
            f"The setting `models` names a model for {language!r}, but there are no words of that language yet.",
            remedy=f"Take `{language}` out of `models`; see the page “Another language” on how to add one.",
        )
    return Model(package="", version="", language=language)


def unread(language: str, models: Mapping[str, str]) -> str:
    """What an editor should know of a text in a language that no model reads here; "" where one does."""
    if language == "en" or model_for(language, models).package:
        return ""
    return f"The text is in {english_name(language)}, which is not read here."


def how_to_read(language: str) -> str:
    """What makes articles of a language readable, as far as anything does."""
    if has_grammar(language):
        return f"To have it read: pip install '{_given(language)['install']}'."
    return "The page “Another language” says how one is added."


def _given(language: str) -> dict[str, str]:
    """The pipeline that reads a language of ours where no setting names another (`model.tsv`)."""
    return {row[0]: row[1] for row in rows("model", language=language)}


def _is_installed(package: str) -> bool:
    return importlib.util.find_spec(package) is not None


def analyse_article(article: Article, model: Model) -> Analysis:
    """The analysis of one article by a spaCy pipeline.

    Articles are read one by one: what the pipeline says of one cannot then hang on which others are read with it.
    """
    jobs = [
        (article.body[paragraph.start : paragraph.end], (number, paragraph))
        for number, paragraph in enumerate(article.paragraphs)
        if paragraph.role != "boilerplate"
    ]
    grammar = bool(model.package)
    if not jobs:
        return Analysis(article=article.id, tokens=(), sentences=(), language=model.language, grammar=grammar)
    if model.language != "en":
        jobs = [(text.translate(_TYPOGRAPHY), place) for text, place in jobs]
    pipeline = load(model.package) if grammar else _words_alone(model.language)
    next(_zones(pipeline))
    analysed: Iterable[tuple[Doc, tuple[int, Paragraph]]] = pipeline.pipe(
        jobs, as_tuples=True, batch_size=_at_once([text for text, _ in jobs])
    )
    docs = [(doc, number, paragraph) for doc, (number, paragraph) in analysed]
    return _plain(article.id, docs) if model.language == "en" else _foreign(article, docs, model)


# What a pipeline remembers of words is let go after so many articles: of forty thousand it would fill the memory, and
# to learn the commonest words anew for each article takes a twelfth of the reading.
_REMEMBERED = 25


@cache
def _zones(pipeline: "Language") -> Iterator[None]:
    """A zone of memory for an article at a time, of which some share one."""
    while True:
        with pipeline.memory_zone():
            yield from repeat(None, _REMEMBERED)


# Characters that the pipeline reads in one piece, about: it takes 3 MB a thousand while it does, and of 76 articles of
# 15,000 to 50,000 the parts were read as the whole was, to the byte.
_PIECE = 12_000


def _at_once(texts: Sequence[str]) -> int:
    """How many paragraphs are read in one piece: all of an article, but for a long one."""
    return max(1, len(texts) * _PIECE // max(_PIECE, sum(map(len, texts))))


# Models are trained on typewriter marks; one sign for one, so that offsets stay.
_TYPOGRAPHY = str.maketrans({"«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "’": "'", "\u00a0": " ", "\u202f": " "})


@cache
def _words_alone(language: str) -> "Language":
    """What parts words and sentences by their signs, where no model reads the language."""
    import spacy  # noqa: PLC0415 - only where it is needed: it takes a second

    try:
        pipeline = spacy.blank(language)
    except (ImportError, ValueError):
        pipeline = spacy.blank("xx")
    pipeline.add_pipe("sentencizer")
    return pipeline


def _foreign(article: Article, docs: list[tuple["Doc", int, Paragraph]], model: Model) -> Analysis:
    """The same of a language other than English: words by their keys and arcs turned, or words alone."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    grammar = bool(model.package)
    for doc, number, paragraph in docs:
        base, shift = len(tokens), paragraph.start
        nodes = [
            Node(t.text, t.lemma_, t.pos_, t.morph.to_dict(), t.dep_, t.head.i, t.ent_type_, t.ent_iob_ == "B")
            for t in doc
        ]
        spans = _whole([(span.start, span.end) for span in doc.sents], nodes)
        if grammar:
            turned(nodes, spans, glossary(model.language))
            _dated(doc.text, nodes, [token.idx for token in doc], model.language)
        for node, token in zip(nodes, doc, strict=True):
            # "-t-il": the hyphen is none of the pronoun.
            start = shift + token.idx + (len(node.text) - len(node.text.lstrip("-")) if node.pos == "PRON" else 0)
            end = shift + token.idx + len(node.text)
            text = article.body[start:end]
            tokens.append(
                Token(
                    start=start,
                    end=end,
                    text=text,
                    lemma=node.lemma if grammar else text.lower(),
                    pos=node.pos if grammar else "PUNCT" if token.is_punct else "SPACE" if token.is_space else "X",
                    tag=node.tag,
                    dep=node.dep,
                    head=base + (node.head if grammar else token.i),
                    entity=node.entity,
                    entity_start=node.opens,
                    key=node.key,
                    gender=node.gender,
                )
            )
        sentences += [
            Sentence(
                start=tokens[base + first].start,
                end=tokens[base + last - 1].end,
                first=base + first,
                last=base + last,
                paragraph=number,
            )
            for first, last in spans
        ]
    return cut_long_sentences(
        Analysis(
            article=article.id,
            tokens=tuple(tokens),
            sentences=tuple(sentences),
            language=model.language,
            grammar=grammar,
        )
    )


def _dated(text: str, nodes: list[Node], starts: list[int], language: str) -> None:
    """Label the words of dates: models of this scheme know persons, bodies and places only."""
    for found in find_dates(text, language):
        inside = [i for i, start in enumerate(starts) if found.start <= start < found.end]
        for i in inside:
            nodes[i].entity, nodes[i].opens = "DATE", i == inside[0]


def _whole(spans: list[tuple[int, int]], nodes: list[Node]) -> list[tuple[int, int]]:
    """The sentences of a paragraph, put together where the model parts one that no mark has ended: at quoted words."""
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        if whole and not _ends(nodes, *whole[-1]):
            first = whole.pop()[0]
            above = next((i for i in range(first, start) if nodes[i].head == i), first)
            below = next((i for i in range(start, end) if nodes[i].head == i), start)
            marks_alone = not any(c.isalnum() for node in nodes[first:start] for c in node.text)
            over, under = (below, above) if marks_alone else (above, below)
            nodes[under].head, nodes[under].dep = over, "punct" if marks_alone else "parataxis"
            whole.append((first, end))
        else:
            whole.append((start, end))
    return whole


def _ends(nodes: list[Node], first: int, last: int) -> bool:
    """Whether a sentence ends with a full stop or its like, a closing mark after it or not."""
    words = [node.text for node in nodes[first:last] if node.text.strip()]
    while len(words) > 1 and words[-1] in ('"', "'", ")"):
        words.pop()
    return bool(words) and words[-1][-1] in ".?!…"


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
