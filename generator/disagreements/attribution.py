"""What one article states as its own and another puts in somebody's mouth, or credits to somebody else."""

import math

from generator.disagreements.reading.acts import joined_to
from generator.disagreements.reading.contrast import Contrast, View
from generator.disagreements.reading.deeds import actor_at, deed_of, is_same, quotation_at
from generator.disagreements.reading.printing import subject_of
from generator.disagreements.reading.propositions import Match, matches
from generator.disagreements.reading.side import Side
from generator.disagreements.reading.sourcing import statement_span, voice_span
from generator.disagreements.reading.voices import Voice, tops, voices_of
from generator.disagreements.reading.vouching import is_finite, is_flat, is_modal, subject_in
from generator.language.lexicon import listed

# Pairs of clauses looked at, the most alike first.
_LOOKED_AT = 20
_LEAST_MATCH, _LEAST, _SURE_MATCH = 0.1, 0.4, 0.4
_CLAUSES = frozenset({"VERB", "AUX"})
_PRONOUNS = listed("he she they it i we you who his her their its my our")
_PERSONAL = listed("he she his her")
# Words of distance: verbs that do not vouch for what follows.
_DISTANT = listed("accuse allege argue assert believe claim contend insist speculate suggest think")
# What is announced or revealed is so by the saying or the finding of it.
_FACTIVE = listed("announce disclose reveal show find confirm acknowledge admit concede recall know")
# Who believes a thing is not thereby its source.
_MENTAL = listed("believe think find show estimate")
# Those who speak of others' affairs, or have no name.
_UNNAMED = listed(
    """critic opponent supporter proponent source official aide adviser analyst expert observer report media newspaper
    outlet witness lawsuit complaint indictment prosecutor police investigator assessment poll study statement letter
    document people person"""
)
# What a match of two clauses is worth when a voice of distance, another voice, or two voices make the difference.
_FAR, _NEAR, _TWO = 2.0, 1.25, 1.25
# Verbs that do not answer to each other make the same clause less likely.
_OTHER_VERB = 0.6
_PASSING_ON = listed("reportedly allegedly apparently purportedly supposedly alleged purported so-called")


def contrast(view: View) -> Contrast | None:
    """The clearest thing that one states as its own and the other passes on, or that they credit to two sources.

    Both clauses must say the same by their own words, whatever the rest of the sentences holds.
    """
    voices = (voices_of(view.one), voices_of(view.other))
    if not any(voices):
        return None
    found = [told for match in matches(view)[:_LOOKED_AT] if (told := _of_match(view, match, voices))]
    best = max(found, key=lambda told: (told.strength, -told.one[0] - told.other[0]), default=None)
    return best if best is not None and best.strength >= _LEAST else None


def _of_match(view: View, match: Match, voices: tuple[list[Voice], list[Voice]]) -> Contrast | None:
    if match.strength < _LEAST_MATCH or not (_is_answered(view, match) or _are_verbs(view, match)):
        return None
    one, other = (_teller(side, of, head) for side, of, head in _parts(view, match, voices))
    if one is not None and other is not None:
        return _two_sources(view, match, one, other)
    if one is not None:
        return _passed_on(view, match, one, voices[1])
    if other is not None:
        mirrored = view.turned()
        there = view.alignment.there
        turned = Match(match.other, match.one, match.strength, tuple(there[n] for n in match.shared))
        told = _passed_on(mirrored, turned, other, voices[0])
        return told and told._replace(one=told.other, other=told.one)
    return None


def _parts(
    view: View, match: Match, voices: tuple[list[Voice], list[Voice]]
) -> tuple[tuple[Side, list[Voice], int], tuple[Side, list[Voice], int]]:
    return (view.one, voices[0], match.one), (view.other, voices[1], match.other)


def _is_answered(view: View, match: Match) -> bool:
    return view.alignment.there.get(match.one) == match.other


def _are_verbs(view: View, match: Match) -> bool:
    heads = (view.one.analysis.tokens[match.one], view.other.analysis.tokens[match.other])
    return all(head.pos in _CLAUSES for head in heads)


def _is_one_deed(view: View, match: Match) -> bool:
    """Whether the heads answer to each other, or are verbs of one subject or object."""
    if _is_answered(view, match):
        return True
    one, other = deed_of(view.one, match.one), deed_of(view.other, match.other)
    if is_same(view, one.agent, other.agent) or is_same(view, one.patient, other.patient):
        return True
    if match.strength < _SURE_MATCH or one.patient is None or other.patient is None:
        return False
    theirs = set(view.other.below(other.patient))
    return any(view.alignment.there.get(n) in theirs for n in view.one.below(one.patient))


def _teller(side: Side, voices: list[Voice], head: int) -> Voice | None:
    """The innermost voice that has this clause for its main one, a source before a hedge."""
    over = [voice for voice in reversed(voices) if head in tops(side, voice)]
    return next((voice for voice in over if voice.kind == "speaker"), over[0] if over else None)


def _passed_on(view: View, match: Match, voice: Voice, theirs: list[Voice]) -> Contrast | None:
    """The first side passes the clause on; does the second state it flatly?"""
    side, other = view.one, view.other
    if quotation_at(view, side, match.one) or not is_flat(view, other, theirs, match.other):
        return None
    if not _is_one_deed(view, match) or _of_oneself(view, voice, match.one) or not _stands_off(view, match, voice):
        return None
    if is_same(view, voice.speaker, subject_in(other, match.other)):
        return None
    said, stated = voice_span(side, voice), statement_span(other, match.other)
    told, flat = side.words(said), other.words(stated)
    manner = "in somebody’s mouth" if voice.kind == "speaker" else "with reserve"
    return Contrast(
        kind="attribution",
        strength=min(1.0, math.sqrt(_likeness(view, match) * _weight(side, voice))),
        one=said,
        other=stated,
        subject=subject_of(view, match.shared),
        reason=f"One puts it {manner}, “{told}”, another states it by itself: “{flat}”.",
    )


def _likeness(view: View, match: Match) -> float:
    return match.strength * (1.0 if _is_answered(view, match) else _OTHER_VERB)


def _stands_off(view: View, match: Match, voice: Voice) -> bool:
    """Whether to pass on is less than to vouch here: a hedge by what the other side has no hedge for."""
    if voice.kind == "speaker":
        return view.one.analysis.tokens[voice.verb].lemma not in _FACTIVE
    if not _is_answered(view, match) or is_modal(view.other, match.other):
        return False
    return view.other.analysis.tokens[match.other].pos == "NOUN" or is_finite(view.other, match.other)


def _of_oneself(view: View, voice: Voice, head: int) -> bool:
    """Whether the first side's speaker tells what he does himself: there is nobody else to know it better."""
    tokens = view.one.analysis.tokens
    subject = _shared_subject(view.one, head)
    if voice.speaker is None or subject is None:
        return False
    if tokens[subject].lemma.lower() not in _PRONOUNS:
        return tokens[subject].lemma == tokens[voice.speaker].lemma
    actors = actor_at(view, view.one, subject), actor_at(view, view.one, voice.speaker)
    if all(actors):
        return actors[0] == actors[1]
    return not (tokens[subject].text.lower() in _PERSONAL and tokens[voice.speaker].entity == "ORG")


def _shared_subject(side: Side, head: int) -> int | None:
    """The subject of a verb, or of the one that it is joined to by "and"."""
    subjects = (subject_in(side, verb) for verb in (head, *joined_to(side, head)))
    return next((subject for subject in subjects if subject is not None), None)


def _weight(side: Side, voice: Voice) -> float:
    """How far the voice stands off: a word of distance or an unnamed source more than somebody who simply says."""
    tokens = side.analysis.tokens
    if voice.kind == "hedge" or tokens[voice.verb].lemma in _DISTANT:
        return _FAR
    if voice.speaker is not None and tokens[voice.speaker].lemma.lower() in _UNNAMED:
        return _FAR
    return _NEAR


def _two_sources(view: View, match: Match, one: Voice, other: Voice) -> Contrast | None:
    """Both pass it on, but the sources are two."""
    within = [quotation_at(view, side, voice.verb) for side, voice in ((view.one, one), (view.other, other))]
    if _may_be_one(view, one, other) or (within[0] is None) != (within[1] is None):
        return None
    spans = voice_span(view.one, one), voice_span(view.other, other)
    told = view.one.words(spans[0]), view.other.words(spans[1])
    return Contrast(
        kind="attribution",
        strength=min(1.0, math.sqrt(_likeness(view, match) * _TWO)),
        one=spans[0],
        other=spans[1],
        subject=subject_of(view, match.shared),
        reason=f"They credit two sources: one “{told[0]}”, another “{told[1]}”.",
    )


def _may_be_one(view: View, one: Voice, other: Voice) -> bool:
    """Whether the sources may be one: the same actor or word, or words of which nobody knows whom they mean."""
    if one.speaker is None or other.speaker is None:
        return not _names_no_source(view, one, other)
    sides = ((view.one, one), (view.other, other))
    if any(side.analysis.tokens[voice.verb].lemma in _MENTAL for side, voice in sides):
        return True
    if not _are_told_apart(view, one.speaker, other.speaker):
        return True
    if is_same(view, one.speaker, other.speaker):
        return True
    names = [_lemmas(side, voice.speaker) for side, voice in sides if voice.speaker is not None]
    return bool(names[0] & names[1])


def _names_no_source(view: View, one: Voice, other: Voice) -> bool:
    """Whether one passes it on ("reportedly") without the source that the other has."""
    hedges = [
        side.analysis.tokens[voice.numbers[0]].text.lower()
        for side, voice in ((view.one, one), (view.other, other))
        if voice.kind == "hedge"
    ]
    sources = [
        side.analysis.tokens[voice.speaker]
        for side, voice in ((view.one, one), (view.other, other))
        if voice.speaker is not None
    ]
    return len(hedges) == 1 and hedges[0] in _PASSING_ON and all(source.pos != "PRON" for source in sources)


def _lemmas(side: Side, number: int) -> set[str]:
    """The names and nouns by which a source is called, in one piece."""
    tokens = side.analysis.tokens
    return {tokens[n].lemma.casefold() for n in side.below(number) if tokens[n].pos in {"NOUN", "PROPN", "ADJ"}}


def _are_told_apart(view: View, one: int, other: int) -> bool:
    """Whether it is known of both who or what they are: a singular noun of office may be the other's name."""
    tokens = view.one.analysis.tokens[one], view.other.analysis.tokens[other]
    if any(token.pos not in {"NOUN", "PROPN"} for token in tokens):
        return False
    if all(token.pos == "PROPN" for token in tokens):
        return bool(actor_at(view, view.one, one)) and bool(actor_at(view, view.other, other))
    nouns = [token for token in tokens if token.pos == "NOUN"]
    return len(nouns) == len(tokens) or all(n.tag == "NNS" or n.lemma.lower() in _UNNAMED for n in nouns)
