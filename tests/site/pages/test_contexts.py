"""What a template is given and what it uses are the same."""

import re
from importlib import resources

import msgspec
import pytest

from generator.site.pages.actors import ActorPage, ActorsPage, Entry
from generator.site.pages.cards import Card
from generator.site.pages.corrections import CorrectionView
from generator.site.pages.disagreements import DisagreementsPage
from generator.site.pages.event import BackgroundView, EventPage, LeanView, SourceView
from generator.site.pages.events import EventsPage
from generator.site.pages.facts import FactView
from generator.site.pages.home import HomeBlocks
from generator.site.pages.sources import Excerpted, SourcePage, SourceRow, SourcesPage
from generator.site.pages.timeline import Row
from generator.site.pages.utterances import Speaker, Variant

TEMPLATES = {
    path.name: path.read_text(encoding="utf-8")
    for path in resources.files("generator.site.templates").iterdir()
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
        (Row, "row"),
        (SourcePage, "page"),
        (SourceRow, "row"),
        (SourceView, "item"),
        (SourcesPage, "page"),
        (Speaker, "speaker"),
        (Variant, "variant"),
    ],
)
def test_a_template_uses_every_field_that_it_is_given(record: type[msgspec.Struct], name: str) -> None:
    sorted_by = {"edtf"}
    unused = [f for f in set(record.__struct_fields__) - sorted_by if not re.search(rf"\b{name}\.{f}\b", ALL)]
    assert unused == []
