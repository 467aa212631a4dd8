"""An agreement is widened, narrowed or renewed, in what the person says now."""

from datetime import timedelta

import pytest
from django.utils import timezone

from referrals import actions
from referrals.models import Agreement
from welcome.models import Message
from welcome.refusals import Refused, Stale

from .. import factories as make
from ..reading_pages import text


@pytest.fixture
def at(sent):
    return f"/referrals/{sent.pk}/agreement/"


def said(sent, *passages, **more):
    day = timezone.localdate() + timedelta(days=60)
    return {
        "seen": sent.seen,
        "instead_of": str(sent.agreement_id),
        "passages": [str(passage.pk) for passage in passages],
        "words": "Let them read that as well.",
        "how": "phone",
        "until_on_0": day.day,
        "until_on_1": day.month,
        "until_on_2": day.year,
        **more,
    }


def test_more_parts_are_read_from_then_on(client, sent, priya, omar, amina, at):
    client.force_login(priya)
    page = text(client.get(f"/people/{amina.pk}/"))
    assert at in page
    before = sent.agreement
    answer = client.post(at, said(sent, *amina.passages.all()))
    assert answer.status_code == 302

    sent.refresh_from_db()
    before.refresh_from_db()
    assert sent.agreement != before
    assert before.withdrawn_by == priya
    assert sent.agreement.words == "Let them read that as well."
    client.force_login(omar)
    assert "Four hours of sleep." in text(client.get(f"/referrals/{sent.pk}/"))
    told = Message.objects.filter(template="agreement_changed")
    assert "omar@example.org" in {message.to for message in told}


def test_fewer_parts_are_read_from_then_on(client, sent, priya, omar, amina, at):
    client.force_login(priya)
    client.post(at, said(sent, amina.passages.get(prompt="hard")))

    client.force_login(omar)
    page = text(client.get(f"/referrals/{sent.pk}/"))
    assert "The letters frighten me." not in page
    assert "Four hours of sleep." in page


def test_what_is_agreed_now_is_ticked_and_what_they_say_is_not_filled_in(
    client, sent, priya, amina, at
):
    client.force_login(priya)
    page = text(client.get(at))
    brought = amina.passages.get(prompt="brought")
    hard = amina.passages.get(prompt="hard")
    assert f'value="{brought.pk}" checked' in page
    assert f'value="{hard.pk}" checked' not in page
    assert sent.agreement.words not in page


def test_an_agreement_that_is_over_can_be_renewed(client, sent, priya, amina, at):
    Agreement.objects.filter(pk=sent.agreement_id).update(
        until_on=timezone.localdate(), asked_at=timezone.now() - timedelta(days=90)
    )
    client.force_login(priya)
    client.post(at, said(sent, amina.passages.get(prompt="brought")))

    sent.refresh_from_db()
    assert sent.agreement.until_on > timezone.localdate() + timedelta(days=50)


def test_two_people_do_not_change_it_over_each_other(sent, priya, amina, agreed):
    mark = make.seen(sent)
    shown = str(sent.agreement_id)
    change = {"by": priya, "seen": mark, "instead_of": shown, **agreed}
    actions.change_agreement(sent, **change)
    with pytest.raises(Stale):
        actions.change_agreement(sent, **change)
    assert Agreement.objects.count() == 2


def test_nobody_else_changes_it(client, sent, omar, tomasz, stranger, agreed, at):
    with pytest.raises(Refused):
        actions.change_agreement(
            sent, by=omar, seen=sent.seen, instead_of=str(sent.agreement_id), **agreed
        )
    for user in (omar, tomasz, stranger):
        client.force_login(user)
        assert client.get(at).status_code in (403, 404)


def test_the_preview_changes_nothing(client, sent, priya, amina, at):
    client.force_login(priya)
    looked = said(sent, *amina.passages.all(), look="yes")
    page = text(client.post(at, looked, follow=True))

    assert "Four hours of sleep." in page.partition('id="preview"')[2]
    assert Agreement.objects.count() == 1
