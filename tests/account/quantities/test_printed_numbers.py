# ruff: noqa
# mypy: ignore-errors
import re
import yaml
from pathlib import Path
import tempfile
from tests.stories import analysed, read
from generator.account.quantities import find_quantities

ALIAS = {
    "kilometre": "km",
    "kilometer": "km",
    "kilogram": "kg",
    "meter": "metre",
    "mile per hour": "mph",
    "kilometre per hour": "kmh",
    "km per hour": "kmh",
    "kph": "kmh",
    "km/h": "kmh",
    "centimetre": "cm",
    "millimetre": "mm",
    "feet": "foot",
    "celsius": "celsius",
    "square kilometre": "square km",
}


def norm(u):
    return ALIAS.get(u, u)


def close(a, b):
    return abs(a - b) <= max(0.006, abs(b) * 1e-6)


def stem(w):
    w = w.lower()
    return w


def right(r, q):
    exp = r["value"]
    pair = r.get("pair")
    if q.age:
        return r.get("role") == "age"
    if pair:
        if q.versus is None:
            return False
        return [q.number, q.versus] == [float(x) for x in pair]
    if exp == "none":
        return False
    if isinstance(exp, list):
        if not (close(q.low, exp[0]) and close(q.high, exp[1])):
            return False
    elif not close(q.number, exp):
        if not ("debatable" in r["note"] and re.search(r"debatable: " + re.escape(f"{q.number:g}") + r"\b", r["note"])):
            return False
    unit = "percent" if q.percent else q.currency or (q.unit if q.of or norm(q.unit) == norm(r["unit"]) else "")
    if norm(unit) != norm(r["unit"]) and not (r["unit"] == "ratio" and q.unit == "ratio"):
        return False
    b = {"vague": "about" if "handful" in q.text else "at least"}.get(q.bound, q.bound)
    if b != r["bound"] and b not in r["note"]:
        return False
    of = str(r.get("of") or "")
    if of:
        mine = {q.unit, q.of, *q.text.lower().split()}
        if of.lower() not in mine and not any(
            m and (of.lower().startswith(m[: max(3, len(m) - 2)])) for m in mine if m
        ):
            return False
    return True


def check(rows):
    with tempfile.TemporaryDirectory() as d:
        arts = read(Path(d), {f"r{n:03}": {"text": r["text"]} for n, r in enumerate(rows)})
    an = analysed(arts)
    out = []
    for n, (r, a) in enumerate(zip(rows, sorted(arts, key=lambda a: a.id))):
        qs = find_quantities(a, an[a.id])
        s = a.body.find(r["form"])
        e = s + len(r["form"])
        hit = [q for q in qs if q.start < e and q.end > s]
        if r["value"] == "none" and not r.get("pair"):
            ok = all(q.age and r.get("role") == "age" for q in hit)
        else:
            ok = any(right(r, q) for q in hit)
        out.append((ok, r, hit))
    return out


def test_floor() -> None:
    """Rows right of a table that was made without looking at the code: value, unit, bound and what is counted."""
    rows = yaml.safe_load((Path(__file__).parents[2] / "data" / "printed_numbers.yml").read_text(encoding="utf-8"))
    right_rows = sum(row[0] for row in check(rows))
    assert len(rows) > 150
    assert right_rows >= 268
