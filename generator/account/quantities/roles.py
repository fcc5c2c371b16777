"""The part that those counted have in a happening: dead, hurt, arrested, gathered, jobs cut.

Reports tell the same few things in many words ("14 were killed", "a death toll of 14"), which must be brought to one
before two numbers can be compared. The classes are those in which incident databases count people, with those of
strikes, crowds and layoffs; the words are general English.
"""

from collections.abc import Iterator, Sequence

from generator.language.lexicon import word_class
from generator.matching.measures import JOBS, PERSONS
from generator.model.analysis import Token

_WORDS: dict[str, str] = {
    word: role
    for role, words in {
        "dead": "kill die drown perish slay dead death fatality toll",
        "hurt": "injure wound hurt injury wounded injured",
        "missing": "missing unaccounted",
        "arrested": "arrest detain detention arrestee detainee",
        "in hospital": "hospitalize hospitalise hospitalization",
        "driven out": "evacuate displace evacuation evacuee",
        "gathered": "gather assemble march rally protest demonstrate attend crowd throng converge protester protestor"
        " demonstrator marcher attendee spectator visitor fan turnout attendance festivalgoer concertgoer",
        "on strike": "strike striker walkout",
        "on board": "aboard onboard passenger",
        "rescued": "rescue",
        "treated": "treat",
        "living": "population inhabitant",
    }.items()
    for word in words.split()
}
# A verb that says little, with the word below it that tells.
_PHRASES: dict[tuple[str, str], str] = {
    **dict.fromkeys((("lose", "life"), ("claim", "life")), "dead"),
    **dict.fromkeys(((verb, "hospital") for verb in ("take", "rush", "send", "bring", "carry")), "in hospital"),
    **dict.fromkeys(((verb, "home") for verb in ("leave", "flee", "force", "have")), "driven out"),
    **dict.fromkeys((("walk", "job"), ("walk", "off"), ("walk", "out"), ("go", "strike")), "on strike"),
    ("take", "custody"): "arrested",
    **dict.fromkeys((("suffer", "injury"), ("sustain", "injury")), "hurt"),
    **dict.fromkeys((("turn", "out"), ("show", "up"), ("take", "street")), "gathered"),
}
_CUTTING = word_class("cutting")
_COMING = word_class("coming")
# Those who do this are not those to whom it is done.
_DONE_TO = frozenset(word_class("done_to"))
_PLACES = word_class("settlements")
# On the way up from a number to the word that tells, these say nothing yet.
_OPEN = word_class("open")
_STEPS = 6


def find_role(tokens: Sequence[Token], anchor: int, base: int, noun: str) -> str:
    """The part of those counted, whose word or numeral is `anchor` (an index in the sentence); "" if none is told."""
    for index in _participles(tokens, anchor, base):
        if role := _WORDS.get(tokens[index].lemma, ""):
            return role
    for below, index in _upwards(tokens, anchor, base):
        if role := _told(tokens, index, below, base, noun):
            return role
    return _WORDS.get(noun, "")


def is_role(noun: str) -> bool:
    """Whether the noun itself says which part those had whom it counts ("arrests", "fatalities")."""
    return noun in _WORDS


def _participles(tokens: Sequence[Token], anchor: int, base: int) -> list[int]:
    """What follows the noun or hangs on it as "killed" does in "12 people killed" and in "two dead, five wounded"."""
    return [
        index
        for index, token in enumerate(tokens)
        if (index == anchor + 1 and (token.tag == "VBN" or token.pos == "ADJ"))
        or (token.head - base == anchor and index != anchor and token.dep in {"acl", "amod"} and token.tag != "VBG")
    ]


def _upwards(tokens: Sequence[Token], anchor: int, base: int) -> Iterator[tuple[int, int]]:
    """The words above the noun, each with the one below it, up to the first verb that means something by itself."""
    below = anchor
    for _ in range(_STEPS):
        index = tokens[below].head - base
        if index == below or not 0 <= index < len(tokens) or _is_beside(tokens, index, base):
            return
        yield below, index
        helps = tokens[index].dep in {"aux", "auxpass"}
        if tokens[index].pos in {"VERB", "AUX"} and tokens[index].dep == "advcl":
            return
        if tokens[index].pos in {"VERB", "AUX"} and tokens[index].lemma not in _OPEN and not helps:
            return
        below = index


def _is_beside(tokens: Sequence[Token], index: int, base: int) -> bool:
    """Whether a preposition puts what it governs beside the deed: a strike "at nine depots", but "put at 150"."""
    above = tokens[index].head - base
    valued = 0 <= above < len(tokens) and tokens[above].lemma in _OPEN | {"home"}
    return tokens[index].dep == "prep" and tokens[index].lemma != "of" and not valued


def _told(tokens: Sequence[Token], index: int, below: int, base: int, noun: str) -> str:
    """What the word at `index` tells of the number that hangs on it by the word `below`."""
    lemma, acts = tokens[index].lemma, tokens[below].dep == "nsubj"
    if tokens[index].word == "missing":
        return "missing"
    if (lemma == "home" and tokens[below].word == "to") or (lemma in _PLACES and tokens[below].word == "of"):
        return "living"
    if lemma in _CUTTING and noun in JOBS and not acts:
        return "jobs cut"
    for word in _complements(tokens, index, base):
        if role := _PHRASES.get((lemma, word), "") or (_WORDS.get(word, "") if lemma == "be" else ""):
            return role
    if lemma in _COMING and noun in PERSONS:
        return "gathered"
    if (acts and lemma in _DONE_TO) or (lemma == "strike" and tokens[index].pos == "VERB" and not acts):
        return ""
    return _WORDS.get(lemma, "")


_COMPLEMENTS = frozenset({"acomp", "oprd", "prt", "dobj", "advmod", "attr", "pobj"})


def _complements(tokens: Sequence[Token], index: int, base: int) -> Iterator[str]:
    """The lemmas of the objects, particles and adjectives of a verb, those after a preposition too."""
    for token in tokens:
        if token.dep not in _COMPLEMENTS:
            continue
        above = tokens[token.head - base] if 0 <= token.head - base < len(tokens) else token
        direct = token.head - base == index and token.dep != "pobj"
        further = above.head - base == index and (token.dep, above.dep) in {("pobj", "prep"), ("dobj", "xcomp")}
        if direct or further:
            yield token.word if token.tag == "VBG" else token.lemma
