"""Quotations of one utterance in materially different words, aligned word by word."""

from collections.abc import Iterator, Sequence

from generator.compare.finding import about_line, finding_id, leaning_note, noun_phrases
from generator.compare.retold import find_retold
from generator.compare.speech import Span, heavy_words, lone_words
from generator.compare.utterances import Utterance, find_utterances
from generator.compare.weights import lemma_weights
from generator.model.story import Disagreement, Hardness, Material, Position
from generator.model.text import Passage
from generator.passages import tight

_SAYS_WORDS = 12
_NEGATIONS = frozenset({"not", "no", "never", "none", "nothing", "nobody", "neither", "nor", "without", "hardly"})
_MODALS = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought"})
# What a difference changes, weightiest first: the feature, what it adds to the score, and how the reason words it.
_WEIGHTS = (
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
    utterances, weights = find_utterances(material), lemma_weights(material)
    for utterance in utterances:
        if any(low < high for span in utterance.spans for low, high in _changed_places(span, utterance)):
            yield _finding(material, utterance, weights)
    yield from find_retold(material, [(s.speech.article.id, *s.place) for u in utterances for s in u.spans])


def _finding(material: Material, utterance: Utterance, weights: dict[str, float]) -> Disagreement:
    positions = tuple(_position(span, utterance) for span in utterance.spans)
    features = _features(utterance)
    return Disagreement(
        id=finding_id("quote", material.event.id, positions),
        event=material.event.id,
        kind="quote",
        about=_about(material, utterance, weights),
        hardness=_hardness(features),
        score=_score(features),
        reason=_reason(features),
        positions=positions,
        note=leaning_note(material, positions),
        actors=tuple(sorted({span.quotation.speaker for span in utterance.spans if span.quotation.speaker})),
        features=features,
    )


def _position(span: Span, utterance: Utterance) -> Position:
    article, places = span.speech.article, _changed_places(span, utterance)
    marks = sorted({(w.start, w.end) for low, high in places for w in span.speech.words[low:high]})
    passage = tight(article, *span.place, marks)
    shown = tuple((s, e) for s, e in marks if passage.start <= s and e <= passage.end)
    return Position(passage=passage, says=_says(span, passage, places), differs=shown)


def _changed_places(span: Span, utterance: Utterance) -> list[tuple[int, int]]:
    """Where the words of this span differ from another article's; an empty range where the other has more."""
    places = set()
    for variant in utterance.variants:
        for block in variant.changes:
            if variant.a.speech is span.speech:
                places.add((block.a_first, block.a_last))
            if variant.b.speech is span.speech:
                places.add((block.b_first, block.b_last))
    inside = [(low, high) for low, high in places if span.first <= low and high <= span.last]
    return sorted((low, high) for low, high in inside if low < high or span.first < low < span.last)


def _says(span: Span, passage: Passage, places: Sequence[tuple[int, int]]) -> str:
    """The longest differing run with two words on either side, at most a dozen words, all within the passage."""
    said = span.speech.words
    low, high = max(places, key=lambda place: (place[1] - place[0], -place[0]), default=(span.first, span.first))
    inside = [n for n in range(span.first, span.last) if passage.start <= said[n].start and said[n].end <= passage.end]
    first = max(inside[0], low - 2)
    last = min(inside[-1], max(high + 1, first + 3), first + _SAYS_WORDS - 1)
    return span.speech.article.body[said[first].start : said[max(first, last)].end]


def _features(utterance: Utterance) -> dict[str, float]:
    changes = [(variant, block) for variant in utterance.variants for block in variant.changes]
    sides = [
        (variant.a.speech, block.a_first, block.a_last, variant.b.speech, block.b_first, block.b_last)
        for variant, block in changes
    ]
    pairs = [(Span(a, i, j), Span(b, k, m)) for a, i, j, b, k, m in sides]
    differing = {word.key for pair in pairs for side in pair for word in side.words}
    heavy = [(heavy_words(one), heavy_words(other)) for one, other in pairs]
    return {
        "common": float(max(variant.common for variant in utterance.variants)),
        "share": max(variant.share for variant in utterance.variants),
        "changed": float(max(len(side.words) for pair in pairs for side in pair)),
        "negation": float(any(_one_sided(pair, _NEGATIONS) for pair in pairs)),
        "number": float(any(key.isdigit() for key in differing)),
        "modal": float(any(_one_sided(pair, _MODALS) for pair in pairs)),
        "replaced": float(any(lone_words(ours, theirs) and lone_words(theirs, ours) for ours, theirs in heavy)),
        "content": float(any(any(both) for both in heavy)),
        "articles": float(len(utterance.spans)),
    }


def _one_sided(pair: tuple[Span, Span], closed: frozenset[str]) -> bool:
    ours, theirs = ({word.key for word in side.words} & closed for side in pair)
    return ours != theirs


def _hardness(features: dict[str, float]) -> Hardness:
    return "hard" if features["negation"] or features["number"] or features["replaced"] else "soft"


def _score(features: dict[str, float]) -> float:
    return min(1.0, 0.45 + sum(features[name] * weight for name, weight, _ in _WEIGHTS))


def _reason(features: dict[str, float]) -> str:
    what = next((text for name, _, text in _WEIGHTS if features[name]), "small words differ")
    return f"They quote one utterance ({int(features['common'])} words in common), but {what}"


def _about(material: Material, utterance: Utterance, weights: dict[str, float]) -> str:
    names = {actor.id: actor.name for actor in material.cast.actors}
    speaker = next((names[s.quotation.speaker] for s in utterance.spans if s.quotation.speaker in names), "")
    phrases = list(dict.fromkeys(noun_phrases(utterance.spans[0].speech.analysis, *utterance.spans[0].place)))
    telling = sorted(phrases, key=lambda phrase: -max(weights.get(w.lower(), 0.0) for w in phrase.split()))[:2]
    topics = [phrase for phrase in phrases if phrase in telling]
    opening = f"{speaker}’s words" if speaker else "Wording of a remark"
    return about_line(f"{opening} on {' and '.join(topics)}" if topics else opening)
