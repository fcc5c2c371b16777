"""Which words by themselves name a speaker: "the mayor of Y, Z" is Z, or the mayor.

Whom "he" and "the mayor" mean is not asked here: the cast knows each mention of its actors.
"""

import re

from generator.account.quotations.scene import Scene
from generator.account.quotations.sources import Words
from generator.language.dates.words import MONTH_NUMBERS
from generator.language.lexicon import word_class
from generator.language.verbs import CALLINGS, OFFICES, SAYING, UTTERANCES
from generator.matching.names import fold, is_acronym
from generator.model.text import Passage

_NOT_PERSONS = frozenset({"GPE", "LOC", "FAC", "NORP"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
# What nobody is called by, though the model takes it for a name.
_NO_NAMES = frozenset({"DATE", "TIME", "NORP", "EVENT", "LAW", "FAC", "GPE", "LOC"})
_INDEFINITE = word_class("indefinite")
_ROLES = CALLINGS | OFFICES | word_class("unnamed_persons") | word_class("person_nouns")
_BODIES = word_class("org_heads") | word_class("state_heads")
# With "the" alone they only point back: "the board", "the Democrat".
_BACK = (_BODIES - _ROLES) | word_class("party_members")
_SPEAKING = frozenset({"nsubj", "ROOT", "npadvmod"})
_BY = frozenset({"by", "to"})
_SHORTENED = word_class("abbreviations")
_OCCUPATIONS = word_class("occupations")
_TITLES = CALLINGS | OFFICES | word_class("titles")
_DEFINITE = word_class("definite")
_NAMING = word_class("naming")
_WAYS = frozenset({"in", "on", "at"})
# "The Harbour Board (HB)", "The Harbour Board (HB" where the bracket closes behind the words.
_OPEN_BRACKET = re.compile(r"\s*\([^)]*\)?$")
_RELATIVE = frozenset({"WP", "WDT", "WP$", "WRB"})
_NO_NAME = re.compile(r"[“”\"#(\[\];\u2600-\u27bf\U0001f000-\U0001faff]|://")
_SHORTEST = 2
# What tells which one it is may be so many words long.
_LONG = 8
_DESCRIBED = 2
_NAMED = frozenset({"PERSON", "ORG", "GPE"})
_STOPS = frozenset({",", ":", ";", "(", "–", "—", "--", "."})
# Of when he says it.
_WHEN = word_class("time_marks") | word_class("ground_prepositions") | word_class("binding")
_MONTHS = frozenset(MONTH_NUMBERS)
_GIVEN = word_class("given_female") | word_class("given_male")
# Of no name: "But Mr. Roth", "-Mayor Ada Roth".
_BEFORE_WORDS = frozenset({"ADV", "CCONJ", "PUNCT"})


def speaker_names(scene: Scene, speaker: Words) -> tuple[Passage, ...]:
    """The words that may name the speaker, likeliest first: a noun with its appositions ("the mayor of Y, Z")."""
    head = scene.tokens[speaker[2]]
    if _are_several(scene, speaker) or _is_part_of_a_name(scene, speaker):
        # Two who say the same thing are no one's quotation.
        return ()
    if head.pos == "NOUN" and head.lemma in UTTERANCES:
        # "The lawsuit that Ada Roth filed says …"
        return (_core(scene, speaker[2]),)
    last = _restricted(scene, speaker[2], speaker[1])
    return tuple(dict.fromkeys(_core(scene, index) for index in _with_names(scene, speaker[2], last)))


def told_as(scene: Scene, speaker: Words) -> str:
    """The words that name the speaker or give his role, with what restricts it; "" for a pronoun or a thing."""
    first, last, head = speaker
    token, above = scene.tokens[head], scene.tokens[scene.tokens[head].head]
    if _is_part_of_a_name(scene, speaker) or _is_nobodys_name(scene, speaker):
        return ""
    if token.dep == "appos" and above.pos == "PROPN" and above.entity == "PERSON":
        # "Ada Roth, a visitor who was there, says …"
        return _core(scene, token.head).quote
    if not (token.pos == "PROPN" and token.entity not in _NO_NAMES):
        speaks = token.dep in _SPEAKING or (token.dep == "pobj" and above.word in _BY)
        roles = _ROLES if scene.tokens[first].word in _INDEFINITE else _ROLES | _BODIES
        if token.pos not in ("NOUN", "PROPN") or not speaks or token.lemma.lower() not in roles:
            return ""
    if token.dep == "nsubj" and _is_put_to_them(scene, token.head):
        return ""
    if (named := _name_right_after(scene, head, last)) is not None:
        floor = last + 2 * _is_in_charge(scene, last)
        first = next(i for i in range(named, floor - 1, -1) if scene.tokens[i].entity_start or i == floor)
        return scene.article.passage(scene.tokens[first].start, scene.tokens[named].end).quote
    whole = _restricted(scene, head, last)
    if last < whole <= last + _LONG:
        return _as_written(scene, range(first, whole), head)
    return _told_in_part(scene, speaker, whole)


def _told_in_part(scene: Scene, speaker: Words, whole: int) -> str:
    """The words without a relative clause or what else makes them too long; "" where the rest says little."""
    first, last, head = speaker
    if last < whole and (head - first < _DESCRIBED or scene.tokens[first].word in _DEFINITE):
        # "A former mason" says something without all that follows, "a person" and "the Elmet mason" don't.
        return ""
    # "an official with knowledge of what happened" is told whole, "a mason, who was there" or "in May" as "a mason".
    relative = (
        i
        for i in range(head + 1, last)
        if (scene.tokens[i].tag in _RELATIVE and scene.tokens[i - 1].pos != "ADP") or _is_of_time(scene, i)
    )
    end = next(relative, None)
    if end is not None and _are_several(scene, speaker):
        # "Roth, who left, and Holt, who says …"
        return ""
    while last < len(scene.tokens) and scene.tokens[last].entity == scene.tokens[last - 1].entity == "ORG":
        if scene.tokens[last].pos == "PUNCT":
            break
        last += 1
    return _as_written(scene, range(first, last if end is None else end), head)


def _restricted(scene: Scene, head: int, last: int) -> int:
    """Where a role ends with what tells which one it is: "a warden [close to Roth]", "the warden [who was there]"."""
    role = scene.tokens[head]
    if role.pos not in ("NOUN", "PROPN") or role.entity in _NAMED or role.lemma.lower() not in _ROLES | _BODIES:
        return last
    end = last
    for child in scene.syntax.children[head]:
        first, after = scene.syntax.subtree(child)
        if first == end and _restricts(scene, child) and not any(scene.quoted(i) for i in range(first, after)):
            end = next((i for i in range(first, after) if scene.tokens[i].text in _STOPS), after)
    return end if end == last else _to_a_name(scene, end)


def _restricts(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if token.dep == "prep":
        what = scene.syntax.child(index, "pobj")
        return what is not None and not _is_of_time(scene, index) and token.word not in _WHEN
    # Of "a sailor close to the owner" the model takes "close" for an adverb.
    close = token.dep == "advmod" and scene.syntax.child(index, "prep") is not None
    return close or token.dep in ("amod", "acl", "relcl")


def _is_of_time(scene: Scene, index: int) -> bool:
    """Whether a preposition leads to a time: "a lawyer [in March]"."""
    what = scene.tokens[scene.syntax.child(index, "pobj") or index]
    return scene.tokens[index].dep == "prep" and (what.entity in ("DATE", "TIME") or what.word in _MONTHS)


def _to_a_name(scene: Scene, end: int) -> int:
    """Where the name ends that a comma sets behind a role: "Elmet's envoy to Orm[, Ada Roth],"."""
    last = end + 1
    while last < len(scene.tokens) and scene.tokens[last].entity == "PERSON":
        last += 1
    return last if scene.syntax.word(end) == "," and last > end + 1 else end


def _is_part_of_a_name(scene: Scene, speaker: Words) -> bool:
    """Whether the name goes on behind the words: "White" of "at the White House, wrote"."""
    last = speaker[1]
    one, other = scene.tokens[last - 1], scene.tokens[min(last, len(scene.tokens) - 1)]
    joined = one.pos == other.pos == "PROPN" and scene.body[one.end : other.start] == " "
    return joined and one.dep == "compound" and one.head == last


def _is_nobodys_name(scene: Scene, speaker: Words) -> bool:
    """Whether the words are a text, a first name alone, or a body that they don't name."""
    first, last, head = speaker
    token = scene.tokens[head]
    if token.lemma.lower() in UTTERANCES and token.entity != "ORG":
        return True
    if last - first == 1 and fold(token.text) in _GIVEN and token.text[0].isupper():
        return True
    return last - first == 2 and scene.tokens[first].word in _DEFINITE and token.text.lower() in _BACK


def _as_written(scene: Scene, words: range, head: int) -> str:
    """The speaker's words where they name him and not what the writer thinks of him, or of how many he is one."""
    token = scene.tokens[head]
    words = _without_a_way(scene, words, head)
    while len(words) > 1 and _is_before_words(scene, words[0]) and words[0] != head:
        words = words[1:]
    first, described = scene.tokens[words[0]], [scene.tokens[i].pos for i in words if i < head]
    if first.word in _INDEFINITE and token.pos == "PROPN" and token.entity != "ORG" and "ADJ" in described:
        # "an angry Mr. Roth"
        return _core(scene, head).quote
    if {"ADJ", "CCONJ"} <= set(described):
        # "a tired and angry visitor" is how the writer sees him.
        return ""
    if first.tag in ("PRP$", "WP$") or _is_cut(scene, words, head) or _is_untold(scene, words, head):
        # "His office": whose, a reader can't see.
        return ""
    if token.tag == "NNS" and any(scene.tokens[i].pos == "NUM" for i in words):
        # "More than 900 voters, or half": nobody's words.
        return ""
    if scene.tokens[words[-1]].text.rstrip(".") in _SHORTENED:
        # "said police Lt. Ada Roth": the model ends its sentence there.
        return ""
    told = _OPEN_BRACKET.sub("", scene.body[first.start : scene.tokens[words[-1]].end]).rstrip(" ,")
    return "" if _NO_NAME.search(told) or len(told) < _SHORTEST else told


def _is_before_words(scene: Scene, index: int) -> bool:
    """Whether a word before a name is none of it: a day, "Later", "on"."""
    token = scene.tokens[index]
    timed = token.entity in ("DATE", "TIME") and scene.syntax.word(index + 1)[:1] not in ("’", "'", "-")
    return token.pos in _BEFORE_WORDS or timed or token.text == "what" or token.pos == "ADP"


def _without_a_way(scene: Scene, words: range, head: int) -> range:
    """A speaker without where he says it: "the club in a post on Sunday"."""
    for index in range(head + 1, words.stop):
        said = scene.syntax.child(index, "pobj") if scene.tokens[index].word in _WAYS else None
        if said is not None and scene.tokens[said].lemma in UTTERANCES and scene.tokens[said].pos == "NOUN":
            return range(words.start, index)
    return words


def _is_cut(scene: Scene, words: range, head: int) -> bool:
    """Whether the words end before what tells who it is: "the one to go", "the woman who called", "some of those"."""
    after, last = scene.tokens[min(words.stop, len(scene.tokens) - 1)], scene.tokens[words[-1]]
    if last.entity != "PERSON" and _names_him(scene, words.stop):
        return True
    if last.pos == "ADP" or last.tag in ("DT", "TO") or _is_in_charge(scene, words.stop):
        return True
    if scene.body[last.end : last.end + 1] in tuple("'’") and (len(last.text) == 1 or words[-1] != head):
        # "Ada O’ Roth", "the founder of Elmet’s best school"
        return scene.tokens[head].dep != "poss"
    bare = head - words[0] == sum(scene.tokens[i].pos in ("DET", "NUM") for i in range(words[0], head))
    known = scene.tokens[words[0]].word in _DEFINITE and (bare or after.tag == "TO") and words[-1] == head
    verb = scene.tokens[after.head] if after.tag == "TO" else after
    return known and (after.tag in _RELATIVE or (verb.tag in ("VB", "VBN", "VBG") and verb.head in words))


def _names_him(scene: Scene, index: int) -> bool:
    """Whether who it is follows a role: "Mayor-elect Ada Roth", "the mayor, Ada Roth", "a man named Roth"."""
    if scene.syntax.word(index) == "(":
        within = range(index, min(index + 4, len(scene.tokens)))
        index = next((i for i in within if scene.syntax.word(i) == ")"), index) + 1
    if index >= len(scene.tokens) - 1:
        return False
    here, after = scene.tokens[index], scene.tokens[index + 1]
    if here.text == "," or here.lemma in _NAMING:
        if here.text == "," and after.word in _DEFINITE:
            # "the mayor's lawyer, the former judge Ada Roth,"
            comma = next((i for i in range(index + 1, len(scene.tokens)) if scene.tokens[i].text in ",.:"), index)
            return any(scene.tokens[i].entity == "PERSON" for i in range(index + 1, comma))
        titled = after.pos == "PROPN" and after.lemma.lower() in _TITLES
        return after.entity == "PERSON" or titled or after.lemma in _NAMING
    joined = scene.body[scene.tokens[index - 1].end : here.start] == " "
    named = here.pos == "PROPN" or (here.pos == "ADP" and here.text.istitle())
    return joined and named and here.entity not in ("DATE", "TIME")


def _is_untold(scene: Scene, words: range, head: int) -> bool:
    """Whether a role has lost the name that it stands before, or its article: "Minority Leader", "veteran member"."""
    token = scene.tokens[head]
    told = [scene.tokens[i] for i in words]
    roles = _ROLES | _TITLES | _BODIES if len(told) == 1 else _ROLES | _TITLES
    if token.tag not in ("NN", "NNP") or token.lemma.lower() not in roles or token.entity == "PERSON":
        return False
    named = token.text[0].isupper() if len(told) == 1 else told[-1].pos == "PROPN" and any(t.text == "," for t in told)
    return not named and not any(t.pos in ("DET", "NUM") or t.tag == "POS" or t.entity == "PERSON" for t in told)


def _is_put_to_them(scene: Scene, cue: int) -> bool:
    """Whether nobody tells it as said: "they will argue", "asked that she call him …", "says a man called her …"."""
    token = scene.tokens[cue]
    retold = token.dep == "ccomp" and scene.tokens[token.head].lemma in SAYING and not scene.quoted(token.head)
    return token.tag == "VB" or retold


def _are_several(scene: Scene, speaker: Words) -> bool:
    """Whether the words name more than one: "X and Y", "attorneys X, Y and Z"."""
    first, last, head = speaker
    others = (i for i in scene.syntax.children[head] if scene.tokens[i].dep == "conj" and scene.tokens[i].pos in _NOUNS)
    # "Ada Roth, who heads the Elmet Quay Board, or EQB".
    joined = any(scene.syntax.word(i - 1) != "or" or not is_acronym(scene.tokens[i].text) for i in others)
    if joined and _beside(scene, head) is None:
        return True
    if any(_is_joined(scene, head, i) for i in range(head + 1, last)):
        return True
    if any(scene.tokens[i].entity == "PERSON" and scene.tokens[i + 1].pos == "CCONJ" for i in range(first, head)):
        # "Holt and law partner Ada Roth"
        return True
    plurals = (i for i in range(first, last - 1) if scene.tokens[i].tag == "NNS" and not scene.tokens[i].text.isupper())
    return any(scene.tokens[i + 1].pos == "PROPN" for i in plurals)


def _is_joined(scene: Scene, head: int, index: int) -> bool:
    """Whether the model joins a person to the home of the first, or one to another: "the owners, Ada and Bert Roth"."""
    token, plural = scene.tokens[index], scene.tokens[head].tag == "NNS"
    joined = token.dep == "conj" and token.entity == "PERSON"
    return joined and (plural or scene.tokens[token.head].entity in _NOT_PERSONS)


def _beside(scene: Scene, head: int) -> int | None:
    """The name that a comma alone sets beside a noun: "the council's leader, Ada Roth of Elmet"."""
    deps = ("conj", "appos") if scene.tokens[head].entity == "NORP" else ("conj",)
    joined = [i for i in scene.syntax.children[head] if scene.tokens[i].dep in deps]
    if len(joined) != 1 or scene.tokens[joined[0]].entity != "PERSON" or scene.tokens[head].entity == "PERSON":
        return None
    if _holds_both(scene, head, joined[0]):
        return joined[0]
    deeper = (scene.tokens[i].dep for at in (head, joined[0]) for i in scene.syntax.children[at])
    return None if "cc" in deeper else joined[0]


def _holds_both(scene: Scene, head: int, name: int) -> bool:
    """Whether one person holds two offices: "chairman and chief executive Ada Roth", without an article."""
    first = name
    while first > head and scene.tokens[first].entity == "PERSON":
        first -= 1
    words = [scene.tokens[i] for i in range(head, first + 1)]
    bare = all(word.pos in ("NOUN", "PROPN", "ADJ", "CCONJ") for word in words)
    titled = words[-1].lemma.lower() in _TITLES and words[0].lemma.lower() in _TITLES
    return bare and titled and scene.syntax.child(head, "det", "poss") is None


def _core(scene: Scene, head: int) -> Passage:
    """The noun with the names right before it that belong to it."""
    first = head
    while first > 0 and scene.tokens[first - 1].pos == "PROPN" and scene.tokens[first - 1].dep in ("compound", "nmod"):
        if not scene.tokens[first - 1].text[0].isalnum():  # a dash with the word that it stands before
            break
        if _is_in_charge(scene, max(first - 2, 0)):
            break
        first -= 1
    return scene.article.passage(scene.tokens[first].start, scene.tokens[head].end)


def _with_names(scene: Scene, head: int, last: int) -> list[int]:
    """A noun and the names that stand beside it: "the coach of Y, Z" is Z, wherever the model hangs it."""
    trailing = _trailing_name(scene, head, last) or _following_name(scene, head, last)
    trailing = trailing or _name_right_after(scene, head, last) or _beside(scene, head)
    if trailing is not None:
        return [trailing, head]
    described = scene.syntax.child(head, "det") is not None
    if scene.tokens[head].pos == "PROPN" and not described:
        return [head]
    # "the other members — Elmet, Orm and Holm" is none of them.
    alone = scene.tokens[head].tag != "NNS"
    return [*(i for i in range(head + 1, last) if alone and _is_name_beside(scene, i)), head]


def _is_name_beside(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    named = token.dep == "appos" and token.pos == "PROPN"
    return named and token.entity not in _NOT_PERSONS and token.lemma not in CALLINGS


def _following_name(scene: Scene, head: int, last: int) -> int | None:
    """The person in "asked the judge, Ada Roth." where the model does not hang the name on the noun."""
    if last != head + 1 or scene.tokens[head].lemma not in _TITLES or last + 1 >= len(scene.tokens):
        return None
    index = last + 1
    if scene.tokens[last].text != "," or scene.syntax.child(head, "det") is None:
        return None
    while index < len(scene.tokens) and scene.tokens[index].pos == "PROPN" and scene.tokens[index].entity == "PERSON":
        index += 1
    named = index > last + 1 and (index >= len(scene.tokens) or scene.tokens[index].text in (".", ","))
    return index - 1 if named else None


def _name_right_after(scene: Scene, head: int, last: int) -> int | None:
    """The person behind a title without an article where the model hangs him elsewhere: "Clerk Ada Roth (Elmet)"."""
    token = scene.tokens[head]
    if token.lemma.lower() not in _TITLES | _ROLES | _OCCUPATIONS or token.entity == "PERSON":
        return None
    index = first = last + 2 * _is_in_charge(scene, last)
    # "Per" and "Will" are other words to the model.
    while (
        index < len(scene.tokens) and scene.tokens[index].text[0].isupper() and scene.tokens[index].entity == "PERSON"
    ):
        index += 1
    return index - 1 if index > first + 1 and scene.syntax.child(head, "det") is None else None


def _is_in_charge(scene: Scene, index: int) -> bool:
    """Whether a title goes on with "in charge" there, as in "Agent in Charge Ada Roth"."""
    return [token.word for token in scene.tokens[index : index + 2]] == ["in", "charge"]


def _trailing_name(scene: Scene, head: int, last: int) -> int | None:
    """The person in "director of National Parks Jane Roe", where the model takes all of it for one name.

    Not the one in "a spokesman for Mayor Roe": a title belongs to its bearer.
    """
    first = last - 1
    if first <= head or scene.tokens[first].entity != "PERSON":
        return None
    while first > head and scene.tokens[first].entity == "PERSON":
        first -= 1
    if any(scene.tokens[i].text == "," for i in range(head, first + 1)):
        return None
    before = scene.tokens[first]
    titled = before.text.rstrip(".").lower() in _TITLES
    return last - 1 if first > head and before.pos == "PROPN" and not titled else None
