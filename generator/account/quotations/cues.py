"""Verbs of speech in a sentence and who does the saying; the answer to whose words they are."""

import msgspec

from generator.account.quotations.scene import Scene
from generator.account.quotations.sources import Words, naming_words
from generator.language.lexicon import word_class
from generator.language.verbs import (
    CALLING,
    CALLINGS,
    FRAMING,
    NAMING,
    OBJECT_ACTS,
    OFFICES,
    PRONOUNS,
    PUBLISHING,
    QUOTED_SUBJECT,
    SAYING,
    THINKING,
    UTTERANCES,
)
from generator.model.record import Record

# Cues that may stand above quoted words in the sentence, and those that may stand right beside them.
CUES = SAYING | THINKING | CALLING
BESIDE = CUES | FRAMING

_ASKED = word_class("asked")
_PERSONS = word_class("unnamed_persons")
_INVERTED = word_class("inverted")
_READING = frozenset({"read", "recite", "retweet"})
_BEARING = CALLINGS | OFFICES | _PERSONS


class Attribution(Record, frozen=True):
    """The cue's token (None without one), the speaker's words, and the words of those who relay, outermost first.

    `adjacent` says that the cue stands right beside the quotation, and not somewhere above it in the sentence. `unsaid`
    says that by the sentence nobody said the words; `doubtful` that it leaves open who did. `way` is the file that
    decided it, seen from this folder and without ".py", "" where none found anything.
    """

    cue: int | None = None
    speaker: Words | None = None
    chain: tuple[Words, ...] = ()
    adjacent: bool = False
    unsaid: bool = False
    doubtful: bool = False
    way: str = ""


def by(way: str, attribution: Attribution | None) -> Attribution | None:
    """The attribution with the module that found it."""
    return None if attribution is None else msgspec.structs.replace(attribution, way=way)


def is_verb(scene: Scene, index: int) -> bool:
    """A verb, or what the model takes for a noun: a plural that has a subject ("the mayor demands"), a participle."""
    token = scene.tokens[index]
    clause = token.dep == "advcl" and token.word.endswith("ing")
    plural = token.tag == "NNS" and scene.syntax.child(index, "nsubj") is not None
    return token.pos in ("VERB", "AUX") or clause or plural


def is_nominal(scene: Scene, index: int) -> bool:
    """A noun, name or pronoun of the article's own words."""
    token = scene.tokens[index]
    stands_alone = token.dep in ("nsubj", "dobj") and token.pos in ("DET", "NUM", "ADJ")
    return (token.pos in ("PROPN", "NOUN", "PRON") or stands_alone) and not scene.quoted(index)


def speaker_of(scene: Scene, cue: int) -> Words | None:
    """The words that name who does the saying, if they are the article's own."""
    open_ = _is_asked(scene, cue) or _is_shared(scene, cue) or _is_open_relative(scene, cue) or _is_borne(scene, cue)
    open_ = open_ or _is_told_apart(scene, cue)
    quoted = scene.tokens[cue].lemma in QUOTED_SUBJECT
    # "Roth was quoted by the paper as saying"
    subject = scene.syntax.child(cue, "nsubjpass") if quoted else None
    subject = None if open_ else (subject or scene.syntax.subject(cue))
    if subject is not None and scene.tokens[cue].tag == "VBZ" and scene.tokens[subject].tag in ("NNS", "NNPS"):
        # "China denied that the islanders were held and claims …": the subject of another clause.
        return None if scene.syntax.child(cue, "nsubj") is None else naming_words(scene, subject)
    if subject is not None and scene.tokens[subject].pos == "NOUN":
        subject = _inverted(scene, cue) or subject
    if subject is not None:
        subject = _set_apart(scene, cue) or _told_before(scene, cue, subject) or subject
    elif cue and scene.tokens[cue].tag == "VBD" and scene.tokens[cue - 1].tag == "MD":
        # "May said": no modal verb governs a past tense.
        subject = cue - 1 if scene.tokens[cue - 1].text[0].isupper() else None
    subject = None if subject is None else scene.past_dateline(subject)
    nothing = ("PUNCT", "VERB", "SPACE") if subject == cue - 1 else ("PUNCT", "VERB", "AUX", "SPACE")
    named = subject is not None and scene.tokens[subject].entity == "PERSON"
    if subject is None or scene.quoted(subject) or (scene.tokens[subject].pos in nothing and not named):
        return None
    read = scene.tokens[cue].lemma in _READING and scene.tokens[subject].lemma not in UTTERANCES
    if read or scene.tokens[subject].word == "him":
        # Another's words, read out; "saw him dubbed the “…”".
        return None
    apart = _addresses(scene, cue, subject) or _is_beside_another(scene, cue, subject)
    apart = apart or _is_of_an_earlier_part(scene, cue, subject) or _is_torn(scene, cue, subject)
    bearer = None if apart else _bearer(scene, cue, subject)
    if bearer is None or _is_addressee(scene, cue, subject) or (bearer < cue and scene.tokens[bearer + 1].tag == "POS"):
        # "X's proposed tax": the model takes the participle for a verb.
        return None
    return naming_words(scene, bearer)


def _is_beside_another(scene: Scene, cue: int, subject: int) -> bool:
    """Whether somebody else stands right before a participle: "with Holt scolding Roth early on and Roth calling …"."""
    before = scene.tokens[cue - 1] if cue else scene.tokens[cue]
    named = before.entity == "PERSON" or (before.pos == "PROPN" and before.dep == "conj")
    if scene.tokens[cue].tag != "VBG" or not named or scene.quoted(cue - 1):
        return False
    first, last = scene.syntax.phrase(subject)
    return not first <= cue - 1 < last


def _is_torn(scene: Scene, cue: int, subject: int) -> bool:
    """Whether the model tears the subject from what it belongs to: a label ("NEW: Ada Roth says"), or a second name.

    "Bo Holt and clerk A. May Roth argued", where "Roth" alone is subject.
    """
    before = subject - 1
    while before > 0 and scene.tokens[before].dep in ("compound", "conj"):
        before -= 1
    two = scene.tokens[before].pos == "CCONJ" and scene.tokens[before - 1].entity == "PERSON"
    own = scene.tokens[subject - 1].entity == "PERSON" and scene.tokens[subject - 1].dep == "conj"
    return (two and own) or (subject + 1 < cue and scene.tokens[subject + 1].text == ":")


def _is_of_an_earlier_part(scene: Scene, cue: int, subject: int) -> bool:
    """Whether a semicolon parts the verb from somebody who is no subject: "X asked Roth, who …; and said …".

    Or a full stop, at which the model has not ended the sentence.
    """
    if any(_is_stop(scene, i) for i in range(subject, cue)):
        return True
    parted = any(scene.tokens[i].text == ";" and not scene.quoted(i) for i in range(subject, cue))
    # The model may take whom somebody asked for who asked.
    token = scene.tokens[subject]
    return parted and (token.dep not in ("nsubj", "nsubjpass", "ROOT") or token.head < subject)


def _is_stop(scene: Scene, index: int) -> bool:
    """Whether a full stop ends a sentence there: a capital follows."""
    after = next((t.text for t in scene.tokens[index + 1 : index + 3] if t.pos != "SPACE"), "")
    return scene.tokens[index].text in (".", "?", "!") and not scene.quoted(index) and after[:1].isupper()


def _bearer(scene: Scene, cue: int, subject: int) -> int | None:
    """Whom "who" means: of "an adviser to the board, who said …" the adviser; of "an aide to Ada Roth, who …" open."""
    who, token = scene.syntax.child(cue, "nsubj"), scene.tokens[subject]
    relative = who is not None and scene.tokens[who].tag == "WP" and scene.tokens[cue].head == subject
    above = scene.tokens[token.head].head
    that = who is not None and scene.tokens[who].tag == "WDT" and token.tag == "NNS" and token.dep == "pobj"
    if (relative and token.entity in ("GPE", "LOC")) or (that and token.lemma in _PERSONS):
        # "clerks from Elmet, the Isle of Orm and Thule, who said …", "a call to voters that said …"
        return None
    if not relative or token.dep != "pobj" or scene.tokens[above].lemma not in _BEARING:
        return subject
    if token.entity == "PERSON":
        return None
    return scene.tokens[above].head if scene.tokens[above].dep == "appos" else above


def _is_addressee(scene: Scene, cue: int, subject: int) -> bool:
    """Whether a participle follows those to whom something goes: "a letter to Roth demanding help and asserting …"."""
    verb = cue
    while scene.tokens[verb].dep == "conj" and scene.tokens[verb].tag == "VBG":
        verb = scene.tokens[verb].head
    if scene.tokens[cue].tag != "VBG" or scene.tokens[verb].tag != "VBG" or subject > verb:
        return False
    token, head = scene.tokens[subject], scene.tokens[scene.tokens[verb].head]
    if scene.tokens[verb].dep == "pcomp":
        return head.word == "to" and scene.tokens[head.head].word != "according"
    above = scene.tokens[token.head]
    return token.dep == "pobj" and above.word == "to" and scene.tokens[above.head].word != "according"


def _addresses(scene: Scene, cue: int, subject: int) -> bool:
    """Whether somebody else speaks to the subject: "a letter that she got, telling her to …" (principle B)."""
    told = scene.syntax.child(cue, "dobj", "dative")
    words = {scene.tokens[subject].word, "" if told is None else scene.tokens[told].word}
    return words in ({"she", "her"}, {"he", "him"})


def _is_asked(scene: Scene, cue: int) -> bool:
    """Whether the subject is the one who is asked: "X, asked about Y, …", "When asked if …"."""
    if scene.tokens[cue].lemma != "ask" or scene.tokens[min(cue + 1, len(scene.tokens) - 1)].word not in _ASKED:
        return False
    if cue == 0 or scene.tokens[cue - 1].word == "when":
        return True
    return scene.tokens[cue - 1].text in (",", "–", "—") and scene.syntax.child(cue, "nsubj") == cue - 2


def _is_open_relative(scene: Scene, cue: int) -> bool:
    """Whether ", which said …" may hang on either of two texts: "a statement on Roth's claim, which said …"."""
    which = scene.syntax.child(cue, "nsubj")
    if which is None or scene.tokens[which].word != "which" or scene.tokens[cue].dep != "relcl":
        return False
    before = range(scene.syntax.sentence_range(cue).start, which)
    return sum(scene.tokens[i].lemma in UTTERANCES and scene.tokens[i].pos == "NOUN" for i in before) > 1


def _is_shared(scene: Scene, cue: int) -> bool:
    """Whether a participle may be the act of somebody whom its main verb brings: "X followed Y, telling Z …"."""
    token = scene.tokens[cue]
    if token.tag != "VBG" or token.dep not in ("advcl", "xcomp", "acl"):
        return False
    beside = scene.tokens[token.head]
    if _is_behind_a_condition(scene, cue) or (beside.dep == "acl" and beside.tag == "VBZ"):
        # "Roth denied any hint that the club is late, saying …"
        return True
    before = range(scene.syntax.sentence_range(cue).start, token.head)
    if any(_is_issued(scene, i) and scene.tokens[i].head != token.head for i in before):
        return True
    if any(_is_anothers(scene, i) or _is_agent(scene, i) or _is_got(scene, i) for i in range(token.head + 1, cue)):
        return True
    between = [i for i in scene.syntax.children[token.head] if token.head < i < cue]
    return any(_is_brought(scene, i) or _is_meanwhile(scene, i) for i in between)


def _is_behind_a_condition(scene: Scene, cue: int) -> bool:
    """Whether a participle set apart may be of the main clause: "She will sign if Holt resigns – saying that …"."""
    verb = scene.tokens[cue].head
    clause = scene.tokens[verb]
    later = clause.dep == "advcl" and clause.head < verb and scene.syntax.child(verb, "mark") is not None
    return later and scene.tokens[cue - 1].text in (",", "–", "—", "-")


def _is_meanwhile(scene: Scene, index: int) -> bool:
    """Whether a clause tells what somebody else does: "X's reply came as Y turned it down, calling it …"."""
    token, subject = scene.tokens[index], scene.syntax.child(index, "nsubj")
    meanwhile = token.dep == "advcl" and token.tag in ("VBD", "VBZ", "VBP") and not scene.quoted(index)
    return meanwhile and subject is not None and scene.tokens[subject].pos in ("PROPN", "NOUN")


def _is_agent(scene: Scene, index: int) -> bool:
    """Whether a person does or sends something there: "left on a day that Y chose, saying …"."""
    token = scene.tokens[index]
    if scene.quoted(index) or token.entity not in ("PERSON", "ORG"):
        return False
    if token.dep == "pobj":
        return scene.tokens[token.head].word == "from"
    if token.entity == "ORG":
        return False
    return token.dep == "dobj" or (token.dep == "nsubj" and scene.tokens[token.head].dep == "relcl")


def _is_issued(scene: Scene, index: int) -> bool:
    """Whether a text is issued before what else happens: "issued a statement after Holt left, calling it …"."""
    token = scene.tokens[index]
    text = token.dep == "dobj" and token.lemma in UTTERANCES and not scene.quoted(index)
    verb = scene.tokens[token.head]
    return text and verb.dep == "ROOT" and verb.lemma in PUBLISHING


def _is_got(scene: Scene, index: int) -> bool:
    """Whether a document is told of that somebody else has written: "got a letter from the board, alleging …"."""
    token = scene.tokens[index]
    document = token.dep == "dobj" and token.lemma in UTTERANCES and not scene.quoted(index)
    return document and scene.tokens[token.head].lemma not in PUBLISHING | SAYING


def _is_anothers(scene: Scene, index: int) -> bool:
    """Whether a participle tells what somebody does of whom its main verb speaks: "a clip of the hosts laughing"."""
    token = scene.tokens[index]
    own = scene.syntax.child(index, "nsubj") if token.tag == "VBG" and token.dep == "ccomp" else None
    if own is not None and scene.tokens[own].entity == "PERSON":
        # "came to find Holt waving his arms, saying …"
        return True
    if token.tag != "VBG" or token.dep not in ("acl", "pcomp"):
        return False
    who = scene.tokens[token.head if token.dep == "acl" else scene.tokens[token.head].head]
    return who.entity == "PERSON" or who.lemma in _PERSONS


def _is_brought(scene: Scene, index: int) -> bool:
    """An object that is a person, or somebody whom "with" adds: "with officials of Y, citing Z, telling …"."""
    token = scene.tokens[index]
    if token.dep == "dobj":
        quoted = token.lemma in _PERSONS and scene.tokens[token.head].lemma in OBJECT_ACTS | QUOTED_SUBJECT
        return quoted or token.entity == "PERSON"
    brought = scene.syntax.child(index, "pobj") if token.word == "with" else None
    return brought is not None and scene.syntax.word(brought + 1) == ","


def _inverted(scene: Scene, cue: int) -> int | None:
    """The subject of ", said X," in the middle of a sentence whose own subject the model gives to "said"."""
    last = scene.syntax.sentence_range(cue).stop - 1
    if scene.tokens[cue].lemma not in _INVERTED or scene.tokens[cue - 1].text != ",":
        return None
    first = cue + 1
    while first < last and scene.tokens[first].dep in ("compound", "det", "amod", "nmod"):
        first += 1
    follows = first < last and scene.tokens[first].pos in ("PROPN", "NOUN") and scene.tokens[first + 1].text == ","
    return first if follows and not scene.quoted(first) else None


def _set_apart(scene: Scene, cue: int) -> int | None:
    """The subject of "Roth left, and the club's owner, Ada Holt, called …", where the model makes it Roth's object."""
    token, name = scene.tokens[cue], scene.tokens[cue - 2]
    if token.dep != "conj" or cue < 2 or scene.tokens[cue - 1].text != "," or name.dep != "appos":
        return None
    return name.head if name.entity == "PERSON" and token.tag in ("VBD", "VBZ") else None


def _told_before(scene: Scene, cue: int, subject: int) -> int | None:
    """The person before a verb behind which the model sees a second subject: "Roth said the board, too, “is late”"."""
    own = (i for i in scene.syntax.children[cue] if i < cue < subject and scene.tokens[i].dep == "nsubj")
    return next((i for i in own if scene.tokens[i].entity == "PERSON" and not scene.quoted(i)), None)


def _is_told_apart(scene: Scene, cue: int) -> bool:
    """Whether "and" brings somebody else before the verb: "Roth leads the board and Ada Holt, its clerk, said …"."""
    token = scene.tokens[cue]
    if token.dep != "conj" or scene.syntax.child(cue, "nsubj", "nsubjpass") is not None:
        return False
    joined = next((i for i in range(cue - 1, token.head, -1) if scene.tokens[i].pos == "CCONJ"), cue)
    named = joined + 1 < cue and scene.tokens[joined + 1].entity == "PERSON"
    # "Roth left, and Easton announced …", where the model takes a name for a word of time.
    timed = (scene.tokens[cue - 1].dep, scene.tokens[cue - 1].pos) == ("npadvmod", "PROPN")
    timed = timed and scene.tokens[cue - 1].entity not in ("DATE", "TIME")
    return timed or (named and scene.tokens[cue - 1].text == ",")


def _is_borne(scene: Scene, cue: int) -> bool:
    """Whether the subject is called something by others: "X was followed and called a “…”", "Dubbed “…”, X …"."""
    token = scene.tokens[cue]
    if token.lemma not in CALLING | NAMING or scene.syntax.child(cue, "nsubj") is not None:
        return False
    if any(scene.tokens[i].word == "to" and not scene.syntax.children[i] for i in scene.syntax.children[cue]):
        # "…, referred to as its “…”"
        return True
    joined = token.dep == "conj" and token.tag in ("VBN", "VBD") and scene.syntax.is_passive(token.head)
    bare = token.tag == "VBN" and scene.syntax.child(cue, "agent", "aux") is None
    # The model takes the participle for a past: "Dubbed “…” by some, X …", "the plan, dubbed “…”, …".
    past = token.tag == "VBD" and scene.syntax.child(cue, "dobj", "ccomp", "aux") is None
    bare = bare or (past and scene.tokens[cue - 1].pos in ("PUNCT", "ADV"))
    return joined or (token.dep in ("advcl", "acl") and bare)


def is_agentless(scene: Scene, index: int) -> bool:
    """Whether something is called, named or criticised by nobody that the sentence tells: "was seen as akin to …"."""
    token = scene.tokens[index]
    if token.lemma not in CALLING | NAMING or scene.quoted(index) or scene.syntax.child(index, "agent") is not None:
        return False
    return token.tag == "VBN" and scene.syntax.is_passive(index)


def names_somebody(scene: Scene, words: Words) -> bool:
    """Whether the words are more than a pronoun that points back."""
    return scene.tokens[words[2]].word not in PRONOUNS


def is_person(scene: Scene, words: Words) -> bool:
    """Whether the words name a person by the model's label, or are a pronoun for one."""
    head = scene.tokens[words[2]]
    return head.entity == "PERSON" or head.word in ("he", "she")


def points_back(scene: Scene, words: Words, to: Words) -> bool:
    """Whether a pronoun may well stand for those words of the same sentence: "he" for one, "they" for several."""
    pronoun = scene.tokens[words[2]].word
    several = scene.tokens[to[2]].tag in ("NNS", "NNPS")
    return pronoun == "they" if several else pronoun in ("he", "she")


def distinct(words: tuple[Words, ...], speaker: Words | None) -> tuple[Words, ...]:
    """The relayers in their order, each once, without the speaker."""
    return tuple(dict.fromkeys(w for w in words if w != speaker))
