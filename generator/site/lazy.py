"""Pages and files that are made when they are asked for: a preview shows few of them between two changes."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


class Lazy(Mapping[str, T]):
    """Things by address, each made when it is asked for, and once."""

    def __init__(self, makers: Mapping[str, Callable[[], T]]) -> None:
        self._makers, self._made = makers, dict[str, T]()

    def __getitem__(self, uri: str) -> T:
        """What stands at that address."""
        if uri not in self._made:
            self._made[uri] = self._makers[uri]()
        return self._made[uri]

    def __iter__(self) -> Iterator[str]:
        """The addresses in their order."""
        return iter(self._makers)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._makers)

    def __contains__(self, uri: object) -> bool:
        """Whether something stands there; nothing is made to say so."""
        return uri in self._makers
