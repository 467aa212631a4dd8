"""The story map: drawn in versions, never over another's hand, kept for good."""

import pytest
from django.db import Error, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from welcome import actions
from welcome.actions.story_map_changes import add_need, change_need, put_back, tie
from welcome.models import Event, MapVersion, User
from welcome.refusals import Refused

from ..reading_pages import text

SLEEP = {"id": 1, "words": "Sleep", "more": "", "kind": ""}
DEBT = {"id": 2, "words": "The letters", "more": "", "kind": "money"}
TIE = {"one": 2, "other": 1, "words": "I lie there and add up"}


def drawn(person, by, redrawing, was, change="need_added"):
    return actions.redraw(person, redrawing, by=by, was=was, change=change)


@pytest.fixture
def amap(amina, priya):
    """Sleep and the letters, and what ties them."""
    drawn(amina, priya, add_need("Sleep"), 0)
    drawn(amina, priya, add_need("The letters", kind="money"), 1)
    return drawn(amina, priya, tie(2, 1, "I lie there and add up"), 2, "tied")


@pytest.fixture
def at_map(client, amina, priya):
    client.force_login(priya)
    return reverse("welcome:map", args=[amina.pk])


def said(change, was, **more):
    return {"change": change} | {
        f"{change}-{name}": value for name, value in {"was": was, **more}.items()
    }


def test_every_change_is_a_version_and_the_older_ones_stay(amap, amina):
    assert [v.number for v in amina.maps.newest_first()] == [3, 2, 1]
    assert (amap.needs, amap.ties) == ([SLEEP, DEBT], [TIE])
    assert amina.maps.get(number=1).needs == [SLEEP]


def test_what_happened_says_codes_and_no_words(amap):
    events = Event.objects.filter(what="map.changed").order_by("pk")
    assert [e.detail["change"] for e in events] == ["need_added", "need_added", "tied"]
    assert "Sleep" not in str([e.detail for e in events])


def test_whoever_comes_second_is_shown_the_map_of_the_first(amap, amina, priya):
    with pytest.raises(actions.MapChanged) as late:
        drawn(amina, priya, add_need("My sister"), 2)
    assert late.value.newest == amap


def test_the_second_loses_nothing_and_draws_on_the_newer_map(client, amap, at_map):
    page = client.post(at_map, said("need_added", 1, words="My sister"))
    assert page.status_code == 409
    shown = page.content.decode()
    assert "has just changed this map" in shown and 'value="My sister"' in shown
    assert "I lie there and add up" in shown
    assert 'name="need_added-was" value="3"' in shown

    again = client.post(at_map, said("need_added", 3, words="My sister"))
    assert again.status_code == 302
    assert [n["words"] for n in MapVersion.objects.get(number=4).needs] == [
        "Sleep", "The letters", "My sister",
    ]  # fmt: skip


def test_a_button_pressed_twice_draws_once(amina, priya):
    first = drawn(amina, priya, add_need("Sleep"), 0)
    assert drawn(amina, priya, add_need("Sleep"), 0) == first


def test_an_older_map_is_put_back_and_nothing_is_lost(client, amap, amina, at_map):
    client.post(at_map, said("need_removed", 3, need=1))
    assert MapVersion.objects.get(number=4).ties == []
    client.post(at_map, said("put_back", 4, number=3))
    back = MapVersion.objects.get(number=5)
    assert (back.needs, back.ties, back.change) == (amap.needs, amap.ties, "put_back")


def test_words_are_changed_and_a_tie_is_taken_off(client, amap, at_map):
    client.post(at_map, said("need_changed", 3, need=1, words="Four hours of sleep"))
    client.post(at_map, said("untied", 4, one=2, other=1))
    newest = MapVersion.objects.get(number=5)
    assert newest.needs[0]["words"] == "Four hours of sleep" and newest.ties == []


def test_a_need_is_not_tied_to_itself_and_says_so(client, amap, at_map):
    page = client.post(at_map, said("tied", 3, one=1, other=1, words="so"))
    assert "Choose two different needs" in page.content.decode()
    assert MapVersion.objects.count() == 3


def test_what_the_person_draws_is_in_their_own_hand(amina, db):
    herself = User.objects.hand("person")
    assert drawn(amina, herself, add_need("Sleep"), 0).hand == "self"


def test_the_thirteenth_need_is_refused_with_a_reason(amina, priya):
    for n in range(12):
        drawn(amina, priya, add_need(f"Thing {n}"), n)
    with pytest.raises(Refused, match="twelve"):
        drawn(amina, priya, add_need("One more"), 12)


LONG = "x" * 61
WRONG = [
    ([{**SLEEP, "words": LONG}], []),
    ([{**SLEEP, "words": " "}], []),
    ([{**SLEEP, "more": LONG}], []),
    ([SLEEP, SLEEP], []),
    ([{"words": "no number"}], []),
    ([{"id": n, "words": "x"} for n in range(13)], []),
    ([SLEEP, DEBT], [TIE, {"one": 1, "other": 2, "words": "the same two"}]),
    ([SLEEP, DEBT], [{**TIE, "words": LONG}]),
    ([SLEEP, DEBT], [{**TIE, "words": ""}]),
    ([SLEEP], [TIE]),
    ([SLEEP], [{"one": 1, "other": 1, "words": "itself"}]),
    (
        [{"id": n, "words": "x"} for n in range(8)],
        [
            {"one": a, "other": b, "words": "x"}
            for a in range(8)
            for b in range(a)
        ][:21],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("needs", "ties"), WRONG)
def test_the_database_takes_no_map_that_does_not_hang_together(
    needs, ties, amina, priya
):
    with pytest.raises(Error), transaction.atomic():
        MapVersion.objects.create(
            person=amina, number=1, needs=needs, ties=ties, change="tied", made_by=priya
        )


@pytest.mark.parametrize("wrong", [{"change": "else"}, {"hand": "else"}, {"number": 3}])
def test_the_database_knows_each_code_and_one_of_each_number(wrong, amap, priya):
    given = {"number": 4, "change": "tied", "hand": "together"} | wrong
    with pytest.raises(IntegrityError), transaction.atomic():
        MapVersion.objects.create(person=amap.person, made_by=priya, **given)


def test_the_database_refuses_to_redraw_a_version(amap):
    with pytest.raises(Error), transaction.atomic():
        MapVersion.objects.filter(pk=amap.pk).update(needs=[])


def test_the_persons_page_shows_the_map_for_one_question(client, amina, priya):
    client.force_login(priya)
    page = reverse("welcome:person", args=[amina.pk])
    drawn(amina, priya, add_need("Sleep"), 0)
    with CaptureQueriesContext(connection) as asked:
        shown = text(client.get(page))
    assert "story map" in shown and "Sleep" in shown
    assert sum("welcome_mapversion" in q["sql"] for q in asked.captured_queries) == 1


def test_versions_are_read_with_who_and_when(client, amap, amina, at_map):
    shown = text(client.get(at_map + "versions/"))
    assert "Amina drew this with Priya Nair" in shown
    assert "Restore map 1" in shown


def test_a_need_that_is_gone_is_said(amap, amina, priya):
    with pytest.raises(Refused, match="removed from the map"):
        drawn(amina, priya, change_need(9, "x"), 3, "need_changed")


def test_putting_back_what_stands_changes_nothing(amap, amina, priya):
    same = put_back(amap.needs, amap.ties)
    assert drawn(amina, priya, same, 3, "put_back") == amap
