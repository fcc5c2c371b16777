"""One deed at another hour, or on another day: the only one that each article gives for it.

Who meets, speaks or votes on two days does so twice: so days count of no saying, and in sentences that share much.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from generator.disagreements.finding import Proof, Side
from generator.disagreements.kinds.clauses import are_told_twice
from generator.disagreements.kinds.sole import Key, Told, names, nearest, rivals, tell
from generator.disagreements.material import Look
from generator.language.dates.clock import Hour, hour_told
from generator.language.frames import Frame
from generator.language.lexicon import WEEKDAYS, word_class
from generator.matching.same_clause import Telling
from generator.model.periods import Period, period
from generator.model.story import DateMention
from generator.model.text import Article

V = TypeVar("V")
When = Told[Hour]

_SAYING = word_class("speech_verbs") | word_class("status_saying") | word_class("talking") | word_class("light")
# So near must two sentences be that give other days for one deed.
_FIRM = 8.0
_WEEK, _YEAR = 7, 365
_ON = word_class("day_prepositions")
_LOOSE = frozenset({"last", "this", "next"})


def find(look: Look) -> Iterator[Proof]:
    """One proof a deed."""
    yield from _hours(look)
    yield from _days(look)


def _hours(look: Look) -> Iterator[Proof]:
    told = {article.id: list(_told(look, article)) for article in look.material.articles}
    for _, one, other in _nearest(look, told, lambda one, other, together: together and _exclude(one, other)):
        yield Proof("date", (Side(one.article.id, one.span), Side(other.article.id, other.span)), "date", hard=True)


def _nearest(
    look: Look, told: Mapping[str, Sequence[Told[V]]], exclude: Callable[[Told[V], Told[V], bool], bool]
) -> Iterator[tuple[float, Told[V], Told[V]]]:
    for both in rivals(look, told):
        found = nearest(both, (pair for pair in both.pairs if exclude(*pair, both.together)))
        if found is not None and are_told_twice(*found[1:]):
            yield found


def _exclude(one: When, other: When) -> bool:
    """Whether both cannot be, on one day if both name one, of what a name says to be one ("the strike in Larkholm")."""
    days = [{t.lemma for n in told.sentence if (t := told.telling.tokens[n]).entity == "DATE"} for told in (one, other)]
    named = names(one) & names(other)
    return one.value.excludes(other.value) and bool(named) and (not all(days) or days[0] == days[1])


def _told(look: Look, article: Article) -> Iterator[When]:
    """The deeds of running text with an hour beside their verb, or behind one of their parts."""
    telling = look.tellings[article.id]
    tree = telling.frames.tree
    for frame in telling.frames.all:
        end = telling.frames.analysis.sentences[frame.sentence].end
        below = sorted(n for above in (frame.verb, *(s.head for s in frame.slots)) for n in tree.children[above])
        hours = (hour_told(article.body, tree.tokens[tree.subtree(child)[0]].start, end) for child in below)
        found = next((hour for hour in hours if hour), None)
        if found is not None and article.is_prose(found[1][0]):
            yield tell(article, telling, frame, found[1], found[0], _deed(look, telling, frame), _under(frame))


def _deed(look: Look, telling: Telling, frame: Frame) -> tuple[Key, ...]:
    """The verb with what it is done to, else with what does it; what a person does may be done twice a day."""
    slot = frame.slot("done") or frame.slot("doer")
    actor = look.actors.get(telling.actors.get(slot.head, "")) if slot else None
    person = actor is not None and actor.kind == "person"
    if slot is None or (person and (slot.role == "doer" or frame.predicate in _SAYING)):
        return ()
    return ((frame.predicate, actor.id if person and actor else telling.tokens[slot.head].lemma.lower()),)


def _days(look: Look) -> Iterator[Proof]:
    told = {article.id: list(_dated(look, article)) for article in look.material.articles}
    for near, one, other in _nearest(look, told, lambda one, other, _: _are_apart(one, other)):
        if near >= _FIRM and not one.under:
            actor = _doer(look, one.telling, one.frame)
            actors = (actor,) if actor and actor == _doer(look, other.telling, other.frame) else ()
            about = look.actors[actors[0]].name if actors else _thing(one, other)
            sides = Side(one.article.id, one.span), Side(other.article.id, other.span)
            # Night here may be morning there.
            yield Proof("date", sides, "date_day", about, hard=_gap(one, other) > 1, actors=actors)


def _thing(one: Told[Period], other: Told[Period]) -> str:
    """The noun to which both say that it was done, for a heading; "" if they use two."""
    slots = one.frame.slot("done"), other.frame.slot("done")
    if slots[0] is None or slots[1] is None:
        return ""
    nouns = [told.telling.tokens[s.head] for told, s in zip((one, other), slots, strict=True) if s is not None]
    alike = nouns[0].text.lower() == nouns[1].text.lower() and nouns[0].pos == "NOUN"
    return nouns[0].text.capitalize() if alike else ""


def _are_apart(one: Told[Period], other: Told[Period]) -> bool:
    """Whether no day is in both, told as closely and not so far apart that it was done twice.

    "Last week" is said of the week before that, too.
    """
    grain = one.value.days
    alike = grain == other.value.days or min(grain, other.value.days) >= _YEAR
    words = _day_words(one), _day_words(other)
    return (
        alike
        and all(words)
        and words[0] != words[1]
        and max(map(_looseness, (one, other))) < _gap(one, other) <= grain * _WEEK
    )


def _day_words(told: Told[Period]) -> set[str]:
    """The weekdays and numbers that name a day: "three years ago" has none, and is told of when it was written."""
    words = told.article.body[slice(*told.span)].lower().replace(",", " ").split()
    return {word for word in words if word in WEEKDAYS or word.isdigit()}


def _gap(one: Told[Period], other: Told[Period]) -> int:
    """The days from the end of the one to the beginning of the other; 0 or less where a day is in both."""
    return max(one.value.low - other.value.high, other.value.low - one.value.high)


def _looseness(told: Told[Period]) -> int:
    words = told.article.body[slice(*told.span)].lower().split()
    return _WEEK if told.value.days == _WEEK or words[0] in _LOOSE else 0


def _dated(look: Look, article: Article) -> Iterator[Told[Period]]:
    """The deeds of running text with the day, month or year on which they were done."""
    telling = look.tellings[article.id]
    for mention in look.material.dates.get(article.id, ()):
        days, frame = period(mention.date), _frame_of(telling, mention)
        if days is not None and frame is not None and mention.tense == "past" and article.is_prose(mention.start):
            span = mention.start, mention.end
            yield tell(article, telling, frame, span, days, tuple(_done(look, telling, frame)), _under(frame))


def _under(frame: Frame) -> frozenset[str]:
    return frozenset(scope.kind for scope in frame.scopes) - {"report"}


def _frame_of(telling: Telling, mention: DateMention) -> Frame | None:
    """The clause that has a date for its time, and counts nothing: what is counted on two days is two counts."""
    tree = telling.frames.tree
    at = tree.holding(mention.start)
    if at and tree.tokens[at - 1].pos == "ADP" and tree.tokens[at - 1].word not in _ON:
        return None
    timed = (frame for frame in telling.frames.all for s in frame.slots if s.role == "time" and s.first <= at < s.last)
    frame = next(timed, None)
    others = [slot for slot in frame.slots if not slot.first <= at < slot.last] if frame else []
    nouns = {slot.head for slot in others if slot.is_core}
    counted = any(tree.tokens[n].pos == "NUM" for noun in nouns for n in tree.children[noun])
    return None if counted else frame


def _done(look: Look, telling: Telling, frame: Frame) -> Iterator[Key]:
    """A deed with what it is done to, or with the person who does it; nothing of a saying."""
    if frame.predicate in _SAYING or frame.slot("clause") is not None:
        return
    if (done := frame.slot("done")) is not None:
        yield frame.predicate, "done", telling.actors.get(done.head) or telling.tokens[done.head].lemma.lower()
    elif (actor := _doer(look, telling, frame)) is not None:
        yield frame.predicate, "doer", actor


def _doer(look: Look, telling: Telling, frame: Frame) -> str | None:
    """The person who does it, if the article names one."""
    slot = frame.slot("doer")
    actor = look.actors.get(telling.actors.get(slot.head, "")) if slot else None
    return actor.id if actor is not None and actor.kind == "person" else None
