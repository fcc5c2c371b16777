"""Contradicting words on whether it happened, was agreed or said, or how it ended."""

import math
from collections.abc import Iterator

from generator.disagreements.reading.contrast import Contrast, View
from generator.disagreements.reading.deeds import Deed, actor_at, deeds_of, is_in_part, is_other, is_same, quotation_at
from generator.disagreements.reading.printing import subject_of, verb_phrase
from generator.disagreements.reading.propositions import Match, matches
from generator.disagreements.reading.side import Side, Span
from generator.disagreements.reading.status import status_of
from generator.disagreements.reading.voices import tops, voices_of
from generator.language.lexicon import REPORTING, listed

# Verbs of bringing a thing about, keeping it from coming about and so on: closed groups of what can come of a motion,
# a plan, an office or a contest, whatever the topic. Two verbs of one group are synonyms here, not a contradiction.
_GROUPS = {
    "approve": listed("approve pass adopt ratify endorse back uphold authorize permit embrace support accept favor"),
    "reject": listed(
        """reject refuse decline deny block defeat oppose veto overturn dismiss rebuff thwart strike-down turn-down
        vote-down shoot-down throw-out"""
    ),
    "submit": listed("submit introduce unveil draft"),
    "end": listed("cancel abandon scrap drop terminate end revoke call-off give-up shut-down"),
    "pause": listed("suspend pause delay postpone defer put-off put-on-hold"),
    "begin": listed("begin start launch resume restore keep continue extend"),
    "remove": listed("fire oust sack remove expel dismiss force-out"),
    "leave": listed("resign quit retire depart step-down step-aside"),
    "win": listed("win"),
    "lose": listed("lose"),
    "rise": listed("rise increase climb grow expand raise"),
    "fall": listed("fall decrease decline shrink reduce cut lower"),
}
_CONTRADICT = {
    frozenset(pair.split("/"))
    for pair in (listed("approve/reject approve/submit end/pause end/begin pause/begin win/lose rise/fall"))
}
# How a verb may hang on what is done about its deed, and how many words up that is looked for.
_HANGING = frozenset({"acl", "advcl", "xcomp", "pcomp", "dobj", "pobj", "nsubjpass", "prep"})
_CLIMB = 4
# The one concerned is the doer of the one and the object of the other.
_GONE = frozenset({"remove", "leave"})
# Verbs that tell nothing, and verbs of saying unless it is denied that it was said.
_NO_DEED = listed("be have do see appear seem go come get accord include base involve relate")
_LEAST = 0.2
_LEAST_MATCH = 0.06
# What a match of two clauses is worth by the kind of difference: denied against told, the group of the verb, a part.
_PLAIN, _GROUP, _PART, _TRIED = 2.2, 2.0, 2.2, 1.8
_SURE_MATCH = 0.3
_SAME_DEED = 0.35
_DENIED = (frozenset({"done", "not done"}), frozenset({"now", "not done"}))
_UNFINISHED = (frozenset({"done", "tried"}), frozenset({"done", "planned"}))


def contrast(view: View) -> Contrast | None:
    """The clearest contradiction on whether a thing was done, how much of it, or what became of it."""
    alike = [match for match in matches(view) if match.strength >= _LEAST_MATCH and _may_differ(view, match)]
    near = [*alike, *(above for match in alike for above in _above(view, match))]
    if not near:
        return None
    ours = {deed.verb: deed for deed in deeds_of(view.one)}
    theirs = {deed.verb: deed for deed in deeds_of(view.other)}
    rated = [
        (_oneness(view, match, ours[match.one], theirs[match.other]) * factor, match)
        for match in near
        if match.one in ours and match.other in theirs
        if (factor := _difference(view, match, ours[match.one], theirs[match.other]))
    ]
    strength, match = max(rated, key=lambda item: (item[0], -item[1].one - item[1].other), default=(0.0, near[0]))
    return _told(view, match, strength) if strength >= _LEAST else None


def _above(view: View, match: Match) -> Iterator[Match]:
    """What became of one deed: the verbs over it that exclude each other ("abandon a deal to …", "put on hold …")."""
    if match.strength < _SURE_MATCH or view.alignment.there.get(match.one) != match.other:
        return
    theirs = list(_governing(view.other, match.other))
    lifted = (match._replace(one=n, other=m) for n in _governing(view.one, match.one) for m in theirs)
    yield from (above for above in lifted if _group_pairs(view, above) & _CONTRADICT)


def _governing(side: Side, verb: int) -> Iterator[int]:
    """The verbs whose object or purpose the deed of a verb is, nearest first."""
    tokens = side.analysis.tokens
    at = verb
    for _ in range(_CLIMB):
        token = tokens[at]
        if token.dep not in _HANGING or token.head not in side.numbers:
            return
        at = token.head
        if tokens[at].pos == "VERB":
            yield at


def _told(view: View, match: Match, strength: float) -> Contrast:
    one, other = _in_words(view.one, match.one), _in_words(view.other, match.other)
    return Contrast(
        kind="outcome",
        strength=min(1.0, math.sqrt(strength)),
        one=one,
        other=other,
        subject=subject_of(view, match.shared),
        reason=f"What came of it differs: one says “{view.one.words(one)}”, another “{view.other.words(other)}”.",
    )


def _in_words(side: Side, verb: int) -> Span:
    """The verb with all that says how far it got ("the decision to …")."""
    return verb_phrase(side, verb, since=status_of(side, verb).first)


def _lemmas(view: View, match: Match) -> tuple[str, str]:
    return _phrasal(view.one, match.one), _phrasal(view.other, match.other)


def _phrasal(side: Side, verb: int) -> str:
    """The verb's lemma with its particle ("strike-down"), or with a set phrase that makes it another verb."""
    tokens = side.analysis.tokens
    parts = [n for n in side.below(verb) if tokens[n].head == verb]
    particle = next((tokens[n].lemma for n in parts if tokens[n].dep == "prt"), "")
    on_hold = any(
        tokens[n].lemma == "hold" and tokens[n - 1].lemma == "on" and tokens[n - 1].head == verb
        for n in side.below(verb)
    )
    return "-".join(filter(None, (tokens[verb].lemma, "on-hold" if on_hold else particle)))


def _may_differ(view: View, match: Match) -> bool:
    tokens = view.one.analysis.tokens[match.one], view.other.analysis.tokens[match.other]
    return all(token.pos == "VERB" and token.lemma not in _NO_DEED for token in tokens)


def _difference(view: View, match: Match, one: Deed, other: Deed) -> float:
    """How plainly two deeds on one thing contradict each other; 0 when they do not or concern others."""
    if _is_dispute(view, match):
        return 0.0
    if _GONE in _group_pairs(view, match):
        return _GROUP if _one_lot(view, match, one, other) else 0.0
    if is_other(view, one.agent, other.agent):
        return 0.0
    answered = view.alignment.there.get(one.verb) == other.verb or _are_synonyms(view, match)
    by_degree = _by_degree(view, match, one, other) if answered else _by_attempt(view, one, other)
    return by_degree or _by_group(view, match, one, other)


def _is_dispute(view: View, match: Match) -> bool:
    """Whether two people in the story contradict each other, not the two articles."""
    tellers = _teller(view, view.one, match.one), _teller(view, view.other, match.other)
    return None not in tellers and (tellers[0] != tellers[1] or tellers[0] == "")


def _teller(view: View, side: Side, verb: int) -> str | None:
    """The actor in whose mouth a verb is put, "" if it is nobody known, None if it is the article's own."""
    quotation = quotation_at(view, side, verb)
    if quotation is not None:
        return quotation.speaker or ""
    voices = [voice for voice in voices_of(side) if voice.kind == "speaker" and verb in tops(side, voice)]
    speaker = voices[-1].speaker if voices else None
    return None if not voices else actor_at(view, side, speaker) if speaker is not None else ""


def _by_degree(view: View, match: Match, one: Deed, other: Deed) -> float:
    """Whether one verb is told in part and in whole, or as done and as not or not yet done."""
    agents, patients = is_same(view, one.agent, other.agent), is_same(view, one.patient, other.patient)
    if patients and is_in_part(view.one, one) != is_in_part(view.other, other):
        return _PART
    degrees = {status_of(view.one, one.verb).degree, status_of(view.other, other.verb).degree}
    if "not done" not in degrees and REPORTING & set(_lemmas(view, match)):
        return 0.0
    if degrees in _DENIED and (agents or patients) and not is_other(view, one.patient, other.patient):
        return _PLAIN
    return _PLAIN if patients and degrees in _UNFINISHED and _same_day(view) else 0.0


def _by_attempt(view: View, one: Deed, other: Deed) -> float:
    """Whether the same one only tried it on the same thing, in whatever words."""
    degrees = {status_of(view.one, one.verb).degree, status_of(view.other, other.verb).degree}
    same = is_same(view, one.agent, other.agent) and is_same(view, one.patient, other.patient)
    return _TRIED if same and "tried" in degrees and degrees <= {"tried", "done", "now"} and len(degrees) > 1 else 0.0


def _by_group(view: View, match: Match, one: Deed, other: Deed) -> float:
    """Whether the verbs are of groups that exclude each other, of one thing and not by two doers."""
    known = is_same(view, one.agent, other.agent) or one.agent is None or other.agent is None
    agents = known or _stands_for_another(view.one, one.agent) or _stands_for_another(view.other, other.agent)
    if not agents or not _group_pairs(view, match) & _CONTRADICT:
        return 0.0
    return _GROUP if is_same(view, one.patient, other.patient) or match.strength >= _SURE_MATCH else 0.0


def _stands_for_another(side: Side, number: int | None) -> bool:
    """Whether a noun means somebody named elsewhere: "his company"."""
    tokens = side.analysis.tokens
    return number is not None and any(tokens[n].head == number and tokens[n].tag == "PRP$" for n in side.below(number))


def _are_synonyms(view: View, match: Match) -> bool:
    return any(len(pair) == 1 for pair in _group_pairs(view, match))


def _oneness(view: View, match: Match, one: Deed, other: Deed) -> float:
    """How surely both tell of one deed: by all their words, or because the same does the same to the same."""
    answered = view.alignment.there.get(one.verb) == other.verb
    patients = is_same(view, one.patient, other.patient)
    if patients and (is_same(view, one.agent, other.agent) if answered else _are_synonyms(view, match)):
        return max(match.strength, _SAME_DEED)
    return match.strength


def _same_day(view: View) -> bool:
    datings = view.material.datings
    return datings[view.one.claim.article].published == datings[view.other.claim.article].published


def _group_pairs(view: View, match: Match) -> set[frozenset[str]]:
    """Every group of the first verb with every group of the second; a single name where it is the same group."""
    one, other = ([name for name, group in _GROUPS.items() if lemma in group] for lemma in _lemmas(view, match))
    return {frozenset((a, b)) for a in one for b in other}


def _one_lot(view: View, match: Match, one: Deed, other: Deed) -> bool:
    """Whether the one removed is the one who leaves."""
    befallen = [
        deed.agent if lemma in _GROUPS["leave"] else deed.patient
        for deed, lemma in zip((one, other), _lemmas(view, match), strict=True)
    ]
    return is_same(view, befallen[0], befallen[1])
