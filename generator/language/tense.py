"""The tense of the clause that a word stands in: does it look back, or ahead? Shared by steps that deal with time."""

from generator.language.lexicon import word_class
from generator.model.analysis import Analysis, Token
from generator.model.story import Tense

# Verbs and adjectives whose "to ..." or "for Tuesday" is still to come when the verb itself is in force.
AHEAD = word_class("ahead")
_PLANNING = word_class("tense_planning")
_WILL = word_class("will")
_STEPS = 14


def tense_at(analysis: Analysis, index: int) -> Tense:
    """The tense of the clause of token number `index`: "future" too for what is only planned, expected or possible."""
    for verb in verbs_above(analysis, index):
        told = _told(analysis, verb)
        if told is not None:
            return told
    return "past"


def date_tense(analysis: Analysis, index: int) -> tuple[Tense, bool]:
    """The tense for a date whose head is token `index`, and whether the verb that it hangs on tells it itself.

    It does not when the date hangs on a noun ("the vote on Tuesday") or on an infinitive: then it is the tense of the
    clause around it, which says less.
    """
    above = governor(analysis, index)
    if above is not None and analysis.tokens[above].pos in ("VERB", "AUX"):
        told = _told(analysis, above)
        if told is not None:
            return told, True
        if _is_wished(analysis, above):
            return "open", True
    return tense_at(analysis, index), False


def _is_wished(analysis: Analysis, index: int) -> bool:
    """Whether a verb is what somebody asked or agreed to do: the date may be that of the asking or of the doing."""
    is_infinitive = any(t.dep == "aux" and t.word == "to" for t in children(analysis, index))
    return is_infinitive and analysis.tokens[analysis.tokens[index].head].lemma in AHEAD


def governor(analysis: Analysis, index: int) -> int | None:
    """The verb or noun that a date belongs to: past prepositions and other words of time."""
    for _ in range(4):
        head = analysis.tokens[index].head
        if head == index:
            return None
        token = analysis.tokens[head]
        is_time = token.entity in ("DATE", "TIME") and token.pos != "VERB"
        if token.pos not in ("ADP", "SCONJ", "ADV", "NUM", "ADJ") and not is_time:
            return head
        index = head
    return None


def verbs_above(analysis: Analysis, index: int) -> list[int]:
    """The verbs that govern a token, nearest first (the token itself when it is one)."""
    found = []
    for _ in range(_STEPS):
        token = analysis.tokens[index]
        if token.pos in ("VERB", "AUX"):
            found.append(index)
        if token.head == index:
            break
        index = token.head
    return found


def children(analysis: Analysis, index: int) -> list[Token]:
    """The tokens that depend on a token directly, looked for within its sentence."""
    sentence = analysis.sentence_at(analysis.tokens[index].start)
    if sentence is None:
        return []
    return [t for t in analysis.sentence_tokens(analysis.sentences[sentence]) if t.head == index]


def _told(analysis: Analysis, index: int) -> Tense | None:
    """What one verb says, or None when its own form does not tell (an infinitive, a participle)."""
    verb, helpers = analysis.tokens[index], children(analysis, index)
    words = {t.word for t in helpers if t.dep in ("aux", "auxpass")}
    if _is_ahead(verb, words):
        return "future"
    if "to" in words:
        # "Plans to meet on Tuesday" looks ahead; of "urged them to meet on Tuesday" Tuesday may be the day of urging.
        above = analysis.tokens[verb.head]
        if above.lemma in ("be", "have") and above.tag in ("VBZ", "VBP"):
            return "future"
        return "future" if above.lemma in AHEAD and (above.tag != "VBD" or above.lemma in _PLANNING) else None
    if verb.tag == "VBD" or words & word_class("tense_told"):
        return "past"
    if verb.tag in ("VBZ", "VBP") or words & word_class("tense_told2"):
        return "present"
    return "past" if verb.tag == "VBN" and verb.dep in ("acl", "ROOT", "relcl") else None


def _is_ahead(verb: Token, helpers: set[str]) -> bool:
    """Whether a verb's own form looks ahead: "will meet", "is expected", "a vote scheduled for Tuesday"."""
    if helpers & _WILL or verb.tag == "MD":
        return True
    planned = verb.dep == "acl" or helpers & word_class("tense_is_ahead")
    return verb.lemma in AHEAD and verb.tag == "VBN" and bool(planned)
