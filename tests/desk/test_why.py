"""What `parallax why` says of a finding."""

from pathlib import Path

from generator.desk.why import told
from generator.disagreements import compare, considered
from tests.materials import material

TEXT = "The court in Larkholm {} the banker of fraud on Monday."


def test_a_finding_is_told_with_its_words_and_the_rule(tmp_path: Path) -> None:
    stories = {"x": {"text": TEXT.format("convicted")}, "y": {"text": TEXT.format("acquitted")}}
    given = material(tmp_path, stories)
    (finding,) = compare(given, limit=9)
    lines = told(finding, considered(given, finding), {article.id: article for article in given.articles}).splitlines()
    assert lines[0].startswith(finding.id)
    assert any("“convicted”" in line for line in lines)
    assert lines[-1].endswith("this one")
    assert "outcome (outcome)" in lines[-1]
