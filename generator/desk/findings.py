"""The findings that wait for the editor's word, and the entries of disagreements.yml that give it."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.desk.decision_file import Entry, as_yaml
from generator.desk.request import ABOUT_WORDS
from generator.desk.sources.wording import printable
from generator.model.site import Site
from generator.model.story import Disagreement, Position
from generator.model.text import Article

UNDECIDED = frozenset({"detected", "proposed"})


def undecided(site: Site, *, event: str | None = None) -> list[Disagreement]:
    """What nobody has decided, the least sure first: a second reader's proposals, then by score."""
    waiting = [d for d in site.disagreements if d.status in UNDECIDED and event in (None, d.event)]
    return sorted(waiting, key=lambda d: (d.status != "proposed", d.score, d.id))


def confirmation(disagreement: Disagreement, *, about: str = "") -> Entry:
    """The entry that confirms a machine finding, reworded when `about` says so."""
    return {"confirm": disagreement.id, **({"about": about} if about else {})}


def dismissal(disagreement: Disagreement, reason: str) -> Entry:
    """The entry that takes a machine finding off the site."""
    return {"dismiss": disagreement.id, "reason": reason}


def fault_of_about(about: str) -> str:
    """What is wrong with a line on what sources differ on; "" when nothing is."""
    count = len(about.split())
    return f"{count} words; at most {ABOUT_WORDS} are allowed." if count > ABOUT_WORDS else ""


def listing(findings: Sequence[Disagreement], articles: Mapping[str, Article]) -> str:
    """All findings as YAML for disagreements.yml, each with its passages in comments above it."""
    if not findings:
        return "# Nothing waits for a decision.\n"
    head = (
        "# Each entry confirms a finding. Copy what is right into disagreements.yml and reword it as you like;\n"
        "# what is wrong: `- dismiss: <id>` and `reason: …`. Proposals stand in disagreements.yml already:\n"
        "# set their `status: confirmed` there, or delete them.\n"
    )
    entries = "".join(_listed(finding, articles) for finding in findings)
    return f"{head}disagreements:\n{entries}"


def _listed(finding: Disagreement, articles: Mapping[str, Article]) -> str:
    comments = [f"{finding.status}, {finding.score:.2f} sure, {finding.event}: {finding.reason}"]
    comments += [f"{place(position, articles)}: {position.passage.quote}" for position in finding.positions]
    lines = "".join(f"  # {' '.join(printable(comment).split())}\n" for comment in comments)
    entry: dict[str, Any] = {
        **confirmation(finding, about=finding.about),
        "kind": finding.kind,
        "hardness": finding.hardness,
    }
    text = as_yaml([entry]).split("\n", 1)[1]
    if finding.status == "proposed":
        text = "".join(f"  # {line.removeprefix('  ')}\n" for line in text.splitlines())
    return f"\n{lines}{text}"


def place(position: Position, articles: Mapping[str, Article]) -> str:
    """Outlet, file and line of a position."""
    article = articles[position.passage.article]
    return f"{article.outlet or 'outlet not stated'} ({article.path}:{article.line(position.passage.start)})"
