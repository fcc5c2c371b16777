"""Numbers as they are printed, held to tables that were made without a look at the code (tests/data/printed_*.yml)."""

import math
import re
from pathlib import Path

import pytest

from generator.account.quantities import find_quantities
from generator.model.quantities import Quantity
from tests.account import printed
from tests.account.printed import Row

# One name for a unit that a table may write otherwise.
UNITS = {"kilometre": "km", "kilometer": "km", "kilogram": "kg", "meter": "metre", "feet": "foot", "kph": "kmh"}
UNITS |= {"km/h": "kmh", "km per hour": "kmh", "kilometre per hour": "kmh", "mile per hour": "mph"}
UNITS |= {"centimetre": "cm", "millimetre": "mm", "square kilometre": "square km"}
# The table and its rows that are read at least.
FLOORS = {
    "printed_numbers.yml": 276,
    "printed_numbers_further.yml": 175,
    "printed_numbers_usual.yml": 179,
    "printed_numbers_plain.yml": 159,
}


def is_read(row: Row, found: list[Quantity]) -> bool:
    """Whether one of the quantities says what the row says; an age is none, and told by its role."""
    if row["value"] == "none" and not row.get("pair"):
        return all(q.age and row.get("role") == "age" for q in found)
    return any(_says(row, q) for q in found)


def _says(row: Row, found: Quantity) -> bool:
    if found.age:
        return row.get("role") == "age"
    if row.get("pair"):
        return [found.number, found.versus] == [float(number) for number in row["pair"]]
    return _has_value(row, found) and _has_unit(row, found) and _has_bound(row, found) and _counts(row, found)


def _has_value(row: Row, found: Quantity) -> bool:
    value = row["value"]
    if isinstance(value, list):
        return _close(found.low, value[0]) and _close(found.high, value[1])
    return value != "none" and (_close(found.number, value) or f"debatable: {found.number:g}" in row["note"])


def _close(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-6, abs_tol=0.006)


def _has_unit(row: Row, found: Quantity) -> bool:
    wanted = UNITS.get(row["unit"], row["unit"])
    measured = found.unit if found.of or UNITS.get(found.unit, found.unit) == wanted or wanted == "ratio" else ""
    told = "percent" if found.percent else found.currency or measured
    return UNITS.get(told, told) == wanted


def _has_bound(row: Row, found: Quantity) -> bool:
    vague = "about" if "handful" in found.text else "at least"
    bound = vague if found.bound == "vague" else found.bound
    return bound == row["bound"] or bound in row["note"]


def _counts(row: Row, found: Quantity) -> bool:
    of = str(row.get("of") or "").lower()
    words = {found.unit, found.of, *found.text.lower().split()} - {""}
    return not of or any(of.startswith(word[: max(3, len(word) - 2)]) for word in words)


@pytest.mark.parametrize("table", FLOORS)
def test_floor(table: str, tmp_path: Path) -> None:
    rows = printed.table(table)
    read = printed.read_rows(tmp_path, rows, find_quantities)
    unread = [row["text"] for row, found in read if not is_read(row, found)]
    assert len(rows) > 150
    assert len(rows) - len(unread) >= FLOORS[table], "\n".join(unread)


def test_a_form_stands_in_its_text() -> None:
    for table in FLOORS:
        for row in printed.table(table):
            assert re.search(re.escape(row["form"]), row["text"])
