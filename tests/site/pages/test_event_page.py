"""An event's page: what stands where, in whose name, and what befalls it with odd input."""

import msgspec
import pytest

from generator.model.kinds import Kind
from generator.model.site import Site
from generator.model.story import Disagreement, Reader
from generator.site.pages.compared import plot
from generator.site.pages.event import event_context
from generator.site.pages.lookup import Lookup
from generator.site.pages.render import render
from generator.site.pages.viewpoint import Viewpoint, cut
from generator.site.words import read_words
from tests.site.pages.markdown import tree
from tests.sites import FERRY, ferry_site, many_conflicts, one_against_all

EVENT = f"events/{FERRY}.md"
changed = msgspec.structs.replace


def _markup(site: Site, language: str = "en", *, preview: bool = False) -> str:
    pages = render(site, read_words(language), edit={} if preview else None)
    return next(page.text for page in pages if page.uri == EVENT)


def _text(site: Site, language: str = "en", *, preview: bool = False) -> str:
    return " ".join("".join(tree(_markup(site, language, preview=preview)).itertext()).split())


def _view(site: Site) -> Viewpoint:
    return Viewpoint(Lookup(site, read_words("en")), EVENT, site.events[0])


def _with(site: Site, **fields: object) -> Site:
    """The site with its first disagreement changed."""
    first, *rest = site.disagreements
    return changed(site, disagreements=(changed(first, **fields), *rest))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"status": "detected"}, "found by the program"),
        (
            {"status": "read", "proven": False, "readers": (Reader(name="Ada", day="2031-04-02"),)},
            "read by Ada, 2 April 2031; quotations checked",
        ),
        (
            {"status": "read", "proven": True, "readers": (Reader(name="Ada", day="2031-04-02"),)},
            "found by the program; read by Ada, 2 April 2031; quotations checked",
        ),
        ({"status": "confirmed"}, "found by the program; confirmed by the editor"),
        ({"status": "editorial"}, "added by the editor"),
    ],
)
def test_it_says_whose_finding_it_is(fields: dict[str, object], said: str) -> None:
    row = next(e for e in tree(_markup(_with(ferry_site(3), **fields))).iter("th") if e.get("id"))
    voice = next(e for e in row.iter("span") if e.get("class") == "px-voice")
    assert "".join(voice.itertext()) == said


def test_the_same_answer_is_said_once() -> None:
    rows = [e for e in tree(_markup(one_against_all(ferry_site(4)))).iter("tr") if e.get("class") == "px-hard"]
    cells = ["".join(cell.itertext()).strip() for cell in rows[-1].iter("td")]
    assert sum("more than 200 people" in cell for cell in cells) == 1
    assert "as Unnamed outlet" in cells


def test_the_leaning_is_told_once() -> None:
    text = _text(ferry_site(3))
    assert text.count("They count as one source") == 1
    assert "3 articles, 2 independent" in text


def test_a_dot_plot_is_drawn_for_confirmed_figures_of_one_unit_alone() -> None:
    site = ferry_site(3)
    view = _view(site)
    card = site.disagreements[0]
    assert not plot(card, view)
    drawn = plot(changed(card, status="confirmed"), view)
    assert drawn
    assert [(dot.left, dot.text) for dot in drawn] == [(0.0, "198 people"), (100.0, "212 people")]
    same = changed(card, status="confirmed", positions=(card.positions[0], card.positions[0]))
    assert not plot(same, view)


def test_a_quotation_of_a_word_or_two_is_left_to_its_sentence() -> None:
    site = ferry_site(3)
    first = site.quotations[0]
    body = next(a for a in site.articles if a.id == first.passage.article)
    start = body.body.index("the light")
    short = changed(first, passage=body.passage(start, start + 9), parts=((start, start + 9),))
    assert "In their words" not in _text(changed(site, quotations=(short,)))


def test_where_nothing_is_agreed_it_shows_how_each_source_begins() -> None:
    site = changed(ferry_site(3), facts=())
    bodies = {article.id: article for article in site.articles}
    openings = tuple(bodies[id_].passage(0, bodies[id_].body.index(",")) for id_ in site.events[0].articles)
    text = _text(_event(site, openings=openings))
    begins = text[text.index("How each begins") : text.index("Here the sources differ")]
    assert "The ferry Tern struck the Hare Rocks late on Tuesday with 198 people aboard Kelm Gazette" in begins
    assert "A veteran captain" not in begins  # it retells the first
    assert "What they agree on" not in text


def test_a_part_of_a_sentence_is_marked_as_cut() -> None:
    body = "He said so. The pier, as they knew, is safe in March. “Is it?” they asked."
    whole = cut(body, body.index("The pier"), body.index(" “Is it"))
    part = cut(body, body.index("is safe"), body.index(" in March"))
    assert (whole, part) == ((False, False), (True, True))
    assert cut(body, body.index("The pier"), body.index("safe in") + 13) == (False, False)
    assert cut(body, body.index("“Is it"), body.index(" they asked")) == (False, False)


def test_one_passage_of_two_days_is_recalled_once() -> None:
    site = ferry_site(3)
    first = site.events[0].background[0]
    short = changed(first, passages=(changed(first.passages[0], quote="in 2019"),))
    background = (first, changed(first, date="2020"), short)
    site = _event(site, background=background)
    (item,) = event_context(site.events[0], _view(site))["background"]
    assert item.date == "2019, 2020"


def test_what_a_source_calls_somebody_is_told_where_another_says_otherwise() -> None:
    told = [event_context(ferry_site(n).events[0], _view(ferry_site(n)))["wordings"] for n in (3, 1)]
    assert any(told[0].values())
    assert not any(told[1].values())


@pytest.mark.parametrize(
    ("said", "told"), [("He", ""), ("The mayor", "The mayor"), ("Mayor Reuel, who left", "Mayor Reuel")]
)
def test_a_speaker_without_an_entry_is_told_as_the_article_does(said: str, told: str) -> None:
    site = ferry_site(3)
    quotation = changed(site.quotations[0], speaker=None, speaker_text=said, told_as=told)
    text = _text(changed(site, quotations=(quotation,)))
    assert ("Speaker not identified" in text) == (not told)
    assert told in text


def _event(site: Site, **fields: object) -> Site:
    first, *rest = site.events
    return changed(site, events=(changed(first, **fields), *rest))


def _articles(site: Site, **fields: object) -> Site:
    return changed(site, articles=tuple(changed(article, **fields) for article in site.articles))


ONE_WORD = changed(
    ferry_site(3).disagreements[0],
    positions=tuple(
        changed(p, passage=changed(p.passage, end=p.passage.start + 4, quote=p.passage.quote[:4]), says="", differs=())
        for p in ferry_site(3).disagreements[0].positions
    ),
)


@pytest.mark.parametrize(
    "site",
    [
        pytest.param(ferry_site(1), id="one source"),
        pytest.param(ferry_site(12), id="twelve sources"),
        pytest.param(changed(ferry_site(3), disagreements=()), id="no conflict"),
        pytest.param(many_conflicts(ferry_site(3), 30), id="thirty conflicts"),
        pytest.param(_event(ferry_site(3), date="", date_reason=""), id="no date"),
        pytest.param(_articles(ferry_site(3), outlet="The Very Long Gazette of " + "Kelm " * 19), id="long outlet"),
        pytest.param(_articles(ferry_site(3), title="\u0627\u0644\u0639\u0628\u0627\u0631\u0629"), id="right to left"),
        pytest.param(changed(ferry_site(3), disagreements=(ONE_WORD,)), id="one word"),
        pytest.param(one_against_all(ferry_site(12)), id="one against eleven"),
        pytest.param(_event(ferry_site(3), title="FERRY TERN RUNS AGROUND OFF KELM"), id="capitals"),
    ],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_odd_input_makes_a_whole_page(site: Site, language: str) -> None:
    root = tree(_markup(site, language))
    headings = [element.get("id") for element in root.iter("h2")]
    assert "sources" in headings
    assert len(headings) == len(set(headings))
    assert all("".join(row.itertext()).strip() for row in root.iter("tr"))


def test_an_outlet_of_a_very_long_name_is_named_briefly() -> None:
    long = "The Very Long Gazette of " + "Kelm " * 19
    text = _text(_articles(ferry_site(3), outlet=long.strip()))
    assert long.strip() not in text
    assert "The Very Long Gazette of Kelm" in text


def test_further_rows_have_a_caption_of_their_own() -> None:
    root = tree(_markup(many_conflicts(ferry_site(3), 30)))
    captions = [e.get("aria-labelledby") for e in root.iter("section") if e.get("class") == "px-scroll"]
    said = ["".join(e.itertext()) for e in root.iter("p") if e.get("id") in captions]
    assert len(said) == len(set(said)) == 2


def test_thirty_conflicts_fit_a_sidebar() -> None:
    root = tree(_markup(many_conflicts(ferry_site(3), 30)))
    aside = next(root.iter("aside"))
    open_list = next(element for element in aside if element.tag == "ol")
    assert 3 <= len(list(open_list)) <= 7
    assert f"{30 - len(list(open_list))} more conflicts" in "".join(aside.itertext())


def test_without_a_conflict_so_many_wordings_stand_open_as_fit() -> None:
    site = many_conflicts(ferry_site(3), 30)
    soft = changed(site, disagreements=tuple(changed(d, hardness="soft") for d in site.disagreements))
    aside = next(tree(_markup(soft)).iter("aside"))
    opened = next(element for element in aside if element.tag == "ul")
    assert 3 <= len(list(opened)) <= 7
    assert f"{30 - len(list(opened))} more" in "".join(aside.itertext())


def test_a_long_sidebar_has_further_facts_beside_it_and_a_short_one_has_none() -> None:
    site = ferry_site(3)
    facts = (*site.facts, *(fact for fact in site.facts if fact.articles > 1 for _ in range(4)))
    view = _view(changed(many_conflicts(site, 30), facts=facts))
    long, short = (
        event_context(site.events[0], view),
        event_context(site.events[0], _view(changed(site, facts=facts))),
    )
    assert len(long["further"]) > len(short["further"])
    assert len(long["brief"].facts) == len(short["brief"].facts) == 2
    assert all(len(page["further"]) + len(page["folded"]) == len(page["brief"].more) == 8 for page in (long, short))


def test_whose_finding_all_rows_are_is_said_once() -> None:
    site = ferry_site(3)
    readers = (Reader(name="Ada", day="2031-04-02"),)
    read = tuple(changed(d, status="read", proven=False, readers=readers) for d in site.disagreements)
    assert _text(changed(site, disagreements=read)).count("read by Ada") == 1
    assert "Every row: read by Ada, 2 April 2031; quotations checked." in _text(changed(site, disagreements=read))
    assert "Every row" not in _text(site)


@pytest.mark.parametrize("kind", ["figure", "label", "name", "cause"])
def test_a_german_page_says_no_line_of_the_programs_in_english(kind: Kind) -> None:
    site = ferry_site(3)
    found: tuple[Disagreement, ...] = tuple(
        changed(d, kind=kind, about="A line of the program", reason="A reason", status="detected", note="")
        for d in site.disagreements
    )
    for page in render(changed(site, disagreements=found), read_words("de")):
        assert "A line of the program" not in page.text, page.uri
