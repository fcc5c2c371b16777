"""Who goes on speaking when a quotation has no cue of its own."""

from collections.abc import Sequence

from generator.account.quotations.before import hands_over, last_subject
from generator.account.quotations.cues import is_person, is_verb, speaker_of
from generator.account.quotations.scene import Scene
from generator.account.quotations.sources import Words, naming_words
from generator.account.quotations.unsaid import is_unsaid
from generator.account.span import Marked
from generator.language.lexicon import word_class
from generator.language.verbs import CALLING, SAYING
from generator.model.actors import Quotation

_INTERVIEWING = word_class("interviewing")
_PERSONS = word_class("unnamed_persons")
_SPEAKING = SAYING | CALLING
# Clauses that tell when or by whom it was said.
_ASIDE = frozenset({"relcl", "advcl", "acl"})
# Fewer words may be a title or a slogan.
_FEWEST = 4
# Words of a sentence that tells nothing but who spoke, and when.
_SHORTEST_CLAUSE = 7


def running_speaker(scene: Scene, span: Marked, earlier: Sequence[Quotation]) -> Words | None:
    """The speaker of the words before, up to one paragraph back, for a quotation that is a sentence of its own.

    Where the sentence right before is itself quoted, its speaker goes on, unless it was a question: then another
    answers. Where it is the article's, whoever says something in it speaks, or whom a colon hands the word to.
    """
    if (
        scene.body[span.end : span.end + 1] == ":"
        or not scene.starts_sentence(span)
        or scene.answer(span) is not None
        or _goes_on(scene, span)
    ):
        return None
    last = next((q for q in reversed(earlier) if q.speech), None)
    between = _sentence_before(scene, span)
    if between is None or (last is not None and last.passage.end >= scene.tokens[between.start].start):
        return _same(scene, last) if last is not None and _may_go_on(scene, last, span) else None
    root = next((i for i in between if scene.tokens[i].head == i), between.start)
    colon = scene.tokens[between[-1]].text == ":"
    if colon and not scene.quoted(root):
        subject = last_subject(scene, between) if hands_over(scene, between) else None
        return None if subject is None else naming_words(scene, subject)
    if scene.quoted(root) or is_unsaid(scene, root):
        return None
    if scene.tokens[root].lemma in _SPEAKING and is_verb(scene, root):
        speaker = speaker_of(scene, root)
        bare = speaker is not None and speaker[1] - speaker[0] == 1 and scene.tokens[speaker[2]].tag in ("NNS", "NN")
        return None if bare and scene.paragraph(span.first).start > between.start else speaker
    return _told_of(scene, span, between, root)


def _told_of(scene: Scene, span: Marked, between: range, root: int) -> Words | None:
    """The person of whom alone the sentence before tells, in the same paragraph: "Ada Roth won twice. “I am glad.”"."""
    subject = scene.syntax.child(root, "nsubj")
    if subject is None or scene.paragraph(span.first).start > between.start or len(scene.words(span)) < _FEWEST:
        return None
    words = naming_words(scene, subject)
    others = (i for i in between if not words[0] <= i < words[1])
    people = any(
        (scene.tokens[i].entity == "PERSON" or scene.tokens[i].lemma in _PERSONS or scene.quoted(i)) for i in others
    )
    return words if is_person(scene, words) and not people else None


def interviewed(scene: Scene, span: Marked) -> Words | None:
    """Who answers in an interview: the subject of the sentence that leads over to it."""
    first = scene.syntax.first_at(next((s.start for s in scene.marked if s.turn), span.start))
    for index in range(first - 1, -1, -1):
        if scene.tokens[index].lemma in _INTERVIEWING and is_verb(scene, index) and not scene.quoted(index):
            subject = scene.syntax.subject(index) or scene.syntax.child(index, "nsubjpass")
            return None if subject is None else naming_words(scene, subject)
    return None


def _goes_on(scene: Scene, span: Marked) -> bool:
    """Whether its sentence has more words after it, which may tell who speaks though we can't read them.

    Or the next paragraph has, where the words end theirs with a comma.
    """
    last = scene.body[span.parts[-1][1] - 1] == "," and span.end >= scene.article.paragraphs[span.last].end
    if last or scene.body[span.end : span.end + 2].strip() in ("—", "–"):
        return True
    if scene.ends_sentence(max(scene.syntax.first_at(span.end) - 1, 0)):
        return _is_tagged_after_a_stop(scene, span) or _is_signed(scene, span)
    return any(scene.tokens[i].pos in ("VERB", "PROPN", "PRON") for i in scene.clause_after(span))


def _is_tagged_after_a_stop(scene: Scene, span: Marked) -> bool:
    """Whether a short sentence behind the words tells who said them: "“… It is late.” Roth said on Monday."."""
    after = scene.clause_after(span)
    told = [i for i in after if scene.tokens[i].lemma in SAYING and scene.syntax.child(i, "nsubj") in after]
    return 0 < len(after) <= _SHORTEST_CLAUSE and any(scene.syntax.child(i, "ccomp", "dobj") is None for i in told)


def _is_signed(scene: Scene, span: Marked) -> bool:
    """Whether a name without a verb ends its paragraph: "“… It is late.” Ada Roth, mayor"."""
    rest = range(scene.syntax.first_at(span.end), scene.paragraph(span.last).stop)
    told = any(scene.tokens[i].pos in ("VERB", "AUX") for i in rest)
    return bool(rest) and scene.tokens[rest[0]].entity == "PERSON" and not told


def _may_go_on(scene: Scene, last: Quotation, span: Marked) -> bool:
    """Whether its speaker may go on: after no question, in another paragraph with none, and after a whole sentence."""
    inner = scene.body[: last.parts[-1][1]].rstrip()
    whole = scene.body[last.parts[0][0] : last.parts[0][0] + 1].isupper() or len(last.parts) > 1
    apart = "\n" in scene.body[last.passage.end : span.start]
    asks = scene.body[: span.parts[-1][1]].rstrip().endswith("?")
    between = range(scene.syntax.first_at(last.passage.end), scene.syntax.first_at(span.start))
    said = (i for i in between if scene.tokens[i].lemma in SAYING and scene.tokens[i].dep not in _ASIDE)
    told = sum(scene.syntax.child(i, "nsubj") is not None for i in said)
    # "…,” she said he once told her. “…”": either of two goes on.
    return not inner.endswith("?") and (whole or not apart) and not (apart and asks) and told <= 1


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


def _same(scene: Scene, quotation: Quotation | None) -> Words | None:
    if quotation is None or quotation.speaker_span is None:
        return None
    words = scene.syntax.span(*quotation.speaker_span)
    head = next((i for i in words if scene.tokens[i].head == i or scene.tokens[i].head not in words), None)
    return None if head is None else (words.start, words.stop, head)
