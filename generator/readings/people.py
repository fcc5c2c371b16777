"""Which names are one actor's, and which are no actor's, as the readers of an event have it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from generator.model.actors import Actor, Alias, Cast
from generator.model.decisions import Decisions
from generator.model.readings import Reading
from generator.readings.valid import World

_BY_EDITOR = frozenset({"confirmed", "editorial"})


def read_cast(cast: Cast, decisions: Decisions, world: World) -> Cast:
    """The cast with the actors joined that its readers hold for one, and without what they hold for none.

    Both concern only the articles that were read: a slip is taken out of those alone, and two are joined when both are
    spoken of there. What one reader of the articles says and another does not is left alone, and so is what the editor
    decided on.
    """
    readings = [reading for file in world.shelf.files for reading in file.readings if reading.people]
    if not readings:
        return cast
    for reading in readings:
        others = [r for r in readings if set(r.articles) == set(reading.articles)]
        cast = _joined(cast, _agreed_pairs(reading, others), reading, decisions)
        cast = _without(cast, _agreed_slips(reading, others), reading)
    return cast


def _agreed_pairs(reading: Reading, others: Sequence[Reading]) -> list[tuple[str, ...]]:
    groups = reading.people.same if reading.people else ()
    return [group for group in groups if all(_has_group(other, group) for other in others)]


def _has_group(reading: Reading, group: tuple[str, ...]) -> bool:
    return any(set(group) <= set(other) for other in (reading.people.same if reading.people else ()))


def _agreed_slips(reading: Reading, others: Sequence[Reading]) -> set[str]:
    found = set(reading.people.no_actors if reading.people else ())
    for other in others:
        found &= set(other.people.no_actors if other.people else ())
    return found


def _told(cast: Cast, articles: Iterable[str]) -> Counter[str]:
    """How often the articles speak of each actor."""
    read = set(articles)
    return Counter(mention.actor for mention in cast.mentions if mention.article in read)


def _joined(cast: Cast, groups: Sequence[tuple[str, ...]], reading: Reading, decisions: Decisions) -> Cast:
    apart = [set(entry.names) for entry in decisions.never_merge]
    for group in groups:
        told = _told(cast, reading.articles)
        named = {actor.name: actor for actor in cast.actors if told[actor.id]}
        actors = [named[name] for name in group if name in named]
        split = any(len(names & {a.name for a in actors}) > 1 for names in apart)
        if len({a.id for a in actors}) < 2 or split or len({a.kind for a in actors}) > 1:
            continue
        actors.sort(key=lambda a: (a.status not in _BY_EDITOR, len(a.name.split()) < 2, -told[a.id], a.id))
        if sum(actor.status in _BY_EDITOR for actor in actors) < 2:
            cast = _one(cast, actors)
    return cast


def _one(cast: Cast, actors: Sequence[Actor]) -> Cast:
    """The cast with all of `actors` as the first of them."""
    first, rest = actors[0], {actor.id for actor in actors[1:]}
    aliases: dict[str, Alias] = {}
    for alias in (alias for actor in actors for alias in actor.aliases):
        known = aliases.get(alias.text)
        articles = tuple(dict.fromkeys((*(known.articles if known else ()), *alias.articles)))
        aliases[alias.text] = replace(alias, articles=articles)
    whole = replace(
        first,
        aliases=tuple(aliases.values()),
        descriptions=tuple(dict.fromkeys(d for actor in actors for d in actor.descriptions)),
    )
    kept = [whole if actor.id == first.id else actor for actor in cast.actors if actor.id not in rest]
    return replace(
        cast,
        actors=tuple(kept),
        mentions=tuple(replace(m, actor=first.id) if m.actor in rest else m for m in cast.mentions),
        suggestions=tuple(s for s in cast.suggestions if not rest & set(s.actors)),
    )


def _without(cast: Cast, slips: set[str], reading: Reading) -> Cast:
    out = {actor.id for actor in cast.actors if actor.name in slips and actor.status not in _BY_EDITOR}
    if not out:
        return cast
    mentions = tuple(m for m in cast.mentions if m.actor not in out or m.article not in reading.articles)
    left = {mention.actor for mention in mentions}
    actors = tuple(
        _unread(actor, reading.articles) if actor.id in out else actor
        for actor in cast.actors
        if actor.id not in out or actor.id in left
    )
    suggestions = tuple(s for s in cast.suggestions if not (out - left) & set(s.actors))
    return replace(cast, actors=actors, mentions=mentions, suggestions=suggestions)


def _unread(actor: Actor, articles: Mapping[str, str]) -> Actor:
    """An actor without the names and descriptions that only the articles have that were read."""
    aliases = [replace(a, articles=tuple(n for n in a.articles if n not in articles)) for a in actor.aliases]
    kept = tuple(new for new, old in zip(aliases, actor.aliases, strict=True) if new.articles or not old.articles)
    return replace(
        actor,
        aliases=kept,
        descriptions=tuple(d for d in actor.descriptions if d.passage.article not in articles),
    )
