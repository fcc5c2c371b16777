"""How often Python looks for cycles of dead objects: seldom during a build, whose records have none."""

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_SELDOM = (200_000, 20, 50)


def collect_seldom() -> None:
    """From now on look for cycles a few hundred times less: every look walks through all that is held."""
    gc.set_threshold(*_SELDOM)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """The same for the time of a build; a preview's own objects are looked after as before."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def give_back() -> None:
    """Give the machine what is free of this process's memory, where C's library holds on to it and can be asked."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
