"""Findings made of one saying that two articles word differently, quoted or paraphrased."""

from collections.abc import Iterator, Sequence

from generator.disagreements.finding import finding_id, leaning_note
from generator.disagreements.utterance.sayings import Retelling, Saying, find_retellings
from generator.disagreements.utterance.speech import lone_words
from generator.disagreements.utterance.subject import Told, words_line
from generator.language.lexicon import CONTENT
from generator.language.phrases import clause, tight
from generator.matching.wording import words
from generator.model.analysis import Token
from generator.model.story import Disagreement, Material, Position
from generator.model.text import Article, Passage

# A fragment with fewer words is shown with the clause around it, a saying of so many from pause to pause.
_FRAGMENT, _LONG, _SAYS_WORDS, _SAYS_LEAST = 6, 16, 12, 6
_PAUSES = frozenset({",", ";", ":", "—", "–", "--"})
_LOOSE = frozenset({"PUNCT", "SPACE"})
_TITLES = frozenset({"mr", "mrs", "ms"})
# What a finding is worth by the number of sides that quote, none, one or more: quoted words prove what was said.
_BASE, _BY_LIKENESS, _MOST_ALIKE = (0.15, 0.18, 0.32), 0.08, 1.4
# A line does not begin right after the one, nor with the other.
_BINDING = frozenset({"ADJ", "ADP", "AUX", "CCONJ", "DET", "NUM", "PART"})
_DANGLING = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PART", "AUX"})
_DANGLING_LAST = _DANGLING | {"PRON"}
_OPENING = frozenset({"ADP", "CCONJ", "SCONJ"})

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
    told_first = [_told(saying) for saying in sorted(chosen, key=lambda saying: not saying.quotation.direct)]
    return Disagreement(
        id=finding_id("quote", material.event.id, positions),
        event=material.event.id,
        kind="quote",
        about=words_line(material, [best.a.quotation.speaker], told_first),
        hardness="soft",
        score=_BASE[min(direct, 2)] + _BY_LIKENESS * min(best.alike, _MOST_ALIKE),
        reason=f"They report one saying of the same speaker ({', '.join(best.shared[:4])}), in other words",
        positions=positions,
        note=leaning_note(material, positions),
        actors=(best.a.quotation.speaker,) if best.a.quotation.speaker else (),
        features={"alike": best.alike, "direct": float(direct), "retold": 1.0, "articles": float(len(told))},
    )


def _position(saying: Saying, others: Sequence[Saying]) -> Position:
    shared = [t for t in _tokens(saying) if any(t.lemma in other.lemmas for other in others)]
    if len(words(saying.article.body, saying.start, saying.end)) < _FRAGMENT:
        passage = clause(saying.article, saying.analysis, saying.start, saying.end)
    else:
        passage = tight(saying.article, *_core(saying, shared), [(t.start, t.end) for t in shared])
    shown = tuple((s, e) for s, e in _marks(saying, others) if passage.start <= s and e <= passage.end)
    return Position(passage=passage, says=_says(saying, passage, shared), differs=shown)


def _core(saying: Saying, shared: Sequence[Token]) -> tuple[int, int]:
    """A long saying from the pause before the first word that others have to the pause after the last one.

    A paraphrase keeps the words that introduce it.
    """
    start, end = saying.start, saying.end
    if not shared or len(words(saying.article.body, start, end)) < _LONG:
        return start, end
    pauses = [token for token in _tokens(saying) if token.text in _PAUSES]
    if saying.quotation.direct:
        start = max((t.end for t in pauses if t.end <= shared[0].start), default=start)
    end = min((t.start for t in pauses if t.start >= shared[-1].end), default=end)
    return start + len(saying.article.body[start:end]) - len(saying.article.body[start:end].lstrip()), end


def _marks(saying: Saying, others: Sequence[Saying]) -> list[tuple[int, int]]:
    """The runs of telling words that no other side has in any form, within what is said."""
    theirs = [word.key for other in others for word in words(other.article.body, other.start, other.end)]
    telling = {token.start for token in _tokens(saying) if token.pos in CONTENT and token.text[0].isalnum()}
    marks: list[tuple[int, int]] = []
    open_ = False
    for word in words(saying.article.body, _said(saying), saying.end):
        place = word.start, word.end
        if marks and marks[-1][1] == word.end:
            continue
        lone = (
            not telling.isdisjoint(range(*place)) and bool(lone_words([word.key], theirs)) and word.key not in _TITLES
        )
        if lone and open_ and saying.article.body[marks[-1][1] : word.start].isspace():
            marks[-1] = marks[-1][0], word.end
        elif lone:
            marks.append(place)
        open_ = lone
    return marks


def _tokens(saying: Saying) -> list[Token]:
    """The tokens of what is said, without those that introduce it."""
    start = _said(saying)
    return [token for token in saying.analysis.tokens if start <= token.start and token.end <= saying.end]


def _said(saying: Saying) -> int:
    """Where what is said begins: after the words that introduce a paraphrase."""
    return max(saying.start, min(saying.quotation.parts[0][0], saying.end))


def _says(saying: Saying, passage: Passage, shared: Sequence[Token]) -> str:
    """The words said, or their beginning; a later line of them if that has far more of what others have too."""
    inside = [t for t in _tokens(saying) if passage.start <= t.start and t.end <= passage.end]
    near = [t for t in inside if t.pos not in _LOOSE and t.text != "that"]
    near = near[1:] if len(near) > 1 and near[0].pos == "CCONJ" else near
    if not near:
        return passage.quote
    later = range(1, len(near) - _SAYS_WORDS + 1)
    starts = [0, *(n for n in later if _may_open(saying.article, near[n - 1], near[n]))]
    held = {n: len({*near[n : n + _SAYS_WORDS]} & {*shared}) for n in starts}
    first = 0 if 2 * held[0] >= max(held.values()) else max(starts, key=lambda n: (held[n], -n))
    last = _last(saying.article, near[first:])
    return saying.article.body[near[first].start : last.end]


def _may_open(article: Article, before: Token, token: Token) -> bool:
    """Whether a line may begin with a token: not in the middle of a phrase, nor of what is written together."""
    apart = article.body[token.start - 1 : token.start].isspace()
    return apart and token.pos not in _DANGLING and before.pos not in _BINDING


def _last(article: Article, near: Sequence[Token]) -> Token:
    """Where a line that begins with the first token ends: before a pause or a new phrase, else after a telling word."""
    if len(near) <= _SAYS_WORDS:
        return near[-1]
    line = [n for n in range(_SAYS_WORDS) if near[n].pos not in _DANGLING_LAST]
    whole = [
        n
        for n in line
        if n >= _SAYS_LEAST and (near[n + 1].pos in _OPENING or "," in article.body[near[n].end : near[n + 1].start])
    ]
    return near[(whole or line or [_SAYS_WORDS - 1])[-1]]


def _told(saying: Saying) -> Told:
    return Told(saying.article, saying.analysis, ((_said(saying), saying.end),))
