"""Case files: a short text and its quantities; `not_…` has none."""

from pathlib import Path

import pytest

from generator.account.quantities import find_quantities
from tests.stories import analysed, cases, load, read

CASES = cases("quantities")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    case = load(path)
    (article,) = read(tmp_path, {path.stem: {"text": case["text"]}})
    found = find_quantities(article, analysed([article])[article.id])
    assert [q.text for q in found] == [wanted["text"] for wanted in case["found"]]
    assert not path.stem.startswith("not_") or not found
    for quantity, wanted in zip(found, case["found"], strict=True):
        assert article.body[quantity.start : quantity.end] == quantity.text
        assert quantity.low <= quantity.number <= quantity.high
        for field, value in wanted.items():
            told = getattr(quantity, field)
            assert told == (
                float(value) if isinstance(told, float) else value == "true" if told in {True, False} else value
            )
