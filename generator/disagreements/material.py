"""One event as the kinds look at it: its articles, their clauses, and what stands between quotation marks."""

from collections import defaultdict
from itertools import combinations

from generator.matching.same_clause import Telling
from generator.model.actors import Mention
from generator.model.story import Material

Span = tuple[int, int]

MOST_WORDS = 6
"""A heading names two wordings, each of at most so many words."""


class Look:
    """The material of one event, and what is derived of it for all kinds.

    articles   by id; `pairs` are every two of them, `text` all that they say in small letters
    quoted     the spans between quotation marks of each article: speech, scare quotes and titles alike
    tellings   the clauses of each article
    actors     by id; `mentions` are the places where each article speaks of each, by the ids of both
    apart      the ids of every two articles of different days, both ways: what is told a day later may have changed
    """

    def __init__(self, material: Material) -> None:
        self.material = material
        self.articles = {article.id: article for article in material.articles}
        self.pairs = tuple(combinations(material.articles, 2))
        self.text = "\n".join(article.body for article in material.articles).lower()
        self.quoted = {
            a: tuple(part for q in material.quotations.get(a, ()) if q.direct for part in q.parts)
            for a in self.articles
        }
        self.tellings = {a: Telling(material.analyses[a], material.cast, self.quoted[a]) for a in self.articles}
        self.actors = {actor.id: actor for actor in material.cast.actors}
        self.mentions = defaultdict[tuple[str, str], list[Mention]](list)
        for mention in material.cast.mentions:
            self.mentions[mention.article, mention.actor].append(mention)
        days = {a: d.published for a in self.articles if (d := material.datings.get(a)) and d.published}
        self.apart = frozenset((a, b) for a in days for b in days if days[a] != days[b])
