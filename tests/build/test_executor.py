"""Calls run here, on the cores and on a cluster with the same results, and outlive workers that die."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.build.executor import Cluster, Cores, Executor, Here
from generator.build.perform import Call
from generator.build.step import encode
from generator.build.table import READ
from generator.model.errors import ParallaxError

TEXT = "---\ntitle: Bridge closed\npublished: 2031-05-{day:02d}\n---\nThe council closed the old bridge on Saturday.\n"


def calls(count: int) -> list[Call]:
    return [
        Call(
            step=READ.name,
            code=READ.code,
            given=tuple(encode(part) for part in (f"a{n}", f"a{n}.md", TEXT.format(day=n % 28 + 1).encode())),
        )
        for n in range(count)
    ]


def results(executor: Executor, asked: list[Call], after: Callable[[int], None] = lambda done: None) -> list[bytes]:
    found = {}
    with executor:
        for done, (number, content) in enumerate(executor.run(asked), 1):
            found[number] = content
            after(done)
    return [found[number] for number in range(len(asked))]


def test_the_cores_give_what_one_process_gives() -> None:
    assert results(Cores(2), calls(40)) == results(Here(), calls(40))


def test_a_worker_that_dies_takes_nothing_with_it() -> None:
    executor = Cores(2)

    def kill_one(done: int) -> None:
        if done == 10 and executor._pool is not None:
            os.kill(next(iter(executor._pool._processes)), signal.SIGKILL)

    assert results(executor, calls(200), kill_one) == results(Here(), calls(200))


BARE = """
from generator.build.executor import Cores
from tests.build.test_executor import calls, results
print(len(results(Cores(2), calls(40))))
"""


def test_a_program_without_a_guard_is_not_run_again_by_its_workers(tmp_path: Path) -> None:
    program = tmp_path / "bare.py"
    program.write_text(BARE, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    done = subprocess.run(
        [sys.executable, program], env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert (done.stdout, done.returncode) == ("40\n", 0), done.stderr


KILLED = """
import os, signal, sys
from generator.build.executor import Cores
from tests.build.test_executor import calls
with Cores(2) as executor:
    for _ in executor.run(calls(40)):
        print(*executor._pool._processes, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_workers_of_a_build_that_is_killed_end_with_it() -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    with subprocess.Popen([sys.executable, "-c", KILLED], env=environment, stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout is not None
        workers = killed.stdout.readline().split()
    assert workers
    until = time.monotonic() + 60
    while any(Path("/proc", worker).exists() for worker in workers):
        assert time.monotonic() < until, "a worker is left"
        time.sleep(0.1)


def test_a_call_that_kills_its_worker_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.build.executor.perform", _die)
    with pytest.raises(ParallaxError, match="died"):
        results(Cores(2), calls(20))


@pytest.mark.parametrize("executor", [Here(), Cores(2)])
def test_a_fault_of_ours_names_the_article(executor: Executor) -> None:
    asked = [*calls(20), Call(step=READ.name, code=READ.code, given=(b"no",), about="broken.md")]
    with pytest.raises(ParallaxError, match=r"broken\.md can't be worked on.*please report it"):
        results(executor, asked)


def _die(call: Call) -> bytes:
    os._exit(9)


def test_a_worker_of_another_version_is_refused() -> None:
    (asked,) = calls(1)
    with pytest.raises(ParallaxError, match="another version"):
        results(Here(), [Call(step=asked.step, code="of old", given=asked.given)])


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A real scheduler and two workers, each a process of its own; the address, and the workers."""
    pytest.importorskip("distributed")
    file = tmp_path / "scheduler.json"
    start = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard"]
    work = [sys.executable, "-m", "distributed.cli.dask_worker", "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    place = ["--scheduler-file", str(file)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = subprocess.Popen([*start, *place], cwd=tmp_path, **quiet)  # type: ignore[call-overload]
    workers = [subprocess.Popen([*work, *place], cwd=tmp_path, **quiet) for _ in range(2)]  # type: ignore[call-overload]
    try:
        yield _address(file), workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def _address(file: Path) -> str:
    import json  # noqa: PLC0415

    for _ in range(600):
        if file.exists() and (text := file.read_text(encoding="utf-8")).endswith("}"):
            return str(json.loads(text)["address"])
        time.sleep(0.1)
    raise AssertionError("no scheduler came up")


def test_a_cluster_gives_the_same_even_if_a_worker_is_killed(
    cluster: tuple[str, list[subprocess.Popen[bytes]]],
) -> None:
    address, workers = cluster

    def kill_one(done: int) -> None:
        if done == 40:
            workers[0].kill()

    executor = Cluster(address)
    executor._client.wait_for_workers(2, timeout=60)
    assert results(executor, calls(300), kill_one) == results(Here(), calls(300))
    assert workers[0].wait() != 0


def test_a_scheduler_that_does_not_answer_is_named() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(ParallaxError, match=r"tcp://127\.0\.0\.1:9"):
        Cluster("tcp://127.0.0.1:9")


def test_workers_that_have_done_their_term_give_way_to_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.build.executor._TERM", 20)
    seen = set()
    with Cores(2) as executor:
        for number, _ in executor.run(calls(50)):
            if executor._pool is not None:
                seen |= set(executor._pool._processes)
            assert number < 50
    assert len(seen) > 4
