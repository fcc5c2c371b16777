"""Cycles are looked for seldom while a site is built, and as before when it is."""

import gc

import pytest

from generator.build.collecting import seldom_collected


def test_a_build_leaves_the_collector_as_it_was() -> None:
    before = gc.get_threshold()
    with seldom_collected():
        assert gc.get_threshold() > before
    assert gc.get_threshold() == before


def test_a_build_that_fails_leaves_it_so_too() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="broken"), seldom_collected():
        raise ValueError("broken")
    assert gc.get_threshold() == before
