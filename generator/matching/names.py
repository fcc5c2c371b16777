"""Comparing names, with a reason: a shared vocabulary of pure functions that steps may import.

The rules are those of name matching in record linkage (Christen, Data Matching, 2012, chapter 5): folding of spelling,
token alignment with initials and nicknames, and a small edit distance for transliterations.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, Literal

from rapidfuzz.distance import Levenshtein

from generator.language.lexicon import word_class
from generator.model.record import Record

Relation = Literal["same", "near", "different"]

SUFFIXES = word_class("suffixes")
# Small words that belong to the family name after them, in the languages of Europe and the Arab world.
PARTICLES = frozenset(word_class("particles"))
_FEMALE = word_class("given_female") - word_class("given_male")
_MALE = word_class("given_male") - word_class("given_female")
_POSSESSIVE = re.compile(r"(?:['’‘]s|(?<=[sS])['’])$")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")


class Likeness(Record, frozen=True):
    """How two names relate, and why: "same" may be merged, "near" is for an editor to decide."""

    relation: Relation
    reason: str = ""


DIFFERENT = Likeness(relation="different")


def strip_possessive(text: str) -> str:
    """The name without a possessive ending: "Ada's" gives "Ada", "the Joneses'" gives "the Joneses"."""
    return _POSSESSIVE.sub("", text)


@lru_cache(maxsize=1 << 17)
def fold(text: str) -> str:
    """A spelling-independent key: no case, accents, dots, hyphens or doubled spaces; initials are written together."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = _INITIALS.sub(lambda match: match[0].replace(".", ""), plain)
    words = _WORD.findall(plain.replace("’", "'"))
    return " ".join(words).casefold()


@lru_cache(maxsize=1 << 16)
def split_name(text: str) -> tuple[str, ...]:
    """The folded words of a personal name without generational and academic suffixes."""
    words = fold(text).split()
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    return tuple(words)


@lru_cache(maxsize=1 << 16)
def suffix(text: str) -> str:
    """The generational suffix of a name ("jr", "iii"), or ""."""
    last = fold(text).split()[-1:]
    return last[0] if last and last[0] in SUFFIXES else ""


def plain_name(text: str) -> str:
    """A personal name without middle initials and suffix: "Ada B. Example Jr." gives "Ada Example"."""
    words = text.replace(",", "").split()
    while len(words) > 2 and fold(words[-1]) in SUFFIXES:
        words.pop()
    middle = [word for word in words[1:-1] if len(fold(word)) > 1]
    return " ".join([words[0], *middle, *words[1:][-1:]])


def fullest_names(names: Iterable[str]) -> set[str]:
    """Names with the middle initial of one form and the suffix of another: "Ada B. Example", "Ada Example III"."""
    names = list(names)
    # A son who has his father's name may not be named with a "Jr."; a "III" is nobody else's.
    ends = {name.split()[-1] for name in names if suffix(name) and set(suffix(name)) <= set("iv")}
    middles = [name for name in names if not suffix(name) and any(len(fold(w)) == 1 for w in name.split()[1:-1])]
    return {f"{name} {end}" for name in middles for end in ends}


@lru_cache(maxsize=1 << 16)
def family_name(text: str) -> str:
    """The last word of a name with the particles before it ("de la cruz"), folded; the western order is assumed."""
    words = split_name(text)
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return " ".join(words[start:])


@lru_cache(maxsize=1 << 16)
def compare_full_names(one: str, other: str) -> Likeness:
    """Relate two personal names of at least two words each."""
    a, b = split_name(one), split_name(other)
    if len(a) < 2 or len(b) < 2 or _suffixes_conflict(one, other):
        return DIFFERENT
    if "".join(a) == "".join(b):
        return Likeness(relation="same", reason=_spelling_reason(one, other))
    if any(short == (fold(nickname(full)), long[-1]) for short, long, full in ((a, b, other), (b, a, one))):
        return Likeness(relation="same", reason="the nickname given with the full name")
    if len(a) == len(b) and (a[1:] + a[:1] == b or b[1:] + b[:1] == a) and not _both_orders_are_names(a):
        return Likeness(relation="same", reason="the same words, family name first or last")
    return _compare_by_family(a, b)


def nickname(text: str) -> str:
    """What stands in quotation marks within a name, or "": Ada "Ace" Berg."""
    found = re.search(r" [\"“‘'](\w+)[\"”’'] ", text)
    return found[1] if found else ""


def _suffixes_conflict(one: str, other: str) -> bool:
    return bool(suffix(one) and suffix(other) and suffix(one) != suffix(other))


def _spelling_reason(one: str, other: str) -> str:
    return "the same name" if one == other else "the same name but for case, accents, dots, hyphens or suffix"


def _both_orders_are_names(words: tuple[str, ...]) -> bool:
    """Two common first names are two persons in their two orders."""
    return len(words) == 2 and all(is_given_name(word) for word in words)


def _compare_by_family(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    family = compare_words(a[-1], b[-1])
    if family.relation == "different":
        return DIFFERENT
    given = compare_given_names(a[:-1], b[:-1])
    if given.relation == "different":
        return DIFFERENT
    if "same" not in (family.relation, given.relation):
        return DIFFERENT
    if family.relation == "near":
        exact = given.reason == "same first name"
        reason = f"{given.reason} and family names that differ by one letter"
        return Likeness(relation="same" if exact and len(a[0]) > 2 else "near", reason=reason)
    return Likeness(relation=given.relation, reason=f"same family name, {given.reason}")


def compare_given_names(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    """Relate first names: every name of the shorter list must find its match in the longer, in order."""
    short, long = sorted((a, b), key=len)
    reasons: list[str] = []
    near = False
    position = 0
    for number, word in enumerate(short):
        match = _next_match(word, long, position, limit=len(long) - (len(short) - number) + 1)
        if match is None:
            return DIFFERENT
        position, likeness = match[0] + 1, match[1]
        near = near or likeness.relation == "near"
        reasons.append(likeness.reason)
    if len(short) > 1 and len(long) > len(short) and 1 in map(len, (*short[1:], *long[1:])):
        # "Ada C. Berg" is not "Ada B. C. Berg".
        return DIFFERENT
    if len(short) == 1 and long[0] != short[0] and len(long[0]) > 1 and reasons == ["same"] and position > 1:
        # "Anna Maria Berg" and "Maria Berg" may be mother and daughter.
        near = True
    reason = next((r for r in reasons if r != "same"), "same first name")
    return Likeness(relation="near" if near else "same", reason=reason)


def _next_match(word: str, names: tuple[str, ...], start: int, *, limit: int) -> tuple[int, Likeness] | None:
    for index in range(start, limit):
        likeness = compare_given(word, names[index])
        # "Ada C. Berg" is no Clara Berg.
        middle = index and not start and word != names[index] and 1 in (len(word), len(names[index]))
        if likeness.relation != "different" and not middle:
            return index, likeness
    return None


@cache
def compare_given(a: str, b: str) -> Likeness:
    """Relate two folded first names."""
    if a == b:
        return Likeness(relation="same", reason="same")
    if len(a) == 1 or len(b) == 1:
        return Likeness(relation="same", reason="a matching initial") if a[0] == b[0] else DIFFERENT
    if are_nicknames(a, b):
        return Likeness(
            relation="same", reason=f"{min(a, b).title()} and {max(a, b).title()} are forms of one first name"
        )
    return compare_words(a, b)


# So many letters make a word long: one that differs by a letter may be the same.
LONG = 5


@cache
def compare_words(a: str, b: str) -> Likeness:
    """Relate two folded words by spelling: transliterations are the same, one odd letter in a long word is near."""
    if a == b:
        return Likeness(relation="same", reason="same")
    if transliteration_key(a) == transliteration_key(b) and min(len(a), len(b)) > 2:
        return Likeness(relation="same", reason="a variant transliteration")
    if (
        a[0] == b[0]
        and min(len(a), len(b)) >= LONG
        and a[-1] == b[-1]
        and Levenshtein.distance(a, b, score_cutoff=1) == 1
    ):
        return Likeness(relation="near", reason="a spelling that differs by one letter")
    return DIFFERENT


# Letters and letter groups that romanisations of Cyrillic, Arabic, Hangul and Chinese write in several ways.
_ROMANISATIONS = (
    ("kh", "h"),
    ("ph", "f"),
    ("ck", "k"),
    ("ks", "x"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("iy", "i"),
    ("yy", "i"),
    ("ey", "i"),
    ("ei", "i"),
    ("ij", "i"),
    ("y", "i"),
    ("w", "v"),
    ("q", "k"),
    ("c", "k"),
)


@cache
def transliteration_key(word: str) -> str:
    """A key under which the usual romanisations of one name agree ("yuriy" and "yuri", "asad" and "assad")."""
    for written, key in _ROMANISATIONS:
        word = word.replace(written, key)
    return re.sub(r"(.)\1+", r"\1", word)


@cache
def _nick_namer() -> Any:
    from nicknames import NickNamer  # noqa: PLC0415 - a build that changes nothing asks for no name

    return NickNamer()


@cache
def _name_groups(name: str) -> frozenset[str]:
    return frozenset(_nick_namer().canonicals_of(name)) | {name}


@cache
def are_nicknames(a: str, b: str) -> bool:
    """Whether one of two folded first names is a known short form of the other, or both of a third."""
    return bool(_name_groups(a) & _name_groups(b)) and (b in _name_groups(a) or a in _name_groups(b) or _cut(a, b))


def _cut(a: str, b: str) -> bool:
    """Two short forms of one name count only when they begin alike: "Nell" and "Nora" share "Eleanor"."""
    return a[:2] == b[:2]


@cache
def is_given_name(word: str) -> bool:
    """Whether a word is a first name or a short form in the nickname tables (English names only)."""
    word = fold(word)
    return bool(_nick_namer().canonicals_of(word) or _nick_namer().nicknames_of(word))


def gender_of(first_name: str) -> str:
    """ "m" or "f" where a folded first name tells it, else ""."""
    return "f" if first_name in _FEMALE else "m" if first_name in _MALE else ""


def initials(text: str) -> str:
    """The folded initials of a body's name without small words: "International Court of Justice" gives "icj".

    An acronym in it is whole: "U.S. Chess League" gives "uscl".
    """
    words = [(fold(word), is_acronym(word)) for word in text.split()]
    return "".join(part if whole else part[:1] for part, whole in words if part and part not in SMALL_WORDS)


SMALL_WORDS = word_class("small_words")


@lru_cache(maxsize=1 << 16)
def is_acronym(text: str) -> bool:
    """Whether a word is written as an acronym: two to eight capitals, with or without dots."""
    plain = text.replace(".", "").replace("&", "")
    return 2 <= len(plain) <= 8 and plain.isalpha() and sum(c.isupper() for c in plain) >= max(2, len(plain) - 1)


def word_bag(text: str) -> frozenset[str]:
    """The folded words of a body's name without small words: one set for "Office of Trade" and "Trade Office"."""
    return frozenset(word for word in fold(text).split() if word not in SMALL_WORDS)
