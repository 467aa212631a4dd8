"""A referral that was prepared and not sent is discarded, and comes back as it was."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from referrals import actions, tasks
from referrals.models import Referral, Request, State
from welcome.models import Event
from welcome.models.discarding import KEPT_DAYS

from .. import factories as make
from ..reading_pages import text


@pytest.fixture
def made(request_made):
    return request_made


@pytest.fixture
def signed_in(client, priya):
    client.force_login(priya)
    return client


def prepare(made, by, offers, **more):
    """The same form again; or the same words with a form of its own."""
    said = {"once": made.once, "words": made.words, "need": made.need}
    said |= {"urgency": made.urgency, "offers": offers, "by": by}
    return actions.prepare(made.person, **(said | more))


def discard(made, by):
    return actions.discard(made, by=by, seen=make.seen(made))


def test_undo_brings_back_what_was_asked_and_of_whom(made, priya, letters):
    before = made.words, made.need, made.urgency
    discard(made, priya)
    assert not Referral.objects.filter(state=State.DRAFT).exists()

    for _ in range(2):
        actions.restore(made, by=priya)
    made.refresh_from_db()

    assert (made.words, made.need, made.urgency) == before
    assert made.discarded_at is None
    assert Referral.objects.get(state=State.DRAFT).offer == letters
    assert Event.objects.filter(what="request.restored").count() == 1


def test_what_was_taken_off_before_does_not_come_back(made, priya, harbour):
    other = make.make_offer(harbour, name="Budgeting")
    prepare(made, priya, [other])
    discard(made, priya)
    actions.restore(made, by=priya)

    assert Referral.objects.get(state=State.DRAFT).offer == other


def test_it_still_follows_on_from_what_was_given_back(sent, priya, omar, letters):
    back = actions.give_back(
        sent, by=omar, reason="elsewhere", suggestion="Open Door", seen=make.seen(sent)
    )
    elsewhere = make.make_offer(make.make_organisation(site=sent.offer.site))
    made = prepare(back.request, priya, [elsewhere], once=uuid4(), previous=back)
    discard(made, priya)
    actions.restore(made, by=priya)

    assert made.referrals.get(state=State.DRAFT).previous == back


def test_it_is_on_the_list_of_discarded_drafts_with_a_button(signed_in, made, priya):
    answer = signed_in.post(
        reverse("referrals:discard", args=[made.pk]), {"seen": make.seen(made)}
    )
    undo = reverse("referrals:restore", args=[made.pk])
    assert undo in signed_in.get(answer.url).content.decode()

    page = signed_in.get("/drafts/discarded/")
    assert "Referral, prepared by Priya Nair." in text(page)
    assert undo in page.content.decode()

    answer = signed_in.post(undo)
    assert answer.url == reverse("referrals:agree", args=[made.pk])
    assert "The draft is back, as it was." in text(signed_in.get(answer.url))


def test_the_same_form_sent_again_is_no_longer_discarded(made, priya, letters):
    discard(made, priya)
    prepare(made, priya, [letters])
    made.refresh_from_db()

    assert made.discarded_at is None
    assert made.referrals.filter(state=State.DRAFT).count() == 1


def test_what_cannot_be_asked_now_stays_discarded_and_says_why(
    signed_in, made, priya, letters, farah
):
    discard(made, priya)
    actions.set_room(letters, by=farah, capacity="paused")
    answer = signed_in.post(reverse("referrals:restore", args=[made.pk]))
    made.refresh_from_db()

    assert answer.status_code == 409
    assert "is paused" in text(answer)
    assert made.discarded_at


def test_it_is_deleted_for_good_when_it_cannot_be_undone_any_more(made, priya):
    kept = discard(made, priya)
    tasks.delete_discarded_drafts()
    assert Request.objects.filter(pk=made.pk).exists()

    kept.discarded_at = timezone.now() - timedelta(days=KEPT_DAYS, minutes=1)
    kept.save(update_fields=["discarded_at"])
    tasks.delete_discarded_drafts()

    assert not Request.objects.filter(pk=made.pk).exists()
    assert not Referral.objects.exists()
    assert Event.objects.filter(what="request.deleted").count() == 1
