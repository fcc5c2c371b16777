"""What the preview adds: places to edit, whole articles, problems; all of it inert."""

import msgspec
from markdown import markdown

from generator.model.actors import Actor, Cast
from generator.model.decisions import (
    ActorDecision,
    Decisions,
    DisagreementDecision,
    EventDecision,
    Place,
    PositionDecision,
)
from generator.model.site import Problem
from generator.site.preview import edit_places, full_texts, problem_notice
from generator.site.words import read_words
from tests.desk.sample_site import ARTICLES, CAUSE, EVENT, FIGURE, article, site

WORDS = read_words("en")
ANN, BO = Actor(id="ann-lee", name="Ann Lee", kind="person"), Actor(id="bo", name="Bo", kind="person")


def place(line: int, file: str = "content/x.yml") -> Place:
    return Place(file=file, line=line)


def test_without_decisions_the_entry_to_begin_with_is_named() -> None:
    places = edit_places(site(cast=Cast(actors=(ANN,), mentions=())), Decisions())
    assert places["disagreement:figure-1"] == "content/disagreements.yml (new entry: - confirm: figure-1)"
    assert places[f"event:{EVENT.id}"] == "content/events.yml (new entry: - articles: [gazette, radio])"
    assert places["actor:ann-lee"] == "content/actors.yml (new entry: - name: Ann Lee)"
    assert places["article:gazette"] == "content/articles/gazette.md:1"


def test_decisions_are_named_by_file_and_line() -> None:
    positions = tuple(
        PositionDecision(place=place(1), article=p.passage.article, quote=p.passage.quote) for p in CAUSE.positions
    )
    decisions = Decisions(
        actors=(ActorDecision(place=place(2), name="Ann Lee"), ActorDecision(place=place(3), name="Robert", id="bo")),
        events=(EventDecision(place=place(4), articles=("radio", "gazette")),),
        disagreements=(
            DisagreementDecision(place=place(5), action="confirm", id="figure-1"),
            DisagreementDecision(place=place(6), action="add", kind="cause", positions=positions),
        ),
    )
    added = msgspec.structs.replace(CAUSE, id="editor-cause-1", status="editorial")
    places = edit_places(site(cast=Cast(actors=(ANN, BO), mentions=()), disagreements=(FIGURE, added)), decisions)
    assert {name: where for name, where in places.items() if not name.startswith("article")} == {
        "actor:ann-lee": "content/x.yml:2",
        "actor:bo": "content/x.yml:3",
        f"event:{EVENT.id}": "content/x.yml:4",
        "disagreement:figure-1": "content/x.yml:5",
        "disagreement:editor-cause-1": "content/x.yml:6",
    }


def test_whole_articles_with_their_lines() -> None:
    texts = full_texts(site(), {"gazette": "sources/gazette.md"}, WORDS)
    page = markdown(texts["sources/gazette.md"], extensions=["attr_list", "md_in_html"])
    assert '<p id="line-5" dir="auto"><small>5</small> The ferry ran aground' in page
    assert "<del>Support the Gazette with a small gift.</del> <small>(an appeal)</small>" in page.replace("&#46;", ".")
    assert list(texts) == ["sources/gazette.md"]


def test_hostile_articles_stay_text() -> None:
    hostile = article("a", "<script>alert(1)</script> </p> {{ 7*7 }} [x](javascript:y)\n# head\n</details>")
    text = full_texts(site(articles=(hostile,)), {"a": "a.md"}, WORDS)["a.md"]
    for mark in ("<script", "{{", "](", "</details>", "\n# head"):
        assert mark not in text


def test_problems_are_listed_errors_first() -> None:
    error = Problem(severity="error", file="content/<b>.yml", line=3, message="No *such* words.", remedy="Mend it.")
    warning = Problem(severity="warning", file="", line=0, message="Odd.")
    notice = problem_notice([warning, error], WORDS)
    page = markdown(notice, extensions=["attr_list", "md_in_html"])
    assert "2 problems to look at" in page
    assert page.index("Mend it") < page.index("Odd")
    assert "<b>" not in page
    assert "<em>" not in page


def test_suggestions_are_no_notice() -> None:
    assert problem_notice([Problem(severity="suggestion", file="", line=0, message="Look.")], WORDS) == ""


def test_every_article_has_a_place() -> None:
    assert {f"article:{a.id}" for a in ARTICLES} <= set(edit_places(site(), Decisions()))
