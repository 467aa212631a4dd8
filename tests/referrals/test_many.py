"""When there are many: everybody can be reached, and each page asks few questions."""

import re

import pytest

from referrals import actions

from .. import factories as make
from ..reading_pages import text
from .sending import send_somebody


def test_everybody_who_is_helped_can_be_reached_from_the_inbox(
    client, omar, priya, letters, django_assert_max_num_queries
):
    helped = [
        actions.accept(
            now := send_somebody(priya, letters), seen=make.seen(now), by=omar
        ).pk
        for _ in range(30)
    ]
    client.force_login(omar)
    with django_assert_max_num_queries(13):
        page = text(client.get("/referrals/"))
    seen = re.findall(r"/referrals/([\w-]{36})/", page)
    (more,) = set(re.findall(r'href="(/referrals/\?with=[^"]+)"', page))
    seen += re.findall(r"/referrals/([\w-]{36})/", text(client.get(more)))

    assert set(map(str, helped)) == set(seen)


def test_a_referral_asks_few_questions_of_the_database(
    client, omar, sent, priya, django_assert_max_num_queries
):
    for number in range(5):
        question = actions.ask(sent, by=omar, words=f"Which, {number}?")
        actions.answer(question, by=priya, words="Those.", joins_story=True)
    client.force_login(omar)
    with django_assert_max_num_queries(24):
        client.get(f"/referrals/{sent.pk}/")


def test_two_open_questions_are_two_forms(client, omar, sent, priya):
    first = actions.ask(sent, by=omar, words="Which letters?")
    actions.ask(sent, by=omar, words="Since when?")
    client.force_login(priya)
    page = text(client.get(f"/referrals/{sent.pk}/"))
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))

    typed = {"answer-words": "The council’s."}
    page = text(client.post(f"/referrals/{sent.pk}/answer/{first.pk}/", typed))

    assert page.count("The council’s.") == 1
    assert page.count("There is a problem") == 1


def test_a_note_sent_twice_is_written_once(accepted, omar):
    first = actions.add_note(accepted, by=omar, words="We opened two.")

    assert actions.add_note(accepted, by=omar, words="We opened two.") == first
    assert accepted.notes.count() == 1


@pytest.mark.django_db
def test_who_has_left_is_not_written_to(sent, omar, priya):
    priya.is_active = False
    priya.save()
    actions.accept(sent, seen=make.seen(sent), by=omar)
    told = sent.person.events.get(what="referral.accepted").messages

    assert list(told.values_list("to", flat=True)) == ["north-east@example.org"]


def test_an_administrator_keeps_offers_and_reads_no_story(admin_client, sent, letters):
    assert admin_client.get("/admin/referrals/offer/").status_code == 200
    page = text(admin_client.get(f"/admin/referrals/referral/{sent.pk}/change/"))

    assert "Sent" in page or "sent" in page
    assert "Amina" not in page
    assert "Would you sit with me" not in page
    gone = admin_client.post(f"/admin/referrals/referral/{sent.pk}/delete/")
    assert gone.status_code == 403
