"""`parallax review`: the order, what is shown, what each answer writes."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from click.testing import CliRunner, Result
from rich.text import Text

from generator.build.pipeline import Built
from generator.cli import main
from generator.content.editorial import read_decisions
from generator.content.settings import Settings
from generator.desk import review
from generator.desk.findings import confirmation, dismissal, listing, origin, passage_in_context, undecided
from generator.disagreements.overrides import settle
from generator.model.story import Reader
from tests.desk.sample_site import ARTICLES, BY_ID, CAUSE, EVENT, FIGURE, article, finding, position, site

PROPOSAL = """disagreements:
  # from a friend
  - add: what the captain noticed
    kind: quote
    hardness: hard
    positions:
      - article: gazette
        quote: everything stood still
      - article: radio
        quote: everything went dark
    status: proposed  # for now
  - dismiss: figure-1  # no
    reason: x
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder, and a pipeline that knows two machine findings."""

    def build(root: Path, settings: Settings, *, preview: bool = False, dates: bool = False) -> Built:
        reading = read_decisions(root, root=root)
        decisions = reading.decisions
        settled = settle((FIGURE, CAUSE), decisions, ARTICLES, (EVENT,))
        assert not reading.problems + settled.problems
        made = site(disagreements=settled.disagreements)
        return Built(site=made, found=made, whole=made, decisions=decisions)

    monkeypatch.setattr(review, "build", build)
    return tmp_path


def run(content: Path, keys: str, *options: str) -> Result:
    result = CliRunner().invoke(main, ["review", *options, "--content", str(content)], input=keys)
    assert result.exit_code == 0, result.output
    return result


def entries(content: Path) -> list[dict[str, Any]]:
    path = content / "disagreements.yml"
    return yaml.safe_load(path.read_text("utf-8"))["disagreements"] if path.exists() else []


def test_hard_ones_come_first_then_the_surest() -> None:
    proposed = finding("p", "quote", status="proposed", hardness="soft", score=1.0)
    settled = [finding(status, "label", status=status, score=0.0) for status in ("confirmed", "editorial")]
    found = undecided(site(disagreements=(proposed, *settled, CAUSE, FIGURE)))
    assert [d.id for d in found] == ["figure-1", "cause-1", "p"]
    assert undecided(site(), event="another") == []


READ = msgspec.structs.replace(CAUSE, id="read-1", status="read", readers=(Reader(name="Anna", day="2024-05-06"),))


def test_what_a_reader_found_is_decided_in_its_own_words() -> None:
    written = [
        {"article": "gazette", "quote": "missed the channel because of the fog", "says": "fog"},
        {"article": "radio", "quote": "after its engine failed", "says": "engine failed"},
    ]
    confirmed = confirmation(READ, hardness="soft")
    assert confirmed == {
        "confirm": "read-1",
        "about": "why the ferry stranded",
        "kind": "cause",
        "hardness": "soft",
        "positions": written,
    }
    assert dismissal(READ, "no") == {"dismiss": "read-1", "reason": "no", "kind": "cause", "positions": written}


def test_whose_finding_it_is_is_said_once() -> None:
    assert origin(FIGURE) == "found by the program, 90% sure"
    assert origin(msgspec.structs.replace(FIGURE, score=1.5)) == "found by the program, 100% sure"
    assert origin(READ) == "found by the program, too; read by Anna, 2024-05-06"
    twice = msgspec.structs.replace(READ, proven=False, readers=READ.readers * 2)
    assert origin(twice) == "found in 2 readings (Anna, 2024-05-06; Anna, 2024-05-06)"


def test_confirm_and_dismiss(content: Path) -> None:
    output = run(content, "c\nd\nBoth are right.\n").output
    assert entries(content) == [{"confirm": "figure-1"}, {"dismiss": "cause-1", "reason": "Both are right."}]
    assert "1 confirmed, 0 reworded, 1 dismissed, 0 skipped; 0 left" in output


def test_reword(content: Path) -> None:
    output = run(content, "r\n" + "word " * 15 + "\nwhy it stranded\nq\n").output
    assert "15 words; at most 14" in output
    assert entries(content) == [{"confirm": "figure-1", "about": "why it stranded"}]


def test_hardness_and_kind_can_be_changed(content: Path) -> None:
    output = run(content, "h\nk\nwho\nc\nq\n").output
    assert "Now who, soft" in output
    assert entries(content) == [{"confirm": "figure-1", "kind": "who", "hardness": "soft"}]


def test_a_review_goes_on_where_it_stopped(content: Path) -> None:
    run(content, "c\nq\n")
    output = run(content, "s\n").output
    assert "1 of 1" in output
    assert "cause-1" in output
    assert entries(content) == [{"confirm": "figure-1"}]


@pytest.mark.parametrize("keys", ["q\n", "", "x\n\nq\n", "s\ns\n", "d\n"])
def test_nothing_is_written_without_a_decision(content: Path, keys: str) -> None:
    run(content, keys)
    assert not (content / "disagreements.yml").exists()


def test_decisions_are_kept_when_input_ends(content: Path) -> None:
    run(content, "c\n")
    assert entries(content) == [{"confirm": "figure-1"}]


def test_a_proposal_is_confirmed_in_its_place(content: Path) -> None:
    path = content / "disagreements.yml"
    path.write_text(PROPOSAL, encoding="utf-8")
    run(content, "r\nwhat he saw\nq\n")
    expected = PROPOSAL.replace("what the captain noticed", "what he saw").replace("proposed  #", "confirmed #")
    assert path.read_text("utf-8").replace("confirmed  #", "confirmed #") == expected


def test_a_proposal_is_dismissed_in_its_place(content: Path) -> None:
    path = content / "disagreements.yml"
    path.write_text(PROPOSAL, encoding="utf-8")
    run(content, "d\nnot so\nq\n")
    first, second = entries(content)
    assert (first["status"], first["reason"]) == ("dismissed", "not so")
    assert second == {"dismiss": "figure-1", "reason": "x"}
    assert "# no" in path.read_text("utf-8")


def test_one_event_only(content: Path) -> None:
    assert "1 of 2" in run(content, "q\n", "2024-05-03").output


def test_passages_are_shown_in_context_with_the_difference_marked(content: Path) -> None:
    output = run(content, "s\nq\n").output
    assert "The captain missed the channel because of the ⟦fog⟧, the coastguard said." in output
    assert "Coast Radio (content/articles/radio.md:7)" in output


def plain(text: Text) -> str:
    return text.plain


def test_context_is_cut_at_words() -> None:
    long = article("long", "word " * 100 + "the exact quote" + " other" * 100)
    start = long.body.index("the exact")
    shown = position("gazette", "fog")
    shown = msgspec.structs.replace(shown, passage=long.passage(start, start + 15), says="exact")
    words = plain(passage_in_context(shown, long, plain=True)).split()
    assert words[0] == words[-1] == "…"
    assert set(words) == {"…", "word", "the", "⟦exact⟧", "quote", "other"}


def test_named_differences_are_marked() -> None:
    shown = position("gazette", "with 38 passengers on board", "38 passengers")
    start = shown.passage.start + 5
    shown = msgspec.structs.replace(shown, differs=((start, start + 2),))
    assert "with ⟦38⟧ passengers on board. Nobody" in plain(passage_in_context(shown, BY_ID["gazette"], plain=True))


def test_the_list_is_yaml_that_the_desk_takes(content: Path) -> None:
    text = run(content, "", "--list").output
    assert "# Coast Radio (content/articles/radio.md:7): after its engine failed" in text
    (content / "disagreements.yml").write_text(text, encoding="utf-8")
    reading = read_decisions(content, root=content)
    assert not reading.problems
    assert [d.id for d in reading.decisions.disagreements] == ["figure-1", "cause-1"]
    assert run(content, "", "--list").output == "# Nothing waits for a decision.\n"


def test_proposals_are_listed_as_comments() -> None:
    proposed = finding("p", "quote", *CAUSE.positions, status="proposed")
    text = listing([proposed, FIGURE], BY_ID)
    assert [entry["confirm"] for entry in yaml.safe_load(text)["disagreements"]] == ["figure-1"]


def test_hostile_words_are_inert_in_the_list() -> None:
    hostile = finding("h", "label", *CAUSE.positions, about="a: \x1b[2J # b", reason="x\n- dismiss: everything")
    (entry,) = yaml.safe_load(listing([hostile], BY_ID))["disagreements"]
    assert entry["confirm"] == "h"
