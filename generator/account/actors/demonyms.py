"""What an article tells of a country's form in its place: whose officials, whose descent, which town."""

from generator.account.actors.candidates import Candidate
from generator.account.actors.gazetteer import country_names, state_abbreviations, us_states
from generator.account.actors.homes import UNITED_STATES
from generator.account.actors.lexicon import BODY_NOUNS, OFFICES, SPEECH_VERBS, STATE_HEADS
from generator.language.lexicon import word_class
from generator.language.verbs import SAYING
from generator.matching.names import fold
from generator.model.analysis import Analysis


def is_official(candidate: Candidate, analysis: Analysis) -> bool:
    """Whether a demonym is said of who acts for the country, or those who bear it speak: "Ruritanian officials"."""
    token = analysis.tokens[candidate.last - 1]
    head = analysis.tokens[token.head]
    if token.dep == "nsubj":
        return head.lemma in SPEECH_VERBS
    return token.dep in {"amod", "compound", "nmod"} and head.word in _OFFICIAL


_OFFICIAL = OFFICES | BODY_NOUNS.keys() | STATE_HEADS | word_class("group_nouns")


def is_of_descent(candidate: Candidate, analysis: Analysis) -> bool:
    """Whether a name says where Americans have come from, "Ruritanian-Americans"."""
    tokens = analysis.tokens
    for hyphen, other in ((candidate.last, candidate.last + 1), (candidate.first - 1, candidate.first - 2)):
        if 0 <= other < len(tokens) and tokens[hyphen].text == "-":
            pair = {candidate.key, fold(tokens[other].text)}
            return any((c := country_names().get(k)) is not None and c.country == UNITED_STATES for k in pair)
    return False


def speaks(candidate: Candidate, analysis: Analysis) -> bool:
    """Whether a name of a capital says, blames, denies."""
    token = analysis.tokens[candidate.last - 1]
    return token.dep == "nsubj" and analysis.tokens[token.head].lemma in SPEECH_VERBS | SAYING


def is_in_a_state(candidate: Candidate, analysis: Analysis) -> bool:
    """ "Ruritania, Ohio" is a town."""
    after = analysis.tokens[candidate.last : candidate.last + 2]
    region = len(after) == 2 and after[0].text == "," and candidate.key != fold(UNITED_STATES)
    return region and (fold(after[1].text) in us_states() or after[1].text in state_abbreviations())
