"""Whose words stand between quotation marks: the cue, the words that name the speaker, and who relays it."""

import re

from generator.account.quotations.above import attribution_above
from generator.account.quotations.after import attribution_after
from generator.account.quotations.before import attribution_before, put_in_words
from generator.account.quotations.cues import Attribution, distinct, is_person, names_somebody, points_back
from generator.account.quotations.doubtful import is_doubtful, is_torn
from generator.account.quotations.scene import Scene
from generator.account.quotations.sources import Words, according_to
from generator.account.quotations.unsaid import is_denied, is_unsaid
from generator.account.span import Marked
from generator.language.lexicon import word_class
from generator.language.verbs import SAYING

# From this many words on, quoted words before a noun are somebody's.
LONG = 4
_FEW = 2
# Words between a subject and its verb of saying: "X, too, says", "X also says".
_CLOSE = 3
_MODIFYING = frozenset({"amod", "compound", "nmod", "nummod", "poss"})

# "“…” – Ada Roth, a swimmer"
_SIGNATURE = re.compile(r"\s*(?:[—–―]|--?)\s*([A-ZÀ-Þ][^.!?\n“”\"]{2,80})\.?\s*")


def attribute(scene: Scene, span: Marked) -> Attribution:
    """The attribution that the span's own sentence gives; empty when it gives none, or more than one."""
    if (signer := _signer(scene, span)) is not None:
        return Attribution(speaker=signer, adjacent=True)
    if is_torn(scene, span):
        return Attribution(doubtful=True)
    after = attribution_after(scene, span)
    inner = after if scene.starts_sentence(span) and after is not None else _within(scene, span) or after
    inner = put_in_words(scene, span) or inner
    first = scene.syntax.first_at(span.start)
    found = according_to(scene, scene.sentence_start(span), scene.sentence_end(span))
    if inner is None:
        return Attribution(speaker=found if found is not None and _is_beside(scene, span, found) else None)
    if after is not None and inner is not after and _are_two(scene, inner.speaker, after.speaker):
        return Attribution(doubtful=True)
    if found is not None and found != inner.speaker and _is_sourced(scene, first):
        return Attribution(speaker=found)
    if inner.cue is not None and (is_unsaid(scene, inner.cue) or is_denied(scene, inner.cue, span)):
        return Attribution(unsaid=True)
    if is_doubtful(scene, span, inner) or (inner.cue is not None and _is_writers(scene, span, inner)):
        return Attribution(doubtful=True)
    sources = () if found is None else (found,)
    outer = (after.speaker,) if after is not None and after.speaker else ()
    relayers = (words for words in (*outer, *sources, *inner.chain) if names_somebody(scene, words))
    chain = distinct(tuple(relayers), inner.speaker)
    return Attribution(cue=inner.cue, speaker=inner.speaker, chain=chain, adjacent=inner.adjacent)


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


def _touches(scene: Scene, span: Marked, source: Words) -> bool:
    """Whether nothing but marks stands between the quotation and "according to …"."""
    first, last = scene.syntax.first_at(span.start), scene.syntax.first_at(span.end)
    between = range(last, source[0]) if source[0] >= last else range(source[1], first)
    words = [scene.tokens[i].word for i in between if scene.tokens[i].pos not in ("PUNCT", "SPACE", "DET")]
    return words in ([], ["according", "to"], ["according"])


def _is_epithet(scene: Scene, span: Marked) -> bool:
    """Whether few words stand before what they are said of, as the writer's own marks do: "the “fair” offer"."""
    first, after = scene.syntax.first_at(span.start), scene.syntax.first_at(span.end)
    if first and scene.tokens[first - 1].tag == "POS" and len(scene.words(span)) <= _FEW:
        return True
    if first and after < len(scene.tokens) and scene.tokens[after].pos == "NOUN":
        before = scene.tokens[first - 1]
        if before.word in _DEFINITE or before.tag == "POS" or before.pos == "ADJ":
            return True
    root = _root(scene, span)
    if root is None or scene.tokens[root].dep not in _MODIFYING:
        return False
    return scene.tokens[scene.tokens[root].head].start >= span.end


def _root(scene: Scene, span: Marked) -> int | None:
    """The quoted word that a word outside governs."""
    inside = set(scene.syntax.span(span.start, span.end))
    return next((i for i in scene.words(span) if scene.tokens[i].head not in inside), None)


def _is_writers(scene: Scene, span: Marked, inner: Attribution) -> bool:
    """Whether the marks are the writer's own, around few words within a sentence that names or denies something.

    An epithet; what is known by that name ("on the looming “harbour cliff”"); what something is said not to be.
    """
    if scene.starts_sentence(span) or len(scene.body[span.start : span.end].split()) > LONG + 1:
        return False
    if inner.cue is not None and scene.syntax.first_at(span.start) - 1 == inner.cue:
        return False
    return (
        _is_epithet(scene, span)
        or _is_known_so(scene, span, inner)
        or _is_negated(scene, span)
        or _is_asked_for(scene, span, inner)
    )


def _is_asked_for(scene: Scene, span: Marked, inner: Attribution) -> bool:
    """Whether the words name what somebody asks about or admits: "asked about political “deals”", not what he says."""
    root = _root(scene, span)
    if inner.cue is None or root is None or scene.tokens[root].pos not in ("NOUN", "PROPN"):
        return False
    while scene.tokens[root].dep in _OBJECTS | {"xcomp"} and root != inner.cue and scene.tokens[root].head != root:
        root = scene.tokens[root].head
    return root == inner.cue and scene.tokens[root].lemma in _ASKING


def _says_right_before(scene: Scene, span: Marked) -> bool:
    """Whether a verb of saying with its own subject leads to the words: "…, X says, “…”", "X also says that “…”"."""
    verb = scene.syntax.first_at(span.start) - 1
    verb -= verb > 0 and scene.tokens[verb].word in (",", "that")
    if verb < 1 or scene.tokens[verb].lemma not in SAYING or scene.tokens[verb].tag not in ("VBD", "VBZ", "VBP"):
        return False
    subject = scene.syntax.child(verb, "nsubj")
    return subject is not None and verb - _CLOSE <= subject < verb


def _is_known_so(scene: Scene, span: Marked, inner: Attribution) -> bool:
    """Whether a definite article leads to the quoted words, which are no predicate and not what is called."""
    root, index = _root(scene, span), scene.syntax.first_at(span.start) - 1
    if root is None or scene.tokens[root].pos not in ("NOUN", "PROPN"):
        return False
    while index > 0 and _modifies(scene, index):
        index -= 1
    before = scene.tokens[index]
    if scene.quoted(index) or before.word not in _DEFINITE:
        return False
    if any(scene.tokens[i].tag in ("JJS", "RBS") for i in scene.words(span)):
        return False
    while scene.tokens[root].dep in _OBJECTS and root != inner.cue and scene.tokens[root].head != root:
        root = scene.tokens[root].head
    return root != inner.cue and scene.tokens[root].dep != "attr"


def _modifies(scene: Scene, index: int) -> bool:
    """An adjective, or a participle in its place ("the looming …"), of the article's own words."""
    token = scene.tokens[index]
    placed = token.pos in ("ADJ", "ADV") or (token.tag in ("VBG", "VBN") and token.dep == "amod")
    return placed and not scene.quoted(index)


# Ways up from the quoted words to the verb whose object they are.
_OBJECTS = frozenset({"pobj", "dobj", "prep", "conj"})
_DEFINITE = word_class("definite")
_ASKING = word_class("asking_about")


def _is_negated(scene: Scene, span: Marked) -> bool:
    """Whether the words are what something is said not to be: "said it was no “fair offer”" denies another's words."""
    root = _root(scene, span)
    if root is None or scene.tokens[root].dep not in ("attr", "pobj", "dobj"):
        return False
    verb = scene.tokens[root].head
    verb = scene.tokens[verb].head if scene.tokens[root].dep == "pobj" else verb
    nominal = scene.tokens[root].pos in ("NOUN", "PROPN")
    return nominal and any(scene.tokens[i].dep == "neg" and not scene.quoted(i) for i in scene.syntax.children[verb])


def _within(scene: Scene, span: Marked) -> Attribution | None:
    """A sentence that a comma or colon leads to is told by what stands before it, other words by their arcs."""
    led = attribution_before(scene, span) if scene.is_led_in(span) or _says_right_before(scene, span) else None
    return led or attribution_above(scene, span) or attribution_before(scene, span)
