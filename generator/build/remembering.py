"""Records of the last builds that a preview keeps in memory: after a change nearly all of them are asked for again."""

from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar, cast

T = TypeVar("T")

_LARGEST = 64 * 1024  # bytes of an encoded record: an article's whole analysis is larger
_MOST = 32 * 1024**2  # bytes of all of them; as records they take some five times as much


class Remembered:
    """Records by the digest of what they were made of; what was asked for least recently goes first."""

    def __init__(self, most: int = _MOST) -> None:
        self._most, self._held = most, 0
        self._records: OrderedDict[str, tuple[int, object]] = OrderedDict()
        self._latest: tuple[str, object] = "", None

    def get(self, digest: str, content: Callable[[], bytes], read: Callable[[bytes], T]) -> T:
        """The record kept under `digest`; `content` gives its bytes and `read` makes it of them, if it isn't held."""
        if digest in self._records:
            self._records.move_to_end(digest)
            return cast("T", self._records[digest][1])
        packed = content()
        record = read(packed)
        if len(packed) <= _LARGEST and self._most:
            self._records[digest] = len(packed), record
            self._held += len(packed)
            while self._held > self._most:
                self._held -= self._records.popitem(last=False)[1][0]
        return record

    def latest(self, digest: str, make: Callable[[], T]) -> T:
        """What was asked for here the last time, if it was of the same `digest`; else it is made anew."""
        if self._latest[0] != digest:
            self._latest = digest, make()
        return cast("T", self._latest[1])
