"""`parallax prompt` and `parallax import`, with the pipeline's place taken by a site made by hand."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from click.testing import CliRunner, Result

from generator.build.pipeline import Built
from generator.cli import main
from generator.content.editorial import read_decisions
from generator.content.settings import Settings
from generator.desk import importing, prompt
from generator.desk.prompt import choose_event
from generator.disagreements.overrides import settle
from generator.model.decisions import Decisions
from generator.model.errors import ParallaxError
from generator.model.story import Event
from tests.desk.sample_site import ARTICLES, CAUSE, EVENT, site


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder, and a pipeline that knows the machine's finding of a cause alone."""

    def build(root: Path, settings: Settings, *, preview: bool = False) -> Built:
        decisions = read_decisions(root, root=root).decisions if settings.editorial else Decisions()
        settled = settle((CAUSE,), decisions, ARTICLES, (EVENT,))
        assert not settled.problems
        made = site(disagreements=settled.disagreements)
        return Built(site=made, found=made, decisions=decisions)

    monkeypatch.setattr(importing, "build", build)
    monkeypatch.setattr(prompt, "build_site", lambda *a, **k: build(*a, **k).site)
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


def take(content: Path, text: str) -> Result:
    return CliRunner().invoke(main, ["import", "-", "--content", str(content)], input=text)


def entries(content: Path) -> list[dict[str, Any]]:
    path = content / "disagreements.yml"
    return yaml.safe_load(path.read_text("utf-8"))["disagreements"] if path.exists() else []


def test_what_is_new_is_written_as_proposed(content: Path) -> None:
    result = take(content, answer(QUOTE))
    assert result.exit_code == 0, result.output
    about, rest = QUOTE["about"], {k: v for k, v in QUOTE.items() if k != "about"}
    assert entries(content) == [{"add": about, **rest, "status": "proposed"}]
    reading = read_decisions(content, root=content)
    assert not reading.problems
    assert [d.confirmed for d in reading.decisions.disagreements] == [False]


def test_the_same_answer_twice_is_known(content: Path) -> None:
    take(content, answer(QUOTE))
    before = (content / "disagreements.yml").read_bytes()
    result = take(content, answer(QUOTE))
    assert "1 known already" in result.output
    assert (content / "disagreements.yml").read_bytes() == before


def test_an_item_twice_in_one_answer_is_taken_once(content: Path) -> None:
    assert "1 proposed, 0 joined to a proposal, 1 known" in take(content, answer(QUOTE, QUOTE)).output
    assert len(entries(content)) == 1


def test_what_the_machine_found_is_known(content: Path) -> None:
    positions = [
        {"article": "gazette", "quote": "because of the fog"},
        {"article": "radio", "quote": "drifted onto a sandbank after its engine failed"},
    ]
    result = take(content, answer({**QUOTE, "kind": "cause", "positions": positions}))
    assert "is cause-1 (why the ferry stranded)" in result.output
    assert not entries(content)


def test_what_the_editor_dismissed_is_known(content: Path) -> None:
    (content / "disagreements.yml").write_text("disagreements:\n  - dismiss: cause-1\n    reason: no\n")
    positions = [
        {"article": "gazette", "quote": "because of the fog"},
        {"article": "radio", "quote": "after its engine failed"},
    ]
    result = take(content, answer({**QUOTE, "kind": "cause", "positions": positions}))
    assert "cause-1 (why the ferry stranded), which you dismissed" in result.output


def test_a_third_article_joins_a_proposal(content: Path) -> None:
    take(content, answer(QUOTE))
    third = {"article": "gazette", "quote": "said the captain"}
    result = take(content, answer({**QUOTE, "positions": [*QUOTE["positions"], third]}))
    assert "known already: what the captain noticed" in result.output  # of an article that it has already


def test_another_kind_in_the_same_words_is_new(content: Path) -> None:
    positions = [
        {"article": "gazette", "quote": "because of the fog"},
        {"article": "radio", "quote": "after its engine failed"},
    ]
    assert "1 proposed" in take(content, answer({**QUOTE, "kind": "outcome", "positions": positions})).output


def test_comments_in_the_file_stay(content: Path) -> None:
    (content / "disagreements.yml").write_text("# mine\ndisagreements: # yes\n  - confirm: cause-1 # sure\n")
    take(content, answer(QUOTE))
    text = (content / "disagreements.yml").read_text("utf-8")
    assert text.startswith("# mine\ndisagreements: # yes\n  - confirm: cause-1 # sure\n  - add: what")


def test_no_answer_is_a_failure(content: Path) -> None:
    result = take(content, "I am sorry, I cannot do that.")
    assert result.exit_code == 1
    assert "no answer" in result.output
    assert not entries(content)


def test_everything_refused_is_told(content: Path) -> None:
    result = take(content, answer({**QUOTE, "kind": "verdict"}))
    assert result.exit_code == 0
    assert "refused: disagreements[0]: 'verdict' is no kind" in result.output
    assert not (content / "disagreements.yml").exists()


def test_bytes_that_are_no_text(content: Path) -> None:
    result = CliRunner().invoke(main, ["import", "--content", str(content)], input=b"\xff\xfe\x00{")
    assert result.exit_code == 1
    assert "Traceback" not in result.output


def test_from_a_file(content: Path) -> None:
    path = content / "answer.txt"
    path.write_text(answer(QUOTE), encoding="utf-8")
    assert CliRunner().invoke(main, ["import", str(path), "--content", str(content)]).exit_code == 0


def test_prompt_prints_the_request_alone(content: Path) -> None:
    result = CliRunner().invoke(main, ["prompt", "2024-05", "--content", str(content)])
    assert result.exit_code == 0
    assert result.output.startswith("Below stand 2 news articles")


def test_prompt_without_an_event_lists_them(content: Path) -> None:
    assert EVENT.id in CliRunner().invoke(main, ["prompt", "--content", str(content)]).output


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
