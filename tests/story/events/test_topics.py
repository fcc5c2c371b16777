"""Reports of a war are parted by what few of them tell, and others are left as they are."""

from collections.abc import Iterable

import numpy as np

from generator.matching.terms import Rows, Terms
from generator.story.events.linkage import pairs_of
from generator.story.events.topics import Topics

WAR = ("front", "troops", "ceasefire", "capital", "border", "rockets")


def report(*told: str, language: str = "en") -> Terms:
    """An article of the war that tells of what the others may not, in its lead."""
    words = tuple(sorted({*WAR, *told}))
    return Terms(
        words=words,
        counts=tuple(3 for _ in words),
        leads=tuple(2 if word in told else 1 for word in words),
        weights=tuple(3.0 for _ in words),
        headline=tuple(sorted(told[:1])),
        names=(),
        capitals=(),
        language=language,
        grammar=True,
    )


HOSPITAL, HARBOUR = ("hospital", "surgeon", "ward"), ("harbour", "ferry", "crane")
OTHERS = (("election", "ballot"), ("bakery", "flour"), ("bridge", "pontoon"))


def parts(reports: list[Terms], members: Iterable[int]) -> list[list[int]]:
    count = len(reports)
    edges = [(one, other, 0.5) for one in range(count) for other in range(one + 1, count)]
    topics = Topics(Rows(reports), pairs_of(edges), lambda a, b: np.ones((len(a), len(b)), dtype=np.float32))
    return topics.parts(list(members))


def test_two_happenings_of_a_war_are_two() -> None:
    reports = [report(*told) for told in (HOSPITAL, HOSPITAL[:2], HARBOUR, HARBOUR[1:], *OTHERS)]
    assert parts(reports, range(4)) == [[0, 1], [2, 3]]


def test_with_little_of_a_topic_nothing_is_parted() -> None:
    reports = [report(*told) for told in (HOSPITAL, HOSPITAL[:2], HARBOUR, HARBOUR[1:], *OTHERS[:1])]
    assert parts(reports, range(4)) == [[0, 1, 2, 3]]


def test_one_happening_stays_one() -> None:
    reports = [report(*told) for told in (HOSPITAL, HOSPITAL[:2], HOSPITAL[1:], *OTHERS)]
    assert parts(reports, range(3)) == [[0, 1, 2]]


def test_between_languages_nothing_is_parted() -> None:
    reports = [report(*HOSPITAL), report(*HARBOUR, language="fr"), *(report(*told) for told in OTHERS)]
    assert parts(reports, range(2)) == [[0, 1]]
