"""Two records are one person: nothing is lost, all of it shows, and it is undone."""

import pytest

from welcome import actions
from welcome.models import Event, Holding, Linking, Passage, Person
from welcome.refusals import Refused

from ... import factories as make


def test_what_was_told_on_both_is_one_story(amina, aminah, link, promises_hold):
    link(amina, aminah)
    promises_hold()

    words = set(amina.passages.values_list("words", flat=True))
    assert words == {"The letters frighten me.", "Four hours of sleep.", "My sister."}
    aminah.refresh_from_db()
    assert aminah.linked_to == amina
    assert not aminah.is_open


def test_undone_every_row_is_back_where_it_was(
    amina, aminah, link, ruth, all_rows, promises_hold
):
    before = all_rows()
    linking = link(amina, aminah, name="other", reach="other", holder="other")
    promises_hold()
    assert all_rows() != before

    actions.unlink(linking, by=ruth, since="kept")
    promises_hold()

    assert all_rows() == before


def test_pressed_twice_it_is_done_once(amina, aminah, link):
    assert link(amina, aminah) == link(amina, aminah)
    assert Linking.objects.count() == 1
    assert Event.objects.filter(what="person.linked").count() == 1


def test_undone_twice_is_undone_once(amina, aminah, link, ruth):
    linking = link(amina, aminah)
    actions.unlink(linking, by=ruth, since="kept")
    actions.unlink(linking, by=ruth, since="kept")

    assert Event.objects.filter(what="person.unlinked").count() == 2  # one for each


def test_the_trail_names_nobody(amina, aminah, link):
    link(amina, aminah)
    event = Event.objects.get(what="person.linked")

    assert event.detail == {"other": aminah.reference}


def test_a_record_changed_while_compared_is_not_linked(amina, aminah, ruth, priya):
    from welcome.linking.snapshot import seen

    mark = seen(amina, aminah)
    make.make_passage(aminah, priya, words="And one more thing.")

    with pytest.raises(Refused, match="while you compared them"):
        actions.link(amina, aminah, by=ruth, why="x", rules={}, as_seen=mark)


def test_nobody_links_their_own_record(amina, aminah, ruth, link):
    Person.objects.filter(pk=aminah.pk).update(account=ruth)
    aminah.refresh_from_db()

    with pytest.raises(Refused, match="your own record"):
        link(amina, aminah)


def test_the_holder_who_was_chosen_holds_on(amina, aminah, team, link, promises_hold):
    Holding.objects.filter(person=aminah).update(worker=None)
    link(amina, aminah, holder="other")
    promises_hold()

    now = Holding.objects.get(person=amina, until_at=None)
    assert now.worker is None
    assert not aminah.holdings.filter(until_at=None).exists()


def test_a_closed_record_that_stays_is_opened_by_an_open_one(
    amina, priya, link, ruth, team, promises_hold, all_rows
):
    old = make.make_person(team=team, known_as="Aminah")
    before = all_rows()
    linking = link(old, amina)
    promises_hold()

    old.refresh_from_db()
    assert old.is_open

    actions.unlink(linking, by=ruth, since="kept")
    promises_hold()
    assert all_rows() == before


def test_what_corrects_their_words_goes_back_with_them(
    amina, aminah, link, ruth, priya
):
    theirs = aminah.passages.get()
    linking = link(amina, aminah)
    theirs.refresh_from_db()
    better = actions.correct(theirs, by=priya, words="My sister Leila.", read_back=True)
    own = make.make_passage(amina, priya, words="Said since.")

    actions.unlink(linking, by=ruth, since="kept")

    assert Passage.objects.get(pk=better.pk).person == aminah
    assert Passage.objects.get(pk=own.pk).person == amina


def test_what_came_since_can_go_with_the_one_given_back(
    amina, aminah, link, ruth, priya
):
    linking = link(amina, aminah)
    own = make.make_passage(amina, priya, words="Said since.")

    actions.unlink(linking, by=ruth, since="other")

    assert Passage.objects.get(pk=own.pk).person == aminah
    assert amina.passages.count() == 2
