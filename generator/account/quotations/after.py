"""Attributions after the quotation: "…," X said; "…," said X."""

from generator.account.quotations.cues import BESIDE, CUES, Attribution, distinct, is_nominal, is_verb, speaker_of
from generator.account.quotations.scene import Scene
from generator.account.quotations.sources import Words, naming_words, relayers_beside
from generator.account.span import Marked
from generator.language.lexicon import word_class
from generator.language.verbs import SAYING, THINKING

# A noun that belongs to another does nothing: "X, a fellow at Y, wrote".
_BELONGING = frozenset({"pobj", "poss"})
_DOUBTED = word_class("hearsay_nouns")
_NO_MAIN_VERB = frozenset({"relcl", "amod", "compound", "aux"})
_BEFORE_NOUN = frozenset({"compound", "amod", "nmod", "poss", "det"})


def attribution_after(scene: Scene, span: Marked) -> Attribution | None:
    """What the rest of the sentence says of who spoke, if it goes on after the closing mark."""
    starts = scene.starts_sentence(span)
    clause = scene.clause_after(span)
    if not clause or scene.ends_sentence(clause.start - 1):
        return None
    if _goes_on(scene, clause):
        return None
    cues = [i for i in clause if _is_main_cue(scene, i)]
    if not cues and starts and _ends_with_comma(scene, span):
        cues = _first_verb(scene, clause)
    if not starts:
        cues = [i for i in cues[:1] if _is_tag(scene, span, i, clause)]
    if starts and scene.body[: span.parts[-1][1]].endswith(("?", ".", "!")):
        # "“… late?” Roth said it was not": another asks.
        cues = [i for i in cues if not _says_more(scene, i)]
    told = ((i, words) for i in cues if (words := _speaker_beside(scene, i, clause)) is not None)
    cue, speaker = next(told, (None, None))
    if cue is None or speaker is None:
        return _after_colon(scene, clause) if starts else None
    chain = relayers_beside(scene, cue, speaker)
    inner = _told(scene, cue, clause)
    if inner is not None:
        if (told_by := speaker_of(scene, inner)) is None or scene.tokens[cue].lemma in _DOUBTED:
            # "“…,” Roth recalled him saying", "“…,” she claimed Roth said"
            return Attribution(doubtful=True, way="doubtful")
        cue, speaker, chain = inner, told_by, (speaker, *chain)
    return Attribution(cue=cue, speaker=speaker, chain=distinct(chain, speaker), adjacent=True)


def _says_more(scene: Scene, cue: int) -> bool:
    """Whether a verb of saying has what is said behind it, and it is told by the article."""
    content = scene.syntax.child(cue, "ccomp")
    own = content is not None and content > cue and scene.tokens[content].tag in ("VBD", "VBZ", "VBP")
    return own and scene.tokens[content or 0].lemma not in CUES and not scene.quoted(content or 0)


def _after_colon(scene: Scene, clause: range) -> Attribution | None:
    """A headline's "…": union leaders on the strike."""
    verbs = any(scene.tokens[i].pos in ("VERB", "AUX") for i in clause)
    first = _first_word(scene, clause)
    if scene.tokens[clause.start].text != ":" or verbs or first is None or first != clause.start + 1:
        return None
    head = _climb_compound(scene, first, clause)
    return Attribution(speaker=naming_words(scene, head), adjacent=True) if is_nominal(scene, head) else None


def _told(scene: Scene, cue: int, clause: range) -> int | None:
    """The inner cue of "…," aides said X told them, or Y quoted X as saying: a verb of saying without own words."""
    inner = next((i for i in clause if i > cue and _is_told(scene, i, cue)), None)
    # "“…,” clerks said Roth texted.": what stands before a verb that ends the sentence is its object.
    last = inner is not None and scene.ends_sentence(min(inner + 1, clause.stop - 1))
    if inner is None or not (last or scene.tokens[inner].lemma in SAYING):
        return None
    subject = scene.syntax.subject(inner)
    bare = scene.syntax.child(inner, "ccomp", "xcomp") is None
    return inner if bare and subject is not None and subject > cue else None


def _is_told(scene: Scene, index: int, cue: int) -> bool:
    token = scene.tokens[index]
    if token.dep == "pcomp" and scene.tokens[token.head].lemma == "as":
        return scene.tokens[token.head].head == cue
    return token.dep == "ccomp" and token.head == cue


def _goes_on(scene: Scene, clause: range) -> bool:
    """Whether the article's own sentence goes on with a clause of its own: "“…,” and when X said so, …"."""
    words = [scene.tokens[i] for i in clause if scene.tokens[i].pos not in ("PUNCT", "SPACE")][:2]
    return len(words) > 1 and words[0].pos == "CCONJ" and (words[1].pos == "SCONJ" or words[1].tag == "WRB")


def _ends_with_comma(scene: Scene, span: Marked) -> bool:
    inner = scene.body[span.start : span.parts[-1][1]].rstrip()
    return inner[-1:] in ",?!—" or scene.body[span.end : span.end + 1] == ","


def _is_main_cue(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    return token.lemma in BESIDE and is_verb(scene, index) and token.dep not in _NO_MAIN_VERB


def _first_verb(scene: Scene, clause: range) -> list[int]:
    """After a comma in the quoted words any verb introduces a speaker ("…," she beamed)."""
    return [i for i in clause if scene.tokens[i].pos == "VERB" and scene.tokens[i].tag in ("VBD", "VBZ", "VBP")][:1]


def _is_tag(scene: Scene, span: Marked, cue: int, clause: range) -> bool:
    """Whether the clause is an attribution set off by a comma, after words that are part of its sentence."""
    if scene.tokens[cue].dep in ("advcl", "acl", "xcomp", "pcomp") or not _ends_with_comma(scene, span):
        return False
    first = _first_word(scene, clause)
    if first is None or scene.tokens[first].pos in ("SCONJ", "ADP", "CCONJ"):
        return False
    content = scene.syntax.child(cue, "ccomp")
    if (content is not None and content > cue) or scene.tokens[cue].lemma in THINKING:
        return False
    return _subject_in(scene, cue, clause)


def _subject_in(scene: Scene, cue: int, clause: range) -> bool:
    subject = scene.syntax.subject(cue)
    if subject is not None and subject in clause:
        return True
    return cue == _first_word(scene, clause) and scene.tokens[cue].lemma in CUES


def _first_word(scene: Scene, clause: range) -> int | None:
    return next((i for i in clause if scene.tokens[i].pos not in ("PUNCT", "SPACE")), None)


def _speaker_beside(scene: Scene, cue: int, clause: range) -> Words | None:
    """The cue's subject if it stands in the clause, else the noun right before or right after the cue."""
    subject, own = speaker_of(scene, cue), scene.syntax.subject(cue)
    if subject is not None and (subject[0] >= clause.start or own in clause):
        return subject
    if subject is None and own in clause:
        # Its own subject is known not to say it.
        return None
    if scene.syntax.child(cue, "nsubjpass", "auxpass") is not None or scene.tokens[cue].tag == "VBG":
        return None
    before = [i for i in range(clause.start, cue) if is_nominal(scene, i) and scene.tokens[i].dep not in _BELONGING]
    if before:
        return naming_words(scene, _top(scene, before))
    if scene.tokens[cue].dep == "amod":
        words = naming_words(scene, _climb_compound(scene, cue + 1, clause)) if cue + 1 in clause else None
        return None if words is None or not is_nominal(scene, words[2]) else (cue + 1, words[1], words[2])
    after = next((i for i in range(cue + 1, clause.stop) if is_nominal(scene, i) or scene.tokens[i].pos == "ADP"), None)
    if after is None or not is_nominal(scene, after):
        return None
    head = scene.tokens[_climb_compound(scene, after, clause)]
    if head.dep in ("nsubj", "nsubjpass") and head.head > after and head.head != cue:
        # "saying X was": whom the words are about.
        return None
    return naming_words(scene, _climb_compound(scene, after, clause))


def _top(scene: Scene, choices: list[int]) -> int:
    """Of several nouns the one that governs the others, or the last."""
    inside = set(choices)
    tops = [i for i in choices if scene.tokens[i].head not in inside]
    return tops[0] if tops else choices[-1]


def _climb_compound(scene: Scene, index: int, clause: range) -> int:
    return scene.syntax.climb(index, lambda i: scene.tokens[i].dep in _BEFORE_NOUN and scene.tokens[i].head in clause)
