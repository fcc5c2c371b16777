"""One entry a happening: what several articles tell of the same date about the same people and act."""

from collections.abc import Sequence

from generator.language.lexicon import word_class
from generator.model.analysis import Token
from generator.model.periods import period
from generator.model.record import Record
from generator.model.story import Background, HappeningStatus
from generator.model.text import Passage

_NAMES = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT"})
# Of several tellings the plainest status stands: whoever tells it flat has it happened.
_ORDER: tuple[HappeningStatus, ...] = ("happened", "ongoing", "claimed", "planned")


class Telling(Record, frozen=True):
    """One article's words for one happening; `act` is the lemma of its verb or noun.

    They are `direct` when they are its own clause and not one around it.
    """

    passage: Passage
    date: str
    status: HappeningStatus
    tokens: tuple[Token, ...]
    act: str
    direct: bool = True


def merge(told: Sequence[Telling]) -> tuple[Background, ...]:
    """The happenings, by date and then text; each with a passage an article, the fullest words first."""
    groups: list[list[Telling]] = []
    for telling in sorted(told, key=lambda t: (t.date, t.passage)):
        home = next((g for g in groups if any(_is_same(telling, other) for other in g)), None)
        if home is None:
            groups.append([telling])
        else:
            home.append(telling)
    entries = [_entry(group) for group in groups]
    return tuple(sorted(entries, key=lambda entry: (_begins(entry.date), entry.date, entry.text)))


def _begins(date: str) -> int:
    found = period(date)
    return found.low if found else 0


def _entry(group: Sequence[Telling]) -> Background:
    best: dict[str, Telling] = {}
    for telling in group:
        held = best.get(telling.passage.article)
        if held is None or _fullness(telling) > _fullness(held):
            best[telling.passage.article] = telling
    ranked = sorted(best.values(), key=lambda t: (-_fullness(t), t.passage))
    status = min((t.status for t in ranked), key=_ORDER.index)
    shown = next(t for t in ranked if t.status == status)
    rest = [t.passage for t in ranked if t is not shown]
    return Background(text=shown.passage.quote, date=shown.date, status=status, passages=(shown.passage, *rest))


def _fullness(telling: Telling) -> int:
    """A sentence with a verb of its own reads better than a noun phrase; then the longer tells more."""
    has_verb = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in telling.tokens)
    return min(len(telling.tokens), 20) + 20 * (has_verb and telling.direct)


def _is_same(one: Telling, other: Telling) -> bool:
    if one.passage.article == other.passage.article and one.date != other.date:
        return False
    first, second = period(one.date), period(other.date)
    if first is None or second is None or one.status == "planned" != other.status:
        return False
    if first.low > second.high or second.low > first.high or first.open != second.open:
        return False
    if first.open and first.low != second.low:
        return False
    if (numbers := _numbers(one)) and (others := _numbers(other)) and not (numbers <= others or others <= numbers):
        return False  # one line names both as its sources
    (names, words), (other_names, other_words) = _terms(one), _terms(other)
    if one.act == other.act and one.date == other.date and names & other_names:
        return True
    return len(names & other_names) >= 2 and bool(words & other_words)


def _numbers(telling: Telling) -> set[str]:
    return {t.text.lower() for t in telling.tokens if t.pos == "NUM" and t.entity not in ("DATE", "TIME")}


def _terms(telling: Telling) -> tuple[set[str], set[str]]:
    """Stems of the names and of the other content words: nouns and verbs of one act share their beginning."""
    names = {t.text[:5].lower() for t in telling.tokens if t.entity in _NAMES and t.pos == "PROPN"}
    words = {t.lemma[:4] for t in telling.tokens if t.pos in ("NOUN", "VERB") and t.entity not in ("DATE", "TIME")}
    return names, words - word_class("terms")
