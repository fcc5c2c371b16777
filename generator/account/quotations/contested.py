"""Words that two articles of an event give to two persons: at most one of them said these, so that one is wrong."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace
from rapidfuzz.distance import Levenshtein

from generator.account.quotations.speech import plain_words
from generator.language.verbs import HE_OR_SHE
from generator.matching.names import family_name
from generator.model.actors import Cast, Quotation

# Fewer words may be anybody's.
_FEWEST = 3
# Ways to a speaker whom the quotation's own sentence does not give.
_FAR = frozenset({"running", "around"})


def without_contested(quotations: Mapping[str, tuple[Quotation, ...]], cast: Cast) -> dict[str, tuple[Quotation, ...]]:
    """The quotations of an event's articles by id, without the speakers that another article's speak against.

    Of two persons the one is kept whose name stands beside the words, where the other's doesn't; otherwise neither is.
    One source may have its speaker wrong, or reads out another's words: a reader could not tell.
    """
    if len(quotations) < 2:
        return dict(quotations)
    surnames = {actor.id: family_name(actor.name) for actor in cast.actors if actor.kind == "person"}
    told = {
        name: [
            (n, q, f" {words} ")
            for n, q in enumerate(found)
            if q.direct and q.speaker in surnames and len((words := plain_words(q)).split()) >= _FEWEST
        ]
        for name, found in quotations.items()
    }
    doubted = {
        place
        for (one, own), (other, theirs) in combinations(told.items(), 2)
        for mine, its in _alike(own, theirs)
        if _differ(surnames[mine[1].speaker or ""], surnames[its[1].speaker or ""])
        for place in _weaker((one, *mine), (other, *its))
    }
    return {
        name: tuple(
            replace(q, speaker=None, told_as="") if (name, number) in doubted else q for number, q in enumerate(found)
        )
        for name, found in quotations.items()
    }


_Told = tuple[int, Quotation, str]


def _alike(own: Sequence[_Told], theirs: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """Quotations of which one has all words of the other in their order."""
    for one in own:
        for other in theirs:
            short, long = sorted((one[2], other[2]), key=len)
            if short in long:
                yield one, other


def _differ(one: str, other: str) -> bool:
    """Whether two surnames are no two spellings of one."""
    return Levenshtein.distance(one, other, score_cutoff=1) > 1


def _weaker(one: tuple[str, int, Quotation, str], other: tuple[str, int, Quotation, str]) -> list[tuple[str, int]]:
    """The places of those whose speaker is not proven better than the other's."""
    near = [_is_named(quotation) for _, _, quotation, _ in (one, other)]
    return [each[:2] for each, own, its in zip((one, other), near, near[::-1], strict=True) if its or not own]


def _is_named(quotation: Quotation) -> bool:
    """Whether a name stands beside the words."""
    words = quotation.speaker_text
    named = any(word[:1].isupper() for word in words.split()[1:] or [words])
    return named and quotation.way not in _FAR and words.lower() not in HE_OR_SHE
