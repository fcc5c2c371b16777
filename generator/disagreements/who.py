"""A different person, body, role or place in the same part of one happening."""

import re
from collections.abc import Iterator, Sequence

from generator.disagreements.reading.act_pairs import ActPair, subject
from generator.disagreements.reading.acts import Act, children, is_content, joined_to
from generator.disagreements.reading.contrast import Contrast, View
from generator.disagreements.reading.offices import offices
from generator.disagreements.reading.side import Side
from generator.disagreements.reading.whole import noun_phrase, phrase
from generator.language.lexicon import REPORTING, listed
from generator.language.tense import tense_at
from generator.model.analysis import Token
from generator.model.periods import Period, period

_NAMING = frozenset({"NOUN", "PROPN"})


# What joins people to a noun of action.
_COMPANY = ("with", "between", "to", "by")
# Parts in which somebody or some place may stand, and the one that must then agree.
_PARTS = ("doer", "done", "to", "in", "at", "with", "from", "against", "for")
_BODIES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
# Nouns of people by their endings: "protester", "investigator", "activist", "delegate".
_AGENT = re.compile(r"(?:er|or|ist|ian|man|men|woman|women|ee|ate|ant)$")
_NO_AGENT = listed(
    """answer barrier border career carrier center chapter climate color computer consumer corner covenant date debate
    december dinner disaster door error estate factor favor floor grant honor horror human labor letter major
    mandate manner matter member minor november number october offer order other paper plan power quarter rate
    restaurant september state summer terror theater transfer user water weather winter"""
)
_PEOPLE = listed(
    """agent aide ally authority bishop board body boy campaign chief child citizen clerk coach coalition colleague
    committee community company congress council court critic crowd delegate deputy faculty family firm friend girl
    government group guard head house judge kid lawyer majority member minister nurse official opponent organization
    panel parent party patient pilot police politician president press priest professor relative resident senate
    soldier spouse staff student superintendent supporter team troop union veteran victim witness worker youth"""
)
# What many may do of one thing, each for himself.
_SHARED = listed(
    """accuse applaud approve attack attend back blame call condemn criticize defend denounce dismiss endorse favor join
    like meet oppose pass praise push question slam speak sponsor support talk thank urge visit vote want welcome"""
)
# Those of whom others are a part, or who are a part of others: told so, one tells less, not otherwise.
_VAGUE = listed("agent authority official officer investigator police source")
# Names of a country and of its people begin alike.
_NATION = 4
_SPOKEN = re.compile(r"spokes(?:man|woman|person|people)$")
_POINTING = listed("the this that these those such another other")
_BEFORE_NOUN = frozenset({"compound", "nmod", "amod"})
_KINDS = listed(
    """affiliate agency association board campaign channel committee company council court department jury newspaper
    office panel party police station subcommittee team union university"""
)
# An act of which a noun or a pronoun beside the difference shows that it is one.
_KNOWN = 0.5
_LEAST_STRENGTH = 0.45
_MANY = 0.6
# The noun in common ties two acts more closely.
_TIED = 1.25


def contrast(view: View) -> Contrast | None:
    """The clearest pair of unlike people, bodies or places in one part of one act, or None."""
    pair = ActPair(view)
    found = [
        told
        for act in pair.acts[0]
        for there in pair.acts[1]
        if _is_one_verb(view, act, there)
        for part in _PARTS
        if _is_filled(view.one, act, part)
        and _is_filled(view.other, there, part)
        and (told := _told(pair, act, there, part))
    ]
    found += _told_inside(pair)
    found += offices(pair)
    return max(found, key=lambda c: (c.strength, -c.one[0] - c.other[0]), default=None)


def _told_inside(pair: ActPair) -> Iterator[Contrast]:
    """Unlike company of a noun that stands beside one act in both: "at a meeting with the mayor"."""
    view = pair.view
    for n, m in sorted(view.alignment.there.items()):
        here, other = _act_of(pair.acts[0], n), _act_of(pair.acts[1], m)
        hosts = _host(view.one, n), _host(view.other, m)
        if not here or not other or not all(hosts):
            continue
        acts = _act_of(pair.acts[0], hosts[0]), _act_of(pair.acts[1], hosts[1])
        for part in _COMPANY:
            ours, theirs = here.parts.get(part, []), other.parts.get(part, [])
            if ours and theirs and acts[0] and acts[1] and _unlike(pair, ours, theirs):
                without = view.one.below(n), view.other.below(m)
                company = _phrase_of(view.one, ours), _phrase_of(view.other, theirs)
                strength = min(1.0, _TIED * pair.oneness(acts[0], acts[1], company))
                told = _contrast(pair, (acts[0], acts[1]), without, strength)
                if told:
                    yield told


def _act_of(acts: Sequence[Act], head: int | None) -> Act | None:
    return next((act for act in acts if act.head == head), None)


def _host(side: Side, noun: int) -> int | None:
    """The verb that a noun stands beside, after a preposition."""
    tokens = side.analysis.tokens
    preposition = tokens[noun].head
    if tokens[noun].dep != "pobj" or preposition not in side.numbers:
        return None
    verb = tokens[preposition].head
    return verb if tokens[verb].pos == "VERB" and verb in side.numbers else None


def _is_filled(side: Side, act: Act, part: str) -> bool:
    """Whether a part is filled in the verb's own clause: of a doer taken from elsewhere a parser is too often wrong."""
    tokens = side.analysis.tokens
    if part not in act.parts:
        return False
    first = act.parts[part][0]
    above = tokens[act.head]
    shared = above.dep == "conj" and not any(tokens[n].lemma in REPORTING for n in joined_to(side, act.head))
    own = act.head in {tokens[first].head, tokens[tokens[first].head].head}
    return own or shared or above.dep in {"relcl", "acl", "pcomp"}


def _is_one_verb(view: View, act: Act, there: Act) -> bool:
    one, other = view.one.analysis.tokens[act.head], view.other.analysis.tokens[there.head]
    return one.lemma == other.lemma or view.alignment.there.get(act.head) == there.head


def _told(pair: ActPair, act: Act, there: Act, part: str) -> Contrast | None:
    """The contrast of what fills one part of two acts, if that is unlike and the rest is one."""
    view = pair.view
    ours, theirs = act.parts[part], there.parts[part]
    plain = _unlike(pair, ours, theirs) * _room(view, act, there, part)
    if any(_may_be_one(pair, n, m) for n in ours for m in theirs):
        return None
    if not plain or not _agree(pair, act, there, part) or _are_at_odds_in_time(view, act, there):
        return None
    if _are_of_other_days(view):
        return None
    without = _phrase_of(view.one, ours), _phrase_of(view.other, theirs)
    bare, bare_there = _without(act, part), _without(there, part)
    known = _is_other_of_a_kind(pair, ours[0], theirs[0]) or _it(pair, act, there) is not None
    strength = max(_KNOWN if known else 0.0, pair.oneness(bare, bare_there, without, once=part == "doer")) * plain
    return _contrast(pair, (bare, bare_there), without, strength)


def _contrast(
    pair: ActPair, acts: tuple[Act, Act], without: tuple[list[int], list[int]], strength: float
) -> Contrast | None:
    view = pair.view
    spans = phrase(view.one, without[0], articles=False), phrase(view.other, without[1], articles=False)
    it = _it(pair, *acts)
    about = it[0].words(noun_phrase(*it)) if it else subject(pair, *acts, without)
    if strength < _LEAST_STRENGTH or not spans[0] or not spans[1] or not about:
        return None
    return Contrast(
        kind="who",
        strength=strength,
        one=spans[0],
        other=spans[1],
        subject=about,
        reason=f"On {about}, one names “{view.one.words(spans[0])}”, the other “{view.other.words(spans[1])}”.",
    )


def _without(act: Act, part: str) -> Act:
    return Act(act.head, {role: fillers for role, fillers in act.parts.items() if role != part})


def _agree(pair: ActPair, act: Act, there: Act, part: str) -> bool:
    """Whether another part has the same in both; "it" may be what the other names, if more around the verbs agrees."""
    parts = [role for role in act.parts if role != part and role in there.parts]
    if any(pair.share(act, there, role) for role in parts):
        return True
    around = {pair.view.alignment.there.get(n) for n in pair.view.one.below(act.head) if n != act.head}
    return _it(pair, act, there) is not None and bool(around & set(pair.view.other.below(there.head)) - {there.head})


def _it(pair: ActPair, act: Act, there: Act) -> tuple[Side, int] | None:
    """What "it" of one act may stand for in the other, if the verb is the same and tells much."""
    one, other = pair.view.one, pair.view.other
    done, done_there = act.parts.get("done", [-1])[0], there.parts.get("done", [-1])[0]
    if -1 in {done, done_there} or not pair.is_telling(act, there):
        return None
    first, second = one.analysis.tokens[done], other.analysis.tokens[done_there]
    if {first.lemma, second.lemma} & {"it"} and {first.pos, second.pos} & {"NOUN"}:
        return (one, done) if first.pos == "NOUN" else (other, done_there)
    return None


def _are_at_odds_in_time(view: View, act: Act, there: Act) -> bool:
    """Whether one act is past and the other still to come."""
    tenses = {tense_at(view.one.analysis, act.head), tense_at(view.other.analysis, there.head)}
    return {"past", "future"} <= tenses


def _phrase_of(side: Side, heads: Sequence[int]) -> list[int]:
    return sorted({n for head in heads for n in side.below(head)})


def _room(view: View, act: Act, there: Act, part: str) -> float:
    """Whether only one can fill the part of such an act: of what is said or thought, each may have a part in it."""
    verbs = {view.one.analysis.tokens[act.head].lemma, view.other.analysis.tokens[there.head].lemma}
    if part == "doer" and verbs & REPORTING:
        return 0.0
    return _MANY if verbs & _SHARED else 1.0


def _are_of_other_days(view: View) -> bool:
    """Whether both sentences give days, and none that can be the same: then they tell of two acts."""
    ours, theirs = ([d for d in _days(view, side) if not d.open] for side in (view.one, view.other))
    return bool(ours and theirs) and all(a.high < b.low or b.high < a.low for a in ours for b in theirs)


def _days(view: View, side: Side) -> list[Period]:
    mentions = view.material.dates.get(side.claim.article, ())
    inside = [m.date for m in mentions if side.passage.start <= m.start and m.end <= side.passage.end and m.date]
    return [days for date in inside if (days := period(date))]


def _unlike(pair: ActPair, ours: Sequence[int], theirs: Sequence[int]) -> float:
    """How plainly two fillings of a part are other people, bodies or places, 0 to 1."""
    one, other = pair.view.one, pair.view.other
    if len(ours) == len(theirs) == 1 and _is_other_of_a_kind(pair, ours[0], theirs[0]):
        return 1.0
    if not all(_is_known(pair, 0, one, n) for n in ours) or not all(_is_known(pair, 1, other, m) for m in theirs):
        return 0.0
    return 0.0 if any(_is_same(pair, n, m) for n in ours for m in theirs) else 1.0


def _is_other_of_a_kind(pair: ActPair, n: int, m: int) -> bool:
    """Whether two phrases have one noun with other names to it: "the Senate committee", "the House committee"."""
    one, other = pair.view.one, pair.view.other
    actor = pair.actors[0].get(n)
    if actor and actor == pair.actors[1].get(m):
        return False
    for k in _near(one, n):
        for x in _near(other, m):
            kind = one.analysis.tokens[k]
            if kind.pos == "NOUN" and kind.lemma == other.analysis.tokens[x].lemma and kind.lemma in _KINDS:
                names = _names_at(one, n, k), _names_at(other, m, x)
                return all(names) and not any(
                    pair.same(a, b) or _is_short_for(one, a, other, b) for a in names[0] for b in names[1]
                )
    return False


def _near(side: Side, head: int) -> list[int]:
    """The noun at the head of a phrase and the words set before it."""
    return [n for n in side.below(head) if n <= head]


def _names_at(side: Side, head: int, noun: int) -> list[int]:
    """The names of bodies that go with a noun of a phrase."""
    tokens = side.analysis.tokens
    mates = [*children(side, noun), *children(side, head)]
    return [
        n
        for n in mates
        if n not in {head, noun} and tokens[n].entity in {"ORG", "NORP"} and tokens[n].dep in _BEFORE_NOUN
    ]


def _is_same(pair: ActPair, n: int, m: int) -> bool:
    """Whether two words name one actor, or may do so."""
    actor, actor_there = pair.actors[0].get(n), pair.actors[1].get(m)
    if (actor and actor == actor_there) or pair.same(n, m) or _is_short_for(pair.view.one, n, pair.view.other, m):
        return True
    one, other = pair.view.one, pair.view.other
    theirs = [x for x in other.below(m) if is_content(other, x)]
    for k in one.below(n):
        token = one.analysis.tokens[k]
        if any(_of_one_nation(token, other.analysis.tokens[x]) for x in theirs):
            return True
        # Two bodies may be of one place; what is written in capitals is seldom a place, whatever the parser says.
        telling = is_content(one, k) and (token.entity not in _PLACES or token.text.isupper())
        if telling and any(pair.view.alignment.there.get(k) == x or _is_short_for(one, k, other, x) for x in theirs):
            return True
    return False


def _of_one_nation(token: Token, other: Token) -> bool:
    """Whether one names a country and the other its people ("Ukraine", "Ukrainian")."""
    kinds = {token.entity, other.entity}
    return kinds == {"GPE", "NORP"} and token.text[:_NATION].casefold() == other.text[:_NATION].casefold()


def _may_be_one(pair: ActPair, n: int, m: int) -> bool:
    """Whether one may be a name and the other what its bearer is ("the Democrat"), or both a vague word for some."""
    tokens = pair.view.one.analysis.tokens[n], pair.view.other.analysis.tokens[m]
    if all(token.lemma.casefold() in _VAGUE for token in tokens):
        return True
    named = [token.entity == "PERSON" for token in tokens]
    described = [token.pos == "NOUN" or token.entity == "NORP" for token in tokens]
    plural = any(token.tag in {"NNS", "NNPS"} for token in tokens)
    return ((named[0] and described[1]) or (named[1] and described[0])) and not plural


def _is_short_for(one: Side, n: int, other: Side, m: int) -> bool:
    """Whether two words differ in dots or case alone ("F.B.I.")."""
    texts = (one.analysis.tokens[n].text, other.analysis.tokens[m].text)
    return len({re.sub(r"\W", "", text).casefold() for text in texts}) == 1


def _is_known(pair: ActPair, which: int, side: Side, number: int) -> bool:
    """Whether the words tell who or what body it is: no pronoun, and no "the man", who may be anybody."""
    tokens = side.analysis.tokens
    token = tokens[number]
    counted = any(tokens[n].dep == "nummod" for n in children(side, number))
    if _SPOKEN.search(token.lemma) or token.pos not in _NAMING or counted:
        return False
    if token.pos == "PROPN":
        return number in pair.actors[which] or token.entity in _BODIES
    if pair.is_person(pair.actors[which].get(number)):
        return True
    definite = any(tokens[n].tag == "PRP$" or tokens[n].lemma in _POINTING for n in children(side, number))
    agent = bool(_AGENT.search(token.lemma)) and token.lemma not in _NO_AGENT
    return not definite and (agent or token.lemma in _PEOPLE)
