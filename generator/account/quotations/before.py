"""Attributions before the quotation, along the line: X said, "…"; X: "…"; Y, X said, is "…"."""

from generator.account.quotations.cues import BESIDE, CUES, Attribution, is_agentless, is_nominal, is_verb, speaker_of
from generator.account.quotations.scene import Scene
from generator.account.quotations.sources import Words, naming_words, relayers_beside
from generator.account.span import Marked
from generator.language.lexicon import word_class
from generator.language.verbs import PUBLISHING, SAYING, THINKING, UTTERANCES

_TRANSITIVE = word_class("transitive_otherwise")
_FINITE = frozenset({"VBD", "VBZ"})
_TELLING = CUES - THINKING
_OUT_OF = frozenset({"from", "of"})


def attribution_before(scene: Scene, span: Marked) -> Attribution | None:
    """The nearest cue before the quotation in its sentence."""
    first = scene.syntax.first_at(span.start)
    lead = range(scene.sentence_start(span), first)
    if not lead or is_named_by_colon(scene, lead):
        return None
    for index in reversed(lead):
        token = scene.tokens[index]
        if _is_thought(scene, span, index) or _is_told_to_be_read(scene, span, index):
            return Attribution(doubtful=True, way="doubtful")
        if is_agentless(scene, index) and speaker_of(scene, index) is None:
            return None
        if token.lemma in _TELLING and is_verb(scene, index) and not scene.quoted(index):
            speaker = speaker_of(scene, index)
            if _is_open(scene, span, index, speaker):
                return Attribution(doubtful=True, way="doubtful")
            if _ends_there(scene, index, speaker):
                return None
            if speaker is not None and _introduces(scene, span, index):
                chain = relayers_beside(scene, index, speaker)
                return Attribution(cue=index, speaker=speaker, chain=chain, adjacent=scene.leads(index, span))
    colon = _before_colon(scene, lead)
    if colon is not None:
        return colon
    passing = said_in_passing(scene, span)
    return _in_headline(scene, lead) if passing is None else Attribution(cue=passing[0], speaker=passing[1])


def is_named_by_colon(scene: Scene, lead: range) -> bool:
    """Whether a colon tells what the words before it are: "amid chants of: …"."""
    return len(lead) > 1 and scene.tokens[lead[-1]].text == ":" and scene.tokens[lead[-2]].tag == "IN"


def _is_open(scene: Scene, span: Marked, cue: int, speaker: Words | None) -> bool:
    """Whether the verb that leads to a sentence is another's, or nobody's whom we know: "Roth heard him say: “…”"."""
    if speaker is not None:
        return is_led_by_another(scene, span, cue)
    token = scene.tokens[cue]
    own = scene.syntax.child(cue, "nsubj")
    if token.lemma not in SAYING or token.tag == "VBN" or not (scene.leads(cue, span) and scene.is_led_in(span)):
        return False
    if token.tag != "VBG":
        return own is None or scene.tokens[own].pos == "PRON"
    between = (scene.tokens[i] for i in range(min(token.head, cue), cue))
    return any(t.dep == "nsubj" and t.entity == "PERSON" and scene.tokens[t.head].tag == "VBG" for t in between)


def _is_thought(scene: Scene, span: Marked, verb: int) -> bool:
    """Whether others thought the words: "Roth said that when she left, people thought, “…”"."""
    token = scene.tokens[verb]
    if not (token.lemma in THINKING and is_verb(scene, verb) and scene.leads(verb, span) and scene.is_led_in(span)):
        return False
    subject = scene.syntax.subject(verb)
    return token.tag != "VBG" if subject is None else scene.tokens[subject].pos in ("NOUN", "PROPN")


def _ends_there(scene: Scene, cue: int, speaker: Words | None) -> bool:
    """Whether nothing before a verb tells more: nobody is known to say it, or nothing is said ("kept its “…”")."""
    token = scene.tokens[cue]
    if speaker is None:
        return token.tag in ("VB", "VBD", "VBZ", "VBP") and token.lemma in SAYING
    return token.lemma in _TRANSITIVE and scene.syntax.child(cue, "dobj") is not None


def is_led_by_another(scene: Scene, span: Marked, cue: int) -> bool:
    """Whether a verb with a name of its own leads to the words: "wrote Roth, while Holt shared, “…”"."""
    mark = scene.syntax.first_at(span.start) - 1
    names = (i for i in range(cue + 1, mark) if scene.tokens[i].dep == "nsubj" and scene.tokens[i].pos == "PROPN")
    verbs = [scene.tokens[i].head for i in names if not scene.quoted(i)]
    if scene.tokens[mark].text == ":":
        # "Roth left, while Holt wrote in a letter: “…”"
        return any(v < mark and scene.tokens[v].dep == "advcl" and scene.tokens[v].tag in _FINITE for v in verbs)
    led = scene.tokens[mark].text == "," and mark - 1 in verbs
    # "…, with Holt shouting, “…”", be it a noun for the model.
    return led and (scene.tokens[mark - 1].tag in _FINITE or scene.tokens[mark - 1].word.endswith("ing"))


def _introduces(scene: Scene, span: Marked, cue: int) -> bool:
    """A colon, a comma or "that" leads to the quotation, or the cue is near."""
    first = scene.syntax.first_at(span.start)
    if any(scene.tokens[i].word == "that" and scene.tokens[i].dep == "mark" for i in range(cue, first)):
        return scene.tokens[cue].tag != "VBG"
    lead = scene.tokens[first - 1].word
    return lead in (":", ",", "that", "—", "–", "―") or first - cue <= 4


def _in_headline(scene: Scene, lead: range) -> Attribution | None:
    """The verb right before the marks, which the model takes for a noun in a headline: "Council hails ‘new dawn’"."""
    token = scene.tokens[lead[-1]]
    if token.tag != "NNS" or token.lemma not in CUES or lead[-1] == lead[0]:
        return None
    subject = lead[-1] - 1
    if not is_nominal(scene, subject):
        return None
    return Attribution(cue=lead[-1], speaker=naming_words(scene, subject), adjacent=True)


def said_in_passing(scene: Scene, span: Marked) -> tuple[int, Words] | None:
    """A cue between commas anywhere in the sentence, and its subject: "the roof, X said, was …"."""
    for index in range(scene.sentence_start(span), scene.sentence_end(span)):
        token = scene.tokens[index]
        aside = token.lemma in BESIDE and token.dep == "parataxis"
        if (aside or _puts_it(scene, index)) and not scene.quoted(index):
            speaker = speaker_of(scene, index)
            if speaker is not None and scene.syntax.child(index, "ccomp") is None:
                return index, speaker
    return None


def put_in_words(scene: Scene, span: Marked) -> Attribution | None:
    """The one by whose words the quotation is put: "as X put it"."""
    for index in range(scene.sentence_start(span), scene.sentence_end(span)):
        if _puts_it(scene, index) and not scene.quoted(index):
            speaker = speaker_of(scene, index)
            return None if speaker is None else Attribution(cue=index, speaker=speaker)
    return None


def _puts_it(scene: Scene, index: int) -> bool:
    """Whether the verb is that of "as X put it"."""
    thing = scene.syntax.child(index, "dobj") if scene.tokens[index].lemma == "put" else None
    return thing is not None and scene.tokens[thing].word == "it"


def _is_read(scene: Scene, verb: int) -> bool:
    """Whether the words stand on a thing: "under a sign that read: …"."""
    who = scene.syntax.child(verb, "nsubj") if scene.tokens[verb].dep == "relcl" else None
    return who is not None and scene.tokens[who].tag == "WDT"


def _is_told_to_be_read(scene: Scene, span: Marked, verb: int) -> bool:
    """Whether somebody tells of a thing on which the words stand: "Roth said they saw a sign that read, “…”"."""
    read = scene.tokens[verb].lemma == "read" and _is_read(scene, verb) and scene.leads(verb, span)
    told = (scene.tokens[i] for i in scene.syntax.governors(verb))
    return read and any(t.dep == "ccomp" and scene.tokens[t.head].lemma in SAYING for t in told)


def _before_colon(scene: Scene, lead: range) -> Attribution | None:
    """The subject of what leads to a colon, or its only noun: "Z had this to add: …", "Z: …"."""
    if scene.tokens[lead[-1]].text != ":" or _is_read(scene, lead[-1] - 1):
        return None
    subject = last_subject(scene, lead) if hands_over(scene, lead) else None
    owners = (i for i in scene.syntax.children[lead[-1] - 1] if scene.tokens[i].dep == "poss" and i != subject)
    if subject is not None and any(scene.tokens[i].pos == "PROPN" for i in owners):
        # "Roth's blow inspired Holt's famous call: “…”"
        return Attribution(doubtful=True, way="doubtful")
    return None if subject is None else Attribution(speaker=naming_words(scene, subject), adjacent=True)


def _shows_anothers(scene: Scene, subject: int) -> bool:
    """Whether what is published there comes from something else: "The paper posted parts of the letter: …"."""
    verb = scene.tokens[subject].head
    thing = scene.syntax.child(verb, "dobj") if scene.tokens[verb].lemma in PUBLISHING else None
    return thing is not None and any(
        scene.tokens[i].word in _OUT_OF for at in (thing, verb) for i in scene.syntax.children[at]
    )


def hands_over(scene: Scene, lead: range) -> bool:
    """Whether what ends in a colon tells that something is said, or holds no verb ("Z:")."""
    told = any(_tells(scene, i) for i in lead) and not any(scene.tokens[i].word == "whether" for i in lead)
    return told or not any(scene.tokens[i].pos in ("VERB", "AUX") for i in lead)


def _tells(scene: Scene, index: int) -> bool:
    """Whether a word before a colon tells that something is said: "had a message for them:", "summed it up:"."""
    token = scene.tokens[index]
    return token.lemma in (BESIDE if token.pos == "VERB" else UTTERANCES)


def _is_told(scene: Scene, lead: range, verb: int) -> bool:
    """Whether somebody tells what another does, who says nothing: "The paper notes that the mayor is late: …"."""
    token = scene.tokens[verb]
    return token.dep == "ccomp" and token.head in lead and (token.tag == "VBG" or not _tells(scene, verb))


def last_subject(scene: Scene, lead: range) -> int | None:
    """The subject of the last clause that leads to a colon ("X asked, but Y hit back:"), or the only noun there."""
    clauses = (i for i in reversed(lead) if scene.tokens[i].dep == "nsubj" and is_nominal(scene, i))
    main = (i for i in clauses if scene.tokens[scene.tokens[i].head].dep in ("ROOT", "conj", "ccomp", "parataxis"))
    main = (i for i in main if not _is_told(scene, lead, scene.tokens[i].head))
    subject = next(main, None)
    nouns = (i for i in lead if scene.tokens[i].dep == "ROOT" and is_nominal(scene, i))
    found = next(nouns, None) if subject is None else subject
    return None if found is None or _shows_anothers(scene, found) else found
