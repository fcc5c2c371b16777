"""Quotations by speaker; one utterance that several articles quote is one, with its variants side by side."""

import re
from collections.abc import Sequence

import msgspec
from rapidfuzz import fuzz

from generator.model.actors import Quotation
from generator.model.record import Record
from generator.site.pages.viewpoint import ActorLink, Quote, Source, Viewpoint

SHOWN = 3
"""So many utterances of one speaker stand open; those with variants come first."""

SPEAKERS = 5
"""So many speakers stand open."""

FEWEST_SPOKEN = 3
"""Fewer words tell nothing outside of the sentence that carries them."""

ALIKE = 80
"""Two quotations of one speaker are one utterance from this ratio (0 to 100) of equal characters on."""

FEWEST_WORDS = 3
"""Shorter quotations are too easily contained in another one by chance; they must be equal."""


class Variant(Record, frozen=True):
    """One wording of an utterance, and further sources that quote it in the same words."""

    quote: Quote
    also: tuple[Source, ...]
    via: tuple[str, ...]


class Utterance(Record, frozen=True):
    """One thing said, in each wording in which it is quoted."""

    variants: tuple[Variant, ...]


class Speaker(Record, frozen=True):
    """Somebody who is quoted; `actor` is None when the speaker has no entry, `name` is "" when it is not known."""

    name: str
    actor: ActorLink | None
    utterances: tuple[Utterance, ...]
    more: tuple[Utterance, ...]


def speakers(quotations: Sequence[Quotation], view: Viewpoint) -> tuple[Speaker, ...]:
    """Quotations by speaker, those quoted most first, those without a known speaker last."""
    by_speaker: dict[tuple[str, str], list[Quotation]] = {}
    for quotation in quotations:
        if len(_said(quotation).split()) < FEWEST_SPOKEN:
            continue
        actor = quotation.speaker if quotation.speaker in view.lookup.actors else None
        by_speaker.setdefault((actor or "", "" if actor else quotation.speaker_text), []).append(quotation)
    order = sorted(by_speaker, key=lambda key: (not any(key), -len(by_speaker[key])))
    return tuple(_speaker(*key, by_speaker[key], view) for key in order)


def utterances(quotations: Sequence[Quotation], view: Viewpoint) -> tuple[Utterance, ...]:
    """The quotations of one speaker, grouped by what is being said."""
    groups: list[list[Quotation]] = []
    for quotation in quotations:
        group = next((g for g in groups if any(_same(quotation, other, view) for other in g)), None)
        if group is None:
            groups.append([quotation])
        else:
            group.append(quotation)
    return tuple(_utterance(group, view) for group in groups)


def _speaker(actor: str, text: str, quotations: list[Quotation], view: Viewpoint) -> Speaker:
    entry = view.actor(view.lookup.actors[actor]) if actor else None
    said = sorted(utterances(quotations, view), key=lambda utterance: len(utterance.variants) < 2)
    shown = len(said) if len(said) == SHOWN + 1 else SHOWN
    return Speaker(
        name=entry.name if entry else text, actor=entry, utterances=tuple(said[:shown]), more=tuple(said[shown:])
    )


def _utterance(group: list[Quotation], view: Viewpoint) -> Utterance:
    wordings: dict[str, list[Quotation]] = {}
    for quotation in group:
        wordings.setdefault(_said(quotation), []).append(quotation)
    return Utterance(variants=tuple(_variant(same, view) for same in wordings.values()))


def _variant(same: list[Quotation], view: Viewpoint) -> Variant:
    first, *others = same
    return Variant(
        quote=msgspec.structs.replace(view.quote(first.passage), marks="cut" if first.shortened else "own"),
        also=tuple({o.passage.article: view.source(o.passage) for o in others}.values()),
        via=tuple(link for link in first.chain if link),
    )


def _same(one: Quotation, other: Quotation, view: Viewpoint) -> bool:
    a, b = _said(one), _said(other)
    if a == b:
        return True
    if one.passage.article == other.passage.article:
        return False
    if view.lookup.compared(one.passage) & view.lookup.compared(other.passage):
        return True
    if min(len(a.split()), len(b.split())) < FEWEST_WORDS:
        return False
    return max(fuzz.ratio(a, b), fuzz.partial_ratio(a, b)) >= ALIKE


def _said(quotation: Quotation) -> str:
    """The quoted words alone, without case and punctuation."""
    passage = quotation.passage
    parts = [passage.quote[start - passage.start : end - passage.start] for start, end in quotation.parts]
    return " ".join(re.findall(r"\w+", " ".join(parts or [passage.quote]).lower()))
