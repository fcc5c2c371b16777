"""Whether what is told of a date happened, is planned, is somebody's claim, or goes on."""

from itertools import pairwise

from generator.language.lexicon import word_class
from generator.language.tense import AHEAD, children, tense_at
from generator.model.analysis import Analysis
from generator.model.periods import Period
from generator.model.story import DateMention, HappeningStatus
from generator.story.background.readable import Clause

# Words that give a thing as somebody's word only; a closed set of English hedges.
_HEDGES = word_class("status_hedges")
_SAYING = word_class("status_saying")
_THINKING = word_class("status_thinking")
_REPORTING = _SAYING | word_class("status_reporting")


_MODALS = word_class("status_modals")


def status(
    analysis: Analysis, clause: Clause, mention: DateMention, date: Period, written: Period
) -> HappeningStatus | None:
    """How the article tells the happening, or None when its words and its date do not fit together."""
    if _is_possible(analysis, clause) or _is_supposed(analysis, clause):
        return None
    if date.low > written.high:
        return "planned"
    if mention.tense == "future" or _is_ahead(analysis, clause):
        # What was to come before the article was written may have come or not: the words do not tell.
        return "planned" if date.high >= written.low and not _is_deadline(analysis, mention) else None
    if _is_deadline(analysis, mention):
        return None
    if _is_claimed(analysis, clause):
        return "claimed"
    return "ongoing" if date.open else "happened"


def _is_deadline(analysis: Analysis, mention: DateMention) -> bool:
    """After "by" or "until", a date past is that of something else."""
    sentence = analysis.sentences[mention.sentence]
    before = [t.word for t in analysis.sentence_tokens(sentence) if t.end <= mention.start]
    return before[-1:] in (["by"], ["until"], ["till"], ["through"])


def is_mere_speech(analysis: Analysis, clause: Clause, *, recent: bool) -> bool:
    """Whether the happening is that somebody spoke: without what was said, or, if `recent`, at all."""
    if analysis.tokens[clause.top].lemma not in _REPORTING:
        return False
    inside = analysis.tokens[clause.first : clause.last]
    content = [t for t in children(analysis, clause.top) if t.dep in ("ccomp", "dobj", "xcomp") and t in inside]
    return recent or not content


def _is_possible(analysis: Analysis, clause: Clause) -> bool:
    """Whether the words say what might be or ought to be, or what somebody would not do: no plan and no happening."""
    helpers = {t.lemma for t in children(analysis, clause.head)}
    words = {t.word for t in children(analysis, clause.head)}
    return bool(words & _MODALS) or ("would" in words and bool(helpers & word_class("is_possible")))


def _is_ahead(analysis: Analysis, clause: Clause) -> bool:
    head = analysis.tokens[clause.head]
    if head.pos in ("VERB", "AUX"):
        return tense_at(analysis, clause.head) == "future"
    # A noun: "a vote planned for", "the upcoming trip".
    beside = {t.lemma for t in children(analysis, clause.head)}
    return bool(beside & (AHEAD | word_class("status_is_ahead")))


def _is_supposed(analysis: Analysis, clause: Clause) -> bool:
    """Under a condition, or asked: not told as having been."""
    marks = {t.word for t in children(analysis, clause.head) if t.dep == "mark"}
    helpers = {t.word for t in children(analysis, clause.head) if t.dep == "aux"}
    return bool(marks & {"if", "whether", "unless"}) or {"would", "have"} <= helpers or {"could", "have"} <= helpers


def _is_claimed(analysis: Analysis, clause: Clause) -> bool:
    words = {t.lemma for t in analysis.tokens[clause.first : clause.last]}
    return bool(words & _HEDGES) or _is_reported(analysis, clause.head) or _is_by_account(analysis, clause)


def _is_reported(analysis: Analysis, index: int) -> bool:
    """Whether it is the content of a verb of saying: "officials said that ..."."""
    for _ in range(8):
        token = analysis.tokens[index]
        if token.head == index:
            return False
        if token.dep == "acl" and any(t.dep == "mark" for t in children(analysis, index)):
            # "The allegation that ...", "reports that ...": the noun answers for it.
            return True
        if token.dep == "ccomp" and analysis.tokens[token.head].lemma in _SAYING | _THINKING:
            return True
        index = token.head
    return False


def _is_by_account(analysis: Analysis, clause: Clause) -> bool:
    """Whether the sentence gives an account's author: "according to ..."."""
    sentence = analysis.sentence_at(analysis.tokens[clause.first].start)
    if sentence is None:
        return False
    words = [t.word for t in analysis.sentence_tokens(analysis.sentences[sentence])]
    return any(pair == ("according", "to") for pair in pairwise(words))
