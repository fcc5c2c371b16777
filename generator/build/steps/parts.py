"""One part of what is known of each article, read when it is looked at."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

S = TypeVar("S")
T = TypeVar("T")


class Parts(Mapping[str, T]):
    """What `part` takes of each of `whole`, by article id."""

    def __init__(self, whole: Mapping[str, S], part: Callable[[S], T]) -> None:
        self._whole, self._part = whole, part

    def __getitem__(self, name: str) -> T:
        """The part of one article."""
        return self._part(self._whole[name])

    def __iter__(self) -> Iterator[str]:
        """The names in their order."""
        return iter(self._whole)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._whole)
