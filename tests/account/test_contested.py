"""Words that two articles give to two persons are neither's, or his beside whose words a name stands."""

import pytest

from generator.account.quotations.contested import without_contested
from generator.model.actors import Actor, Cast, Quotation
from generator.model.text import Passage

CAST = Cast(actors=tuple(Actor(id=name, name=name, kind="person") for name in ("Ada Roth", "Bo Holt", "Bo Holts")))


def told(
    article: str, speaker: str, by: str, quote: str = "“The bridge will hold.”"
) -> dict[str, tuple[Quotation, ...]]:
    passage = Passage(article=article, start=0, end=len(quote), quote=quote)
    own = Quotation(passage=passage, parts=((1, len(quote) - 1),), speaker=speaker, speaker_text=by, told_as=by)
    return {article: (own,)}


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (told("a", "Ada Roth", "Ada Roth"), told("b", "Bo Holt", "Mr. Holt"), [None, None]),
        (told("a", "Ada Roth", "Ada Roth"), told("b", "Bo Holt", "he"), ["Ada Roth", None]),
        (told("a", "Ada Roth", "the mayor"), told("b", "Bo Holt", "Holt", "“bridge will hold”"), [None, "Bo Holt"]),
        (told("a", "Ada Roth", "she"), told("b", "Bo Holt", "he"), [None, None]),
        (told("a", "Ada Roth", "Roth"), told("b", "Bo Holt", "Holt", "“will hold”"), ["Ada Roth", "Bo Holt"]),
        (told("a", "Ada Roth", "Roth"), told("b", "Bo Holt", "Holt", "“The roof will hold.”"), ["Ada Roth", "Bo Holt"]),
        (told("a", "Bo Holts", "Holts"), told("b", "Bo Holt", "Holt"), ["Bo Holts", "Bo Holt"]),
        (told("a", "Ada Roth", "Roth"), told("b", "Ada Roth", "she"), ["Ada Roth", "Ada Roth"]),
    ],
    ids=["two names", "a pronoun", "an office", "neither", "few words", "other words", "one name misprinted", "one"],
)
def test_who_is_kept(
    first: dict[str, tuple[Quotation, ...]], second: dict[str, tuple[Quotation, ...]], kept: list[str | None]
) -> None:
    found = without_contested(first | second, CAST)
    assert [q.speaker for quotations in found.values() for q in quotations] == kept
    assert all(bool(q.told_as) == bool(q.speaker) for quotations in found.values() for q in quotations)
