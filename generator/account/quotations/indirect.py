"""Indirect speech: the clause that an article reports without quotation marks, and whose it is."""

from collections.abc import Iterator
from itertools import pairwise

from generator.account.quotations.cues import distinct, names_somebody, points_back, speaker_of
from generator.account.quotations.scene import Scene
from generator.account.quotations.sources import Words, according_to, naming_words, relayers_beside
from generator.account.quotations.unsaid import is_unsaid
from generator.language.lexicon import word_class
from generator.language.verbs import SAYING, UTTERANCES
from generator.model.record import Record

# "X urged Y to go", "X promised to go": an infinitive that is the content of what was said.
_INFINITIVE = word_class("infinitive")
# Thoughts that an article can only have from who thinks them; "know" or "see" state the clause as a fact.
_OPINION = word_class("opinion")
_REPORTING = SAYING | _OPINION
# Not the words of an actor: the writer's address to the reader, and things that show something.
_NOBODY = word_class("nobody")
_DENYING = word_class("denying")
_ADDRESSING = word_class("addressing")
_SHORTEST = 3
_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "conj", "acl"})


class Reported(Record, frozen=True):
    """A reported clause: tokens `first` to `last` (exclusive), its cue, speaker and relayers (outermost first)."""

    first: int
    last: int
    cue: int
    speaker: Words
    chain: tuple[Words, ...] = ()


def find_reported(scene: Scene) -> Iterator[Reported]:
    """Every reported clause, in the order of its cue."""
    for cue, token in enumerate(scene.tokens):
        if scene.quoted(cue):
            continue
        if token.pos == "VERB" and token.lemma in _REPORTING | _INFINITIVE:
            yield from _by_verb(scene, cue)
        elif token.pos == "NOUN" and token.lemma in UTTERANCES:
            yield from _by_noun(scene, cue)
        elif token.word == "according":
            yield from _by_according(scene, cue)


def _by_verb(scene: Scene, cue: int) -> Iterator[Reported]:
    content = None if _is_withheld(scene, cue) else _content(scene, cue)
    speaker = None if content is None else speaker_of(scene, cue)
    if content is None or speaker is None or scene.tokens[speaker[2]].word in _NOBODY:
        return
    first, last = _clause(scene, content, cue)
    mistaken = _mistaken_object(scene, cue, content)
    if mistaken is not None and not _is_clause(scene, content):
        first = scene.syntax.phrase(mistaken)[0]
    if first <= speaker[2] < last or last - first < _SHORTEST:
        return
    above = _speakers_above(scene, cue, speaker)
    if above and scene.tokens[cue].lemma in _OPINION and points_back(scene, speaker, above[-1]):
        # "X said he believes …": the opinion is known from X alone.
        speaker, above = above[-1], above[:-1]
    named = tuple(words for words in above if names_somebody(scene, words))
    chain = distinct((*named, *relayers_beside(scene, cue, speaker)), speaker)
    yield Reported(first=first, last=last, cue=cue, speaker=speaker, chain=chain)


def _is_withheld(scene: Scene, cue: int) -> bool:
    """Whether nothing is said: "X did not say whether …", "X declined to say …", "X denied that …"."""
    return scene.tokens[cue].lemma in _DENYING or is_unsaid(scene, cue)


def _content(scene: Scene, cue: int) -> int | None:
    lemma = scene.tokens[cue].lemma
    clause = scene.syntax.child(cue, "ccomp") if lemma in _REPORTING else None
    if clause is not None and not _is_clause(scene, clause) and _mistaken_object(scene, cue, clause) is None:
        return None
    if clause is None and lemma in _INFINITIVE:
        clause = scene.syntax.child(cue, "xcomp")
    return clause


def _is_clause(scene: Scene, index: int) -> bool:
    """Whether it is a verb with its subject, as what somebody says must have."""
    subject = scene.syntax.child(index, "nsubj", "nsubjpass", "csubj", "expl")
    return scene.tokens[index].pos in ("VERB", "AUX") and subject is not None


def _mistaken_object(scene: Scene, cue: int, content: int) -> int | None:
    """Of "X said Y was late" the Y, where the model takes it for the object of "said"; who is told stays outside."""
    found = scene.syntax.child(cue, "dobj")
    if found is None or not cue < found < content or scene.tokens[cue].lemma in _ADDRESSING:
        return None
    return found if scene.tokens[content].pos in ("VERB", "AUX") else None


def _clause(scene: Scene, content: int, cue: int) -> tuple[int, int]:
    """The content's tokens without the marks and commas at its edges, on one side of the cue."""
    first, last = scene.syntax.subtree(content)
    if first < cue < last:
        first, last = (cue + 1, last) if content > cue else (first, cue)
    while first < last and scene.tokens[first].pos in ("PUNCT", "SPACE"):
        first += 1
    while last > first and scene.tokens[last - 1].pos in ("PUNCT", "SPACE"):
        last -= 1
    return first, last


def _speakers_above(scene: Scene, cue: int, speaker: Words) -> tuple[Words, ...]:
    """Those who report the report, outermost first."""
    found: list[Words] = []
    for index, above in pairwise(scene.syntax.governors(cue)):
        dep = scene.tokens[index].dep
        if dep not in _CLAUSAL or (dep == "advcl" and scene.syntax.child(index, "mark") is not None):
            break
        if dep == "ccomp" and scene.tokens[above].lemma in SAYING:
            who = speaker_of(scene, above)
            if who is not None and who != speaker:
                found.insert(0, who)
    return tuple(found)


def _by_noun(scene: Scene, noun: int) -> Iterator[Reported]:
    """Of "X's claim that …": the clause belongs to the claim's owner."""
    clause = scene.syntax.child(noun, "acl", "ccomp")
    speaker = naming_words(scene, noun)
    if clause is None or clause < noun or speaker[2] == noun or scene.syntax.child(clause, "mark") is None:
        return
    first, last = _clause(scene, clause, noun)
    yield Reported(first=first, last=last, cue=noun, speaker=speaker)


def _by_according(scene: Scene, cue: int) -> Iterator[Reported]:
    """The rest of a sentence with "according to X"."""
    source = according_to(scene, cue, cue + 1)
    if source is None:
        return
    sentence = scene.syntax.analysis.sentences[scene.syntax.sentence(cue)]
    _, right = scene.syntax.subtree(cue)
    first, last = (sentence.first, cue) if cue - sentence.first > sentence.last - right else (right, sentence.last)
    while first < last and scene.tokens[first].pos in ("PUNCT", "SPACE"):
        first += 1
    while last > first and scene.tokens[last - 1].pos in ("PUNCT", "SPACE"):
        last -= 1
    if first < last:
        yield Reported(first=first, last=last, cue=cue, speaker=source)
