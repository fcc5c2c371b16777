"""Speech or not: quoted words of a speaker, against scare quotes, titles, nicknames and quoted terms."""

import re

from generator.account.quotations.cues import Attribution
from generator.account.quotations.scene import Scene
from generator.account.span import Marked
from generator.language.lexicon import word_class
from generator.language.verbs import CALLING, NAMING, TERM_NOUNS
from generator.model.actors import Quotation

# From this many words on, quoted words are speech even when no cue is near: terms and titles are shorter.
LONG = 6
_LONGEST_LIST = 20
_JOINED = re.compile(r",?\s(?:(?:and|or)\s)?")
# "“…”, Arabic for “God is great”": what words mean that somebody has said.
_GLOSSED = re.compile(r"[”\"’'],? (?:meaning|which means|[A-Z][a-z]+ for)\s$")
_POSSESSIVE = frozenset({"'", "’", "'s", "’s"})
_SMALL_WORDS = word_class("title_small_words")


def plain_words(quotation: Quotation) -> str:
    """The quoted words in small letters, a space between."""
    return " ".join(re.findall(r"\w+", quotation.passage.quote.lower()))


def is_speech(scene: Scene, span: Marked, attribution: Attribution) -> bool:
    """Whether the span holds somebody's words, by its length, its cue and its place in the sentence."""
    words = scene.words(span)
    if not words or _is_nickname(scene, span, words) or is_term(scene, span) or _is_subhead(scene, span):
        return False
    titled = _is_title(scene, words)
    if titled and scene.tokens[max(scene.syntax.first_at(span.start) - 1, 0)].text in _POSSESSIVE:
        return False
    if titled and _is_before_its_noun(scene, span):
        return False
    if titled and len(words) > 1 and (_is_subject(scene, span, words) or _is_set_beside(scene, span, attribution)):
        return False
    if titled and len(words) > 1 and _is_named(scene, span) and not _is_called(scene, span, attribution):
        return False
    if attribution.speaker is not None and attribution.adjacent:
        return True
    if titled and not _is_whole_sentence(scene, span) and not _is_called(scene, span, attribution):
        return False
    return attribution.speaker is not None or len(words) >= LONG or _is_whole_sentence(scene, span)


def is_term(scene: Scene, span: Marked) -> bool:
    """Whether the words before give the quoted ones as a term, a title or a name; so do those of a list's first."""
    return _is_given_as_term(scene, _first_of_list(scene, span))


def _first_of_list(scene: Scene, span: Marked) -> Marked:
    """The first of the quoted words that stand in a list with `span`, itself where there is none."""
    number = scene.marked.index(span)
    for _ in range(min(number, _LONGEST_LIST)):
        if not _JOINED.fullmatch(scene.body, scene.marked[number - 1].end, scene.marked[number].start):
            break
        number -= 1
    return scene.marked[number]


def _is_given_as_term(scene: Scene, span: Marked) -> bool:
    lead = scene.body[max(0, span.start - 40) : span.start]
    if re.search(r"\b(?:so[- ]?called|(?:(?:known|titled|referred to) as|\w+, or)(?: an?| the)?)\s*$", lead, re.I):
        return True
    if _GLOSSED.search(lead):
        return True
    index = scene.syntax.first_at(span.start) - 1
    if index < 0:
        return False
    before = scene.tokens[index]
    if before.lemma in TERM_NOUNS and before.pos == "NOUN":
        return len(scene.words(span)) < LONG
    named = before.lemma in NAMING and before.tag == "VBN" and scene.syntax.is_passive(index)
    return named and scene.syntax.subject(index) is None


def _is_subhead(scene: Scene, span: Marked) -> bool:
    """Whether few words are a paragraph by themselves, without the full stop that somebody's words would have.

    Or in capitals.
    """
    paragraph = scene.article.paragraphs[span.first]
    alone = scene.body[paragraph.start : paragraph.end].strip() == scene.body[span.start : span.end].strip()
    longest = _LONGEST_SUBHEAD if scene.body[span.start] not in _SINGLE else 2 * _LONGEST_SUBHEAD
    heading = not _ends_sentence(scene, span) or scene.body[span.start : span.end].isupper()
    return alone and not span.turn and len(scene.words(span)) <= longest and heading


_LONGEST_SUBHEAD = 8
# Headings have single marks, where the text has double ones.
_SINGLE = "'‘"


def _ends_sentence(scene: Scene, span: Marked) -> bool:
    return scene.body[: span.parts[-1][1]].rstrip()[-1] in ".?!…,"


def _is_nickname(scene: Scene, span: Marked, words: list[int]) -> bool:
    """Part of a name: between two proper nouns, and as short as one."""
    first, after = scene.syntax.first_at(span.start), scene.syntax.first_at(span.end)
    if len(words) > 3 or first == 0 or after >= len(scene.tokens):
        return False
    between = scene.tokens[first - 1].pos == "PROPN" and scene.tokens[after].pos == "PROPN"
    return between and all(scene.body[i : i + 1] == " " for i in (span.start - 1, span.end))


def _is_named(scene: Scene, span: Marked) -> bool:
    """Whether capitalised words follow their sentence without a pause, as a name does: "on “Late Talk”"."""
    first = scene.syntax.first_at(span.start)
    led = first > 0 and scene.tokens[first - 1].word in (",", ":", "that")
    return not led and not scene.starts_sentence(span)


def _is_set_beside(scene: Scene, span: Marked, attribution: Attribution) -> bool:
    """Whether a comma sets the words beside a noun, and no verb leads to them: "a book, “Late Talk,” says"."""
    first = scene.syntax.first_at(span.start)
    cue = attribution.cue
    led = cue is not None and cue < first and scene.syntax.child(cue, "dobj") is None
    beside = first > 1 and scene.tokens[first - 1].text == "," and scene.tokens[first - 2].pos in ("NOUN", "PROPN")
    shouted = scene.body[span.start : span.end].isupper() or scene.tokens[first - 2].entity in ("DATE", "TIME")
    return beside and not (led or shouted) and not scene.starts_sentence(span)


def _is_called(scene: Scene, span: Marked, attribution: Attribution) -> bool:
    """Whether somebody calls something so; what is itself called something ("hailed “Late Talk” as …") is a title."""
    after = scene.syntax.first_at(span.end)
    if after < len(scene.tokens) and scene.tokens[after].word == "as":
        return False
    return attribution.cue is not None and scene.tokens[attribution.cue].lemma in CALLING


def _is_before_its_noun(scene: Scene, span: Marked) -> bool:
    """Whether a title stands before a noun within its sentence: "that “Dawn” star Ada Roth paid them"."""
    after = scene.syntax.first_at(span.end)
    inside = not scene.starts_sentence(span) and after in scene.clause_after(span)
    bare = scene.body[span.parts[-1][1] - 1].isalnum() and scene.body[span.end : span.end + 1] == " "
    return inside and bare and scene.tokens[after].pos == "NOUN"


def _is_subject(scene: Scene, span: Marked, words: list[int]) -> bool:
    """Whether the quoted words are the subject of a verb outside the marks, or belong to a noun there, as titles do."""
    inside = set(scene.syntax.span(span.start, span.end))
    return any(scene.tokens[i].dep in _OF_A_TITLE and scene.tokens[i].head not in inside for i in words)


_OF_A_TITLE = frozenset({"nsubj", "nsubjpass", "compound", "nmod"})


def _is_title(scene: Scene, words: list[int]) -> bool:
    """All words but the small ones with a capital, or a name."""
    # "de" is a small word of a name.
    texts = [scene.tokens[i].text for i in words if scene.tokens[i].entity != "PERSON"]
    weighty = [text for text in texts if text.lower() not in _SMALL_WORDS and text[0].isalpha()]
    return bool(weighty or not texts) and all(text[0].isupper() for text in weighty)


def _is_whole_sentence(scene: Scene, span: Marked) -> bool:
    """Whether the quotation opens a sentence and says one: a verb with its subject, or a sentence's end."""
    return scene.starts_sentence(span) and (
        _ends_sentence(scene, span) or any(scene.tokens[i].dep == "nsubj" for i in scene.words(span))
    )
