"""Which articles of an event are held against each other: all, unless they are too many."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from generator.model.text import Article

MOST = 60
"""So many articles of one event are compared: the work, and what is found, grow with the square of their number."""


def compared(articles: Sequence[Article]) -> tuple[str, ...]:
    """The ids of those that are compared, in the order given: of too many, the earliest of each outlet in turn."""
    if len(articles) <= MOST:
        return tuple(article.id for article in articles)
    outlets: dict[str, list[str]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: (a.published or "~", a.id)):
        outlets[article.outlet or ""].append(article.id)
    turns = chain.from_iterable(zip_longest(*outlets.values()))
    chosen = set([name for name in turns if name is not None][:MOST])
    return tuple(article.id for article in articles if article.id in chosen)


def left_out(articles: Iterable[Article]) -> int:
    """How many articles of an event are not compared because those of their language are too many."""
    return sum(max(0, count - MOST) for count in Counter(article.spoken for article in articles).values())
