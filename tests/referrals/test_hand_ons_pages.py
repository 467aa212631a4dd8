"""The page where a partner suggests another service, and what they hear of it."""

import pytest
from django.urls import reverse

from referrals import actions
from referrals.models import HandOn
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text


@pytest.fixture
def lantern(site):
    return make.make_organisation(name="Lantern Housing", site=site, is_partner=True)


@pytest.fixture
def lantern_offers(lantern):
    return [
        make.make_offer(lantern, name="A quiet room", needs=["money"]),
        make.make_offer(
            lantern, name="A long wait", needs=["grief"], capacity="wait", wait_weeks=6
        ),
        make.make_offer(lantern, name="Shut for now", capacity="paused"),
    ]


@pytest.fixture
def address(sent):
    return reverse("referrals:hand_on", args=[sent.pk])


def suggest(client, address, sent, offer):
    said = {"offer": offer.pk, "words": "They sit with you.", "seen": sent.seen}
    return client.post(address, said)


def on(sent, omar, offer):
    return actions.propose_hand_on(
        sent, seen=make.seen(sent), by=omar, offer=offer, words="They sit with you."
    )


def test_each_service_says_partner_need_and_room(
    client, address, omar, lantern, lantern_offers
):
    client.force_login(omar)
    page = text(client.get(address))

    assert "A quiet room" in page and str(lantern) in page
    assert "Room now" in page and "About 6 weeks’ wait" in page
    for need in lantern_offers[0].needs_in_words + lantern_offers[1].needs_in_words:
        assert str(need) in page


def test_the_partner_that_has_it_already_is_never_offered(
    client, address, sent, omar, harbour
):
    own = make.make_offer(harbour, name="Our other group")
    client.force_login(omar)

    assert "Our other group" not in text(client.get(address))
    assert "Choose one of the services below" in text(
        suggest(client, address, sent, own)
    )
    with pytest.raises(Refused, match="another partner"):
        on(sent, omar, own)


def test_a_paused_service_cannot_be_suggested(
    client, address, sent, omar, lantern_offers
):
    client.force_login(omar)
    page = text(suggest(client, address, sent, lantern_offers[2]))

    assert "is paused. Choose another service" in page
    assert "They sit with you." in page
    assert not HandOn.objects.exists()


def test_what_was_chosen_stays_chosen_when_words_are_missing(
    client, address, sent, omar, lantern_offers
):
    client.force_login(omar)
    said = {"offer": lantern_offers[1].pk, "words": "", "seen": sent.seen}
    page = client.post(address, said).content.decode()

    assert f'value="{lantern_offers[1].pk}" checked' in page
    assert "Write why it would help them more" in page


def test_the_partner_reads_how_its_suggestion_stands(
    client, sent, omar, priya, lantern_offers
):
    proposal = on(sent, omar, lantern_offers[0])
    client.force_login(omar)
    address = reverse("referrals:referral", args=[sent.pk])
    assert "Waiting for an answer" in text(client.get(address))

    actions.decline_hand_on(
        proposal, seen=make.seen(proposal), by=priya, answer="She likes it with you."
    )
    page = text(client.get(address))
    assert "It stays as it is" in page and "She likes it with you." in page


def test_the_partner_reads_that_they_said_yes(
    client, sent, omar, priya, agreed, lantern_offers
):
    proposal = on(sent, omar, lantern_offers[0])
    actions.agree_hand_on(proposal, seen=make.seen(proposal), by=priya, **agreed)
    client.force_login(omar)
    page = text(client.get(reverse("referrals:referral", args=[sent.pk])))

    assert "They said yes" in page and "A quiet room" in page


def test_two_hundred_services_cost_as_many_queries_as_one(
    client, address, omar, lantern, django_assert_max_num_queries
):
    for n in range(200):
        make.make_offer(lantern, name=f"Offer {n:03}", needs=["money"])
    client.force_login(omar)
    with django_assert_max_num_queries(20):
        page = text(client.get(address))
    assert "40 of 99+" in page
