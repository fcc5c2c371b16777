"""The table of steps: what each is called, what it looks at one of, and the function that does it.

grain     one result for
article   each article
event     each event
all       the whole folder, or a very large event: done in one process, on small records of the articles, which steps of
          theirs have made
"""

from typing import Any

from generator.account.actors import Casting, find_cast
from generator.account.actors.naming import Named, name
from generator.account.actors.scenes import Meant, Told, point_back, tell
from generator.account.actors.sighting import Sighted, sight
from generator.build.step import Step
from generator.build.steps.account import Account, account_of
from generator.build.steps.comparing import compare_event
from generator.build.steps.dating import date_all, stated_of
from generator.build.steps.facts import facts_of
from generator.build.steps.grouping import group_all, name_one
from generator.build.steps.history import History, history_of
from generator.build.steps.origins import gist_of_article, trace_crowd, trace_event
from generator.build.steps.telling import speakers
from generator.build.steps.widening import widen_event
from generator.content.articles.folder import Parsed, read_article
from generator.language.parsing import analyse_article
from generator.matching.terms import Terms, terms_of
from generator.model.actors import Quotation
from generator.model.analysis import Analysis
from generator.model.story import Dating, Dependence, Disagreement, Event, Fact
from generator.story.origins import Gist

READ: Step[Parsed] = Step("reading articles", "article", read_article)
ANALYSE: Step[Analysis] = Step("analysing articles", "article", analyse_article)
ACCOUNT: Step[Account] = Step("finding quotations, numbers and dates", "article", account_of)
SIGHT: Step[Sighted] = Step("looking for names", "article", sight)
NAME: Step[Named] = Step("telling names from other words", "article", name)
TELL: Step[Told] = Step("looking for offices and pronouns", "article", tell)
POINT: Step[Meant] = Step("finding whom pronouns mean", "article", point_back)
CAST: Step[Casting] = Step("finding out who is who", "all", find_cast)
STATED: Step[Dating | None] = Step("reading dates of publication", "article", stated_of)
DATE: Step[dict[str, Dating]] = Step("dating articles", "all", date_all)
TERMS: Step[Terms] = Step("counting words", "article", terms_of)
GROUP: Step[tuple[tuple[str, ...], ...]] = Step("grouping articles into events", "all", group_all)
EVENT: Step[Event] = Step("naming events", "event", name_one)
TRACE: Step[tuple[Dependence, ...]] = Step("finding who leans on whom", "event", trace_event)
GIST: Step[Gist] = Step("reading what articles tell in their own words", "article", gist_of_article)
CROWD: Step[tuple[Dependence, ...]] = Step("finding who leans on whom among many", "all", trace_crowd)
SPEAKERS: Step[dict[str, tuple[Quotation, ...]]] = Step("naming speakers", "event", speakers)
HISTORY: Step[History] = Step("looking up background", "event", history_of)
COMPARE: Step[tuple[Disagreement, ...]] = Step("comparing sources", "event", compare_event)
FACTS: Step[tuple[Fact, ...]] = Step("finding what sources agree on", "event", facts_of)
WIDEN: Step[tuple[Disagreement, ...]] = Step("showing whole sentences", "event", widen_event)

NAMES = (SIGHT, NAME, TELL, POINT)
"""What who is who asks of each article."""

STEPS: dict[str, Step[Any]] = {
    step.name: step
    for step in (
        *(READ, ANALYSE, ACCOUNT, *NAMES, CAST, TERMS, STATED, DATE, GROUP, EVENT, TRACE, GIST, CROWD),
        *(SPEAKERS, HISTORY, COMPARE, FACTS, WIDEN),
    )
}
