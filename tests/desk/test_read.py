"""`parallax read`: whom it asks and how, what it keeps, and how a reader may fail."""

import json
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import llm
import msgspec
import pytest
from click.testing import CliRunner, Result

from generator.build.pipeline import Built
from generator.cli import main
from generator.content.readings import read_readings
from generator.content.settings import Settings
from generator.desk import asking, jobs
from generator.desk.readers import ReaderFault, choose_reader
from generator.model.decisions import Decisions
from generator.model.errors import ParallaxError
from generator.model.readings import Reading
from generator.model.text import Article
from tests.desk.completions import Service, serving
from tests.desk.sample_site import ARTICLES, CAUSE, EVENT, article, site

THIRD = article(
    "tribune", "The ferry Alma ran aground off Sandholm.\n\nIts engine had failed, the crew said.", rights="withheld"
)
OTHER = msgspec.structs.replace(EVENT, id="2024-06-01-again", articles=("gazette", "radio"))
ITEM = {
    "kind": "quote",
    "hardness": "hard",
    "about": "what the captain noticed",
    "positions": [
        {"article": "gazette", "quote": "everything stood still", "says": "stood still"},
        {"article": "radio", "quote": "everything went dark", "says": "went dark"},
    ],
}
CAUSES = {
    "kind": "cause",
    "hardness": "hard",
    "about": "why the ferry stranded",
    "positions": [
        {"article": "gazette", "quote": "missed the channel because of the fog", "says": "fog"},
        {"article": "radio", "quote": "after its engine failed", "says": "engine failed"},
    ],
}
EMPTY = json.dumps({"event": EVENT.id, "disagreements": []})
TEXT = json.dumps({"event": EVENT.id, "disagreements": [ITEM, CAUSES]})


@pytest.fixture
def articles() -> list[Article]:
    return [*ARTICLES]


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, articles: list[Article]) -> Path:
    """A content folder with one event of the `articles`, no pauses between attempts, and a cache of its own."""

    def build(root: Path, settings: Settings, *, preview: bool = False, dates: bool = False) -> Built:
        event = msgspec.structs.replace(EVENT, articles=tuple(a.id for a in articles))
        made = site(disagreements=(CAUSE,), events=(event,), articles=tuple(articles))
        return Built(site=made, found=made, whole=made, decisions=Decisions())

    monkeypatch.setattr(asking, "build", build)
    monkeypatch.setattr(jobs, "PAUSE", 0.0)
    monkeypatch.setenv("PARALLAX_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def read(content: Path, *options: str, answer: str | None = None) -> Result:
    result = CliRunner().invoke(main, ["read", "--content", str(content), *options], input=answer)
    assert not isinstance(result.exception, AssertionError), result.output
    return result


def readings(content: Path) -> list[Reading]:
    found = read_readings(content, root=content)
    assert not found.problems
    return [reading for file in found.files for reading in file.readings]


def program(tmp_path: Path, code: str) -> str:
    path = tmp_path / "reader.py"
    path.write_text(f"import sys, json\nrequest = sys.stdin.read()\n{code}\n", encoding="utf-8")
    return f"{sys.executable} {path}"


class Mock(llm.Model):
    """A model registered in this process."""

    model_id = "mock-reader"
    can_stream = True
    supports_schema = True

    def __init__(self) -> None:
        self.answers: list[str | Exception] = [TEXT]
        self.schemas: list[Any] = []
        self.lock = threading.Lock()

    def execute(self, prompt: Any, stream: bool, response: Any, conversation: Any = None) -> Iterator[str]:
        with self.lock:
            self.schemas.append(prompt.schema)
            answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        yield from (answer[:50], answer[50:])


@pytest.fixture
def mock() -> Iterator[Mock]:
    model = Mock()

    class Plugin:
        @llm.hookimpl
        def register_models(self, register: Any) -> None:
            register(model)

    llm.load_plugins()
    llm.pm.register(Plugin(), name="mock")
    try:
        yield model
    finally:
        llm.pm.unregister(name="mock")


def test_a_model_of_the_llm_library_is_asked_by_schema(content: Path, mock: Mock) -> None:
    result = read(content, "--model", "mock-reader", "--yes")
    assert result.exit_code == 0, result.output
    (reading,) = readings(content)
    assert reading.reader.name == "mock-reader"
    assert len(reading.disagreements) == 2
    assert mock.schemas[0]["properties"]["event"] == {"const": EVENT.id}
    assert "All 1 events that can be read have been read" in read(content, "--model", "mock-reader").output
    assert len(mock.schemas) == 1


def test_a_model_that_fails_is_asked_again_and_not_for_ever(content: Path, mock: Mock) -> None:
    mock.answers = [RuntimeError("overloaded"), "I cannot do that.", TEXT]
    assert read(content, "--model", "mock-reader", "--yes").exit_code == 0
    mock.answers = [RuntimeError("overloaded")]
    result = read(content, "--model", "mock-reader", "--yes", "--again")
    assert result.exit_code == 1
    assert "1 left unread" in result.output
    assert len(mock.schemas) == 6
    assert len(readings(content)) == 1, "the old reading stays until there is a new one"


def test_a_model_without_its_key_ends_the_run(content: Path, mock: Mock) -> None:
    mock.answers = [llm.NeedsKeyException("No key found")]
    result = read(content, "--model", "mock-reader", "--yes", "--readings", "2")
    assert result.exit_code == 1
    assert "llm keys set" in result.output
    assert len(mock.schemas) == 1


def test_a_model_that_is_not_known(content: Path, mock: Mock) -> None:
    result = read(content, "--model", "no-such-model", "--yes")
    assert result.exit_code == 1
    assert "knows no model 'no-such-model'" in result.output


def test_a_second_reading_gets_the_articles_in_the_other_order(content: Path, tmp_path: Path) -> None:
    code = (
        f"print({TEXT!r}); turned = request.index('=== radio') < request.index('=== gazette')\n"
        f"open({str(tmp_path / 'log')!r}, 'a').write(str(turned) + ' ')"
    )
    result = read(content, "--command", program(tmp_path, code), "--yes", "--readings", "2", "--by", "Two")
    assert result.exit_code == 0, result.output
    assert [reading.reader.name for reading in readings(content)] == ["Two", "Two"]
    assert sorted((tmp_path / "log").read_text().split()) == ["False", "True"]


@pytest.mark.parametrize(
    "answers",
    [
        ["text"],
        ["slow"],
        [429, "text"],
        [500, 503, "text"],
        ["nonsense", "text"],
        ["empty", "text"],
        ["cut", "text"],
        [422, "text"],
        ["whole"],
        ["whole cut", "whole"],
    ],
)
def test_a_service_on_this_machine(content: Path, answers: list[str | int]) -> None:
    with serving(Service(*answers, text=TEXT)) as service:
        result = read(content, "--model", f"{service.address}#small")
    assert result.exit_code == 0, result.output
    assert [len(reading.disagreements) for reading in readings(content)] == [2]
    assert service.asked[0]["model"] == "small"
    assert ("response_format" in service.asked[-1]) == (answers[0] != 422)


def test_an_answer_that_breaks_off_each_time_keeps_its_whole_items(content: Path) -> None:
    with serving(Service("cut", text=TEXT)) as service:
        result = read(content, "--model", f"{service.address}#small", "--tries", "2")
    assert result.exit_code == 0, result.output
    assert "cut off" in result.output
    assert [each.kind for each in readings(content)[0].disagreements] == ["quote"]


@pytest.mark.parametrize(("status", "asked"), [(401, 1), (404, 1), (500, 3)])
def test_a_service_that_refuses(content: Path, status: int, asked: int) -> None:
    with serving(Service(status)) as service:
        result = read(content, "--model", f"{service.address}#small")
    assert result.exit_code == 1
    assert f"unread: {EVENT.id}: {status}" in result.output
    assert len(service.asked) == asked


def test_nobody_at_the_address(content: Path) -> None:
    result = read(content, "--model", "http://127.0.0.1:9/v1#small", "--tries", "2")
    assert result.exit_code == 1
    assert "cannot be reached" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("streams", [True, False])
def test_the_llm_library_against_a_service(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, streams: bool
) -> None:
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "llm"))
    with serving(Service("text", text=TEXT)) as service:
        (tmp_path / "llm").mkdir()
        (tmp_path / "llm" / "extra-openai-models.yaml").write_text(
            f"- {{model_id: local, model_name: small, api_base: '{service.address}', supports_schema: true, "
            f"can_stream: {str(streams).lower()}}}\n",
            encoding="utf-8",
        )
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        result = read(content, "--model", "local")
    assert result.exit_code == 0, result.output
    assert len(readings(content)) == 1
    assert bool(service.asked[0].get("stream")) == streams
    assert "on this machine" in result.output


def test_an_event_too_long_is_asked_by_pairs(content: Path, articles: list[Article]) -> None:
    articles.append(msgspec.structs.replace(THIRD, rights="excerpt"))
    cause = json.loads(json.dumps(CAUSES))
    cause["positions"][0] = {"article": "tribune", "quote": "Its engine had failed", "says": "engine had failed"}
    other = json.loads(json.dumps(CAUSES))
    other["positions"][1] = cause["positions"][0]
    text = json.dumps({"event": EVENT.id, "disagreements": [ITEM, CAUSES, cause, other]})
    with serving(Service(400, "text", text=text)) as service:
        result = read(content, "--model", f"{service.address}#small")
    assert result.exit_code == 0, result.output
    assert len(service.asked) == 4
    (reading,) = readings(content)
    assert set(reading.articles) == {"gazette", "radio", "tribune"}
    kinds = [each.kind for each in reading.disagreements]
    assert kinds == ["quote", "cause"]
    assert len(reading.disagreements[1].positions) == 3


def test_a_window_splits_before_anything_is_sent(content: Path, articles: list[Article]) -> None:
    articles.append(msgspec.structs.replace(THIRD, rights="excerpt"))
    assert "3 requests about 1 events" in read(content, "--dry-run", "--window", "100").output
    assert "1 requests about 1 events" in read(content, "--dry-run").output


def test_withheld_articles_stay_here(content: Path, articles: list[Article], tmp_path: Path) -> None:
    articles.append(THIRD)
    seen = tmp_path / "seen"
    code = f"print({TEXT!r}); open({str(seen)!r}, 'w').write(request)"
    result = read(content, "--command", program(tmp_path, code), "--yes")
    assert "Not sent (`rights: withheld`): tribune." in result.output
    assert "Its engine had failed" not in seen.read_text()
    assert "All 1 events" in read(content, "--command", "true").output, "read, as far as it may be"
    read(content, "--command", program(tmp_path, code), "--yes", "--withheld", "--again")
    assert "Its engine had failed" in seen.read_text()


def test_nothing_leaves_without_consent(content: Path, tmp_path: Path) -> None:
    command = program(tmp_path, "raise SystemExit('asked')")
    result = read(content, "--command", command)
    assert result.exit_code == 1
    assert "Nobody has agreed yet" in result.output
    assert "attempt" not in result.output


def test_consent_is_asked_once(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.desk import consent  # noqa: PLC0415

    asked: list[str] = []
    monkeypatch.setattr(consent, "is_terminal", lambda: True)
    monkeypatch.setattr(click, "confirm", lambda question: bool(asked.append(question)) or True)
    command = program(tmp_path, f"print({TEXT!r})")
    assert read(content, "--command", command).exit_code == 0
    assert read(content, "--command", command, "--again").exit_code == 0
    assert len(asked) == 1
    monkeypatch.setattr(click, "confirm", lambda question: False)
    other = read(content, "--command", f"{command} other", "--again")
    assert other.exit_code == 1
    assert "Nothing was sent" in other.output


def test_a_dry_run_asks_nobody(content: Path) -> None:
    result = read(content, "--dry-run")
    assert result.exit_code == 0
    assert "2 articles, their full texts may leave this machine: gazette, radio." in result.output
    assert not (content / "readings").exists()


def test_a_run_that_was_stopped_goes_on(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, articles: list[Article]
) -> None:
    """An answer that is there is not asked for again, although its event was not complete when the run ended."""
    articles.append(msgspec.structs.replace(THIRD, rights="excerpt"))
    log = tmp_path / "log"
    code = (
        f"open({str(log)!r}, 'a').write('x')\nimport os\n"
        f"busy = '=== tribune' in request and not os.path.exists({str(tmp_path / 'go')!r})\n"
        f"text = {EMPTY!r} if '=== tribune' in request else {TEXT!r}\n"
        f"sys.exit('busy') if busy else print(text)"
    )
    command = program(tmp_path, code)
    options = ("--command", command, "--yes", "--window", "100", "--tries", "1")
    assert read(content, *options).exit_code == 1
    assert not readings(content)
    (tmp_path / "go").touch()
    before = len(log.read_text())
    assert read(content, *options).exit_code == 0
    assert len(log.read_text()) - before == 2, "the first pair was answered in the first run"
    assert not list((tmp_path / "cache" / "answers").glob("*.txt"))


def test_ctrl_c_keeps_what_was_read(content: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from generator.desk import read as reading  # noqa: PLC0415

    real = reading.run

    def stopped(*args: Any, **options: Any) -> Iterator[Any]:
        yield next(iter(real(*args, **options)))
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "run", stopped)
    result = read(content, "--command", program(tmp_path, f"print({TEXT!r})"), "--yes", "--readings", "2")
    assert result.exit_code == 1
    assert "Stopped: 1 of 2 readings are kept" in result.output
    assert len(readings(content)) == 1


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("/no/such/program", "cannot be run"),
        ("'open", "quotation marks"),
        ("   ", "is empty"),
        ("false", "exit status 1"),
    ],
)
def test_a_program_that_does_not_answer(content: Path, command: str, told: str) -> None:
    result = read(content, "--command", command, "--yes")
    assert result.exit_code == 1
    assert told in result.output
    assert "Traceback" not in result.output


def test_no_reader_is_named(content: Path) -> None:
    result = read(content)
    assert result.exit_code == 1
    assert "No reader is named" in result.output


def test_a_setting_names_the_reader() -> None:
    assert choose_reader("command: cat", timeout=1).name == "cat"
    assert choose_reader("http://localhost:1/v1#m", timeout=1).is_here
    assert not choose_reader("https://example.org/v1#m", timeout=1).is_here
    assert not choose_reader("http://127.0.0.1.example.org/v1#m", timeout=1).is_here
    with pytest.raises(ParallaxError, match="names no model"):
        choose_reader("http://localhost:1/v1", timeout=1)


def test_a_program_that_never_ends_is_given_up() -> None:
    with pytest.raises(ReaderFault, match="no answer in 1 seconds"):
        choose_reader("", command=f"{sys.executable} -c 'import time; time.sleep(60)'", timeout=1).ask("", {})
