"""Fixtures shared by all tests: the real articles, read and analysed once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from generator.content.articles import read_articles
from generator.content.site_folder import open_site
from generator.model.analysis import Analysis
from generator.model.site import Site
from generator.model.text import Article
from tests import chromium
from tests.analyses import analyse
from tests.folders import ROOT
from tests.website import build, served

SHARED = ROOT.parent / "shared"

# A busy machine makes no test fail.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


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
    return analyse(seeds)


@pytest.fixture(scope="session")
def basil(shared: Path) -> tuple[Article, ...]:
    return read_articles(shared / "corpora" / "basil-dev" / "articles").articles


@pytest.fixture(scope="session")
def basil_analyses(basil: tuple[Article, ...]) -> dict[str, Analysis]:
    return analyse(basil)


@pytest.fixture(scope="session")
def seed_site() -> Site:
    """The site of the project's own content, the editor's files applied."""
    from generator.build.pipeline import build_site  # noqa: PLC0415

    folder = open_site(ROOT)
    return build_site(folder.root, folder.settings)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site, built strictly. Tests that use it belong to the xdist group "built"."""
    target = tmp_path_factory.mktemp("built") / "site"
    build(ROOT, target)
    return target


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The address under which the built site is served, below a sub-path as on GitHub Pages."""
    with served(built_site) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        yield started
        started.close()
