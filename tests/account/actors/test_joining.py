"""Persons are compared only with those whose names have something in common with theirs."""

from itertools import combinations

from generator.account.actors.joining import _signs
from generator.matching.names import compare_full_names

NAMES = [
    *("Ada Roth", "A. Roth", "Ada M. Roth", "Roth Ada", "ADA ROTH", "Ada Roth Jr.", "Ada Berg", "Ada van den Berg"),
    *("Yuriy Semenov", "Yuri Semenov", "Yuri Semyonov", "Juri Semenov", "Bill Sample", "William Sample"),
    *("Kim Min-ho", "Minho Kim", "Min-ho Kim", "Carla Muster", "Carla Musterr", "Carla Mustar", "Carla Munster"),
    *("Mohammed al-Rashid", "Muhammad al Rashid", "Dana de la Cruz", "Dana Cruz", "Bo Lind", "Bo Lint"),
]


def test_names_that_may_be_one_persons_have_a_sign_in_common() -> None:
    alike = [(a, b) for a, b in combinations(NAMES, 2) if compare_full_names(a, b).relation != "different"]
    assert len(alike) > 15
    assert all(_signs(a) & _signs(b) for a, b in alike)


def test_names_of_others_mostly_have_none() -> None:
    others = [(a, b) for a, b in combinations(NAMES, 2) if compare_full_names(a, b).relation == "different"]
    assert sum(not _signs(a) & _signs(b) for a, b in others) > 0.9 * len(others)
