"""Whose words stand between quotation marks: the cue, the words that name the speaker, and who relays it."""

from collections.abc import Iterator

from generator.model.record import Record
from generator.quotations.marks import Marked
from generator.quotations.scene import Scene
from generator.quotations.sources import Words, according_to, naming_words, relayers_beside
from generator.quotations.verbs import (
    CALLING,
    CHARACTERIZATIONS,
    FRAMING,
    NAMING,
    PRONOUNS,
    QUOTED_SUBJECT,
    SAYING,
    THINKING,
    UTTERANCES,
)

# Cues that may stand above quoted words in the sentence, and those that may stand right beside them.
CUES = SAYING | THINKING | CALLING
BESIDE = CUES | FRAMING
_BLOCKED = frozenset({"nsubj", "nsubjpass", "csubj", "poss", "agent"})
_CLAUSAL = frozenset({"acl", "ccomp"})
_NO_MAIN_VERB = frozenset({"relcl", "amod", "compound", "aux"})
_VERBAL = frozenset({"VERB", "AUX"})


class Attribution(Record, frozen=True):
    """The cue's token (None without one), the speaker's words, and the words of those who relay, outermost first.

    `adjacent` says that the cue stands right beside the quotation, and not somewhere above it in the sentence.
    """

    cue: int | None = None
    speaker: Words | None = None
    chain: tuple[Words, ...] = ()
    adjacent: bool = False


def attribute(scene: Scene, span: Marked) -> Attribution:
    """The attribution that the span's own sentence gives; empty when it gives none."""
    starts = starts_sentence(scene, span)
    after = _after(scene, span, starts=starts)
    if starts and after is not None:
        return after
    within = _within(scene, span)
    if within is None:
        return after or _by_according(scene, span) or Attribution()
    outer = (after.speaker,) if after is not None and after.speaker else ()
    chain = _distinct((*outer, *_according(scene, span), *within.chain), within.speaker)
    return Attribution(cue=within.cue, speaker=within.speaker, chain=chain, adjacent=within.adjacent)


def starts_sentence(scene: Scene, span: Marked) -> bool:
    """Whether nothing of the sentence stands before the span."""
    return scene.sentence_start(span) == scene.syntax.first_at(span.start)


def _distinct(words: tuple[Words, ...], speaker: Words | None) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(w for w in words if w != speaker))


def _names_somebody(scene: Scene, words: Words) -> bool:
    return scene.tokens[words[2]].text.lower() not in PRONOUNS


# --- after the quotation: "…," X said; "…," said X -------------------------------------------------------------


def _after(scene: Scene, span: Marked, *, starts: bool) -> Attribution | None:
    clause = scene.clause_after(span)
    if not clause or not _runs_on(scene, span, clause):
        return None
    cue = next((i for i in clause if _is_main_cue(scene, i)), None)
    if cue is None:
        cue = _any_verb(scene, clause) if starts and _ends_with_comma(scene, span) else None
    if cue is None or (not starts and not _is_tag(scene, span, cue, clause)):
        return None
    speaker = _speaker_beside(scene, cue, clause)
    if speaker is None:
        return None
    chain = _distinct((*_according(scene, span), *relayers_beside(scene, cue, speaker)), speaker)
    return Attribution(cue=cue, speaker=speaker, chain=chain, adjacent=True)


def _runs_on(scene: Scene, span: Marked, clause: range) -> bool:
    """Whether the sentence goes on after the closing mark."""
    return not scene.ends_sentence(clause.start - 1)


def _ends_with_comma(scene: Scene, span: Marked) -> bool:
    inner = scene.body[span.start : span.parts[-1][1]].rstrip()
    return inner[-1:] in ",?!—" or scene.body[span.end : span.end + 1] == ","


def _is_main_cue(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    return token.lemma in BESIDE and _is_verb(scene, index) and token.dep not in _NO_MAIN_VERB


def _is_verb(scene: Scene, index: int) -> bool:
    """A verb, or what the language model takes for a plural although it has a subject ("the mayor demands")."""
    token = scene.tokens[index]
    return token.pos in _VERBAL or (token.tag == "NNS" and scene.syntax.child(index, "nsubj") is not None)


def _any_verb(scene: Scene, clause: range) -> int | None:
    return next(
        (i for i in clause if scene.tokens[i].pos == "VERB" and scene.tokens[i].tag in ("VBD", "VBZ", "VBP")),
        None,
    )


def _is_tag(scene: Scene, span: Marked, cue: int, clause: range) -> bool:
    """Whether the clause is an attribution set off by a comma, after words that are part of its sentence."""
    if scene.tokens[cue].dep in ("advcl", "acl", "xcomp", "pcomp") or not _ends_with_comma(scene, span):
        return False
    content = scene.syntax.child(cue, "ccomp")
    if content is not None and content > cue:
        return False
    return _subject_in(scene, cue, clause)


def _subject_in(scene: Scene, cue: int, clause: range) -> bool:
    subject = scene.syntax.subject(cue)
    return (subject is not None and subject in clause) or cue == _first_word(scene, clause)


def _first_word(scene: Scene, clause: range) -> int | None:
    return next((i for i in clause if scene.tokens[i].pos not in ("PUNCT", "SPACE")), None)


def _speaker_beside(scene: Scene, cue: int, clause: range) -> Words | None:
    """The cue's subject if it stands in the clause, else the noun right before or right after the cue."""
    subject = speaker_of(scene, cue)
    if subject is not None and subject[0] >= clause.start:
        return subject
    if scene.syntax.child(cue, "nsubjpass", "auxpass") is not None:
        return None
    before = [i for i in range(clause.start, cue) if _is_nominal(scene, i)]
    if before:
        return naming_words(scene, _top(scene, before))
    after = next((i for i in range(cue + 1, clause.stop) if _is_nominal(scene, i)), None)
    return None if after is None else naming_words(scene, _climb_compound(scene, after, clause))


def _is_nominal(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    return token.pos in ("PROPN", "NOUN", "PRON") and not scene.quoted(index)


def _top(scene: Scene, choices: list[int]) -> int:
    """Of several nouns the one that governs the others, or the last."""
    inside = set(choices)
    tops = [i for i in choices if scene.tokens[i].head not in inside]
    return tops[0] if tops else choices[-1]


def _climb_compound(scene: Scene, index: int, clause: range) -> int:
    while scene.tokens[index].dep in ("compound", "amod", "nmod", "poss", "det") and scene.tokens[index].head in clause:
        index = scene.tokens[index].head
    return index


# --- around and before the quotation: X said "…"; X pledged help until "…" ---------------------------------------


def _within(scene: Scene, span: Marked) -> Attribution | None:
    led = _before(scene, span) if _is_led_in(scene, span) else None
    if led is not None:
        return led
    climbed = _without_thoughts(scene, list(_cues_above(scene, span)))
    if not climbed:
        return _before(scene, span)
    cue, speaker = climbed[0]
    outer = [words for _, words in reversed(climbed[1:]) if _names_somebody(scene, words)]
    beside = [w for c, who in reversed(climbed) for w in relayers_beside(scene, c, who)]
    chain = _distinct((*outer, *beside), speaker)
    return Attribution(cue=cue, speaker=speaker, chain=chain, adjacent=_is_adjacent(scene, span, cue))


def _is_led_in(scene: Scene, span: Marked) -> bool:
    """Whether the span is a sentence of its own that a comma or colon leads to."""
    first = scene.syntax.first_at(span.start)
    words = scene.words(span)
    led = first > 0 and scene.tokens[first - 1].text in (",", ":")
    return led and bool(words) and scene.tokens[words[0]].text[0].isupper()


def _without_thoughts(scene: Scene, cues: list[tuple[int, Words]]) -> list[tuple[int, Words]]:
    """ "X said he thinks …": the thought is known from X, who is the speaker."""
    while len(cues) > 1:
        cue, speaker = cues[0]
        if scene.tokens[cue].lemma not in THINKING or _names_somebody(scene, speaker):
            break
        cues = cues[1:]
    return cues


def _cues_above(scene: Scene, span: Marked) -> Iterator[tuple[int, Words]]:
    """The cues that govern the quoted words, innermost first, each with its subject."""
    index = _root_of(scene, span)
    seen: set[int] = set()
    previous: Words | None = None
    path: list[int] = []
    while index is not None and index not in seen:
        seen.add(index)
        speaker = None if scene.quoted(index) else _subject_of_cue(scene, index, path)
        if speaker is not None and speaker != previous and (previous is None or _is_reported(scene, path)):
            yield index, speaker
            previous = speaker
        token = scene.tokens[index]
        if token.dep in _BLOCKED or _is_circumstance(scene, index) or (previous is None and _is_naming(scene, index)):
            return
        path.append(index)
        index = None if token.head == index else token.head


def _subject_of_cue(scene: Scene, index: int, path: list[int]) -> Words | None:
    """The subject, if the token is a verb of speech; the owner, if it is a noun of speech with this content."""
    token = scene.tokens[index]
    if token.lemma in CUES and _is_verb(scene, index):
        return speaker_of(scene, index)
    if token.lemma in UTTERANCES and token.pos == "NOUN" and path and _is_content(scene, path[-1], index):
        words = naming_words(scene, index)
        return words if words[2] != index else None
    return None


def _is_content(scene: Scene, child: int, noun: int) -> bool:
    """Whether what hangs on a noun of speech is what was said: "claim that …", "claims of …", "description as …"."""
    token = scene.tokens[child]
    if token.dep == "prep":
        return token.lemma in ("of", "about") or (token.lemma == "as" and scene.tokens[noun].lemma in CHARACTERIZATIONS)
    return token.dep in _CLAUSAL


def _is_reported(scene: Scene, path: list[int]) -> bool:
    """Whether the last step led from a clause to the verb that reports it, and not to one beside it."""
    return bool(path) and scene.tokens[path[-1]].dep in ("ccomp", "pobj", "pcomp", "prep", "acl", "relcl")


def _is_circumstance(scene: Scene, index: int) -> bool:
    """A clause that tells when or why something was said, and is no part of it: "when asked about …, X said"."""
    token = scene.tokens[index]
    if token.dep != "advcl" or scene.tokens[token.head].lemma not in CUES:
        return False
    return index < token.head or scene.syntax.child(index, "mark", "advmod") is not None


def _is_naming(scene: Scene, index: int) -> bool:
    """ "A plan called …": a name that nobody in the sentence is said to give."""
    token = scene.tokens[index]
    return token.lemma in NAMING and token.tag == "VBN" and scene.syntax.is_passive(index)


def _root_of(scene: Scene, span: Marked) -> int | None:
    """The quoted word that the words outside govern."""
    words = scene.words(span)
    inside = set(scene.syntax.span(span.start, span.end))
    return next((i for i in words if scene.tokens[i].head not in inside), words[0] if words else None)


def _is_adjacent(scene: Scene, span: Marked, cue: int) -> bool:
    between = range(cue + 1, scene.syntax.first_at(span.start))
    if between and scene.tokens[between[-1]].text == ":":
        return True
    return all(scene.tokens[i].pos in ("PUNCT", "SPACE", "SCONJ", "PRON") for i in between)


def _before(scene: Scene, span: Marked) -> Attribution | None:
    """The nearest cue before the quotation in its sentence."""
    first = scene.syntax.first_at(span.start)
    lead = range(scene.sentence_start(span), first)
    if not lead:
        return None
    for index in reversed(lead):
        token = scene.tokens[index]
        if token.lemma in CUES and _is_verb(scene, index) and not scene.quoted(index):
            speaker = speaker_of(scene, index)
            if speaker is not None and _introduces(scene, span, index):
                chain = relayers_beside(scene, index, speaker)
                return Attribution(cue=index, speaker=speaker, chain=chain, adjacent=_is_adjacent(scene, span, index))
    return _before_colon(scene, lead) or _in_passing(scene, span) or _in_headline(scene, lead)


def _introduces(scene: Scene, span: Marked, cue: int) -> bool:
    """A colon, a comma or "that" leads to the quotation, or the cue is near."""
    first = scene.syntax.first_at(span.start)
    lead = scene.tokens[first - 1].text.lower()
    return lead in (":", ",", "that", "—", "–", "―") or first - cue <= 4


def _in_headline(scene: Scene, lead: range) -> Attribution | None:
    """ "Council hails ‘new dawn’": the verb right before the marks, which the model takes for a noun in a headline."""
    token = scene.tokens[lead[-1]]
    if token.tag != "NNS" or token.lemma not in CUES or lead[-1] == lead[0]:
        return None
    subject = lead[-1] - 1
    if not _is_nominal(scene, subject):
        return None
    return Attribution(cue=lead[-1], speaker=naming_words(scene, subject), adjacent=True)


def _in_passing(scene: Scene, span: Marked) -> Attribution | None:
    """ "The roof, X said, was …": a cue between commas anywhere in the sentence."""
    for index in range(scene.sentence_start(span), scene.sentence_end(span)):
        token = scene.tokens[index]
        if token.lemma in SAYING and token.dep == "parataxis" and not scene.quoted(index):
            speaker = speaker_of(scene, index)
            if speaker is not None and scene.syntax.child(index, "ccomp") is None:
                return Attribution(cue=index, speaker=speaker)
    return None


def _before_colon(scene: Scene, lead: range) -> Attribution | None:
    """ "Z had this to add: …" and "Z: …": the subject of what leads to the colon, or its only noun."""
    if scene.tokens[lead[-1]].text != ":":
        return None
    for index in lead:
        if scene.tokens[index].dep in ("nsubj", "ROOT") and _is_nominal(scene, index):
            return Attribution(speaker=naming_words(scene, index), adjacent=True)
    return None


# --- shared ------------------------------------------------------------------------------------------------------


def speaker_of(scene: Scene, cue: int) -> Words | None:
    """The words that name who does the saying, if they are the article's own."""
    subject = scene.syntax.subject(cue)
    if subject is None and scene.tokens[cue].lemma in QUOTED_SUBJECT:
        subject = scene.syntax.child(cue, "nsubjpass")
    if subject is None or scene.quoted(subject) or scene.tokens[subject].pos in ("PUNCT", "VERB", "AUX", "SPACE"):
        return None
    return naming_words(scene, subject)


def _according(scene: Scene, span: Marked) -> tuple[Words, ...]:
    found = according_to(scene, scene.sentence_start(span), scene.sentence_end(span))
    return () if found is None else (found,)


def _by_according(scene: Scene, span: Marked) -> Attribution | None:
    found = _according(scene, span)
    return Attribution(speaker=found[0]) if found else None
