"""Each file of tests/cases/actors is one behaviour: its articles, who must be found in them, and who must not."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.account.actors import Casting
from generator.content.articles import read_articles
from generator.matching.names import fold
from generator.model.actors import Actor
from generator.model.decisions import ActorDecision, Decisions, NeverMerge, NotAnActor, Place
from tests.analyses import analyse
from tests.casts import find_cast
from tests.folders import CASES

CASES = sorted((CASES / "actors").glob("*.yml"))


def decided(given: dict[str, Any]) -> Decisions:
    entries = [
        ActorDecision(
            place=Place(file="actors.yml", line=number),
            name=entry["name"],
            id=entry.get("id"),
            kind=entry.get("kind"),
            aliases=tuple(entry.get("aliases", ())),
            line=entry.get("line", ""),
        )
        for number, entry in enumerate(given.get("actors", ()), start=1)
    ]
    apart = [NeverMerge(place=Place(file="actors.yml", line=51), names=tuple(n)) for n in given.get("never_merge", ())]
    none = [NotAnActor(place=Place(file="actors.yml", line=71), name=n) for n in given.get("not_actors", ())]
    return Decisions(actors=tuple(entries), never_merge=tuple(apart), not_actors=tuple(none))


def cast_of(case: dict[str, Any], folder: Path) -> Casting:
    for name, text in case["articles"].items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    articles = read_articles(folder).articles
    analyses = analyse(articles)
    return find_cast(articles, analyses, decided(case.get("decisions", {})))


def forms(actor: Actor) -> set[str]:
    return {actor.name, *(alias.text for alias in actor.aliases)}


def bearer(casting: Casting, name: str) -> Actor | None:
    return next((a for a in casting.cast.actors if name in forms(a)), None)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    casting = cast_of(case, tmp_path)
    found = {a.name: sorted(forms(a)) for a in casting.cast.actors}
    for expected in case.get("expect", ()):
        actor = next((a for a in casting.cast.actors if a.name == expected["name"]), None)
        assert actor is not None, (expected["name"], found)
        assert actor.kind == expected.get("kind", actor.kind)
        assert actor.id == expected.get("id", actor.id)
        assert set(expected.get("forms", ())) <= forms(actor), found
        assert not set(expected.get("not_forms", ())) & forms(actor), found
        described = {d.text for d in actor.descriptions}
        assert set(expected.get("described", ())) <= described, described
        assert not set(expected.get("not_described", ())) & described, described
    for names in case.get("apart", ()):
        actors = [bearer(casting, name) for name in names]
        assert None not in actors, (names, found)
        assert len({a.id for a in actors if a}) == len(names), found
    everything = {fold(form) for a in casting.cast.actors for form in forms(a)}
    for name in case.get("absent", ()):
        assert fold(name) not in everything, found
    check_meanings(case, casting)
    for words, wanted in case.get("spoken_of_by", {}).items():
        assert sorted(m.actor for m in casting.cast.mentions if m.text == words) == wanted, words
    assert [p.message for p in casting.problems if p.severity == "error"] == case.get("errors", [])


def check_meanings(case: dict[str, Any], casting: Casting) -> None:
    """`means: {article: {"words around [the mention]": actor id or null}}`."""
    for article, pairs in case.get("means", {}).items():
        body = case["articles"][article]
        for marked, wanted in pairs.items():
            start = body.index(marked.replace("[", "").replace("]", "")) + marked.index("[")
            length = marked.index("]") - marked.index("[") - 1
            meant = [
                m.actor
                for m in casting.cast.mentions
                if m.article == article and m.start == start and m.end == start + length
            ]
            assert meant == ([wanted] if wanted else []), (marked, meant)
