"""The database refuses what linking must never leave behind. Each broken once."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from welcome.models import Holding, Identifier, LinkAsked, Linking, Person, Repointed

from ... import factories as make


@pytest.fixture
def linking(amina, aminah, link):
    return link(amina, aminah)


def refused(name):
    return pytest.raises(IntegrityError, match=name)


def test_nobody_is_linked_to_themselves(team):
    nobody = make.make_person(team=team)
    with refused("person_linked_is_another_and_closed"), transaction.atomic():
        Person.objects.filter(pk=nobody.pk).update(linked_to=nobody)


def test_a_linked_record_is_not_open(amina, aminah):
    with refused("person_linked_is_another_and_closed"), transaction.atomic():
        Person.objects.filter(pk=aminah.pk).update(linked_to=amina)


def test_a_linked_record_has_no_account(linking, aminah, priya):
    with refused("person_linked_is_another_and_closed"), transaction.atomic():
        Person.objects.filter(pk=aminah.pk).update(account=priya)


def test_a_linked_record_is_held_by_nobody(linking, aminah, priya, team):
    with refused("held by nobody"), transaction.atomic():
        Holding.objects.create(
            person=aminah, team=team, from_at=timezone.now(), begun_by=priya
        )
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_record_given_back_open_must_be_held(amina, aminah, linking):
    with refused("must be held by somebody"), transaction.atomic():
        Person.objects.filter(pk=aminah.pk).update(linked_to=None, is_open=True)
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_linking_is_of_two(amina, ruth):
    with refused("linking_is_of_two_records"), transaction.atomic():
        Linking.objects.create(kept=amina, other=amina, by=ruth, why="x")


def test_a_linking_says_why(amina, aminah, ruth):
    with refused("linking_says_why"), transaction.atomic():
        Linking.objects.create(kept=amina, other=aminah, by=ruth, why="  ")


def test_a_record_is_linked_away_once_at_a_time(linking, aminah, ruth, team):
    third = make.make_person(team=team)
    with refused("linking_one_at_a_time"), transaction.atomic():
        Linking.objects.create(kept=third, other=aminah, by=ruth, why="x")


def test_an_undoing_says_who_and_what_then(linking):
    with refused("linking_undone_has_who_when_and_what_then"), transaction.atomic():
        Linking.objects.filter(pk=linking.pk).update(undone_at=timezone.now())


def test_a_column_is_noted_once(linking):
    note = linking.repointed.first()
    note.pk = None
    with refused("repointed_once_a_column"), transaction.atomic():
        Repointed.objects.bulk_create([note])


def test_asked_of_two(amina, ruth):
    with refused("link_asked_of_two_records"), transaction.atomic():
        LinkAsked.objects.create(ours=amina, theirs=amina, asked_by=ruth)


def test_asked_once(amina, aminah, ruth):
    LinkAsked.objects.create(ours=amina, theirs=aminah, asked_by=ruth)
    with refused("link_asked_once"), transaction.atomic():
        LinkAsked.objects.create(ours=amina, theirs=aminah, asked_by=ruth)


def test_an_answer_of_a_team_has_who_and_when_and_is_read_after_it(amina, aminah, ruth):
    asked = LinkAsked.objects.create(ours=amina, theirs=aminah, asked_by=ruth)
    rows = LinkAsked.objects.filter(pk=asked.pk)
    now = timezone.now()
    for wrong in ({"answer": "linked"}, {"answered_by": ruth, "answered_at": now}):
        with refused("link_asked_answer_has_who_and_when"), transaction.atomic():
            rows.update(**wrong)
    with refused("link_asked_is_read_once_answered"), transaction.atomic():
        rows.update(read_at=now)


def test_one_number_of_each_register_still(amina, site):
    for value in ("9990000018", "9990000026"):
        row = Identifier(person=amina, site=site, system="chi", value=value)
        if value.endswith("18"):
            row.save()
    with refused("identifier_one_of_each_system"), transaction.atomic():
        row.save()
