"""`parallax check`: what it lists, how it prints it, how it ends."""

import json
from pathlib import Path

import click
import msgspec
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.desk import check
from generator.desk.problem_report import as_annotations, as_json, as_text
from generator.desk.suggestions import suggestions
from generator.model.actors import Actor, Cast, Suggestion
from generator.model.site import Excerpt, Problem, Site
from generator.model.story import Dating, Event
from generator.model.text import Paragraph
from tests.desk.sample_site import BY_ID, EVENT, site

STALE = Problem(
    severity="error",
    file="content/disagreements.yml",
    line=12,
    message="There is no finding 'x'.",
    remedy="See the list.",
)
DOUBT = Problem(severity="warning", file="content/articles/a.md", line=0, message="No text.")


def run(monkeypatch: pytest.MonkeyPatch, folder: Path, *options: str, problems: tuple[Problem, ...] = ()) -> Result:
    monkeypatch.setattr(check, "build_site", lambda root, settings: site(problems=problems))
    return CliRunner().invoke(main, ["check", "--content", str(folder), *options])


def test_an_error_is_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    result = run(monkeypatch, tmp_path, problems=(DOUBT, STALE))
    assert result.exit_code == 1
    assert result.output.startswith(
        "content/disagreements.yml:12: error: There is no finding 'x'.\n    See the list.\n"
    )
    assert "content/articles/a.md: warning: No text." in result.output
    assert result.output.endswith("1 error, 1 warning, 0 suggestions.\n")


def test_warnings_are_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert run(monkeypatch, tmp_path, problems=(DOUBT,)).exit_code == 0


def test_nothing_wrong(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert run(monkeypatch, tmp_path).output == "0 errors, 0 warnings, 0 suggestions.\n"


def test_suggestions_stand_apart() -> None:
    hint = msgspec.structs.replace(DOUBT, severity="suggestion", message="Look.")
    before, after = as_text([STALE, DOUBT, hint]).split("Suggestions: ")
    assert "Look." not in before
    assert "Look." in after


def test_suggestions_with_one_remedy_share_it() -> None:
    one = msgspec.structs.replace(DOUBT, severity="suggestion", message="Look.", remedy="Mend it.")
    two = msgspec.structs.replace(one, file="content/articles/b.md")
    text = click.unstyle(as_text([one, two]))
    assert text.count("Mend it.") == 1
    assert "Mend it.\n  content/articles/a.md: Look.\n  content/articles/b.md: Look.\n" in text


def test_many_alike_are_cut_unless_all_are_wanted() -> None:
    hints = [msgspec.structs.replace(DOUBT, severity="suggestion", line=n, remedy="Mend it.") for n in range(1, 6)]
    assert "… and 2 more" in as_text(hints, in_full=False)
    assert "a.md:5" not in as_text(hints, in_full=False)
    assert "a.md:5" in as_text(hints)


def test_json() -> None:
    document = json.loads(as_json([STALE]))
    assert document["counts"] == {"error": 1, "warning": 0, "suggestion": 0}
    assert document["problems"][0]["line"] == 12


def test_github(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    (tmp_path / "my site").mkdir()
    result = run(monkeypatch, tmp_path / "my site", "--format", "github", problems=(STALE, DOUBT))
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "::error title=Parallax,file=my site/content/disagreements.yml,line=12::There is no finding 'x'. See the list.",
        "::warning title=Parallax,file=my site/content/articles/a.md::No text.",
    ]


def test_github_escapes() -> None:
    nasty = Problem(severity="error", file="a,b:c%.md", line=1, message="50%\r\n::error::x", remedy="\x1b[2J")
    (line,) = as_annotations([nasty]).splitlines()
    assert line == "::error title=Parallax,file=a%2Cb%3Ac%25.md,line=1::50%25%0D%0A::error::x [2J"


def messages(**fields: object) -> list[str]:
    return [problem.message for problem in suggestions(site(**fields))]


def test_undated_articles_are_suggested() -> None:
    known = Dating(article="gazette", published="2024-05-04", reason="")
    found = suggestions(site(datings=(known, Dating(article="radio", published="", reason=""))))
    assert [problem.file for problem in found] == ["content/articles/radio.md"]


def test_articles_without_outlet_or_headline_are_suggested() -> None:
    first, *others = BY_ID.values()
    bare = msgspec.structs.replace(first, outlet=None, title=None, note=None)
    assert any("outlet and title" in message for message in messages(articles=(bare, *others)))


def test_no_outlet_is_suggested_where_a_note_tells_why() -> None:
    first, *others = BY_ID.values()
    noted = msgspec.structs.replace(first, outlet=None, title=None, note="Nobody knows.")
    assert not any("outlet" in message for message in messages(articles=(noted, *others)))


def test_tight_excerpts_are_suggested() -> None:
    near, far = Excerpt(article="gazette", words=181, allowed=200), Excerpt(article="radio", words=179, allowed=200)
    body = "word " * 600
    parts = (Paragraph(start=0, end=len(body)),)
    long = [msgspec.structs.replace(BY_ID[name], body=body, paragraphs=parts) for name in ("gazette", "radio")]
    (message,) = messages(articles=tuple(long), excerpts=(near, far))
    assert "181 of the 200 words" in message


def test_not_tight_where_the_article_is_shorter_than_the_cap() -> None:
    words = BY_ID["gazette"].words
    assert messages(excerpts=(Excerpt(article="gazette", words=words, allowed=words),)) == []


def test_not_tight_where_all_may_be_shown() -> None:
    free = msgspec.structs.replace(BY_ID["gazette"], rights="full")
    excerpt = Excerpt(article="gazette", words=60, allowed=60)
    assert messages(articles=(free, BY_ID["radio"]), excerpts=(excerpt,)) == []


def test_not_tight_where_passages_had_to_go_already() -> None:
    withheld = (BY_ID["gazette"].passage(0, 9),)
    assert messages(excerpts=(Excerpt(article="gazette", words=200, allowed=200, withheld=withheld),)) == []


def test_likely_same_actors_are_suggested() -> None:
    actors = (Actor(id="a", name="Ann Lee", kind="person"), Actor(id="b", name="Anna Lee", kind="person"))
    cast = Cast(actors=actors, mentions=(), suggestions=(Suggestion(actors=("a", "b"), reason="alike"),))
    (message,) = messages(cast=cast)
    assert message == "Ann Lee and Anna Lee may be one: alike."


def event(number: int, date: str, *actors: str) -> Event:
    return msgspec.structs.replace(EVENT, id=f"e{number}", date=date, actors=actors, articles=())


OTHERS = tuple(event(number, "2020", f"x{number}", "everybody") for number in range(10, 20))


def test_likely_same_events_are_suggested() -> None:
    events = (event(1, "2024-05-03", "ann", "bo", "everybody"), event(2, "2024-05-04", "ann", "bo", "cy"), *OTHERS)
    assert len(messages(events=events)) == 1


def test_open_days_are_near_too() -> None:
    events = (event(1, "2024-05-03?", "ann", "bo", "everybody"), event(2, "2024-05-04", "ann", "bo", "cy"), *OTHERS)
    assert len(messages(events=events)) == 1


@pytest.mark.parametrize(
    ("title", "count"), [("Ferry strands near Velt", 1), ("A ferry that nobody saw coming strands the mayor", 0)]
)
def test_events_of_like_headlines_may_be_one(title: str, count: int) -> None:
    titles = {"gazette": "Velt ferry is stranded", "radio": title}
    articles = tuple(msgspec.structs.replace(BY_ID[name], title=said) for name, said in titles.items())
    one = msgspec.structs.replace(event(1, "2024-05-03"), articles=("gazette",))
    other = msgspec.structs.replace(event(2, "2024-05-04"), articles=("radio",))
    found = messages(articles=articles, events=(one, other))
    assert sum("headlines share “ferry”, “velt”" in message for message in found) == count


@pytest.mark.parametrize(("told", "count"), [("2024-05-05", 1), ("2024-05-03", 0), ("2024-05-01", 0), ("", 0)])
def test_an_article_of_a_later_day_may_tell_another_event(told: str, count: int) -> None:
    datings = (Dating(article="radio", published="2024-05-05", told=told),)
    mixed = msgspec.structs.replace(event(1, "2024-05-03"), articles=("gazette", "radio"), title_article="gazette")
    found = messages(events=(mixed,), datings=datings)
    assert sum("may tell another event" in message for message in found) == count


@pytest.mark.parametrize(
    ("date", "actors"),
    [("2024-06-04", ("ann", "bo")), ("2024-05-04", ("everybody",)), ("2024-05", ("ann", "bo")), ("2024-05-03", ())],
    ids=["a month later", "one whom all know", "no plain day", "nobody"],
)
def test_not_likely_the_same_events(date: str, actors: tuple[str, ...]) -> None:
    events = (event(1, "2024-05-03", "ann", "bo", "everybody"), event(2, date, *actors), *OTHERS)
    assert messages(events=events) == []


def test_each_problem_is_listed_once_in_order() -> None:
    hint = msgspec.structs.replace(DOUBT, severity="suggestion")
    found: Site = site(problems=(hint, DOUBT, STALE, STALE))
    assert [problem.severity for problem in check.all_problems(found)] == ["error", "warning", "suggestion"]


def test_a_name_left_out_that_is_quoted_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    articles = tmp_path / "content" / "articles"
    articles.mkdir(parents=True)
    said = "The ferry ran aground on Friday. “We were calm,” said Anna Berg, a passenger. {} of the crew were kind.\n"
    for name, count in {"a": "Two", "b": "Three"}.items():
        (articles / f"{name}.md").write_text(f"---\ntitle: Ferry {name}\n---\n{said.format(count)}", "utf-8")
    (tmp_path / "content" / "actors.yml").write_text("not_actors:\n  - Anna Berg\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [parallax]\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(main, ["check", "--all"]).output
    assert "content/actors.yml:2" in told
    assert "“Anna Berg” is quoted all the same (2)" in told
