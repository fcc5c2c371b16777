"""What is kept between builds: bounded, checked when it is read, and never in the way of a build."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from generator.build.store import NAME, Store

ONE, TWO, THREE = ("1" * 64, "2" * 64, "3" * 64)


def kept(folder: Path, *digests: str) -> set[str]:
    with Store(folder) as store:
        return store.known(digests)


def test_what_is_put_is_there_in_the_next_build(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put(ONE, b"content")
        assert store.get(ONE) == b"content"
    with Store(tmp_path) as store:
        assert store.known([ONE, TWO]) == {ONE}
        assert store.get(ONE) == b"content"
        assert store.get(TWO) is None


def test_the_least_recently_used_goes_by_builds_and_not_by_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time", lambda: 0.0)
    with Store(tmp_path) as store:
        store.put(ONE, os.urandom(1000))
        store.put(TWO, os.urandom(1000))
    with Store(tmp_path) as store:
        store.get(ONE)
    with Store(tmp_path, limit=2500) as store:
        store.put(THREE, os.urandom(1000))
    assert kept(tmp_path, ONE, TWO, THREE) == {THREE}
    with Store(tmp_path, limit=2500) as store:
        store.put(ONE, os.urandom(1000))
        store.get(THREE)
    assert kept(tmp_path, ONE, THREE) == {ONE, THREE}


def test_a_damaged_result_counts_as_missing(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put(ONE, b"content")
    base = sqlite3.connect(tmp_path / NAME)
    with base:
        base.execute("update results set content = ?", (b"12345678 no such thing",))
    base.close()
    with Store(tmp_path) as store:
        assert store.get(ONE) is None


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_database_is_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    with Store(tmp_path) as store:
        store.put(ONE, b"content")
        assert store.get(ONE) == b"content"
    with Store(tmp_path) as store:
        store.put(ONE, b"content")
    assert kept(tmp_path, ONE) == {ONE}


def test_a_folder_that_cannot_be_written_holds_nothing_up(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with Store(tmp_path / "file" / "cache") as store:
        assert "file" in store.trouble
        store.put(ONE, b"content")
        assert store.get(ONE) == b"content"
        assert store.known([ONE]) == {ONE}


def test_a_full_disk_holds_nothing_up(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store._base is not None
    (pages,) = store._base.execute("pragma page_count").fetchone()
    store._base.execute(f"pragma max_page_count = {pages + 2}")
    contents = {f"{n:064x}": os.urandom(300_000) for n in range(30)}
    for digest, content in contents.items():
        store.put(digest, content)
    assert "full" in store.trouble
    assert all(store.get(digest) == content for digest, content in contents.items())
    store.close()


def test_two_builds_at_once_lose_nothing(tmp_path: Path) -> None:
    def work(start: int) -> None:
        with Store(tmp_path) as store:
            for n in range(start, start + 40):
                store.put(f"{n:064x}", os.urandom(200_000))

    threads = [threading.Thread(target=work, args=(start,)) for start in (0, 40, 80)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(kept(tmp_path, *(f"{n:064x}" for n in range(120)))) == 120


def test_another_versions_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "results-0.sqlite").write_bytes(b"of an earlier version")
    with Store(tmp_path) as store:
        store.put(ONE, b"content")
    assert (tmp_path / "results-0.sqlite").read_bytes() == b"of an earlier version"
