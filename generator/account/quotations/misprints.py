"""A speaker whose name a source has misprinted: who it is by the event's other articles, or by this one elsewhere."""

from collections import Counter
from collections.abc import Mapping

from msgspec.structs import replace
from rapidfuzz.distance import Levenshtein

from generator.matching.names import fold
from generator.model.actors import Actor, Cast, Quotation

# Shorter surnames with one letter changed are often other people's.
_SHORTEST = 5


def as_printed_elsewhere(
    quotations: Mapping[str, tuple[Quotation, ...]], cast: Cast
) -> dict[str, tuple[Quotation, ...]]:
    """The quotations of an event's articles by id, with "Ada Rothman" for the "Ada Rothmann" of one article.

    Both have the first name in common and surnames that differ in a letter, and the event prints the other more often.
    Of two that are printed equally often nobody can tell which is right: neither is named.
    """
    meant = _meant(cast, set(quotations))
    if not meant:
        return dict(quotations)
    return {
        name: tuple(replace(q, speaker=meant.get(q.speaker or "", q.speaker)) for q in found)
        for name, found in quotations.items()
    }


def _meant(cast: Cast, articles: set[str]) -> dict[str, str | None]:
    """The id of each person whose name may be misprinted, and of the one who is meant, if that is sure."""
    here = [mention for mention in cast.mentions if mention.article in articles and mention.form == "name"]
    mentions = Counter(mention.actor for mention in here)
    articles_with = Counter(actor for actor, _ in {(mention.actor, mention.article) for mention in here})
    told = {actor: (articles_with[actor], count) for actor, count in mentions.items()}
    persons = [actor for actor in cast.actors if actor.kind == "person" and actor.id in told]
    found: dict[str, str | None] = {}
    for actor in persons:
        if articles_with[actor.id] > 1:
            continue
        others = [other for other in persons if told[other.id] >= told[actor.id] and _differ_by_a_letter(actor, other)]
        if len(others) == 1:
            found[actor.id] = others[0].id if told[others[0].id] > told[actor.id] else None
    return found


def _differ_by_a_letter(one: Actor, other: Actor) -> bool:
    # Two words may be parted by a hyphen; a middle name is no part of a surname.
    (first, _, own), (given, _, theirs) = (fold(actor.name).partition(" ") for actor in (one, other))
    if first != given or {one.name.count(" "), other.name.count(" ")} != {1} or min(len(own), len(theirs)) < _SHORTEST:
        return False
    return Levenshtein.distance(own, theirs, score_cutoff=1) == 1
