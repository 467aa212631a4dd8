"""A page that was opened earlier never undoes what somebody did meanwhile."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from referrals import actions
from referrals.models import Agreement, Referral, State
from welcome.models import Event
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text

NEXT_STEP = {"reason": "elsewhere", "suggestion": "Try Open Door."}
#: Every move of a referral that somebody makes by a press: its address, and whose.
PRESSES = {
    "accept": "omar",
    "give_back": "omar",
    "farewell": "omar",
    "pause": "omar",
    "resume": "omar",
    "hand_on": "omar",
    "withdraw": "priya",
    "stop_sharing": "priya",
    "decide": "priya",
    "put_right": "priya",
}
TYPED = {
    "reason": "elsewhere", "suggestion": "Try Open Door.", "how": "better",
    "words": "It went well.", "told_again": "no", "why": "It was a slip.",
}  # fmt: skip


@pytest.mark.parametrize("seen", ["", "sent.0", "helping.1764480000.123456"])
@pytest.mark.parametrize("press", PRESSES)
def test_no_press_works_from_a_page_that_is_out_of_date(
    request, client, sent, letters, press, seen
):
    client.force_login(request.getfixturevalue(PRESSES[press]))
    elsewhere = make.make_organisation(site=letters.site, is_partner=True)
    offer = make.make_offer(elsewhere, name="Another")
    until = make.in_boxes("until", timezone.localdate() + timedelta(days=9))
    until |= {"reason": "away"} if press == "pause" else {}
    said = TYPED | until | {"offer": str(offer.pk), "seen": seen}
    answer = client.post(reverse(f"referrals:{press}", args=[sent.pk]), said)

    assert answer.status_code == 409
    assert Referral.objects.get(pk=sent.pk).seen == sent.seen


@pytest.mark.parametrize("choice", ["yes", "back"])
def test_the_triage_too_says_what_has_changed(client, omar, sent, choice):
    client.force_login(omar)
    said = {"choice": choice, "seen": "sent.0"} | {
        f"back-{name}": words for name, words in NEXT_STEP.items()
    }
    answer = client.post(reverse("referrals:triage_at", args=[sent.pk]), said)

    assert answer.status_code == 409
    assert Referral.objects.get(pk=sent.pk).state == State.SENT


def test_withdrawing_from_an_old_page_does_not_end_help_that_has_begun(
    client, sent, omar, priya
):
    old = sent.seen
    actions.accept(sent, seen=make.seen(sent), by=omar)
    client.force_login(priya)
    answer = text(
        client.post(reverse("referrals:withdraw", args=[sent.pk]), {"seen": old})
    )

    assert "Omar Aziz changed it on" in answer
    assert "“Accepted”" in answer
    assert Referral.objects.get(pk=sent.pk).state == State.ACCEPTED


def test_there_and_back_again_is_a_change_too(sent, omar):
    helped = actions.begin_helping(
        now := actions.accept(sent, seen=make.seen(sent), by=omar),
        seen=make.seen(now),
        by=omar,
    )
    paused = actions.pause(helped, seen=make.seen(helped), by=omar, **make.a_pause())
    actions.resume(paused, seen=make.seen(paused), by=omar)

    with pytest.raises(Refused, match="changed since"):
        actions.pause(sent, by=omar, seen=helped.seen, **make.a_pause())


def test_what_was_typed_comes_back(client, sent, omar):
    client.force_login(omar)
    answer = client.post(
        reverse("referrals:give_back", args=[sent.pk]), NEXT_STEP | {"seen": "x"}
    )

    assert "Try Open Door." in answer.content.decode()


def test_withdrawing_asks_first_and_says_that_help_has_begun(client, sent, omar, priya):
    now = actions.accept(sent, seen=make.seen(sent), by=omar)
    client.force_login(priya)
    address = reverse("referrals:withdraw", args=[sent.pk])
    page = text(client.get(address))

    assert "is already helping" in page
    assert Referral.objects.get(pk=sent.pk).state == State.ACCEPTED

    client.post(address, {"seen": now.seen})
    assert Referral.objects.get(pk=sent.pk).state == State.WITHDRAWN


@pytest.mark.parametrize("state", ["sent", "accepted", "helping", "paused"])
def test_a_withdrawal_by_mistake_goes_back_to_where_it_was(
    sent, omar, priya, amina, harbour, state
):
    was = sent
    if state != "sent":
        was = actions.accept(sent, seen=make.seen(sent), by=omar)
    if state in ("helping", "paused"):
        was = actions.begin_helping(was, seen=make.seen(was), by=omar)
    if state == "paused":
        was = actions.pause(was, seen=make.seen(was), by=omar, **make.a_pause())
    agreed = was.agreement.words
    actions.withdraw(was, seen=make.seen(was), by=priya)
    again = actions.reopen(
        sent, seen=make.seen(sent), by=priya, why="I pressed the wrong button."
    )

    assert again.state == ("helping" if state == "paused" else state)
    assert again.is_shared
    assert again.agreement.words == agreed
    assert set(again.agreement.passages.all()) == set(was.agreement.passages.all())
    holder = amina.holdings.get(until_at=None)
    assert (holder.partner == harbour) == (state != "sent")
    assert again.put_right.get().why == "I pressed the wrong button."
    assert Event.objects.filter(what="referral.reopened").count() == 1


def test_an_agreement_that_was_ended_stays_ended(sent, priya):
    ended = actions.withdraw(sent, seen=make.seen(sent), by=priya).agreement
    again = actions.reopen(
        sent, seen=make.seen(sent), by=priya, why="I pressed the wrong button."
    )

    ended.refresh_from_db()
    assert ended.withdrawn_at
    assert again.agreement != ended


def test_what_the_person_took_back_nobody_else_opens_again(sent, priya):
    from welcome.models import User

    actions.withdraw_agreement(
        sent, seen=make.seen(sent), by=User.objects.hand("person")
    )
    actions.withdraw(sent, seen=make.seen(sent), by=priya)

    with pytest.raises(Refused, match="ended the agreement"):
        actions.reopen(
            sent,
            seen=make.seen(sent),
            by=priya,
            why="They changed their mind, I think.",
        )


def test_the_partner_cannot_put_right_what_the_team_took_back(sent, omar, priya):
    actions.withdraw(sent, seen=make.seen(sent), by=priya)

    with pytest.raises(Refused, match="Only someone at"):
        actions.reopen(sent, seen=make.seen(sent), by=omar, why="We had begun.")


def test_what_was_never_sent_cannot_be_opened_again(amina, priya, letters):
    import uuid

    made = actions.prepare(
        amina, by=priya, once=uuid.uuid4(), words="Sit with me", need="money",
        urgency="usual", offers=[letters],
    )  # fmt: skip
    draft = made.referrals.get()
    actions.discard(made, seen=make.seen(made), by=priya)

    with pytest.raises(Refused):
        actions.reopen(draft, seen=make.seen(draft), by=priya, why="I want it back.")


@pytest.mark.parametrize("state", ["ended", "returned", "withdrawn"])
def test_the_database_reopens_nothing_without_a_reason(sent, omar, priya, state):
    sent = actions.accept(sent, by=omar, seen=make.seen(sent))
    if state == "ended":
        said = {"how": "better", "words": "Bye.", "told_again": "no"}
        actions.say_farewell(sent, by=omar, seen=make.seen(sent), **said)
    elif state == "returned":
        actions.give_back(sent, by=omar, seen=make.seen(sent), **NEXT_STEP)
    else:
        actions.withdraw(sent, by=priya, seen=make.seen(sent))

    rows = Referral.objects.filter(pk=sent.pk, state=state)
    with (
        pytest.raises(IntegrityError, match="only with a reason"),
        transaction.atomic(),
    ):
        rows.update(state="helping", moved_at=timezone.now())
        at_once()
    assert rows.exists()

    by = priya if state == "withdrawn" else omar
    actions.reopen(sent, by=by, seen=make.seen(sent), why="I pressed the wrong button.")
    at_once()


def at_once():
    """What the database looks at as a transaction commits, it looks at now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_a_no_a_moment_before_the_withdrawal_stays_a_no(sent, priya):
    """The trail says what ended the agreement, however close in time the two were."""
    actions.withdraw_agreement(sent, by=priya, seen=make.seen(sent))
    actions.withdraw(sent, by=priya, seen=make.seen(sent))

    with pytest.raises(Refused, match="ended the agreement"):
        actions.reopen(sent, by=priya, seen=make.seen(sent), why="A slip.")


def test_a_withdrawal_that_took_long_can_be_put_right_all_the_same(sent, priya):
    gone = actions.withdraw(sent, by=priya, seen=make.seen(sent))
    later = gone.moved_at + timedelta(minutes=1)
    Agreement.objects.filter(pk=gone.agreement_id).update(withdrawn_at=later)

    again = actions.reopen(sent, by=priya, seen=make.seen(sent), why="A slip.")
    assert again.is_shared


def test_what_was_decided_about_is_not_tried_elsewhere_from_an_old_page(
    client, sent, omar, priya, letters
):
    actions.give_back(sent, by=omar, seen=make.seen(sent), **NEXT_STEP)
    actions.decide(sent, by=priya, seen=make.seen(sent))
    other = make.make_offer(letters.partner)
    client.force_login(priya)
    answer = client.post(reverse("referrals:try_elsewhere", args=[sent.pk, other.pk]))

    assert answer.status_code == 409
    assert "this no longer needs you" in answer.content.decode()
    assert not Referral.objects.filter(previous=sent).exists()


def test_the_mark_is_no_word_of_anybodys(client, sent, omar):
    client.force_login(omar)
    said = NEXT_STEP | {"seen": "sent.0"}
    answer = client.post(reverse("referrals:give_back", args=[sent.pk]), said)

    assert "sent.0" not in answer.content.decode()


def test_one_who_moved_on_keeps_the_others_where_they_are(
    client, sent, omar, farah, amina
):
    actions.accept(sent, by=omar, seen=make.seen(sent))
    address = reverse("referrals:worker", args=[omar.pk])
    client.force_login(farah)
    page = text(client.get(address))
    assert f'name="seen-{sent.pk}" value="{make.seen(sent)}"' in page

    old = make.seen(sent)
    actions.begin_helping(sent, by=omar, seen=old)
    said = {"referrals": [sent.pk], "worker": farah.pk, f"seen-{sent.pk}": old}
    assert client.post(address, said).status_code == 409
    assert Referral.objects.get(pk=sent.pk).worker == omar
