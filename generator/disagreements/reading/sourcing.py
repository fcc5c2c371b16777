"""The words of a sentence that name a source or hedge a thing, and those that state it, as they are printed."""

from generator.disagreements.reading.phrases import SAYS_WORDS, span_of
from generator.disagreements.reading.printing import noun_phrase, phrase_between, verb_phrase, words_in
from generator.disagreements.reading.side import Side, Span
from generator.disagreements.reading.voices import Voice, tops
from generator.language.lexicon import REPORTING

_CLAUSES = frozenset({"VERB", "AUX"})


def voice_span(side: Side, voice: Voice) -> Span:
    """The words that name the source with the verb, or the hedge with what it hedges."""
    tokens = side.analysis.tokens
    if voice.kind == "hedge":
        return _hedge_span(side, voice)
    if tokens[voice.verb].lemma in {"accord", "according"}:
        return span_of(side, list(voice.numbers))
    if tokens[voice.verb].pos == "NOUN":
        return verb_phrase(side, max(voice.verb, min(tops(side, voice))), since=voice.verb)
    first, last = voice.numbers[0], voice.numbers[-1]
    if voice.speaker is not None:
        source = _source_first(side, voice.speaker)
        whole = min(source, first)
        if words_in(side, whole, last) <= SAYS_WORDS and not _crosses(side, voice, whole, last):
            return phrase_between(side, whole, last)
        above = tokens[voice.speaker].head
        last = above if tokens[above].lemma in REPORTING and above > voice.speaker else voice.speaker
        last = last if words_in(side, source, last) <= SAYS_WORDS else voice.speaker
        return phrase_between(side, source, last)
    return verb_phrase(side, voice.verb)


def _source_first(side: Side, number: int) -> int:
    """Where the noun phrase of a source begins, with its article."""
    tokens = side.analysis.tokens
    start, _ = noun_phrase(side, number)
    first = next(n for n, token in side.tokens() if token.start == start)
    if first > side.claim.first and tokens[first - 1].head == number and tokens[first - 1].dep in {"det", "poss"}:
        return first - 1
    return first


def statement_span(side: Side, head: int) -> Span:
    """The words of a flat statement, with the noun that makes it one of a possibility ("risk that …")."""
    tokens = side.analysis.tokens
    above = tokens[head].head
    weakened = tokens[head].dep == "acl" and tokens[above].pos == "NOUN" and above < head
    return verb_phrase(side, _clause_of(side, head), since=above if weakened else None)


def _clause_of(side: Side, number: int) -> int:
    """The verb to print for a clause: that above "including"."""
    tokens = side.analysis.tokens
    while tokens[number].dep == "prep" and tokens[number].head != number:
        number = tokens[number].head
        while tokens[number].pos not in _CLAUSES and tokens[number].head != number:
            number = tokens[number].head
    return number


def _crosses(side: Side, voice: Voice, first: int, last: int) -> bool:
    """Whether something of what is said stands between the source and its verb."""
    return any(first <= n <= last for n in voice.scope)


def _hedge_span(side: Side, voice: Voice) -> Span:
    number = voice.numbers[0]
    if voice.verb > number and side.analysis.tokens[voice.verb].pos not in _CLAUSES:
        return side.analysis.tokens[number].start, verb_phrase(side, voice.verb)[1]
    start, end = verb_phrase(side, voice.verb)
    token = side.analysis.tokens[number]
    return min(start, token.start), max(end, token.end)
