"""How much two articles have in common, by the rare names they share."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from math import log


class Kinship(Mapping[str, Mapping[str, float]]):
    """For each article, every other that shares names with it, and the share between 0 and 1.

    A row is reckoned when it is asked for: most articles name everybody in full, and all rows of a large folder
    together would fill the memory. Names count by inverse document frequency (Spärck Jones, 1972).
    """

    def __init__(self, names: Mapping[str, Set[str]]) -> None:
        self._names = names
        self._holders: dict[str, list[str]] = defaultdict(list)
        for article in names:
            for key in sorted(names[article]):
                self._holders[key].append(article)
        count = len(names)
        self._weight = {key: log(count / len(found)) if count > 1 else 1.0 for key, found in self._holders.items()}
        # Sums are made in one order, so that they are the same to the last digit.
        self._order = {key: number for number, key in enumerate(self._holders)}
        self._total = {
            article: sum(self._weight[key] for key in sorted(keys)) or 1.0 for article, keys in names.items()
        }
        self._last: tuple[str, Mapping[str, float]] | None = None

    def __getitem__(self, article: str) -> Mapping[str, float]:
        """What the article shares with each other one."""
        if self._last is None or self._last[0] != article:
            self._last = article, self._row(article)
        return self._last[1]

    def _row(self, article: str) -> Mapping[str, float]:
        shared: dict[str, float] = defaultdict(float)
        for key in sorted(self._names[article], key=self._order.__getitem__):
            for other in self._holders[key]:
                if other != article:
                    shared[other] += self._weight[key]
        return {other: s / min(self._total[article], self._total[other]) for other, s in shared.items()}

    def __iter__(self) -> Iterator[str]:
        """The articles."""
        return iter(self._names)

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self._names)
