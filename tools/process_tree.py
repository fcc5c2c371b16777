"""What a command and all that it starts cost together: seconds, processor seconds, peak memory. Linux only."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_PAUSE = 0.1
_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Cost(NamedTuple):
    """Seconds by the clock and of the processors, and the most memory at one moment in megabytes."""

    seconds: float
    processor: float
    megabytes: float


def run(command: Sequence[str], *, folder: Path, environment: Mapping[str, str]) -> tuple[Cost, str]:
    """Run a command, and give what it cost and what it printed; a CalledProcessError if it fails."""
    begun = time.perf_counter()
    started = subprocess.Popen(command, cwd=folder, env=dict(environment), stdout=subprocess.PIPE, text=True)
    processor: dict[int, float] = {}
    most = 0.0
    while started.poll() is None:
        seen = _tree(started.pid)
        processor |= {pid: used for pid, (used, _) in seen.items()}
        most = max(most, sum(held for _, held in seen.values()))
        time.sleep(_PAUSE)
    seconds = time.perf_counter() - begun
    printed = started.stdout.read() if started.stdout else ""
    if started.returncode:
        raise subprocess.CalledProcessError(started.returncode, command, printed)
    return Cost(seconds=seconds, processor=sum(processor.values()), megabytes=most), printed


def processor(root: int) -> float:
    """Processor seconds that a process and those that it started have used, as far as they still run."""
    return sum(used for used, _ in _tree(root).values())


def _tree(root: int) -> dict[int, tuple[float, float]]:
    """Processor seconds and megabytes of a process and its descendants, by process id."""
    known: dict[int, tuple[int, float, float]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            except OSError:
                continue
            used = (int(fields[11]) + int(fields[12])) / _TICK
            known[int(folder.name)] = int(fields[1]), used, int(fields[21]) * _PAGE / 1024**2
    inside = {root}
    grown = True
    while grown:
        more = {pid for pid, (parent, _, _) in known.items() if parent in inside} - inside
        inside |= more
        grown = bool(more)
    return {pid: known[pid][1:] for pid in inside if pid in known}
