"""A safeguarding concern: raised once, reviewed in time, closed with an outcome."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from welcome import actions
from welcome.actions.safeguarding_reviews import remind_of_safeguarding
from welcome.models import (
    Event,
    Membership,
    Message,
    Role,
    SafeguardingConcern,
    SafeguardingShare,
)
from welcome.refusals import Refused

from .. import factories as make

WHY = "They visit her at home."


@pytest.fixture
def share(concern, harbour, omar, sheila):
    return actions.share_concern(concern, by=sheila, partner=harbour, reason=WHY)


def messages(template):
    return set(Message.objects.filter(template=template).values_list("to", flat=True))


def what_happened(concern):
    about = f"welcome.SafeguardingConcern:{concern.pk}"
    return list(
        Event.objects.filter(about=about).order_by("pk").values_list("what", flat=True)
    )


def change(row, **columns):
    with transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**columns)


def test_the_safeguarding_lead_is_told_by_a_reference_alone(concern, sheila, amina):
    message = Message.objects.get(template="safeguarding_raised")

    assert message.to == sheila.email
    assert message.reference == amina.reference
    assert message.path == f"/safeguarding/{concern.pk}/"
    assert message.event.detail == {"kind": "adult", "danger": False}


def test_without_a_safeguarding_lead_the_leads_of_the_team_are_told(
    amina, priya, ruth, team
):
    make.raise_concern(amina, priya)

    assert messages("safeguarding_raised") == {ruth.email, team.email}


def test_a_lead_of_another_site_is_not_told(amina, priya, sheila):
    board = make.make_organisation(name="Far Board", site=make.make_site())
    far = make.make_member(Role.SAFEGUARDING, board)

    make.raise_concern(amina, priya)

    assert messages("safeguarding_raised") == {sheila.email}
    assert not SafeguardingConcern.objects.visible_to(far).exists()


def test_a_lead_of_the_programme_is_told_and_sees_every_site(concern, amina, priya):
    whole = make.make_organisation(name="Living Well programme")
    ann = make.make_member(Role.SAFEGUARDING, whole)

    make.raise_concern(amina, priya)

    assert ann.email in messages("safeguarding_raised")
    assert SafeguardingConcern.objects.led_by(ann).count() == 2


def test_a_lead_who_is_the_person_is_not_told_and_sees_nothing(amina, priya, sheila):
    amina.account = sheila
    amina.save()

    concern = make.raise_concern(amina, priya)

    assert sheila.email not in messages("safeguarding_raised")
    rows = SafeguardingConcern.objects
    assert not rows.visible_to(sheila).filter(pk=concern.pk).exists()
    assert not rows.led_by(sheila).filter(pk=concern.pk).exists()


def test_a_lead_whose_role_has_ended_is_not_told(amina, priya, sheila, ruth):
    Membership.objects.filter(user=sheila).update(ended_at=timezone.now())

    make.raise_concern(amina, priya)

    assert sheila.email not in messages("safeguarding_raised")
    assert ruth.email in messages("safeguarding_raised")


def test_pressed_twice_it_is_one_and_other_words_are_another(amina, priya, sheila):
    once = uuid.uuid4()
    first = make.raise_concern(amina, priya, once=once)

    assert make.raise_concern(amina, priya, once=once) == first
    other = make.raise_concern(amina, priya, once=once, seen_or_said="A new bruise.")

    assert other != first
    assert SafeguardingConcern.objects.count() == 2
    assert Message.objects.filter(template="safeguarding_raised").count() == 2


def test_it_is_hidden_from_the_person_unless_someone_says_why_it_is_safe(amina, priya):
    hidden = make.raise_concern(amina, priya)
    shown = make.raise_concern(
        amina, priya, seen_or_said="Another.", why_shown="We wrote it together."
    )

    assert hidden.shown_at is None
    assert (shown.shown_by, shown.notes.get().kind) == (priya, "shown")
    assert shown.notes.get().words == "We wrote it together."


def test_an_update_is_added_and_moves_the_review(concern, priya):
    day = timezone.localdate() + timedelta(days=20)

    actions.add_update(
        concern, by=priya, once=uuid.uuid4(), words="The council rang.",
        review_on=day, council_reference="ADS-1207",
    )  # fmt: skip

    concern.refresh_from_db()
    assert (concern.review_on, concern.council_reference) == (day, "ADS-1207")
    note = concern.notes.get()
    assert (note.words, note.review_on) == ("The council rang.", day)
    assert what_happened(concern) == ["safeguarding.raised", "safeguarding.updated"]


def test_closing_needs_an_outcome_and_reopening_keeps_how_it_was_closed(
    concern, sheila
):
    actions.close_concern(concern, by=sheila, outcome="support", words="A new lock.")
    again = timezone.localdate() + timedelta(days=3)
    actions.reopen_concern(concern, by=sheila, words="He is back.", review_on=again)

    concern.refresh_from_db()
    assert (concern.is_open, concern.outcome, concern.review_on) == (True, "", again)
    kept = concern.notes.get(kind="closed")
    assert (kept.words, kept.outcome) == ("A new lock.", "support")
    assert what_happened(concern)[1:] == [
        "safeguarding.closed",
        "safeguarding.reopened",
    ]


def test_closed_by_someone_else_meanwhile_is_refused(concern, sheila, ruth):
    actions.close_concern(concern, by=sheila, outcome="support", words="A new lock.")
    same = actions.close_concern(concern, by=sheila, outcome="support", words="x")

    assert same.notes.count() == 1
    with pytest.raises(Refused, match="Sheila Kerr has already closed"):
        actions.close_concern(concern, by=ruth, outcome="nothing", words="x")


def test_a_partner_is_told_of_a_share_and_pressed_twice_it_is_one(
    share, concern, sheila, harbour, omar
):
    again = actions.share_concern(concern, by=sheila, partner=harbour, reason=WHY)

    assert again == share
    assert messages("safeguarding_shared") == {omar.email}
    with pytest.raises(Refused, match="can already read it"):
        actions.share_concern(concern, by=sheila, partner=harbour, reason="Another.")


def test_a_share_that_has_ended_stays_in_the_list_and_can_begin_again(
    share, concern, sheila, harbour
):
    actions.stop_sharing_concern(share, by=sheila)
    actions.stop_sharing_concern(share, by=sheila)
    actions.share_concern(concern, by=sheila, partner=harbour, reason="She asked.")

    assert concern.shares.count() == 2
    assert concern.shares.get(reason=WHY).ended_by == sheila
    assert what_happened(concern)[1:] == [
        "safeguarding.shared", "safeguarding.unshared", "safeguarding.shared",
    ]  # fmt: skip


def test_only_a_partner_of_the_site_can_be_chosen(concern, sheila):
    far = make.make_organisation(site=make.make_site(), is_partner=True)

    with pytest.raises(Refused, match="partners in Edinburgh"):
        actions.share_concern(concern, by=sheila, partner=far, reason=WHY)
    with pytest.raises(IntegrityError, match="partners of its site"):
        SafeguardingShare.objects.create(
            concern=concern, partner=far, reason=WHY, by=sheila
        )


def test_an_overdue_review_is_brought_to_mind_once_for_each_day(concern, sheila):
    late = concern.review_on + timedelta(days=1)

    assert remind_of_safeguarding(today=concern.review_on) == 0
    assert remind_of_safeguarding(today=late) == 1
    assert remind_of_safeguarding(today=late) == 0
    assert messages("safeguarding_review_due") == {sheila.email}

    change(concern, review_on=late)
    assert remind_of_safeguarding(today=late + timedelta(days=1)) == 1


def test_a_closed_concern_is_not_brought_to_mind(concern, sheila):
    actions.close_concern(concern, by=sheila, outcome="nothing", words="Looked into.")

    assert remind_of_safeguarding(today=timezone.localdate() + timedelta(99)) == 0


def test_it_goes_along_to_another_site_and_partners_stay_behind(
    concern, share, amina, priya, harbour
):
    far_team = make.make_team()
    board = make.make_organisation(name="Far Board", site=far_team.site)
    lead = make.make_member(Role.SAFEGUARDING, board, email="far@example.org")
    there = make.make_welcomer(far_team)
    handover = make.ask_to_hold(amina, by=priya, to_team=far_team)

    actions.accept_handover(handover, by=there)

    concern.refresh_from_db()
    assert concern.site == far_team.site
    assert not concern.shares.live().exists()
    assert lead.email in messages("safeguarding_raised")
    rows = SafeguardingConcern.objects
    assert rows.visible_to(there).get() == concern
    assert not rows.visible_to(priya).filter(
        pk=concern.pk, person__team=priya.first_team
    )


def test_nothing_is_kept_if_the_message_cannot_be_promised(amina, priya, monkeypatch):
    def fail(*_, **__):
        raise OSError("away")

    monkeypatch.setattr("welcome.actions.safeguarding.tell_leads", fail)
    with pytest.raises(OSError, match="away"), transaction.atomic():
        make.raise_concern(amina, priya)
    assert not SafeguardingConcern.objects.exists()
    assert not Event.objects.filter(what="safeguarding.raised").exists()
