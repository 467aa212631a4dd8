"""What a partner sees and can do once a story is no longer shared with them."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from referrals import actions
from referrals.models import Agreement, Referral, State
from welcome.models import Look
from welcome.refusals import Refused

from .. import factories as make
from ..factories import NEXT_STEP
from ..reading_pages import text

WEEKS = {"again_in_weeks": "4"}


@pytest.fixture
def closed(accepted, priya):
    """Harbour helps Amina; she has ended what she agreed to."""
    return actions.withdraw_agreement(accepted, seen=make.seen(accepted), by=priya)


@pytest.mark.parametrize("deed", ["ask", "note", "accept"])
def test_a_form_with_errors_never_opens_a_closed_story_again(
    client, omar, closed, deed
):
    client.force_login(omar)
    page = text(client.post(f"/referrals/{closed.pk}/{deed}/", {"worker": "nobody"}))

    assert "no longer shared with you" in page
    assert "Amina" not in page
    assert "letters frighten" not in page


@pytest.mark.parametrize("deed", ["give-back", "farewell"])
def test_bringing_somebody_back_needs_no_name(client, omar, closed, deed):
    client.force_login(omar)
    answer = client.get(f"/referrals/{closed.pk}/{deed}/")

    assert answer.status_code == 200
    assert "Amina" not in text(answer)
    assert closed.person.reference in text(answer)


def test_nobody_is_stuck_with_a_partner_who_may_not_read(
    client, omar, closed, amina, team
):
    client.force_login(omar)
    page = text(client.get(f"/referrals/{closed.pk}/"))
    assert f"/referrals/{closed.pk}/give-back/" in page

    said = client.post(
        f"/referrals/{closed.pk}/give-back/",
        NEXT_STEP | WEEKS | {"seen": closed.seen},
        follow=True,
    )

    assert "Amina" not in text(said)
    assert amina.holdings.get(until_at=None).team == team


def test_a_story_that_is_closed_cannot_be_accepted(sent, priya, omar):
    actions.withdraw_agreement(sent, seen=make.seen(sent), by=priya)

    with pytest.raises(Refused, match="no longer shared"):
        actions.accept(sent, seen=make.seen(sent), by=omar)
    assert Referral.objects.get().state == State.SENT


def test_a_closed_page_that_shows_nothing_is_no_look(client, omar, closed):
    client.force_login(omar)
    client.get(f"/referrals/{closed.pk}/")

    assert not Look.objects.filter(by=omar).exists()


def test_a_story_shown_beside_an_error_is_a_look(client, omar, sent):
    client.force_login(omar)
    client.post(f"/referrals/{sent.pk}/ask/", {"ask-words": ""})

    assert Look.objects.filter(by=omar, person=sent.person).count() == 1


def test_the_last_day_of_an_agreement_is_its_last(client, omar, sent):
    client.force_login(omar)
    with time_machine.travel(timezone.now() + timedelta(days=181)):
        client.force_login(omar)
        page = text(client.get(f"/referrals/{sent.pk}/"))

    assert "no longer shared with you" in page
    assert "Amina" not in page


def test_after_a_give_back_the_team_can_still_close_the_story(
    client, sent, omar, priya
):
    Agreement.objects.update(after_help="until")  # they may read on
    back = actions.give_back(sent, seen=make.seen(sent), by=omar, **NEXT_STEP)
    client.force_login(priya)
    address = f"/referrals/{sent.pk}/stop-sharing/"
    assert address in text(client.get(f"/referrals/{sent.pk}/"))

    client.post(address, {"seen": back.seen})

    client.force_login(omar)
    assert "Amina" not in text(client.get(f"/referrals/{sent.pk}/"))
    assert "Amina" not in text(client.get("/referrals/"))


def test_a_partner_does_not_learn_which_other_partner_helps(
    client, accepted, amina, priya, site, agreed
):
    lantern = make.make_organisation(name="Lantern", site=site, is_partner=True)
    lena = make.make_partner(lantern)
    made = actions.prepare(
        amina, by=priya, once=accepted.pk, words="Help", need="housing",
        urgency="soon", offers=[make.make_offer(lantern)],
    )  # fmt: skip
    (other,) = actions.agree_and_send(made, seen=make.seen(made), by=priya, **agreed)
    client.force_login(lena)

    assert "Harbour" not in text(client.get(f"/referrals/{other.pk}/"))
    client.force_login(priya)
    assert "Harbour" in text(client.get(f"/referrals/{other.pk}/"))


def test_a_question_nobody_can_read_any_more_waits_for_nobody(
    client, sent, omar, priya
):
    question = actions.ask(sent, by=omar, words="Which letters are worst?")
    actions.withdraw(sent, seen=make.seen(sent), by=priya)
    client.force_login(priya)

    assert "Which letters are worst?" not in text(client.get("/today/"))
    with pytest.raises(Refused, match="no longer"):
        actions.answer(question, by=priya, words="Those.", joins_story=True)
    assert not sent.person.passages.filter(words="Those.").exists()
