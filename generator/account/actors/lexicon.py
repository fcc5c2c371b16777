"""Words that tell what a capitalised name is, in the English of news: titles, heads of bodies, what is no actor.

Words of general use, never the name of anybody.
"""

from generator.language.lexicon import word_class
from generator.model.actors import ActorKind

COURTESY_MALE = word_class("courtesy_male")
COURTESY_FEMALE = word_class("courtesy_female")
COURTESY = COURTESY_MALE | COURTESY_FEMALE | word_class("courtesy_any")
OFFICES = word_class("offices") | {word + "s" for word in word_class("offices") if word.isalpha()}
TITLE_MODIFIERS = word_class("title_modifiers")
PORTFOLIOS = word_class("portfolios")
SUFFIX_WORDS = word_class("suffix_words")
STATE_HEADS = word_class("state_heads")
ORG_HEADS = word_class("org_heads")
PLACE_HEADS = word_class("place_heads")
THING_HEADS = word_class("thing_heads")
OCCUPATIONS = word_class("occupations")
KIN = word_class("kin")
# What only a person is.
CALLINGS = OFFICES | OCCUPATIONS
# What explains a name as a person's: "the headteacher, Ada Roth".
EXPLAINING = CALLINGS | word_class("callings")
COMPANY_FORMS = word_class("company_forms")
GIVEN_NAMES = word_class("given_female") ^ word_class("given_male")
TIME_WORDS = word_class("time_words")
NEVER_NAMES = word_class("never_names")
GROUP_NOUNS = word_class("group_nouns")
SPEECH_VERBS = word_class("speech_verbs")

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
