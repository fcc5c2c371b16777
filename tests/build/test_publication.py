"""The finished site is kept between builds, and made anew when anything that goes into it changes."""

from pathlib import Path

import pytest

from generator.build import inputs, publication
from generator.build.publication import Identity, Publication, drafted, publish
from generator.build.remembering import Remembered
from generator.content.settings import Settings

ONE = "---\ntitle: Bridge closed\npublished: 2031-05-03\n---\nThe council closed the old bridge on Saturday.\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARALLAX_CACHE", str(tmp_path / "cache"))
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "content" / "articles" / "one.md").write_text(ONE, encoding="utf-8")
    return tmp_path


def made(root: Path, *, title: str = "Bridge", **settings: int) -> Publication:
    return publish(root, Settings(**settings), Identity(title=title))


def test_an_unchanged_site_is_not_built_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = made(root)
    monkeypatch.setattr(publication, "build", None)
    assert made(root) == first


def test_whatever_goes_into_it_makes_it_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(root)
    built: list[int] = []
    build = publication.build

    def counted(*arguments: object, **options: object) -> object:
        built.append(1)
        return build(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(publication, "build", counted)
    made(root, title="Another")
    made(root, title="Another", excerpt_words=50)
    (root / "content" / "articles" / "one.md").write_text(ONE + "\nIt rained.\n", encoding="utf-8")
    made(root, title="Another", excerpt_words=50)
    (root / "content" / "actors.yml").write_text("not_actors: [Saturday]\n", encoding="utf-8")
    made(root, title="Another", excerpt_words=50)
    assert len(built) == 4


def test_a_damaged_file_counts_as_missing(root: Path) -> None:
    first = made(root)
    (kept,) = (root / "cache" / "sites").iterdir()
    kept.write_bytes(kept.read_bytes()[:100])
    assert made(root) == first


def test_an_article_that_was_a_link_to_elsewhere_is_read_once_it_is_a_file(root: Path) -> None:
    article, elsewhere = root / "content" / "articles" / "one.md", root.parent / f"{root.name}.md"
    elsewhere.write_bytes(article.read_bytes())
    article.unlink()
    article.symlink_to(elsewhere)
    assert not made(root).site.articles
    article.unlink()
    article.write_bytes(elsewhere.read_bytes())
    assert len(made(root).site.articles) == 1


def test_a_preview_compares_anew_what_changed_and_draws_the_rest(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template is no reason to compare; an article, a decision or a phrase is."""
    package = root / "package"
    for name in ("templates", "words"):
        (package / "site" / name).mkdir(parents=True)
        (package / "site" / name / "one").write_text("one", encoding="utf-8")
    monkeypatch.setattr(publication, "_SITE", package / "site")
    monkeypatch.setattr(inputs, "PACKAGE", package)
    remembered, build, built = Remembered(), publication.build, list[int]()

    def counted(*arguments: object, **options: object) -> object:
        built.append(1)
        return build(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(publication, "build", counted)

    def builds_after(path: Path, text: str) -> int:
        path.write_text(text, encoding="utf-8")
        draft = drafted(root, Settings(), Identity(title="Bridge"), remembered)
        assert draft.finished() == drafted(root, Settings(), Identity(title="Bridge"), Remembered()).finished()
        return len(built)

    assert builds_after(package / "site" / "templates" / "one", "one") == 2
    assert builds_after(package / "site" / "templates" / "one", "two") == 3
    assert builds_after(package / "site" / "words" / "one", "two") == 5
    assert builds_after(root / "content" / "articles" / "one.md", ONE + "\nIt rained.\n") == 7
    assert builds_after(root / "content" / "actors.yml", "not_actors: [Saturday]\n") == 9
