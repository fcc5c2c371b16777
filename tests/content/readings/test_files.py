"""Files of readings: written in one form, read with care; a fault leaves out one part and says where it stands."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.content.readings import read_readings, reading_text
from generator.model.readings import Quote, ReadDisagreement, Reading, ReadPeople, ReadSpeaker, Verdict
from generator.model.story import Reader

ONE, OTHER = Quote(article="gazette", quote="the “fog”", says="fog"), Quote(article="radio", quote="its engine")
WHOLE = Reading(
    reader=Reader(name="Anna", day="2024-05-06"),
    request="0b1c2d3e4f50",
    articles={"gazette": "1", "radio": "2"},
    disagreements=(ReadDisagreement(kind="cause", hardness="hard", about="Why", positions=(ONE, OTHER)),),
    agreed=((ONE, OTHER),),
    alone=(OTHER,),
    title=OTHER,
    date="",
    speakers=(ReadSpeaker(article="radio", quote="“…”", name=""),),
    people=ReadPeople(same=(("A", "B"),), no_actors=("C",)),
    same_event=False,
    groups=(("gazette",), ("radio",)),
    machine=(Verdict(finding="figure-1", keep=True, about="How many"),),
)


def read(folder: Path, text: str) -> tuple[list[Reading], list[str]]:
    (folder / "readings").mkdir(exist_ok=True)
    (folder / "readings" / "a.json").write_text(text, encoding="utf-8")
    found = read_readings(folder, root=folder)
    told = [f"{p.file}:{p.line}: {p.severity}: {p.message}" for p in found.problems]
    return [reading for file in found.files for reading in file.readings], told


def changed(**parts: Any) -> str:
    data = json.loads(reading_text("e", [WHOLE]))
    data["readings"][0] |= parts
    return json.dumps(data, indent=2)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, reading_text("e", [WHOLE, WHOLE])) == ([WHOLE, WHOLE], [])


def test_the_form_is_fit_for_a_pull_request() -> None:
    text = reading_text("e", [WHOLE])
    assert text.startswith('{\n  "version": 1,\n  "event": "e",\n  "readings": [\n    {\n      "reader": {\n')
    assert '"quote": "the “fog”",' in text
    assert text.endswith("}\n")
    assert text == reading_text("e", [WHOLE])


def test_no_folder_is_no_fault(tmp_path: Path) -> None:
    assert read_readings(tmp_path, root=tmp_path).files == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "readings/a.json:1: error: The JSON cannot be read"),
        ('{\n "version": 1,\n "readings": [', "readings/a.json:3: error: The JSON cannot be read"),
        ("[]", "holds no readings"),
        ('{"readings": []}', "of version 'None'"),
        ('{"version": 2, "readings": []}', "this program knows 1"),
        ('{"version": 1, "readings": {}}', "must be a list"),
        ('{"version": 1, "readings": [null]}', "readings[0]: this is not a JSON object"),
        ("[" * 200_000, "nested too deep"),
        ('{"version": ' + "9" * 5000 + "}", "no sensible number"),
        ('{"version": 1, "readings": [{"\\ud800": 1}]}', "half a character"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, text: str, told: str) -> None:
    found, problems = read(tmp_path, text)
    assert not found
    assert told in problems[0]


ITEM = {"kind": "cause", "hardness": "hard", "about": "Why", "positions": [{"article": "a", "quote": "b"}] * 2}


TWO = [{"article": "a", "quote": "b"}, {"article": "c", "quote": "d"}]


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ({"disagreements": [ITEM | {"kind": "verdict"}]}, "disagreements[0] “Why”: it: Invalid enum value"),
        ({"disagreements": [ITEM]}, "positions must be of two articles"),
        ({"disagreements": [ITEM | {"about": "<b>Why</b>", "positions": TWO}]}, "about is not plain text"),
        ({"disagreements": "all"}, "a list of at most"),
        ({"agreed": [[{"article": "a"}]]}, "missing required field `quote`"),
        ({"date": "yesterday"}, "must be an EDTF date"),
        ({"people": []}, "people: Expected `object`"),
        ({"machine": [{"finding": "x", "keep": "yes"}]}, "machine[0]"),
        ({"same_event": "no"}, "same_event: Expected `bool"),
        ({"verdicts": []}, "`verdicts` is not a key that is known here"),
    ],
)
def test_a_fault_leaves_out_one_part(tmp_path: Path, part: dict[str, Any], told: str) -> None:
    (found,), problems = read(tmp_path, changed(**part))
    assert told in problems[0]
    assert problems[0].startswith("readings/a.json:")
    assert found.speakers == WHOLE.speakers


@pytest.mark.parametrize(
    "part", [{"reader": {"name": "", "day": "2024"}}, {"reader": {"name": "A", "day": "today"}}, {"articles": []}]
)
def test_a_reading_without_reader_day_or_articles_is_none(tmp_path: Path, part: dict[str, Any]) -> None:
    found, problems = read(tmp_path, changed(**part))
    assert not found
    assert len(problems) == 1


def test_a_fault_of_an_item_names_its_line(tmp_path: Path) -> None:
    text = changed(disagreements=[ITEM | {"about": "Who knows why", "kind": "x"}])
    _, (problem,) = read(tmp_path, text)
    line = int(problem.split(":")[1])
    assert "Who knows why" in text.splitlines()[line - 1]
