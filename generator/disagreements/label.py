"""One person, act or thing called by loaded or clearly different words."""

from collections.abc import Iterator, Sequence

from generator.disagreements.calling.epithets import JUDGING, find_people
from generator.disagreements.calling.things import find_things
from generator.disagreements.reading.contrast import Contrast, View
from generator.disagreements.reading.headwords import Noun, from_word_start, nouns
from generator.disagreements.reading.printing import (
    MOST_WORDS,
    noun_phrase,
    phrase_between,
    subject_of,
    verb_phrase,
    words_in,
)
from generator.disagreements.reading.side import Side, Span
from generator.language.lexicon import CONTENT, EMPTY, JUDGING_REPORTING, REPORTING
from generator.matching.embedding import word_likeness
from generator.model.story import Disagreement, Material

# Two heads are of one thing when so much more speaks for it than one shared qualifier.
_LEAST_LIKE, _LIKE = 0.2, 0.4
# Nouns that answer to each other more nearly than this are one word or forms of one word, not two words for one thing.
_SYNONYMS = 0.85
_PLAIN = 0.15
# How sure each kind of anchor is, before the part of the sentences' words that answer to each other; chosen on the
# training events.
_HEADS, _QUALIFIERS, _SAYING = 0.05, 0.2, 0.1
_COVER, _MOST_COVER = 0.9, 0.55
_STEP = 0.1
# Weaker than this the two are as likely of different things.
_LEAST = 0.3
_SAYS = REPORTING | JUDGING_REPORTING


def find(material: Material) -> Iterator[Disagreement]:
    """Everybody and everything that the articles call by different words, one finding a referent with all its words."""
    yield from find_people(material)
    yield from find_things(material)


def contrast(view: View) -> Contrast | None:
    """The clearest difference of words for one thing or one act of speech.

    Nouns that share a complement, owner or qualifier in one role and differ in the head; the same noun of a different
    sort; one speaker's "said" against a verb that judges what he says.
    """
    shared = _cover(view)
    ours, theirs = (_own_nouns(view, side) for side in (view.one, view.other))
    found = [c for n in ours for m in theirs if (c := _between(view, n, m, shared)) is not None]
    found += _sayings(view, shared)
    return max(
        found, key=lambda c: (c.strength, sorted((view.one.words(c.one), view.other.words(c.other)))), default=None
    )


def _own_nouns(view: View, side: Side) -> list[Noun]:
    """The nouns that stand in the article's own words, not in a quotation."""
    quotations = view.material.quotations.get(side.claim.article, ())
    quoted = [part for quotation in quotations if quotation.direct for part in quotation.parts]
    tokens = side.analysis.tokens
    return [
        noun
        for noun in nouns(tokens, side.claim.first, side.claim.last)
        if not any(low <= tokens[noun.number].start < high for low, high in quoted)
    ]


def _cover(view: View) -> float:
    """The part of both sentences' content words, by weight, that answer to each other."""
    return (_part(view, view.one, view.alignment.there) + _part(view, view.other, view.alignment.back)) / 2


def _part(view: View, side: Side, aligned: dict[int, int]) -> float:
    weights = {
        n: view.weights.get(token.lemma, 0.0)
        for n, token in side.tokens()
        if token.pos in CONTENT and token.lemma not in EMPTY
    }
    return sum(weight for n, weight in weights.items() if n in aligned) / max(1.0, sum(weights.values()))


def _between(view: View, one: Noun, other: Noun, cover: float) -> Contrast | None:
    there, back = view.alignment.there, view.alignment.back
    if there.get(one.number) == other.number:
        if view.alignment.strength[one.number] > _SYNONYMS:
            return _sorts(view, one, other, cover)
        return _heads(view, one, other, cover, plain=_PLAIN)
    if one.number in there or other.number in back:
        return None
    return _heads(view, one, other, cover)


def _heads(view: View, one: Noun, other: Noun, cover: float, *, plain: float = 0.0) -> Contrast | None:
    """Two nouns with the same thing hanging on them in the same role; `plain` is taken off for mere synonyms."""
    tied = _tied(view, one, other)
    if not tied:
        return None
    like = word_likeness(*(s.analysis.tokens[n.number].lemma for s, n in ((view.one, one), (view.other, other))))
    governed = _governed_alike(view, one, other)
    firm = [n for n in tied if one.hung[n] != "qualifier"]
    if like < _LEAST_LIKE and not governed and not (firm and len(tied) > 1):
        return None
    sure = _HEADS + _STEP * (len(tied) > 1) + _STEP * governed + 2 * _STEP * min(1.0, max(0.0, like) / _LIKE) - plain
    spans = (_whole(view.one, one), _whole(view.other, other))
    return _contrast(view, sure, cover, spans, subject_of(view, tied) or subject_of(view, list(view.alignment.there)))


def _sorts(view: View, one: Noun, other: Noun, cover: float) -> Contrast | None:
    """The same noun with qualifiers on both sides that do not answer to each other."""
    ours = [n for n in one.qualifiers(view.one.analysis.tokens) if n not in view.alignment.there]
    theirs = [n for n in other.qualifiers(view.other.analysis.tokens) if n not in view.alignment.back]
    if (
        not ours
        or not theirs
        or _has_both(view.other, view.one, one, ours)
        or _has_both(view.one, view.other, other, theirs)
    ):
        return None
    sure = _QUALIFIERS + _STEP * bool(_tied(view, one, other)) + _STEP * _governed_alike(view, one, other)
    spans = (noun_phrase(view.one, one.number, MOST_WORDS), noun_phrase(view.other, other.number, MOST_WORDS))
    heads = (view.one.analysis.tokens[one.number].text, view.other.analysis.tokens[other.number].text)
    return _contrast(view, sure, cover, spans, min(heads, key=lambda text: (len(text), text)))


def _has_both(side: Side, whose: Side, noun: Noun, qualifiers: Sequence[int]) -> bool:
    """Whether the article of `side` has the noun with one of those qualifiers too: it tells the two sorts apart."""
    theirs, tokens = side.analysis.tokens, whose.analysis.tokens
    lemmas, head = {tokens[n].lemma.lower() for n in qualifiers}, tokens[noun.number].lemma
    return any(token.lemma.lower() in lemmas and theirs[token.head].lemma == head for token in theirs)


def _tied(view: View, one: Noun, other: Noun) -> list[int]:
    """What hangs on both in the same role, by its token in the first; "Russian" before a noun is an owner too."""
    there = view.alignment.there
    return [n for n, role in one.hung.items() if n in there and _same_role(role, other.hung.get(there[n], ""))]


def _same_role(one: str, other: str) -> bool:
    return one == other or {one, other} == {"owner", "qualifier"}


def _governed_alike(view: View, one: Noun, other: Noun) -> bool:
    ours, theirs = one.governor, other.governor
    return ours is not None and theirs is not None and (view.alignment.there.get(ours[0]), ours[1]) == theirs


def _whole(side: Side, noun: Noun) -> Span:
    """The noun with what stands before it, and with its complement if that leaves a phrase for a table cell."""
    tokens = side.analysis.tokens
    start, end = noun_phrase(side, noun.number, MOST_WORDS)
    first = next(n for n, token in side.tokens() if token.start >= start)
    last = noun.number
    while not _closes(side, noun, last) and words_in(side, first, last + 1) <= MOST_WORDS:
        last += 1
    return phrase_between(side, first, last) if _closes(side, noun, last) else (tokens[first].start, end)


def _closes(side: Side, noun: Noun, last: int) -> bool:
    """Whether the noun's phrase ends with token `last`, at its own end or before a comma or a relative clause."""
    below, tokens = side.below(noun.number), side.analysis.tokens
    if last + 1 not in below:
        return True
    clauses = [n for n in below if tokens[n].dep == "relcl" and tokens[n].head == noun.number]
    after = tokens[last + 1]
    return (after.pos == "PUNCT" and after.text != "-") or any(last + 1 in side.below(n) for n in clauses)


def _sayings(view: View, cover: float) -> Iterator[Contrast]:
    """One speaker, of whom one side says that he speaks, and the other judges it by the verb."""
    ours, theirs = _speakers(view.one), _speakers(view.other)
    for speaker, verb in ours.items():
        there = view.alignment.there.get(speaker, -1)
        if there not in theirs:
            continue
        lemmas = [s.analysis.tokens[n].lemma for s, n in ((view.one, verb), (view.other, theirs[there]))]
        if sum(lemma in JUDGING_REPORTING for lemma in lemmas) == 1:
            spans = (verb_phrase(view.one, verb), verb_phrase(view.other, theirs[there]))
            about = subject_of(view, [speaker])
            found = _contrast(view, _SAYING, cover, spans, about and f"what {about} said")
            if found:
                yield found


def _speakers(side: Side) -> dict[int, int]:
    """For each subject of a verb of saying that verb."""
    tokens = side.analysis.tokens
    return {n: token.head for n, token in side.tokens() if token.dep == "nsubj" and tokens[token.head].lemma in _SAYS}


def _contrast(view: View, sure: float, cover: float, spans: tuple[Span, Span], subject: str) -> Contrast | None:
    spans = (_trimmed(view.one, spans[0]), _trimmed(view.other, spans[1]))
    one, other = view.one.words(spans[0]), view.other.words(spans[1])
    subject = subject.lstrip("0123456789., ")
    if not subject or _plain(one) == _plain(other):
        return None
    judged = _judges(one) != _judges(other)
    strength = round(min(1.0, sure + _COVER * min(cover, _MOST_COVER) + _STEP * judged), 3)
    if strength < _LEAST:
        return None
    reason = f"One writes “{one}”, the other “{other}”."
    return Contrast("label", strength, spans[0], spans[1], subject, reason)


def _trimmed(side: Side, span: Span) -> Span:
    """The span without an article before it, from where its first word begins."""
    start = side.passage.start
    inside = [token for _, token in side.tokens() if span[0] <= token.start < span[1]]
    if len(inside) > 1 and inside[0].pos == "DET":
        return inside[1].start, span[1]
    return start + from_word_start(side.passage.quote, span[0] - start), span[1]


def _judges(text: str) -> bool:
    return not JUDGING.isdisjoint(text.casefold().split())


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
