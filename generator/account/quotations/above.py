"""Attributions around the quotation, along the arcs: X pledged help until the "…"; X's claim that Y is "…"."""

from collections.abc import Iterator
from itertools import pairwise

from generator.account.quotations.before import said_in_passing
from generator.account.quotations.cues import (
    CUES,
    Attribution,
    distinct,
    is_agentless,
    is_person,
    is_verb,
    names_somebody,
    speaker_of,
)
from generator.account.quotations.scene import Scene
from generator.account.quotations.sources import Words, naming_words, relayers_beside
from generator.account.span import Marked
from generator.language.lexicon import word_class
from generator.language.verbs import CALLING, QUOTED_SUBJECT, SAYING, THINKING

# "X spoke of …", "X quoted Y as saying …": what follows is what X says.
_OF_SPEECH = frozenset({"of", "about", "as"})
_LABELLING = word_class("labelling")
_PERSONS = word_class("unnamed_persons")
_TRANSITIVE = word_class("transitive_otherwise")
_CALLED = frozenset({"ccomp", "xcomp", "oprd", "dobj", "prep"})
_TELLING = SAYING | CALLING | {"read"}
_SUPPOSING = THINKING | {"suspect"}
_SAID = frozenset({"ccomp", "dobj", "dep", "intj"})
_BLOCKED = frozenset({"nsubj", "nsubjpass", "csubj", "poss", "agent"})


def attribution_above(scene: Scene, span: Marked) -> Attribution | None:
    """The innermost cue that governs the quoted words; those further out relay it."""
    cues = list(_cues_above(scene, span))
    if cues and _is_thought_by_others(scene, span, cues[0][0]):
        return Attribution(doubtful=True, way="doubtful")
    climbed = _without_thoughts(scene, span, cues)
    if not climbed:
        return None
    cue, speaker = climbed[0]
    relayed = len(climbed) > 1 and names_somebody(scene, speaker) and not scene.starts_sentence(span)
    if relayed and _is_told_of(scene, cue, climbed[1][1]) and not _is_one(scene, speaker, climbed[1][1]):
        # "Roth said that Holt had said …": whose words these are is open.
        somebody = scene.tokens[speaker[2]].pos == "PROPN" or scene.tokens[speaker[2]].lemma in _PERSONS
        return Attribution(doubtful=True, way="doubtful") if somebody else None
    outer = [words for _, words in reversed(climbed[1:]) if names_somebody(scene, words)]
    beside = [w for c, who in reversed(climbed) for w in relayers_beside(scene, c, who)]
    chain = distinct((*outer, *beside), speaker)
    return Attribution(cue=cue, speaker=speaker, chain=chain, adjacent=scene.leads(cue, span))


def _is_told_of(scene: Scene, cue: int, outer: Words) -> bool:
    """Whether a person says what another says, be it a bare surname that the model takes for a body's or a place's."""
    bare = outer[1] - outer[0] == 1 and scene.tokens[outer[2]].pos == "PROPN"
    # "The board warned that Roth was threatening “…”": by its word.
    bare = bare or scene.tokens[cue].tag == "VBG"
    return is_person(scene, outer) or (bare and scene.tokens[cue].dep == "ccomp")


def _is_one(scene: Scene, one: Words, other: Words) -> bool:
    """Whether the same surname stands in both: "Ada Roth wrote that when they met, Roth called it “…”"."""
    return scene.tokens[one[2]].text == scene.tokens[other[2]].text


def _is_thought_by_others(scene: Scene, span: Marked, cue: int) -> bool:
    """Whether somebody tells what others think, in their words or his: "said it spread, with some fearing “…”"."""
    root = scene.root_of(span)
    above = [] if root is None else list(scene.syntax.governors(root))
    within = above[: above.index(cue) + 1] if cue in above else []
    return any(
        scene.tokens[i].lemma in _SUPPOSING
        and scene.tokens[i].dep in ("relcl", "pcomp")
        and (scene.tokens[below].dep == "ccomp" and not scene.quoted(i))
        and scene.syntax.child(i, "nsubj") is not None
        for below, i in pairwise(within)
    )


def _without_thoughts(scene: Scene, span: Marked, cues: list[tuple[int, Words]]) -> list[tuple[int, Words]]:
    """Of "X said they think …" only X: between quotation marks stand the words of the one who said it."""
    while cues and scene.tokens[cues[0][0]].lemma in THINKING:
        cues = cues[1:]
    if not cues or (len(cues) == 1 and scene.tokens[cues[0][1][2]].pos == "NOUN"):
        passing = said_in_passing(scene, span)
        return [passing] if passing is not None else cues
    return cues


def _cues_above(scene: Scene, span: Marked) -> Iterator[tuple[int, Words]]:
    """The cues that govern the quoted words, innermost first, each with its subject."""
    root = scene.root_of(span)
    previous: Words | None = None
    path: list[int] = []
    for index in () if root is None else scene.syntax.governors(root):
        speaker = None if scene.quoted(index) else _subject_of_cue(scene, index, path)
        if speaker is not None and speaker != previous and (previous is None or _is_reported(scene, path)):
            yield index, speaker
            previous = speaker
        if previous is not None and _leaves_report(scene, index):
            return
        if previous is None and speaker is None and _is_said_by_another(scene, index, path):
            return
        token = scene.tokens[index]
        if token.dep in _BLOCKED or _is_circumstance(scene, index) or (previous is None and is_agentless(scene, index)):
            return
        path.append(index)


def _is_said_by_another(scene: Scene, index: int, path: list[int]) -> bool:
    """Whether the words are what somebody says whom the sentence does not tell: "told them to ask if she would “…”"."""
    token = scene.tokens[index]
    if token.lemma not in _TELLING or not path or scene.quoted(index) or not is_verb(scene, index):
        return False
    below = scene.tokens[path[-1]].dep
    if token.lemma == "read":
        # "a paper that read “…”"
        return True
    # "with Holt scolding Roth and Roth calling him “…”"
    called = token.tag == "VBG" and below in _CALLED
    return called or (below in _SAID and token.lemma in SAYING)


def _subject_of_cue(scene: Scene, index: int, path: list[int]) -> Words | None:
    """The subject, if the token is a verb of speech."""
    token = scene.tokens[index]
    if token.lemma == "call" and scene.syntax.word(index + 1) == "for":
        return None
    if token.lemma in CUES and is_verb(scene, index):
        if token.tag == "VBG" and scene.tokens[token.head].lemma in CALLING and token.dep in ("ccomp", "xcomp"):
            # "called the paper's reporting “…”": what is called so, not who calls it.
            return None
        if path and token.lemma in _LABELLING and scene.tokens[path[-1]].dep in ("xcomp", "advcl", "conj"):
            # "called Y to discuss “…”", "called Y and heard “…”": that is on the telephone.
            return None
        if token.lemma in CALLING and token.tag in ("VBD", "VBN") and _is_by_others(scene, index):
            # A headline's "X blasted as “…”", "X accused of “…”": by somebody else.
            return None
        if _is_no_speech(scene, index, path):
            return None
        return _quoted(scene, index) or speaker_of(scene, index)
    return None


def _is_by_others(scene: Scene, verb: int) -> bool:
    """Whether "as" or "of" follows, and the sentence doesn't go "…, which Roth condemned as “…”"."""
    what = scene.syntax.child(verb, "dobj")
    return scene.syntax.word(verb + 1) in ("as", "of") and (what is None or scene.tokens[what].tag != "WDT")


def _quoted(scene: Scene, verb: int) -> Words | None:
    """Whom somebody quotes: "…," the paper quoted her as saying."""
    who, way = scene.syntax.child(verb, "dobj"), scene.syntax.child(verb, "prep")
    quotes = scene.tokens[verb].lemma in QUOTED_SUBJECT and way is not None and scene.tokens[way].word == "as"
    return naming_words(scene, who) if quotes and who is not None and not scene.quoted(who) else None


def _is_no_speech(scene: Scene, verb: int, path: list[int]) -> bool:
    """Whether something is done or shown, and nothing said: "maintains its “…”", "is criticised for expressing “…”"."""
    token = scene.tokens[verb]
    if token.lemma in _TRANSITIVE and path and scene.tokens[path[-1]].dep in ("dobj", "prep"):
        return True
    if token.lemma == "cite" and any(scene.tokens[i].word == "of" for i in path):
        # "citing a notice of “heavy traffic”": the notice's words.
        return True
    above = scene.tokens[scene.tokens[token.head].head]
    return token.lemma == "express" and token.dep == "pcomp" and above.lemma in CALLING


def _is_reported(scene: Scene, path: list[int]) -> bool:
    """Whether the last step led from a clause to the verb that reports it, and not to one beside it."""
    last = scene.tokens[path[-1]] if path else None
    return last is not None and (last.dep in ("ccomp", "acl") or (last.dep == "prep" and last.lemma in _OF_SPEECH))


def _leaves_report(scene: Scene, index: int) -> bool:
    """Whether the next step up leads out of what is reported: from "which …" to its noun, "while …" to its verb."""
    marked = scene.syntax.child(index, "mark", "advmod") is not None
    return scene.tokens[index].dep == "relcl" or (scene.tokens[index].dep == "advcl" and marked)


def _is_circumstance(scene: Scene, index: int) -> bool:
    """A clause that tells when or why something was said, and is no part of it: "when asked about …, X said"."""
    token = scene.tokens[index]
    if token.dep != "advcl" or scene.tokens[token.head].lemma not in CUES - THINKING:
        return False
    return index < token.head or scene.syntax.child(index, "mark", "advmod") is not None
