"""The quotations of the seed articles, against what a careful reader found in them."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.account.quotations import find_quotations
from generator.account.quotations.speakers import name_speakers
from generator.model.actors import Actor, Quotation
from generator.model.analysis import Analysis
from generator.model.decisions import Decisions
from generator.model.text import Article
from tests.casts import find_cast


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    return json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def actors(seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]) -> dict[str, Actor]:
    return {actor.id: actor for actor in find_cast(seeds, seed_analyses, Decisions()).cast.actors}


@pytest.fixture(scope="module")
def quotations(seeds: tuple[Article, ...], seed_analyses: dict[str, Analysis]) -> tuple[Quotation, ...]:
    cast = find_cast(seeds, seed_analyses, Decisions()).cast
    return tuple(q for a in seeds for q in name_speakers(find_quotations(a, seed_analyses[a.id]), cast) if q.direct)


def test_every_quotation_is_found_once_and_nothing_else(
    gold: dict[str, Any], quotations: tuple[Quotation, ...]
) -> None:
    wanted = sorted(q["parts"][0] if "parts" in q else q["quote"] for q in gold["quotes"] if not q["boilerplate"])
    found = sorted(q.passage.quote for q in quotations)
    assert len(found) == len(wanted)
    assert all(quote.startswith(part) for quote, part in zip(found, wanted, strict=True))


def test_split_quotations_have_their_parts(gold: dict[str, Any], quotations: tuple[Quotation, ...]) -> None:
    split = [q for q in gold["quotes"] if "parts" in q]
    found = {q.passage.quote: q for q in quotations}
    for wanted in split:
        quotation = next(q for quote, q in found.items() if quote.startswith(wanted["parts"][0]))
        assert len(quotation.parts) == len(wanted["parts"])


def test_right_speaker(gold: dict[str, Any], quotations: tuple[Quotation, ...], actors: dict[str, Actor]) -> None:
    names = {actor["id"]: forms_of(actor) for actor in gold["actors"]}
    right = [
        wanted["id"]
        for wanted in gold["quotes"]
        if not wanted["boilerplate"] and names[wanted["speaker_actor"]] & said_by(wanted, quotations, actors)
    ]
    print(f"right speaker in the seeds: {len(right)} of 22")
    assert len(right) >= 21


def forms_of(actor: dict[str, Any]) -> set[str]:
    named = (form for some in actor["surface_forms"].values() for form in some if form["type"] == "name")
    forms = {form["form"] for form in named if " " in form["form"]}
    return {plain(form) for form in (actor["canonical"], actor["canonical"].split(" (")[0], *forms)}


def said_by(wanted: dict[str, Any], quotations: tuple[Quotation, ...], actors: dict[str, Actor]) -> set[str]:
    part = wanted["parts"][0] if "parts" in wanted else wanted["quote"]
    quotation = next((q for q in quotations if q.passage.quote.startswith(part)), None)
    if quotation is None or quotation.speaker is None:
        return set()
    return {plain(actors[quotation.speaker].name)}


def plain(name: str) -> str:
    return name.lower().removeprefix("the ").replace("-", " ")
