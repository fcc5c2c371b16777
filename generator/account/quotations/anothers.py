"""Words that may be another's than his who is named beside them: a relative's, or those of whom or what is quoted."""

import re
from collections.abc import Sequence

from generator.account.quotations.meant import PEOPLE
from generator.account.quotations.scene import Scene
from generator.account.quotations.sources import Words
from generator.account.span import Marked
from generator.language.lexicon import word_class
from generator.language.verbs import HE_OR_SHE

_KIN = word_class("kin")
_MALE, _FEMALE = _KIN & word_class("gender_male"), _KIN & word_class("gender_female")
_FRIENDS = word_class("of_somebody")
# "Roth, Holt's father, left": no other than Roth.
_OF_HIMSELF = frozenset({"attr", "appos"})
_INDEFINITE = word_class("indefinite")
_ABBREVIATIONS = word_class("abbreviations")
# Words that are still to be said.
_DRAFTS = frozenset({"draft"})
_OF_THE_DEAD = re.compile(r"([A-Z][\w-]+)['’]s (?:\w+ )?(?:death|funeral|killing|murder)\b")
_RELATIVE = re.compile(rf"([A-Z][\w-]+)['’]s (?:\w+ )?(?:{'|'.join(sorted(_KIN))})\b")


def is_anothers(scene: Scene, span: Marked, speaker: Words, cue: int | None, chain: Sequence[Words]) -> bool:
    """Whether whoever is named for a quotation may only stand for the one whose words they are."""
    return (
        _is_handed_down(scene, speaker, chain)
        or _is_read_out(scene, speaker, cue)
        or _is_of_a_relative(scene, span, speaker)
        or _is_of_the_dead(scene, speaker)
        or _is_of_a_stranger(scene, span, speaker)
        or _is_in_anothers_title(scene, speaker[0])
    )


def _is_handed_down(scene: Scene, speaker: Words, chain: Sequence[Words]) -> bool:
    """Whether a draft gives the words, or an office of the speaker's: "Roth thanked Holt, said Roth's office"."""
    name = scene.tokens[speaker[2]].text
    given = ((i, words[2]) for words in chain for i in range(*words[:2]))
    return any(scene.tokens[i].lemma in _DRAFTS or (i < head and scene.tokens[i].text == name) for i, head in given)


def _is_read_out(scene: Scene, speaker: Words, cue: int | None) -> bool:
    """Whether a person says what another has said: "Roth said, quoting Holt"."""
    if cue is None or scene.tokens[speaker[2]].entity != "PERSON":
        return False
    acts = (i for i in scene.syntax.children[cue] if scene.tokens[i].word == "quoting" and not scene.quoted(i))
    quoted = (scene.syntax.child(i, "dobj") for i in acts)
    return any(i is not None and scene.tokens[i].entity == "PERSON" for i in quoted)


def _is_of_a_relative(scene: Scene, span: Marked, speaker: Words) -> bool:
    """Whether "he" may be a relative whom the sentence before brings: "Roth's father, Bo, left. “…,” he said"."""
    word, first = scene.tokens[speaker[2]].word, scene.sentence_start(span)
    if word not in ("he", "she") or not first:
        return False
    kin = _MALE if word == "he" else _FEMALE
    told = range(scene.syntax.sentence_range(first - 1).start, min(speaker[0], scene.syntax.first_at(span.start)))
    before = [i for i in told if not scene.quoted(i)]
    if any(_is_a_friend(scene, i) for i in before):
        return True
    related = (i for i in before if scene.tokens[i].word in kin and scene.tokens[i].dep not in _OF_HIMSELF)
    owners = (scene.syntax.child(i, "poss") for i in related)
    return any(i is not None and scene.tokens[i].pos == "PROPN" for i in owners)


def _is_a_friend(scene: Scene, index: int) -> bool:
    """Whether somebody's friend does something: "Bo Roth nods. His friend Al Holt is glad that “…,” he says"."""
    token = scene.tokens[index]
    return token.word in _FRIENDS and token.dep == "nsubj" and scene.syntax.child(index, "poss") is not None


def _is_of_a_stranger(scene: Scene, span: Marked, speaker: Words) -> bool:
    """Whether "he" may be somebody without a name of whom the sentence before tells: "A guard spoke. “…,” he said"."""
    first = scene.sentence_start(span)
    if scene.tokens[speaker[2]].word not in ("he", "she") or not first:
        return False
    subjects = (i for i in scene.syntax.sentence_range(first - 1) if scene.tokens[i].dep == "nsubj")
    subject = next((i for i in subjects if scene.tokens[scene.tokens[i].head].dep == "ROOT"), None)
    if subject is None or scene.quoted(subject) or scene.tokens[subject].pos != "NOUN":
        return False
    told = scene.syntax.child(subject, "det", "nummod")
    if any(scene.tokens[i].entity == "PERSON" for i in range(*scene.syntax.phrase(subject))):
        return False
    return told is not None and scene.tokens[told].word in _INDEFINITE and scene.tokens[subject].lemma in PEOPLE


def _is_in_anothers_title(scene: Scene, first: int) -> bool:
    """Whether the model parts a name from its title in what tells of another: "Ada Roth, son of gov. Bo Roth, said"."""
    stop, title = scene.tokens[first - 1], scene.tokens[first - 2]
    parted = first > 1 and stop.text == "." and stop.start == title.end
    return parted and title.dep == "pobj" and title.text.islower() and title.text.title() in _ABBREVIATIONS


def _is_of_the_dead(scene: Scene, speaker: Words) -> bool:
    """Whether a surname, or "he" after it, may mean a relative of one whose death the article tells of."""
    dead = set(_OF_THE_DEAD.findall(scene.body)) & set(_RELATIVE.findall(scene.body))
    if not dead or (speaker[1] - speaker[0] > 1 and scene.tokens[speaker[2]].entity == "PERSON"):
        return False
    meant = speaker[2]
    if scene.tokens[meant].word in HE_OR_SHE:
        named = (i for i in range(meant, 0, -1) if scene.tokens[i].entity == "PERSON" and not scene.quoted(i))
        meant = next(named, meant)
    return scene.tokens[meant].text in dead
