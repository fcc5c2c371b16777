"""Who goes on speaking when a quotation has no cue of its own."""

from collections.abc import Sequence

from generator.account.quotations.cues import CUES, speaker_of
from generator.account.quotations.marks import Marked
from generator.account.quotations.scene import Scene
from generator.account.quotations.sources import Words, naming_words
from generator.language.lexicon import word_class
from generator.language.verbs import CALLINGS
from generator.model.actors import Quotation

_THINGS = word_class("things")


def running_speaker(scene: Scene, span: Marked, earlier: Sequence[Quotation]) -> Words | None:
    """The speaker of the words before, up to one paragraph back.

    The sentence right before counts first: who says something in it, else its subject; where that sentence is itself
    quoted, its speaker goes on.
    """
    last = next((q for q in reversed(earlier) if q.speech), None)
    between = _sentence_before(scene, span)
    if between is None or (last is not None and last.passage.end >= scene.tokens[between.start].start):
        return _same(scene, last)
    if scene.tokens[between[-1]].text == ":":
        return _who_acts(scene, between) or _subject(scene, between, {"NOUN"}) or _same(scene, last)
    return _who_acts(scene, between) or _same(scene, last) or _subject(scene, between, {"NOUN"})


def _sentence_before(scene: Scene, span: Marked) -> range | None:
    """The article's own sentence that ends right before the span's sentence, at most one paragraph back."""
    start = scene.sentence_start(span)
    if start == 0:
        return None
    index = start - 1
    while index > 0 and scene.tokens[index].pos == "SPACE":
        index -= 1
    number = scene.syntax.sentence(index)
    sentence = scene.syntax.analysis.sentences[number]
    return range(sentence.first, start)


def _who_acts(scene: Scene, tokens: range) -> Words | None:
    for index in tokens:
        if scene.tokens[index].lemma in CUES and not scene.quoted(index):
            speaker = speaker_of(scene, index)
            if speaker is not None:
                return speaker
    return _subject(scene, tokens, {"PROPN", "PRON"})


def _subject(scene: Scene, tokens: range, kinds: set[str]) -> Words | None:
    """The first subject of one of the kinds; "it" and "there" speak of things."""
    for index in tokens:
        token = scene.tokens[index]
        kind = "PROPN" if token.lemma in CALLINGS or _has_name(scene, index) else token.pos
        personal = kind in kinds and token.text.lower() not in _THINGS
        if personal and token.dep in ("nsubj", "nsubjpass") and not scene.quoted(index):
            return naming_words(scene, index)
    return None


def _has_name(scene: Scene, index: int) -> bool:
    beside = scene.syntax.child(index, "appos")
    return beside is not None and scene.tokens[beside].pos == "PROPN"


def _same(scene: Scene, quotation: Quotation | None) -> Words | None:
    if quotation is None or quotation.speaker_span is None:
        return None
    words = scene.syntax.span(*quotation.speaker_span)
    head = next((i for i in words if scene.tokens[i].head == i or scene.tokens[i].head not in words), None)
    return None if head is None else (words.start, words.stop, head)
