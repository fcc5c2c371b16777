"""Whether a clause tells nothing but that somebody spoke, kept silent or was asked: what a newsroom did for its story.

"The Examples Press left messages with relatives", "the ministry did not respond to a request", "released a statement
saying:" are no news of the event.
"""

from generator.language.lexicon import word_class
from generator.language.verbs import SAYING
from generator.story.facts.clauses import Clause
from generator.story.facts.passages import Side

# "The paper spoke to a witness", "declined to comment" tell nothing yet.
_TALKING, _SILENT, _SPEECH = word_class("talking"), word_class("silent"), word_class("utterances")
_AGENCIES = word_class("picture_agencies")
_OBJECTS = ("dobj", "pobj")
_ENDS = (".", "!", "?")


def tells_nothing(side: Side, clause: Clause) -> bool:
    """Whether the clause only says that words were made, breaks off before them, or has a newsroom at its work."""
    tree = side.telling.frames.tree
    tokens = tree.tokens[clause.first : clause.last]
    head = tree.tokens[clause.head]
    bare = head.lemma in SAYING and tree.child(clause.head, "ccomp") is None
    return (
        bare
        or head.lemma in _TALKING
        or any(token.lemma in _SILENT for token in tokens)
        or _is_unanswered(side, clause)
        or _breaks_off(side, clause)
        or _is_newsroom(side, clause)
    )


def _is_unanswered(side: Side, clause: Clause) -> bool:
    """Whether something is not said or not answered: "did not respond", "has not returned a message"."""
    tree = side.telling.frames.tree
    if tree.child(clause.head, "neg") is None:
        return False
    own = tree.children[clause.head]
    to = [at for at in own if tree.tokens[at].lemma == "to"]
    objects = (at for head in (clause.head, *to) for at in tree.children[head] if tree.tokens[at].dep in _OBJECTS)
    asked = any(tree.tokens[at].lemma.lower() in _SPEECH for at in objects)
    return asked or (tree.tokens[clause.head].lemma in SAYING and tree.child(clause.head, "nsubj") is not None)


def _breaks_off(side: Side, clause: Clause) -> bool:
    """Whether the sentence ends at "saying", at a colon or without a full stop: what follows is lost."""
    tokens = side.analysis.tokens
    last = tokens[clause.last - 1]
    marks = {t.text for t in tokens[clause.last - 2 : side.sentences[clause.sentence].stop]}
    saying = last.tag == "VBG" and last.lemma in SAYING
    return saying or ":" in marks or not any(mark.endswith(_ENDS) for mark in marks)


def _is_newsroom(side: Side, clause: Clause) -> bool:
    """Whether an agency or the article's outlet does something but report, or a reporter of the outlet speaks."""
    tree = side.telling.frames.tree
    subject = tree.child(clause.head, "nsubj", "nsubjpass")
    if subject is None:
        return False
    outlet = (side.source.outlet or "").lower()
    span = [at for at in range(*tree.subtree(subject)) if tree.tokens[at].pos == "PROPN"]
    names = [tree.word(at) for at in span]
    own = any(tree.tokens[at].dep == "poss" and tree.word(at) in outlet.split() for at in span)
    known = {*names[:1], "".join(name[0] for name in names)} & _AGENCIES or (names and " ".join(names) in outlet)
    return own or (bool(known) and tree.tokens[clause.head].lemma not in SAYING)
