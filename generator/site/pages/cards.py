"""A disagreement as a card: what it is about, of which kind, and each source's exact words."""

from collections.abc import Sequence

from generator.model.record import Record
from generator.model.story import Disagreement, Position
from generator.site.pages.answers import Answer, answers, commonest, deciding, grouped, said
from generator.site.pages.inert import shortened
from generator.site.pages.variants import Piece, merged
from generator.site.pages.viewpoint import Quote, Source, Viewpoint, differing
from generator.site.words import Words


def voices(disagreement: Disagreement, words: Words) -> tuple[str, ...]:
    """Each that vouches for it, in the order in which they came."""
    by_program = disagreement.proven and disagreement.status != "editorial"
    found = [words.say("voice_program")] if by_program or disagreement.status == "detected" else []
    found += [words.say("voice_reader", name=r.name, date=words.date(r.day)) for r in disagreement.readers]
    said = {"confirmed": "voice_confirmed", "editorial": "voice_editor", "proposed": "voice_proposed"}
    if disagreement.status in said:
        found.append(words.say(said[disagreement.status]))
    return tuple(found)


def how_it_came(disagreements: Sequence[Disagreement], words: Words) -> tuple[str, ...]:
    """How an event's page came about and who has checked it, in sentences."""
    hard = [item for item in disagreements if item.hardness == "hard"]
    asked = hard or list(disagreements)
    told = [words.say("how_quotations")]
    for reader in dict.fromkeys(reader for item in disagreements for reader in item.readers):
        told.append(words.say("how_read", name=reader.name, date=words.date(reader.day)))
    done = sum(item.by_editor for item in asked)
    if asked and done == len(asked):
        told.append(words.say("how_checked_conflicts" if hard else "how_checked"))
    elif done:
        told.append(words.say("how_checked_some", n=done, total=len(asked)))
    else:
        told.append(words.say("how_unchecked" if len(told) == 1 else "how_unedited"))
    return tuple(told)


class Stand(Record, frozen=True):
    """All that one source says in a disagreement; `apart` when most say something else, `retells` what it leans on."""

    quotes: tuple[Quote, ...]
    apart: bool
    retells: tuple[Source, ...]


class Card(Record, frozen=True):
    """One disagreement (`item`) as the reader sees it.

    `voices` say whose finding it is. `answers` are the positions with the same ones grouped, `stands` all words of each
    source; `merged` is a quotation in several wordings as one. `sources` are what the filters know it by.
    """

    item: Disagreement
    about: str
    voices: tuple[str, ...]
    answers: tuple[Answer, ...]
    stands: tuple[Stand, ...]
    merged: tuple[Piece, ...] | None
    note: str
    sources: tuple[Source, ...]


def card(disagreement: Disagreement, view: Viewpoint) -> Card:
    """The card of a disagreement, as the page of `view` shows it."""
    articles = dict.fromkeys(position.passage.article for position in disagreement.positions)
    return Card(
        item=disagreement,
        about=heading(disagreement, view),
        voices=voices(disagreement, view.lookup.words),
        answers=answers(disagreement, view),
        merged=_merged(disagreement),
        stands=_stands(disagreement, view),
        note=_note(disagreement, view),
        sources=tuple(view.article(article) for article in articles),
    )


def heading(disagreement: Disagreement, view: Viewpoint) -> str:
    """What a disagreement is about: its line where it has one in the site's language, else the words that differ."""
    if disagreement.heading is not None:
        return view.lookup.words.say(disagreement.heading.key, **disagreement.heading.fields)
    ours = disagreement.status == "detected" and view.lookup.words.language != "en"
    if disagreement.about and not ours:
        return disagreement.about
    parts = dict.fromkeys(shortened(deciding(group[0]).quote, 60) for group in grouped(disagreement).values())
    words = " / ".join(view.lookup.words.say("quoted", words=part) for part in list(parts)[:3])
    return view.lookup.words.say(f"heading_{disagreement.kind}", words=words)


def _merged(disagreement: Disagreement) -> tuple[Piece, ...] | None:
    if disagreement.kind != "quote":
        return None
    return merged([group[0].passage.quote for group in grouped(disagreement).values()])


def _note(disagreement: Disagreement, view: Viewpoint) -> str:
    """The editor's note; the program's own on who leans on whom is told once a page instead."""
    reasons = {dependence.reason for dependence in view.lookup.site.dependences}
    return "" if any(reason and reason in disagreement.note for reason in reasons) else disagreement.note


def _stands(disagreement: Disagreement, view: Viewpoint) -> tuple[Stand, ...]:
    """The positions by source, in the order in which the sources first come."""
    common = commonest(grouped(disagreement))
    positions: dict[str, list[tuple[Position, tuple[tuple[int, int], ...]]]] = {}
    for position, spans in differing(disagreement):
        positions.setdefault(position.passage.article, []).append((position, spans))
    return tuple(
        Stand(
            quotes=tuple(view.marked(p.passage, spans) for p, spans in own),
            apart=any(said(position) != common for position, _ in own),
            retells=tuple(view.article(on) for on in view.leans_on(article) if on in positions),
        )
        for article, own in positions.items()
    )
