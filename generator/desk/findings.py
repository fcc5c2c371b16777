"""The findings that wait for the editor's word, how he sees them, and the entries of disagreements.yml that give it."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

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


CONTEXT = 240
_CONTEXT_STYLE, _QUOTE_STYLE, _DIFFERENCE_STYLE = "dim", "bold", "bold black on yellow"
# Without colours the difference stands in brackets that no article uses.
_BRACKETS = ("⟦", "⟧")


def view(finding: Disagreement, articles: Mapping[str, Article], *, progress: str, plain: bool) -> RenderableType:
    """The whole finding; `plain` marks the difference by brackets instead of colours."""
    # What a reader found has no reason but that he found it.
    reason = _sentence(finding.reason) if finding.status == "detected" and finding.reason else ""
    lines: list[RenderableType] = [
        Rule(Text(progress), align="left"),
        Text(f"{finding.event} · {finding.id}", style="dim"),
        Text(printable(finding.about), style="bold"),
        Text(f"{finding.kind}, {finding.hardness}; {printable(origin(finding))}. {reason}".rstrip(), style="cyan"),
    ]
    for position in finding.positions:
        # Never broken: many terminals open a file and line at a click.
        lines.append(Text(f"\n{printable(place(position, articles))}", style="green", no_wrap=True, overflow="ignore"))
        lines.append(Padding(passage_in_context(position, articles[position.passage.article], plain=plain), (0, 2)))
    return Group(*lines, Text(""))


def _sentence(text: str) -> str:
    plain = printable(text)
    return plain[:1].upper() + plain[1:] + ("" if plain.endswith((".", "”")) else ".")


def passage_in_context(position: Position, article: Article, *, plain: bool) -> Text:
    """The passage with what stands around it in its paragraph."""
    passage = position.passage
    first, last = _surroundings(article, passage.start, passage.end)
    marked = _differences(position)
    text = Text()
    for start, end in _pieces(first, last, [passage.start, passage.end, *(edge for span in marked for edge in span)]):
        words = printable(article.body[start:end]).replace("\n", " ")
        if any(low <= start and end <= high for low, high in marked):
            text.append(words.join(_BRACKETS) if plain else words, style=_DIFFERENCE_STYLE)
        else:
            text.append(words, style=_QUOTE_STYLE if passage.start <= start < passage.end else _CONTEXT_STYLE)
    if first > _paragraph(article, passage.start)[0]:
        text = Text("… ", style=_CONTEXT_STYLE) + text
    if last < _paragraph(article, passage.end - 1)[1]:
        text += Text(" …", style=_CONTEXT_STYLE)
    return text


def _differences(position: Position) -> list[tuple[int, int]]:
    """The spans to mark: those that the comparison names, else the words that decide."""
    if position.differs:
        return list(position.differs)
    found = position.passage.quote.find(position.says) if position.says else -1
    start = position.passage.start + found
    return [(start, start + len(position.says))] if found >= 0 else []


def _pieces(first: int, last: int, edges: list[int]) -> list[tuple[int, int]]:
    """The stretch from `first` to `last` cut at the edges."""
    cuts = sorted({first, last, *(edge for edge in edges if first < edge < last)})
    return list(pairwise(cuts))


def _surroundings(article: Article, start: int, end: int) -> tuple[int, int]:
    """The passage with at most CONTEXT characters on either side, within its paragraphs and at whole words."""
    low, high = _paragraph(article, start)[0], _paragraph(article, end - 1)[1]
    first, last = max(low, start - CONTEXT), min(high, end + CONTEXT)
    while low < first < start and not article.body[first - 1].isspace():
        first += 1
    while end < last < high and not article.body[last].isspace():
        last -= 1
    return first, last


def _paragraph(article: Article, offset: int) -> tuple[int, int]:
    found = next((p for p in article.paragraphs if p.start <= offset < p.end), None)
    return (found.start, found.end) if found else (offset, offset + 1)
