"""The editor's files: what the documentation shows can be read, every fault says where, what and what is allowed."""

import re
from pathlib import Path

import pytest
import yaml

from generator.content.editorial import read_decisions
from generator.model.actors import Link
from generator.model.decisions import (
    ActorDecision,
    CorrectionEntry,
    Decisions,
    DisagreementDecision,
    EventDecision,
    HiddenSection,
    NeverMerge,
    NotAnActor,
    Place,
    PositionDecision,
    QuoteDecision,
)
from generator.model.site import Correction
from tests.folders import CASES, ROOT

CASES = CASES / "editorial"
DOCUMENTED = ROOT / "docs" / "example"


def test_the_documented_files_are_read_as_documented() -> None:
    reading = read_decisions(DOCUMENTED, root=DOCUMENTED)
    assert reading.problems == ()

    def place(name: str, line: int) -> Place:
        return Place(file=f"{name}.yml", line=line)

    assert reading.decisions == Decisions(
        actors=(
            ActorDecision(
                place=place("actors", 2),
                name="Ada Example",
                id="ada-example",
                kind="person",
                aliases=("Example", "A. Example"),
                line="Mayor of Sampleton since 2019.",
                source="https://sampleton.example/mayor",
                links=(Link(title="Wikidata", url="https://www.wikidata.org/wiki/Q1"),),
            ),
        ),
        never_merge=(NeverMerge(place=place("actors", 10), names=("Ada Example", "Adam Example")),),
        not_actors=(NotAnActor(place=place("actors", 11), name="Sampleton Gazette"),),
        events=(
            EventDecision(
                place=place("events", 2),
                articles=("mill-fire", "fire-at-mill"),
                title="Fire at the old mill",
                date="2024-05-03",
                source="https://sampleton.example/log",
                slug="2024-05-03-mill-fire",
                formerly=("2024-05-04-fire-at-mill",),
                venue="Sampleton",
                pin=("figure-1a2b3c4d",),
                hide=("background",),
                agreed=(
                    (
                        QuoteDecision(
                            place=place("events", 12),
                            article="mill-fire",
                            quote="nineteen people were taken to hospital",
                        ),
                        QuoteDecision(
                            place=place("events", 14),
                            article="fire-at-mill",
                            quote="nineteen people were treated in hospital",
                        ),
                    ),
                ),
            ),
        ),
        hide=(HiddenSection(place=place("events", 16), section="alone"),),
        disagreements=(
            DisagreementDecision(
                place=place("disagreements", 2),
                action="confirm",
                id="figure-1a2b3c4d",
                kind="figure",
                hardness="hard",
                about="how many people were hurt",
                note="The Gazette corrected itself a day later.",
            ),
            DisagreementDecision(
                place=place("disagreements", 8),
                action="dismiss",
                id="label-5e6f7a8b",
                reason="Both words are the fire brigade's.",
                kind="label",
            ),
            DisagreementDecision(
                place=place("disagreements", 12),
                action="add",
                kind="date",
                hardness="hard",
                about="when the alarm was raised",
                positions=(
                    PositionDecision(
                        place=place("disagreements", 16),
                        article="mill-fire",
                        quote="the alarm was raised shortly after nine",
                        says="shortly after nine",
                    ),
                    PositionDecision(
                        place=place("disagreements", 19),
                        article="fire-at-mill",
                        quote="firefighters were called at 8:40 p.m.",
                    ),
                ),
                confirmed=False,
                reason="Both are right.",
            ),
        ),
        corrections=(
            CorrectionEntry(
                place=place("corrections", 2),
                correction=Correction(
                    date="2024-05-07",
                    event="2024-05-03-fire-at-mill",
                    wrong="We gave the date as 4 May.",
                    right="It was 3 May.",
                ),
            ),
        ),
    )


@pytest.mark.parametrize("case", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_one_fault_gives_one_error_and_leaves_out_its_entry_alone(case: Path, tmp_path: Path) -> None:
    expected = yaml.safe_load(case.read_text(encoding="utf-8"))
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / expected["file"]).write_text(expected["text"], encoding="utf-8")
    reading = read_decisions(tmp_path / "content", root=tmp_path)
    assert [(p.severity, p.file, p.line) for p in reading.problems] == [
        ("error", f"content/{expected['file']}", expected["line"])
    ]
    assert expected["says"] in reading.problems[0].message
    assert expected["allowed"] in reading.problems[0].remedy
    assert [actor.name for actor in reading.decisions.actors] == re.findall("Bob Sample", expected["text"])


def test_without_files_there_are_no_decisions(tmp_path: Path) -> None:
    reading = read_decisions(tmp_path, root=tmp_path)
    assert (reading.decisions, reading.problems) == (Decisions(), ())


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "actors:\nnever_merge: []\n"])
def test_an_empty_file_is_no_fault(text: str, tmp_path: Path) -> None:
    (tmp_path / "actors.yml").write_text(text, encoding="utf-8")
    assert read_decisions(tmp_path, root=tmp_path).problems == ()


def test_a_file_of_another_name_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "actor.yml").write_text("actors: []\n", encoding="utf-8")
    (problem,) = read_decisions(tmp_path, root=tmp_path).problems
    assert (problem.severity, problem.file) == ("warning", "actor.yml")
    assert "actors.yml" in problem.remedy


def test_a_file_that_is_not_utf8_is_one_error(tmp_path: Path) -> None:
    (tmp_path / "actors.yml").write_bytes(b"actors:\n- name: caf\xe9\n")
    (problem,) = read_decisions(tmp_path, root=tmp_path).problems
    assert (problem.severity, problem.file, problem.line) == ("error", "actors.yml", 2)
