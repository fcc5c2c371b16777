"""Whom "he said" and "she said" mean: the subjects of the sentences before, nearest first.

A speaker that a pronoun names is nearly always the subject of an earlier sentence of the article's own words (the
subject preference of centering theory; Grosz, Joshi and Weinstein, 1995). Names inside quotation marks, and names
inside what the pronoun is said to say, are never meant.
"""

from collections.abc import Iterator

from generator.quotations.cues import CUES
from generator.quotations.scene import Scene
from generator.quotations.sources import Words, naming_words

_THINGS = frozenset({"that", "this", "it"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Sentences to look back over: attributions of a long quotation are short, so that few carry a name.
_REACH = 8


def antecedents(scene: Scene, speaker: Words) -> tuple[Words, ...]:
    """The words that the pronoun `speaker` may stand for, likeliest first; empty for other speakers.

    The list ends with somebody who speaks: further back the subject was another's.
    """
    pronoun = speaker[2]
    if scene.tokens[pronoun].text.lower() not in ("he", "she"):
        return ()
    found: list[Words] = []
    for index in _earlier_subjects(scene, pronoun):
        words = naming_words(scene, index)
        if words not in found:
            found.append(words)
        if _speaks(scene, index):
            break
    return tuple(found)


def _earlier_subjects(scene: Scene, pronoun: int) -> Iterator[int]:
    """Subjects that are no pronouns, of the pronoun's sentence and of those before it; main clauses first."""
    number = scene.syntax.sentence(pronoun)
    excluded = _said(scene, pronoun)
    for sentence in reversed(scene.syntax.analysis.sentences[max(0, number - _REACH) : number + 1]):
        own = [
            i
            for i in range(sentence.first, min(sentence.last, pronoun))
            if scene.tokens[i].dep in _SUBJECTS and not scene.quoted(i) and i not in excluded
        ]
        named = [i for i in own if scene.tokens[i].pos in ("PROPN", "NOUN")]
        yield from sorted(named, key=lambda i: (_depth(scene, i), i))
        if own and all(scene.tokens[i].text.lower() in _THINGS for i in own):
            yield from _objects(scene, own)


def _objects(scene: Scene, subjects: list[int]) -> Iterator[int]:
    """The names that "that" and "it" do something to: "That did not please X."."""
    for subject in subjects:
        for index in scene.syntax.children[scene.tokens[subject].head]:
            if scene.tokens[index].dep == "dobj" and scene.tokens[index].pos == "PROPN" and not scene.quoted(index):
                yield index


def _said(scene: Scene, pronoun: int) -> range:
    """What the pronoun's own verb reports."""
    verb = scene.tokens[pronoun].head
    content = scene.syntax.child(verb, "ccomp")
    if content is None:
        return range(0)
    first, last = scene.syntax.subtree(content)
    return range(first, min(last, pronoun)) if first < pronoun else range(0)


def _depth(scene: Scene, index: int) -> int:
    """Steps from the subject up to the root of its sentence."""
    steps = 0
    while scene.tokens[index].head != index and steps < 20:
        index, steps = scene.tokens[index].head, steps + 1
    return steps


def _speaks(scene: Scene, subject: int) -> bool:
    verb = scene.tokens[scene.tokens[subject].head]
    return verb.lemma in CUES and scene.tokens[subject].dep == "nsubj"
