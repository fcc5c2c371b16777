"""Whether an article vouches for a clause itself: nothing above it says, doubts, wants, imagines or quotes it."""

from generator.disagreements.reading.contrast import View
from generator.disagreements.reading.deeds import quotation_at
from generator.disagreements.reading.side import Side
from generator.disagreements.reading.voices import Voice
from generator.language.lexicon import NEGATIONS, REPORTING, listed

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What makes a clause no statement of the article's own, wherever it stands above the clause.
_NOT_OWN = (
    REPORTING
    | NEGATIONS
    | listed(
        """allegation accusation claim criticism charge assertion suspicion speculation rumor contention complaint
        concern theory notion idea view fear blame praise seek urge threaten demand if
        whether belie joke quip tweet feel think know find recall condemn denounce fault rebuke depict apologize
        want hope fear worry doubt expect consider imagine"""
    )
)
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_HELPERS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MODALS = frozenset({"MD"})


def is_flat(view: View, side: Side, voices: list[Voice], head: int) -> bool:
    """Whether the article vouches for the clause itself: nothing around it says, doubts, wants or quotes it."""
    if any(head in voice.scope or head == voice.verb for voice in voices) or quotation_at(view, side, head):
        return False
    tokens = side.analysis.tokens
    if any(token.lemma in {"accord", "according"} for _, token in side.tokens()):
        return False
    above = _above(side, head)
    if any(_is_not_own(side, n) for n in (head, *above)) or any(is_modal(side, n) for n in above):
        return False
    return not any(
        tokens[n].head == head
        and (tokens[n].lemma == "any" or (tokens[n].dep == "mark" and tokens[n].lemma in _NOT_OWN))
        for n in side.below(head)
    )


def _above(side: Side, number: int) -> list[int]:
    """What a token hangs on, up to the root."""
    tokens = side.analysis.tokens
    found: list[int] = []
    while tokens[number].head != number:
        number = tokens[number].head
        found.append(number)
    return found


def _is_not_own(side: Side, number: int) -> bool:
    """Whether a word, or its subject, makes what stands below it somebody's word, wish or doubt."""
    subject = subject_in(side, number)
    lemmas = {side.analysis.tokens[n].lemma for n in (number, subject) if n is not None}
    return bool(lemmas & _NOT_OWN)


def is_finite(side: Side, head: int) -> bool:
    """Whether a verb, by its form or its helpers, is told as a fact of some time."""
    tokens = side.analysis.tokens
    helpers = [tokens[n] for n in side.below(head) if tokens[n].head == head and tokens[n].dep in {"aux", "auxpass"}]
    return tokens[head].tag in _FINITE or any(helper.tag in _HELPERS for helper in helpers)


def subject_in(side: Side, head: int) -> int | None:
    """The head of a verb's own subject, or None."""
    tokens = side.analysis.tokens
    return next((n for n in side.below(head) if tokens[n].head == head and tokens[n].dep in _SUBJECTS), None)


def is_modal(side: Side, head: int) -> bool:
    """Whether a verb has a modal ("could", "would")."""
    tokens = side.analysis.tokens
    return any(tokens[n].head == head and tokens[n].tag in _MODALS for n in side.below(head))
