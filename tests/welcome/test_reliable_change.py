"""Change, told right: the first number and the latest, and whether it is reliable."""

import doctest

import pytest

from welcome.actions import hope_rows
from welcome.values import reliable_change, scale_picture
from welcome.values.scale_picture import Stones


@pytest.mark.parametrize("module", [reliable_change, scale_picture, hope_rows])
def test_its_examples_are_true(module):
    result = doctest.testmod(module)
    assert result.attempted and not result.failed


@pytest.mark.parametrize(
    ("threshold", "first", "latest", "verdict"),
    [
        (reliable_change.HOPE, 4, 6, "no reliable change"),
        (reliable_change.HOPE, 4, 7, "reliably better"),
        (reliable_change.HOPE, 7, 4, "reliably worse"),
        (reliable_change.DIALOG_ITEM, 4, 4, "no reliable change"),
        (reliable_change.DIALOG_ITEM, 4, 5, "reliably better"),
        (reliable_change.DIALOG_ITEM, 4, 3, "reliably worse"),
        (reliable_change.REQOL, 10, 14, "no reliable change"),
        (reliable_change.REQOL, 10, 15, "reliably better"),
        (None, 7, 35, ""),
    ],
)
def test_each_scale_has_its_own_threshold(threshold, first, latest, verdict):
    assert reliable_change.between([first, latest], threshold).verdict == verdict


def test_what_lies_between_the_first_and_the_latest_does_not_count():
    assert (
        reliable_change.between([2, 9, 1, 3], reliable_change.HOPE).verdict
        == "no reliable change"
    )


def test_the_first_and_the_latest_are_those_that_were_not_left_out():
    pair = reliable_change.between([None, 2, 3, None], reliable_change.DIALOG_ITEM)
    assert (pair.first, pair.latest, pair.verdict) == (2, 3, "reliably better")


def test_down_is_drawn_as_up_is():
    up, down = Stones(0, 10, 2, 7), Stones(0, 10, 7, 2)
    assert [s for s in up.plain if s.is_on_the_way] == [
        s for s in down.plain if s.is_on_the_way
    ]
    assert {s.number for s in up.plain if s.is_on_the_way} == {3, 4, 5, 6}


def test_eleven_stones_are_drawn_whatever_moved():
    assert len(Stones(0, 10, 2, 7).plain) == 9  # and a ring, and a filled one
    assert len(Stones(0, 10, 5, 5).plain) == 10
