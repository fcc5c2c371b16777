"""A cache that cannot be written, is full, damaged or of another version, and a clock that jumps: the site is right."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.pipeline import build_site
from generator.build.step import encode
from generator.build.store import NAME
from generator.content.settings import Settings
from generator.model.site import Site
from tests.folders import ROOT

ARTICLES = {
    "post": "Two cables of the old bridge snapped on Saturday. “We had no choice,” Mayor Ada Example said.",
    "gazette": "Three cables of the old bridge snapped on Saturday. “We had no choice,” Mayor Ada Example said.",
}
SMALL = 40_000
"""Bytes of the largest file on a disk that is nearly full."""

_BUILD = """
import sys
from pathlib import Path
from generator.build.publication import Identity, publish
from generator.content.settings import Settings
told = publish(Path(sys.argv[1]), Settings(), Identity(title="T"))
print(len(told.pages), *(problem.message for problem in told.site.problems))
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARALLAX_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PARALLAX_WORKERS", "1")
    (tmp_path / "content" / "articles").mkdir(parents=True)
    for name, text in ARTICLES.items():
        head = f"---\ntitle: Bridge closed, says the {name}\noutlet: {name}\npublished: 2031-05-04\n---\n\n"
        (tmp_path / "content" / "articles" / f"{name}.md").write_text(head + text + "\n", encoding="utf-8")
    return tmp_path


def built(root: Path) -> tuple[bytes, list[str]]:
    """The site without its problems, and what these say."""
    site = build_site(root, Settings())
    told = [problem.message for problem in site.problems if problem.severity != "suggestion" or not problem.file]
    return encode(Site(**{name: getattr(site, name) for name in Site.__struct_fields__ if name != "problems"})), told


def test_a_folder_that_cannot_be_written_is_told_and_the_site_is_right(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right, _ = built(root)
    (root / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("PARALLAX_CACHE", str(root / "file" / "cache"))
    site, (problem,) = built(root)
    assert site == right
    assert [problem.severity for problem in build_site(root, Settings()).problems] == [
        "suggestion"
    ]  # strict builds go on
    assert "Nothing can be kept in" in problem
    assert "file" in problem


def test_a_full_disk_is_told_and_the_site_is_right(root: Path) -> None:
    if not hasattr(resource, "RLIMIT_FSIZE"):
        pytest.skip("needs a system that limits the size of files")
    command = [sys.executable, "-c", _BUILD, str(root)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    whole, limited = (
        subprocess.run(command, env=environment, preexec_fn=limit, capture_output=True, text=True, check=False)
        for limit in (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL)), None)
    )
    assert whole.returncode == limited.returncode == 0, whole.stderr
    assert "Nothing can be kept in" in whole.stdout
    assert whole.stdout.split()[0] == limited.stdout.split()[0]


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scratched(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(100, len(content), 3000):
        content[place] ^= 0xFF
    path.write_bytes(bytes(content))


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def of_another_shape(path: Path) -> None:
    path.unlink()
    subprocess.run(
        [sys.executable, "-c", "import sqlite3, sys; b = sqlite3.connect(sys.argv[1]); "
         "b.execute('create table results (name text)'); b.commit()", str(path)],
        check=True,
    )  # fmt: skip


@pytest.mark.parametrize("harm", [cut, scratched, emptied, of_another_shape])
def test_a_damaged_file_costs_time_and_is_soon_replaced(root: Path, harm: Callable[[Path], None]) -> None:
    right, _ = built(root)
    file = root / "cache" / NAME
    for suffix in ("-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
    harm(file)
    assert built(root)[0] == right
    assert built(root)[0] == right
    assert built(root) == (right, [])


@pytest.mark.parametrize("name", ["results-0.sqlite", "results-1.sqlite", "sites/old.msgpack", "notes.txt"])
def test_what_another_version_keeps_there_is_left_alone(root: Path, name: str) -> None:
    other = root / "cache" / name
    other.parent.mkdir(parents=True)
    other.write_bytes(b"of another version")
    assert built(root)[1] == []
    assert other.read_bytes() == b"of another version"


def test_a_clock_that_jumps_changes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right, _ = built(root)
    for now in (0.0, 4e9, 1e9):
        monkeypatch.setattr("time.time", lambda now=now: now)
        monkeypatch.setattr("time.monotonic", lambda now=now: -now)
        for path in (root / "content" / "articles").iterdir():
            os.utime(path, (now, now))
        assert built(root) == (right, [])
