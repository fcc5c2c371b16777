"""Which words name a speaker, and whom "he said" and "the mayor said" mean: subjects before, nearest first.

A speaker whom a pronoun names is nearly always the subject of an earlier sentence of the article's own words (the
subject preference of centering theory; Grosz, Joshi and Weinstein, 1995). Names inside quotation marks, and names
inside what the pronoun is said to say, are never meant.
"""

from collections.abc import Iterator

from generator.account.quotations.cues import CUES
from generator.account.quotations.scene import Scene
from generator.account.quotations.sources import Words
from generator.language.lexicon import word_class
from generator.language.verbs import CALLINGS, COLLECTIVES, OFFICES
from generator.model.analysis import Sentence
from generator.model.text import Passage

_NOT_PERSONS = frozenset({"GPE", "LOC", "FAC", "NORP"})
_THINGS = frozenset({"that", "this", "it"})
_OWN = {"he": "his", "she": "her"}
_TITLES = CALLINGS | OFFICES | word_class("titles")
_OTHER = {"he": "him", "she": "her"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Sentences to look back over: attributions of a long quotation are short, so that few carry a name.
_REACH = 8


def speaker_names(scene: Scene, speaker: Words) -> tuple[Passage, ...]:
    """The words that may name the speaker, likeliest first.

    A noun with its appositions ("the mayor of Y, Z": "Z", "mayor"); for "he", "she" and "the mayor" those
    whom they may stand for.
    """
    head = scene.tokens[speaker[2]]
    own = _with_names(scene, speaker[2], speaker[1])
    if head.text.lower() in ("he", "she"):
        own = _named_antecedents(scene, speaker[2]) or own
    elif _is_description(scene, speaker):
        own += _named_antecedents(scene, speaker[2])
    return tuple(dict.fromkeys(_core(scene, index) for index in own))


def _core(scene: Scene, head: int) -> Passage:
    """The noun with the names right before it that belong to it."""
    first = head
    while first > 0 and scene.tokens[first - 1].pos == "PROPN" and scene.tokens[first - 1].dep in ("compound", "nmod"):
        first -= 1
    return scene.article.passage(scene.tokens[first].start, scene.tokens[head].end)


def _with_names(scene: Scene, head: int, last: int) -> list[int]:
    """A noun and the names that stand beside it: "the coach of Y, Z" is Z, wherever the model hangs it."""
    trailing = _trailing_name(scene, head, last)
    if trailing is not None:
        return [trailing, head]
    described = scene.syntax.child(head, "det") is not None
    if scene.tokens[head].pos == "PROPN" and not described:
        return [head]
    beside = [i for i in range(head + 1, last) if _is_name_beside(scene, i)]
    return [*beside, head]


def _is_name_beside(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    named = token.dep == "appos" and token.pos == "PROPN"
    return named and token.entity not in _NOT_PERSONS and token.lemma not in CALLINGS


def _trailing_name(scene: Scene, head: int, last: int) -> int | None:
    """The person in "director of National Parks Jane Roe", where the model takes all of it for one name.

    Not the one in "a spokesman for Mayor Roe": a title belongs to its bearer.
    """
    first = last - 1
    if first <= head or scene.tokens[first].entity != "PERSON":
        return None
    while first > head and scene.tokens[first].entity == "PERSON":
        first -= 1
    before = scene.tokens[first]
    titled = before.text.rstrip(".").lower() in _TITLES
    return last - 1 if first > head and before.pos == "PROPN" and not titled else None


def _named_antecedents(scene: Scene, reference: int) -> list[int]:
    heads = _antecedents(scene, reference)
    return [index for head in heads for index in _with_names(scene, head, scene.syntax.phrase(head)[1])]


def _is_description(scene: Scene, speaker: Words) -> bool:
    """Whether one person told of before is meant: "the mayor"."""
    tokens = scene.tokens[speaker[0] : speaker[1]]
    head = scene.tokens[speaker[2]]
    plain = head.tag == "NN" and head.lemma in CALLINGS | OFFICES and speaker[1] == speaker[2] + 1
    return plain and tokens[0].text.lower() == "the" and all(t.pos != "PROPN" or t.dep == "npadvmod" for t in tokens)


def _antecedents(scene: Scene, reference: int) -> list[int]:
    """The head nouns that a pronoun or description may stand for; the last is somebody who speaks.

    Further back than that the subject was another's.
    """
    found: list[int] = []
    for index in _earlier_subjects(scene, reference):
        found.append(index)
        if _speaks(scene, index) and scene.tokens[index].lemma not in COLLECTIVES:
            break
        owner = scene.syntax.child(index, "poss")
        if owner is not None and scene.tokens[owner].pos == "PROPN":
            found.append(owner)
    return found


def _earlier_subjects(scene: Scene, pronoun: int) -> Iterator[int]:
    """Subjects that are no pronouns, of the pronoun's sentence and of those before it; main clauses first."""
    number = scene.syntax.sentence(pronoun)
    excluded = {*_said(scene, pronoun), *_said_by_the_same(scene, pronoun)}
    for sentence in reversed(scene.syntax.analysis.sentences[max(0, number - _REACH) : number + 1]):
        own = [
            scene.past_dateline(i)
            for i in range(sentence.first, min(sentence.last, pronoun))
            if scene.tokens[i].dep in _SUBJECTS and not scene.quoted(i) and i not in excluded
        ]
        named = [
            i for i in own if scene.tokens[i].pos in ("PROPN", "NOUN", "NUM") and not _is_another(scene, i, pronoun)
        ]
        yield from sorted(named, key=lambda i: (_depth(scene, i), i))
        there = any(t.dep == "expl" for t in scene.syntax.analysis.sentence_tokens(sentence))
        if sentence.last <= pronoun and (own or there) and all(scene.tokens[i].text.lower() in _THINGS for i in own):
            yield from _objects(scene, sentence)


def _is_another(scene: Scene, index: int, pronoun: int) -> bool:
    """Neither "her son" nor who "asked her" is "she" (principle B of the binding theory)."""
    word = scene.tokens[pronoun].text.lower()
    owner = scene.syntax.child(index, "poss")
    if owner is not None and scene.tokens[owner].text.lower() == _OWN.get(word):
        return True
    beside = scene.syntax.children[scene.tokens[index].head]
    objects = {scene.tokens[i].text.lower() for i in beside if scene.tokens[i].dep in ("dobj", "dative")}
    return _OTHER.get(word, "") in objects


def _objects(scene: Scene, sentence: Sentence) -> Iterator[int]:
    """The names in a sentence without another subject: "That did not please X.", "There was X's reply."."""
    for index in range(sentence.first, sentence.last):
        token = scene.tokens[index]
        thing = token.dep == "poss" and scene.tokens[token.head].dep == "attr"
        if token.pos == "PROPN" and (token.dep == "dobj" or thing) and not scene.quoted(index):
            yield index


def _said(scene: Scene, pronoun: int) -> range:
    """What the pronoun's own verb reports."""
    verb = scene.tokens[pronoun].head
    contents = [i for i in scene.syntax.children[verb] if scene.tokens[i].dep == "ccomp"]
    if not contents or contents[-1] > verb:
        return range(0)
    first, last = scene.syntax.subtree(contents[0])
    return range(first, min(last, pronoun)) if first < pronoun else range(0)


def _said_by_the_same(scene: Scene, pronoun: int) -> Iterator[int]:
    """Of an earlier "he said X would …", what is said: X is somebody else."""
    word = scene.tokens[pronoun].text.lower()
    number = scene.syntax.sentence(pronoun)
    first = scene.syntax.analysis.sentences[max(0, number - _REACH)].first
    for index in range(first, pronoun):
        token = scene.tokens[index]
        if token.text.lower() == word and token.dep == "nsubj" and scene.tokens[token.head].lemma in CUES:
            content = scene.syntax.child(token.head, "ccomp")
            if content is not None and content > index:
                yield from range(*scene.syntax.subtree(content))


def _depth(scene: Scene, index: int) -> int:
    """Steps from the subject up to the root of its sentence."""
    steps = 0
    while scene.tokens[index].head != index and steps < 20:
        index, steps = scene.tokens[index].head, steps + 1
    return steps


def _speaks(scene: Scene, subject: int) -> bool:
    verb = scene.tokens[scene.tokens[subject].head]
    return verb.lemma in CUES and scene.tokens[subject].dep == "nsubj"
