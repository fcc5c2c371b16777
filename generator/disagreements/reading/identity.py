"""A key for a cache of what is asked of the same things again and again."""

from typing import Generic, TypeVar

T = TypeVar("T")


class ByIdentity(Generic[T]):
    """A value, told apart by which objects its parts are, itself if none are named: to compare them would cost more."""

    def __init__(self, value: T, *parts: object) -> None:
        self.value, self._parts = value, parts or (value,)

    def __hash__(self) -> int:
        return hash(tuple(id(part) for part in self._parts))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ByIdentity) or len(self._parts) != len(other._parts):
            return False
        return all(one is two for one, two in zip(self._parts, other._parts, strict=True))
