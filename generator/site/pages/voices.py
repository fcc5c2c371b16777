"""Whose finding a disagreement is, in phrases: the program's, a second reader's, the editor's."""

from collections.abc import Sequence

from generator.model.story import Disagreement
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
