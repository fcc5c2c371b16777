"""One deed at another hour: the only one that each article gives for it.

Other days prove nothing: who meets, speaks or votes on two days does so twice.
"""

from collections.abc import Iterator

from generator.disagreements.finding import Proof, Side
from generator.disagreements.kinds.sole import Key, Told, facing
from generator.disagreements.material import Look
from generator.language.dates.clock import Hour, hour_told
from generator.language.frames import Frame
from generator.matching.same_clause import Telling
from generator.model.text import Article

When = Told[Hour]


def find(look: Look) -> Iterator[Proof]:
    """One proof a deed."""
    told = {article.id: list(_told(look, article)) for article in look.material.articles}
    for one, other in facing(look, told, lambda hour: hour, _exclude, lambda _: False):
        yield Proof("date", (Side(one.article.id, one.span), Side(other.article.id, other.span)), "date", hard=True)


def _exclude(one: When, other: When) -> bool:
    """Whether both cannot be, on one day if both name one."""
    days = [{t.lemma for n in told.sentence if (t := told.telling.tokens[n]).entity == "DATE"} for told in (one, other)]
    return one.value.excludes(other.value) and (not all(days) or days[0] == days[1])


def _told(look: Look, article: Article) -> Iterator[When]:
    """The deeds of running text with an hour beside their verb, or behind one of their parts."""
    telling = look.tellings[article.id]
    tree = telling.frames.tree
    for frame in telling.frames.all:
        end = telling.frames.analysis.sentences[frame.sentence].end
        below = sorted(n for above in (frame.verb, *(s.head for s in frame.slots)) for n in tree.children[above])
        hours = (hour_told(article.body, tree.tokens[tree.subtree(child)[0]].start, end) for child in below)
        found = next((hour for hour in hours if hour), None)
        if found is not None and look.is_prose(article.id, found[1][0]):
            under = frozenset(scope.kind for scope in frame.scopes) - {"report"}
            yield Told(article, telling, frame, found[1], found[0], _deed(look, telling, frame), under)


def _deed(look: Look, telling: Telling, frame: Frame) -> tuple[Key, ...]:
    """The verb with what it is done to, else with what does it; what a person does may be done twice a day."""
    slot = frame.slot("done") or frame.slot("doer")
    actor = look.actors.get(telling.actors.get(slot.head, "")) if slot else None
    if slot is None or (actor is not None and actor.kind == "person"):
        return ()
    return ((frame.predicate, telling.tokens[slot.head].lemma.lower()),)
