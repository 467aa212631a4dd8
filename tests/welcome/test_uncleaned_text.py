"""What was stored before text was cleaned is listed, and never changed."""

import io
import json
from importlib import import_module

import pytest
from django.core.management import call_command
from django.db import connection

from storybooks.models import Contributor
from welcome.finding.refilling import fill
from welcome.models import ContactWish, Person, Supporter, User

from .. import factories as make

pytestmark = pytest.mark.django_db


def listed(*words):
    """What it says, and how it ends."""
    out = io.StringIO()
    try:
        call_command("list_uncleaned_text", *words, stdout=out)
    except SystemExit as end:
        return out.getvalue(), end.code
    return out.getvalue(), 0


def found():
    return {(row["record"], row["field"]) for row in json.loads(listed("--json")[0])}


def keep_phone(person, phone, figures):
    ContactWish.objects.filter(person=person).update(phone=phone, phone_digits=figures)


def test_clean_records_are_not_listed(amina, priya, omar, letters):
    keep_phone(amina, "07700 900118", "07700900118")

    assert listed() == ("0 to put right. Nothing was changed.\n", 0)
    assert listed("--json") == ("[]\n", 0)


def test_a_phone_box_with_two_numbers_is_listed_once(amina):
    keep_phone(amina, "07700 900118/0131 496 0142", "077009001180131")
    said, code = listed()

    assert code == 1
    assert said.splitlines() == [
        f"{amina.reference}: phone holds more than one number.",
        "1 to put right. Nothing was changed.",
    ]


@pytest.mark.parametrize(
    ("phone", "figures", "field"),
    [
        ("٠٧٧٠٠ ٩٠٠١١٨", "٠٧٧٠٠٩٠٠١١٨", "phone"),
        ("07700\u202c 900118", "07700900118", "phone"),
        ("7700 900118", "7700900118", "phone_digits"),
    ],
)
def test_a_phone_that_nobody_finds_is_listed(amina, phone, figures, field):
    keep_phone(amina, phone, figures)

    assert (amina.reference, field) in found()


def test_names_and_addresses_are_listed_by_reference_in_every_room(amina, priya, edith):
    Person.objects.filter(pk=amina.pk).update(known_as="Ami\u200bna")
    User.objects.filter(pk=priya.pk).update(email="priya\u00ad@example.org")
    sister = Supporter.objects.create(
        person=amina, name="Fati\u2060ma", phone="0131 496 0142", added_by=priya
    )
    teller = Contributor.objects.create(
        organisation=edith.current_memberships[0].organisation, name="Jean\ufeff",
        email="jean@example.org", named="chosen", shown_as="Jean",
    )  # fmt: skip

    assert found() == {
        (amina.reference, "known_as"),
        (amina.reference, "name"),
        (f"welcome.User {priya.pk}", "email"),
        (f"storybooks.Contributor {teller.pk}", "name"),
    }
    assert sister.name


def test_whoever_was_stored_with_unseen_signs_gets_keys_that_find_them(amina):
    migration = import_module("welcome.migrations.0121_keys_without_unseen_signs")
    Person.objects.filter(pk=amina.pk).update(formal_name="Ami\u200bna Yusuf")
    Person.objects.filter(pk=amina.pk).update(find_keys=[1])
    with connection.cursor() as cursor:
        cursor.execute(migration.EMPTY)
    amina.refresh_from_db()

    assert amina.find_keys is None
    assert amina.formal_name == "Ami\u200bna Yusuf"
    assert fill() == 1


def test_nothing_that_is_stored_is_said_or_changed(
    amina, django_assert_max_num_queries
):
    Person.objects.filter(pk=amina.pk).update(known_as="Zu\u200bleika")
    keep_phone(amina, "07700 900118, 0131 496 0142", "x")
    before = Person.objects.values_list().get(pk=amina.pk)
    for words in ((), ("--json",)):
        said, _ = listed(*words)
        assert "leika" not in said and "900118" not in said

    assert Person.objects.values_list().get(pk=amina.pk) == before
    with django_assert_max_num_queries(60):
        listed()


def test_somebody_who_has_no_record_yet_is_listed_by_a_key(team):
    waiting = make.make_introduction(team)
    type(waiting).objects.filter(pk=waiting.pk).update(known_as="Ta\u200bm")

    assert found() == {(f"welcome.Introduction {waiting.pk}", "known_as")}
