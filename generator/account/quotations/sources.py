"""The words that name a speaker or a relayer, found from the noun at their head."""

from generator.account.quotations.scene import Scene
from generator.language.lexicon import word_class
from generator.language.verbs import PUBLISHING, UTTERANCES

# First token, one past the last, and the head noun.
Words = tuple[int, int, int]

_AUTHOR_PREPOSITIONS = frozenset({"from", "by", "of"})
# X's indictment is another's of X.
_ABOUT_OWNER = frozenset({"indictment", "biography", "book"})
_RELAYING_ACTS = word_class("relaying_acts")


def naming_words(scene: Scene, head: int) -> Words:
    """The phrase that names who speaks: for a document ("X's letter", "a statement from X") its author's, if told."""
    seen: set[int] = set()
    while head not in seen:
        seen.add(head)
        author = _author(scene, head) if scene.tokens[head].lemma in UTTERANCES else None
        head = head if author is None else author
    first, last = scene.syntax.phrase(head)
    while first < head and scene.quoted(first):
        first += 1
    cut = next((i for i in range(first + 1, last) if i in scene.linked), last)
    return (first, cut, cut - 1) if cut < last and scene.tokens[cut - 1].pos == "PROPN" else (first, last, head)


def _author(scene: Scene, document: int) -> int | None:
    owner = scene.syntax.child(document, "poss")
    if owner is not None and scene.tokens[document].lemma not in _ABOUT_OWNER:
        return owner
    for child in scene.syntax.children[document]:
        token = scene.tokens[child]
        if token.dep in ("prep", "agent") and token.lemma in _AUTHOR_PREPOSITIONS:
            author = scene.syntax.child(child, "pobj")
            if author is not None and scene.tokens[author].pos in ("PROPN", "PRON", "NOUN"):
                return author if token.lemma != "of" or scene.tokens[author].pos == "PROPN" else None
    return _publisher(scene, document)


def _publisher(scene: Scene, document: int) -> int | None:
    """Whoever issues the document, where that is what the sentence tells of it."""
    token = scene.tokens[document]
    if token.dep not in ("dobj", "nsubjpass") or scene.tokens[token.head].lemma not in PUBLISHING:
        return None
    return scene.syntax.subject(token.head)


def according_to(scene: Scene, start: int, end: int) -> Words | None:
    """The source that an "according to" between two tokens names, outside quotation marks."""
    for index in range(start, min(end, len(scene.tokens))):
        word = scene.tokens[index].word
        if word == "words" and _opens(scene, index, start):
            of = scene.syntax.child(index, "prep")
            author = None if of is None else scene.syntax.child(of, "pobj")
            return None if author is None else naming_words(scene, author)
        if word == "according" and not scene.quoted(index):
            to = scene.syntax.child(index, "prep")
            source = None if to is None else scene.syntax.child(to, "pobj")
            return None if source is None else naming_words(scene, source)
    return None


def _opens(scene: Scene, words: int, start: int) -> bool:
    """Whether "in the words of" opens here."""
    return [t.word for t in scene.tokens[max(start, words - 2) : words + 2]] == ["in", "the", "words", "of"]


def relayers_beside(scene: Scene, cue: int, speaker: Words) -> tuple[Words, ...]:
    """Those whom the speaker quotes in passing: "X, quoting Y, said …"."""
    acts = {*range(speaker[2], cue), *scene.syntax.children[cue]}
    found = []
    for act in sorted(acts):
        token = scene.tokens[act]
        if token.lemma in _RELAYING_ACTS and token.tag == "VBG" and not scene.quoted(act):
            source = scene.syntax.child(act, "dobj")
            if source is not None and not scene.quoted(source):
                found.append(naming_words(scene, source))
    return tuple(found)
