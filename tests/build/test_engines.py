"""The same pages by MkDocs and by Zensical: addresses, anchors, sidebar, search."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.folders import ROOT
from tests.website import build, copy_site, document, own_pages, pages

pytest.importorskip("zensical", reason="needs Zensical")
pytestmark = [pytest.mark.site, pytest.mark.xdist_group("engines")]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_site(ROOT, tmp_path_factory.mktemp("both"))


@pytest.fixture(scope="module")
def by_mkdocs(root: Path) -> Path:
    build(root, root / "site")
    return root / "site"


@pytest.fixture(scope="module")
def by_zensical(root: Path) -> Path:
    run(root, "generator.cli", "write", "written")
    run(root / "written", "zensical", "build", "--clean", "--strict")
    return root / "written" / "site"


def run(folder: Path, module: str, *arguments: str) -> str:
    command = [sys.executable, "-m", module, *arguments]
    ran = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def names(site: Path) -> set[str]:
    return {page.relative_to(site).as_posix() for page in pages(site)}


def own_names(site: Path) -> list[str]:
    """The pages that tell something: no error, no way from an earlier address."""
    return [page.relative_to(site).as_posix() for page in own_pages(site) if page.name != "404.html"]


def anchors(path: Path) -> set[str]:
    """The ids within the article: the theme's own differ."""
    main = next(e for e in document(path).iter("article"))
    return {e.get("id") for e in main.iter() if e.get("id") and not e.get("id").startswith("__")}


def told(path: Path, tag: str) -> list[list[str]]:
    """The words of each such element of the article; a theme marks its permalinks differently."""
    main = next(e for e in document(path).iter("article"))
    return ["".join(e.itertext()).replace("¶", "").split() for e in main.iter(tag)]


def test_they_make_the_same_pages(by_mkdocs: Path, by_zensical: Path) -> None:
    assert names(by_mkdocs) == names(by_zensical)
    assert len(names(by_mkdocs)) > 20


def test_each_page_has_the_same_anchors_and_sidebar(by_mkdocs: Path, by_zensical: Path) -> None:
    compared = 0
    for name in own_names(by_mkdocs):
        assert anchors(by_mkdocs / name) == anchors(by_zensical / name), name
        asides = told(by_mkdocs / name, "aside")
        assert asides == told(by_zensical / name, "aside"), name
        compared += bool(asides)
    assert compared >= 1


def test_each_page_says_the_same(by_mkdocs: Path, by_zensical: Path) -> None:
    for name in own_names(by_mkdocs):
        for tag in ("h1", "h2", "h3", "blockquote", "li", "p"):
            assert told(by_mkdocs / name, tag) == told(by_zensical / name, tag), (name, tag)


def test_search_finds_the_same_places(by_mkdocs: Path, by_zensical: Path) -> None:
    ours = json.loads((by_mkdocs / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    theirs = json.loads((by_zensical / "search.json").read_text(encoding="utf-8"))["items"]
    assert hits(ours, "Kursk") == hits(theirs, "Kursk") != set()


def hits(entries: list[dict[str, str]], word: str) -> set[str]:
    return {e["location"].removeprefix("./").rstrip("/") for e in entries if word in e["text"] + e["title"]}


def test_writing_again_changes_nothing_and_forgets_what_is_gone(root: Path, by_zensical: Path) -> None:
    assert "0 written, 0 removed" in run(root, "generator.cli", "write", "written")
    article = min((root / "content" / "articles").glob("*.md"))
    kept = article.read_bytes()
    article.unlink()
    for decisions in (root / "content").glob("*.yml"):
        decisions.unlink()
    assert " 0 removed" not in run(root, "generator.cli", "write", "written")
    article.write_bytes(kept)


def test_a_folder_of_somebody_elses_is_left_alone(root: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    command = [sys.executable, "-m", "generator.cli", "write", str(tmp_path)]
    ran = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
    assert ran.returncode == 1
    assert "did not make" in ran.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]
