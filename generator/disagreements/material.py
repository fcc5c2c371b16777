"""One event as the kinds look at it: its articles, their clauses, and what stands between quotation marks."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import combinations

from generator.matching.same_clause import Telling
from generator.model.actors import Actor, Mention
from generator.model.story import Material
from generator.model.text import Article

_PROSE = frozenset({"text", "item"})
_MARKS = frozenset("“”\"‘'")


class Look:
    """The material of one event; what is derived from it is derived once."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.articles = {article.id: article for article in material.articles}

    @property
    def pairs(self) -> Iterator[tuple[Article, Article]]:
        """Every two articles."""
        return combinations(self.material.articles, 2)

    @cached_property
    def tellings(self) -> dict[str, Telling]:
        """The clauses of each article, by its id."""
        return {
            a.id: Telling(self.material.analyses[a.id], self.material.cast, self.quoted[a.id])
            for a in self.material.articles
        }

    @cached_property
    def quoted(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """The spans between quotation marks of each article: speech, scare quotes and titles alike."""
        return {
            a.id: tuple(part for q in self.material.quotations.get(a.id, ()) if q.direct for part in q.parts)
            for a in self.material.articles
        }

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The actors by id."""
        return {actor.id: actor for actor in self.material.cast.actors}

    @cached_property
    def mentions(self) -> dict[tuple[str, str], list[Mention]]:
        """Where each article speaks of each actor, by the ids of both."""
        found = defaultdict[tuple[str, str], list[Mention]](list)
        for mention in self.material.cast.mentions:
            found[mention.article, mention.actor].append(mention)
        return found

    def told_together(self, a: str, b: str) -> bool:
        """Whether two articles are of one day, as far as is known: what is told a day later may have changed."""
        days = {dating.published for name in (a, b) if (dating := self.material.datings.get(name)) and dating.published}
        return len(days) < 2

    def is_prose(self, article: str, offset: int) -> bool:
        """Whether a place is in the running text of an article: no headline, heading or boilerplate."""
        return any(p.start <= offset < p.end and p.role in _PROSE for p in self.articles[article].paragraphs)

    def is_quoted(self, article: str, start: int, end: int) -> bool:
        """Whether words stand between quotation marks, or touch one."""
        body = self.articles[article].body
        touched = body[start - 1 : start] in _MARKS or body[end : end + 1] in _MARKS - {"'"}
        return touched or any(low <= start < high for low, high in self.quoted[article])
