"""Drafts, the back button, and going elsewhere: nothing is lost, nothing is twice."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from referrals import actions
from referrals.models import Referral, State
from welcome import actions as welcome
from welcome.models import Event
from welcome.refusals import Refused

from .. import factories as make
from ..factories import NEXT_STEP
from ..reading_pages import text


def asked(offer, **changes):
    return {
        "once": str(uuid.uuid4()), "offers": [str(offer.pk)], "words": "Sit with me.",
        "need": "money", "urgency": "usual",
    } | changes  # fmt: skip


@pytest.fixture
def home(site):
    """What Lantern offers."""
    lantern = make.make_organisation(name="Lantern", site=site, is_partner=True)
    return make.make_offer(lantern, name="A safe home", needs=["housing"])


@pytest.fixture
def back(sent, omar):
    return actions.give_back(sent, seen=make.seen(sent), by=omar, **NEXT_STEP)


def test_what_was_changed_after_going_back_is_what_is_asked(
    client, priya, amina, letters, home
):
    client.force_login(priya)
    first = asked(letters)
    client.post(f"/people/{amina.pk}/send-on/", first)
    changed = first | {"offers": [str(home.pk)], "words": "Come with me."}
    page = text(client.post(f"/people/{amina.pk}/send-on/", changed, follow=True))

    assert "Lantern" in page
    assert "Harbour" not in page
    assert "Come with me." in page
    assert amina.requests.count() == 1


def test_a_form_sent_again_after_sending_asks_nobody_twice(
    client, priya, amina, letters, home, agreed
):
    client.force_login(priya)
    first = asked(letters)
    client.post(f"/people/{amina.pk}/send-on/", first)
    actions.agree_and_send(
        now := amina.requests.get(), seen=make.seen(now), by=priya, **agreed
    )
    client.post(f"/people/{amina.pk}/send-on/", first | {"offers": [str(home.pk)]})

    assert Referral.objects.get().state == State.SENT


def test_an_older_tab_never_says_sent_when_nothing_was(
    client, priya, amina, letters, request_made
):
    client.force_login(priya)
    client.post(f"/people/{amina.pk}/send-on/", asked(letters))
    page = text(client.get(f"/requests/{request_made.pk}/agree/", follow=True))

    assert "sent already" not in page
    assert "Nothing was sent, because" in page


def test_who_began_again_is_who_put_the_older_draft_aside(
    amina, team, letters, request_made
):
    mary = make.make_welcomer(team, name="Mary Boyle")
    actions.prepare(
        amina, by=mary, once=uuid.uuid4(), words="Help", need="money",
        urgency="usual", offers=[letters],
    )  # fmt: skip

    assert request_made.referrals.get().moved_by == mary


def test_trying_elsewhere_survives_a_try_that_was_left_lying(
    client, priya, amina, back, home, letters, agreed
):
    client.force_login(priya)
    client.post(f"/people/{amina.pk}/send-on/", asked(home, again=str(back.pk)))
    page = text(client.get(f"/people/{amina.pk}/send-on/?again={back.pk}"))
    assert NEXT_STEP["suggestion"] in page
    assert "Would you sit with me while I open them?" in page
    assert "Helps with: money, debt and benefits" in page, (
        "ranked for what was asked before"
    )

    answer = client.post(
        f"/people/{amina.pk}/send-on/",
        asked(letters, again=str(back.pk), despite="They rang: there is room now."),
    )
    assert answer.status_code == 302
    made = amina.requests.latest("made_at")
    (again,) = actions.agree_and_send(made, seen=make.seen(made), by=priya, **agreed)

    assert again.previous == back
    assert not Referral.objects.needing_us().exists()


def test_two_people_who_try_elsewhere_are_told_of_each_other(
    amina, priya, back, home, letters, agreed
):
    first, second = (
        {
            "by": priya, "once": uuid.uuid4(), "words": "Help", "need": "money",
            "urgency": "usual", "offers": [offer], "previous": back,
        }
        for offer in (home, letters)
    )  # fmt: skip
    actions.agree_and_send(
        now := actions.prepare(amina, **first), seen=make.seen(now), by=priya, **agreed
    )

    with pytest.raises(Refused, match="already"):
        actions.prepare(amina, **second)


def test_a_draft_put_aside_stands_in_nobodys_way(client, priya, amina, request_made):
    client.force_login(priya)
    draft = request_made.referrals.get()
    person = text(client.get(f"/people/{amina.pk}/"))
    assert f"/requests/{request_made.pk}/agree/" in person

    client.post(f"/requests/{request_made.pk}/discard/", {"seen": request_made.seen})

    draft.refresh_from_db()
    assert draft.state == State.WITHDRAWN
    assert draft.sent_at is None
    assert not Event.objects.filter(what="referral.sent").exists()
    welcome.say_farewell(amina, by=priya, reason="well", words="Bye")


def test_looking_first_asks_for_nothing_yet(client, priya, request_made, amina):
    client.force_login(priya)
    hard = amina.passages.get(prompt="hard")
    looked = {"look": "yes", "passages": [str(hard.pk)], "how": "phone", "words": ""}
    page = text(client.post(f"/requests/{request_made.pk}/agree/", looked, follow=True))

    assert "There is a problem" not in page
    preview = page.partition('id="preview"')[2]
    assert "Four hours of sleep." in preview
    assert "The letters frighten me." not in preview
    assert 'value="phone" checked' in page


def test_searching_again_keeps_what_was_ticked_and_typed(
    client, priya, amina, letters, home
):
    client.force_login(priya)
    typed = asked(letters, find="yes", q="safe home")
    page = text(client.post(f"/people/{amina.pk}/send-on/", typed, follow=True))

    assert "A safe home" in page
    assert f'value="{letters.pk}" checked' in page
    assert "Sit with me." in page
    assert "There is a problem" not in page
    assert not amina.requests.exists()


def test_what_cannot_be_asked_is_said_beside_what_was_typed(
    client, priya, amina, letters, sent
):
    client.force_login(priya)
    answer = client.post(f"/people/{amina.pk}/send-on/", asked(letters))

    assert answer.status_code == 200
    assert "already asked" in text(answer)
    assert "Sit with me." in text(answer)


def test_an_offer_of_another_town_is_not_for_this_person(priya, amina, letters):
    elsewhere = make.make_team()
    far = make.make_offer(make.make_organisation(site=elsewhere.site, is_partner=True))
    with pytest.raises(Refused, match="another"):
        actions.prepare(
            amina, by=priya, once=uuid.uuid4(), words="Help", need="money",
            urgency="usual", offers=[far],
        )  # fmt: skip


def test_a_pause_ends_on_the_day_it_names(amina, priya, letters, omar):
    today = timezone.localdate()
    letters = actions.set_room(letters, by=omar, capacity="paused", paused_until=today)

    assert letters.room == "Room now"
    made = actions.prepare(
        amina, by=priya, once=uuid.uuid4(), words="Help", need="money",
        urgency="usual", offers=[letters],
    )  # fmt: skip
    assert made.referrals.count() == 1


def test_an_offer_paused_meanwhile_is_not_sent_to(request_made, priya, omar, agreed):
    offer = request_made.referrals.get().offer
    until = timezone.localdate() + timedelta(days=9)
    actions.set_room(offer, by=omar, capacity="paused", paused_until=until)

    with pytest.raises(Refused, match="paused"):
        actions.agree_and_send(
            request_made, seen=make.seen(request_made), by=priya, **agreed
        )
    assert request_made.referrals.get().state == State.DRAFT
