"""Which drafts are actors beyond doubt; the others stay out of the cast, and their names where they stand."""

import re
from collections.abc import Mapping, Sequence, Set

from generator.account.actors.assemble import Draft
from generator.account.actors.evidence import DOMAIN, Profile
from generator.account.actors.gazetteer import country_names, known_bodies, place_names
from generator.account.actors.lexicon import (
    COMPANY_FORMS,
    COURTESY,
    ORG_HEADS,
    PLACE_HEADS,
    STATE_HEADS,
)
from generator.account.actors.person import is_full_name
from generator.language.lexicon import word_class, words
from generator.matching.names import fold, is_acronym, is_given_name, split_name

_HEADS = ORG_HEADS | STATE_HEADS | COMPANY_FORMS
# So often is a place without other proof told of that the model's label may be believed.
_OFTEN = 3
# Of so many mentions of a body at least one says something.
_SPEAKING = 12
# "House Oversight and Government …": the name goes on.
_GOES_ON = re.compile(r"(?:,|,? and|,? &) (?:the )?[A-Z]")


def proven(
    drafts: Sequence[Draft],
    evidence: Mapping[str, Profile],
    texts: Mapping[str, str],
    common: Mapping[str, Set[str]],
) -> list[Draft]:
    """The drafts of which something beside the language model's label tells that they are such an actor.

    `common` are the forms that each article writes small too.
    """
    return [draft for draft in drafts if draft.decision is not None or _is_proven(draft, evidence, texts, common)]


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
    return _is_body(draft, keys, profiles) and not _is_torn(draft, texts) and not _is_common(draft, common)


def _is_known(keys: set[str]) -> bool:
    """Whether a form is that of a well-known body, a country or a state."""
    return any(key in known_bodies() or key in country_names() or key in place_names() for key in keys)


def _is_person(draft: Draft, profiles: Sequence[Profile]) -> bool:
    """A full name with an office, with what only a person is said to be or does, or a first name, in a clause."""
    names = [candidate for candidate, form in draft.mentions if form == "name"]
    offices = {c.title.casefold() for c in names if c.title} - COURTESY
    if not any(is_full_name(candidate) for candidate in names) and not any(" " in name for name in draft.known):
        return bool(offices)
    if any(c.title for c in names) or draft.descriptions or any(p.personal or p.speaks for p in profiles):
        return True
    first = "".join(split_name(draft.name)[:1])
    if first in _GIVEN or is_given_name(first):
        return any(p.hangs for p in profiles) and not draft.name.isupper()
    return len(names) > 1 and any(p.acts for p in profiles)


_GIVEN = word_class("given_female") | word_class("given_male")


def _is_place(keys: set[str], profiles: Sequence[Profile]) -> bool:
    headed = any(" " in key and key.split()[-1] in PLACE_HEADS for key in keys)
    inside = sum(p.after_place_word + p.with_region for p in profiles)
    return (headed and inside > 0) or inside > 1 or sum(p.labels["GPE"] for p in profiles) >= _OFTEN


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
    headed = any(" " in key and set(key.split()) & _HEADS for key in keys)
    domain = any(DOMAIN.search(candidate.text) for candidate, _ in draft.mentions)
    acts = any(p.bodily for p in profiles) or sum(p.speaks for p in profiles) * _SPEAKING > len(draft.mentions)
    explained = any(is_acronym(c.text) for c, _ in draft.mentions) and any(" " in key for key in keys)
    return headed or domain or acts or explained


def _is_torn(draft: Draft, texts: Mapping[str, str]) -> bool:
    """Whether every mention is the beginning of a longer name."""
    ends = [(texts[c.article], c.end) for c, _ in draft.mentions if fold(c.text).split()[-1] not in _HEADS]
    return len(ends) == len(draft.mentions) and all(_GOES_ON.match(text, end) for text, end in ends)


def _is_a_thing(draft: Draft, common: Mapping[str, Set[str]]) -> bool:
    """Whether an article that has the full name writes its words small too: "a witch hunt" is nobody."""
    key = fold(draft.name)
    return any(c.key == key and key in common[c.article] for c, _ in draft.mentions)


def _is_common(draft: Draft, common: Mapping[str, Set[str]]) -> bool:
    """Whether the article itself writes the words small elsewhere: "a high school"."""
    return all(c.key in common[c.article] for c, _ in draft.mentions)
