"""What the articles of one event say of one matter: passages side by side, in which nothing is claimed to differ."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from generator.disagreements.beside.features import Pair, find_pairs
from generator.disagreements.beside.scorecard import Scorecard, scorecards
from generator.disagreements.beside.space import Space, read_space
from generator.disagreements.material import Look
from generator.disagreements.passages import length, whole
from generator.language.frames import Frame
from generator.matching.same_clause import Telling, match
from generator.model.claims import Claim
from generator.model.story import Disagreement, Material, SideBySide
from generator.model.text import Passage

MOST = 1
# Two articles alone offer too few pairs for the best of them to be good.
FEWEST = 3
# Shown from this probability on.
LEAST = 0.55
# Each sentence has so many words of meaning that the other lacks, and of their runs of three words no larger part is
# the same: else both say the same.
_LONE, _SAME_RUNS = 9, 0.1
_RUN = 3
_ABOUT_WORDS = 8
_PROSE = frozenset({"text", "item"})
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def side_by_side(
    material: Material, shown: Sequence[Disagreement] = (), *, cards: Mapping[str, Scorecard] | None = None
) -> tuple[SideBySide, ...]:
    """At most one row of two passages of different articles, for events of three articles and more.

    Sentences that stand on a card of `shown` are left out, and so are sentences that say the same.
    """
    if len(material.articles) < FEWEST:
        return ()
    look = Look(material)
    rows: list[SideBySide] = []
    space = space_of(material)
    taken = set(_on_cards(space, shown))
    pairs = pairs_of(material, space)
    ranked = sorted(zip(worth(pairs, cards or scorecards()), pairs, strict=True), key=lambda each: -each[0])
    for probability, pair in ranked:
        if probability < LEAST or len(rows) == MOST:
            break
        members = [pair.i, pair.j]
        if taken & {pair.i, pair.j} or not may_stand(space, pair):
            continue
        passages = [passage for n in members if (passage := _passage(look, space.claims[n]))]
        if len(passages) == len(members):
            taken |= set(members)
            about = _about(look, space.claims[pair.i], space.claims[pair.j])
            rows.append(
                SideBySide(
                    event=material.event.id,
                    passages=tuple(passages),
                    about=about,
                    score=round(float(probability), 3),
                )
            )
    return tuple(rows)


def space_of(material: Material) -> Space:
    """The sentences of the event's articles, in their order."""
    bodies = {article.id: article.body for article in material.articles}
    prose = {a.id: [p.role in _PROSE for p in a.paragraphs] for a in material.articles}
    claims = [
        claim
        for article in material.articles
        for claim in material.claims.get(article.id, ())
        if prose[article.id][material.analyses[article.id].sentences[claim.sentence].paragraph]
    ]
    return read_space(claims, [bodies[claim.article][claim.start : claim.end] for claim in claims])


def pairs_of(material: Material, space: Space) -> list[Pair]:
    """The pairs of sentences that are looked at closely."""
    titles = [frozenset(_WORD.findall((article.title or "").casefold())) for article in material.articles]
    return find_pairs(space, titles) if space.claims else []


def _on_cards(space: Space, shown: Iterable[Disagreement]) -> Iterator[int]:
    """The sentences that stand on cards already, by their number in the space."""
    places = [(p.passage.article, p.passage.start, p.passage.end) for d in shown for p in d.positions]
    for number, claim in enumerate(space.claims):
        if any(a == claim.article and start < claim.end and claim.start < end for a, start, end in places):
            yield number


def may_stand(space: Space, pair: Pair) -> bool:
    """Whether two sentences quote somebody and share a verb, and each tells enough that the other does not.

    What two articles tell without anybody's words is mostly the same claim in other ones.
    """
    one, other = space.claims[pair.i], space.claims[pair.j]
    lone = min(len(set(one.content) - set(other.content)), len(set(other.content) - set(one.content)))
    if not (one.quoted and other.quoted and one.verbs & other.verbs) or lone < _LONE:
        return False
    runs, others = ({words[n : n + _RUN] for n in range(len(words) - _RUN + 1)} for words in (one.words, other.words))
    return len(runs & others) <= _SAME_RUNS * min(len(runs), len(others))


def worth(pairs: Sequence[Pair], cards: Mapping[str, Scorecard]) -> npt.NDArray[np.float64]:
    """How probable it is that each pair is of one matter and that neither sentence says what the other says."""
    rows = [pair.features for pair in pairs]
    found: npt.NDArray[np.float64] = cards["matter"].judge(rows) * (1 - cards["same"].judge(rows))
    return found


def _passage(look: Look, claim: Claim) -> Passage | None:
    article = look.articles[claim.article]
    frames = look.tellings[claim.article].frames
    main = next((f for f in frames.within(claim.start, claim.end) if frames.tree.tokens[f.verb].dep == "ROOT"), None)
    if main is None:
        return None
    token = frames.tree.tokens[main.verb]
    return whole(article, frames, ((token.start, token.end),))


def _about(look: Look, one: Claim, other: Claim) -> str:
    """Whom both speak of and what is done, in words of the first ("the court rejected the appeal"); "" if nothing."""
    ours, theirs = look.tellings[one.article], look.tellings[other.article]
    best: tuple[int, str] = (0, "")
    for a in ours.frames.within(one.start, one.end):
        for b in theirs.frames.within(other.start, other.end):
            laid = match(ours, a, theirs, b)
            if "predicate" not in laid.kinds and any(slot.role == "doer" for slot, _ in laid.matched):
                words = _clause(look, ours, one.article, a)
                if words and laid.anchors > best[0]:
                    best = laid.anchors, words
    return best[1]


def _clause(look: Look, telling: Telling, article: str, frame: Frame) -> str:
    """The doer, the verb and what is done, where they stand together and are short."""
    doer, done = frame.slot("doer"), frame.slot("done") or frame.slot("complement")
    if doer is None or done is None or not doer.last <= frame.verb < done.first or frame.scopes:
        return ""
    if telling.tokens[doer.head].pos == "PRON":
        return ""
    words = look.articles[article].body[telling.tokens[doer.first].start : telling.tokens[done.last - 1].end]
    return words if length(words) <= _ABOUT_WORDS and "\n" not in words else ""
