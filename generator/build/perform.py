"""What a worker does: one call of one step, bytes in and bytes out."""

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
    """The encoded result. Raises ParallaxError where this process runs other code than the one that asks."""
    step = STEPS[call.step]
    if step.code != call.code:
        raise ParallaxError(
            "A worker runs another version of Parallax, of a library or of Python.",
            remedy="Install the same versions on every machine of the cluster.",
        )
    return step.perform(call.given)
