"""Merging a second reader's proposals with what is known already."""

from collections.abc import Mapping, Sequence

from generator.desk.answer import Proposal, ProposedPosition
from generator.desk.decision_file import Entry
from generator.model.record import Record
from generator.model.story import Disagreement
from generator.model.text import Passage


class Known(Record, frozen=True):
    """A disagreement that is known already: what it is called for the editor, its kind and where it shows.

    `entry` is its number among the entries of disagreements.yml when it is a proposal there, which may take up further
    positions; None when it is settled, or the machine's.
    """

    name: str
    kind: str
    passages: tuple[Passage, ...]
    entry: int | None = None


class Merger(Record, frozen=True):
    """What becomes of proposals: new ones, positions for a proposal that is there, and those known already."""

    new: tuple[Proposal, ...]
    joined: tuple[tuple[Known, tuple[ProposedPosition, ...]], ...]
    known: tuple[tuple[Proposal, Known], ...]


def known_findings(disagreements: Sequence[Disagreement], entries: Mapping[str, int]) -> tuple[Known, ...]:
    """What the site shows already; `entries` are the numbers of the proposals' entries by disagreement id."""
    return tuple(
        Known(
            name=f"{d.id} ({d.about})",
            kind=d.kind,
            passages=tuple(position.passage for position in d.positions),
            entry=entries.get(d.id) if d.status == "proposed" else None,
        )
        for d in disagreements
    )


def merge(proposals: Sequence[Proposal], known: Sequence[Known]) -> Merger:
    """Compare each proposal with what is known and with the proposals before it.

    Two are the same when they are of one kind and their quotes overlap in two articles.
    """
    new: list[Proposal] = []
    joined: list[tuple[Known, tuple[ProposedPosition, ...]]] = []
    old: list[tuple[Proposal, Known]] = []
    all_known = list(known)
    for proposal in proposals:
        twins = [other for other in all_known if _same(proposal, other)]
        open_twin = next((other for other in twins if other.entry is not None), None)
        added = _further(proposal, open_twin) if open_twin else ()
        if open_twin and added:
            joined.append((open_twin, added))
        elif twins:
            old.append((proposal, twins[0]))
        else:
            new.append(proposal)
            all_known.append(_as_known(proposal))
    return Merger(new=tuple(new), joined=tuple(joined), known=tuple(old))


def _same(proposal: Proposal, known: Known) -> bool:
    shared = {
        position.passage.article
        for position in proposal.positions
        for passage in known.passages
        if _overlap(position.passage, passage)
    }
    return proposal.kind == known.kind and len(shared) > 1


def _overlap(one: Passage, other: Passage) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _further(proposal: Proposal, known: Known) -> tuple[ProposedPosition, ...]:
    told = {passage.article for passage in known.passages}
    return tuple(position for position in proposal.positions if position.passage.article not in told)


def _as_known(proposal: Proposal) -> Known:
    passages = tuple(position.passage for position in proposal.positions)
    return Known(name=f"another item of the answer ({proposal.about})", kind=proposal.kind, passages=passages)


def proposal_entry(proposal: Proposal) -> Entry:
    """A proposal as an entry of disagreements.yml."""
    return {
        "add": proposal.about,
        "kind": proposal.kind,
        "hardness": proposal.hardness,
        "positions": [position_entry(position) for position in proposal.positions],
        "status": "proposed",
    }


def position_entry(position: ProposedPosition) -> Entry:
    """A position as it stands in disagreements.yml."""
    says = {"says": position.says} if position.says else {}
    return {"article": position.passage.article, "quote": position.passage.quote, **says}
