"""`parallax prompt` and `parallax import`, with the pipeline's place taken by a site made by hand."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner, Result

from generator.build.pipeline import Built
from generator.cli import main
from generator.content.readings import read_readings
from generator.content.settings import Settings
from generator.desk import asking
from generator.desk.prompt import choose_event
from generator.model.decisions import Decisions
from generator.model.errors import ParallaxError
from generator.model.readings import Reading
from generator.model.story import Event
from tests.desk.sample_site import CAUSE, EVENT, site

ALONE = msgspec.structs.replace(EVENT, id="2024-06-01-alone", articles=("gazette",))


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder, and a pipeline that knows the machine's finding of a cause alone."""

    def build(root: Path, settings: Settings, *, preview: bool = False, dates: bool = False) -> Built:
        assert not settings.readings, "the machine's findings are judged, not another reader's"
        made = site(disagreements=(CAUSE,), events=(EVENT, ALONE))
        return Built(site=made, found=made, whole=made, decisions=Decisions())

    monkeypatch.setattr(asking, "build", build)
    return tmp_path


QUOTE = {
    "kind": "quote",
    "hardness": "hard",
    "about": "what the captain noticed",
    "positions": [
        {"article": "gazette", "quote": "everything stood still", "says": "stood still"},
        {"article": "radio", "quote": "everything went dark", "says": "went dark"},
    ],
}


def answer(*items: dict[str, Any]) -> str:
    return f"Here you are:\n```json\n{json.dumps({'event': EVENT.id, 'disagreements': items})}\n```\n"


def take(content: Path, text: str, *options: str) -> Result:
    return CliRunner().invoke(main, ["import", "-", "--content", str(content), *options], input=text)


def readings(content: Path) -> list[Reading]:
    read = read_readings(content, root=content)
    assert not read.problems
    return [reading for file in read.files for reading in file.readings]


def test_an_answer_is_kept_with_its_reader_and_day(content: Path) -> None:
    result = take(content, answer(QUOTE), "--by", "Anna  Example")
    assert result.exit_code == 0, result.output
    (reading,) = readings(content)
    assert reading.reader.name == "Anna Example"
    assert json.loads(msgspec.json.encode(reading.disagreements)) == [QUOTE]
    assert set(reading.articles) == {"gazette", "radio"}
    assert (content / "readings" / f"{EVENT.id}.json").read_text("utf-8").endswith("}\n")


def test_the_same_answer_twice_changes_nothing(content: Path) -> None:
    take(content, answer(QUOTE), "--by", "Anna")
    before = (content / "readings" / f"{EVENT.id}.json").read_bytes()
    take(content, answer(QUOTE), "--by", "Anna")
    assert (content / "readings" / f"{EVENT.id}.json").read_bytes() == before


def test_a_second_answer_of_one_reader_adds_to_the_first(content: Path) -> None:
    take(content, answer(QUOTE), "--by", "Anna")
    take(content, answer({**QUOTE, "about": "what was heard"}), "--by", "Anna")
    assert [len(reading.disagreements) for reading in readings(content)] == [2]
    take(content, answer(QUOTE), "--by", "Anna", "--again")
    assert [len(reading.disagreements) for reading in readings(content)] == [1]


def test_two_readers_keep_a_reading_each(content: Path) -> None:
    take(content, answer(QUOTE), "--by", "Anna")
    take(content, answer(QUOTE), "--by", "Berta")
    assert [reading.reader.name for reading in readings(content)] == ["Anna", "Berta"]


def test_a_damaged_file_is_never_written_over(content: Path) -> None:
    (content / "readings").mkdir()
    path = content / "readings" / f"{EVENT.id}.json"
    path.write_text('{"version": 1, "event": "x", "readings": [', encoding="utf-8")
    result = take(content, answer(QUOTE))
    assert result.exit_code == 1
    assert f"readings/{EVENT.id}.json:1: The JSON cannot be read" in result.output
    assert path.read_text("utf-8").endswith("[")


def test_no_answer_is_a_failure(content: Path) -> None:
    result = take(content, "I am sorry, I cannot do that.")
    assert result.exit_code == 1
    assert "no answer" in result.output
    assert not (content / "readings").exists()


def test_nothing_taken_is_a_failure_and_can_be_asked_again(content: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.txt"
    result = take(content, answer({**QUOTE, "kind": "verdict"}), "--refused", str(again))
    assert result.exit_code == 1
    assert "refused: disagreements[0] “what the captain noticed”: 'verdict' is no kind" in result.output
    assert not (content / "readings").exists()
    assert "'verdict' is no kind" in again.read_text("utf-8")
    assert "Lifeboats rescued 52" in again.read_text("utf-8")


def test_an_answer_that_found_nothing_is_one(content: Path) -> None:
    assert take(content, answer()).exit_code == 0
    assert readings(content)[0].disagreements == ()


@pytest.mark.parametrize("name", ["", "  ", "x" * 200])
def test_a_reader_needs_a_name(content: Path, name: str) -> None:
    result = take(content, answer(QUOTE), "--by", name)
    assert result.exit_code == 1
    assert "no name of a reader" in result.output


def test_bytes_that_are_no_text(content: Path) -> None:
    result = CliRunner().invoke(main, ["import", "--content", str(content)], input=b"\xff\xfe\x00{")
    assert result.exit_code == 1
    assert "Traceback" not in result.output


def test_from_files(content: Path, tmp_path: Path) -> None:
    path, other = tmp_path / "answer.txt", tmp_path / "other.txt"
    path.write_text(answer(QUOTE), encoding="utf-8")
    other.write_text("nothing", encoding="utf-8")
    result = CliRunner().invoke(main, ["import", str(path), str(other), "--content", str(content)])
    assert result.exit_code == 0
    assert "other.txt: There is no answer" in result.output
    assert len(readings(content)) == 1


def test_prompt_prints_the_request_alone(content: Path) -> None:
    result = CliRunner().invoke(main, ["prompt", EVENT.id, "--content", str(content)])
    assert result.exit_code == 0
    assert result.output.startswith("Below stand 2 news articles")
    assert "cause-1 (cause, hard) why the ferry stranded" in result.output


def test_prompt_without_an_event_lists_them(content: Path) -> None:
    take(content, answer(QUOTE))
    output = CliRunner().invoke(main, ["prompt", "--content", str(content)]).output
    assert f"{EVENT.id}  Ferry aground (2 articles, readings: 1)" in output


def test_an_event_of_one_article_gets_no_request(content: Path) -> None:
    result = CliRunner().invoke(main, ["prompt", ALONE.id, "--content", str(content)])
    assert result.exit_code == 1
    assert "has 1 article. There is nothing to compare." in result.output


def test_all_unread_requests_go_to_a_folder(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run = ["prompt", "--all", "--out", str(out), "--content", str(content)]
    assert CliRunner().invoke(main, run).exit_code == 0
    assert [path.name for path in out.iterdir()] == [f"{EVENT.id}.txt"]
    take(content, answer(QUOTE))
    assert "0 requests written" in CliRunner().invoke(main, run).output
    assert "1 requests written" in CliRunner().invoke(main, [*run, "--again"]).output


@pytest.mark.parametrize("options", [["--all"], ["--out", "x"]])
def test_all_and_out_go_together(content: Path, options: list[str]) -> None:
    assert CliRunner().invoke(main, ["prompt", *options, "--content", str(content)]).exit_code == 2


def test_choosing_an_event() -> None:
    other = msgspec.structs.replace(EVENT, id="2024-05-03-ferry-again")
    events: tuple[Event, ...] = (EVENT, other)
    assert choose_event(events, EVENT.id) is EVENT
    assert choose_event(events, "2024-05-03-ferry-a") is other
    with pytest.raises(ParallaxError, match="2 events begin"):
        choose_event(events, "2024")
    with pytest.raises(ParallaxError, match="Did you mean 2024-05-03-ferry"):
        choose_event(events, "ferry")
    with pytest.raises(ParallaxError, match="no events at all"):
        choose_event((), "ferry")
