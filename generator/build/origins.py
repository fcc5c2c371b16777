"""Who leans on whom among the articles of each event: no article outside it has a part in that."""

from collections.abc import Sequence
from itertools import chain

from generator.build import table
from generator.build.asking import Asking
from generator.build.stories import Known
from generator.build.workshop import Kin, Workshop
from generator.model.story import Dependence, Event

_MANY = 64  # articles of one event are read in full at once; of more, those alone that may lean on one another


def trace_origins(workshop: Workshop, known: Known, events: Sequence[Event]) -> tuple[Dependence, ...]:
    """The articles that lean on another one of their event, in the order of the folder."""
    order = {name: number for number, name in enumerate(known.articles)}
    own = [sorted(event.articles, key=order.__getitem__) for event in events if len(event.articles) > 1]
    few = [names for names in own if len(names) <= _MANY]
    traced = workshop.run(table.TRACE, [_given(known, names) for names in few], [names[0] for names in few])
    many = [_crowd(workshop, known, names) for names in own if len(names) > _MANY]
    found = [*chain.from_iterable(kept.get() for kept in traced), *chain.from_iterable(many)]
    return tuple(sorted(found, key=lambda d: (order[d.article], order[d.on])))


def _given(known: Known, names: Sequence[str]) -> tuple[object, ...]:
    """The articles, their analyses, their accounts."""
    kin = (Kin({name: each.kept[name] for name in names}) for each in (known.analyses, known.accounts))
    return (tuple(known.articles[name] for name in names), *kin)


def _crowd(workshop: Workshop, known: Known, names: Sequence[str]) -> tuple[Dependence, ...]:
    articles = [known.articles[name] for name in names]
    gists = Asking(workshop, [table.GIST], articles, known.analyses, known.accounts)(table.GIST.work)
    return workshop.whole(table.CROWD, *_given(known, names), gists).get()
