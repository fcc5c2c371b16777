"""Whether a stretch of an article's words can stand alone."""

from generator.language.lexicon import word_class
from generator.model.analysis import Analysis, Token
from generator.model.record import Record

MOST_WORDS, FEWEST_WORDS = 30, 4
# What no statement of its own opens with.
_NO_OPENING = frozenset({"WDT", "WP", "WP$", "WRB", "CC", "VBD", "VBZ", "VBP", "VBN", "VB", "MD", "TO", "RB"})
# A clause under these has not happened, or not yet.
_UNREAL = word_class("unreal")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OURS = word_class("ours")
_NAMES = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "LAW"})


class Clause(Record, frozen=True):
    """Tokens `first` to `last` (exclusive) tell the happening whose verb, or noun, is token `head`.

    `top` is the verb or noun of the whole stretch, which may be a clause around the happening's own.
    """

    first: int
    last: int
    head: int
    top: int


def length(analysis: Analysis, clause: Clause) -> int:
    """Number of words of a stretch."""
    return sum(t.pos not in ("PUNCT", "SPACE", "PART") for t in analysis.tokens[clause.first : clause.last])


def is_readable(analysis: Analysis, clause: Clause) -> bool:
    """Whether the words can stand alone: they name somebody or something before they say "he", and are whole."""
    tokens = analysis.tokens[clause.first : clause.last]
    if not FEWEST_WORDS <= length(analysis, clause) <= MOST_WORDS or not clause.first <= clause.head < clause.last:
        return False
    names = [i for i, t in enumerate(tokens) if t.entity in _NAMES or (t.pos == "PROPN" and t.entity != "DATE")]
    pronouns = [i for i, t in enumerate(tokens) if _points_back(t)]
    if not names or (pronouns and pronouns[0] < names[0]):
        return False
    if any(t.word in _OURS for t in tokens) or not _opens_well(analysis, clause):
        return False
    return _has_whole_quotes(tokens)


def _opens_well(analysis: Analysis, clause: Clause) -> bool:
    """Whether the words begin as a statement does and, when a verb makes them one, hold a finite verb."""
    tokens, top = analysis.tokens[clause.first : clause.last], analysis.tokens[clause.top]
    if tokens[0].tag in _NO_OPENING or (tokens[0].dep == "mark" and tokens[0].word in _UNREAL):
        return False
    return top.pos not in ("VERB", "AUX") or top.dep == "acl" or any(t.tag in _FINITE for t in tokens)


def _points_back(token: Token) -> bool:
    """Pronouns that need a name before them; "there" and "it" as empty subjects do not."""
    return token.tag in ("PRP", "PRP$") and token.dep != "expl"


def _has_whole_quotes(tokens: tuple[Token, ...]) -> bool:
    marks = [t.text for t in tokens]
    return marks.count("“") == marks.count("”") and marks.count('"') % 2 == 0 and marks.count("(") == marks.count(")")
