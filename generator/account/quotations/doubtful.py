"""Words of which a sentence leaves open whose they are, or that the page itself has torn: they get no speaker."""

import re
from itertools import pairwise

from generator.account.links import holds_links
from generator.account.quotations.cues import CUES, Attribution
from generator.account.quotations.scene import Scene
from generator.account.span import Marked
from generator.language.lexicon import word_class
from generator.language.verbs import OBJECT_ACTS, PRONOUNS, SAYING, THINKING, UTTERANCES

_HEARSAY = word_class("hearsay")
_HEARSAY_NOUNS = word_class("hearsay_nouns")
_SPOKEN = word_class("inverted") | word_class("labelling")
_PERCEIVED_BY_CHANCE = frozenset({"overhear"})
# "the delay."I have": a straight mark between two words, of which nobody can tell whether it opens or closes.
# Or "'It holds,' she said. "Later the …": a double mark that was closed by a single one.
_GLUED = re.compile(r"[\w.,?!]\"\w|\"\s?'[^\"]*[,.?!]'\s(?:he|she)\ssaid\b")
# More words than these between marks are no title or term that a sentence goes on with.
_LONGEST_TERM = 6
_NAMED = frozenset({"NOUN", "PROPN"})
_CLAUSES = frozenset({"ccomp", "relcl"})
# Ways up from a verb of saying to what relates it.
_RELATED = frozenset({"acl", "ccomp", "xcomp", "pcomp", "relcl"})
# Ways up from what somebody says to whoever tells of it, and from "he said" between commas to its sentence's verb.
_TOLD = frozenset({"ccomp", "advcl", "conj"})
_BESIDE = frozenset({"ccomp", "parataxis"})


def is_doubtful(scene: Scene, span: Marked, inner: Attribution) -> bool:
    """Whether either of several may have said the words, or only a rumour has it that they were said."""
    if inner.cue is None:
        return False
    return (
        _is_in_a_fragment(scene, inner.cue, span)
        or _is_of_a_heading(scene, inner.cue)
        or _is_added(scene, inner.cue, span)
        or _is_retold(scene, span)
        or _is_by_anothers_account(scene, span, inner)
        or _is_of_whom_he_relays(scene, span, inner)
        or _is_of_a_claim(scene, inner.cue, span)
        or _is_also_claimed(scene, span, inner)
        or _is_hearsay(scene, inner.cue)
        or _is_handed_on(scene, inner.cue, span)
        or _is_anothers_message(scene, inner.cue, span)
        or _is_held_against(scene, inner.cue)
        or _is_put_to_others(scene, inner.cue, span)
    )


def _is_in_a_fragment(scene: Scene, cue: int, span: Marked) -> bool:
    """Whether the model has cut a participle's sentence in two: "Roth and (his aide) / Holt left, saying …"."""
    start, paragraph = scene.tokens[scene.syntax.sentence_range(cue).start].start, scene.article.paragraphs[span.first]
    before = scene.body[paragraph.start : start].rstrip(" \n)")[-1:]
    return (before.isalnum() or before == ",") and (scene.tokens[cue].tag, scene.tokens[cue].dep) == ("VBG", "advcl")


def is_torn(scene: Scene, span: Marked) -> bool:
    """Whether the page has lost a mark, so that the words may not be those that stood between two."""
    paragraph = scene.article.paragraphs[span.first]
    glued = _GLUED.search(scene.body, paragraph.start, paragraph.end)
    if any(i in scene.linked for i in scene.syntax.span(span.start, span.end)):
        return True
    if (
        (glued is not None and glued.start() <= span.end)
        or _holds_a_tag(scene, span)
        or _holds_links(scene, span.first)
    ):
        return True
    if _opens_with_tag(scene, span) or _is_in_no_sentence(scene, span):
        return True
    number = scene.marked.index(span)
    if not (span.closed or span.turn) and scene.body[span.parts[0][0]].islower() and len(span.parts) == 1:
        # "Roth said it "was late, by the mayor's account.": a part of the sentence that nothing closes.
        return True
    if not (span.closed or span.turn) and any(other.first == span.last for other in scene.marked[number + 1 :]):
        return True
    return any(_runs_into(scene, one, other) for one, other in pairwise(scene.marked[max(number - 1, 0) : number + 2]))


def _is_in_no_sentence(scene: Scene, span: Marked) -> bool:
    """Whether the line has no end: a heading or a link in the text, or one that runs into the sentence behind it."""
    paragraph = scene.article.paragraphs[span.last]
    if span.turn or paragraph.role == "headline" or not scene.body[span.parts[-1][1] - 1].isalnum():
        return False
    clause = scene.clause_after(span)
    if not clause or scene.ends_sentence(clause[-1]):
        return False
    if clause.stop >= scene.paragraph(span.last).stop:
        return scene.body[: paragraph.end].rstrip()[-1].isalnum()
    following = scene.marked[scene.owner[clause.stop]]
    last, bare = scene.tokens[clause[-1]], scene.body[: following.start].rstrip()[-1].isalnum()
    stops = bare and last.pos in _NAMED | {"VERB"} and last.lemma not in SAYING
    runs_on = stops and scene.body[following.parts[0][0]].isupper()
    return runs_on and not scene.starts_sentence(span) and len(scene.words(following)) > _LONGEST_TERM


def _holds_links(scene: Scene, number: int) -> bool:
    """Whether links have run into a paragraph, so that no subject in it is what it seems."""
    paragraph = scene.article.paragraphs[number]
    return holds_links(scene.body[paragraph.start : paragraph.end])


def is_below_links(scene: Scene, span: Marked, inner: Attribution) -> bool:
    """Whether a pronoun tells who spoke, and links have run into the paragraph that it points back to."""
    if inner.speaker is None or scene.tokens[inner.speaker[2]].word not in PRONOUNS or not span.first:
        return False
    return _holds_links(scene, span.first - 1)


def _runs_into(scene: Scene, one: Marked, other: Marked) -> bool:
    """Whether one quotation is still open where the next begins, in the middle of a sentence."""
    if one.closed or one.turn or one.last != other.first:
        return False
    return not any(mark in scene.body[one.start : other.start] for mark in ".?!")


def _holds_a_tag(scene: Scene, span: Marked) -> bool:
    """Whether the words hold an attribution between single marks (“It holds,' Roth said. She left.”), or end in one."""
    *earlier, _ = span.parts
    if any(_is_tag(scene, index) for start, end in span.parts for index in scene.syntax.span(start, end)):
        return True
    # "“It holds, the mayor told reporters." goes on in the next paragraph as if it were all quoted.
    return any(_is_tag(scene, index, ",") for start, end in earlier for index in scene.syntax.span(start, end))


def _opens_with_tag(scene: Scene, span: Marked) -> bool:
    """Whether the marks stand the wrong way round, about narration: “said Roth, who left.”"""
    words = [scene.tokens[i] for i in scene.words(span)]
    if len(words) <= 1:
        return False
    verb, name = words[:2]
    told = verb.lemma in SAYING and verb.tag in ("VBD", "VBZ") and verb.text.islower()
    return told and (name.pos == "PROPN" or verb.word == "said")


def _is_tag(scene: Scene, verb: int, *also: str) -> bool:
    token, subject = scene.tokens[verb], scene.syntax.child(verb, "nsubj")
    if token.lemma not in SAYING or token.tag not in ("VBD", "VBZ") or subject is None or subject > verb:
        return False
    first = scene.syntax.phrase(subject)[0]
    before = scene.body[: scene.tokens[first].start].rstrip()[-2:]
    ended = before in (",'", ",’", ".'", "?'", "!'") or before[-1:] in also
    return ended and scene.tokens[subject].pos in ("PROPN", "PRON")


def _is_handed_on(scene: Scene, cue: int, span: Marked) -> bool:
    """Whether a colon before the words ends what another does or holds: "X said Y had left a note: …"."""
    first = scene.syntax.first_at(span.start)
    if scene.tokens[first - 1].text != ":":
        return False
    clauses = (i for i in range(cue + 1, first) if scene.tokens[i].dep in _CLAUSES and not scene.quoted(i))
    return any(_holds_words(scene, i) for i in clauses)


def _holds_words(scene: Scene, clause: int) -> bool:
    """Whether a thing or somebody named in a clause leaves or holds words: "left a note", "that had one question"."""
    subject, thing = scene.syntax.child(clause, "nsubj"), scene.syntax.child(clause, "dobj")
    ways = (i for n in (clause, thing) if n is not None for i in scene.syntax.children[n])
    texts = (scene.syntax.child(i, "pobj") for i in ways if scene.tokens[i].word == "with")
    if any(i is not None and scene.tokens[i].lemma in UTTERANCES for i in texts):
        # "X said he took issue with a line of the paper: …"
        return True
    if subject is None or thing is None or scene.tokens[thing].lemma not in UTTERANCES:
        return False
    return scene.tokens[subject].tag == "WDT" or scene.tokens[subject].word not in PRONOUNS


def _is_anothers_message(scene: Scene, cue: int, span: Marked) -> bool:
    """Whether the words are what a message was, by somebody's account: "Their message, X said, was, “…”"."""
    verb = scene.syntax.first_at(span.start) - 1
    verb -= verb > 0 and scene.tokens[verb].text in (",", ":")
    subject = scene.syntax.child(verb, "nsubj") if scene.tokens[verb].lemma == "be" and verb > cue else None
    if subject is None or scene.tokens[subject].lemma not in UTTERANCES:
        return False
    owner = scene.syntax.child(subject, "poss")
    # "X said that the guard came in and that his question was “…”": whose, is open.
    told = (i for i in range(cue + 1, subject) if scene.tokens[i].dep == "nsubj" and scene.tokens[i].pos in _NAMED)
    return subject < cue or (owner is not None and any(not scene.quoted(i) for i in told))


def _is_held_against(scene: Scene, cue: int) -> bool:
    """Whether somebody is accused of what is no speech, in whoever's words, or is to make up for what he said.

    "accused Holt of endorsing “…”", "called on Holt to apologize for saying “…”".
    """
    token = scene.tokens[cue]
    if token.dep != "pcomp":
        return False
    deed = scene.tokens[scene.tokens[token.head].head]
    called_on = deed.dep == "xcomp" and scene.syntax.word(deed.head + 1) == "on"
    return called_on or (scene.tokens[token.head].lemma in OBJECT_ACTS - {"as"} and token.lemma not in _SPOKEN)


def _is_put_to_others(scene: Scene, cue: int, span: Marked) -> bool:
    """Whether somebody is asked what he thinks of the words: "asked if Holt believed that “it is late”"."""
    between = range(cue + 1, scene.syntax.first_at(span.start))
    thought = (i for i in between if scene.tokens[i].lemma in THINKING and scene.tokens[i].pos == "VERB")
    return scene.tokens[cue].lemma == "ask" and any(not scene.quoted(i) for i in thought)


def _is_of_a_heading(scene: Scene, cue: int) -> bool:
    """Whether the verb has a capital within the text, as in a box's heading: "What Elmet's Masons Say “It is …”"."""
    token, inside = scene.tokens[cue], cue > scene.syntax.sentence_range(cue).start and not scene.quoted(cue - 1)
    headed = inside and token.text.istitle() and token.tag in ("VB", "VBP", "VBZ", "VBD")
    return headed and next(p for p in scene.article.paragraphs if token.start < p.end).role == "text"


def _is_hearsay(scene: Scene, cue: int) -> bool:
    """Whether somebody "reportedly said" it, "was overheard saying" it, or there is a rumour that he did."""
    for index in scene.syntax.governors(cue):
        token = scene.tokens[index]
        if any(scene.tokens[i].word in _HEARSAY for i in scene.syntax.children[index] if not scene.quoted(i)):
            return True
        head = scene.tokens[token.head]
        if token.dep not in _RELATED or scene.quoted(token.head):
            return False
        if token.dep == "xcomp" and head.lemma in SAYING and scene.syntax.is_passive(token.head):
            # "Roth is said to have told her “…”"
            return True
        if token.dep in ("acl", "ccomp") and head.lemma in _HEARSAY_NOUNS and head.pos == "NOUN":
            return True
        if token.dep == "relcl":
            return False
        if head.lemma in _PERCEIVED_BY_CHANCE:
            return True
    return False


def _is_added(scene: Scene, cue: int, span: Marked) -> bool:
    """Whether the verb of saying is added to what somebody else is said to have said: either may have said the words.

    "X said Y was late and called it “…”", "X said Y was late, adding “…”".
    """
    token = scene.tokens[cue]
    telling = scene.tokens[token.head]
    asked = scene.syntax.child(token.head, "dobj")
    if telling.lemma in CUES and telling.dep == "relcl" and asked is not None and scene.tokens[asked].tag == "WP":
        # "Holt, who Roth says compared it to “…”".
        return True
    if token.dep not in ("conj", "advcl") or token.start >= span.start or scene.syntax.child(cue, "nsubj") is not None:
        return False
    said = scene.syntax.child(token.head, "ccomp") if telling.lemma in SAYING and token.lemma not in SAYING else None
    of = None if said is None else scene.syntax.child(said, "nsubj", "nsubjpass")
    if token.dep == "conj" and of is not None and scene.tokens[of].pos == "PROPN":
        # "Roth said that Holt was late, and called it “…”"
        return True
    for index in scene.syntax.governors(token.head):
        if scene.tokens[index].dep not in ("conj", "xcomp", "ccomp", "advcl"):
            return False
        head = scene.tokens[index].head
        if scene.tokens[index].dep == "ccomp" and scene.tokens[head].lemma in CUES and not scene.quoted(head):
            own, outer = scene.syntax.subject(index), scene.syntax.subject(head)
            return own is not None and own != outer and scene.tokens[own].word not in PRONOUNS
    return False


def _is_retold(scene: Scene, span: Marked) -> bool:
    """Whether the words tell of somebody as "he" or "she" from their beginning on, within a clause: a report's words.

    Who speaks of himself says "I": “X explained that “she had been late””.
    """
    words = scene.words(span)
    led = scene.syntax.word(scene.syntax.first_at(span.start) - 1) if scene.syntax.first_at(span.start) else ""
    if led in ("he", "she"):
        return any(scene.tokens[i].word in ("his", "her") and scene.tokens[i].tag == "PRP$" for i in words)
    return bool(words) and led == "that" and scene.tokens[words[0]].text in ("he", "she")


def _is_by_anothers_account(scene: Scene, span: Marked, inner: Attribution) -> bool:
    """Whether somebody else tells that it was said: "The board said Roth told them “…”", "In it, he said, Roth …"."""
    if inner.cue is None or inner.speaker is None or inner.cue < inner.speaker[2] or scene.starts_sentence(span):
        return False
    first, _, name = inner.speaker
    token, above = scene.tokens[inner.cue], scene.tokens[scene.tokens[inner.cue].head]
    if token.dep in ("acl", "relcl") and above.lemma in UTTERANCES and scene.syntax.word(token.head + 1) == "that":
        # "wrote in a letter that Roth …"
        return scene.tokens[scene.tokens[above.head].head].lemma in SAYING
    for below, over in pairwise(scene.syntax.governors(inner.cue)):
        if scene.tokens[below].dep not in _TOLD:
            break
        if over < first and scene.tokens[below].dep == "ccomp" and _tells_of(scene, over, name):
            parted = any(scene.tokens[i].pos == "PUNCT" for i in range(over, inner.cue))
            return not parted and scene.tokens[first - 1].pos != "CCONJ"
    led = range(scene.sentence_start(span), first)
    if scene.leads(inner.cue, span) or any(scene.quoted(i) for i in led):
        return False
    before = (i for i in scene.syntax.children[inner.cue] if i < first and scene.tokens[i].dep in _BESIDE)
    return any(_tells_of(scene, i, name) and _is_he(scene, i) for i in before)


def _is_he(scene: Scene, verb: int) -> bool:
    """Whether a person does it."""
    who = scene.tokens[scene.syntax.child(verb, "nsubj") or 0]
    return who.entity == "PERSON" or who.word in ("he", "she")


def _tells_of(scene: Scene, verb: int, name: int) -> bool:
    """Whether a verb of saying has a subject of the article's own words that is another than a person."""
    token, subject = scene.tokens[verb], scene.syntax.child(verb, "nsubj")
    if subject is None or scene.quoted(verb) or token.lemma not in SAYING - {"report"}:
        return False
    who = scene.tokens[name]
    # Many a bare surname is a body's name for the model.
    body = who.entity == "ORG" and (who.text.isupper() or scene.tokens[name - 1].head == name)
    return who.pos != "PRON" and not body and scene.tokens[subject].text != who.text


def _is_of_whom_he_relays(scene: Scene, span: Marked, inner: Attribution) -> bool:
    """Whether who relays may speak of whom he relays: "X said the board told him “they have no more”"."""
    token = scene.tokens[inner.cue or 0]
    relayed = bool(inner.chain) or (token.dep == "ccomp" and scene.tokens[token.head].lemma in SAYING)
    words = scene.words(span)
    return relayed and bool(words) and scene.tokens[words[0]].text in ("he", "she", "they")


def _is_of_a_claim(scene: Scene, cue: int, span: Marked) -> bool:
    """Whether the words are what a claim says that the sentence only mentions: "posted a note on a claim that “…”"."""
    claim = scene.syntax.first_at(span.start) - 2
    token, above = scene.tokens[claim], scene.tokens[scene.tokens[scene.tokens[claim].head].head]
    mentioned = claim > cue and token.dep == "pobj" and above.dep == "dobj" and above.head == cue
    return mentioned and token.lemma in UTTERANCES and scene.tokens[claim + 1].word == "that"


def _is_also_claimed(scene: Scene, span: Marked, inner: Attribution) -> bool:
    """Whether another is said to claim the same after it: "…, as X claimed"."""
    if scene.starts_sentence(span):
        return False
    for index in scene.clause_after(span):
        token = scene.tokens[index]
        if (
            token.lemma in CUES
            and token.dep == "advcl"
            and any(
                scene.tokens[i].word == "as" and scene.tokens[i].dep in ("mark", "advmod")
                for i in scene.syntax.children[index]
            )
        ):
            return index != inner.cue and scene.syntax.child(index, "nsubj") is not None
    return False
