"""What one article's account of a thing tells of the day another was written: shared happenings as evidence of time."""

import re
from collections.abc import Iterator, Mapping

from generator.date_expressions import Expression, read
from generator.dates.evidence import MONTH_NAMES, START, Evidence, between, in_months
from generator.dates.resolve import resolve
from generator.model.analysis import Analysis
from generator.model.record import Record
from generator.model.story import DateMention
from generator.periods import LAST, Period, edtf
from generator.tense import tense_at

# Words this near a date expression speak of what it dates.
NEAR = 12
# A happening is told again when this many of its names and of its other words come back in one sentence.
NAMES, WORDS = 2, 2


class Terms(Record, frozen=True):
    """The names and the other content words of a stretch of text, cut to stems that nouns and verbs share."""

    names: frozenset[str]
    words: frozenset[str]


def month_links(
    analyses: Mapping[str, Analysis],
    mentions: Mapping[str, tuple[DateMention, ...]],
    linked: list[tuple[str, str]],
) -> Iterator[tuple[str, Evidence]]:
    """ "Last month" in one place and "in September" in another, of one happening: the article is of October.

    The two places are in one article or in two that tell one story (`linked`).
    """
    for name in analyses:
        relative = [
            (m, e)
            for m in mentions[name]
            if (e := read(m.text)) and (e.kind, e.unit, e.shift) == ("unit", "month", "last")
        ]
        if not relative:
            continue
        others = [name, *(b if a == name else a for a, b in linked if name in (a, b))]
        for mention, _ in relative:
            here = near(analyses[name], mention)
            for other, named, expression in _named_months(mentions, others):
                if _alike(here, near(analyses[other], named), words=1):
                    number = (expression.month or 0) % 12 + 1
                    puts = f"What it puts in “{mention.text}”, {other} puts in “{named.text}”"
                    reason = f"{puts}: written in {MONTH_NAMES[number - 1]}."
                    yield name, Evidence(days=in_months({number}), reason=reason)


def _named_months(
    mentions: Mapping[str, tuple[DateMention, ...]], names: list[str]
) -> Iterator[tuple[str, DateMention, Expression]]:
    for name in names:
        for mention in mentions[name]:
            expression = read(mention.text)
            if expression and expression.kind == "month" and not expression.shift and mention.tense == "past":
                yield name, mention, expression


def state_bounds(
    analyses: Mapping[str, Analysis],
    mentions: Mapping[str, tuple[DateMention, ...]],
    written: Mapping[str, Period],
) -> Iterator[tuple[str, Evidence]]:
    """A thing that one article dates as begun "since last fall" bounds another that tells of it.

    Not before: it tells the thing as there. Not after: it tells the thing as still to come ("could be sent"). Only
    articles whose time of writing is known to a year or better bound others, and only articles not so known are bound.
    """
    starts = list(_starts(analyses, mentions, written))
    for name, analysis in analyses.items():
        if name in written and written[name].days <= 92:
            continue
        for other, words, start, terms in starts:
            if other == name:
                continue
            for high, told in _retellings(analysis, terms):
                reason = f"{other} tells this as begun “{words}” ({edtf(start)})"
                yield name, Evidence(days=between(start.low, LAST), reason=f"“{told}”: {reason}.")
                if high:
                    yield (
                        name,
                        Evidence(days=between(START, start.high), reason=f"“{told}” is still to come here; {reason}."),
                    )


def _starts(
    analyses: Mapping[str, Analysis], mentions: Mapping[str, tuple[DateMention, ...]], written: Mapping[str, Period]
) -> Iterator[tuple[str, str, Period, Terms]]:
    """Every "since ..." whose beginning is one and the same on all days on which its article may have been written."""
    for name, period in written.items():
        for mention in mentions[name]:
            expression = read(mention.text)
            if expression is None or not expression.since or mention.sentence < 0 or period.days > 366:
                continue
            first, last = (resolve(expression, day, mention.tense) for day in (period.low, period.high))
            if first is not None and last is not None and first.low == last.low:
                begun = resolve(
                    read(re.sub(r"(?i)^since (the )?", "", mention.text)) or expression, period.low, mention.tense
                )
                yield name, mention.text, begun or first, near(analyses[name], mention)


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
        tokens = analysis.sentence_tokens(sentence)[:12]
        yield ahead, " ".join(t.text for t in tokens)


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
_EMPTY = frozenset(
    {"say", "said", "tell", "have", "be", "do", "make", "take", "come", "go", "get", "time", "year", "mont", "week"}
)


def _alike(one: Terms, other: Terms, *, words: int) -> bool:
    return len(one.names & other.names) >= NAMES and len(one.words & other.words) >= words
