"""For which time an article gives a number."""

from collections.abc import Iterator

from generator.model.analysis import Analysis
from generator.model.periods import Period, period
from generator.model.quantities import Quantity
from generator.model.story import Material

_MONTH, _YEAR = 28, 366
_SINCE = frozenset({"since", "than", "until", "till", "before", "after"})


def of_different_times(material: Material, a: Quantity, b: Quantity) -> bool:
    """Whether the numbers are of years or months of which none touches the other: a change.

    A number without such a date is of the time of its article, unless the other is of a stretch between two dates, as
    deeds are. Days are left out: they are rather when a number was told.
    """
    ours, theirs = _times(material, a), _times(material, b)
    if ours and theirs:
        return all(x.high < y.low or y.high < x.low for x in ours for y in theirs)
    dating = material.datings.get(a.article if theirs else b.article)
    told = period(dating.published) if dating and dating.published else None
    one = [*ours, *theirs]
    if told is None or len(one) != 1 or one[0].days > _YEAR:
        return False
    return one[0].high < told.low - (0 if one[0].unit == "year" else _YEAR)


def _times(material: Material, quantity: Quantity) -> list[Period]:
    """The months or years for which the number is given by its own clause."""
    analysis = material.analyses[quantity.article]
    sentence = analysis.sentences[quantity.sentence]
    inside = range(sentence.first, sentence.last)
    first = next(n for n in inside if analysis.tokens[n].end > quantity.start)
    above = set(_upwards(analysis, first))
    found = []
    for mention in material.dates.get(quantity.article, ()):
        when = period(mention.date) if mention.sentence == quantity.sentence and mention.date else None
        own = [n for n in inside if mention.start <= analysis.tokens[n].start < mention.end]
        if when is not None and when.days >= _MONTH and any(_tells_when(analysis, n, above) for n in own):
            found.append(when)
    return found


def _tells_when(analysis: Analysis, index: int, above: set[int]) -> bool:
    """Whether a date hangs on what the number hangs on, other than by "since" or "than"."""
    head = analysis.tokens[index].head
    if analysis.tokens[head].pos in {"ADP", "SCONJ"}:
        if analysis.tokens[head].lemma in _SINCE:
            return index in above
        head = analysis.tokens[head].head
    return index in above or (head in above and head != index)


def _upwards(analysis: Analysis, index: int) -> Iterator[int]:
    """A token and those above it, up to the end of the sentence's tree."""
    yield index
    while analysis.tokens[index].head != index:
        index = analysis.tokens[index].head
        yield index
