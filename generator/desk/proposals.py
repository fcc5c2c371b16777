"""Merging a second reader's proposals with what is known already."""

from collections.abc import Iterable, Mapping, Sequence

from generator.desk.answer import Proposal, ProposedPosition
from generator.desk.decision_file import Entry
from generator.model.record import Record
from generator.model.story import Disagreement
from generator.model.text import Passage

_SAME_CORE = 0.5


class Known(Record, frozen=True):
    """A disagreement that is known already: what it is called for the editor, its kind and where it shows.

    `cores` are the words that decide, or the whole passage where none are named. `entry` is its number among the
    entries of disagreements.yml when it is a proposal there, which may take up further positions; None when it is
    settled, or the machine's.
    """

    name: str
    kind: str
    passages: tuple[Passage, ...]
    cores: tuple[Passage, ...] = ()
    entry: int | None = None


class Merger(Record, frozen=True):
    """What becomes of proposals: new ones, positions for a proposal that is there, and those known already."""

    new: tuple[Proposal, ...]
    joined: tuple[tuple[Known, tuple[ProposedPosition, ...]], ...]
    known: tuple[tuple[Proposal, Known], ...]


def known_findings(
    disagreements: Sequence[Disagreement], *, entries: Mapping[str, int] | None = None, dismissed: Iterable[str] = ()
) -> tuple[Known, ...]:
    """What is known of the machine's and the editor's.

    `entries` are the numbers of the proposals' entries by disagreement id, `dismissed` the ids that the editor struck.
    """
    numbers, struck = entries or {}, set(dismissed)
    return tuple(
        Known(
            name=f"{d.id} ({d.about})" + (", which you dismissed" if d.id in struck else ""),
            kind=d.kind,
            passages=tuple(position.passage for position in d.positions),
            cores=tuple(_core(position.passage, position.says) for position in d.positions),
            entry=numbers.get(d.id) if d.status == "proposed" else None,
        )
        for d in disagreements
    )


def _core(passage: Passage, says: str) -> Passage:
    """The words of a passage that decide."""
    found = passage.quote.find(says) if says else -1
    if found < 0:
        return passage
    start = passage.start + found
    return Passage(article=passage.article, start=start, end=start + len(says), quote=says)


def merge(proposals: Sequence[Proposal], known: Sequence[Known]) -> Merger:
    """Compare each proposal with what is known and with the proposals before it.

    Two are the same when in two articles their quotes overlap and they are of one kind, or the words that decide are
    mostly the same words, of whatever kind.
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
    cores = [_core(position.passage, position.says) for position in proposal.positions]
    quotes = [position.passage for position in proposal.positions]
    alike = proposal.kind == known.kind and _shared(quotes, known.passages, 0.0) > 1
    return alike or _shared(cores, known.cores, _SAME_CORE) > 1


def _shared(ours: Sequence[Passage], theirs: Sequence[Passage], least: float) -> int:
    """In how many articles one of ours overlaps one of theirs by more than the share `least` of the longer."""
    return len({one.article for one in ours for other in theirs if _overlap(one, other) > least})


def _overlap(one: Passage, other: Passage) -> float:
    common = min(one.end, other.end) - max(one.start, other.start) if one.article == other.article else 0
    return max(0, common) / max(1, one.end - one.start, other.end - other.start)


def _further(proposal: Proposal, known: Known) -> tuple[ProposedPosition, ...]:
    told = {passage.article for passage in known.passages}
    return tuple(position for position in proposal.positions if position.passage.article not in told)


def _as_known(proposal: Proposal) -> Known:
    return Known(
        name=f"another item of the answer ({proposal.about})",
        kind=proposal.kind,
        passages=tuple(position.passage for position in proposal.positions),
        cores=tuple(_core(position.passage, position.says) for position in proposal.positions),
    )


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
