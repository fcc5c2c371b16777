"""Case files: articles of events at different dates, and the rows of values in time order."""

from pathlib import Path

import msgspec
import pytest

from generator.model.story import Change, Event
from generator.story.changes import find_changes
from tests.materials import material
from tests.stories import cases, load

CASES = cases("changes")


def changes(path: Path, folder: Path) -> tuple[Change, ...]:
    case = load(path)
    given = material(folder, case["articles"])
    events = [
        msgspec.structs.replace(given.event, id=date, date=date, articles=tuple(ids))
        for date, ids in case["events"].items()
    ]
    return find_changes(events, given.articles, given.analyses, given.quantities, given.dates, given.cast)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    found = changes(path, tmp_path)
    assert [[point.value for point in change.points] for change in found] == load(path)["changes"]
    assert not path.stem.startswith("not_") or not found


def test_points_stand_in_time_order_with_exact_passages(tmp_path: Path) -> None:
    (change,) = changes(CASES[0], tmp_path)
    assert [point.date for point in change.points] == ["2030-05-02", "2031-05-03"]
    assert all(point.value in point.passage.quote for point in change.points)
    assert change.about == "How many Velt refugees"


def test_an_undated_event_has_no_history(tmp_path: Path) -> None:
    case = load(CASES[0])
    given = material(tmp_path, case["articles"])
    undated = [Event(id=name, title="", date="", date_reason="", place="", articles=(name,)) for name in ("old", "new")]
    assert find_changes(undated, given.articles, given.analyses, given.quantities, {}, given.cast) == ()
