"""What a template is given and what it uses are the same."""

import re
from importlib import resources

import msgspec
import pytest

from generator.pages.actors import ActorPage, ActorsPage, Entry, MeetingView
from generator.pages.cards import Card
from generator.pages.corrections import CorrectionView
from generator.pages.disagreements import DisagreementsPage
from generator.pages.event import BackgroundView, EventPage, LeanView, SourceView
from generator.pages.events import EventsPage
from generator.pages.facts import FactView
from generator.pages.home import HomeBlocks
from generator.pages.sources import Excerpted, SourcePage, SourceRow, SourcesPage
from generator.pages.tellings import Telling
from generator.pages.timeline import Row
from generator.pages.utterances import Speaker, Variant

TEMPLATES = {
    path.name: path.read_text(encoding="utf-8")
    for path in resources.files("generator.templates").iterdir()
    if path.name.endswith(".j2")
}
ALL = "\n".join(TEMPLATES.values())


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (ActorPage, "page"),
        (ActorsPage, "page"),
        (BackgroundView, "item"),
        (Card, "card"),
        (CorrectionView, "item"),
        (DisagreementsPage, "page"),
        (Entry, "item"),
        (EventPage, "page"),
        (EventsPage, "page"),
        (Excerpted, "item"),
        (FactView, "fact"),
        (HomeBlocks, "page"),
        (LeanView, "lean"),
        (MeetingView, "meeting"),
        (Row, "row"),
        (SourcePage, "page"),
        (SourceRow, "row"),
        (SourceView, "item"),
        (SourcesPage, "page"),
        (Speaker, "speaker"),
        (Telling, "telling"),
        (Variant, "variant"),
    ],
)
def test_a_template_uses_every_field_that_it_is_given(record: type[msgspec.Struct], name: str) -> None:
    sorted_by = {"edtf"}
    unused = [f for f in set(record.__struct_fields__) - sorted_by if not re.search(rf"\b{name}\.{f}\b", ALL)]
    assert unused == []
