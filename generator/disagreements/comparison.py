"""All findings of one event: claims of different articles are paired, judged, gathered, named, worded and ordered."""

import re
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from generator.disagreements import figure, label, name, quote
from generator.disagreements.kinds import contrasts, strengths
from generator.disagreements.naming import name_difference
from generator.disagreements.ranking.gather import any_holds, gather, square_of
from generator.disagreements.ranking.ordering import Judged, order
from generator.disagreements.ranking.pairs import Pair, find_pairs
from generator.disagreements.ranking.scorecard import Scorecard, scorecards
from generator.disagreements.ranking.space import Matrix, Space, read_space
from generator.disagreements.reading.contrast import Contrast
from generator.disagreements.reading.views import Views
from generator.disagreements.wording import disagreement_of
from generator.model.story import Disagreement, Material

# Kinds that are proven word by word, number by number or name by name, with modules that find them by themselves.
PROVEN = {"quote": quote.find, "figure": figure.find, "name": name.find, "label": label.find}
# A finding of these kinds tells what a card on the same claims would tell, and tells it better.
_REPLACING = frozenset({"quote", "figure"})
# A card is shown from this probability on; one of which only the wording can be said to differ must be surer, for of
# those half are listed for something else. Both cuts were chosen by cross-validation.
_LEAST_NAMED, _LEAST_UNNAMED = 0.2, 0.5
# So many of the likeliest pairs of an event are looked at for differences that can be named.
_NAMED = 60
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def compare(
    material: Material, *, limit: int, cards: Mapping[str, Scorecard] | None = None
) -> tuple[Disagreement, ...]:
    """The at most `limit` disagreements of an event that are most worth reading, best first; none with one article.

    `cards` replaces the committed scorecards, to measure others.
    """
    cards = cards or scorecards()
    if len(material.articles) < 2:
        return ()
    space = space_of(material)
    found = list(_found(material, space, limit, cards))
    proven = list(_proven(material, space, found, cards))
    open_ = [each for each in found if not any(_replaces(other, each) for other in proven)]
    shown = [each for each in (*open_, *proven) if _is_shown(each)]
    return tuple(judged.disagreement for judged in order(shown, limit))


def space_of(material: Material) -> Space:
    """The claims of the event's articles, in their order."""
    bodies = {article.id: article.body for article in material.articles}
    claims = [claim for article in material.articles for claim in material.claims.get(article.id, ())]
    return read_space(claims, [bodies[claim.article][claim.start : claim.end] for claim in claims])


def pairs_of(material: Material, space: Space, views: Views) -> list[Pair]:
    """The pairs of claims that are looked at closely."""
    titles = [frozenset(_WORD.findall((article.title or "").casefold())) for article in material.articles]
    return find_pairs(space, titles, views)


def _replaces(proven: Judged, found: Judged) -> bool:
    """Whether a proven finding tells, of the two main claims, what the other card would tell."""
    kind = proven.disagreement.kind
    same = kind in _REPLACING or (found.is_named and kind == found.disagreement.kind)
    return same and len(set(found.main) & proven.members) > 1


def _is_shown(judged: Judged) -> bool:
    if judged.disagreement.kind == "name":
        return True
    return judged.worth >= (_LEAST_NAMED if judged.is_named else _LEAST_UNNAMED)


def _found(material: Material, space: Space, limit: int, cards: Mapping[str, Scorecard]) -> Iterator[Judged]:
    views = Views(material, space)
    pairs, worth, differences = _name(views, pairs_of(material, space, views), cards["worth"])
    square = square_of(space, pairs, worth)
    for finding in gather(space, pairs, differences, worth, limit=limit):
        named = name_difference(views, finding)
        disagreement = disagreement_of(material, space, views, named)
        if disagreement is None:
            continue
        members = _members(space, disagreement)
        words = frozenset((member, named.deciding(member)) for member in members)
        yield Judged(any_holds(space, sorted(members), square), disagreement, members, named.pair[:2], words)


def _name(views: Views, pairs: Sequence[Pair], card: Scorecard) -> tuple[list[Pair], Matrix, list[Contrast | None]]:
    """The pairs with their worth, and the surest difference that can be named of each of the promising ones.

    What can be named is a feature of a pair too, and makes it worth more.
    """
    known, worth = list(pairs), card.judge([pair.features for pair in pairs])
    named: list[Contrast | None] = [None] * len(pairs)
    for place in np.argsort(-worth, kind="stable")[:_NAMED]:
        pair = pairs[place]
        found = contrasts(views.view(pair.i, pair.j))
        if found:
            rated = card.judge([{**pair.features, **strengths([each])} for each in found])
            surest = max(range(len(found)), key=lambda n: (rated[n], found[n].strength, found[n].kind))
            named[place] = found[surest]
            known[place] = pair._replace(features={**pair.features, **strengths(found)})
            worth[place] = card.judge([known[place].features])[0]
    return known, worth, named


def _proven(
    material: Material, space: Space, found: Sequence[Judged], cards: Mapping[str, Scorecard]
) -> Iterator[Judged]:
    """The findings of the modules that need no judgement, with their worth."""
    for finder in PROVEN.values():
        for disagreement in finder(material):
            members = _members(space, disagreement)
            near = [f.worth for f in found if disagreement.kind in _REPLACING and len(set(f.main) & members) > 1]
            worth = float(cards[f"{disagreement.kind}_found"].judge([{"score": disagreement.score}])[0])
            yield Judged(max([worth, *near]), disagreement, members)


def _members(space: Space, disagreement: Disagreement) -> frozenset[int]:
    middles = {(p.passage.article, (p.passage.start + p.passage.end) // 2) for p in disagreement.positions}
    return frozenset(
        number
        for number, claim in enumerate(space.claims)
        if any(claim.article == article and claim.start <= middle < claim.end for article, middle in middles)
    )
