"""A step of the build: a pure function from records to a record, with its grain and the digest of its code."""

import hashlib
from collections.abc import Callable
from functools import cache
from typing import Any, Generic, Literal, TypeVar, get_type_hints

import msgspec

from generator.build.code import code_digest

Grain = Literal["article", "event", "all"]

T = TypeVar("T")
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


class Step(Generic[T]):
    """`work` and what it is called on the terminal; its parameters and its result have types that msgspec can read.

    What is given and what comes back travels and is kept as MessagePack, so a result is the same whether it was
    reckoned in this process, in another one, on another machine, or in an earlier build.
    """

    def __init__(self, name: str, grain: Grain, work: Callable[..., T]) -> None:
        self.name, self.grain, self.work = name, grain, work

    @property
    def code(self) -> str:
        """The digest of the code that decides the result."""
        return hashlib.sha256(f"{code_digest(self.work.__module__)}\0{self.work.__qualname__}".encode()).hexdigest()

    def perform(self, given: tuple[bytes, ...]) -> bytes:
        """The encoded result for encoded arguments."""
        takes, _ = signature(self.work)
        arguments = [msgspec.msgpack.decode(part, type=kind) for part, kind in zip(given, takes, strict=True)]
        return encode(self.work(*arguments))

    def read(self, content: bytes) -> T:
        """An encoded result as a record; raises msgspec.DecodeError for bytes of another shape."""
        result: T = msgspec.msgpack.decode(content, type=signature(self.work)[1])
        return result


@cache
def signature(work: Callable[..., object]) -> tuple[tuple[Any, ...], Any]:
    """The types of a function's parameters, in order, and that of its result."""
    hints = get_type_hints(work)
    result = hints.pop("return")
    return tuple(hints.values()), result


def encode(value: object) -> bytes:
    """A record as bytes, the same for equal records in every process: sets are sorted."""
    return _ENCODER.encode(value)


def digest_of(content: bytes) -> str:
    """SHA-256 of bytes."""
    return hashlib.sha256(content).hexdigest()
