"""The editor's say: what comes first, what is left out, and what he named that is not there."""

import msgspec

from generator.model.decisions import Decisions, EventDecision, HiddenSection, Place, QuoteDecision
from generator.site.arranging import arrange
from generator.site.pages.render import render
from generator.site.words import read_words
from tests.sites import FERRY, ferry_site

PLACE = Place(file="content/events.yml", line=7)
SITE = ferry_site(3)
ARTICLES = SITE.events[0].articles


def _page(decisions: Decisions) -> str:
    pages = {page.uri: page.text for page in render(arrange(SITE, decisions), read_words("en"))}
    return pages[f"events/{FERRY}.md"]


def test_what_is_pinned_comes_first_in_the_order_given() -> None:
    decision = EventDecision(place=PLACE, articles=ARTICLES, pin=("label-captain", "cause-why"))
    site = arrange(SITE, Decisions(events=(decision,)))
    text = next(page.text for page in render(site, read_words("en")) if FERRY in page.uri)
    assert site.events[0].pinned == ("label-captain", "cause-why")
    assert text.index("Why the ferry ran aground") < text.index("How many people were on board")
    assert site.problems == SITE.problems


def test_a_pin_that_names_nothing_is_an_error_with_its_place() -> None:
    decision = EventDecision(place=PLACE, articles=ARTICLES, pin=("figure-gone",))
    (problem,) = arrange(SITE, Decisions(events=(decision,))).problems
    assert (problem.severity, problem.file, problem.line) == ("error", "content/events.yml", 7)
    assert "figure-gone" in problem.message
    assert "label-captain" in problem.remedy


def test_a_section_is_left_out_of_one_page_or_of_all() -> None:
    assert "{ #background " in _page(Decisions())
    one = EventDecision(place=PLACE, articles=ARTICLES, hide=("background",))
    assert "{ #background " not in _page(Decisions(events=(one,)))
    everywhere = Decisions(hide=(HiddenSection(place=PLACE, section="quotations"),))
    assert "{ #quotations }" in _page(Decisions())
    assert "{ #quotations }" not in _page(everywhere)


def _agreed(*quotes: tuple[str, str]) -> Decisions:
    fact = tuple(QuoteDecision(place=PLACE, article=article, quote=quote) for article, quote in quotes)
    return Decisions(events=(EventDecision(place=PLACE, articles=ARTICLES, agreed=(fact,)),))


def test_what_the_editor_finds_agreed_comes_first_with_who_tells_it() -> None:
    site = arrange(SITE, _agreed(("wire", "Nineteen passengers"), ("kelm-gazette", "At least nineteen people")))
    first = site.facts[0]
    assert [passage.quote for passage in first.passages] == ["Nineteen passengers", "At least nineteen people"]
    assert (first.articles, first.independent) == (2, 2)
    assert not any("Nineteen passengers were" in fact.passages[0].quote for fact in site.facts)
    leaning = arrange(SITE, _agreed(("wire", "on Tuesday"), ("harbour-post", "on Tuesday night"))).facts[0]
    assert (leaning.articles, leaning.independent) == (2, 1)


def test_words_that_are_not_there_are_an_error_with_its_place() -> None:
    site = arrange(SITE, _agreed(("wire", "Twenty passengers were taken to hospital"), ("kelm-gazette", "At least")))
    (problem,) = site.problems
    assert (problem.severity, problem.file, problem.line) == ("error", "content/events.yml", 7)
    assert "Nineteen passengers were taken to hospital" in problem.remedy
    assert site.facts == SITE.facts


def test_nothing_written_changes_nothing() -> None:
    assert arrange(SITE, Decisions()) == msgspec.structs.replace(SITE)
