"""Findings made of one saying that two articles word differently, quoted or paraphrased."""

from collections.abc import Iterator, Sequence

from generator.compare.finding import about_line, finding_id, leaning_note, noun_phrases
from generator.compare.sayings import Retelling, Saying, find_retellings
from generator.model.story import Disagreement, Material, Position
from generator.model.text import Passage
from generator.passages import clause, tight
from generator.wording import words

# A fragment with fewer words is shown with the clause around it.
_FRAGMENT, _SAYS_WORDS = 6, 10

Places = Sequence[tuple[str, int, int]]


def find_retold(material: Material, taken: Places) -> Iterator[Disagreement]:
    """Every saying that two or more articles word differently, one finding each; soft, for a paraphrase may differ.

    `taken` are places (article, start, end) of utterances that are compared word by word already.
    """
    free = [r for r in find_retellings(material) if not (_within(r.a, taken) and _within(r.b, taken))]
    for group in _groups(free):
        yield _finding(material, group)


def _within(saying: Saying, taken: Places) -> bool:
    return any(a == saying.article.id and s < saying.end and saying.start < e for a, s, e in taken)


def _groups(retellings: Sequence[Retelling]) -> list[list[Retelling]]:
    """The closest retelling of each saying, with those of the same sayings in further articles."""
    groups: list[list[Retelling]] = []
    for retelling in retellings:
        near = [g for g in groups if any({r.a, r.b} & {retelling.a, retelling.b} for r in g)]
        if not near:
            groups.append([retelling])
        elif len({s.article.id for r in near[0] for s in (r.a, r.b)} | {s.article.id for s in retelling[:2]}) > 2:
            near[0].append(retelling)
    return groups


def _finding(material: Material, group: Sequence[Retelling]) -> Disagreement:
    best = group[0]
    told: dict[str, Saying] = {}
    for retelling in group:
        for saying in (retelling.a, retelling.b):
            told.setdefault(saying.article.id, saying)
    chosen = [told[key] for key in sorted(told)]
    positions = tuple(_position(saying, [s for s in chosen if s is not saying]) for saying in chosen)
    direct = sum(saying.quotation.direct for saying in chosen)
    return Disagreement(
        id=finding_id("quote", material.event.id, positions),
        event=material.event.id,
        kind="quote",
        about=_about(material, best),
        hardness="soft",
        score=min(0.55, 0.1 + 0.25 * min(best.alike, 1.4) + 0.05 * min(direct, 2)),
        reason=f"They report one saying of the same speaker ({', '.join(best.shared[:4])}), in other words",
        positions=positions,
        note=leaning_note(material, positions),
        actors=(best.a.quotation.speaker,) if best.a.quotation.speaker else (),
        features={"alike": best.alike, "direct": float(direct), "retold": 1.0, "articles": float(len(told))},
    )


def _position(saying: Saying, others: Sequence[Saying]) -> Position:
    theirs = {word.key for other in others for word in words(other.article.body, other.start, other.end)}
    own = words(saying.article.body, saying.start, saying.end)
    marks = list(dict.fromkeys((w.start, w.end) for w in own if w.key not in theirs and len(w.key) > 2))
    if len(own) < _FRAGMENT:
        passage = clause(saying.article, saying.analysis, saying.start, saying.end)
    else:
        passage = tight(saying.article, saying.start, saying.end, marks)
    shown = tuple((s, e) for s, e in marks if passage.start <= s and e <= passage.end)
    return Position(passage=passage, says=_says(saying, passage), differs=shown)


def _says(saying: Saying, passage: Passage) -> str:
    """The quoted words, or as many of them as a line holds."""
    start, end = max(saying.start, passage.start), min(saying.end, passage.end)
    if not saying.quotation.direct:
        start = max(start, min(saying.quotation.parts[0][0], end))
    places = [(w.start, w.end) for w in words(saying.article.body, start, end)][:_SAYS_WORDS]
    return saying.article.body[places[0][0] : places[-1][1]] if places else passage.quote


def _about(material: Material, retelling: Retelling) -> str:
    names = {actor.id: actor.name for actor in material.cast.actors}
    speaker = names.get(retelling.a.quotation.speaker or "", "")
    phrases = [p for s in (retelling.a, retelling.b) for p in noun_phrases(s.analysis, s.start, s.end)]
    opening = f"{speaker}’s words" if speaker else "Wording of a remark"
    topic = next((p for lemma in retelling.shared for p in phrases if lemma in p.lower()), "")
    return about_line(f"{opening} on {topic}" if topic else f"{opening}: “{retelling.shared[0]}”")
