"""The part of the cast that is an event's: what other articles say of the same people is not in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from generator.model.actors import Actor, Cast, Mention


class Casts:
    """The whole cast by article, so that an event's part is taken without going through all of it."""

    def __init__(self, cast: Cast) -> None:
        self._places = {actor.id: number for number, actor in enumerate(cast.actors)}
        self._actors = cast.actors
        self._mentions: Mapping[str, list[Mention]] = defaultdict(list)
        for mention in cast.mentions:
            self._mentions[mention.article].append(mention)
        self._titled: Mapping[str, list[str]] = defaultdict(list)
        for actor in cast.actors:
            for alias in actor.aliases:
                for article in alias.articles:
                    self._titled[article].append(actor.id)

    def of(self, articles: Iterable[str]) -> Cast:
        """Those who are named in the articles, in the order of the whole cast, as these articles name them."""
        own = tuple(articles)
        mentions = tuple(mention for article in own for mention in self._mentions.get(article, ()))
        named = {m.actor for m in mentions}.union(*(self._titled.get(article, ()) for article in own))
        ordered = sorted(self._places[actor] for actor in named if actor in self._places)
        return Cast(actors=tuple(_as_named(self._actors[n], set(own)) for n in ordered), mentions=mentions)


def _as_named(actor: Actor, articles: set[str]) -> Actor:
    """An actor with the names and descriptions that these articles give him, and those of general knowledge."""
    aliases = []
    for alias in actor.aliases:
        own = tuple(article for article in alias.articles if article in articles)
        if own or not alias.articles:
            aliases.append(msgspec.structs.replace(alias, articles=own))
    return msgspec.structs.replace(
        actor,
        aliases=tuple(aliases),
        descriptions=tuple(d for d in actor.descriptions if d.passage.article in articles),
    )
