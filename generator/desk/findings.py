"""The findings that wait for the editor's word, and the entries of disagreements.yml that give it."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.desk.decision_file import Entry, as_yaml
from generator.desk.sources.wording import printable
from generator.model.site import Site
from generator.model.story import ABOUT_WORDS, Disagreement, Position
from generator.model.text import Article

UNDECIDED = frozenset({"detected", "proposed", "read"})


def undecided(site: Site, *, event: str | None = None) -> list[Disagreement]:
    """What nobody has decided, event by event: hard ones first, then the surest; what two readings found before."""
    waiting = [d for d in site.disagreements if d.status in UNDECIDED and event in (None, d.event)]
    order = {event.id: number for number, event in enumerate(site.events)}
    return sorted(waiting, key=lambda d: (order.get(d.event, len(order)), *d.rank))


def confirmation(disagreement: Disagreement, **changes: str) -> Entry:
    """The entry that confirms a finding, with what the editor changed of `about`, `kind` and `hardness`.

    One that a reader found is written out, so that it stays although he finds it in other words the next time.
    """
    changed = {key: value for key, value in changes.items() if value}
    if not disagreement.readers:
        return {"confirm": disagreement.id, **changed}
    about = {} if fault_of_about(disagreement.about) else {"about": disagreement.about}
    told = {**about, "kind": disagreement.kind, "hardness": disagreement.hardness}
    return {"confirm": disagreement.id, **told, **changed, "positions": _entries(disagreement)}


def dismissal(disagreement: Disagreement, reason: str) -> Entry:
    """The entry that takes a finding off the site; with its words, so that a reader cannot bring it back."""
    entry: Entry = {"dismiss": disagreement.id, "reason": reason}
    if not disagreement.readers:
        return entry
    return {**entry, "kind": disagreement.kind, "positions": _entries(disagreement)}


def _entries(disagreement: Disagreement) -> list[Entry]:
    return [
        {"article": p.passage.article, "quote": p.passage.quote}
        | ({"says": p.says} if p.says and p.says != p.passage.quote else {})
        for p in disagreement.positions
    ]


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
    comments = [f"{origin(finding)}; {finding.event}. {finding.about}"]
    comments += [f"{place(position, articles)}: {position.passage.quote}" for position in finding.positions]
    lines = "".join(f"  # {' '.join(printable(comment).split())}\n" for comment in comments)
    about = "" if fault_of_about(finding.about) else finding.about
    entry: dict[str, Any] = confirmation(finding, about=about, kind=finding.kind, hardness=finding.hardness)  # type: ignore[assignment]
    text = as_yaml([entry]).split("\n", 1)[1]
    if finding.status == "proposed":
        text = "".join(f"  # {line.removeprefix('  ')}\n" for line in text.splitlines())
    return f"\n{lines}{text}"


def origin(finding: Disagreement) -> str:
    """Whose finding it is, in words."""
    named = [f"{reader.name}, {reader.day}" for reader in finding.readers]
    if len(named) > 1:
        read = f"found in {len(named)} readings ({'; '.join(named)})"
    else:
        read = f"read by {named[0]}" if named else ""
    if finding.status == "proposed":
        return "proposed in disagreements.yml"
    if finding.proven and read:
        return f"found by the program, too; {read}"
    return read or f"found by the program, {min(1.0, max(0.0, finding.score)):.0%} sure"


def place(position: Position, articles: Mapping[str, Article]) -> str:
    """Outlet, file and line of a position."""
    article = articles[position.passage.article]
    return f"{article.outlet or 'outlet not stated'} ({article.path}:{article.line(position.passage.start)})"
