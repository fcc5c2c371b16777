"""Which drafts are actors beyond doubt; the others stay out of the cast, and their names where they stand."""

import re
from collections.abc import Mapping, Sequence, Set
from functools import cache

from babel import Locale

from generator.account.actors.assemble import Draft
from generator.account.actors.evidence import DOMAIN, Profile, head_of, is_of_state
from generator.account.actors.gazetteer import country_names, known_bodies, place_names
from generator.account.actors.lexicon import (
    CALLINGS,
    COMPANY_FORMS,
    COURTESY,
    ORG_HEADS,
    PLACE_HEADS,
    STATE_HEADS,
    TITLE_MODIFIERS,
)
from generator.account.actors.person import is_full_name
from generator.language.lexicon import word_class, words
from generator.matching.names import fold, is_acronym, is_given_name, split_name, transliteration_key

_HEADS = ORG_HEADS | STATE_HEADS | COMPANY_FORMS
# So often is a place without other proof told of that the model's label may be believed.
_OFTEN = 3
# Of so many mentions of a body at least one says something.
_SPEAKING = 12
# "House Oversight and Government …": the name goes on; "… Oversight and [Reform Committee]": it has begun before.
_GOES_ON = re.compile(r"(?:,|,? and|,? &) (?:the )?[A-Z]")
_BEGINS_BEFORE = re.compile(
    r"(?:\b(?:House|Senate) (?:[\w,]+ ){1,4}(?:and|&)|[a-z,] [A-Z][a-z]+"
    r"|(?:Court|Office|Committee|Center|Institute)[\w ]{0,20} (?:for|of|on)(?: the)?) $"
)
_REACH = 60


def proven(
    drafts: Sequence[Draft],
    evidence: Mapping[str, Profile],
    texts: Mapping[str, str],
    common: Mapping[str, Set[str]],
) -> list[Draft]:
    """The drafts of which something beside the language model's label tells that they are such an actor.

    `common` are the forms that each article writes small too.
    """
    bodies = {key for draft in drafts if draft.kind in {"organisation", "state body"} for key in _spellings(draft)}
    return [
        draft
        for draft in drafts
        if draft.decision is not None
        or (_is_proven(draft, evidence, texts, common) and not (draft.kind == "person" and bodies & _spellings(draft)))
    ]


def _spellings(draft: Draft) -> set[str]:
    """The names of several words, whatever their spelling: who is also called a body is perhaps none."""
    return {transliteration_key(c.key.replace(" ", "")) for c, _ in draft.mentions if " " in c.key or "-" in c.text}


def _is_proven(
    draft: Draft, evidence: Mapping[str, Profile], texts: Mapping[str, str], common: Mapping[str, Set[str]]
) -> bool:
    keys = {candidate.key for candidate, _ in draft.mentions} | {fold(draft.name)}
    profiles = [evidence[key] for key in sorted(keys) if key in evidence]
    if draft.kind == "person":
        return _is_person(draft, profiles) and not (" " in draft.name and _is_a_thing(draft, common))
    if draft.kind == "country" or _is_known(keys):
        return True
    if draft.kind == "place":
        return _is_place(keys, profiles)
    if draft.kind == "group":
        return _is_group(draft, keys, profiles)
    if draft.kind == "state body" and not any(is_of_state(key) for key in keys):
        return False
    return _is_body(draft, keys, profiles) and not _is_torn(draft, texts) and not _is_common(draft, common)


def _is_known(keys: set[str]) -> bool:
    """Whether a form is that of a well-known body, a country or a state."""
    return any(key in known_bodies() or key in country_names() or key in place_names() for key in keys)


def _is_person(draft: Draft, profiles: Sequence[Profile]) -> bool:
    """A full name with an office, with what only a person is said to be or does, or a first name, in a clause."""
    names = [candidate for candidate, form in draft.mentions if form == "name"]
    if set(split_name(draft.name)) <= _OFFICE_WORDS:
        # "Ranking Member of the Harbour Committee Ada Roth".
        return False
    offices = {c.title.casefold() for c in names if c.title} - COURTESY
    if not offices and 2 * sum(c.article_word for c in names) >= len(names):
        # "The Little Sisters".
        return False
    if not any(is_full_name(candidate) for candidate in names) and not any(" " in name for name in draft.known):
        return bool(offices)
    if any(c.title for c in names) or draft.descriptions or any(p.personal or p.speaks for p in profiles):
        return True
    first = "".join(split_name(draft.name)[:1])
    if first in _GIVEN or is_given_name(first):
        return any(p.hangs for p in profiles) and not draft.name.isupper()
    return len(names) > 1 and any(p.acts for p in profiles)


_OFFICE_WORDS = CALLINGS | TITLE_MODIFIERS | word_class("unnamed_persons")
_GIVEN = word_class("given_female") | word_class("given_male")


def _is_place(keys: set[str], profiles: Sequence[Profile]) -> bool:
    if keys & _languages():
        return False
    headed = any(" " in key and key.split()[-1] in PLACE_HEADS for key in keys)
    inside = sum(p.after_place_word + p.with_region for p in profiles)
    return (headed and inside > 0) or inside > 1 or sum(p.labels["GPE"] for p in profiles) >= _OFTEN


@cache
def _languages() -> frozenset[str]:
    """What languages are called, folded: "in Latin" is no place."""
    return frozenset(fold(str(name)) for name in Locale("en").languages.values()) - place_names()


def _is_group(draft: Draft, keys: set[str], profiles: Sequence[Profile]) -> bool:
    """A name that a group goes by ("Senate Liberals"), or a country's officials who say something.

    "Harbour officials" is said of whoever is meant.
    """
    named = any(candidate.text.split()[-1][0].isupper() for candidate, _ in draft.mentions)
    return named or (any(p.speaks for p in profiles) and any(key.split()[0] in country_names() for key in keys))


def _is_body(draft: Draft, keys: set[str], profiles: Sequence[Profile]) -> bool:
    """The head noun of a body, somebody who says things or is said to be one, an acronym that is explained."""
    if keys <= words():
        # "The Hill" may be a newspaper, or what it says.
        return False
    headed = any(" " in key and {head_of(key.split()), key.split()[-1]} & _HEADS for key in keys)
    if all(" " not in key for key in keys) and any(p.labels["PERSON"] or p.titled for p in profiles):
        # A surname, perhaps.
        return False
    domain = any(DOMAIN.search(candidate.text) for candidate, _ in draft.mentions)
    acts = any(p.bodily for p in profiles) or sum(p.speaks for p in profiles) * _SPEAKING > len(draft.mentions)
    explained = any(is_acronym(c.text) for c, _ in draft.mentions) and any(" " in key for key in keys)
    return headed or domain or acts or explained


def _is_torn(draft: Draft, texts: Mapping[str, str]) -> bool:
    """Whether every mention is part of a longer name, by what stands before or after it."""
    return all(
        (fold(c.text).split()[-1] not in _HEADS and _GOES_ON.match(texts[c.article], c.end))
        or _BEGINS_BEFORE.search(texts[c.article], max(0, c.start - _REACH), c.start)
        for c, _ in draft.mentions
    )


def _is_a_thing(draft: Draft, common: Mapping[str, Set[str]]) -> bool:
    """Whether an article that has the full name writes its words small too: "a witch hunt" is nobody."""
    key = fold(draft.name)
    return any(c.key == key and key in common[c.article] for c, _ in draft.mentions)


def _is_common(draft: Draft, common: Mapping[str, Set[str]]) -> bool:
    """Whether the article itself writes the words small elsewhere: "a high school"."""
    return all(c.key in common[c.article] for c, _ in draft.mentions)
