"""The partner's day: one after the other, the team, room in a press, their picture."""

import uuid
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone

from referrals import actions
from referrals.deadlines.next_due import keys_due
from referrals.models import Referral, State
from referrals.reading.partner_picture import picture_of
from referrals.reading.workload import colleagues_of, loads_of
from welcome.models import Look, Message, Role
from welcome.refusals import Refused

from .. import factories as make
from ..factories import NEXT_STEP
from ..reading_pages import text
from ..totp import SECRET, code_for
from .sending import send_somebody


@pytest.fixture
def nadia(harbour):
    return make.make_partner(harbour, name="Nadia Shah", email="nadia@example.org")


def at(referral):
    return f"/referrals/triage/{referral.pk}/"


# ── one after the other


@pytest.fixture
def three(sent, priya, letters):
    send_somebody(priya, letters)
    send_somebody(priya, letters)
    return [Referral.objects.get(pk=pk) for pk in keys_due(_omar())]


def _omar():
    from welcome.models import User

    return User.objects.get(email="omar@example.org")


def test_it_begins_with_what_is_due_first(client, omar, three):
    client.force_login(omar)

    assert client.get("/referrals/triage/").url == f"{at(three[0])}#turn"


def test_one_screen_says_where_it_stands_and_is_a_look(client, omar, three):
    client.force_login(omar)
    page = text(client.get(at(three[1])))

    assert "2 of 3 waiting for you" in page
    assert f"{at(three[0])}#turn" in page and f"{at(three[2])}#turn" in page
    assert Look.objects.filter(by=omar, person=three[1].person).count() == 1


def test_after_a_yes_the_next_one_due_comes(client, omar, nadia, three):
    client.force_login(omar)
    said = {"choice": "yes", "yes-worker": str(nadia.pk)}
    answer = client.post(at(three[0]), said | {"seen": three[0].seen})

    assert answer.url == f"{at(three[1])}#turn"
    three[0].refresh_from_db()
    assert (three[0].state, three[0].worker) == (State.ACCEPTED, nadia)


def test_what_is_asked_rests_and_leaves_the_turns(client, omar, three):
    client.force_login(omar)
    client.post(at(three[0]), {"choice": "ask", "ask-words": "Which day?"})

    assert keys_due(omar) == [three[1].pk, three[2].pk]


def test_giving_back_needs_a_reason_and_keeps_what_was_typed(client, omar, three):
    client.force_login(omar)
    said = {"choice": "back", "back-suggestion": "Try Open Door."}
    page = text(client.post(at(three[0]), said))
    assert "Choose a reason" in page and "Try Open Door." in page
    said |= {"back-reason": "elsewhere"}
    client.post(at(three[0]), said | {"seen": three[0].seen})

    three[0].refresh_from_db()
    assert three[0].state == State.RETURNED


def test_the_last_answer_ends_with_nobody_waiting(client, omar, sent):
    client.force_login(omar)
    answer = client.post(at(sent), {"choice": "yes", "seen": sent.seen}, follow=True)

    assert "No one is waiting for your answer" in text(answer)


def test_what_is_closed_or_answered_is_no_turn(client, omar, sent, priya):
    client.force_login(omar)
    actions.withdraw_agreement(sent, seen=make.seen(sent), by=priya)
    assert keys_due(omar) == []
    assert client.get(at(sent)).url == f"/referrals/{sent.pk}/"
    assert not Look.objects.filter(by=omar).exists()


def test_a_choice_that_there_is_not_changes_nothing(client, omar, sent):
    client.force_login(omar)

    assert client.post(at(sent), {"choice": "x"}).status_code == 409
    sent.refresh_from_db()
    assert sent.state == State.SENT


# ── who helps whom


def test_whoever_left_stands_first_and_the_load_is_told(omar, nadia, accepted, farah):
    omar.memberships.update(ended_at=timezone.now())
    first, *rest = loads_of(farah, list(colleagues_of(farah)))

    assert (first.worker, first.works_here, first.open) == (omar, False, 1)
    assert first.not_begun == 1 and first.oldest == accepted.answered_at
    assert {load.worker for load in rest} == {nadia, farah}


def test_handing_over_to_a_colleague(client, farah, omar, nadia, accepted, amina):
    client.force_login(farah)
    address = f"/referrals/team/{omar.pk}/"
    assert "Tick at least one person" in text(client.post(address, {"worker": ""}))
    said = {"referrals": [str(accepted.pk)], "worker": str(nadia.pk)}
    said[f"seen-{accepted.pk}"] = accepted.seen
    client.post(address, said)

    accepted.refresh_from_db()
    assert accepted.worker == nadia
    assert amina.holdings.get(until_at=None).worker == nadia
    assert amina.events.filter(what="referral.worker_named").count() == 1
    assert Message.objects.get(template="worker_named").to == nadia.email


def test_named_twice_is_told_once(accepted, farah, nadia):
    for _ in range(2):
        actions.name_worker(accepted, seen=make.seen(accepted), by=farah, worker=nadia)

    assert Message.objects.filter(template="worker_named").count() == 1


def test_only_colleagues_are_named_and_only_while_help_goes_on(
    sent, accepted, farah, omar, nadia, stranger, priya
):
    with pytest.raises(Refused, match="does not work at"):
        actions.name_worker(
            accepted, seen=make.seen(accepted), by=farah, worker=stranger
        )
    with pytest.raises(Refused, match="Only someone at"):
        actions.name_worker(accepted, seen=make.seen(accepted), by=priya, worker=omar)
    actions.give_back(accepted, seen=make.seen(accepted), by=omar, **NEXT_STEP)
    with pytest.raises(Refused, match="while you are helping"):
        actions.name_worker(accepted, seen=make.seen(accepted), by=farah, worker=nadia)


# ── room in one press


@pytest.mark.parametrize(
    "press, room", [("open", "Room now"), ("wait-8", "About 8 weeks’ wait")]
)
def test_one_press_says_whether_there_is_room(client, farah, letters, press, room):
    client.force_login(farah)
    client.post(f"/offers/{letters.pk}/room/now/", {"room": press})

    letters.refresh_from_db()
    assert letters.room == room


def test_a_pause_is_respected_at_once(client, farah, letters, amina, priya):
    client.force_login(farah)
    client.post(f"/offers/{letters.pk}/room/now/", {"room": "paused-2"})
    letters.refresh_from_db()
    assert letters.paused_until == timezone.localdate() + timedelta(weeks=2)
    with pytest.raises(Refused, match="is paused"):
        actions.prepare(
            amina, by=priya, once=uuid.uuid4(), words="Help", need="money",
            urgency="usual", offers=[letters],
        )  # fmt: skip


def test_a_lead_of_one_partner_keeps_no_offer_of_another(client, site, letters, farah):
    other = make.make_organisation(name="Lantern", site=site, is_partner=True)
    lead = make.make_member(Role.PARTNER_LEAD, other)
    make.make_partner(letters.partner)
    lead.memberships.create(role=Role.PARTNER, organisation=letters.partner)
    client.force_login(lead)
    address = f"/offers/{letters.pk}/room/now/"

    assert client.post(address, {"room": "open"}).status_code == 404


# ── their own picture


def test_their_picture_is_in_words_and_without_names(client, omar, accepted, amina):
    picture = picture_of(omar)
    assert (picture.asked, picture.yes, picture.in_time, picture.days) == (1, 1, 1, 0)
    client.force_login(omar)
    page = text(client.get("/referrals/our-picture/"))

    assert "You gave 1 of 1 answers by the day" in page
    assert "Amina" not in page


def test_what_they_gave_back_is_there_by_reason(omar, sent):
    actions.give_back(sent, seen=make.seen(sent), by=omar, **NEXT_STEP)

    assert picture_of(omar).reasons == [("We have no room just now", 1)]


def test_what_others_answered_is_not_in_it(stranger, accepted):
    assert picture_of(stranger).asked == 0


# ── who else helps, as agreed


@pytest.mark.parametrize("agrees", [True, False])
def test_who_else_helps_is_seen_only_as_agreed(
    client, amina, priya, omar, accepted, stranger, site, agreed, agrees
):
    room = make.make_offer(stranger.memberships.get().organisation, name="Quiet room")
    made = actions.prepare(
        amina, by=priya, once=uuid.uuid4(), words="Help", need="money",
        urgency="usual", offers=[room],
    )  # fmt: skip
    agreed |= {"shares_helpers": agrees}
    (referral,) = actions.agree_and_send(made, seen=make.seen(made), by=priya, **agreed)
    client.force_login(stranger)
    page = text(client.get(f"/referrals/{referral.pk}/"))

    assert ("Harbour Money Advice" in page) == agrees


# ── the link in the e-mail


def test_the_link_leads_to_the_story_after_signing_in(client, omar, sent):
    omar.set_password("kettle-on-the-stove")
    omar.save()
    path = f"/referrals/{sent.pk}/"
    asked = client.get(path)
    assert path in asked.url
    said = {"login": omar.email, "password": "kettle-on-the-stove", "next": path}
    answer = client.post(asked.url, said)

    assert answer.url == path
    assert "The letters frighten me." in text(client.get(path))


def test_a_second_factor_stands_between_and_the_link_still_holds(
    client, omar, sent, settings
):
    settings.SECOND_FACTOR = True
    Authenticator.objects.create(user=omar, type="totp", data={"secret": SECRET})
    omar.set_password("kettle-on-the-stove")
    omar.save()
    path = f"/referrals/{sent.pk}/"
    said = {"login": omar.email, "password": "kettle-on-the-stove", "next": path}
    answer = client.post(client.get(path).url, said)
    assert "/2fa/authenticate/" in answer.url
    answer = client.post(answer.url, {"code": code_for(SECRET)})

    assert answer.url == path
