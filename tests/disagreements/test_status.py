"""How far a sentence says that an act got, and the short phrases in which deeds and voices are printed."""

from pathlib import Path

import pytest

from generator.disagreements.reading.deeds import deeds_of
from generator.disagreements.reading.printing import verb_phrase
from generator.disagreements.reading.side import Side
from generator.disagreements.reading.status import span_days, status_of
from generator.disagreements.reading.voices import voices_of
from tests.disagreements.views import view

DEGREES = {
    "The drivers signed the wage agreement.": "done",
    "The drivers have signed the wage agreement.": "done",
    "The drivers did not sign the wage agreement.": "not done",
    "The drivers refused to sign the wage agreement.": "not done",
    "No driver signed the wage agreement.": "not done",
    "The drivers tried to sign the wage agreement.": "tried",
    "The drivers will sign the wage agreement.": "ahead",
    "The drivers are expected to sign the wage agreement.": "ahead",
    "The drivers vowed to sign the wage agreement.": "planned",
    "The drivers might sign the wage agreement.": "possible",
    "The drivers sign the wage agreement.": "now",
    "The drivers refused to say whether they signed the wage agreement.": "done",
}

PHRASES = {
    "The drivers had already signed the wage agreement, which expires in May.": (
        "had already signed the wage agreement"
    ),
    "The drivers signed the wage agreement with the owners of the northern tram depot on Friday night.": (
        "signed the wage agreement with the owners"
    ),
    "The drivers plan to sign the wage agreement.": "plan to sign the wage agreement",
    "“We signed the wage agreement,” the drivers said.": "signed the wage agreement",
}

VOICES = {
    "Critics say the pier is rotten.": ["speaker"],
    "The pier is rotten, according to divers.": ["speaker"],
    "The pier is allegedly rotten.": ["hedge"],
    "The pier may have rotted.": ["hedge"],
    "The pier appears to sink into the sand.": ["hedge"],
    "Critics did not say the pier is rotten.": [],
    "Critics would say the pier is rotten.": [],
    "The pier is rotten.": [],
}


def side_of(folder: Path, text: str) -> Side:
    return view(folder, text, "Something else was told here.").one


def verb_in(side: Side, lemma: str) -> int:
    return next(number for number, token in side.tokens() if token.lemma == lemma)


@pytest.mark.parametrize("text", DEGREES)
def test_degree(text: str, tmp_path: Path) -> None:
    side = side_of(tmp_path, text)
    assert status_of(side, verb_in(side, "sign")).degree == DEGREES[text]


@pytest.mark.parametrize("text", PHRASES)
def test_a_verb_is_printed_with_what_it_needs(text: str, tmp_path: Path) -> None:
    side = side_of(tmp_path, text)
    assert side.words(verb_phrase(side, verb_in(side, "sign"))) == PHRASES[text]


@pytest.mark.parametrize("text", VOICES)
def test_voices(text: str, tmp_path: Path) -> None:
    assert [voice.kind for voice in voices_of(side_of(tmp_path, text))] == VOICES[text]


def test_doer_and_object_are_found_in_every_turn_of_the_sentence(tmp_path: Path) -> None:
    texts = (
        "The owners signed the agreement.",
        "The agreement was signed by the owners.",
        "It was the agreement that the owners signed.",
    )
    for number, text in enumerate(texts):
        (tmp_path / str(number)).mkdir()
        side = side_of(tmp_path / str(number), text)
        deed = next(deed for deed in deeds_of(side) if side.analysis.tokens[deed.verb].lemma == "sign")
        parts = [side.analysis.tokens[n].lemma for n in (deed.agent, deed.patient) if n is not None]
        assert parts == ["owner", "agreement"], text


@pytest.mark.parametrize(
    ("published", "days"),
    [
        ("2024-05-16", ("2024-05-16", "2024-05-16")),
        ("2024-05-14/2024-05-16", ("2024-05-14", "2024-05-16")),
        ("2024-05", None),
        ("", None),
        ("../2024-05-16", None),
    ],
)
def test_days_of_writing(published: str, days: tuple[str, str] | None) -> None:
    assert span_days(published) == days
