"""What is kept between builds: results of steps by digest, in one SQLite file of the user's cache folder.

SQLite is Python's own: it withstands parallel builds and a torn write, and its file is one that every tool can open.
What it doesn't do stands here. Each result carries a checksum, so that a damaged one counts as missing. What was used
least recently goes first, by the count of builds and not by a clock, which may jump. Nothing is ever unpickled. Where
the folder can't be written or is full, results are held in memory, the build goes on, and `trouble` says what happened.
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

NAME = "results-2.sqlite"
"""The number goes up when the tables change: another version's file is another file."""

LIMIT = 4 * 1024**3
"""Bytes that the kept results may take, unless PARALLAX_CACHE_LIMIT says otherwise."""

_SCHEMA = """
create table if not exists results (digest blob primary key, size integer, content blob) without rowid;
create table if not exists uses (digest blob primary key, build integer) without rowid;
create table if not exists builds (number integer);
"""
_PATIENCE_SECONDS = 30
_CHECK = 8  # bytes of a checksum
_PENDING = 4 * 1024**2  # bytes that wait to be written together
_ASKED = 500  # digests a question
_SHRINK = 0.8  # of the limit is left when it was passed


class Store:
    """Bytes by hexadecimal digest. A context manager: what was kept is written for good at the end."""

    def __init__(self, folder: Path, *, limit: int = LIMIT) -> None:
        self.trouble = ""
        self._limit = limit
        self._path = folder / NAME
        self._memory: dict[bytes, bytes] = {}
        self._pending: dict[bytes, bytes] = {}
        self._waiting = 0
        self._used: set[bytes] = set()
        self._base: sqlite3.Connection | None = None
        self._open()

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """Write what waits, let the least recently used go, and close the file."""
        self.close()

    def known(self, digests: Iterable[str]) -> set[str]:
        """Those of the digests that a result is kept for."""
        asked = {bytes.fromhex(digest) for digest in digests}
        found = {key for key in asked if key in self._memory or key in self._pending}
        rest = sorted(asked - found)
        for start in range(0, len(rest), _ASKED):
            part = rest[start : start + _ASKED]
            question = f"select digest from results where digest in ({','.join('?' * len(part))})"  # noqa: S608
            found |= {row[0] for row in self._ask(question, part)}
        self._used |= found
        return {key.hex() for key in found}

    def get(self, digest: str) -> bytes | None:
        """The bytes kept under `digest`, or None; damaged ones count as missing."""
        key = bytes.fromhex(digest)
        packed = self._memory.get(key) or self._pending.get(key)
        if packed is None:
            rows = self._ask("select content from results where digest = ?", [key])
            packed = rows[0][0] if rows else None
        self._used.add(key)
        return _unpacked(packed) if packed is not None else None

    def put(self, digest: str, content: bytes) -> None:
        """Keep `content` under `digest`."""
        key = bytes.fromhex(digest)
        self._used.add(key)
        if self._base is None:
            self._memory[key] = _packed(content)
            return
        self._pending[key] = packed = _packed(content)
        self._waiting += len(packed)
        if self._waiting >= _PENDING:
            self._write()

    def flush(self) -> None:
        """Write what waits: then `trouble` tells whether it could be."""
        self._write()

    def close(self) -> None:
        """Write what waits, let the least recently used go, and close the file."""
        self._write()
        if self._base is not None:
            try:
                self._mark()
                self._shrink()
            except sqlite3.Error:
                pass  # another build holds the file, or the disk is full: the marks of this build are lost, no result
            self._base.close()
            self._base = None

    def _open(self) -> None:
        for again in (True, False):
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                base = sqlite3.connect(self._path, timeout=_PATIENCE_SECONDS, check_same_thread=False)
                base.execute("pragma auto_vacuum = incremental")
                base.execute("pragma journal_mode = wal")
                base.execute("pragma synchronous = normal")
                with base:
                    base.executescript(_SCHEMA)
                base.execute("select digest, size, content, build from results natural join uses limit 0")
                self._base = base
                return
            except sqlite3.OperationalError as fault:
                if again and "no such column" in str(fault) and self._discard():
                    continue  # tables of another shape under our name
                self._give_up(fault)
                return
            except sqlite3.DatabaseError as fault:
                if not again or not self._discard():
                    self._give_up(fault)
                    return
            except OSError as fault:
                self._give_up(fault)
                return

    def _discard(self) -> bool:
        """Remove a file that is damaged as a whole, or no database: what it held can be reckoned anew."""
        try:
            for suffix in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        except OSError:
            return False
        return True

    def _give_up(self, fault: Exception) -> None:
        """Hold everything in memory from now on."""
        self.trouble = f"Nothing can be kept in {self._path.parent}: {fault}."
        self._memory |= self._pending
        self._pending, self._waiting = {}, 0
        if self._base is not None:
            self._base.close()
            self._base = None

    def _ask(self, question: str, values: Iterable[bytes]) -> list[tuple[bytes]]:
        if self._base is None:
            return []
        try:
            return self._base.execute(question, list(values)).fetchall()
        except sqlite3.DatabaseError as fault:
            self._after(fault)
            return []

    def _write(self) -> None:
        if self._base is None or not self._pending:
            return
        rows = [(key, len(content), content) for key, content in self._pending.items()]
        try:
            with self._base:
                self._base.executemany("insert or replace into results values (?, ?, ?)", rows)
            self._pending, self._waiting = {}, 0
        except sqlite3.DatabaseError as fault:
            self._after(fault)

    def _after(self, fault: sqlite3.DatabaseError) -> None:
        """Go on without the file; one that is damaged is removed, so that the next build has a new one."""
        self._give_up(fault)
        if not isinstance(fault, sqlite3.OperationalError):
            self._discard()

    def _mark(self) -> None:
        """Write down which results this build used: beside them, for a row that changes is written whole."""
        if self._base is None:
            return
        with self._base:
            self._base.execute("begin immediate")
            (last,) = self._base.execute("select coalesce(max(number), 0) from builds").fetchone()
            self._base.execute("delete from builds")
            self._base.execute("insert into builds values (?)", (last + 1,))
            self._base.executemany("insert or replace into uses values (?, ?)", [(key, last + 1) for key in self._used])

    def _shrink(self) -> None:
        """Let the least recently used go until the rest is well within the limit."""
        if self._base is None:
            return
        (held,) = self._base.execute("select coalesce(sum(size), 0) from results").fetchone()
        if held <= self._limit:
            return
        going = []
        ages = "select digest, size from results left join uses using (digest) order by coalesce(build, 0), digest"
        for digest, size in self._base.execute(ages):
            if held <= self._limit * _SHRINK:
                break
            going.append((digest,))
            held -= size
        with self._base:
            self._base.executemany("delete from results where digest = ?", going)
            self._base.execute("delete from uses where digest not in (select digest from results)")
        self._base.execute("pragma incremental_vacuum")


def _packed(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()[:_CHECK] + zlib.compress(content, 1)


def _unpacked(packed: bytes) -> bytes | None:
    try:
        content = zlib.decompress(packed[_CHECK:])
    except zlib.error:
        return None
    return content if hashlib.sha256(content).digest()[:_CHECK] == packed[:_CHECK] else None
