"""Whether words within a clause are what a verb of saying reports: "X said it was “late”", "X called it “late”".

A sentence of its own, or words that a comma, a colon or "that" leads to, are somebody's utterance as a whole. Few words
within a sentence may as well be the writer's, another's, or a name; they are the subject's only where the way up the
arcs from them ends at the verb itself, and passes through nothing but the clause that it reports.
"""

from generator.account.quotations.cues import Attribution
from generator.account.quotations.scene import Scene
from generator.account.span import Marked
from generator.language.lexicon import word_class
from generator.language.verbs import CALLING, PRONOUNS, PUBLISHING, SAYING, UTTERANCES

_LEADING = frozenset({"—", "–", "―", "--", ",", ":", "that"})
# Words that modify another, as the writer's own marks do: "the “fair” offer".
_MODIFYING = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
# Ways that lead out of what is reported, or to a thing that is only spoken of.
_APART = frozenset({"acl", "pcomp", "nsubj", "nsubjpass", "csubj", "poss", "appos", "compound", "parataxis"})
_ASIDE = frozenset({"acl", "advcl", "relcl"})
_CALLED = frozenset({"oprd", "dobj", "ccomp", "attr"})
# Ways up from words to the verb whose object they are.
_OBJECTS = frozenset({"dobj", "pobj", "prep", "conj"})
_PREDICATES = frozenset({"attr", "oprd"})
_COMPLEMENTS = _PREDICATES | {"acomp"}
_SUPPOSING = SAYING | {"suspect"}
_ADDRESSING = word_class("addressing")
_DEFINITE = word_class("definite")
_AUTHORS = frozenset({"by", "from", "of"})
# "scolded him in an “angry tone”": how, by the writer.
_MANNERS = frozenset({"in", "with"})
_CONTRASTING = frozenset({"while", "whereas"})
_BEFORE_NOUN = frozenset({"DET", "PRON", "ADJ"})
_NEVER = word_class("never")
_SHORT = 3
# Headings have single marks, where the text has double ones.
_SINGLE = "'‘"
_LONGEST_SUBHEAD = 8
_FEW = 5
# So many words may be the part of a clause that its beginning denies.
_CLAUSE = 14


def is_governed(scene: Scene, span: Marked, inner: Attribution) -> bool:
    """Whether the quoted words are what the attribution's verb says, or a whole utterance that needs no such proof."""
    first, cue = scene.syntax.first_at(span.start), inner.cue
    longest = _LONGEST_SUBHEAD if scene.body[span.start] in _SINGLE else _SHORT
    if len(scene.words(span)) <= longest and _is_subhead(scene, span):
        return False
    if _is_one_word(scene, span, cue):
        return False
    if scene.starts_sentence(span) or (first and scene.tokens[first - 1].word in _LEADING):
        return not _tells_which(scene, span)
    if cue is None or scene.tokens[cue].pos not in ("VERB", "AUX"):
        return cue is None and inner.adjacent
    return _is_governed_by(scene, span, inner, cue)


def _is_one_word(scene: Scene, span: Marked, cue: int | None) -> bool:
    """Whether a word is cut from a sentence: no answer (“No,” he said), no name for it, nor what he says it is."""
    if len(scene.body[span.start : span.end].split()) > 1 or scene.starts_sentence(span) or scene.is_led_in(span):
        return False
    if cue is None or scene.tokens[cue].start > span.start:
        return True
    root = scene.root_of(span)
    if root is not None and _is_said_to_be(scene, root, cue):
        return False
    if scene.tokens[cue].lemma not in CALLING - SAYING:
        return root is None or (scene.tokens[root].dep, scene.tokens[root].pos) != ("pobj", "NOUN")
    between = range(cue, scene.syntax.first_at(span.start))
    return any(scene.tokens[i].word.endswith(("self", "selves")) for i in between)


def _tells_which(scene: Scene, span: Marked) -> bool:
    """Whether few words with a verb tell which noun is meant: "argued that “stop and wait” lights are late"."""
    words, after = scene.words(span), scene.syntax.first_at(span.end)
    few = len(words) <= _SHORT and not scene.starts_sentence(span) and after in scene.clause_after(span)
    bare = scene.body[span.parts[-1][1] - 1].isalnum() and few and scene.tokens[after].pos in ("NOUN", "PROPN")
    return bare and scene.tokens[words[0]].tag in ("VB", "VBG", "VBN")


def _is_said_to_be(scene: Scene, root: int, cue: int) -> bool:
    """Whether a word is the predicate of the clause that a verb of saying governs: "said the pier was “unsafe”"."""
    token = scene.tokens[root]
    verb = token.head if token.dep in _COMPLEMENTS else root
    return scene.tokens[cue].lemma in SAYING and (scene.tokens[verb].dep, scene.tokens[verb].head) == ("ccomp", cue)


def _is_governed_by(scene: Scene, span: Marked, inner: Attribution, cue: int) -> bool:
    """Whether the arcs lead from words within a sentence to the verb of what is said."""
    first = scene.syntax.first_at(span.start)
    way, arrives = _way_up(scene, span, cue)
    steps = [scene.tokens[i].dep for i in way]
    thing = arrives and (
        _is_thing(scene, cue, steps) if len(scene.words(span)) <= _FEW else _is_told_of_a_thing(scene, way, steps)
    )
    if not steps or thing or _is_epithet(scene, span, way) or _is_denied(scene, span, way):
        return False
    others = _is_told_of_others(scene, way) or _is_told_by_a_clause(scene, span, inner)
    if others or _is_scrap(scene, span, inner, way) or _is_beside_speech(scene, span, cue, steps):
        return False
    if cue > first:
        if len(scene.words(span)) < _SHORT and _OBJECTS & {"prep", "pobj"} & set(steps):
            # "a truce in the form of a “pledge,” Roth says": a term of his subject's.
            return False
        told = cue in scene.clause_after(span) and _ends_with_comma(scene, span)
        return told and (steps[-1] == "ccomp" if arrives else inner.adjacent)
    if scene.tokens[cue].lemma not in SAYING and scene.tokens[cue].dep != "parataxis":
        return arrives and _is_called(scene, cue, first, way)
    if scene.leads(cue, span):
        return len(steps) == 1 or steps[-1] == "ccomp"
    if _is_anothers(scene, cue, first):
        return False
    if len(steps) == 1 and len(scene.words(span)) > _FEW:
        # "posted a film “showing off his boat for all the town to see”": of what, in the writer's marks.
        shown = scene.tokens[cue].lemma in PUBLISHING and steps == ["advcl"] and way[0] == scene.words(span)[0]
        return not (shown and scene.tokens[way[0]].tag == "VBG")
    return _is_reported(scene, way) if arrives else not _APART & set(steps)


def _is_scrap(scene: Scene, span: Marked, inner: Attribution, way: list[int]) -> bool:
    """Whether one or two words may be a term: with a capital, or a thing told of, by the way or by a nameless one.

    "said it ends if Holt crosses a “line”", "some clerks said they saw a “thin line”".
    """
    if len(scene.body[span.start : span.end].split()) >= _SHORT:
        return False
    steps = {scene.tokens[i].dep for i in way}
    who = [] if inner.speaker is None else [scene.tokens[i] for i in range(*inner.speaker[:2])]
    nameless = bool(who) and who[-1].tag in ("NN", "NNS") and all(token.entity != "PERSON" for token in who)
    aside = not _ASIDE.isdisjoint(steps) or (nameless and "ccomp" in steps)
    thing = scene.tokens[way[0]].pos in ("NOUN", "PROPN") and scene.tokens[way[0]].dep in ("dobj", "pobj")
    return (thing and aside) or (
        scene.body[span.parts[0][0]].isupper() and not _is_uttered(scene, span, inner.cue or 0)
    )


def _is_uttered(scene: Scene, span: Marked, cue: int) -> bool:
    """Whether something is called so, or the verb right before the words says nothing else: "shouted “Land ho”"."""
    token = scene.tokens[cue]
    return token.lemma in CALLING or (cue == scene.syntax.first_at(span.start) - 1 and token.tag != "VBG")


def _is_told_of_others(scene: Scene, way: list[int]) -> bool:
    return _is_contrasted(scene, way) or any(_is_heard_from(scene, i) for i in way)


def _is_contrasted(scene: Scene, way: list[int]) -> bool:
    """Whether the words belong to a clause that sets somebody else against the speaker: "…, while Holt spoke of …"."""
    clauses = [i for i in way if scene.tokens[i].dep == "advcl"]
    return any(
        scene.syntax.child(i, "nsubj") is not None
        and any(scene.tokens[m].word in _CONTRASTING for m in scene.syntax.children[i])
        for i in clauses
    )


def _is_subhead(scene: Scene, span: Marked) -> bool:
    """Whether the words stand between two sentences without a stop: a heading that a page has run into its text."""
    after = scene.syntax.first_at(span.end)
    goes_on = after < len(scene.tokens) and scene.tokens[after].text[:1].isupper()
    return scene.starts_sentence(span) and goes_on and scene.body[: span.parts[-1][1]].rstrip()[-1].isalnum()


def _is_told_of_a_thing(scene: Scene, way: list[int], steps: list[str]) -> bool:
    """Whether the words are what a thing does that is announced: "announced a club, which “helps all in need”"."""
    which = scene.syntax.child(way[0], "nsubj")
    return steps[:1] == ["relcl"] and steps[-1] == "dobj" and which is not None and scene.tokens[which].tag == "WDT"


def _is_thing(scene: Scene, cue: int, steps: list[str]) -> bool:
    """Whether the words describe whom the verb addresses, or belong to a clause about what is announced."""
    addressed = steps == ["dobj"] and scene.tokens[cue].lemma in _ADDRESSING
    return addressed or (steps[-1:] == ["dobj"] and "relcl" in steps)


def _is_heard_from(scene: Scene, index: int) -> bool:
    """Whether others told it: "said he was hearing from members who thought it “late”", "asked if it was “late”"."""
    token = scene.tokens[index]
    if token.lemma == "ask" and token.tag == "VBN":
        return True
    return token.lemma == "hear" and any(scene.tokens[i].word == "from" for i in scene.syntax.children[index])


def _is_beside_speech(scene: Scene, span: Marked, cue: int, steps: list[str]) -> bool:
    """Whether the words are not what is said: "what she said “on the spot”", "repeats an “oath”"."""
    thing = scene.syntax.child(cue, "dobj")
    if scene.tokens[cue].lemma not in SAYING:
        return False
    if steps == ["prep"]:
        return thing is not None and scene.tokens[thing].tag == "WP"
    before = scene.tokens[scene.syntax.first_at(span.start) - 1]
    return steps == ["dobj"] and len(scene.words(span)) == 1 and before.pos == "DET"


def _ends_with_comma(scene: Scene, span: Marked) -> bool:
    last = span.parts[-1][1]
    return scene.body[last - 1 : last] in tuple(",?!") or scene.body[span.end : span.end + 1] == ","


def _is_epithet(scene: Scene, span: Marked, way: list[int]) -> bool:
    """Whether few words stand before what they are said of, as the writer's own marks do, or are known by "the"."""
    if len(scene.words(span)) > _FEW:
        return False
    first, after = scene.syntax.first_at(span.start), scene.syntax.first_at(span.end)
    before, token = scene.tokens[first - 1], scene.tokens[way[0]]
    if token.dep in _MODIFYING and token.head >= after:
        return True
    goes_on = after in scene.clause_after(span) and scene.body[span.parts[-1][1] - 1].isalnum()
    if goes_on and scene.tokens[after].pos in ("NOUN", "PROPN"):
        if before.pos in _BEFORE_NOUN or before.tag in ("POS", "VBN"):
            return True
        if before.pos == "ADP" and token.pos in ("NOUN", "PROPN", "ADJ"):
            # "works on “new generation” Elmet trams"
            return True
    if before.word not in _DEFINITE or token.pos not in ("NOUN", "PROPN") or token.dep in _PREDICATES:
        return False
    return any(scene.tokens[i].dep not in _OBJECTS for i in way)


def _is_negated(scene: Scene, root: int) -> bool:
    """Whether the words are what something is said not to be: "said it was no “fair offer”" denies another's words."""
    token = scene.tokens[root]
    if any(scene.tokens[i].word == "no" and not scene.quoted(i) for i in scene.syntax.children[root]):
        return True
    if token.dep == "conj" and any(scene.tokens[i].word == "or" for i in scene.syntax.children[token.head]):
        # "said he had never left or “gone”"
        return any(scene.tokens[i].dep == "neg" and not scene.quoted(i) for i in scene.syntax.children[token.head])
    verb = token.head if token.dep != "pobj" else scene.tokens[token.head].head
    if token.dep not in ("attr", "pobj", "dobj") or token.pos not in ("NOUN", "PROPN"):
        return False
    return any(scene.tokens[i].dep == "neg" and not scene.quoted(i) for i in scene.syntax.children[verb])


def _is_denied(scene: Scene, span: Marked, way: list[int]) -> bool:
    few = len(scene.words(span)) <= _SHORT and scene.tokens[way[0]].dep == "pobj"
    beside = (scene.tokens[j] for i in way for j in scene.syntax.children[i] if not scene.quoted(j))
    if few and any(token.dep == "neg" for token in beside):
        # "said she was not sure of any “ill will”"
        return True
    return _is_negated(scene, way[0]) or (len(scene.words(span)) <= _CLAUSE and _is_undone(scene, way[0]))


def _is_undone(scene: Scene, root: int) -> bool:
    """Whether words are cut from a clause that negates them: "said it had not “held all winter”", "no longer “…”"."""
    verb = scene.tokens[root].head
    above = (root, verb) if scene.tokens[verb].pos in ("VERB", "AUX") else (root,)
    words = {
        word
        for at in above
        for i in scene.syntax.children[at]
        if not scene.quoted(i) and i < root
        for word in (scene.tokens[i].word, *(scene.tokens[j].word for j in scene.syntax.children[i]))
    }
    return bool(words & _NEVER) or {"no", "longer"} <= words


def _is_told_by_a_clause(scene: Scene, span: Marked, inner: Attribution) -> bool:
    """Whether a clause behind the words tells whose they are: "is ready for the “new deal” that Roth asks for"."""
    after, root = scene.syntax.first_at(span.end), scene.root_of(span)
    if after + 1 >= len(scene.tokens) or scene.tokens[after].word not in ("that", "which"):
        return False
    if root is None or scene.tokens[root].pos != "NOUN":
        return False
    name = scene.tokens[after + 1]
    return name.pos == "PROPN" and (inner.speaker is None or name.text != scene.tokens[inner.speaker[2]].text)


def _way_up(scene: Scene, span: Marked, cue: int) -> tuple[list[int], bool]:
    """The tokens from the quoted word that others govern to the one below the cue, and whether they end there."""
    root = scene.root_of(span)
    above = [] if root is None else list(scene.syntax.governors(root))
    return above[: above.index(cue)] if cue in above else above, cue in above


def _is_called(scene: Scene, cue: int, first: int, way: list[int]) -> bool:
    """Whether something is called so: "called it “…”", "dismissed it as “…”", "accused X of “doing …”"."""
    steps = [scene.tokens[i].dep for i in way]
    beside = steps[:1] == ["appos"] and len(steps) == _SHORT - 1
    if steps[-3:] == ["pcomp", "prep", "dobj"]:
        # "accused X of “doing …”", with "of" hung on X.
        steps = steps[:-1]
    if len(steps) < _SHORT and steps[-1] in _CALLED and (beside or not _APART & set(steps)):
        return steps[-1] != "dobj" or scene.syntax.child(cue, "oprd") is None
    if any(_is_as(scene, i) for i in way[:_SHORT]):
        return not _APART & set(steps)
    if _is_anothers(scene, cue, first):
        return False
    if steps[-1] in ("oprd", "ccomp"):
        return not _APART & set(steps)
    if steps[-1] != "prep" or not 1 < len(steps) <= _SHORT or scene.tokens[way[-1]].word in _MANNERS:
        return False
    return not _APART & set(steps) or (steps[-2] == "pcomp" and steps[0] != "pobj")


def _is_as(scene: Scene, index: int) -> bool:
    """Whether "as" tells what something is called: not that of "as long as “…”"."""
    token = scene.tokens[index]
    return token.dep == "prep" and token.word == "as" and scene.tokens[token.head].pos not in ("ADV", "ADJ")


def _is_reported(scene: Scene, way: list[int]) -> bool:
    """Whether the way up stays within the clause that a verb of saying reports, or is what it vows to do."""
    steps = [scene.tokens[i].dep for i in way]
    if steps[-2:] == ["pobj", "prep"] and scene.tokens[way[-2]].lemma in UTTERANCES and _is_content(scene, way):
        # "said in a statement that …"
        way, steps = way[:-2], [*steps[:-3], "ccomp"]
    if steps[-1] not in ("ccomp", "dobj"):
        return steps == ["xcomp"]
    return not any(scene.tokens[i].dep in _APART and scene.tokens[i].tag not in ("VB", "VBN") for i in way[:-1])


def _is_content(scene: Scene, way: list[int]) -> bool:
    """Whether the clause that hangs on a noun of speech begins with "that" right after it."""
    return len(way) > 2 and scene.syntax.word(way[-2] + 1) == "that"


def _is_anothers(scene: Scene, cue: int, first: int) -> bool:
    """Whether another says something between the verb and the words: "said that X told …", "noted that X's memo …"."""
    between = (i for i in range(cue + 1, first) if not scene.quoted(i))
    return any(
        (_is_said(scene, i) if scene.tokens[i].pos == "VERB" else _is_owned(scene, i, cue)) or _is_concluded(scene, i)
        for i in between
    )


def _is_concluded(scene: Scene, index: int) -> bool:
    """Whether a thing tells it, and is no text of the speaker's: "relied on a study by Holt concluding that …"."""
    # The model may take the participle for a noun.
    word = scene.tokens[index].word
    told = word.endswith("ing") and not {word[:-3], word[:-3] + "e"}.isdisjoint(SAYING)
    led = told and scene.syntax.word(index + 1) == "that"
    return led and scene.tokens[index - 1].pos in ("NOUN", "PROPN") and scene.tokens[index - 1].lemma not in UTTERANCES


def _is_said(scene: Scene, verb: int) -> bool:
    token, subject = scene.tokens[verb], scene.syntax.child(verb, "nsubj")
    if token.word == "according":
        return True
    who = None if subject is None else scene.tokens[subject]
    if token.lemma in CALLING and who is not None and (who.pos == "PROPN" or who.lemma in UTTERANCES):
        return True
    if token.lemma in CALLING and subject is not None and _has_author(scene, subject):
        return True
    if token.lemma not in _SUPPOSING:
        return False
    if token.lemma in _ADDRESSING and scene.syntax.is_passive(verb):
        # "claims that he was told he “should wait”"
        return True
    if subject is None or token.dep == "pcomp":
        return token.tag in ("VBN", "VBG") and token.dep in ("acl", "pcomp")
    return scene.tokens[subject].word not in PRONOUNS


def _has_author(scene: Scene, noun: int) -> bool:
    """Whether a text is told with who made it: "a presentation by the board"."""
    return any(scene.tokens[i].word == "by" for i in scene.syntax.children[noun])


def _is_owned(scene: Scene, noun: int, cue: int) -> bool:
    """Whether a noun of speech is told with its author or content, and is not itself what the words judge."""
    token, head = scene.tokens[noun], scene.tokens[scene.tokens[noun].head]
    if token.pos != "NOUN" or token.lemma not in UTTERANCES or (head.pos == "ADP" and head.head == cue):
        return False
    if token.dep in ("nsubj", "nsubjpass") and head.lemma not in SAYING:
        return False
    children = [scene.tokens[i] for i in scene.syntax.children[noun]]
    return any(
        child.dep in ("acl", "ccomp")
        or (child.dep == "poss" and child.word not in PRONOUNS and child.tag != "PRP$")
        or (child.dep == "prep" and child.word in _AUTHORS)
        for child in children
    )
