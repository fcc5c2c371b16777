"""Case files: what two articles tell alike; and what holds of all facts."""

from pathlib import Path

import pytest

from generator.model.story import Disagreement, Material, Position
from generator.story.facts import find_facts
from tests.materials import material
from tests.stories import cases, load

CASES = cases("facts")


def check_exact(given: Material) -> None:
    bodies = {article.id: article.body for article in given.articles}
    for fact in find_facts(given):
        assert 1 <= fact.independent <= fact.articles == len(fact.passages)
        assert len({passage.article for passage in fact.passages}) == fact.articles
        for passage in fact.passages:
            assert bodies[passage.article][passage.start : passage.end] == passage.quote
            assert len(passage.quote.split()) <= 40


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    case = load(path)
    given = material(tmp_path, case["articles"])
    check_exact(given)
    shared = [fact for fact in find_facts(given) if fact.articles > 1]
    for wanted in case["shared"]:
        fact = next(f for f in shared if wanted["shows"] in f.passages[0].quote)
        assert (fact.articles, fact.independent) == (int(wanted["articles"]), int(wanted["independent"]))
    assert case["shared"] or not shared
    assert len(shared) == len(find_facts(given)), "what one of several tells alone is no rule's to say"


def test_what_a_hard_disagreement_is_about_is_no_fact(tmp_path: Path) -> None:
    given = material(tmp_path, load(CASES[-1])["articles"])
    fact = find_facts(given)[0]
    finding = Disagreement(
        id="who-1",
        event="event",
        kind="who",
        about="",
        hardness="hard",
        score=1.0,
        reason="",
        positions=tuple(Position(passage=passage, says="") for passage in fact.passages),
    )
    assert fact not in find_facts(given, [finding])


def test_an_event_with_one_article_has_its_facts(tmp_path: Path) -> None:
    text = "Mayor Ida Flint opened the library of Dorn on Monday. The library of Dorn has 9,000 books from Velt."
    facts = find_facts(material(tmp_path, {"only": {"text": text}}))
    assert [fact.articles for fact in facts] == [1, 1]


def test_no_words_no_facts(tmp_path: Path) -> None:
    assert find_facts(material(tmp_path, {"one": {"text": "..."}, "two": {"text": "..."}})) == ()
