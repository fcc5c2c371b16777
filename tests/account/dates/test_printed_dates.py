# ruff: noqa
# mypy: ignore-errors
import re
import yaml
from pathlib import Path
import tempfile
from tests.stories import analysed, date_all, read
from generator.account.dates import find_date_mentions, resolve_dates


def right(r, m):
    exp = str(r["date"])
    got = m.date
    if got == exp:
        return True
    if got and re.search(re.escape(got) + r"(?![\w-])", r["note"]):
        return True
    if (
        "approximate" in r["note"]
        and got
        and (got.startswith(exp[:7]) or (("/" in got) and got.split("/")[0] <= exp <= got.split("/")[1]))
    ):
        return True
    # hours: the day is enough only where hours are kept
    if "T" in exp and getattr(m, "time", "") and got == exp[:10] and m.time == exp[11:]:
        return True
    return False


def check(rows):
    out = []
    with tempfile.TemporaryDirectory() as d:
        arts = read(
            Path(d), {f"r{n:03}": {"published": str(r["published"]), "text": r["text"]} for n, r in enumerate(rows)}
        )
    arts = sorted(arts, key=lambda a: a.id)
    an = analysed(arts)
    for r, a in zip(rows, arts):
        ms = find_date_mentions(a, an[a.id])
        ms = resolve_dates(a, ms, date_all([a], an, {a.id: ms})[a.id])
        s = a.body.find(r["form"])
        e = s + len(r["form"])
        hit = [m for m in ms if m.start < e and m.end > s]
        if r["date"] == "none":
            ok = not any(m.date for m in hit) or any(
                m.date and m.date == r["published"] and "day of publication" in r["note"] for m in hit
            )
        else:
            ok = any(right(r, m) for m in hit)
        out.append((ok, r, hit))
    return out


def test_floor() -> None:
    """Rows right of a table that was made without looking at the code: value, unit, bound and what is counted."""
    rows = yaml.safe_load((Path(__file__).parents[2] / "data" / "printed_dates.yml").read_text(encoding="utf-8"))
    right_rows = sum(row[0] for row in check(rows))
    assert len(rows) > 150
    assert right_rows >= 186
