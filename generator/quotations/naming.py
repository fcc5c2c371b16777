"""Which words name a speaker, and whom "he said" and "the mayor said" mean: subjects before, nearest first.

A speaker whom a pronoun names is nearly always the subject of an earlier sentence of the article's own words (the
subject preference of centering theory; Grosz, Joshi and Weinstein, 1995). Names inside quotation marks, and names
inside what the pronoun is said to say, are never meant.
"""

from collections.abc import Iterator

from generator.model.text import Passage
from generator.quotations.cues import CUES
from generator.quotations.scene import Scene
from generator.quotations.sources import Words
from generator.quotations.verbs import CALLINGS

_THINGS = frozenset({"that", "this", "it"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Sentences to look back over: attributions of a long quotation are short, so that few carry a name.
_REACH = 8


def speaker_names(scene: Scene, speaker: Words) -> tuple[Passage, ...]:
    """The words that may name the speaker, likeliest first.

    A noun's own name with its appositions ("the mayor of Y, Z": "mayor", "Z"); for "he", "she" and "the mayor" those
    whom they may stand for.
    """
    head = scene.tokens[speaker[2]]
    own = [speaker[2], *(i for i in scene.syntax.children[speaker[2]] if _is_name_beside(scene, i))]
    if head.text.lower() in ("he", "she"):
        own = _antecedents(scene, speaker[2]) or own
    elif _is_description(scene, speaker):
        own += _antecedents(scene, speaker[2])
    return tuple(dict.fromkeys(_core(scene, index) for index in own))


def _core(scene: Scene, head: int) -> Passage:
    """The noun with the names right before it that belong to it."""
    first = head
    while first > 0 and scene.tokens[first - 1].pos == "PROPN" and scene.tokens[first - 1].dep in ("compound", "nmod"):
        first -= 1
    return scene.article.passage(scene.tokens[first].start, scene.tokens[head].end)


def _is_name_beside(scene: Scene, index: int) -> bool:
    return scene.tokens[index].dep == "appos" and scene.tokens[index].pos == "PROPN"


def _is_description(scene: Scene, speaker: Words) -> bool:
    """ "The mayor", "the older brother": one person, told of before."""
    tokens = scene.tokens[speaker[0] : speaker[1]]
    head = scene.tokens[speaker[2]]
    plain = head.tag == "NN" and head.lemma in CALLINGS and speaker[1] == speaker[2] + 1
    return plain and tokens[0].text.lower() == "the" and all(token.pos != "PROPN" for token in tokens)


def _antecedents(scene: Scene, reference: int) -> list[int]:
    """The head nouns that a pronoun or description may stand for; the last is somebody who speaks.

    Further back than that the subject was another's.
    """
    found: list[int] = []
    for index in _earlier_subjects(scene, reference):
        found.append(index)
        if _speaks(scene, index):
            break
    return found


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
    contents = [i for i in scene.syntax.children[verb] if scene.tokens[i].dep == "ccomp"]
    if not contents or contents[-1] > verb:
        return range(0)
    first, last = scene.syntax.subtree(contents[0])
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
