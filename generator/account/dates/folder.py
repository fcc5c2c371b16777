"""The dates of all articles of a folder: what each states, and what the folder tells of those that state none.

Articles narrow each other only when they plainly tell one happening, most alike first. An article that states its date
costs no more than a small record, articles are held only against those that share words with them, and what is believed
of a day is held as bits.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from generator.account.dates.beliefs import WEEK, Belief, narrow
from generator.account.dates.dating import by_habit, by_itself, dated, fixed
from generator.account.dates.evidence import END, START, Days, Evidence, between, lead_weekday
from generator.account.dates.states import month_links, state_bounds
from generator.matching.terms import Terms, likest
from generator.model.analysis import Analysis
from generator.model.periods import Period
from generator.model.story import DateMention, Dating, Phrase
from generator.model.text import Article

# An article and its likest (matching/terms.py) tell one happening when their dates allow it and their leads name
# the same weekday; without a weekday on both sides they must be more alike. Measured on 150 articles: no false pair of
# the first sort, and one in thirty of the second.
_ALIKE, _ALIKE_UNDATED = 0.2, 0.38
# Articles less alike than this speak of different things: what the one tells of the other's time is chance.
_RELATED, _MOST_RELATED = 0.12, 8
_ROUNDS = 3
_YEAR = 366
# So many analyses are held at once.
_HELD = 32


def date_folder(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    mentions: Mapping[str, tuple[DateMention, ...]],
    known: Mapping[str, Dating | None],
    terms: Mapping[str, Terms],
) -> dict[str, Dating]:
    """When each article was written and when its main happening was, by article id; `known` are those `stated`."""
    datings = {name: dating for name, dating in known.items() if dating is not None}
    if len(datings) < len(articles):
        folder = _Folder(articles, analyses, mentions, datings, terms)
        datings |= {name: dated(name, belief, mentions[name]) for name, belief in folder.believed()}
    return {article.id: datings[article.id] for article in articles}


class _Folder:
    """What is believed of the articles that state no date, and what others tell of them."""

    def __init__(
        self,
        articles: Sequence[Article],
        analyses: Mapping[str, Analysis],
        mentions: Mapping[str, tuple[DateMention, ...]],
        datings: Mapping[str, Dating],
        terms: Mapping[str, Terms],
    ) -> None:
        self._mentions, self._called = mentions, _called(articles)
        # Most questions look at no analysis.
        self._analysis_of = lru_cache(maxsize=_HELD)(analyses.__getitem__)
        self._open = [article for article in articles if article.id not in datings]
        self._beliefs = _Beliefs(datings)
        for article in self._open:
            self._beliefs[article.id] = by_itself(article, mentions[article.id])
        names = [article.id for article in articles]
        wanted = [number for number, name in enumerate(names) if name not in datings]
        self._likest: dict[str, list[tuple[str, float]]] = {
            names[row]: [(names[column], cosine) for column, cosine in found]
            for row, found in likest(
                lambda: (terms[name] for name in names), wanted, least=_RELATED, most=_MOST_RELATED
            )
        }

    def believed(self) -> Iterator[tuple[str, Belief]]:
        """What is believed after articles have told of each other's times, round by round until little can change."""
        linked: dict[str, set[str]] = defaultdict(set)
        pairs = self._pairs()
        for _ in range(_ROUNDS):
            for one, other in pairs:
                # What bounds either may show that they tell two happenings, so it comes first.
                self._bound((one, other), linked)
                first, second = self._beliefs[one], self._beliefs[other]
                if (first.story & second.story).any():
                    linked[one].add(other)
                    linked[other].add(one)
                    self._beliefs[one] = narrow(first, self._same(second, other))
                    self._beliefs[other] = narrow(second, self._same(first, one))
                    self._bound((one, other), linked)
            self._bound([article.id for article in self._open], linked)
            self._bound_by_the_latest()
        for article in self._open:
            yield article.id, by_habit(self._beliefs[article.id], article, self._mentions[article.id])

    def _pairs(self) -> list[tuple[str, str]]:
        """Pairs that may tell one happening: one of them undated and the other its likest; likest first."""
        found: dict[tuple[str, str], float] = {}
        for name, likest_ in self._likest.items():
            if likest_:
                best, cosine = likest_[0]
                one, other = sorted((name, best))
                weekdays = [lead_weekday(self._mentions[each]) for each in (one, other)]
                same_weekday = weekdays[0] is not None and weekdays[0] == weekdays[1]
                if cosine >= (_ALIKE if same_weekday else _ALIKE_UNDATED):
                    found[one, other] = cosine
        return sorted(found, key=lambda pair: (-found[pair], pair))

    def _same(self, other: Belief, name: str) -> Evidence:
        return Evidence(days=other.story, reason=Phrase("why_same", {"article": self._called[name]}), of_story=True)

    def _bound(self, names: Sequence[str], linked: Mapping[str, Set[str]]) -> None:
        """Narrow what is believed of articles by what they and others tell of the same months and seasons."""
        for name in names:
            ends = self._beliefs.ends[name]
            if name in self._likest and ends[1] - ends[0] > WEEK:
                self._beliefs[name] = self._bounded(name, linked.get(name, set()))

    def _bounded(self, name: str, linked: Set[str]) -> Belief:
        belief = self._beliefs[name]
        for evidence in month_links(name, [name, *sorted(linked)], self._analysis_of, self._mentions, self._called):
            belief = narrow(belief, evidence)
        ends = {other: self._beliefs.ends[other] for other, _ in self._likest[name]}
        written = {n: Period(low=low, high=high) for n, (low, high) in ends.items() if high - low <= _YEAR}
        for evidence in state_bounds(name, written, self._analysis_of, self._mentions, self._called):
            belief = narrow(belief, evidence)
        return belief

    def _bound_by_the_latest(self) -> None:
        """Nothing is later than the latest article whose year is known: a weekday fits many years, the folder some."""
        known = [high for low, high in self._beliefs.ends.values() if high - low <= _YEAR]
        if known:
            reason = Phrase("why_latest", {"date": date.fromordinal(max(known)).isoformat()})
            evidence = Evidence(days=between(START, max(known)), reason=reason)
            for article in self._open:
                self._beliefs[article.id] = narrow(self._beliefs[article.id], evidence)


def _called(articles: Sequence[Article]) -> dict[str, str]:
    """What reasons call an article: its outlet if no other has it, else its headline, else its id."""
    outlets = Counter(a.outlet for a in articles)
    called = {}
    for article in articles:
        found = next((p for p in article.paragraphs if p.role == "headline"), None)
        title = article.title or (article.body[found.start : found.end].strip("# \n") if found else "")
        one_of_a_kind = article.outlet if outlets[article.outlet] == 1 else None
        called[article.id] = one_of_a_kind or (f"“{title}”" if title else article.id)
    return called


class _Beliefs:
    """Beliefs by article, their days as bits: a byte a day of two centuries is too much for thousands of articles.

    Those of articles that state a date are made when they are asked for. `ends` are the ends of all.
    """

    def __init__(self, datings: Mapping[str, Dating]) -> None:
        self._datings = datings
        self._packed: dict[str, Belief] = {}
        self.ends = {name: fixed(dating).ends for name, dating in datings.items()}

    def __getitem__(self, name: str) -> Belief:
        if name in self._datings:
            return fixed(self._datings[name])
        return _with_days(self._packed[name], _unpacked)

    def __setitem__(self, name: str, belief: Belief) -> None:
        if name not in self._datings:
            self._packed[name] = _with_days(belief, np.packbits)
            self.ends[name] = belief.ends


def _with_days(belief: Belief, form: Any) -> Belief:
    return replace(
        belief,
        story=form(belief.story),
        written=form(belief.written),
        evidence=tuple(replace(each, days=form(each.days)) for each in belief.evidence),
    )


def _unpacked(days: NDArray[np.uint8]) -> Days:
    return np.unpackbits(days, count=END - START).astype(bool)
