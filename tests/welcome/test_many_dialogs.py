"""DIALOG over many years: the tables say how many times there are, and show each."""

import re
import uuid
from datetime import timedelta
from decimal import Decimal
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from welcome import actions
from welcome.reading.dialog_history import AT_MOST
from welcome.views.dialogs import _CORRECTED

from ..reading_pages import text


@pytest.fixture
def desk(client, priya):
    client.force_login(priya)
    return client


@pytest.fixture
def address(amina):
    return reverse("welcome:dialog", args=[amina.pk])


def days_ago(days):
    return timezone.now() - timedelta(days=days)


def filled(person, by, job, **more):
    answers = {"job": job}
    return actions.fill_in(person, by=by, once=uuid.uuid4(), answers=answers, **more)


def columns(page):
    return page.count('<th class="num" scope="col">')


def test_the_table_says_how_many_times_there_are_and_shows_each(
    desk, amina, priya, address
):
    for n in range(AT_MOST + 3):
        filled(amina, priya, n % 7 + 1, filled_at=days_ago(100 - n))
    page = text(desk.get(address))
    assert columns(page) == AT_MOST
    assert f"<b>{AT_MOST} of {AT_MOST + 3}</b>" in page

    each = re.search(r'href="([^"]+)">Show each time', page)[1]
    page = text(desk.get(each))
    assert columns(page) == AT_MOST + 3
    assert "Show each time" not in page


def test_the_totals_of_another_questionnaire_lead_on_too(desk, amina, priya, address):
    for n in range(AT_MOST + 2):
        said = {"scale": "reqol10", "total": Decimal(10 + n)}
        at = days_ago(100 - n)
        actions.type_total(amina, by=priya, once=uuid.uuid4(), filled_at=at, **said)
    page = text(desk.get(address))
    assert f"<b>{AT_MOST} of {AT_MOST + 2}</b>" in page
    assert "Each time: 10, 13, 14" in page

    each = re.search(r'href="([^"]+)">Show each time', page)[1]
    assert "Each time: 10, 11, 12, 13, 14" in text(desk.get(each))


def test_every_corrected_answer_can_be_read(desk, amina, priya, address):
    first = filled(amina, priya, 1)
    for _ in range(_CORRECTED + 2):
        when = first.filled_at
        first = filled(amina, priya, first.job % 7 + 1, replaces=first, filled_at=when)
    page = text(desk.get(address))
    assert f"<b>{_CORRECTED} of {_CORRECTED + 2}</b>" in page

    on = re.search(r'href="([^"]*corrected=[^"]*)">Show more', page)[1]
    rest = text(desk.get(unescape(on)))
    assert rest.count("Recorded by Priya") >= 2
    assert '<details class="plain" open>' in rest
