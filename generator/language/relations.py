"""How words stand to one another: which news uses for one another, which exclude each other (en/relations.tsv)."""

from functools import cache, lru_cache
from importlib import resources


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> bool:
    """Whether two lemmas are one, or listed as words that news uses for one another."""
    return one == other or other in words_like(one)


@lru_cache(maxsize=65536)
def words_like(lemma: str) -> frozenset[str]:
    """The lemmas that are listed as words that news uses for this one."""
    rows = _rows("like")
    return frozenset().union(*(word for number in _groups("like").get(lemma, ()) for word in rows[number]))


@lru_cache(maxsize=65536)
def first_like(lemma: str) -> str:
    """One lemma for all that news uses for one another: the first of them by the alphabet."""
    return min({lemma, *words_like(lemma)})


def exclude(one: str, other: str) -> bool:
    """Whether two lemmas cannot both be true of one thing at one time: they stand in two columns of one row."""
    return other in excluded(one)


@lru_cache(maxsize=65536)
def excluded(lemma: str) -> frozenset[str]:
    """The lemmas that cannot be true where this one is."""
    rows = _rows("apart")
    return frozenset().union(
        *(word for row, side in _sides().get(lemma, {}).items() for n, word in enumerate(rows[row]) if n != side)
    )


@cache
def _rows(relation: str) -> tuple[tuple[frozenset[str], ...], ...]:
    text = (resources.files("generator.language") / "en" / "relations.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(tuple(frozenset(column.split()) for column in row[1:]) for row in rows if row[0] == relation)


@cache
def _groups(relation: str) -> dict[str, frozenset[int]]:
    """The numbers of the rows in which each lemma stands."""
    found: dict[str, set[int]] = {}
    for number, columns in enumerate(_rows(relation)):
        for lemma in frozenset().union(*columns):
            found.setdefault(lemma, set()).add(number)
    return {lemma: frozenset(numbers) for lemma, numbers in found.items()}


@cache
def _sides() -> dict[str, dict[int, int]]:
    """For each lemma the rows of what excludes it, and in which column it stands there itself."""
    found: dict[str, dict[int, int]] = {}
    for number, columns in enumerate(_rows("apart")):
        for side, lemmas in enumerate(columns):
            for lemma in lemmas:
                found.setdefault(lemma, {})[number] = side
    return found
