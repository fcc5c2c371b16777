"""Whose words stand between quotation marks: the cue, the words that name the speaker, and who relays it."""

from collections.abc import Iterator

from generator.model.record import Record
from generator.quotations.marks import Marked
from generator.quotations.scene import Scene
from generator.quotations.sources import Words, according_to, naming_words, relayers_beside
from generator.quotations.verbs import CALLING, QUOTED_SUBJECT, SAYING, THINKING, UTTERANCES

CUES = SAYING | THINKING | CALLING
_BLOCKED = frozenset({"nsubj", "nsubjpass", "csubj", "poss", "agent"})
_COMPLEMENTS = frozenset({"acl", "ccomp", "prep", "pcomp"})
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
    return token.lemma in CUES and token.tag.startswith("VB") and token.dep not in ("relcl", "amod", "compound", "aux")


def _any_verb(scene: Scene, clause: range) -> int | None:
    return next(
        (i for i in clause if scene.tokens[i].pos == "VERB" and scene.tokens[i].tag in ("VBD", "VBZ", "VBP")),
        None,
    )


def _is_tag(scene: Scene, span: Marked, cue: int, clause: range) -> bool:
    """Whether the clause is an attribution set off by a comma, after words that are part of its sentence."""
    if scene.tokens[cue].dep in ("advcl", "acl", "xcomp", "pcomp") or not _ends_with_comma(scene, span):
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
    climbed = list(_cues_above(scene, span))
    if climbed:
        cue, speaker = climbed[0]
        outer = [words for _, words in reversed(climbed[1:])]
        beside = [w for c, who in reversed(climbed) for w in relayers_beside(scene, c, who)]
        chain = _distinct((*outer, *beside), speaker)
        return Attribution(cue=cue, speaker=speaker, chain=chain, adjacent=_is_adjacent(scene, span, cue))
    return _before(scene, span)


def _cues_above(scene: Scene, span: Marked) -> Iterator[tuple[int, Words]]:
    """The cues that govern the quoted words, innermost first, each with its subject."""
    index = _root_of(scene, span)
    seen: set[int] = set()
    previous: Words | None = None
    came_by = ""
    while index is not None and index not in seen:
        seen.add(index)
        token = scene.tokens[index]
        head = token.head
        if not scene.quoted(index) and token.lemma in CUES and token.pos in _VERBAL:
            speaker = speaker_of(scene, index)
            if speaker is not None and speaker != previous:
                yield index, speaker
                previous = speaker
        elif not scene.quoted(index) and token.lemma in UTTERANCES and came_by in _COMPLEMENTS:
            speaker = naming_words(scene, index)
            if speaker is not None and speaker[2] != index:
                yield index, speaker
                previous = speaker
        if token.dep in _BLOCKED:
            return
        came_by = token.dep
        index = None if head == index else head


def _root_of(scene: Scene, span: Marked) -> int | None:
    """The quoted word that the words outside govern."""
    words = scene.words(span)
    inside = set(scene.syntax.span(span.start, span.end))
    return next((i for i in words if scene.tokens[i].head not in inside), words[0] if words else None)


def _is_adjacent(scene: Scene, span: Marked, cue: int) -> bool:
    between = range(cue + 1, scene.syntax.first_at(span.start))
    return all(scene.tokens[i].pos in ("PUNCT", "SPACE", "SCONJ", "PRON") or i in between[:0] for i in between)


def _before(scene: Scene, span: Marked) -> Attribution | None:
    """The nearest cue before the quotation in its sentence."""
    first = scene.syntax.first_at(span.start)
    lead = range(scene.sentence_start(span), first)
    if not lead:
        return None
    for index in reversed(lead):
        token = scene.tokens[index]
        if token.lemma in CUES and token.pos in _VERBAL and not scene.quoted(index):
            speaker = speaker_of(scene, index)
            if speaker is not None and _introduces(scene, span, index):
                chain = relayers_beside(scene, index, speaker)
                return Attribution(cue=index, speaker=speaker, chain=chain, adjacent=_is_adjacent(scene, span, index))
    return _before_colon(scene, lead)


def _introduces(scene: Scene, span: Marked, cue: int) -> bool:
    """A colon, a comma or "that" leads to the quotation, or the cue is near."""
    first = scene.syntax.first_at(span.start)
    lead = scene.tokens[first - 1].text.lower()
    return lead in (":", ",", "that", "—", "–", "―") or first - cue <= 4


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
    if subject is None or scene.quoted(subject) or not _is_nominal(scene, subject):
        return None
    return naming_words(scene, subject)


def _according(scene: Scene, span: Marked) -> tuple[Words, ...]:
    found = according_to(scene, scene.sentence_start(span), scene.sentence_end(span))
    return () if found is None else (found,)


def _by_according(scene: Scene, span: Marked) -> Attribution | None:
    found = _according(scene, span)
    return Attribution(speaker=found[0]) if found else None
