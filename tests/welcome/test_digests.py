"""The morning’s e-mail: once a working day, counts and no names, if it is wanted."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from welcome.messages import digests, emailing, outbox
from welcome.models import Digest, Event, Message, Role

from .. import factories as make

#: A working day everywhere; Scotland has its bank holiday on Monday 30 November 2026.
MORNING = datetime(2026, 12, 8, 7, 31, tzinfo=UTC)
ST_ANDREWS_DAY = datetime(2026, 11, 30, 8, tzinfo=UTC)


@pytest.fixture
def wanting(priya, team, time_machine):
    time_machine.move_to(MORNING)
    priya.wants_digest = True
    priya.save()
    for _ in range(3):
        make.make_introduction(team, known_as="Ailsa")
    return priya


def test_it_says_how_many_and_never_who(wanting):
    assert digests.send_due() == 1
    outbox.deliver_due(emailing.carry)

    (letter,) = mail.outbox
    assert letter.to == [wanting.email]
    assert letter.subject == "Your day: 0 now, 3 today"
    assert "Waiting for others: 0" in letter.body
    assert "/today/" in letter.body
    assert "Ailsa" not in letter.body


def test_a_schedule_that_runs_twice_sends_one(wanting):
    assert (digests.send_due(), digests.send_due()) == (1, 0)
    assert Message.objects.filter(template="digest").count() == 1


def test_the_database_holds_one_for_each_day(wanting):
    digests.send_due()
    with pytest.raises(IntegrityError), transaction.atomic():
        Digest.objects.create(user=wanting, day=MORNING.date())


@pytest.mark.parametrize(
    "now",
    [
        MORNING - timedelta(minutes=2),
        MORNING + timedelta(hours=5),
        datetime(2026, 12, 12, 8, tzinfo=UTC),
        ST_ANDREWS_DAY,
    ],
    ids=["before half past seven", "after noon", "on a Saturday", "on a bank holiday"],
)
def test_it_does_not_come(wanting, now):
    assert digests.send_due(now) == 0
    assert not Digest.objects.exists()


def test_by_the_clock_on_the_wall_in_summer(wanting):
    assert digests.send_due(datetime(2027, 6, 8, 6, 31, tzinfo=UTC)) == 1


def test_a_bank_holiday_of_scotland_is_a_working_day_in_england(wanting):
    site = make.make_site(nation="england")
    luton = make.make_welcomer(make.make_team(site=site), wants_digest=True)
    make.make_introduction(luton.first_team)

    assert digests.send_due(ST_ANDREWS_DAY) == 1
    assert Message.objects.get().to == luton.email


def test_nothing_is_said_about_nothing(wanting, tomasz):
    tomasz.wants_digest = True
    tomasz.save()

    assert digests.send_due() == 1
    assert not Message.objects.filter(to=tomasz.email).exists()
    assert Digest.objects.filter(user=tomasz).exists()


def test_nobody_gets_it_who_has_not_asked_or_who_has_left(priya, team, wanting):
    wanting.is_active = False
    wanting.save()
    make.make_member(Role.LEAD, team)

    assert digests.send_due() == 0


def test_somebody_who_is_no_longer_in_a_team_gets_nothing(wanting):
    wanting.memberships.update(ended_at=MORNING)
    assert digests.send_due() == 0


def test_it_is_off_at_first_and_switched_on_by_each_for_themselves(client, priya):
    client.force_login(priya)
    assert not priya.wants_digest

    client.post("/settings/", {"uses_shortcuts": "yes", "wants_digest": "yes"})
    priya.refresh_from_db()
    assert priya.wants_digest
    client.post("/settings/", {"uses_shortcuts": "yes", "wants_digest": "yes"})
    client.post("/settings/", {"uses_shortcuts": "yes", "wants_digest": "no"})

    priya.refresh_from_db()
    assert not priya.wants_digest
    chosen = Event.objects.filter(what="digest.chosen").order_by("pk")
    assert [event.detail["wanted"] for event in chosen] == [True, False]


def test_a_wrong_answer_is_asked_again(client, priya):
    client.force_login(priya)
    page = client.post(
        "/settings/", {"uses_shortcuts": "yes", "wants_digest": "perhaps"}
    )
    assert page.status_code == 200
    assert page.context["form"].errors
