"""What one article's account of a thing tells of the day another was written: shared happenings as evidence of time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from generator.account.dates.evidence import Evidence, between, in_months
from generator.account.dates.resolve import resolve
from generator.language.dates import read
from generator.language.lexicon import word_class
from generator.language.tense import tense_at
from generator.model.analysis import Analysis, Sentence
from generator.model.periods import LAST, Period, edtf
from generator.model.record import Record
from generator.model.story import DateMention, Phrase

# Words this near a date expression speak of what it dates.
NEAR = 12
# A happening is told again when this many of its names and of its other words come back in one sentence.
NAMES, WORDS = 2, 2
# So many words of a sentence are quoted as evidence.
QUOTED = 12


class Terms(Record, frozen=True):
    """The names and the other content words of a stretch of text, cut to stems that nouns and verbs share."""

    names: frozenset[str]
    words: frozenset[str]


def month_links(
    name: str,
    others: Sequence[str],
    analysis_of: Callable[[str], Analysis],
    mentions: Mapping[str, tuple[DateMention, ...]],
    called: Mapping[str, str],
) -> Iterator[Evidence]:
    """ "Last month" in one article and "in September" in one of `others`, of one happening: it is of October."""
    for mention in mentions[name]:
        expression = read(mention.text, mention.language)
        if expression is None or (expression.kind, expression.unit, expression.shift) != ("unit", "month", "last"):
            continue
        here = near(analysis_of(name), mention)
        for other, named, number in _named_months(mentions, others):
            if _alike(here, near(analysis_of(other), named), words=1):
                following = number % 12 + 1
                said = {"words": mention.text, "article": called[other], "others": named.text}
                reason = Phrase("why_month", {**said, "month": str(following)})
                yield Evidence(days=in_months({following}), reason=reason)


def _named_months(
    mentions: Mapping[str, tuple[DateMention, ...]], names: Sequence[str]
) -> Iterator[tuple[str, DateMention, int]]:
    for name in names:
        for mention in mentions[name]:
            expression = read(mention.text, mention.language)
            if expression and expression.kind == "month" and not expression.shift and mention.tense == "past":
                yield name, mention, expression.month or 12


def state_bounds(
    name: str,
    written: Mapping[str, Period],
    analysis_of: Callable[[str], Analysis],
    mentions: Mapping[str, tuple[DateMention, ...]],
    called: Mapping[str, str],
) -> Iterator[Evidence]:
    """A thing that another article dates as begun "since last fall" bounds this one if it tells of the thing.

    Not before: it tells the thing as there. Not after: it tells the thing as still to come ("could be sent").
    `written` are the articles that may bound it, with the days on which they may have been written.
    """
    for other, words, start, terms in _starts(analysis_of, mentions, written):
        for is_ahead, quoted in _retellings(analysis_of(name), terms):
            said = {"words": quoted, "article": called[other], "others": words, "date": edtf(start)}
            if is_ahead:
                yield Evidence(days=between(start.low, start.high), reason=Phrase("why_begun_ahead", said))
            else:
                yield Evidence(days=between(start.low, LAST), reason=Phrase("why_begun", said))


def _starts(
    analysis_of: Callable[[str], Analysis],
    mentions: Mapping[str, tuple[DateMention, ...]],
    written: Mapping[str, Period],
) -> Iterator[tuple[str, str, Period, Terms]]:
    """Every "since ..." whose beginning is one and the same on all days on which its article may have been written."""
    for name, period in written.items():
        for mention in mentions[name]:
            expression = read(mention.text, mention.language)
            if expression is None or not expression.since or mention.sentence < 0:
                continue
            begun = replace(expression, since=False)
            first, last = (resolve(begun, day, mention.tense) for day in (period.low, period.high))
            if first is not None and first == last:
                yield name, mention.text, first, near(analysis_of(name), mention)


def _retellings(analysis: Analysis, terms: Terms) -> Iterator[tuple[bool, str]]:
    """Sentences that tell of the same thing: whether as still to come, and their first words."""
    for sentence in analysis.sentences:
        if not _alike(terms, _terms(analysis, sentence.first, sentence.last), words=WORDS):
            continue
        ahead = any(
            tense_at(analysis, i) == "future"
            for i in range(sentence.first, sentence.last)
            if analysis.tokens[i].pos == "VERB"
        )
        yield ahead, _opening(analysis, sentence)


def _opening(analysis: Analysis, sentence: Sentence) -> str:
    """The exact first words of a sentence, as evidence; spaces between them as in print."""
    tokens = analysis.sentence_tokens(sentence)[:QUOTED]
    gaps = [" " * (after.start > before.end) for before, after in pairwise(tokens)]
    words = "".join(t.text + gap for t, gap in zip(tokens, [*gaps, ""], strict=True))
    return words if len(tokens) < QUOTED else f"{words} …"


def near(analysis: Analysis, mention: DateMention) -> Terms:
    """The terms of the words around a mention, within its sentence."""
    if mention.sentence < 0:
        return Terms(names=frozenset(), words=frozenset())
    sentence = analysis.sentences[mention.sentence]
    inside = [i for i in range(sentence.first, sentence.last) if analysis.tokens[i].end > mention.start]
    middle = inside[0] if inside else sentence.first
    return _terms(analysis, max(sentence.first, middle - NEAR), min(sentence.last, middle + NEAR))


def _terms(analysis: Analysis, first: int, last: int) -> Terms:
    tokens = analysis.tokens[first:last]
    names = {
        t.text[:5].lower() for t in tokens if t.text[:1].isupper() and (t.pos == "PROPN" or t.entity in ("NORP", "GPE"))
    }
    words = {
        t.lemma[:4]
        for t in tokens
        if t.pos in ("NOUN", "VERB") and t.entity not in ("DATE", "TIME") and len(t.lemma) > 2
    }
    return Terms(names=frozenset(names), words=frozenset(words - _EMPTY))


# Verbs and nouns that say nothing of what happened.
_EMPTY = word_class("states_empty")


def _alike(one: Terms, other: Terms, *, words: int) -> bool:
    return len(one.names & other.names) >= NAMES and len(one.words & other.words) >= words
