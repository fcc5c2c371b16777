"""Every bad article file gives one clear problem; the other articles still come."""

import os
import shutil
from pathlib import Path

import pytest
import yaml

from generator.content.articles import read_articles
from generator.content.articles.front_matter import LONGEST
from generator.model.site import Problem
from tests.folders import CASES

CASES = CASES / "articles" / "bad"
GOOD = "---\ntitle: A flood\n---\nThe river rose by two metres.\n"


def read(folder: Path, **files: str) -> tuple[list[str], tuple[Problem, ...]]:
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    reading = read_articles(folder, root=folder.parent)
    return [article.id for article in reading.articles], reading.problems


@pytest.mark.parametrize("case", sorted(CASES.glob("*.md")), ids=lambda path: path.stem)
def test_one_problem_names_file_line_fault_and_what_is_allowed(case: Path, tmp_path: Path) -> None:
    expected = yaml.safe_load(case.with_suffix(".yml").read_text(encoding="utf-8"))
    folder = tmp_path / "articles"
    folder.mkdir()
    shutil.copy(case, folder)
    ids, problems = read(folder, a_good_one=GOOD)
    assert [(p.severity, p.file, p.line) for p in problems] == [
        (expected["severity"], f"articles/{case.name}", expected["line"])
    ]
    assert expected["says"] in problems[0].message
    assert expected["allowed"] in problems[0].remedy
    assert ids == (["a_good_one"] if expected["left_out"] else sorted(["a_good_one", case.stem]))


def test_a_long_title_is_cut_between_words(tmp_path: Path) -> None:
    shutil.copy(CASES / "title_of_10000_characters.md", tmp_path)
    title = read_articles(tmp_path).articles[0].title
    assert title is not None
    assert len(title) <= LONGEST
    assert title.endswith("mill…")


def test_an_empty_folder_is_one_error(tmp_path: Path) -> None:
    ids, problems = read(tmp_path)
    assert ids == []
    assert [(p.severity, p.file, p.line, p.message) for p in problems] == [
        ("error", tmp_path.name, 0, "No article could be read here.")
    ]


def test_a_missing_folder_is_one_error(tmp_path: Path) -> None:
    (problem,) = read_articles(tmp_path / "articles", root=tmp_path).problems
    assert (problem.severity, problem.file, problem.message) == ("error", "articles", "There is no such folder.")


def test_the_same_text_twice_is_a_warning_that_names_both(tmp_path: Path) -> None:
    again = GOOD.replace("A flood", "High water").replace("two metres.", "two  METRES")
    ids, problems = read(tmp_path, first=GOOD, second=again)
    assert ids == ["first", "second"]
    assert [(p.severity, Path(p.file).name, p.line) for p in problems] == [("warning", "second.md", 4)]
    assert "first.md" in problems[0].message


@pytest.mark.parametrize("other", ["Flood_Again", "flood again", "flóod-again", "FLOOD-AGAIN"])
def test_names_that_give_one_address_are_an_error_for_the_second(other: str, tmp_path: Path) -> None:
    first, second = sorted(["flood-again", other])
    ids, problems = read(tmp_path, **{first: GOOD, second: GOOD.replace("two", "three")})
    assert len(ids) == 1
    assert [(p.severity, Path(p.file).stem) for p in problems] == [("error", second)]
    assert f"{first}.md" in problems[0].message


def test_paths_outside_the_root_are_named_whole(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "flood.md").write_text("---\ntitle: Empty\n---\n", encoding="utf-8")
    first = read_articles(tmp_path, root=tmp_path / "site").problems[0]
    assert first.file == (tmp_path / "flood.md").as_posix()


def test_other_files_get_a_hint_and_hidden_ones_none(tmp_path: Path) -> None:
    (tmp_path / "flood.txt").write_text("Text.", encoding="utf-8")
    (tmp_path / ".flood.md.swp").write_text("Text.", encoding="utf-8")
    (tmp_path / "drafts.md").mkdir()
    _, problems = read(tmp_path, flood=GOOD)
    assert [(p.severity, Path(p.file).name) for p in problems] == [
        ("suggestion", "drafts.md"),
        ("suggestion", "flood.txt"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_only_regular_files_of_a_bearable_size_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "site" / "articles"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "pipe.md")
    with (folder / "sparse.md").open("wb") as file:
        file.truncate(10**11)
    (folder / "zero.md").symlink_to("/dev/zero")
    (tmp_path / "secret").write_text("a password")
    (folder / "link.md").symlink_to(tmp_path / "secret")
    (folder / "gone.md").symlink_to(tmp_path / "nowhere")
    (folder / "inside.md").symlink_to(folder / "a_good_one.md")
    ids, problems = read(folder, a_good_one=GOOD)
    assert ids == ["a_good_one", "inside"]
    told = {Path(problem.file).stem: problem.message for problem in problems if problem.severity == "error"}
    assert {name: told[name].split(": ")[1] for name in told} == {
        "pipe": "it is no regular file.",
        "sparse": "it is larger than 10 MB.",
        "zero": "it is a link to a file outside the site's folder.",
        "link": "it is a link to a file outside the site's folder.",
        "gone": "it is a link to a file outside the site's folder.",
    }


def test_an_article_of_two_megabytes_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "big.md").write_text(f"---\ntitle: Big\n---\n\n{'The ferry ran aground. ' * 90_000}\n", encoding="utf-8")
    ids, (problem,) = read(folder, a_good_one=GOOD)
    assert ids == ["a_good_one"]
    assert (problem.severity, problem.file) == ("error", "articles/big.md")
    assert "Allowed are" in problem.remedy
