"""The part of a text to show around marked words: whole sentences, else the clause with all that governs it.

A passage never begins or ends inside the clause that holds the marked words, and never after what governs that clause:
"accusations that …", "denied …", "if …". Where none fits, there is none to show.
"""

import re
from collections.abc import Sequence

from generator.disagreements.material import Span
from generator.language.frames import Frames
from generator.matching.locate import count_words
from generator.model.text import Article, Passage

WORDS = 40
_LOOSE = frozenset({",", ";", "—", "–", "--"})
# "LARKHOLM, Norland (Agency) — ": where and for whom it was written, which is no part of the sentence.
_DATELINE = re.compile(r"(?:[A-Z][A-Z.'’]{2,}\b[\w .,'’/]{0,40})?(?:\([\w .]{2,30}\))? ?[-–—]{1,2} (?=\S)")
_HUNG = frozenset({"advcl", "parataxis", "relcl", "acl"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def whole(article: Article, frames: Frames, marks: Sequence[Span]) -> Passage | None:
    """The sentence that holds all `marks`, else the largest whole clause of it with at most 40 words; None if none."""
    analysis = frames.analysis
    numbers = {analysis.sentence_at(start) for start, _ in marks}
    number = next(iter(numbers))
    if len(numbers) != 1 or number is None:
        return None
    sentence = analysis.sentences[number]
    dateline = _DATELINE.match(article.body, sentence.start, sentence.end)
    begin = dateline.end() if dateline and all(dateline.end() <= low for low, _ in marks) else sentence.start
    if count_words(article.body, begin, sentence.end) <= WORDS:
        return _stripped(article, begin, sentence.end)
    inside = [i for start, end in marks for i in frames.tree.span(start, max(end, start + 1))]
    for first, last in sorted(_clauses(frames, inside), key=lambda c: c[0] - c[1]):
        start, end = max(begin, analysis.tokens[first].start), analysis.tokens[last - 1].end
        if count_words(article.body, start, end) <= WORDS and _is_balanced(article.body[start:end]):
            return _stripped(article, start, end)
    return None


def _clauses(frames: Frames, inside: Sequence[int]) -> list[Span]:
    """The clauses above the marked tokens that hold them all and whatever governs the clause that they stand in."""
    tree, found = frames.tree, []
    at = inside[0] if inside else 0
    needed: set[int] = set(inside)
    seen = set()
    while at not in seen:
        seen.add(at)
        if frame := frames.by_verb.get(at):
            needed |= {scope.at for scope in frame.scopes if scope.kind != "question"}
            if tree.child(at, *_SUBJECTS) is not None and tree.tokens[at].dep in ("ROOT", "conj", "ccomp", "parataxis"):
                found += _spans(frames, at)
        at = tree.tokens[at].head
    return [(first, last) for first, last in found if all(first <= n < last for n in needed)]


def _spans(frames: Frames, verb: int) -> list[Span]:
    """The clause of a verb, and the same without the clauses joined to it and without its last loose parts."""
    tree = frames.tree
    first, last = tree.subtree(verb)
    if tree.tokens[verb].dep == "ccomp" and tree.word(first) in ("that", "whether", "if"):
        return []
    spans = [(first, last)]
    cuts = [
        tree.subtree(child)[0]
        for child in tree.children[verb]
        if child > verb and tree.tokens[child].dep in ("conj", "cc", "prep")
    ]
    # What is hung on at the end, however deep: ", which …", ", leaving …", "and implored …".
    for n in range(verb + 1, last):
        start, end = tree.subtree(n)
        if end >= last - 1 and tree.tokens[n].dep in _HUNG:
            cuts.append(start)
        elif end >= last - 1 and tree.tokens[n].dep == "conj" and tree.tokens[n].pos == "VERB":
            cuts.append(start - (tree.tokens[start - 1].dep == "cc"))
    spans += [(first, cut) for cut in cuts if tree.tokens[cut - 1].text in _LOOSE or tree.tokens[cut].dep == "cc"]
    return [(low, _trimmed(frames, high)) for low, high in spans]


def _trimmed(frames: Frames, last: int) -> int:
    while frames.tree.tokens[last - 1].text in _LOOSE or frames.tree.tokens[last - 1].dep == "cc":
        last -= 1
    return last


def _is_balanced(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("(") == text.count(")")


def _stripped(article: Article, start: int, end: int) -> Passage:
    text = article.body[start:end]
    return article.passage(start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip())))
