from generator.account.actors.casting import _near
from generator.account.actors.people import People
from generator.account.actors.person import Person
from generator.model.decisions import Decisions


def test_who_has_lost_all_mentions_to_others_is_like_nobody() -> None:
    people = People(persons=[], near=[(Person(), Person(), "Roth may be Ada Roth")])
    assert _near(people, Decisions()) == []
