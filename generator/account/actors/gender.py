"""Whether an article speaks of a person as he or she: by courtesy titles, gendered nouns, and first names."""

import re
from collections import Counter
from collections.abc import Sequence

from generator.account.actors.assemble import Draft
from generator.account.actors.lexicon import COURTESY_FEMALE, COURTESY_MALE
from generator.account.actors.person import is_full_name
from generator.language.lexicon import word_class
from generator.matching.names import fold, gender_of

_MALE = COURTESY_MALE | frozenset(word_class("gender_male"))
_FEMALE = COURTESY_FEMALE | frozenset(word_class("gender_female"))

_OWNER = re.compile(r"^[A-Z].*?(?:[’']s|s[’']) (?=\w)")


def genders(drafts: Sequence[Draft]) -> dict[int, str]:
    """For each person among the drafts, by index, "m", "f" or ""."""
    found = {}
    for index, draft in enumerate(drafts):
        if draft.kind != "person":
            continue
        votes: Counter[str] = Counter()
        for candidate, _ in draft.mentions:
            words = set(candidate.title.casefold().split())
            votes["m"] += bool(words & _MALE)
            votes["f"] += bool(words & _FEMALE)
            votes[candidate.gendered] += 1
        for description in draft.descriptions:
            # A capitalised word further on is another's name: "a director at Lady Chapel College", "Ms. Holt's rival".
            told = _OWNER.sub("", description.text).split()
            words = {told[0].casefold(), *(word for word in told if word.islower())}
            votes["m"] += bool(words & _MALE)
            votes["f"] += bool(words & _FEMALE)
        found[index] = _by_first_name(draft) if votes["m"] == votes["f"] else max("mf", key=lambda g: votes[g])
    return found


def _by_first_name(draft: Draft) -> str:
    """The gender that a person's first names tell, where they agree."""
    full = (c.text for c, form in draft.mentions if form == "name" and is_full_name(c))
    # Of "Jean-Noel" one half alone tells nothing.
    words = {part for name in full for part in fold(name.split()[0].replace("-", " ")).split()}
    told = {gender_of(word) for word in words} - {""}
    return told.pop() if len(told) == 1 else ""
