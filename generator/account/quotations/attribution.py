"""Whose words stand between quotation marks: the cue, the words that name the speaker, and who relays it."""

import re

import msgspec

from generator.account.quotations.above import attribution_above
from generator.account.quotations.after import attribution_after
from generator.account.quotations.anothers import is_anothers
from generator.account.quotations.before import attribution_before, put_in_words
from generator.account.quotations.cues import Attribution, by, distinct, is_person, names_somebody, points_back
from generator.account.quotations.doubtful import is_below_links, is_doubtful, is_torn
from generator.account.quotations.governed import is_governed
from generator.account.quotations.meant import body_of
from generator.account.quotations.scene import Scene
from generator.account.quotations.sources import Words, according_to
from generator.account.quotations.unsaid import is_denied, is_unsaid
from generator.account.span import Marked
from generator.language.lexicon import word_class
from generator.language.verbs import SAYING

# "The paper read that “…,” according to Roth"
_TELLING = SAYING | {"read"} | word_class("opinion")
_LAWSUITS = word_class("lawsuits")
# From this many words on, quoted words before a noun are somebody's.
LONG = 4
# Words between a subject and its verb of saying: "X, too, says", "X also says".
_CLOSE = 3

# "“…” – Ada Roth, a swimmer"
_SIGNATURE = re.compile(r"\s*(?:[—–―]|--?)\s*([A-ZÀ-Þ][^.!?\n“”\"]{2,80})\.?\s*")


def attribute(scene: Scene, span: Marked) -> Attribution:
    """The attribution that the span's own sentence gives; empty when it gives none, or more than one."""
    if (signer := _signer(scene, span)) is not None:
        return Attribution(speaker=signer, adjacent=True, way="attribution")
    if is_torn(scene, span) or scene.is_performance:
        return Attribution(doubtful=True, way="doubtful")
    after = by("after", attribution_after(scene, span))
    inner = after if scene.starts_sentence(span) and after is not None else _within(scene, span) or after
    inner = by("before", put_in_words(scene, span)) or inner
    inner = None if _is_answered(scene, span, inner) else inner
    first = scene.syntax.first_at(span.start)
    found = according_to(scene, scene.sentence_start(span), scene.sentence_end(span))
    if inner is None or inner.doubtful:
        return inner or _of_its_source(scene, span, found)
    if after is not None and inner is not after and _are_two(scene, inner.speaker, after.speaker):
        return Attribution(doubtful=True, way="doubtful")
    if after is not None and _is_told_by_pronoun(scene, after):
        # "Holt asked whether he would resign: “No,” he said": whom the pronoun means.
        inner = after
    if inner.cue is not None and inner.chain and inner.cue > first and scene.tokens[inner.cue].lemma == "report":
        # "Roth said it was “late,” the paper reports": Roth's words.
        inner = msgspec.structs.replace(inner, speaker=inner.chain[-1], chain=(inner.speaker,) if inner.speaker else ())
    if found is not None and found != inner.speaker and _is_sourced(scene, first):
        return _as_source_or_author(scene, first, found, inner)
    if (refused := _refused(scene, span, inner)) is not None:
        return refused
    sources = () if found is None else (found,)
    outer = (after.speaker,) if after is not None and after.speaker else ()
    relayers = (w for w in (*outer, *sources, *inner.chain, *_doer(scene, span, inner)) if names_somebody(scene, w))
    inner = msgspec.structs.replace(inner, speaker=None if inner.speaker is None else body_of(scene, inner.speaker))
    chain = distinct(tuple(relayers), inner.speaker)
    if _may_be_others(scene, span, inner, chain):
        return Attribution(doubtful=True, way="doubtful")
    return msgspec.structs.replace(inner, chain=chain)


def _is_answered(scene: Scene, span: Marked, inner: Attribution | None) -> bool:
    """Whether only behind the next words, which answer these, is told who speaks: "“Who?” “The boy,” Roth said"."""
    answer = scene.answer(span) if scene.body[: span.parts[-1][1]].rstrip()[-1] in ".?!…" else None
    if inner is None or answer is None:
        return False
    told = inner.cue if inner.speaker is None else inner.speaker[2]
    return told is not None and told >= scene.syntax.first_at(answer.end)


def _of_its_source(scene: Scene, span: Marked, source: Words | None) -> Attribution:
    """What a sentence without a verb of saying gives: "according to …" beside the words, or nothing."""
    beside = source is not None and _is_beside(scene, span, source) and not _is_said(scene, span)
    if beside:
        return Attribution(speaker=source, way="sources")
    # "“…,” reads a letter that Roth got"
    read = scene.body.startswith((" read ", " reads "), span.end)
    return Attribution(doubtful=read, way="doubtful" if read else "")


def _as_source_or_author(scene: Scene, first: int, source: Words, inner: Attribution) -> Attribution:
    """The source right before the words, unless a colon hands over: "Roth wrote this, according to the paper: “…”"."""
    handed = scene.tokens[first - 1].text == ":" and inner.speaker is not None and not is_person(scene, source)
    return Attribution(doubtful=True, way="doubtful") if handed else Attribution(speaker=source, way="sources")


def _may_be_others(scene: Scene, span: Marked, inner: Attribution, chain: tuple[Words, ...]) -> bool:
    """Whether the words may be those of somebody or something that the sentence brings beside the speaker."""
    if inner.speaker is not None and is_anothers(scene, span, inner.speaker, inner.cue, chain):
        return True
    whole = scene.starts_sentence(span) or scene.is_led_in(span)
    return not whole and (_is_told_by_a_suit(scene, span, inner.cue) or _opens_with_a_source(scene, span, inner))


def _opens_with_a_source(scene: Scene, span: Marked, inner: Attribution) -> bool:
    """Whether another tells what somebody said: "According to Holt, Roth vowed “never to go back”"."""
    told = scene.tokens[scene.sentence_start(span)].word == "according"
    return told and inner.speaker is not None and names_somebody(scene, inner.speaker)


def _is_told_by_a_suit(scene: Scene, span: Marked, cue: int | None) -> bool:
    """Whether the words may be a court paper's: "Roth told “several people” of it, the suit states"."""
    for index in range(scene.sentence_start(span), scene.sentence_end(span)):
        token = scene.tokens[index]
        if token.lemma not in _LAWSUITS or scene.quoted(index) or scene.quoted(token.head) or token.head == cue:
            continue
        said = token.dep == "nsubj" and scene.tokens[token.head].lemma in SAYING
        above = scene.tokens[scene.tokens[token.head].head]
        if said or (token.dep == "pobj" and above.word == "according"):
            return True
    return False


def _refused(scene: Scene, span: Marked, inner: Attribution) -> Attribution | None:
    """What speaks against an attribution, if anything does."""
    if inner.cue is not None and (is_unsaid(scene, inner.cue) or is_denied(scene, inner.cue, span)):
        return Attribution(unsaid=True, way="unsaid")
    if is_doubtful(scene, span, inner) or is_below_links(scene, span, inner):
        return Attribution(doubtful=True, way="doubtful")
    return None if is_governed(scene, span, inner) else Attribution(doubtful=True, way="governed")


def _signer(scene: Scene, span: Marked) -> Words | None:
    """Whose name, behind a dash, is all that stands in the paragraph besides the quotation."""
    paragraphs = scene.article.paragraphs
    signed = _SIGNATURE.fullmatch(scene.body, span.end, paragraphs[span.last].end)
    if signed is None or scene.body[paragraphs[span.first].start : span.start].strip():
        return None
    words = scene.syntax.span(*signed.span(1))
    last = next((i for i in words if scene.tokens[i].text == ","), words.stop)
    name = [i for i in range(words.start, last) if scene.tokens[i].pos == "PROPN" and scene.tokens[i].text[0].isalpha()]
    is_one_name = len(name) > 1 and name == list(range(name[0], last))
    told = any(scene.tokens[i].pos in ("VERB", "AUX") for i in words)
    return (name[0], last, last - 1) if is_one_name and not told else None


def _are_two(scene: Scene, one: Words | None, other: Words | None) -> bool:
    """Whether two persons are said to say it: one in the sentence, another after it ("…,” she said")."""
    if one is None or other is None or one == other:
        return False
    if names_somebody(scene, other):
        return scene.tokens[one[2]].lemma != scene.tokens[other[2]].lemma
    return is_person(scene, other) and not points_back(scene, other, one)


def _is_told_by_pronoun(scene: Scene, after: Attribution) -> bool:
    return after.speaker is not None and not after.chain and scene.tokens[after.speaker[2]].word in ("he", "she")


def _doer(scene: Scene, span: Marked, inner: Attribution) -> tuple[Words, ...]:
    """Who does what "he" tells of, and is another by principle C: "Roth left “to rest,” he said"."""
    first = scene.syntax.first_at(span.start)
    if inner.cue is None or inner.cue < first or scene.starts_sentence(span) or not _is_told_by_pronoun(scene, inner):
        return ()
    before = (i for i in range(scene.sentence_start(span), first) if not scene.quoted(i))
    head = next((i for i in before if (scene.tokens[i].dep, scene.tokens[i].entity) == ("nsubj", "PERSON")), None)
    if head is None:
        return ()
    start = scene.syntax.phrase(head)[0]
    return ((next(i for i in range(start, head + 1) if scene.tokens[i].entity == "PERSON"), head + 1, head),)


def _is_beside(scene: Scene, span: Marked, source: Words) -> bool:
    """Whether "according to …" opens the sentence, or nothing but marks stands between it and the quotation."""
    opening = range(scene.sentence_start(span), source[0])
    if [scene.tokens[i].word for i in opening][:1] == ["according"]:
        return len(scene.words(span)) >= LONG
    return _touches(scene, span, source)


def _is_sourced(scene: Scene, first: int) -> bool:
    """Whether "according to …" ends right before the quotation that begins at token `first`."""
    start = scene.syntax.sentence_range(first).start
    according = next((i for i in range(first - 1, start - 1, -1) if scene.tokens[i].word == "according"), None)
    if according is None or scene.quoted(according):
        return False
    end = scene.syntax.subtree(according)[1]
    return end <= first and all(scene.tokens[i].pos in ("PUNCT", "SPACE", "DET") for i in range(end, first))


def _is_said(scene: Scene, span: Marked) -> bool:
    """Whether the arcs lead from the words to a verb of saying: they are those of whoever says so, not the source's."""
    root = scene.root_of(span)
    above = [] if root is None else [i for i in scene.syntax.governors(root) if not scene.quoted(i)]
    return any(
        t.lemma in _TELLING and t.pos == "VERB" and t.word != "according" for t in (scene.tokens[i] for i in above)
    )


def _touches(scene: Scene, span: Marked, source: Words) -> bool:
    """Whether nothing but marks stands between the quotation and "according to …"."""
    first, last = scene.syntax.first_at(span.start), scene.syntax.first_at(span.end)
    between = range(last, source[0]) if source[0] >= last else range(source[1], first)
    words = [scene.tokens[i].word for i in between if scene.tokens[i].pos not in ("PUNCT", "SPACE", "DET")]
    return words in ([], ["according", "to"], ["according"])


def _says_right_before(scene: Scene, span: Marked) -> bool:
    """Whether a verb of saying with its own subject leads to the words: "…, X says, “…”", "X also says that “…”"."""
    verb = scene.syntax.first_at(span.start) - 1
    verb -= verb > 0 and scene.tokens[verb].word in (",", "that")
    if verb < 1 or scene.tokens[verb].lemma not in SAYING or scene.tokens[verb].tag not in ("VBD", "VBZ", "VBP"):
        return False
    subject = scene.syntax.child(verb, "nsubj")
    return subject is not None and verb - _CLOSE <= subject < verb


def _within(scene: Scene, span: Marked) -> Attribution | None:
    """A sentence that a comma or colon leads to is told by what stands before it, other words by their arcs."""
    before = by("before", attribution_before(scene, span))
    led = before if scene.is_led_in(span) or _says_right_before(scene, span) else None
    return led or by("above", attribution_above(scene, span)) or before
