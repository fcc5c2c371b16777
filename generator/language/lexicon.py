"""Closed or nearly closed word classes of English that turn what is claimed into something denied, planned or told.

A shared vocabulary that steps may import. The classes are small because they are grammar, not topic: each list could be
taken from any reference grammar of English (Quirk et al. 1985: modality, chapters 3 and 4; adverbial clauses, chapter
15; reporting verbs, chapters 14 and 16).
"""


def word_class(words: str) -> frozenset[str]:
    """The words of a class, written with spaces between them."""
    return frozenset(words.split())


# Parts of speech (universal tags) whose words carry the meaning; a shared "and that the" shows nothing.
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
# Lemmas of verbs that put their complement in somebody's mouth.
REPORTING = word_class(
    """accuse acknowledge add admit allege announce argue ask assert believe boast call caution charge cite claim
    complain concede conclude confirm contend criticize declare deny describe disclose dismiss dispute emphasize
    estimate explain indicate insist maintain mention note object pledge predict promise propose protest reiterate
    remark repeat reply report respond reveal say state stress suggest tell testify think vow warn write"""
)
# Words that pass a thing on without standing for it.
HEDGES = word_class(
    """alleged allegedly apparent apparently claim critic likely may might perhaps possible possibly presumably
    probably purported purportedly reported reportedly rumored seem seemingly appear so-called supposed supposedly
    unconfirmed unnamed anonymous accuse accusation allegation source official"""
)
NEGATIONS = word_class(
    "not n't no never none nothing nobody neither nor without hardly deny refuse reject decline fail lack"
)
MODALS = word_class("can could may might must shall should will would ought")
# Verbs and adjectives that place a thing in the future or in somebody's intention.
PLANNING = word_class(
    """aim announce await consider decide expect hope intend offer plan pledge prepare promise propose schedule seek
    set slate vow want will would about likely"""
)
# Prepositions and conjunctions that give a ground; "as", "since" and "after" only where they open a clause.
GROUNDS = word_class("because due amid despite over reason cause therefore thus given")
CLAUSE_GROUNDS = word_class("as since after if although though while unless so")
WEEKDAYS = word_class("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = word_class(
    """january february march april may june july august september october november december jan. feb. mar. apr. aug.
    sept. oct. nov. dec."""
)
# Lemmas that say nothing of what a sentence is about.
EMPTY = word_class(
    """be have do say the a an of to in and that for on with as at by from it he she they his her their its this not
    would will mr. mrs. ms. dr. 's ’s also more than who which what when where there tell"""
)
# Adjectives that tell which or how many of a kind, not of what sort (postdeterminers; Quirk et al. 5.20 to 5.24).
POSTDETERMINERS = word_class(
    """additional another certain chief current earlier early entire enough few fewer final first former following
    fourth further future given initial last late later latter least less main many more most much next new numerous
    ongoing only original other own particular past possible potential present previous recent same second several
    similar single some specific such third total upcoming various very whole"""
)
# Verbs of saying by which a writer judges what is said, as style books warn ("claimed" doubts, "admitted" convicts).
JUDGING_REPORTING = word_class(
    """admit allege assert boast brag claim complain concede confess contend grumble insinuate insist lament lash plead
    rage rail rant scoff sneer threaten vow warn"""
)
