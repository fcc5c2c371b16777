"""Measured quality: direct quotations drawn at random from the labelled corpus and read in their articles.

`data/quotations_basil.json` holds the samples: each span's place and who speaks. `speaker` is null for somebody the
article does not name; `speech` false says that nobody's words stand there. Samples marked `tuned` were read while the
rules were made, and each was followed by repairs; the last was drawn when the rules were done, and gave 0.93 then.
"""

import json
from typing import Any

import pytest

from generator.account.quotations import find_quotations
from generator.account.quotations.speakers import name_speakers
from generator.model.actors import Actor, Quotation
from generator.model.analysis import Analysis
from generator.model.decisions import Decisions
from generator.model.text import Article
from tests.casts import find_cast
from tests.folders import TESTS

SAMPLES = json.loads((TESTS / "data" / "quotations_basil.json").read_text(encoding="utf-8"))
# Of the quotations given a speaker, the share with the right one; of those that have one, the share that gets one.
RIGHT, TOLD = 0.96, 0.7


@pytest.fixture(scope="module")
def actors(basil: tuple[Article, ...], basil_analyses: dict[str, Analysis]) -> dict[str, Actor]:
    return {actor.id: actor for actor in find_cast(basil, basil_analyses, Decisions()).cast.actors}


@pytest.fixture(scope="module")
def quotations(basil: tuple[Article, ...], basil_analyses: dict[str, Analysis]) -> dict[str, tuple[Quotation, ...]]:
    cast = find_cast(basil, basil_analyses, Decisions()).cast
    return {a.id: name_speakers(find_quotations(a, basil_analyses[a.id]), cast) for a in basil}


@pytest.mark.parametrize("sample", SAMPLES["samples"], ids=lambda sample: str(sample["seed"]))
def test_right_speaker_in_a_drawn_sample(
    sample: dict[str, Any], quotations: dict[str, tuple[Quotation, ...]], actors: dict[str, Actor]
) -> None:
    found = [(j, quotation_at(j, quotations[j["article"]])) for j in sample["judged"]]
    told = [(j, q) for j, q in found if q is not None and q.speaker is not None]
    wrong = [j for j, q in told if not is_right(j, q, actors)]
    due = [j for j, _ in found if j.get("speech") is not False and j["speaker"] is not None]
    print(f"sample {sample['seed']}: {len(told) - len(wrong)} of {len(told)} right, {len(due)} have a speaker")
    assert due
    assert len(told) - len(wrong) >= RIGHT * len(told), wrong
    assert len(told) >= TOLD * len(due)


def quotation_at(judged: dict[str, Any], found: tuple[Quotation, ...]) -> Quotation | None:
    here = (q for q in found if q.direct and q.passage.start <= judged["start"] < q.passage.end)
    return next(here, None)


def is_right(judged: dict[str, Any], quotation: Quotation, actors: dict[str, Actor]) -> bool:
    if judged.get("speech") is False or judged["speaker"] is None or quotation.speaker is None:
        return False
    return bears(actors[quotation.speaker], judged["speaker"])


def bears(actor: Actor, name: str) -> bool:
    """Whether one of the actor's names holds every word of the judged one (a middle initial may stand between)."""
    wanted = set(name.lower().replace("’", "'").split())
    forms = (actor.name, *(alias.text for alias in actor.aliases))
    return any(wanted <= set(form.lower().replace("’", "'").split()) for form in forms)
