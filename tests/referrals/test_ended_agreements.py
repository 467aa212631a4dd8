"""A person ends an agreement: the team sees it at once, and no one is late."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from referrals import actions
from referrals.models import Referral
from referrals.reminders.answers_due import watch
from welcome.models import User

from .. import factories as make
from ..reading_pages import text


@pytest.fixture
def ended(sent, amina):
    return actions.withdraw_agreement(
        sent, seen=make.seen(sent), by=User.objects.hand("person")
    )


@pytest.fixture
def desk(client, priya):
    client.force_login(priya)
    return client


def group(page, code):
    return next(one for one in page.context["sections"] if one.code == code)


def test_it_stands_under_now_with_what_to_do(desk, ended):
    page = desk.get("/today/")
    (item,) = group(page, "now").items
    assert item.due.startswith("Agreement ended")
    assert item.step.label == "Choose what happens next"
    assert "can no longer read" in item.words
    assert not group(page, "others").items


def test_no_one_is_reminded_and_nothing_is_overdue(ended):
    Referral.objects.update(answer_due_on=timezone.localdate() - timedelta(days=3))
    assert not watch()


def test_the_caseload_says_that_it_has_ended(desk, ended):
    page = text(desk.get("/caseload/"))
    assert "has ended. Choose what happens next" in page
    assert "to answer by" not in page


def test_an_agreement_given_again_lets_the_clock_go_on(desk, ended, priya, amina):
    ended.refresh_from_db()
    assert ended.rests_since
    hard = amina.passages.get(prompt="hard")
    desk.post(
        reverse("referrals:change_agreement", args=[ended.pk]),
        {
            "seen": make.seen(ended),
            "instead_of": str(ended.agreement_id),
            "passages": [str(hard.pk)],
            "words": "Aye, that one.",
            "how": "phone",
            "until_on_0": "1",
            "until_on_1": "3",
            "until_on_2": f"{timezone.localdate().year + 1}",
        },
    )
    ended.refresh_from_db()
    assert ended.rests_since is None
    assert not group(desk.get("/today/"), "now").items


def test_agreements_that_were_ended_before_rest_as_well(ended):
    Referral.objects.update(rests_since=None)
    migration = import_module(
        "referrals.migrations.0281_no_one_is_late_where_an_agreement_ended"
    )
    with connection.cursor() as cursor:
        cursor.execute(migration._REST)
    ended.refresh_from_db()
    assert ended.rests_since == timezone.localdate()
