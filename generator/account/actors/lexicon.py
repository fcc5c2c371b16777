"""Words that tell what a capitalised name is, in the English of news: titles, heads of bodies, what is no actor.

The lists stand in data/words.txt; each holds words of general use, never the name of anybody.
"""

from importlib.resources import files

from generator.model.actors import ActorKind


def _read_lists() -> dict[str, frozenset[str]]:
    text = (files("generator.account.actors") / "data" / "words.txt").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            current = lists.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            current += line.split()
    return {name: frozenset(words) for name, words in lists.items()}


_LISTS = _read_lists()

COURTESY_MALE = _LISTS["courtesy_male"]
COURTESY_FEMALE = _LISTS["courtesy_female"]
COURTESY = COURTESY_MALE | COURTESY_FEMALE | _LISTS["courtesy_any"]
OFFICES = _LISTS["offices"] | {word + "s" for word in _LISTS["offices"] if word.isalpha()}
TITLE_MODIFIERS = _LISTS["title_modifiers"]
PORTFOLIOS = _LISTS["portfolios"]
SUFFIX_WORDS = _LISTS["suffix_words"]
STATE_HEADS = _LISTS["state_heads"]
ORG_HEADS = _LISTS["org_heads"]
PLACE_HEADS = _LISTS["place_heads"]
THING_HEADS = _LISTS["thing_heads"]
OCCUPATIONS = _LISTS["occupations"]
# What only a person is.
CALLINGS = OFFICES | OCCUPATIONS
COMPANY_FORMS = _LISTS["company_forms"]
GIVEN_FEMALE = _LISTS["given_female"] - _LISTS["given_male"]
GIVEN_MALE = _LISTS["given_male"] - _LISTS["given_female"]
GIVEN_NAMES = GIVEN_FEMALE | GIVEN_MALE
TIME_WORDS = _LISTS["time_words"]
NEVER_NAMES = _LISTS["never_names"]
GROUP_NOUNS = _LISTS["group_nouns"]
SPEECH_VERBS = _LISTS["speech_verbs"]

# Small-lettered nouns that, after a name, make it the name of a place ("the Example region").
PLACE_NOUNS = frozenset(
    {
        "region",
        "province",
        "county",
        "district",
        "peninsula",
        "island",
        "islands",
        "valley",
        "river",
        "desert",
        "strait",
    }
)

# Small-lettered nouns that, after a name, make it the name of a body ("the … administration", "the … campaign").
BODY_NOUNS: dict[str, ActorKind] = {
    "administration": "organisation",
    "campaign": "organisation",
    "government": "state body",
    "committee": "state body",
    "subcommittee": "state body",
    "department": "state body",
    "ministry": "state body",
    "military": "state body",
    "army": "state body",
    "navy": "state body",
    "parliament": "state body",
    "legislature": "state body",
    "senate": "state body",
    "assembly": "state body",
    "police": "state body",
    "embassy": "state body",
    "court": "state body",
    "council": "state body",
    "party": "organisation",
}
