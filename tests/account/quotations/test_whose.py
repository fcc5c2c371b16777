"""The tool that tells how a quotation got its speaker."""

import sys
from pathlib import Path

import pytest

from tools import whose


def test_who_was_asked_and_who_found_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "storm.md"
    file.write_text("The mayor, Tom Bell, said: “We have never seen a storm like this before.”\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["whose", str(file), "a storm"])
    whose.main()
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("attribution.py:")
    assert told[0].endswith("“The mayor, Tom Bell” by “said” adjacent")
    assert any("before.py:" in line and "“The mayor, Tom Bell”" in line for line in told)
    assert told[-1].startswith("The mayor, Tom Bell: “We have")
