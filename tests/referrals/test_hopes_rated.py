"""A partner rates again with the person what they hope for, where it is shared."""

import uuid

import pytest

from referrals import actions
from welcome import actions as welcome
from welcome.models import Rating
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text as page


@pytest.fixture
def hope(amina, priya):
    return make.make_hope(amina, priya, 2)


@pytest.fixture
def shared(hope, request_made, priya, omar, agreed):
    agreed |= {"shares_hopes": True}
    (referral,) = actions.agree_and_send(
        request_made, seen=make.seen(request_made), by=priya, **agreed
    )
    return actions.accept(referral, seen=make.seen(referral), by=omar)


def rate(client, referral, hope, **said):
    prefix = f"rate-{hope.pk}"
    fields = {"once": str(uuid.uuid4()), "score": "6", "voice": "person"} | said
    named = {f"{prefix}-{name}": value for name, value in fields.items()}
    address = f"/referrals/{referral.pk}/hopes/{hope.pk}/"
    return page(client.post(address, named, follow=True))


def test_rated_with_the_partner_and_seen_by_the_team(client, shared, hope, omar):
    client.force_login(omar)
    assert "Ask Amina how near each hope is." in page(
        client.get(f"/referrals/{shared.pk}/")
    )

    assert "Saved: 6." in rate(client, shared, hope)

    latest = hope.ratings.current().last()
    assert (latest.score, latest.by) == (6, omar)
    shared.refresh_from_db()
    assert shared.state == "helping", "it is help that has begun"


def test_without_a_number_it_says_so_and_keeps_the_words(client, shared, hope, omar):
    client.force_login(omar)

    text = rate(client, shared, hope, score="", words="Four nights of seven.")

    assert "Choose a number from 0 to 10" in text
    assert "Four nights of seven." in text
    assert Rating.objects.count() == 1


def test_pressed_twice_it_is_one(client, shared, hope, omar):
    client.force_login(omar)
    once = str(uuid.uuid4())
    rate(client, shared, hope, once=once)
    rate(client, shared, hope, once=once)

    assert hope.ratings.count() == 2


def test_hopes_that_are_not_shared_are_not_rated(client, accepted, hope, omar):
    client.force_login(omar)

    assert "how near each hope is" not in page(client.get(f"/referrals/{accepted.pk}/"))
    with pytest.raises(Refused):
        actions.rate_hope(accepted, hope, by=omar, once=uuid.uuid4(), score=6)


def test_once_it_is_taken_back_nothing_is_rated(shared, hope, omar, priya):
    actions.withdraw_agreement(shared, seen=make.seen(shared), by=priya)

    with pytest.raises(Refused):
        actions.rate_hope(shared, hope, by=omar, once=uuid.uuid4(), score=6)


def test_somebody_elses_hope_is_nobodys(client, shared, omar, priya):
    theirs = make.make_hope(make.make_open_person(priya), priya)
    client.force_login(omar)

    answer = client.post(f"/referrals/{shared.pk}/hopes/{theirs.pk}/", {})

    assert answer.status_code == 404
    with pytest.raises(Refused):
        actions.rate_hope(shared, theirs, by=omar, once=uuid.uuid4(), score=6)


def test_words_are_read_by_whoever_wrote_them_and_by_no_namesake(
    client, shared, hope, omar, priya, harbour
):
    """But the latest words: those belong to the hope, which is shared."""
    client.force_login(omar)
    rate(client, shared, hope, words="Said to Omar alone.")
    welcome.rate_hope(hope, by=priya, once=uuid.uuid4(), score=7, voice="person")
    assert "Said to Omar alone." in page(client.get(f"/referrals/{shared.pk}/"))

    client.force_login(make.make_partner(harbour, name=omar.name))

    assert "Said to Omar alone." not in page(client.get(f"/referrals/{shared.pk}/"))
