"""A name that one source misprints is given to whom the others name; two people who are near in name stay two."""

import pytest

from generator.account.quotations.misprints import as_printed_elsewhere
from generator.model.actors import Actor, Alias, Cast, Mention, Quotation
from generator.model.text import Passage


def cast_of(**told: tuple[str, ...]) -> Cast:
    """Persons by name ("Ada_Rothman"), each with the articles that mention him, one mention each."""
    names = {key.replace("_", " "): articles for key, articles in told.items()}
    return Cast(
        actors=tuple(
            Actor(id=name, name=name, kind="person", aliases=(Alias(text=name, articles=articles),))
            for name, articles in names.items()
        ),
        mentions=tuple(
            Mention(article=article, start=0, end=len(name), text=name, actor=name, form="name", sentence=0)
            for name, articles in names.items()
            for article in articles
        ),
    )


def said_by(speaker: str, article: str) -> dict[str, tuple[Quotation, ...]]:
    passage = Passage(article=article, start=20, end=28, quote="“It is.”")
    return dict.fromkeys("ab", ()) | {article: (Quotation(passage=passage, parts=((21, 27),), speaker=speaker),)}


@pytest.mark.parametrize(
    ("cast", "speaker", "wanted"),
    [
        (cast_of(Ada_Rothman=("a", "b"), Ada_Rothmann=("b",)), "Ada Rothmann", "Ada Rothman"),
        (cast_of(Ada_Rothman=("a",), Ada_Rothmann=("b",)), "Ada Rothmann", None),
        (cast_of(Ada_Rothman=("a", "b"), Eda_Rothmann=("b",)), "Eda Rothmann", "Eda Rothmann"),
        (cast_of(Ada_Roth=("a", "b"), Ada_Rohe=("b",)), "Ada Rohe", "Ada Rohe"),
        (cast_of(Ada_Rothman=("a", "b"), Ada_Rothmann=("a", "b")), "Ada Rothmann", "Ada Rothmann"),
        (cast_of(**{"Ada_Roth-Holt": ("a", "b"), "Ada_Rosth-Holt": ("b",)}), "Ada Rosth-Holt", "Ada Roth-Holt"),
    ],
    ids=["misprinted", "printed as often", "another first name", "a short name", "in two articles", "two surnames"],
)
def test_who_is_meant(cast: Cast, speaker: str, wanted: str | None) -> None:
    (named,) = as_printed_elsewhere(said_by(speaker, "b"), cast)["b"]
    assert named.speaker == wanted
