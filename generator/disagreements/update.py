"""What differs only because one article was written later."""

import math

from generator.disagreements.reading.contrast import Contrast, View
from generator.disagreements.reading.deeds import deed_of, is_other, is_same, is_supposed
from generator.disagreements.reading.printing import subject_of, verb_phrase
from generator.disagreements.reading.propositions import Match, matches
from generator.disagreements.reading.side import Side
from generator.disagreements.reading.status import Degree, span_days, status_of
from generator.language.lexicon import REPORTING

_LEAST_MATCH = 0.08
_LEAST = 0.3
# What a match of two clauses is worth when the articles are known to be of different days.
_LATER, _SAME_DAY = 2.2, 1.6
_SAME_DEED = 0.3
_BEFORE: frozenset[Degree] = frozenset({"ahead", "planned"})


def contrast(view: View) -> Contrast | None:
    """The clearest thing that the earlier article expects or plans and the later one tells as done.

    Articles of one day may do so too, where all else is alike: one was written before the hour.
    """
    days = [span_days(view.material.datings[side.claim.article].published) for side in (view.one, view.other)]
    if days[0] is None or days[1] is None:
        return None
    told = []
    if days[0][0] <= days[1][1] and (first := _announced(view, *_grounds(days[0], days[1]))):
        told.append(first)
    if days[1][0] <= days[0][1] and (second := _announced(view.turned(), *_grounds(days[1], days[0]))):
        told.append(second._replace(one=second.other, other=second.one))
    return max(told, key=lambda contrast: (contrast.strength, -contrast.one[0] - contrast.other[0]), default=None)


def _grounds(earlier: tuple[str, str], later: tuple[str, str]) -> tuple[float, frozenset[Degree]]:
    """What a match is worth, and how a thing must be told before: of one day only what is sure to come."""
    return (_LATER, _BEFORE) if earlier[1] < later[0] else (_SAME_DAY, frozenset[Degree]({"ahead"}))


def _announced(view: View, factor: float, before: frozenset[Degree]) -> Contrast | None:
    """What the first side looks ahead to and the second tells as done."""
    near = (match for match in matches(view) if match.strength >= _LEAST_MATCH)
    rated = [(_oneness(view, match) * factor, match) for match in near if _came_about(view, match, before)]
    if not rated:
        return None
    strength, match = max(rated, key=lambda item: (item[0], -item[1].one - item[1].other))
    if strength < _LEAST:
        return None
    one = verb_phrase(view.one, match.one, since=status_of(view.one, match.one).first)
    other = verb_phrase(view.other, match.other)
    return Contrast(
        kind="update",
        strength=min(1.0, math.sqrt(strength)),
        one=one,
        other=other,
        subject=subject_of(view, match.shared),
        reason=f"One looks ahead, “{view.one.words(one)}”; the other tells it as done, “{view.other.words(other)}”.",
    )


def _came_about(view: View, match: Match, before: frozenset[Degree]) -> bool:
    tokens = view.one.analysis.tokens[match.one], view.other.analysis.tokens[match.other]
    if view.alignment.there.get(match.one) != match.other:
        return False
    if any(token.pos != "VERB" or token.lemma in REPORTING for token in tokens):
        return False
    degrees = status_of(view.one, match.one).degree, status_of(view.other, match.other).degree
    if degrees[0] not in before or degrees[1] != "done" or _is_imagined(view.one, match.one):
        return False
    one, other = deed_of(view.one, match.one), deed_of(view.other, match.other)
    if is_other(view, one.agent, other.agent) or is_other(view, one.patient, other.patient):
        return False
    if one.patient is not None and other.patient is not None:
        return is_same(view, one.patient, other.patient)
    return is_same(view, one.agent, other.agent)


def _is_imagined(side: Side, number: int) -> bool:
    """Whether it stands in a condition, or is only imagined: "would" without a verb of saying over it."""
    tokens = side.analysis.tokens
    would = any(tokens[n].head == number and tokens[n].lemma == "would" for n in side.below(number))
    return is_supposed(side, number) or (would and tokens[tokens[number].head].lemma not in REPORTING)


def _oneness(view: View, match: Match) -> float:
    one, other = deed_of(view.one, match.one), deed_of(view.other, match.other)
    if is_same(view, one.agent, other.agent) and is_same(view, one.patient, other.patient):
        return max(match.strength, _SAME_DEED)
    return match.strength
