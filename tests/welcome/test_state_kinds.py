"""Small things that pages say of a list and of a story map."""

import pytest

from welcome.models import Import, MapVersion


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("columns", ""),
        ("looking", "soon"),
        ("ready", "soon"),
        ("running", "soon"),
        ("done", "held"),
        ("put_aside", ""),
    ],
)
def test_a_list_has_the_colour_of_how_far_it_is(state, kind):
    assert Import(state=state).state_kind == kind


def test_the_needs_of_a_map_are_said_in_one_line():
    version = MapVersion(needs=[{"words": "sleep"}, {"words": "a letter"}])

    assert version.needs_in_words == "sleep, a letter"
    assert MapVersion(needs=[]).needs_in_words == ""
