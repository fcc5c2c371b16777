"""Who does what to what in a claim, and whether two deeds concern the same persons and things; a shared vocabulary."""

from typing import NamedTuple

from generator.disagreements.reading.contrast import View
from generator.disagreements.reading.mentioned import mentions_in
from generator.disagreements.reading.side import Side
from generator.language.lexicon import listed
from generator.model.actors import Quotation

PARTS = listed("part portion provision section half piece element")
_AMOUNTS = listed("quantity amount number lot deal series dozen hundred thousand million billion")
_PARTLY = listed("partly partially")
_RELATIVE = frozenset({"WDT", "WP"})
_SUPPOSING = frozenset({"if", "whether", "unless", "until", "once", "before", "lest"})
_ADDRESSED = frozenset({"we", "you", "us"})
_SELF = frozenset({"i", "me", "myself"})


class Deed(NamedTuple):
    """A verb with who does it (`agent`) and to what (`patient`), as token indices, None where it is not said."""

    verb: int
    agent: int | None
    patient: int | None


def deeds_of(side: Side) -> list[Deed]:
    """Every verb of a claim that is told as such: not what is only asked or made a condition."""
    tokens = side.analysis.tokens
    if any(token.text == "?" for _, token in side.tokens()):
        return []
    verbs = (n for n, token in side.tokens() if token.pos == "VERB" and not is_supposed(side, n))
    return [deed for n in verbs if not _among_speakers(side, deed := deed_of(side, n))] if tokens else []


def deed_of(side: Side, number: int) -> Deed:
    """The deed of verb token `number`."""
    tokens = side.analysis.tokens
    roles = _roles(side, number)
    agent, patient = roles.get("nsubj"), roles.get("dobj", roles.get("nsubjpass", roles.get("pobj")))
    if "agent" in roles:
        agent = _roles(side, roles["agent"]).get("pobj")
    if agent is None and patient is not None and tokens[patient].dep == "nsubjpass":
        return Deed(number, None, _meant(side, number, patient))
    if agent is None and tokens[number].dep in {"xcomp", "conj", "advcl"}:
        agent = _roles(side, tokens[number].head).get("nsubj")
    if tokens[number].dep == "acl" and tokens[number].tag == "VBN":
        patient = tokens[number].head
    elif tokens[number].dep == "acl" and tokens[number].tag == "VBG" and agent is None:
        agent = tokens[number].head
    return Deed(number, _meant(side, number, agent), _meant(side, number, patient))


def _roles(side: Side, number: int) -> dict[str, int]:
    """The first token of each dependency label right below a word."""
    tokens = side.analysis.tokens
    return {tokens[n].dep: n for n in reversed(side.below(number)) if n != number and tokens[n].head == number}


def _meant(side: Side, verb: int, number: int | None) -> int | None:
    """The noun that a relative pronoun stands for."""
    tokens = side.analysis.tokens
    if number is not None and tokens[number].tag in _RELATIVE and tokens[verb].dep == "relcl":
        return tokens[verb].head
    if number is not None and tokens[number].lemma in PARTS | _AMOUNTS and "of" in (of := _prepositions(side, number)):
        return _roles(side, of["of"]).get("pobj", number)
    return number


def _prepositions(side: Side, number: int) -> dict[str, int]:
    tokens = side.analysis.tokens
    return {tokens[n].lemma: n for n in side.below(number) if tokens[n].head == number and tokens[n].dep == "prep"}


def is_in_part(side: Side, deed: Deed) -> bool:
    """Whether only a part of the thing is concerned: "part of …", "partly"."""
    tokens = side.analysis.tokens
    return any(
        (tokens[n].head == deed.verb and tokens[n].lemma in _PARTLY)
        or (tokens[n].lemma in PARTS and deed.patient is not None and deed.patient in side.below(n))
        for n in side.below(deed.verb)
    )


def is_supposed(side: Side, number: int) -> bool:
    """Whether the verb stands in a condition or a question, here or above."""
    tokens = side.analysis.tokens
    at = number
    for _ in range(6):
        marks = (n for n in side.below(at) if tokens[n].head == at and tokens[n].dep in {"mark", "advmod"})
        if any(tokens[n].lemma.lower() in _SUPPOSING for n in marks):
            return True
        if tokens[at].head == at:
            return False
        at = tokens[at].head
    return False


def _among_speakers(side: Side, deed: Deed) -> bool:
    """Whether it is told as "we" or "you" were told it: whom that means the sentence does not say."""
    tokens = side.analysis.tokens
    return any(n is not None and tokens[n].text.lower() in _ADDRESSED for n in (deed.agent, deed.patient))


def is_same(view: View, one: int | None, other: int | None) -> bool:
    """Whether two words are known to mean one actor, or answer to each other."""
    if one is None or other is None:
        return False
    if view.alignment.there.get(one) == other or _names_other(view, one, other):
        return True
    actor = actor_at(view, view.one, one)
    return bool(actor) and actor == actor_at(view, view.other, other)


def _names_other(view: View, one: int, other: int) -> bool:
    """Whether a noun of one side stands before the other's as its qualifier: "the pension", "the pension fund"."""
    there, back = view.alignment.there.get(one), view.alignment.back.get(other)
    tokens, others = view.one.analysis.tokens, view.other.analysis.tokens
    forward = there is not None and others[there].head == other and others[there].dep == "compound"
    return forward or (back is not None and tokens[back].head == one and tokens[back].dep == "compound")


def is_other(view: View, one: int | None, other: int | None) -> bool:
    """Whether two words are known to mean two actors, or a pair of names that do not answer to each other."""
    if one is None or other is None or is_same(view, one, other):
        return False
    if actor_at(view, view.one, one) and actor_at(view, view.other, other):
        return True
    return all(token.pos == "PROPN" for token in (view.one.analysis.tokens[one], view.other.analysis.tokens[other]))


def actor_at(view: View, side: Side, number: int) -> str:
    """The id of the actor that a mention over the token names, or of the one who says "I" there, or ""."""
    token = side.analysis.tokens[number]
    if token.text.lower() in _SELF:
        quotation = quotation_at(view, side, number)
        return (quotation.speaker or "") if quotation is not None else ""
    near = mentions_in(view, side)
    return next((m.actor for m in near if m.start <= token.start and token.end <= m.end), "")


def quotation_at(view: View, side: Side, number: int) -> Quotation | None:
    """The direct quotation in which the word stands, or None."""
    token = side.analysis.tokens[number]
    return next(
        (
            quotation
            for quotation in view.material.quotations.get(side.claim.article, ())
            if quotation.direct
            and quotation.speech
            and any(start <= token.start and token.end <= end for start, end in quotation.parts)
        ),
        None,
    )
