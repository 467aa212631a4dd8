"""Pressed twice in one moment, or by two people: one row, and nothing untrue."""

import uuid

import pytest

from welcome import actions
from welcome.models import Dialog, Event, Rating

from .. import factories as make
from ..threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_number_sent_twice_at_once_is_one_number(amina, priya):
    hope, once = make.make_hope(amina, priya), uuid.uuid4()

    def rate():
        return actions.rate_hope(hope, by=priya, once=once, score=4)

    first, second = at_once(rate, rate)

    assert first == second
    assert Rating.objects.count() == 1
    assert Event.objects.filter(what="hope.rated").count() == 1


def test_a_hope_laid_down_while_it_is_rated_is_not_rated_afterwards(amina, priya):
    hope = make.make_hope(amina, priya)

    at_once(
        lambda: actions.lay_down(hope, by=priya, why="changed"),
        lambda: actions.rate_hope(hope, by=priya, once=uuid.uuid4(), score=4),
    )

    hope.refresh_from_db()
    assert not hope.ratings.filter(at__gt=hope.laid_down_at).exists()


def test_two_who_put_the_same_dialog_right_leave_one(amina, priya):
    wrong = make.make_dialog(amina, priya, job=7)

    def right(job):
        return actions.fill_in(
            amina, by=priya, once=uuid.uuid4(), answers={"job": job}, replaces=wrong
        )

    came_to = at_once(lambda: right(1), lambda: right(2))

    assert sum(isinstance(one, str) for one in came_to) == 1
    assert Dialog.objects.current().count() == 1
