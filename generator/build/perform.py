"""What a worker does: one call of one step, bytes in and bytes out."""

import multiprocessing
import os
from threading import Thread

from generator.build.collecting import collect_seldom
from generator.build.table import STEPS
from generator.model.errors import ParallaxError
from generator.model.record import Record


class Call(Record, frozen=True):
    """The step's name, the digest of its code where it was asked for, the encoded arguments, and what it is about."""

    step: str
    code: str
    given: tuple[bytes, ...]
    about: str = ""


def perform(call: Call) -> bytes:
    """The encoded result. Raises ParallaxError where this process runs other code than the one that asks.

    A fault of our own raises one as well, with what was at hand: the editor can take that out and go on.
    """
    step = STEPS[call.step]
    if step.code != call.code:
        raise ParallaxError(
            "A worker runs another version of Parallax, of a library or of Python.",
            remedy="Install the same versions on every machine of the cluster.",
        )
    try:
        return step.perform(call.given)
    except ParallaxError:
        raise
    except Exception as fault:
        raise ParallaxError(
            f"{call.about or 'This'} can't be worked on: {type(fault).__name__} in the step {call.step}.",
            remedy="This is a fault of Parallax: please report it. Without that text the rest builds.",
        ) from fault


def begin() -> None:
    """What a worker of one machine does first: from now on it looks for dead objects seldom, and ends with its parent.

    A build that is killed ends no worker, and each of them would wait for the next call for ever.
    """
    collect_seldom()
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
