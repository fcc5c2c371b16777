"""Case files: a short text and what must be found in it; where a name begins with `not`, nobody's words."""

from typing import Any

import pytest
import yaml

from generator.account.quotations import find_quotations
from generator.model.actors import Quotation
from generator.model.analysis import Analysis
from generator.model.text import Article
from tests.account.quotations.articles import article_of
from tests.analyses import analyse
from tests.folders import CASES

CASES = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((CASES / "quotations").glob("*.yml"))
}


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    return {name: article_of(name, case["text"], headline=case.get("headline", False)) for name, case in CASES.items()}


@pytest.fixture(scope="module")
def analyses(articles: dict[str, Article]) -> dict[str, Analysis]:
    return analyse(tuple(articles.values()))


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, articles: dict[str, Article], analyses: dict[str, Analysis]) -> None:
    case = CASES[name]
    found = find_quotations(articles[name], analyses[name])
    direct = [q for q in found if q.direct]
    assert len(direct) == len(case["direct"]), [q.passage.quote for q in direct]
    for quotation, wanted in zip(direct, case["direct"], strict=True):
        assert seen(quotation, wanted) == wanted
    if "indirect" in case:
        indirect = [q for q in found if not q.direct]
        for wanted in case["indirect"]:
            assert wanted in [seen(q, wanted) for q in indirect]
        assert bool(indirect) == bool(case["indirect"])


def seen(quotation: Quotation, wanted: dict[str, Any]) -> dict[str, Any]:
    """What the quotation has in place of each thing that the case asks for."""
    quote = quotation.passage.quote
    every = {
        "quote": quote,
        "starts": quote[: len(wanted.get("starts", ""))],
        "ends": quote[-len(wanted.get("ends", " ")) :],
        "parts": len(quotation.parts),
        "speaker": quotation.speaker_text,
        "told_as": quotation.told_as,
        "speech": quotation.speech,
        "cue": quotation.cue,
        "chain": list(quotation.chain),
        "names": [name.quote for name in quotation.speaker_names],
    }
    return {key: every[key] for key in wanted}
