"""What an event holds passes the comparison from file to file, and seldom comes back to one."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import generator.disagreements
from generator.disagreements import comparison
from generator.disagreements.kinds import FINDERS, Find
from tests.disagreements.test_proofs import PAIRS, told

ROOM = str(Path(generator.disagreements.__file__).parent)
MOST_STOPS, MOST_RETURNS = 20, 5


@contextmanager
def watched(stops: list[tuple[str, str, str, str]]) -> Iterator[None]:
    """Write down each call from one file into another of the room: both files and functions, each four of them once."""

    def watch(frame: FrameType, event: str, _: Any) -> None:
        above, file = frame.f_back, frame.f_code.co_filename
        if event == "call" and file.startswith(ROOM) and above is not None and above.f_code.co_filename != file:
            stop = above.f_code.co_filename, above.f_code.co_name, file, frame.f_code.co_name
            if stop not in stops and "generator" in stop[0]:
                stops.append(stop)

    sys.setprofile(watch)
    try:
        yield
    finally:
        sys.setprofile(None)


@pytest.mark.parametrize("find", FINDERS, ids=lambda find: find.__module__.rpartition(".")[2])
def test_a_kind_hands_on_what_it_has_found(find: Find, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison, "FINDERS", (find,))
    kind = find.__module__.rpartition(".")[2]
    pairs = [pair for pair in PAIRS if pair.get("kind") == kind]
    assert pairs
    for number, pair in enumerate(pairs):
        folder = tmp_path / str(number)
        folder.mkdir()
        given = told(folder, pair, mirrored=False)
        stops: list[tuple[str, str, str, str]] = []
        with watched(stops):
            comparison.compare(given, limit=9)
        files = [comparison.__file__, *(file for _, _, file, _ in stops)]
        assert len(stops) < MOST_STOPS, stops
        assert sum(file in files[:n] for n, file in enumerate(files)) <= MOST_RETURNS, stops
