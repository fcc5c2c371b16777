"""Which body "it" or "the ministry" means as a speaker, where the article names no other that can be meant.

"It" is the subject of the clause above, or of the sentence before, where that is a body; "the ministry" is the only one
of its kind that the article tells apart. Whom "he" means the cast tells.
"""

from generator.account.quotations.scene import Scene
from generator.account.quotations.sources import Words, naming_words
from generator.language.lexicon import word_class
from generator.language.verbs import CALLING, SAYING, UTTERANCES

_STATE = word_class("state_heads")
_BODIES = _STATE | word_class("org_heads")
_DEFINITE = word_class("definite")
_NAMED = frozenset({"ORG", "GPE"})
_BEFORE = frozenset({"compound", "amod", "nmod", "poss"})
PEOPLE = word_class("unnamed_persons") | word_class("person_nouns") | word_class("person_heads")
# Sentences back in which "it" itself may go on speaking.
_REACH = 3


def body_of(scene: Scene, speaker: Words) -> Words:
    """The words that name the body that a speaker is, or the speaker's own words."""
    if scene.tokens[speaker[2]].word == "it":
        return _of_it(scene, speaker[2]) or speaker
    return (_only_one(scene, speaker[2]) if _is_bare(scene, speaker) else None) or speaker


def _is_bare(scene: Scene, words: Words) -> bool:
    """Whether words tell what a body is, and not which: "the ministry"."""
    first, last, head = words
    bare = last - first == 2 and scene.tokens[first].word in _DEFINITE
    return bare and scene.tokens[head].text.islower() and scene.tokens[head].lemma in _BODIES


def _of_it(scene: Scene, index: int) -> Words | None:
    """The body that is subject of a clause above, else the one that says something in the sentence before."""
    for verb in scene.syntax.governors(scene.tokens[index].head):
        subject = scene.syntax.child(verb, "nsubj")
        finite = scene.tokens[verb].pos in ("VERB", "AUX")
        if finite and subject is not None and subject < index and not scene.quoted(subject):
            return _as_body(scene, subject)
    number = scene.syntax.sentence(index)
    for there in range(number - 1, max(number - _REACH, 0) - 1, -1):
        sentence = scene.syntax.analysis.sentences[there]
        words = range(sentence.first, sentence.last)
        if all(scene.quoted(i) or scene.tokens[i].pos in ("PUNCT", "SPACE") for i in words):
            continue
        root = next((i for i in words if scene.tokens[i].head == i), sentence.first)
        subject = scene.syntax.child(root, "nsubj")
        if subject is None or scene.quoted(root) or scene.tokens[root].lemma not in SAYING | CALLING:
            return None
        if scene.tokens[subject].word != "it":
            return _as_body(scene, subject)
    return None


def _as_body(scene: Scene, subject: int) -> Words | None:
    words = naming_words(scene, subject)
    token = scene.tokens[words[2]]
    if token.lemma in UTTERANCES and token.entity != "ORG":
        return None
    if _is_bare(scene, words):
        return _only_one(scene, words[2])
    body = token.entity in _NAMED if token.pos == "PROPN" else token.lemma.lower() in _BODIES - PEOPLE
    return words if body and token.tag != "NNS" and not _is_joined(scene, words) else None


def _is_joined(scene: Scene, words: Words) -> bool:
    """Whether "and" joins two there, or the halves of one name: "the Harbour and [Missing Boats Board]"."""
    before = scene.tokens[words[0] - 1].pos if words[0] else ""
    return before == "CCONJ" or any(scene.tokens[i].pos == "CCONJ" for i in range(words[2], words[1]))


def _only_one(scene: Scene, head: int) -> Words | None:
    """The phrase with the same noun that tells which body it is, if the article tells of one such only."""
    noun = scene.tokens[head].lemma.lower()
    found: dict[str, int] = {}
    for index in scene.nouns.get(noun, ()):
        told = [i for i in scene.syntax.children[index] if i < index and scene.tokens[i].dep in _BEFORE]
        capital = any(scene.tokens[i].text[0].isupper() for i in told)
        if told and capital and (noun in _STATE or scene.tokens[index].text[0].isupper()):
            found.setdefault(" ".join(scene.tokens[i].word for i in told), index)
        elif told and noun in _STATE:
            found.setdefault(" ".join(scene.tokens[i].word for i in told), -1)
    place = next(iter(found.values())) if len(found) == 1 else -1
    if not 0 <= place < head or scene.quoted(place):
        return None
    words = naming_words(scene, place)
    return None if _is_joined(scene, words) else words
