"""What a template is given and what it uses are the same."""

import re
from importlib import resources

import msgspec
import pytest

from generator.site.pages.actors import actor_context
from generator.site.pages.cards import Card
from generator.site.pages.event import BackgroundView, event_context
from generator.site.pages.facts import FactView
from generator.site.pages.lookup import Lookup
from generator.site.pages.timeline import Row
from generator.site.pages.utterances import Speaker, Variant
from generator.site.pages.viewpoint import Viewpoint
from generator.site.words import read_words
from tests.sites import ferry_site

TEMPLATES = {
    path.name: path.read_text(encoding="utf-8")
    for path in resources.files("generator.site.templates").iterdir()
    if path.name.endswith(".j2")
}
ALL = "\n".join(TEMPLATES.values())


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (BackgroundView, "item"),
        (Card, "card"),
        (FactView, "fact"),
        (Row, "row"),
        (Speaker, "speaker"),
        (Variant, "variant"),
    ],
)
def test_a_template_uses_every_field_that_it_is_given(record: type[msgspec.Struct], name: str) -> None:
    unused = [f for f in record.__struct_fields__ if not re.search(rf"\b{name}\.{f}\b", ALL)]
    assert unused == []


def test_a_page_uses_all_that_it_is_given() -> None:
    site = ferry_site(3)
    view = Viewpoint(Lookup(site, read_words("en")), "index.md")
    for given, name in (
        (event_context(site.events[0], view), "event.md.j2"),
        (actor_context(site.cast.actors[0], view), "actor.md.j2"),
    ):
        assert [key for key in given if not re.search(rf"\b{key}\b", TEMPLATES[name])] == []
