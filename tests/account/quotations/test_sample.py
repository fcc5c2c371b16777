"""Measured quality: direct quotations drawn at random from the labelled corpus and read in their articles.

`data/quotations_basil.json` holds the samples: each span's place and who speaks. `speaker` is null for somebody the
article does not name; `speech` false says that nobody's words stand there. Samples marked `tuned` were read while the
rules were made, and each was followed by repairs; the last was drawn when the rules were done, and gave 0.93 then.
"""

import json
from typing import Any

import pytest

from generator.account.actors import find_cast
from generator.account.quotations import find_quotations
from generator.account.quotations.speakers import name_speakers
from generator.model.actors import Actor, Quotation
from generator.model.analysis import Analysis
from generator.model.decisions import Decisions
from generator.model.text import Article
from tests.folders import TESTS

SAMPLES = json.loads((TESTS / "data" / "quotations_basil.json").read_text(encoding="utf-8"))
FLOORS = {41: 0.93, 977: 0.94, 4201: 0.90}


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
    wrong = [j for j in sample["judged"] if not is_right(j, quotations[j["article"]], actors)]
    share = 1 - len(wrong) / len(sample["judged"])
    print(f"right speaker in sample {sample['seed']}: {share:.2f}")
    assert share >= FLOORS[sample["seed"]], wrong


def is_right(judged: dict[str, Any], found: tuple[Quotation, ...], actors: dict[str, Actor]) -> bool:
    here = (q for q in found if q.direct and q.passage.start <= judged["start"] < q.passage.end)
    quotation = next(here, None)
    if quotation is None or not quotation.speech:
        return judged.get("speech") is False
    if judged.get("speech") is False:
        return False
    if judged["speaker"] is None or quotation.speaker is None:
        return judged["speaker"] is None and quotation.speaker is None
    return bears(actors[quotation.speaker], judged["speaker"])


def bears(actor: Actor, name: str) -> bool:
    """Whether one of the actor's names holds every word of the judged one (a middle initial may stand between)."""
    wanted = set(name.lower().replace("’", "'").split())
    forms = (actor.name, *(alias.text for alias in actor.aliases))
    return any(wanted <= set(form.lower().replace("’", "'").split()) for form in forms)
