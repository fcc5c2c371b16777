"""Pipes, folders, dead links, giants and names that are no text in the place of our files: a sentence, and the rest."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.inputs import inputs_digest
from generator.build.pipeline import build_site
from generator.content.settings import Settings
from generator.content.site_folder import open_site
from generator.model.errors import ParallaxError

TEXT = (
    "---\ntitle: Mill closed\noutlet: Post\npublished: 2024-05-03\n---\n\nThe council of Holly closed the old mill.\n"
)
GIANT = 100_000_000_000


def giant(path: Path) -> None:
    path.touch()
    os.truncate(path, GIANT)


HOSTILE: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "folder": os.mkdir,
    "dead link": lambda path: path.symlink_to("nowhere"),
    "device": lambda path: path.symlink_to("/dev/zero"),
    "giant": giant,
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "content" / "readings").mkdir()
    (tmp_path / "content" / "articles" / "post.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def told(root: Path) -> list[str]:
    site = build_site(root, Settings())
    assert [article.id for article in site.articles] == ["post"]
    assert inputs_digest(root, Settings())
    return [problem.file for problem in site.problems]


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("name", ["content/events.yml", "content/articles/other.md", "content/readings/other.json"])
def test_what_is_no_file_of_ours_is_told_and_the_rest_builds(root: Path, kind: str, name: str) -> None:
    HOSTILE[kind](root / name)
    assert told(root) == [name]


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_configuration_that_is_no_file_is_told(root: Path, kind: str) -> None:
    HOSTILE[kind](root / "mkdocs.yml")
    with pytest.raises(ParallaxError):
        open_site(root)


def test_a_name_that_is_no_text_is_told_and_the_rest_builds(root: Path) -> None:
    try:
        (root / "content" / "articles" / os.fsdecode(b"b\xff.md")).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("names are text here")
    assert told(root) == ["content/articles/b\\udcff.md"]
