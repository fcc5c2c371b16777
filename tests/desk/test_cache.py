"""`parallax cache` sees and clears what is kept, and nothing else."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build.store import Store
from generator.cli import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARALLAX_CACHE", str(tmp_path))
    with Store(tmp_path) as store:
        store.put("1" * 64, b"content")
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["cache", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_it_says_how_much_is_kept_and_where(folder: Path) -> None:
    assert run("--size").endswith(f"MB of at most 4096 MB in {folder}\n")
    assert run() == run("--size")


def test_it_clears_what_is_ours(folder: Path) -> None:
    assert run("--clear").startswith("Cleared")
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_a_limit_that_is_no_number_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARALLAX_CACHE_LIMIT", "much")
    result = CliRunner().invoke(main, ["cache"])
    assert result.exit_code == 1
    assert "much" in result.output


@pytest.mark.parametrize("command", ["export", "write", "check", "build"])
def test_commands_that_build_take_a_cluster(command: str) -> None:
    assert "--cluster ADDRESS" in CliRunner().invoke(main, [command, "--help"]).output
