"""Speech or not: quoted words of a speaker, against scare quotes, titles, nicknames and quoted terms."""

import re

from generator.quotations.attribution import Attribution, starts_sentence
from generator.quotations.marks import Marked
from generator.quotations.scene import Scene
from generator.quotations.verbs import TERM_NOUNS
from generator.quotations.verbs import words as words_of

# From this many words on, quoted words are speech even when no cue is near: terms and titles are shorter.
LONG = 6
_SMALL_WORDS = words_of("a an and as at but by for from in into nor of on or per the to vs vs. via with & 's ’s")


def is_speech(scene: Scene, span: Marked, attribution: Attribution) -> bool:
    """Whether the span holds somebody's words, by its length, its cue and its place in the sentence."""
    words = scene.words(span)
    if not words or _is_named(scene, span, words):
        return False
    if attribution.speaker is not None and attribution.adjacent:
        return True
    if _is_title(scene, words) and not _is_whole_sentence(scene, span):
        return False
    return attribution.speaker is not None or len(words) >= LONG or _is_whole_sentence(scene, span)


def _is_named(scene: Scene, span: Marked, words: list[int]) -> bool:
    """A name's part (a nickname), or a term that the words before introduce as one."""
    first = scene.syntax.first_at(span.start)
    before = scene.tokens[first - 1] if first else None
    after_index = scene.syntax.first_at(span.end)
    after = scene.tokens[after_index] if after_index < len(scene.tokens) else None
    if before is None:
        return False
    if re.search(r"\bso[- ]?called\s*$", scene.body[max(0, span.start - 20) : span.start], re.I):
        return True
    if before.pos == "PROPN" and after is not None and after.pos == "PROPN" and len(words) <= 3:
        return before.end + 2 >= span.start and scene.body[span.end : span.end + 1] == " "
    if before.lemma in TERM_NOUNS and before.pos == "NOUN" and len(words) < LONG:
        return True
    return before.text == "as" and first >= 2 and scene.tokens[first - 2].text.lower() in ("known", "titled")


def _is_title(scene: Scene, words: list[int]) -> bool:
    """Two or more words, all but the small ones with a capital."""
    texts = [scene.tokens[i].text for i in words]
    weighty = [text for text in texts if text.lower() not in _SMALL_WORDS]
    return len(texts) > 1 and bool(weighty) and all(not text[0].islower() for text in weighty)


def _is_whole_sentence(scene: Scene, span: Marked) -> bool:
    """Whether the quotation opens a sentence and says one: a verb with its subject, or a sentence's end."""
    return starts_sentence(scene, span) and (
        scene.body[: span.parts[-1][1]].rstrip()[-1] in ".?!…,"
        or any(scene.tokens[i].dep == "nsubj" for i in scene.words(span))
    )
