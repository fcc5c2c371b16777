"""Problems in words: for a terminal, as JSON, and as annotations of a GitHub workflow."""

import json
from collections import Counter
from collections.abc import Sequence

import click
import msgspec

from generator.desk.sources.wording import printable
from generator.model.site import Problem, Severity

_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "suggestion": "cyan"}
_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "suggestion": "notice"}

_MOST_ALIKE = 3


def as_text(problems: Sequence[Problem], *, in_full: bool = True) -> str:
    """One problem a paragraph; then suggestions, those with the same remedy together; then the count.

    Unless `in_full`, of many suggestions with one remedy only the first few are shown.
    """
    pressing = [_paragraph(problem) for problem in problems if problem.severity != "suggestion"]
    by_remedy: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.severity == "suggestion":
            by_remedy.setdefault(problem.remedy, []).append(problem)
    most = len(problems) if in_full else _MOST_ALIKE
    hints = [_hint(remedy, alike, most) for remedy, alike in by_remedy.items()]
    if hints:
        hints.insert(0, click.style("Suggestions: nothing is wrong with these; you may know better.", bold=True))
    return "\n\n".join([*pressing, *hints, _total(problems)]) + "\n"


def _paragraph(problem: Problem) -> str:
    head = click.style(f"{problem.severity}: ", fg=_COLOURS[problem.severity])
    remedy = f"\n    {printable(problem.remedy)}" if problem.remedy else ""
    return f"{_place(problem)}{head}{printable(problem.message)}{remedy}"


def _hint(remedy: str, alike: Sequence[Problem], most: int) -> str:
    lines = [f"  {_place(problem)}{printable(problem.message)}" for problem in alike[:most]]
    more = (
        [f"  … and {len(alike) - most} more like these; `parallax check --all` shows them."]
        if len(alike) > most
        else []
    )
    return "\n".join([click.style(printable(remedy), fg=_COLOURS["suggestion"]), *lines, *more])


def _place(problem: Problem) -> str:
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    return click.style(f"{printable(place)}: ", bold=True) if place else ""


def _total(problems: Sequence[Problem]) -> str:
    count = Counter(problem.severity for problem in problems)
    return (
        ", ".join(f"{count[severity]} {severity}{'' if count[severity] == 1 else 's'}" for severity in _COLOURS) + "."
    )


def as_json(problems: Sequence[Problem]) -> str:
    """An object with the `problems`, in the shape of the export, and the number of each severity in `counts`."""
    count = Counter(problem.severity for problem in problems)
    document = {
        "counts": {severity: count[severity] for severity in _COLOURS},
        "problems": [msgspec.to_builtins(problem) for problem in problems],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def as_annotations(problems: Sequence[Problem], *, prefix: str = "") -> str:
    """Workflow commands that GitHub shows on the lines concerned; `prefix` leads from the repository to the site."""
    return "".join(f"{_annotation(problem, prefix)}\n" for problem in problems)


def _annotation(problem: Problem, prefix: str) -> str:
    properties = {"title": "Parallax"}
    if problem.file:
        properties |= {"file": f"{prefix}{problem.file}"}
    if problem.file and problem.line:
        properties |= {"line": str(problem.line)}
    listed = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
    message = _escaped(f"{problem.message} {problem.remedy}".strip())
    return f"::{_COMMANDS[problem.severity]} {listed}::{message}"


def _escaped(text: str, marks: str = "") -> str:
    """`text` as the runner wants it, so that no line of it can be taken for another command."""
    for mark in ("%", "\r", "\n", *marks):
        text = text.replace(mark, f"%{ord(mark):02X}")
    return printable(text)
