"""Where calls run: in this process, on its cores, or on a Dask cluster. The results are the same to the byte.

Calls are handed out a few at a time, so that what waits stays small, and come back in the order in which they end. A
worker that dies takes nothing with it but its own call, which another one repeats.
"""

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from types import TracebackType
from typing import Any, Protocol, Self

from generator.build.perform import Call, begin, perform
from generator.model.errors import ParallaxError

# A pool takes about two seconds to start: fewer calls than these are done sooner here.
_WORTH_A_POOL = 12
_AHEAD = 3  # calls a worker that wait for it
_ATTEMPTS = 3  # of a call whose worker died
# A worker holds ever more, in pieces: after so many calls others take their place, and none idles after that many.
_TERM = 400


class Executor(Protocol):
    """Runs calls; a context manager that frees its workers."""

    def run(self, calls: Sequence[Call]) -> Iterator[tuple[int, bytes]]:
        """The number of each call with its encoded result, in the order in which they end."""
        ...

    def rest(self) -> None:
        """Let go of what calls so far have left in memory: further ones need little of it."""
        ...

    def __enter__(self) -> Self:
        """The executor itself."""
        ...

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """Free the workers."""
        ...


class Here:
    """Runs calls one after the other in this process."""

    def run(self, calls: Sequence[Call]) -> Iterator[tuple[int, bytes]]:
        """The number of each call with its encoded result, in their order."""
        for number, call in enumerate(calls):
            yield number, perform(call)

    def rest(self) -> None:
        """Nothing: a preview's models serve its next change."""

    def __enter__(self) -> Self:
        """The executor itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """Nothing to free."""


class Cores:
    """Runs calls on `count` processes, started when there is enough to do and kept until the end."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: ProcessPoolExecutor | None = None

    def run(self, calls: Sequence[Call]) -> Iterator[tuple[int, bytes]]:
        """The number of each call with its encoded result, in the order in which they end."""
        if len(calls) < _WORTH_A_POOL and self._pool is None:
            yield from Here().run(calls)
            return
        for first in range(0, len(calls), _TERM):
            numbers = range(first, min(first + _TERM, len(calls)))
            yield from self._term(calls, numbers)
            if len(calls) >= _TERM:
                self._free()

    def _term(self, calls: Sequence[Call], numbers: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """Run some of the calls, and again those whose worker died."""
        left = dict.fromkeys(numbers)
        for _ in range(_ATTEMPTS):
            try:
                for number, content in self._attempt(calls, list(left)):
                    del left[number]
                    yield number, content
            except BrokenProcessPool:
                self._free()
            if not left:
                return
        raise _worker_died([calls[number] for number in left])

    def _attempt(self, calls: Sequence[Call], numbers: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._count, mp_context=_context(), initializer=begin)
        waiting = iter(numbers)
        running: dict[Future[bytes], int] = {}
        while True:
            for number in islice(waiting, self._count * _AHEAD - len(running)):
                with _main_hidden():
                    running[self._pool.submit(perform, calls[number])] = number
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield running.pop(future), future.result()

    def rest(self) -> None:
        """End the processes; further calls start others, which load no language model."""
        self._free()

    def _free(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def __enter__(self) -> Self:
        """The executor itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """End the processes."""
        self._free()


class Cluster:
    """Runs calls on the workers of a Dask scheduler, which repeats those of a worker that dies."""

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client  # noqa: PLC0415 - an optional extra
        except ImportError:
            raise ParallaxError(
                "A cluster needs the library `distributed`.", remedy="pip install 'parallax-explainer[cluster]'"
            ) from None
        try:
            self._client: Any = Client(address, timeout="10s", set_as_default=False)
        except (OSError, ValueError) as fault:
            raise ParallaxError(f"No Dask scheduler answers at {address}.", remedy=str(fault)) from None

    def run(self, calls: Sequence[Call]) -> Iterator[tuple[int, bytes]]:
        """The number of each call with its encoded result, in the order in which they end."""
        from distributed import KilledWorker, as_completed  # noqa: PLC0415

        waiting = iter(range(len(calls)))
        ahead = _AHEAD * max(1, sum(self._client.nthreads().values()))
        numbers = {self._submitted(calls[number]): number for number in islice(waiting, ahead)}
        running: Any = as_completed(numbers, loop=self._client.loop)
        for future in running:
            number = numbers.pop(future)
            try:
                content: bytes = future.result()
            except KilledWorker:
                raise _worker_died([calls[number]]) from None
            yield number, content
            for following in islice(waiting, 1):
                added = self._submitted(calls[following])
                numbers[added] = following
                running.add(added)

    def rest(self) -> None:
        """Nothing: whoever runs a cluster says how long it lasts."""

    def _submitted(self, call: Call) -> Any:
        return self._client.submit(perform, call, pure=False)

    def __enter__(self) -> Self:
        """The executor itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """Leave the cluster as it was."""
        self._client.close()


def executor(cluster: str = "", workers: int | None = None) -> Executor:
    """The executor for a Dask address, or for so many processes; as many as there are cores if neither is given."""
    if cluster:
        return Cluster(cluster)
    count = workers or _cores()
    return Cores(count) if count > 1 else Here()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def apart(work: Callable[..., None], *given: object) -> None:
    """Do `work` in a process of its own, and wait for it; what it leaves in memory goes with it."""
    process: Any = multiprocessing.get_context("spawn").Process(target=work, args=given)
    with _main_hidden():
        process.start()
    process.join()


def _context() -> multiprocessing.context.BaseContext:
    """A way to start processes that copies none of this one's threads; on Linux a server forks them, which is quick."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    # Not the language library: few of the processes analyse, and what a server has read stays to the end.
    context.set_forkserver_preload(["generator.build.perform"])
    return context


@contextmanager
def _main_hidden() -> Iterator[None]:
    """While processes are started: a program that calls us is not run again in each of them.

    A process that is started runs its parent's main file first, for what may be defined there. Ours need nothing of it,
    and one without `if __name__ == "__main__"` would build the site anew in each of them and bring them down.
    """
    main = sys.modules["__main__"]
    hidden = {name: getattr(main, name) for name in ("__spec__", "__file__") if hasattr(main, name)}
    main.__spec__ = None
    if "__file__" in hidden:
        del main.__file__
    try:
        yield
    finally:
        for name, value in hidden.items():
            setattr(main, name, value)


def _worker_died(calls: Iterable[Call]) -> ParallaxError:
    about = ", ".join(sorted({call.about or call.step for call in calls})[:3])
    return ParallaxError(
        f"A worker process died {_ATTEMPTS} times, at last with: {about}.",
        remedy="The machine has perhaps too little memory: set PARALLAX_WORKERS=1, or take the article out.",
    )
