"""Which article leans on which: copies, rewrites, one agency, credits. What leans on another corroborates nothing."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice

import numpy as np

from generator.model.actors import Quotation
from generator.model.analysis import Analysis
from generator.model.periods import period
from generator.model.story import Dependence, Phrase
from generator.model.text import Article, Passage
from generator.story.origins.copies import Copy, find_copy, may_be_copy
from generator.story.origins.credits import Credit, agency_of, find_credit, may_credit
from generator.story.origins.gist import Gist, Hashes, gist_of, likely_pairs, near_copies
from generator.story.origins.narrative import Narrative, lemma_weight, narrative
from generator.story.origins.rewrites import Rewrite, find_rewrite, is_mute, may_be_rewrite

__all__ = ["Gist", "find_dependences", "gist_of", "narrative"]

# A credit in the first sentences makes the report another's; a later one only draws on it.
_LEAD = 4
_DAYS = 3
# So many articles are held in full at once.
_HELD = 64


def find_dependences(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    quotations: Mapping[str, Sequence[Quotation]],
    gists: Iterable[Gist] | None = None,
) -> tuple[Dependence, ...]:
    """The articles that lean on another of the articles, in their order; at most one dependence a pair.

    Words between quotation marks count for nothing: two reporters may quote one speech. The later article leans on the
    earlier; where the dates do not tell, the one that has lost the quotation marks, or has less of its own. `gists` are
    those of the articles, where they are known: then only those are read in full that may lean on another.
    """

    @lru_cache(maxsize=_HELD)
    def told(place: int) -> Narrative:
        article = articles[place]
        return narrative(article, analyses[article.id], quotations.get(article.id, ()))

    folder = _Folder(
        articles, gists or (gist_of(told(place), analyses[article.id]) for place, article in enumerate(articles))
    )
    found = [
        dependence
        for a, b in folder.pairs()
        if (dependence := _dependence(told(a), told(b), analyses, folder.weights)) is not None
    ]
    order = {article.id: number for number, article in enumerate(articles)}
    return tuple(sorted(found, key=lambda d: (order[d.article], order[d.on])))


class _Folder:
    """What tells of all articles which of them may lean on one another."""

    def __init__(self, articles: Sequence[Article], gists: Iterable[Gist]) -> None:
        self._articles = articles
        numbers: dict[str, int] = {}
        self._lemmas: list[list[int]] = []
        self._phrases: list[Hashes] = []
        self._spoken: list[int] = []
        self._credits: list[tuple[tuple[int, int], ...]] = []
        for gist in gists:
            self._lemmas.append([numbers.setdefault(lemma, len(numbers)) for lemma in gist.lemmas])
            self._phrases.append(gist.hashes())
            self._spoken.append(gist.spoken)
            self._credits.append(gist.credits)
        self._counts = np.bincount(np.fromiter(chain.from_iterable(self._lemmas), np.int64), minlength=len(numbers))
        self.weights = {lemma: lemma_weight(lemma) for lemma in numbers}

    def pairs(self) -> list[tuple[int, int]]:
        """Index pairs that share enough to be read side by side."""
        articles = self._articles
        turns = sorted(range(len(articles)), key=lambda n: (articles[n].published or "~", articles[n].id))
        weights = np.fromiter(self.weights.values(), np.float64)
        likely = {*likely_pairs(self._lemmas, self._counts, weights), *near_copies(self._phrases, turns)}
        return [(a, b) for a, b in sorted(likely) if self._may_lean(a, b)]

    def _may_lean(self, a: int, b: int) -> bool:
        shared = len(np.intersect1d(self._phrases[a], self._phrases[b], assume_unique=True))
        one, other = self._articles[a], self._articles[b]
        return (
            may_be_copy(shared, min(len(self._phrases[a]), len(self._phrases[b])))
            or self._may_retell(a, b, shared)
            or self._may_retell(b, a, shared)
            or (_near_in_time(one, other) and agency_of(one) == agency_of(other) != "")
            or may_credit(one, self._credits[a], other.outlet)
            or may_credit(other, self._credits[b], one.outlet)
        )

    def _may_retell(self, leaning: int, source: int, shared: int) -> bool:
        mute = is_mute(self._spoken[leaning], self._spoken[source])
        return may_be_rewrite(shared, len(self._phrases[leaning]), mute=mute)


def _dependence(
    a: Narrative, b: Narrative, analyses: Mapping[str, Analysis], weights: Mapping[str, float]
) -> Dependence | None:
    copy = find_copy(a, b)
    if copy:
        return _copied(a, b, copy, analyses)
    rewrites = [(x, y, rewrite) for x, y in _possible(a, b) if (rewrite := find_rewrite(x, y, weights)) is not None]
    if rewrites:
        return _rewritten(*max(rewrites, key=lambda r: r[2].score))
    agency = agency_of(a.article)
    if agency and agency == agency_of(b.article) and _near_in_time(a.article, b.article):
        return _of_one_agency(a, b, agency)
    return next(_credits(a, b, analyses), None)


def _possible(a: Narrative, b: Narrative) -> list[tuple[Narrative, Narrative]]:
    """The directions (leaning, leant on) that the dates allow."""
    ours, theirs = a.article.published, b.article.published
    if ours and theirs and ours[:10] != theirs[:10]:
        return [(a, b)] if ours > theirs else [(b, a)]
    return [(a, b), (b, a)]


def _copied(a: Narrative, b: Narrative, copy: Copy, analyses: Mapping[str, Analysis]) -> Dependence:
    leaning, source = _direction(a, b, copy, analyses)
    evidence = copy.evidence if leaning is a else tuple((theirs, ours) for ours, theirs in copy.evidence)
    part = copy.part_a if leaning is a else copy.part_b
    return Dependence(
        article=leaning.article.id,
        on=source.article.id,
        score=min(1.0, 0.6 + part),
        because=(Phrase("why_copied", {"n": str(copy.words), "part": f"{part:.0%}"}),),
        evidence=evidence,
        how=Phrase("leans_copied", {"part": f"{part:.0%}"}),
    )


def _direction(a: Narrative, b: Narrative, copy: Copy, analyses: Mapping[str, Analysis]) -> tuple[Narrative, Narrative]:
    """Who copied: the one that credits the other, is later, quotes nobody where the other does, or has less else."""
    directions = _possible(a, b)
    credited = [pair for pair in directions if _credit(*pair, analyses)]
    mute = [(x, y) for x, y in directions if not x.spoken and y.spoken]
    less = [(a, b) if copy.part_a >= copy.part_b else (b, a)]
    return (credited or (directions if len(directions) == 1 else mute or less))[0]


def _rewritten(leaning: Narrative, source: Narrative, rewrite: Rewrite) -> Dependence:
    told = {"retold": f"{rewrite.retold:.0%}", "order": f"{rewrite.order:.0%}", "there": f"{1 - rewrite.fresh:.0%}"}
    return Dependence(
        article=leaning.article.id,
        on=source.article.id,
        score=rewrite.score,
        because=(Phrase("why_retold_mute" if rewrite.mute else "why_retold", told),),
        evidence=rewrite.evidence,
        how=Phrase("leans_rewritten", {"part": f"{rewrite.retold:.0%}", "order": f"{rewrite.order:.0%}"}),
    )


def _near_in_time(a: Article, b: Article) -> bool:
    """Whether both are known to be published within three days: an agency writes more than once of one place."""
    ours, theirs = period(a.published or ""), period(b.published or "")
    return bool(ours and theirs and max(ours.high, theirs.high) - min(ours.low, theirs.low) <= _DAYS)


def _of_one_agency(a: Narrative, b: Narrative, agency: str) -> Dependence:
    """Two reports of one agency: the later rests on the same work as the earlier."""
    leaning, source = _possible(a, b)[0]
    return Dependence(
        article=leaning.article.id,
        on=source.article.id,
        score=0.6,
        because=(Phrase("why_agency", {"agency": agency}),),
        evidence=((_opening(leaning), _opening(source)),),
        how=Phrase("leans_agency", {"agency": agency}),
    )


def _opening(told: Narrative) -> Passage:
    """The first words, with the dateline."""
    body, start = told.article.body, told.told[0].start
    ends = [match.end() for match in islice(re.finditer(r"\S+", body[start : told.told[0].end]), 40)]
    return told.article.passage(start, start + ends[-1])


def _credits(a: Narrative, b: Narrative, analyses: Mapping[str, Analysis]) -> Iterator[Dependence]:
    for leaning, source in _possible(a, b):
        credit = _credit(leaning, source, analyses)
        if credit:
            yield Dependence(
                article=leaning.article.id,
                on=source.article.id,
                score=0.5 if credit.sentence < _LEAD else 0.3,
                because=(Phrase("why_credits", {"outlet": source.article.outlet or ""}),),
                evidence=((credit.passage, _opening(source)),),
                how=Phrase("leans_credited"),
            )


def _credit(leaning: Narrative, source: Narrative, analyses: Mapping[str, Analysis]) -> Credit | None:
    outlet = source.article.outlet
    if not outlet or outlet == leaning.article.outlet or not source.told:
        return None
    return find_credit(leaning.article, analyses[leaning.article.id], outlet)
