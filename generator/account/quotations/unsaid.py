"""Words that nobody said: what is denied, refused, only possible, or put to somebody by another.

A verb of saying asserts that something was said only where nothing on the way up to the main clause takes it back:
a negation, a modal, a condition, a verb of refusing or denying (the veridicality of embedding predicates; Karttunen,
Implicative verbs, 1971).
"""

from generator.account.quotations.scene import Scene
from generator.account.span import Marked
from generator.language.lexicon import word_class
from generator.language.verbs import CALLING, SAYING

_MODALS = word_class("modals_unsaid")
_CONDITIONS = word_class("conditions_unsaid")
_DENYING = word_class("denying")
_WITHHOLDING = word_class("withholding") | word_class("wishing") | _DENYING
_LETTING = word_class("letting")
_PHASES = word_class("phases")
_WITHOUT = word_class("without")
_NOBODY = word_class("no_speaker")
_NEVER = word_class("never")
# Ways up from a verb to what its clause is the content or the complement of.
_CONTENT = frozenset({"ccomp", "xcomp", "pcomp", "prep", "acl", "conj"})
_ASSERTED = word_class("asserted_anyway")
_PERCEIVED = frozenset({"hear", "see"})


def is_unsaid(scene: Scene, cue: int) -> bool:
    """Whether the verb of saying at token `cue`, or what governs it, tells that the words were not said."""
    if _is_asked(scene, cue) or _is_let(scene, cue) or _is_purpose(scene, cue):
        return True
    if _is_proposed(scene, cue) or _is_of_what_may_be(scene, cue):
        return True
    for index in scene.syntax.governors(cue):
        if _is_undone(scene, index):
            return True
        token, head = scene.tokens[index], scene.tokens[scene.tokens[index].head]
        if token.dep not in _CONTENT or (token.dep == "conj" and _stands_alone(scene, index)):
            return False
        if scene.quoted(token.head):
            return False
        if head.lemma in _WITHHOLDING or (token.dep in ("pcomp", "prep") and _is_without(scene, token.head)):
            return True
    return False


def _is_of_what_may_be(scene: Scene, cue: int) -> bool:
    """Whether a clause tells which of some things may come: "could shut any pier that it deems “unsafe”"."""
    token, which = scene.tokens[cue], scene.syntax.child(cue, "dobj")
    restrictive = token.dep == "relcl" and which is not None and scene.tokens[which].word == "that"
    return restrictive and any(_is_undone(scene, i) for i in scene.syntax.governors(token.head))


def _is_without(scene: Scene, preposition: int) -> bool:
    """Whether nothing is said under a preposition: "without saying", "instead of saying"."""
    parts = (preposition, *scene.syntax.children[preposition])
    return any(scene.tokens[i].word in _WITHOUT for i in parts if not scene.quoted(i))


def is_denied(scene: Scene, cue: int, span: Marked) -> bool:
    """Whether the quoted words stand in what the verb `cue` denies, and are not what it is called ("as “…”")."""
    if scene.tokens[cue].lemma not in _DENYING or scene.starts_sentence(span):
        return False
    index = scene.syntax.first_at(span.start) - 1
    while index > cue and scene.tokens[index].pos in ("DET", "PUNCT"):
        index -= 1
    return scene.tokens[index].word not in ("as", ":")


def _is_asked(scene: Scene, cue: int) -> bool:
    """Whether the article itself asks: "Did X say “…”?"."""
    sentence = scene.syntax.sentence_range(cue)
    last = next((i for i in reversed(sentence) if scene.tokens[i].pos != "SPACE"), cue)
    subject = scene.syntax.child(cue, "nsubj")
    inverted = subject is not None and any(
        scene.tokens[i].dep == "aux" and i < subject for i in scene.syntax.children[cue]
    )
    return inverted and _asks(scene, last)


def _asks(scene: Scene, last: int) -> bool:
    """Whether a sentence that ends with token `last` is a question, by its own mark or by that of its last words."""
    return "?" in (scene.tokens[last].text, scene.tokens[max(last - 1, 0)].text)


def _is_purpose(scene: Scene, cue: int) -> bool:
    """Whether it is what something else was done for: "resigned to protest …", "was set up to discredit …".

    Said is what somebody went on, or took to a platform, to say.
    """
    token = scene.tokens[cue]
    purposed = token.tag == "VB" and any(scene.tokens[i].tag == "TO" for i in scene.syntax.children[cue])
    if purposed and token.dep == "conj":
        return _is_purpose(scene, token.head)
    return purposed and scene.tokens[token.head].lemma not in _PHASES


def _is_let(scene: Scene, cue: int) -> bool:
    """Whether another has the subject say it: "the film has her say “…”"."""
    token = scene.tokens[cue]
    bare = token.tag == "VB" and scene.syntax.child(cue, "aux") is None and token.dep in ("ccomp", "xcomp")
    return bare and scene.tokens[token.head].lemma in _LETTING


def _is_proposed(scene: Scene, cue: int) -> bool:
    """Whether a bare verb goes on what somebody might do: "could name the trails where she walks and say: “…”"."""
    token = scene.tokens[cue]
    if token.tag != "VB" or token.dep != "conj" or scene.tokens[token.head].tag == "VB":
        return False
    before = range(cue - 1, scene.syntax.sentence_range(cue).start - 1, -1)
    modal = next((scene.tokens[i].word for i in before if scene.tokens[i].tag in ("MD", "TO")), "")
    return modal in _MODALS


def _stands_alone(scene: Scene, index: int) -> bool:
    """Whether a clause beside another has a subject of its own, or is finite."""
    own = scene.syntax.child(index, "nsubj", "nsubjpass") is not None
    return own or scene.tokens[index].tag in ("VBD", "VBZ", "VBP")


def _is_undone(scene: Scene, index: int) -> bool:
    """Whether a verb is negated, conditional or only possible, or its subject is nobody."""
    children = [scene.tokens[i] for i in scene.syntax.children[index] if not scene.quoted(i)]
    words = {token.word for token in children}
    denied = any(token.dep == "neg" for token in children) or bool(words & _NEVER)
    if denied and not words & _ASSERTED:
        return True
    possible = any(token.dep == "aux" and token.word in _MODALS for token in children)
    possible = possible and scene.tokens[index].tag != "VBD"
    possible = possible or scene.tokens[index].tag == "MD" or _is_announced(scene, index, words)
    asserted = words & (_ASSERTED if "would" in words else _ASSERTED - {"also"})
    if possible and not asserted and scene.tokens[index].lemma not in _PERCEIVED:
        return True
    if any(token.dep == "mark" and token.word in _CONDITIONS for token in children):
        return True
    return _is_done_by_nobody(scene, index)


def _is_announced(scene: Scene, index: int, words: set[str]) -> bool:
    """Whether something will be called so, as whoever knows of it puts it: "will name the wall a “danger”"."""
    return "will" in words and scene.tokens[index].lemma in CALLING - SAYING


def _is_done_by_nobody(scene: Scene, index: int) -> bool:
    subject = scene.syntax.child(index, "nsubj", "nsubjpass")
    if subject is None:
        return False
    words = {scene.tokens[i].word for i in scene.syntax.children[subject] if scene.tokens[i].dep in ("det", "neg")}
    return scene.tokens[subject].word in _NOBODY or bool(words & _NOBODY)
