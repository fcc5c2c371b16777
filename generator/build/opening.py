"""A workshop as the environment describes it: where results are kept, and who works."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from generator.build.cache import cache_folder, cache_limit
from generator.build.executor import executor
from generator.build.progress import Watcher
from generator.build.remembering import Remembered
from generator.build.store import Store
from generator.build.workshop import Workshop
from generator.model.errors import ParallaxError

CLUSTER_VARIABLE = "PARALLAX_CLUSTER"
"""The address of a Dask scheduler; `--cluster` sets it."""

WORKERS_VARIABLE = "PARALLAX_WORKERS"
"""How many processes may work; as many as there are cores if it is not set."""


@contextmanager
def open_workshop(remembered: Remembered | None = None) -> Iterator[Workshop]:
    """The workshop for one build; raises ParallaxError for a variable that says nothing sensible."""
    workers = os.environ.get(WORKERS_VARIABLE, "")
    if workers and (not workers.isdigit() or int(workers) < 1):
        raise ParallaxError(f"{WORKERS_VARIABLE} is {workers!r}.", remedy="Give the number of processes, 1 or more.")
    chosen = executor(cluster=os.environ.get(CLUSTER_VARIABLE, ""), workers=int(workers) if workers else None)
    with Store(cache_folder(), limit=cache_limit()) as store, chosen, Watcher() as watcher:
        yield Workshop(store, chosen, watcher, remembered)
