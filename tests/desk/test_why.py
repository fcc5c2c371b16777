"""What `parallax why` says of a finding."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.desk.why import command, said, told
from generator.disagreements import compare, considered
from generator.model.actors import Quotation
from generator.model.site import Site
from generator.model.text import Article, Passage
from tests.folders import ROOT
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


def test_a_quotation_is_told_with_the_file_that_found_its_speaker(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    text = "Ada Roth spoke. “The bridge stays,” Ada Roth said. A sign read: “Free the harbour and its boats today.”"
    (articles / "x.md").write_text(f"---\ntitle: X\noutlet: X News\n---\n\n{text}\n", encoding="utf-8")
    result = CliRunner().invoke(command, ["bridge stays", "--content", str(tmp_path)])
    assert result.output.splitlines()[1:] == [
        "  said by Ada Roth (“Ada Roth”)",
        "  generator/account/quotations/after.py",
    ]


WAYS = {
    way
    for path in (ROOT / "generator" / "account" / "quotations").glob("*.py")
    for way in re.findall(r'(?:\bway=|\bby\()"([^"]+)"', path.read_text(encoding="utf-8"))
}


@pytest.mark.parametrize("way", sorted(WAYS))
def test_the_file_of_each_way_is_there(way: str) -> None:
    passage = Passage(article="x", start=0, end=2, quote="Go")
    quotation = Quotation(passage=passage, parts=((0, 2),), way=way)
    told = said(quotation, Site(articles=(Article(id="x", path="x.md", body="Go"),)))
    assert (ROOT / told.splitlines()[-1].strip()).is_file()
