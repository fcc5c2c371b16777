"""The excerpt cap: how much of other people's articles the site may show, enforced on the finished record.

No passage longer than a quotation may be, and of each article no more distinct words than its cap. Disagreements come
first (the editor's, then hard before soft), then what is told together, direct quotations, other facts, then the rest;
what does not fit leaves the site, is listed in `Site.excerpts`, and the page links to the source instead. An article
with `rights: full` has no cap; of one with `rights: withheld` nothing is shown but its headline, without which it could
not be named.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from generator.model.site import Excerpt, Problem, Severity, Site
from generator.model.story import Disagreement, Fact
from generator.model.text import Article, Passage
from generator.site.excerpts.fitting import fixed_texts, headlines, weigh
from generator.site.excerpts.ledger import Ledger, count_shown, overrun
from generator.site.excerpts.rebuild import rebuild

__all__ = ["count_shown", "fit", "overrun"]


def fit(site: Site, *, quotation_words: int, share: float, words: int, spared: Mapping[str, int] | None = None) -> Site:
    """The site within the cap, with `excerpts` and `problems` saying what was left out.

    At most `quotation_words` a passage, and of an article `share` of its words or `words`, whichever is more. Words are
    counted strictly: a hyphenated compound is two. `spared` words of an article stay free besides.
    """
    site = origins_first(site)
    ledger = Ledger(site.articles, share=share, least=words, noted=fixed_texts(site), spared=spared)
    ledger.admit(headlines(site), always=True)
    verdicts = weigh(site, ledger, quotation_words)
    quoted = _quoted(site)
    left_out: dict[str, list[Passage]] = defaultdict(list)
    for passage in verdicts.left_out:
        left_out[passage.article].append(passage)
    excerpts = tuple(
        Excerpt(
            article=article.id,
            words=len(ledger.shown[article.id]),
            allowed=ledger.allowed[article.id],
            withheld=tuple(left_out.get(article.id, ())),
            quoted=quoted.get(article.id, ()),
        )
        for article in site.articles
    )
    lost: dict[str, list[Disagreement]] = defaultdict(list)
    for disagreement in (d for d in site.disagreements if d.id not in verdicts.staying):
        for name in {position.passage.article for position in disagreement.positions}:
            lost[name].append(disagreement)
    problems = (p for a, e in zip(site.articles, excerpts, strict=True) for p in _problems(a, e, lost.get(a.id, ())))
    return msgspec.structs.replace(rebuild(site, verdicts), excerpts=excerpts, problems=(*site.problems, *problems))


def origins_first(site: Site) -> Site:
    """The site with each fact told first by an article that leans on no other that tells it, best one leant on."""
    leaning = {(dependence.article, dependence.on) for dependence in site.dependences}

    def place(passage: Passage, fact: Fact) -> tuple[bool, int]:
        others = [other.article for other in fact.passages]
        leans = any((passage.article, other) in leaning for other in others)
        return leans, -sum((other, passage.article) in leaning for other in others)

    facts = (
        msgspec.structs.replace(fact, passages=tuple(sorted(fact.passages, key=lambda p: place(p, fact))))
        for fact in site.facts
    )
    return msgspec.structs.replace(site, facts=tuple(facts))


def _quoted(site: Site) -> dict[str, tuple[str, ...]]:
    """Whom each article quotes directly, most quoted first."""
    spoken: dict[str, Counter[str]] = defaultdict(Counter)
    for quotation in site.quotations:
        if quotation.direct and quotation.speech and quotation.speaker:
            spoken[quotation.passage.article][quotation.speaker] += 1
    return {name: tuple(speaker for speaker, _ in count.most_common()) for name, count in spoken.items()}


def _problems(article: Article, excerpt: Excerpt, mine: Sequence[Disagreement]) -> Iterator[Problem]:
    """What the editor should know of an article of which something was left out, `mine` being disagreements over it."""
    if not excerpt.withheld:
        return
    count = f"{len(excerpt.withheld)} left out" + (f"; disagreements lost with them: {len(mine)}" if mine else "")
    if article.rights == "withheld":
        message, remedy = f"Its rights are withheld; passages of it: {count}.", "The site links to it instead."
    else:
        message = f"Passages that do not fit its excerpt cap of {excerpt.allowed} words: {count}."
        remedy = "Dismiss what matters less, or state `rights: full` if all of it may be shown."
    # The machine's draft may be longer than the cap; what the editor decided on must not go unnoticed.
    severity: Severity = "warning" if any(d.status != "detected" for d in mine) else "suggestion"
    yield Problem(severity=severity, file=article.path, line=1, message=message, remedy=remedy)
