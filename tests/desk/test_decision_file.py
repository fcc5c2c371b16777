"""disagreements.yml is changed without touching what the editor wrote."""

from pathlib import Path

import pytest
import yaml

from generator.desk.decision_file import as_yaml, entry_lines, read_file, with_changes, with_entries, write_file
from generator.model.errors import ParallaxError

ENTRY = {"add": 'why: the "ferry" # stranded', "kind": "cause", "positions": [{"article": "a", "quote": "12 – it’s"}]}

WRITTEN = """# my notes
disagreements:   # what I decided
  - confirm: figure-1   # sure
    about: 'how many'

    # not so sure
  - dismiss: label-2
    reason: >-
      both words
      are his
# the end
"""


def test_comments_order_and_marks_stay() -> None:
    text = with_entries(WRITTEN, [ENTRY], file="f")
    assert text.startswith(WRITTEN)
    assert yaml.safe_load(text)["disagreements"][2] == ENTRY


@pytest.mark.parametrize("text", ["", "# only a comment", "# a\n", "disagreements:\n", "disagreements: []\n", "---\n"])
def test_entries_in_an_empty_file(text: str) -> None:
    changed = with_entries(text, [ENTRY], file="f")
    assert yaml.safe_load(changed) == {"disagreements": [ENTRY]}
    assert changed.startswith(text.rstrip("\n").split(":")[0].removesuffix("---"))


@pytest.mark.parametrize("indent", ["", "  ", "    "])
def test_the_editors_indentation_stays(indent: str) -> None:
    text = f"disagreements:\n{indent}- confirm: a\n{indent}- confirm: b\n"
    changed = with_entries(text, [ENTRY], file="f")
    assert changed.startswith(text)
    assert f"\n{indent}- add:" in changed


def test_nothing_to_add_changes_nothing() -> None:
    assert with_entries("a:   [broken", [], file="f") == "a:   [broken"


def test_keys_of_an_entry_change_in_its_place() -> None:
    text = as_yaml([{"confirm": "x"}, ENTRY]) + "# end\n"
    changed = with_changes(text, 1, {"kind": "who", "status": "dismissed"}, file="f")
    assert yaml.safe_load(changed)["disagreements"][1] == ENTRY | {"kind": "who", "status": "dismissed"}
    assert "# end" in changed


@pytest.mark.parametrize("text", ["- a\n", "disagreements: text\n", "text\n", "a: [\n", "a: &x [1]\nb: *x\n"])
def test_a_file_of_another_shape_is_left_alone(text: str) -> None:
    with pytest.raises(ParallaxError) as fault:
        with_entries(text, [ENTRY], file="content/disagreements.yml")
    assert fault.value.file == "content/disagreements.yml"
    assert fault.value.line


@pytest.mark.parametrize("entry", ["-", "- confirm: a\n  -", "- text"])
def test_an_empty_entry_is_refused_with_its_line(entry: str) -> None:
    with pytest.raises(ParallaxError, match="empty") as fault:
        with_entries(f"# mine\ndisagreements:\n  {entry}\n# end\n", [ENTRY], file="f")
    assert fault.value.line == (4 if "confirm" in entry else 3)


def test_an_entry_below_its_dash_stays() -> None:
    text = "disagreements:\n  -\n    confirm: a\n# end\n"
    assert yaml.safe_load(with_entries(text, [ENTRY], file="f"))["disagreements"][0] == {"confirm": "a"}


def test_a_file_that_is_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.yml").write_text("a: b\n", encoding="utf-8")
    (tmp_path / "x.yml").symlink_to("real.yml")
    write_file(tmp_path / "x.yml", "c: d\n")
    assert (tmp_path / "x.yml").is_symlink()
    assert (tmp_path / "real.yml").read_text(encoding="utf-8") == "c: d\n"


def test_lines_of_entries() -> None:
    assert entry_lines(WRITTEN, file="f") == [3, 7]
    assert entry_lines("", file="f") == []


def test_files_are_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    assert read_file(path, file="f") == ""
    write_file(path, "ä\n")
    assert read_file(path, file="f") == "ä\n"
    assert [p.name for p in tmp_path.iterdir()] == ["x.yml"]


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(b"\xff")
    with pytest.raises(ParallaxError, match="UTF-8"):
        read_file(path, file="f")


def test_line_ends_stay(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(b"disagreements:\r\n  - confirm: a\r\n")
    write_file(path, with_entries(read_file(path, file="f"), [{"confirm": "b"}], file="f"))
    assert path.read_bytes() == b"disagreements:\r\n  - confirm: a\r\n  - confirm: b\r\n"
