"""What a finding about a name prints: exactly the name, once a person, however many of its words are spelled so."""

from pathlib import Path

from generator.disagreements import name
from tests.materials import material


def test_a_title_is_no_part_of_the_name(tmp_path: Path) -> None:
    given = material(
        tmp_path,
        {
            "gazette": {"text": "Finance Minister Han Min-seo opened the fair on Monday. Han left early."},
            "herald": {"text": "The fair was opened by Finance Minister Han Min Seo on Monday. Han left early."},
        },
    )
    (finding,) = name.find(given)
    assert [position.says for position in finding.positions] == ["Han Min-seo", "Han Min Seo"]


def test_one_person_is_one_finding_with_all_spellings(tmp_path: Path) -> None:
    given = material(
        tmp_path,
        {
            "gazette": {"text": "The coach, Andrés Peña, praised the goalkeeper."},
            "herald": {"text": "Coach Andres Pena praised the goalkeeper."},
            "courier": {"text": "Andrés Pena, the coach, praised the goalkeeper."},
        },
    )
    (finding,) = name.find(given)
    assert {position.says for position in finding.positions} == {"Andrés Peña", "Andres Pena", "Andrés Pena"}
    assert finding.reason == "“Andres”, “Andrés”, “Pena”, “Peña”: the same name but for an accent"


def test_an_article_before_a_law_is_no_part_of_its_name(tmp_path: Path) -> None:
    given = material(
        tmp_path,
        {
            "gazette": {"text": "The Clean-Rivers Act passed on Monday in the senate."},
            "herald": {"text": "The Clean Rivers Act passed on Monday in the senate."},
        },
    )
    (finding,) = name.find(given)
    assert finding.about == "Spelling of the name Clean-Rivers Act"
    assert [position.says for position in finding.positions] == ["Clean-Rivers Act", "Clean Rivers Act"]
