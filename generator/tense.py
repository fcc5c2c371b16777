"""The tense of the clause that a word stands in: does it look back, or ahead? Shared by steps that deal with time."""

from generator.model.analysis import Analysis, Token
from generator.model.story import Tense

# Verbs and adjectives whose "to ..." or "for Tuesday" is still to come when the verb itself is in force.
AHEAD = frozenset(
    [
        "expect",
        "plan",
        "schedule",
        "set",
        "slate",
        "intend",
        "due",
        "agree",
        "promise",
        "pledge",
        "vow",
        "want",
        "hope",
        "aim",
        "propose",
        "prepare",
        "seek",
        "wish",
        "likely",
        "poised",
        "ready",
        "consider",
        "threaten",
        "ask",
        "urge",
        "call",
        "invite",
        "decide",
        "order",
        "demand",
    ]
)
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "could", "may", "might", "should", "can", "must"})
_STEPS = 14


def tense_at(analysis: Analysis, index: int) -> Tense:
    """The tense of the clause of token number `index`: "future" too for what is only planned, expected or possible."""
    for verb in verbs_above(analysis, index):
        told = _told(analysis, verb)
        if told is not None:
            return told
    return "past"


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
    words = {t.text.lower() for t in helpers if t.dep in ("aux", "auxpass")}
    if _is_ahead(verb, words):
        return "future"
    if "to" in words:
        return "future" if analysis.tokens[verb.head].lemma in AHEAD else None
    if verb.tag == "VBD" or words & {"was", "were", "did", "had", "has", "have", "'ve", "’ve"}:
        return "past"
    if verb.tag in ("VBZ", "VBP") or words & {"is", "are", "am", "'s", "’s", "'re", "’re"}:
        return "present"
    return "past" if verb.tag == "VBN" and verb.dep in ("acl", "ROOT", "relcl") else None


def _is_ahead(verb: Token, helpers: set[str]) -> bool:
    """Whether a verb's own form looks ahead: "will meet", "is expected", "a vote scheduled for Tuesday"."""
    if helpers & _WILL:
        return True
    planned = verb.dep == "acl" or helpers & {"is", "are", "'s", "’s", "be"}
    return verb.lemma in AHEAD and verb.tag == "VBN" and bool(planned)
