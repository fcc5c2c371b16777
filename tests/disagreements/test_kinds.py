"""Case files of the kinds quote, figure and name: short articles and what must be found; `not_…` finds nothing."""

from pathlib import Path

import pytest

from generator.disagreements import figure, name, quote
from tests.materials import check_exact, check_findings, material
from tests.stories import cases, load

KINDS = {"quote": quote.find, "figure": figure.find, "name": name.find}
CASES = [(kind, path) for kind in KINDS for path in cases(kind)]


@pytest.mark.parametrize(("kind", "path"), CASES, ids=[f"{kind}-{path.stem}" for kind, path in CASES])
def test_case(kind: str, path: Path, tmp_path: Path) -> None:
    case = load(path)
    given = material(tmp_path, case["articles"])
    found = list(KINDS[kind](given))
    check_exact(found, given)
    check_findings(found, case)
    assert not path.stem.startswith("not_") or not found


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_material_gives_the_same_findings(kind: str, tmp_path: Path) -> None:
    given = material(tmp_path, load(cases(kind)[0])["articles"])
    assert list(KINDS[kind](given)) == list(KINDS[kind](given))
