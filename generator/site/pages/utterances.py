"""Quotations by speaker; one utterance that several articles quote is one, with its variants side by side."""

import re
from collections.abc import Sequence
from itertools import chain
from typing import TypeVar

import msgspec
from rapidfuzz import fuzz

from generator.model.actors import Quotation
from generator.model.record import Record
from generator.site.pages.variants import Piece, is_part, merged
from generator.site.pages.viewpoint import Quote, Source, Viewpoint

T = TypeVar("T")
Bearer = tuple[str, tuple[int, int] | None] | None

SHOWN = 3
"""So many utterances of one speaker stand open; those with variants come first."""

SPEAKERS = 5
"""So many speakers stand open."""

FEWEST_SPOKEN = 3
"""Fewer words tell nothing outside of the sentence that carries them."""

ALIKE = 80
"""Two quotations of one speaker are one utterance from this ratio (0 to 100) of equal characters on."""

_Told = tuple[Quotation, str, set[str]]
"""A quotation, its words alone, and the disagreements over them."""

_INDEFINITE = ("a ", "an ", "another ", "one ")

CLOSED = "”’\"'»"
"""Marks that end a quotation."""

FEWEST_WORDS = 3
"""Shorter quotations are too easily contained in another one by chance; they must be equal."""


class Variant(Record, frozen=True):
    """One wording of an utterance, further sources that quote it in the same words, and those that quote a `part`."""

    quote: Quote
    also: tuple[Source, ...]
    part: tuple[Source, ...]
    via: tuple[str, ...]


class Utterance(Record, frozen=True):
    """One thing said, in each wording in which it is quoted; those that are mostly the same are `merged`."""

    variants: tuple[Variant, ...]
    merged: tuple[Piece, ...] | None = None


class Speaker(Record, frozen=True):
    """Somebody who is quoted; `name` is "" when it is not known."""

    name: str
    utterances: tuple[Utterance, ...]
    more: tuple[Utterance, ...]


def speakers(quotations: Sequence[Quotation], view: Viewpoint) -> tuple[Speaker, ...]:
    """Quotations by speaker, those quoted most first, those without a known speaker last."""
    by_speaker: dict[tuple[str, str, Bearer], list[Quotation]] = {}
    for quotation in quotations:
        if len(_said(quotation).split()) < FEWEST_SPOKEN:
            continue
        actor = quotation.speaker if quotation.speaker in view.lookup.actors else None
        told = "" if actor else quotation.told_as
        by_speaker.setdefault((actor or "", told, _bearer(quotation, told)), []).append(quotation)
    order = sorted(by_speaker, key=lambda key: (not any(key), -len(by_speaker[key])))
    return tuple(_speaker(actor, told, by_speaker[actor, told, bearer], view) for actor, told, bearer in order)


def _bearer(quotation: Quotation, told: str) -> Bearer:
    """Where a role is told of: "a spokesman" may be another in each sentence, "the council" in each article."""
    if told.lower().startswith(_INDEFINITE):
        return quotation.passage.article, quotation.speaker_span
    role = told[:1] != told[:1].upper() or told.lower().startswith("the ")
    named = any(word[0].isupper() for word in told.split()[1:])
    return (quotation.passage.article, None) if role and not named else None


def utterances(quotations: Sequence[Quotation], view: Viewpoint) -> tuple[Utterance, ...]:
    """The quotations of one speaker, grouped by what is being said."""
    groups: list[list[_Told]] = []
    for told in ((quotation, _said(quotation), view.lookup.compared(quotation.passage)) for quotation in quotations):
        near = [g for g in groups if any(_same(told, other) for other in g)]
        if not near:
            groups.append([told])
            continue
        near[0] += [*chain.from_iterable(near[1:]), told]
        groups = [g for g in groups if g not in near[1:]]
    return tuple(_utterance([quotation for quotation, _, _ in group], view) for group in groups)


def parted(items: Sequence[T], most: int) -> tuple[tuple[T, ...], tuple[T, ...]]:
    """The first `most` items and the rest, or all where only one would be left over."""
    shown = len(items) if len(items) == most + 1 else most
    return tuple(items[:shown]), tuple(items[shown:])


def _speaker(actor: str, text: str, quotations: list[Quotation], view: Viewpoint) -> Speaker:
    said = sorted(utterances(quotations, view), key=lambda utterance: len(utterance.variants) < 2)
    first, more = parted(said, SHOWN)
    return Speaker(name=view.lookup.actors[actor].name if actor else text, utterances=first, more=more)


def _utterance(group: list[Quotation], view: Viewpoint) -> Utterance:
    wordings: dict[str, list[Quotation]] = {}
    for quotation in sorted(group, key=lambda q: -len(_said(q))):
        words = _said(quotation)
        whole = next((longer for longer in wordings if is_part(words.split(), longer.split())), words)
        wordings.setdefault(whole, []).append(quotation)
    kept = sorted(wordings.values(), key=lambda same: group.index(same[0]))
    return Utterance(variants=tuple(_variant(same, view) for same in kept), merged=_merged(kept))


def _merged(wordings: Sequence[Sequence[Quotation]]) -> tuple[Piece, ...] | None:
    """Several wordings as one, where each is quoted in one run."""
    if any(len(same[0].parts) > 1 or same[0].shortened for same in wordings):
        return None
    return merged([same[0].passage.quote for same in wordings])


def _variant(same: Sequence[Quotation], view: Viewpoint) -> Variant:
    first, *others = same
    said = {o.passage.article: view.source(o.passage) for o in others if _said(o) == _said(first)}
    part = {o.passage.article: view.source(o.passage) for o in others}
    return Variant(
        quote=_quote(first, view),
        also=tuple(source for article, source in said.items() if article != first.passage.article),
        part=tuple(source for a, source in part.items() if a not in said and a != first.passage.article),
        via=tuple(link for link in first.chain if link),
    )


def _quote(quotation: Quotation, view: Viewpoint) -> Quote:
    """The quoted words with their own marks; of a shortened one as far as its words are quoted."""
    passage = quotation.passage
    if not quotation.shortened or not quotation.parts:
        return msgspec.structs.replace(view.quote(passage), marks="own")
    closed = len(passage.quote) - len(passage.quote[quotation.parts[-1][1] - passage.start :].lstrip(CLOSED))
    if passage.start + closed == passage.end and passage.quote[-1] not in CLOSED:
        return msgspec.structs.replace(view.quote(passage), marks="cut")
    told = view.lookup.articles[passage.article].passage(passage.start, passage.start + closed)
    return msgspec.structs.replace(view.quote(told), source=view.source(passage), marks="own", open=True)


def _same(one: _Told, other: _Told) -> bool:
    (first, a, compared), (second, b, also) = one, other
    if a == b:
        return True
    if first.passage.article == second.passage.article:
        return False
    if compared & also:
        return True
    if min(len(a.split()), len(b.split())) < FEWEST_WORDS:
        return False
    return any(ratio(a, b, score_cutoff=ALIKE) for ratio in (fuzz.ratio, fuzz.partial_ratio))


def _said(quotation: Quotation) -> str:
    """The quoted words alone, without case and punctuation."""
    passage = quotation.passage
    parts = [passage.quote[start - passage.start : end - passage.start] for start, end in quotation.parts]
    return " ".join(re.findall(r"\w+", " ".join(parts or [passage.quote]).lower()))
