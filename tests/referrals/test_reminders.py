"""The clock reminds, raises and rests. It never closes anything, and rings once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from referrals import actions
from referrals.deadlines.answer_due_in_words import due_in_words
from referrals.models import Referral
from referrals.reminders import answers_due
from welcome.models import Message, Role, User
from welcome.values.working_days import working_days_after, working_days_between

from .. import factories as make


def due(referral, day):
    Referral.objects.filter(pk=referral.pk).update(answer_due_on=day)
    referral.refresh_from_db()
    return referral


def told(template):
    return set(Message.objects.filter(template=template).values_list("to", flat=True))


def today():
    return timezone.localdate()


def test_one_working_day_before_the_partner_is_reminded_once(sent, omar):
    assert not answers_due.watch()
    due(sent, working_days_after(today(), 1, "scotland"))

    assert answers_due.watch() == {"reminded": 1}
    assert not answers_due.watch()
    assert omar.email in told("answer_due")


def test_overdue_is_raised_with_their_lead_and_whoever_holds(sent, farah, priya, team):
    lead = make.make_member(Role.LEAD, team, email="lead-ne@example.org")
    due(sent, today() - timedelta(days=1))

    assert answers_due.watch() == {"overdue": 1}
    assert not answers_due.watch()
    assert {farah.email, priya.email, lead.email, team.email} <= told("answer_overdue")
    sent.refresh_from_db()
    assert sent.state == "sent", "nothing is closed by silence"


def test_after_an_outage_it_is_raised_once_and_not_reminded_as_well(sent):
    due(sent, today() - timedelta(days=20))
    for _ in range(3):
        answers_due.watch()

    assert not told("answer_due")
    assert sent.person.events.filter(what="referral.overdue").count() == 1


def test_while_the_person_is_asked_the_clock_rests(sent, omar, priya):
    question = actions.ask(sent, by=omar, words="Which day?")
    due(sent, today() - timedelta(days=1))
    assert not answers_due.watch()
    assert due_in_words(sent) == (
        "Deadline paused: waiting for the person’s answer",
        "held",
    )

    was = sent.answer_due_on
    Referral.objects.update(rests_since=today() - timedelta(days=7))
    actions.answer(question, by=priya, words="Tuesday.", joins_story=True)
    sent.refresh_from_db()
    assert sent.rests_since is None
    rested = working_days_between(today() - timedelta(days=7), today(), "scotland")
    assert sent.answer_due_on == working_days_after(was, rested, "scotland")


def test_it_rests_until_every_question_is_answered(sent, omar, priya):
    first = actions.ask(sent, by=omar, words="Which day?")
    actions.ask(sent, by=omar, words="Where?")
    actions.answer(first, by=priya, words="Tuesday.", joins_story=False)

    sent.refresh_from_db()
    assert sent.rests_since == today()


def test_whoever_has_answered_is_left_in_peace(accepted):
    due(accepted, today() - timedelta(days=3))

    assert not answers_due.watch()


@pytest.mark.parametrize("days", [1, 3])
def test_the_clock_itself_is_named_in_the_trail(sent, days):
    due(sent, today() - timedelta(days=days))
    answers_due.watch()

    event = sent.person.events.get(what="referral.overdue")
    assert event.by == User.objects.hand("clock")
