"""What a web page or a sentence has run into the front of a personal name: "Facebook COO Ada Roth", "Team Roth"."""

from collections.abc import Sequence, Set

import msgspec

from generator.account.actors.candidates import Candidate
from generator.account.actors.gazetteer import country_names, known_bodies, place_names
from generator.account.actors.lexicon import CALLINGS, COURTESY, GIVEN_NAMES, ORG_HEADS, PLACE_HEADS, STATE_HEADS
from generator.account.actors.lexicon import THING_HEADS as THINGS
from generator.account.actors.person import is_full_name
from generator.language.lexicon import word_class, words
from generator.matching.names import PARTICLES, family_name, fold, is_acronym, is_given_name
from generator.model.analysis import Analysis, Token

_BODIES = ORG_HEADS | STATE_HEADS | PLACE_HEADS | THINGS
_PERSONS = CALLINGS | word_class("unnamed_persons") | word_class("person_heads")


def without_prefixes(found: Sequence[Candidate], analysis: Analysis, body: str) -> list[Candidate]:
    """The candidates of an article, the persons among them from their first name on.

    What stood before it is the candidate's title where it is a calling ("Demonstrator Ada Roth"), else nothing.
    """
    small = {t.text for t in analysis.tokens if t.text.islower() and t.pos in ("NOUN", "VERB", "ADJ")}
    families = {
        family_name(c.text)
        for c in found
        if ((c.titled or c.label == "PERSON") and " " not in c.key)
        or (is_full_name(c) and (c.titled or c.key.split()[0] in GIVEN_NAMES))
    }
    full = {c.key for c in found if is_full_name(c)}
    return [_cut(candidate, analysis, body, small, families | full) for candidate in found]


def _cut(candidate: Candidate, analysis: Analysis, body: str, small: Set[str], families: Set[str]) -> Candidate:
    tokens = analysis.tokens
    size = candidate.last - candidate.first
    if size < 2 or candidate.key in known_bodies() or candidate.key in country_names():
        return candidate
    if tokens[candidate.last - 1].word in _BODIES:
        return candidate
    for first in range(candidate.first + 1, candidate.last - (size > 2)):
        if _is_spare(tokens[first - 1], body[candidate.start : tokens[first - 1].end], small) and _begins(
            tokens[first - 1], tokens[first : candidate.last], families
        ):
            return _from(candidate, analysis, body, first)
    return candidate


def _is_spare(before: Token, head: str, small: Set[str]) -> bool:
    """Whether the words before end in one that is no part of a personal name."""
    word = before.word
    if word in GIVEN_NAMES or word in PARTICLES or word in COURTESY or not word[0].isalpha():
        return False
    known = fold(head)
    told = known in known_bodies() or known in country_names() or known in place_names()
    return (
        told
        or _is_calling(word)
        or {word, word.removesuffix("s")} & (small | words()) != set()
        or (before.text.isupper() and is_acronym(before.text) and "." not in before.text)
    )


def _is_calling(word: str) -> bool:
    return word in _PERSONS or word.endswith(("ologist", "ographer"))


def _begins(before: Token, rest: Sequence[Token], families: Set[str]) -> bool:
    """Whether a person's name begins here: a first name with more, or the surname of one named in full."""
    if any(token.entity not in {"PERSON", "ORG", ""} for token in rest):
        return False
    if (
        len(rest) > 1
        and rest[0].text[0].isupper()
        and before.entity == "NORP"
        and all(token.entity == "PERSON" for token in rest)
    ):
        # "Ruritanian Ada Roth".
        return True
    if len(rest) == 1:
        return fold(rest[0].text) in families and not is_given_name(fold(before.text))
    if fold(" ".join(token.text for token in rest)) in families:
        return True
    word = rest[0].word
    return (word in GIVEN_NAMES or is_given_name(word)) and rest[1].text[0].isupper()


def _from(candidate: Candidate, analysis: Analysis, body: str, first: int) -> Candidate:
    tokens = analysis.tokens
    start = tokens[first].start
    text = " ".join(body[start : candidate.end].split())
    called = _is_calling(tokens[first - 1].word)
    return msgspec.structs.replace(
        candidate,
        first=first,
        start=start,
        text=text,
        key=fold(text),
        label="PERSON",
        title=body[candidate.start : start].strip() if called else candidate.title,
        title_start=candidate.start if called else candidate.title_start,
        inside=True,
        article_word=False,
    )
