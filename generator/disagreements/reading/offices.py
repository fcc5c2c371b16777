"""Two offices of one person, or two places in a family, that differ by a word which makes of them others."""

from collections.abc import Iterator

from generator.disagreements.reading.act_pairs import ActPair
from generator.disagreements.reading.acts import children
from generator.disagreements.reading.contrast import Contrast
from generator.disagreements.reading.side import Side, Span
from generator.language.lexicon import listed

# Words that make of an office or a relation another one, and not the same with a detail more.
_RANKS = listed("acting assistant associate deputy elder interim older twin vice younger")
_STRENGTH = 0.5


def offices(pair: ActPair) -> Iterator[Contrast]:
    """One person in two offices or places in a family that differ by a word: "deputy mayor", "mayor"."""
    view = pair.view
    for n, m in sorted(view.alignment.there.items()):
        ranks = _ranks(view.one, n), _ranks(view.other, m)
        owners = pair.actors[0].get(_owner(view.one, n)), pair.actors[1].get(_owner(view.other, m))
        if ranks[0] == ranks[1] or owners[0] != owners[1] or not pair.is_person(owners[0]):
            continue
        one, other = _with_rank(view.one, n), _with_rank(view.other, m)
        name = next(actor.name for actor in view.material.cast.actors if actor.id == owners[0])
        words = view.one.words(one), view.other.words(other)
        reason = f"Of {name}, one says “{words[0]}”, the other “{words[1]}”."
        yield Contrast(kind="who", strength=_STRENGTH, one=one, other=other, subject=name, reason=reason)


def _ranks(side: Side, noun: int) -> set[str]:
    return {side.analysis.tokens[n].lemma.casefold() for n in _qualities(side, noun)} & _RANKS


def _qualities(side: Side, noun: int) -> list[int]:
    tokens = side.analysis.tokens
    before = {"amod", "compound", "nmod"}
    return [n for n in side.below(noun) if n < noun and tokens[n].dep in before]


def _with_rank(side: Side, noun: int) -> Span:
    tokens = side.analysis.tokens
    return tokens[min([*_qualities(side, noun), noun])].start, tokens[noun].end


def _owner(side: Side, noun: int) -> int:
    """The token of whom a noun in apposition or after "was" or "as" is said, or -1."""
    tokens = side.analysis.tokens
    token = tokens[noun]
    if token.dep == "appos":
        return token.head
    if token.dep == "attr":
        return next((n for n in children(side, token.head) if tokens[n].dep == "nsubj"), -1)
    return -1
