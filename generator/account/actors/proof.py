"""Which drafts are actors beyond doubt; the others stay out of the cast, and their names where they stand."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cache

from generator.account.actors.assemble import Draft
from generator.account.actors.candidates import PARTY_MEMBERS
from generator.account.actors.evidence import Profile
from generator.account.actors.gazetteer import country_names, known_bodies, place_names, us_states
from generator.account.actors.kinds import DOMAIN, PLACE_LABELS, head_of, is_of_state
from generator.account.actors.lexicon import (
    CALLINGS,
    COMPANY_FORMS,
    COURTESY,
    OFFICES,
    ORG_HEADS,
    PLACE_HEADS,
    STATE_HEADS,
    THING_HEADS,
    TITLE_MODIFIERS,
)
from generator.account.actors.person import is_full_name
from generator.account.actors.spans import MONTH_NAMES
from generator.account.actors.torn import without_torn
from generator.language.lexicon import word_class, words
from generator.matching.names import (
    PARTICLES,
    SMALL_WORDS,
    SUFFIXES,
    family_name,
    fold,
    is_acronym,
    is_given_name,
    split_name,
)
from generator.matching.rarity import is_a_word, is_common

_HEADS = ORG_HEADS | STATE_HEADS | COMPANY_FORMS
# So often is a place without other proof told of that the model's label may be believed.
_OFTEN = 3
# Of so many mentions of a body at least one says something.
_SPEAKING = 12
# "House Oversight and Government …": the name goes on; "… Oversight and [Reform Committee]": it has begun before.
_GOES_ON = re.compile(r"(?:,|,? and|,? &) (?:the )?[A-Z]")
_BEGINS_BEFORE = re.compile(
    r"(?:\b(?:House|Senate) (?:[\w,]+ ){1,4}(?:and|&)|[a-z,] [A-Z][a-z]+"
    r"|(?:Court|Office|Committee|Center|Institute)[\w ]{0,20} (?:for|of|on)(?: the| an?)?|[A-Z][a-z]+s for(?: an?)?) $"
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
    for draft in drafts:
        if draft.decision is None:
            without_torn(draft, texts)
    drafts = [draft for draft in drafts if draft.mentions]
    families = {family_name(c.text) for d in drafts if d.kind == "person" for c, _ in d.mentions if c.title}
    names: dict[str, list[str]] = defaultdict(list)
    for candidate in (c for d in drafts if d.kind == "person" for c, _ in d.mentions if is_full_name(c)):
        names[candidate.key].append(candidate.article)
    longer = _longer(names)
    return [
        draft
        for draft in drafts
        if draft.decision is not None
        or (_is_proven(draft, evidence, texts, common, families) and not _is_of_words(draft, names, longer, texts))
    ]


def _longer(names: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
    """How often somebody is told of whose name ends like another: "bo roth" of Ada Bo Roth."""
    found: dict[str, int] = {}
    for name, told in names.items():
        words = name.split()
        for tail in (" ".join(words[n:]) for n in range(1, len(words) - 1) if _is_first(words[0])):
            found[tail] = max(len(told), found.get(tail, 0))
    return found


def _is_spare(word: str) -> bool:
    """Whether a word is no first name before another, and no initial; "left" may be one, and is none."""
    return len(word) > 1 and word not in _GIVEN and (is_common(word) or not is_given_name(word))


def _is_of_words(
    draft: Draft, names: Mapping[str, Sequence[str]], longer: Mapping[str, int], texts: Mapping[str, str]
) -> bool:
    """Whether a name is another's with words before it or without its first, or stands in quotation marks everywhere.

    "Poor Ada Roth", "[elect] Ada Roth Speaker" tell of Roth, "Bo Roth" of Ada Bo Roth, and "Ada Bo Roth" once of Bo
    Roth; "The Roth Group" in quotation marks may be a programme.
    """
    words = fold(draft.name).split()
    marked = all(
        _MARKED_BEFORE.search(texts[c.article], max(0, c.start - _MARKS), c.start)
        and _MARKED_AFTER.match(texts[c.article], c.end)
        for c, _ in draft.mentions
    )
    if draft.kind == "person":
        before = range(1, len(words) - 1)
        own = {c.key for c, _ in draft.mentions}
        others = {" ".join(words[first:last]) for first, last in ((0, -1), *((n, None) for n in before))} & names.keys()
        others -= own
        if longer.get(" ".join(words), 0) >= len(draft.mentions):
            return True
        named = (n for n in before if _is_first(words[n]) and " ".join(words[n:]) in others)
        act = words[-1].endswith("ing") and is_a_word(words[-1])
        called = act or words[-1].removesuffix("s") in _OFFICE_WORDS | PARTY_MEMBERS
        called = called and " ".join(words[:-1]) in others
        told = names[" ".join(words[1:])] if " ".join(words[1:]) in others else []
        rarer = draft.articles <= set(told) and len(draft.mentions) < len(told)
        return marked or called or rarer or any(_is_spare(words[n - 1]) for n in named)
    if draft.kind not in {"organisation", "state body"} or _is_known({c.key for c, _ in draft.mentions}, draft.name):
        return False
    return marked


_MARKED_BEFORE, _MARKED_AFTER = re.compile(r"[\"“‘](?:[Tt]he |[Aa] )?$"), re.compile(r"[,.]?[\"”’]")
# So many characters of a mark and an article.
_MARKS = 5


def _is_proven(
    draft: Draft,
    evidence: Mapping[str, Profile],
    texts: Mapping[str, str],
    common: Mapping[str, Set[str]],
    families: Set[str],
) -> bool:
    keys = {candidate.key for candidate, _ in draft.mentions} | {fold(draft.name)}
    profiles = [evidence[key] for key in sorted(keys) if key in evidence]
    if not draft.name[0].isalnum() or (draft.kind in {"person", "place"} and any(c.isdigit() for c in draft.name)):
        return False
    if draft.kind == "person":
        return _is_person(draft, profiles, families) and not (" " in draft.name and _is_a_thing(draft, common))
    if draft.kind == "place" and any(2 * p.among_bodies > p.mentions for p in profiles):
        # "Holm College, Roth and …": a school named like a town.
        return False
    if draft.kind == "country" or _is_known(keys, draft.name):
        return True
    if draft.kind == "place":
        # "LA" is short for a place.
        return len(draft.name) > _SHORTEST and _is_place(keys, profiles)
    if draft.kind == "group":
        return _is_group(draft, keys, profiles)
    of_state = any(is_of_state(key) for key in keys) or any(p.public for p in profiles)
    of_state = of_state or any(c.text.endswith(" administration") for c, _ in draft.mentions)
    if (draft.kind == "state body" and not of_state) or "/" in draft.name or _is_of_a_body(draft.name):
        return False
    return (
        _is_body(draft, keys, profiles)
        and not _is_torn(draft, texts)
        and not _is_common(draft, common)
        and not _is_of_several_places(draft, texts)
    )


def _is_of_a_body(name: str) -> bool:
    """Whether a name is that of a known body with what is its own: "HCL’s Congress", "the Herald's Ada Roth"; or
    a known body before which its owner stands: "Roth's Senate" of "Roth's Senate bid", or after which words go on:
    "Congress of the Ohio-Utah treaty".
    """
    owner = _OWNER.match(name)
    if owner is None:
        return _goes_on_as_none(fold(name))
    own = fold(name[owner.end() :])
    known = {fold(owner[1]), own} & known_bodies().keys()
    return bool(is_acronym(owner[1]) or known or not {head_of(fold(name).split()), own.split()[-1]} & _HEADS)


def _goes_on_as_none(key: str) -> bool:
    """Whether a well-known body's name has words before or behind it that name no other, or is the end of a longer."""
    first, _, what = key.partition(" of the " if " of the " in key else " for ")
    where = _CHAMBER.fullmatch(key)
    owned = where is None or where[1] in us_states() | country_names().keys()
    return (what not in country_names() and first in known_bodies() and first != key) or not owned or key in _ends()


_CHAMBER = re.compile(r"(\w+)(?: state)? (?:congress|senate)")


@cache
def _ends() -> frozenset[str]:
    """ "Bridge Services" of the well-known "Office of Roads and Bridge Services"."""
    ends = {key.rpartition(" and ")[2] for key in known_bodies() if " and " in key}
    return frozenset(end for end in ends if " " in end and end not in known_bodies())


_OWNER = re.compile(r"(.+?)['’]s ")


def _is_known(keys: set[str], name: str) -> bool:
    """Whether a form is that of a well-known body, a country or a state; of an acronym only if so named."""
    bodies = [known_bodies()[key] for key in keys if key in known_bodies()]
    known = any(not body.acronym or body.name == name for body in bodies)
    return known or any(key in country_names() or key in place_names() for key in keys)


def _is_person(draft: Draft, profiles: Sequence[Profile], families: Set[str]) -> bool:
    """Somebody with an office, or a full name that is introduced as a person's, or does something in a clause."""
    names = [candidate for candidate, form in draft.mentions if form == "name"]
    if draft.name[0].islower() or set(split_name(draft.name)) <= _OFFICE_WORDS or _is_of_several(draft.name):
        # "bin Roth"; "Ranking Member of the Harbour Committee Ada Roth".
        return False
    if _begins_as_a_body(draft.name) or _OWNER.match(draft.name) or not _LETTERED.fullmatch(draft.name):
        return False
    if not _begins_with_first_name(draft.name) and _is_of_common_words(draft, profiles):
        return False
    offices = {c.title.casefold() for c in names if c.title} - COURTESY
    if not offices and 2 * sum(c.article_word for c in names) >= len(names):
        # "The Little Sisters".
        return False
    if not any(is_full_name(candidate) for candidate in names) and not any(" " in name for name in draft.known):
        # "Ada", "President Roth" may be anybody of that name, "Queen Ada" is one.
        reigns = any(set(office.split()) <= _REIGNING for office in offices)
        return reigns and not is_common(fold(draft.name)) and not is_acronym(draft.name)
    if any(c.title or c.callings for c in names) or draft.descriptions:
        return True
    several = (2 * p.plural > p.mentions and 2 * p.labels["PERSON"] <= p.mentions for p in profiles if " " in p.key)
    if any(several) or any(p.works for p in profiles if " " in p.key):
        # "The song Silver Lantern", "Elmet Bay Owls".
        return False
    if not _begins_with_first_name(draft.name):
        whole = [profile for profile in profiles if " " in profile.key]
        if not any(p.labels["PERSON"] or p.speaks for p in whole):
            # "Strategic Command", "Read More"; "Harvest Moon" where "Moon" stands alone, too.
            return False
    return any(p.personal for p in profiles) or _acts_as_a_person(draft, profiles, families)


def _begins_as_a_body(name: str) -> bool:
    """Whether a body or a country stands before a name, or it is that of a body: "Committee Ada Roth", "Team Ohio"."""
    first, *rest = split_name(name)
    country = first in country_names() and len(rest) > 1 and len(rest[0]) > 1
    return not _is_first(first) and (country or first in ORG_HEADS | STATE_HEADS)


# What names are written with; "Roth¢Âs" is a page's mistake, and "R-Ky. Roth" two of whom one is of a party.
_LETTERED = re.compile(r"(?![RDI]-[A-Z])(?:[^\W\d_]|[ .,'’‘`\"“”–-])+")


def _is_of_common_words(draft: Draft, profiles: Sequence[Profile]) -> bool:
    """Whether a name that begins with no first name is made as names of things are, or has words of the text before it.

    "County Supervisor", "Ohio Clerk"; "Grinning Glacier"; "Amidst Roth", "Beating Roth" where sentences open; "UCL
    Superstar". An office before it ("Sen. Star Porter") is a person's.
    """
    parts = split_name(draft.name)
    whole = [p for p in profiles if " " in p.key]
    if len(parts) < 2:
        return False
    offices = OFFICES - TITLE_MODIFIERS
    called = any(c.title and set(c.title.casefold().replace(".", "").split()) & offices for c, _ in draft.mentions)
    if parts[-1] in PLACE_HEADS | THING_HEADS | us_states() or parts[0] in THING_HEADS:
        # "Hurricane Ada", "Prince Roth County", "Rothergy Ohio".
        return not called or all(c.title.casefold() in _REIGNING for c, _ in draft.mentions if c.title)
    acronyms = (w for w in draft.name.split()[:-1] if w.isalpha() and w.isupper() and len(w) > _SHORTEST)
    if not draft.name.isupper() and any(not _is_first(fold(word)) for word in acronyms):
        return True
    if all(is_common(word) or word in _OFFICE_WORDS | place_names() for word in parts):
        return not called or parts[-1] in _OFFICE_WORDS
    act = parts[0].endswith("ing") and len(parts[0]) > len("King")
    opens = all(not p.inside for p in whole) and (act or is_common(parts[0]))
    plural = any(2 * p.plural > p.mentions and not p.labels["PERSON"] for p in whole)
    return (plural and not called) or (len(parts) > 2 and parts[0] in _OFFICE_WORDS) or (opens and not called)


def _is_of_several(name: str) -> bool:
    """Whether a name is of two or of a thing, is cut off, or run into other text: "Ada & Bo Roth", "Ada R."."""
    parts = name.replace("&", " and ").split()
    whole = [part for part in parts if part.casefold() not in PARTICLES and part.strip(".,").casefold() not in SUFFIXES]
    if not whole or {"and", "of", "on"} & set(parts):
        return True
    if len(parts) > 2 and (
        parts[0] == parts[-1]
        or any(p[-len(parts[0]) - 1 : -len(parts[0])].isalpha() and p.endswith(parts[0]) for p in parts[1:])
    ):
        # "Ada RothAda Roth", "Ada Roth Ada".
        return True
    return len(whole[-1].strip(".")) < _SHORTEST or len(whole) > _LONGEST


# An initial is no family name, most have so many words at most, and nobody has more than so many.
_SHORTEST, _USUAL, _LONGEST = 2, 3, 4


def _acts_as_a_person(draft: Draft, profiles: Sequence[Profile], families: Set[str]) -> bool:
    """Whether a full name, by its first name or the model's word a person's, is the subject of a clause.

    "In Ada Township", "the Ada Roth prize", "Ada Inn" are none.
    """
    full = [profile for profile in profiles if " " in profile.key] or profiles
    speaks = any(p.speaks for p in full)
    if any(
        2 * p.after_place_word > p.mentions or p.article_words or (not speaks and 4 * p.modifies > p.mentions)
        for p in full
    ):
        return False
    last = draft.name.split()[-1]
    if draft.name.isupper() or (fold(last) in _HEADS | PLACE_HEADS | THING_HEADS and last not in MONTH_NAMES):
        return False
    given, labelled = _begins_with_first_name(draft.name), any(p.labels["PERSON"] for p in full)
    if speaks:
        return given or labelled
    if not given and is_given_name(fold(draft.name).split()[-1]):
        # "Sleepy Bo" is what somebody calls Bo.
        return False
    surnames = [p for p in profiles if " " not in p.key and p.labels["PERSON"] * 2 > p.mentions]
    if given and any(p.met for p in full) and len(draft.name.split()) <= _USUAL:
        # "Roth Cash" may be what Roth has.
        return labelled and draft.name.split()[0].casefold() not in families
    return labelled and (given or len(draft.mentions) > 1) and any(p.acts for p in [*full, *surnames])


def _begins_with_first_name(name: str) -> bool:
    return _is_first("".join(split_name(name)[:1]))


def _is_first(word: str) -> bool:
    return word in _GIVEN or is_given_name(word)


# Those who go by their first name.
_REIGNING = word_class("one_holder") & (word_class("gender_male") | word_class("gender_female"))
_OFFICE_WORDS = CALLINGS | TITLE_MODIFIERS | word_class("unnamed_persons")
_GIVEN = word_class("given_female") | word_class("given_male")


def _is_place(keys: set[str], profiles: Sequence[Profile]) -> bool:
    headed = any(" " in key and key.split()[-1] in PLACE_HEADS for key in keys)
    inside = sum(p.after_place_word + p.with_region for p in profiles)
    labelled = sum(p.labels[label] for p in profiles for label in PLACE_LABELS)
    if not headed and 2 * labelled < sum(p.mentions for p in profiles) and not any(p.with_region for p in profiles):
        # "In Settings", "under the Quick Menu".
        return False
    often = sum(p.labels["GPE"] for p in profiles) >= _OFTEN
    return inside > 1 or (inside > 0 and (headed or often))


def _is_group(draft: Draft, keys: set[str], profiles: Sequence[Profile]) -> bool:
    """A country's officials who say something.

    "Harbour officials" and "Harbour Liberals" are said of whoever is meant, "Harbourites" are all who live there.
    """
    return any(p.speaks for p in profiles) and any(key.split()[0] in country_names() for key in keys)


def _is_body(draft: Draft, keys: set[str], profiles: Sequence[Profile]) -> bool:
    """The head noun of a body, or a body by the model's word that says things or is said to be one.

    "The Hill" may be a newspaper, or what it says; "Foreign Ministry", "City Council" is any country's, any town's.
    """
    if all(set(key.split()) <= _ANYBODYS or key in words() or len(key) < _LETTERS for key in keys):
        return False
    single = all(" " not in key for key in keys) and any(
        p.labels["PERSON"] or p.titled or 4 * p.after_place_word > p.mentions for p in profiles
    )
    if single or all(_DOUBLE.fullmatch(c.text) and not c.article_word for c, _ in draft.mentions):
        # A surname, perhaps.
        return False
    # "A band-aid" is none, though aid is.
    longer = [c.key.split() for c, _ in draft.mentions if " " in c.text or (c.label == "ORG" and " " in c.key)]
    headed = any({head_of(words), words[-1]} & _HEADS for words in longer)
    if headed and not _is_labelled_a_body(profiles):
        # "The Harbour Store" sells things, and is perhaps a page of its owner's.
        return False
    domain = any(DOMAIN.search(candidate.text) for candidate, _ in draft.mentions)
    return headed or domain or _acts_as_a_body(draft, profiles)


def _is_labelled_a_body(profiles: Sequence[Profile]) -> bool:
    """Whether the model holds a name for a body where it says what it is, or something says that it is one."""
    bodies = sum(p.labels["ORG"] for p in profiles)
    others = sum(p.labels[label] for p in profiles for label in _OTHERS)
    return bodies >= others or any(p.bodily or p.speaks for p in profiles)


# "Holm-Roth", "Holm-le-Roth".
_DOUBLE = re.compile(r"[A-Z][^\W\d]{2,}(?:[-–][a-z]+)*[-–][A-Z][^\W\d]{2,}")
_OTHERS = PLACE_LABELS | {"PERSON", "PRODUCT", "WORK_OF_ART", "LAW", "PERCENT"}


_ANYBODYS = word_class("anybodys") | SMALL_WORDS


def _acts_as_a_body(draft: Draft, profiles: Sequence[Profile]) -> bool:
    """Whether something without the head noun of a body is said to be one, or says things and is no lone odd word."""
    if set(fold(draft.name).split()) & CALLINGS:
        # "Council Member Ada Roth".
        return False
    labelled = 2 * sum(p.labels["ORG"] for p in profiles) > sum(p.mentions for p in profiles)
    speaks = sum(p.speaks for p in profiles) * _SPEAKING > len(draft.mentions)
    plain = len(draft.mentions) == 1 and draft.name.isalpha()
    words = draft.name.casefold().split()
    # "Ularu Bator" may be a town, or somebody.
    strange = len(words) == 2 and not any(is_common(word) for word in words)
    strange = strange and not any(c.article_word for c, _ in draft.mentions)
    told = any(p.bodily and not p.labels["PERSON"] for p in profiles)
    return told or (labelled and speaks and not plain and not strange)


# Shorter acronyms stand for offices and things, too ("IG").
_LETTERS = 3


def _is_torn(draft: Draft, texts: Mapping[str, str]) -> bool:
    """Whether every mention is part of a longer name, by what stands before or after it."""
    return all(
        (fold(c.text).split()[-1] not in _HEADS and _GOES_ON.match(texts[c.article], c.end))
        or _BEGINS_BEFORE.search(texts[c.article], max(0, c.start - _REACH), c.start)
        for c, _ in draft.mentions
    )


def _is_of_several_places(draft: Draft, texts: Mapping[str, str]) -> bool:
    """Whether a state's body is one in one place and another in the next: "the Embassy in Rome", "… in Oslo"."""
    posted = fold(draft.name).split()[-1] in _POSTED
    found = (_IN_PLACE.match(texts[c.article], c.end) for c, _ in draft.mentions if posted)
    return len({place[1] for place in found if place is not None}) > 1


_POSTED = frozenset({"embassy", "consulate", "court"})
_IN_PLACE = re.compile(r" in (?:the )?([A-Z]\w+)")


def _is_a_thing(draft: Draft, common: Mapping[str, Set[str]]) -> bool:
    """Whether an article that has the full name writes its words small too: "a witch hunt" is nobody."""
    key = fold(draft.name)
    return any(c.key == key and key in common[c.article] for c, _ in draft.mentions)


def _is_common(draft: Draft, common: Mapping[str, Set[str]]) -> bool:
    """Whether the article itself writes the words small elsewhere: "a high school"."""
    return all(c.key in common[c.article] for c, _ in draft.mentions)
