"""The table of steps: what each result hangs on, and that it hangs on nothing else."""

import re
from pathlib import Path

import msgspec
import pytest

from generator.build import code, pipeline, table
from generator.build.code import PACKAGE, code_digest
from generator.build.pipeline import build
from generator.build.publication import Identity, publish
from generator.build.remembering import Remembered
from generator.build.step import encode, signature
from generator.build.workshop import Watch, Workshop
from generator.content.settings import Settings

BRIDGE = {
    "post": (
        "Harbour Post",
        "Council closes the old bridge at Boston",
        "The council of Boston closed the old bridge on Saturday after two cables had snapped, Mayor Ada Example said."
        "\n\n"
        "“We had no choice,” Ada Example said. The bridge carried 4,000 cars a day.\n\n"
        "Engineers blamed rust in the northern tower. Repairs will cost 12 million euros.",
    ),
    "gazette": (
        "Ferry Gazette",
        "Old bridge at Boston shut after cables snap",
        "Boston’s council shut the old bridge on Saturday because three cables had snapped, according to the mayor.\n\n"
        "“We had no choice at all,” Mayor Ada Example said. The bridge carried 5,000 cars a day.\n\n"
        "The repairs will cost 15 million euros, engineers said.",
    ),
}
UNRELATED = {
    f"other-{n}": ("Farm Weekly", f"Wheat harvest number {n} sets a record", text)
    for n, text in enumerate(
        (
            "Farmers in Ostland brought in 70 tonnes of wheat on Tuesday. “It never rained,” farmer Ben Sample said.",
            "The Ostland opera opened its season on Friday with a new work by Carla Muster. Critics praised the choir.",
            "A comet will pass the Earth in June, astronomers in Ostland said. It was found by Dana Probe in March.",
        )
    )
}


def write(folder: Path, articles: dict[str, tuple[str, str, str]]) -> Path:
    (folder / "content" / "articles").mkdir(parents=True, exist_ok=True)
    for name, (outlet, title, text) in articles.items():
        day = "2031-05-04" if name.partition("-")[0] in BRIDGE else "2031-09-12"
        head = f"---\ntitle: {title}\noutlet: {outlet}\npublished: {day}\n---\n\n"
        (folder / "content" / "articles" / f"{name}.md").write_text(head + text + "\n", encoding="utf-8")
    return folder


class Noting(Watch):
    """Notes the name of a step at each call that is done."""

    def __init__(self, names: list[str]) -> None:
        self._names = names

    def __call__(self, name: str, done: int, total: int) -> None:
        self._names.extend([name] * (done > 0))


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The names of the steps that were really run, once for each call."""
    monkeypatch.setenv("PARALLAX_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PARALLAX_WORKERS", "1")
    names: list[str] = []
    run = Workshop.run

    def watched(self: Workshop, step, rows, about=(), **more):  # type: ignore[no-untyped-def]
        self._watch = Noting(names)
        return run(self, step, rows, about, **more)

    monkeypatch.setattr(Workshop, "run", watched)
    return names


def test_nothing_is_done_twice(tmp_path: Path, done: list[str]) -> None:
    root = write(tmp_path / "site", BRIDGE | UNRELATED)
    first = build(root, Settings())
    assert done.count(table.ANALYSE.name) == 5
    done.clear()
    assert build(root, Settings()) == first
    assert done == []


def test_a_site_built_of_what_is_remembered_is_the_same(tmp_path: Path, done: list[str]) -> None:
    root = write(tmp_path / "site", BRIDGE | UNRELATED)
    remembered = Remembered()
    build(root, Settings(), remembered=remembered)
    outlet, title, text = BRIDGE["post"]
    for said in (f"{text} It rained.", text):
        write(root, {"post": (outlet, title, said)})
        assert build(root, Settings(), remembered=remembered) == build(root, Settings())


def test_no_more_is_remembered_than_was_said() -> None:
    remembered, asked = Remembered(most=25), []

    def content(name: str) -> bytes:
        asked.append(name)
        return b"0123456789"

    for name in ("a", "b", "a", "c", "a", "b"):
        assert remembered.get(name, lambda name=name: content(name), len) == 10
    assert asked == ["a", "b", "c", "b"]


def test_a_new_article_costs_itself_and_its_event(tmp_path: Path, done: list[str]) -> None:
    root = write(tmp_path / "site", BRIDGE)
    build(root, Settings())
    done.clear()
    write(root, dict(list(UNRELATED.items())[:1]))
    build(root, Settings())
    for step in (
        *(table.READ, table.ANALYSE, table.ACCOUNT, *table.NAMES, table.TERMS, table.STATED),
        *(table.EVENT, table.COMPARE, table.FACTS, table.SPEAKERS, table.HISTORY),
    ):
        assert done.count(step.name) == 1, step.name
    assert not done.count(table.TRACE.name)


def test_a_decision_costs_no_analysis_and_no_comparison(tmp_path: Path, done: list[str]) -> None:
    root = write(tmp_path / "site", BRIDGE)
    found = build(root, Settings()).site.disagreements
    done.clear()
    dismissed = f"dismiss:\n  - id: {found[0].id}\n    reason: A slip.\n" if found else "dismiss: []\n"
    (root / "content" / "disagreements.yml").write_text(dismissed, encoding="utf-8")
    build(root, Settings())
    assert not set(done) & {table.READ.name, table.ANALYSE.name, table.ACCOUNT.name, table.COMPARE.name}


@pytest.mark.parametrize("chosen", [(0,), (1, 2), (2, 0), (0, 1, 2)])
def test_articles_about_something_else_leave_an_events_page_as_it_was(
    tmp_path: Path, done: list[str], chosen: tuple[int, ...]
) -> None:
    _add_one_by_one(write(tmp_path / "site", BRIDGE), chosen)


def test_articles_about_something_else_join_nobody_of_one_name(tmp_path: Path, done: list[str]) -> None:
    renamed = {
        name: (outlet, title.replace("Boston", "Kelm"), text.replace("Boston", "Kelm"))
        for name, (outlet, title, text) in BRIDGE.items()
    }
    _add_one_by_one(write(tmp_path / "site", renamed), (0,))


def test_words_of_many_other_articles_leave_those_who_lean_on_one_another(tmp_path: Path, done: list[str]) -> None:
    """A word that many articles have tells no less of two that share it."""
    _, title, text = BRIDGE["gazette"]
    copied = {"gazette-2": ("Morning Bell", title, text)}
    root = write(tmp_path / "site", BRIDGE | copied)
    before, site = _event_page(root), build(root, Settings()).site
    assert [(d.article, d.on) for d in site.dependences] == [("gazette-2", "gazette")]
    words = sorted(set(re.findall(r"\b[a-z]{4,}\b", text)))
    write(
        root, {f"list-{n:02d}": ("Word Weekly", f"Crossword {n}", ", ".join(words) + f" and {n}.") for n in range(45)}
    )
    assert _event_page(root) == before


def _add_one_by_one(root: Path, chosen: tuple[int, ...]) -> None:
    """Add unrelated articles; after each the event’s page is what it was, but for its neighbours in time."""
    alone = _event_page(root)
    names = list(UNRELATED)
    for number in chosen:
        write(root, {names[number]: UNRELATED[names[number]]})
        assert _event_page(root) == alone


def _event_page(root: Path) -> tuple[str, str]:
    pages = publish(root, Settings(), Identity(title="T")).pages
    (page,) = (page for page in pages if _tells_the_bridge(page.uri))
    return page.uri, re.sub(r"<nav class=.px-neighbours.*?</nav>\n", "", page.text, flags=re.S)


def _tells_the_bridge(uri: str) -> bool:
    return uri.startswith("events/2031-05") and uri != "events/index.md"


def test_the_digest_of_a_comparison_holds_no_template_and_that_of_an_analysis_no_comparison() -> None:
    compared = {path.relative_to(PACKAGE).parts[0] for path in code._files("generator.build.steps.comparing")}
    assert {"disagreements", "account", "language", "model"} <= compared
    assert not compared & {"site", "desk", "plugin"}
    assert {"label.py", "figure.py"} <= {path.name for path in code._files("generator.build.steps.comparing")}
    analysed = {path.relative_to(PACKAGE).parts[0] for path in code._files("generator.language.parsing")}
    assert analysed <= {"language", "model", "__init__.py"}


def test_the_data_that_a_module_reads_is_part_of_its_digest() -> None:
    read = {path.suffix for path in code._files("generator.language.lexicon")}
    assert ".tsv" in read
    assert code_digest("generator.language.lexicon") != code_digest("generator.language.parsing")


@pytest.mark.parametrize("step", table.STEPS.values(), ids=lambda step: step.name)
def test_every_step_says_what_it_takes_and_gives(step) -> None:  # type: ignore[no-untyped-def]
    takes, gives = signature(step.work)
    assert takes
    for kind in (*takes, gives) if step.grain != "all" else (gives,):
        msgspec.msgpack.Decoder(kind)


def test_equal_sets_are_the_same_bytes() -> None:
    assert encode(frozenset("abcdef")) == encode(frozenset("fedcba"))


def test_of_many_articles_another_process_finds_out_who_is_who(
    tmp_path: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = build(write(tmp_path / "alone", BRIDGE), Settings()).site
    monkeypatch.setenv("PARALLAX_CACHE", str(tmp_path / "another cache"))
    monkeypatch.setattr(pipeline, "_MANY", 1)
    done.clear()
    assert build(write(tmp_path / "many", BRIDGE), Settings()).site == alone
    assert table.FACTS.name in done
    assert not {table.ANALYSE.name, table.CAST.name} & set(done)
