"""Quotations of one utterance in materially different words, aligned word by word."""

from collections.abc import Iterator, Sequence

from generator.disagreements.finding import finding_id, leaning_note
from generator.disagreements.utterance.retold import find_retold
from generator.disagreements.utterance.speech import Span
from generator.disagreements.utterance.subject import Told, words_line
from generator.disagreements.utterance.utterances import Utterance, find_utterances
from generator.disagreements.utterance.wordings import Change, Place, changed_places, changes, place_of, runs
from generator.language.phrases import tight
from generator.model.story import Disagreement, Hardness, Material, Position
from generator.model.text import Passage

# How many words of its neighbourhood a deciding phrase has: around missing words, and around one or two that differ.
_AROUND_NONE, _AROUND_FEW, _FEW = 2, 1, 2
_SAYS_WORDS = 12
# So many words changed in one place, a telling one among them, make a materially different account.
_LONG = 4
# What a difference changes, weightiest first: the feature, what it adds to the score, and how the reason words it.
_LEAST = 0.28
_WEIGHTS = (
    ("material", 0.17, ""),
    ("negation", 0.15, "one of them has a negation that the other has not"),
    ("number", 0.1, "a number differs"),
    ("replaced", 0.1, "a word that carries meaning stands in another’s place"),
    ("content", 0.15, "one has words that the other leaves out unmarked"),
    ("modal", 0.05, "the words of ability, duty or likelihood differ"),
)


def find(material: Material) -> Iterator[Disagreement]:
    """Every utterance of the event that two or more articles quote in different words, one finding each.

    The base score grows with what the difference changes: a small word less than a noun, a noun less than a negation.
    Last come sayings of one speaker that the articles word differently, at least one of them not word for word.
    """
    utterances = find_utterances(material)
    for utterance in utterances:
        if any(low < high for span in utterance.spans for low, high in changed_places(span, utterance)):
            yield _finding(material, utterance)
    yield from find_retold(material, [(s.speech.article.id, *s.place) for u in utterances for s in u.spans])


def _finding(material: Material, utterance: Utterance) -> Disagreement:
    decisive = max(changes(utterance), key=_rank)
    sides = [(span, place) for span in utterance.spans if (place := _decisive_place(span, utterance, decisive))]
    positions = tuple(_position(span, utterance, place) for span, place in sides)
    features = _features(utterance)
    speakers = [span.quotation.speaker for span, _ in sides]
    told = [_told(span, position.passage) for (span, _), position in zip(sides, positions, strict=True)]
    return Disagreement(
        id=finding_id("quote", material.event.id, positions),
        event=material.event.id,
        kind="quote",
        about=words_line(material, speakers, told),
        hardness=_hardness(features),
        score=_score(features),
        reason=_reason(features),
        positions=positions,
        note=leaning_note(material, positions),
        actors=tuple(sorted({speaker for speaker in speakers if speaker})),
        features=features,
    )


def _rank(change: Change) -> tuple[float, float, int]:
    """The weightiest change decides, the longest of these, the first of these."""
    features = change.features()
    return _score(features), features["changed"], -change.a.first


def _decisive_place(span: Span, utterance: Utterance, decisive: Change) -> Place | None:
    """Where an article has the deciding words, else its own longest change; None where nothing of it differs."""
    own = max(changed_places(span, utterance), key=lambda place: (place[1] - place[0], -place[0]), default=None)
    return place_of(decisive, span, utterance) or own


def _position(span: Span, utterance: Utterance, place: Place) -> Position:
    marks = sorted({run for low, high in changed_places(span, utterance) for run in runs(span, low, high)})
    around = runs(span, max(span.first, place[0] - 1), min(span.last, place[1] + 1))
    needed = [*marks, *(around if place[0] == place[1] else runs(span, *place))]
    passage = tight(span.speech.article, *_unbroken(span, needed), around)
    shown = tuple((s, e) for s, e in marks if passage.start <= s and e <= passage.end)
    return Position(passage=passage, says=_says(span, passage, place), differs=shown)


def _unbroken(span: Span, marks: Sequence[Place]) -> Place:
    """The part between two seams or ellipses that holds all marks, else the whole span."""
    parts = runs(span, span.first, span.last)
    holding = [part for part in parts if all(part[0] <= start and end <= part[1] for start, end in marks)]
    return holding[0] if holding else span.place


def _says(span: Span, passage: Passage, place: Place) -> str:
    """The words that decide; one or two with their neighbours, and for words that are missing those around the gap."""
    speech, (low, high) = span.speech, place
    said = speech.words
    inside = [n for n in range(span.first, span.last) if passage.start <= said[n].start and said[n].end <= passage.end]
    around = _AROUND_NONE if low == high else _AROUND_FEW if high - low <= _FEW else 0
    first = min(max(inside[0], low - around), inside[-1])
    last = max(first, min(inside[-1], high - 1 + around, first + _SAYS_WORDS - 1))
    seams = [n for n in range(first + 1, last + 1) if speech.breaks_before(n)]
    first = max((n for n in seams if n <= low), default=first)
    last = min((n - 1 for n in seams if n > max(low, first)), default=last)
    return speech.article.body[said[first].start : said[last].end]


def _told(span: Span, passage: Passage) -> Told:
    """The quoted words that a position shows."""
    parts = runs(span, span.first, span.last)
    shown = tuple((max(start, passage.start), min(end, passage.end)) for start, end in parts)
    return Told(span.speech.article, span.speech.analysis, tuple((start, end) for start, end in shown if start < end))


def _features(utterance: Utterance) -> dict[str, float]:
    told = [change.features() for change in changes(utterance)]
    return {
        "common": float(max(variant.common for variant in utterance.variants)),
        "share": max(variant.share for variant in utterance.variants),
        "articles": float(len(utterance.spans)),
        **{name: max(features[name] for features in told) for name in told[0]},
    }


def _hardness(features: dict[str, float]) -> Hardness:
    long = features["content"] and features["changed"] >= _LONG
    return "hard" if features["negation"] or features["number"] or features["things"] or long else "soft"


def _score(features: dict[str, float]) -> float:
    return min(1.0, _LEAST + sum(features[name] * weight for name, weight, _ in _WEIGHTS))


def _reason(features: dict[str, float]) -> str:
    what = next((text for name, _, text in _WEIGHTS if text and features[name]), "small words differ")
    return f"They quote one utterance ({int(features['common'])} words in common), but {what}"
