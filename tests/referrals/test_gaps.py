"""What nobody here offers is written down, once, until somebody is found."""

import uuid

import pytest

from referrals import actions
from referrals.models import Gap
from welcome.models import Event

from .. import factories as make
from ..reading_pages import text as page


def test_written_down_once_for_a_need(amina, priya):
    first = actions.note_gap(amina, by=priya, need="housing", words="No room.")
    again = actions.note_gap(amina, by=priya, need="housing", words="Still none.")
    actions.note_gap(amina, by=priya, need="housing", words="No room.")
    actions.note_gap(amina, by=priya, need="grief", words="Too far.")

    assert first == again
    assert amina.gaps.get(need="housing").words == "No room.\nStill none."
    assert Event.objects.filter(what="gap.noted", person=amina).count() == 2
    assert Event.objects.filter(what="gap.noted").first().detail["need"] in (
        "grief", "housing",
    )  # fmt: skip


def test_on_the_page_and_seen_on_hers(client, amina, priya):
    client.force_login(priya)
    address = f"/people/{amina.pk}/gap/"
    wrong = page(client.post(address, {"need": "housing", "words": " "}))
    assert "Write what was missing" in wrong

    said = {"need": "housing", "words": "No room until June."}
    after = page(client.post(address, said, follow=True))

    assert "Gap: a safe home" in after
    gap = Gap.objects.get()
    client.post(f"/gaps/{gap.pk}/close/")
    assert "Gap: " not in page(client.get(f"/people/{amina.pk}/"))


def test_a_yes_for_this_need_closes_it(amina, priya, omar, letters, agreed):
    actions.note_gap(amina, by=priya, need="money", words="Nobody had room.")
    other = actions.note_gap(amina, by=priya, need="grief", words="Too far.")
    made = actions.prepare(
        amina, by=priya, once=uuid.uuid4(), words="x", need="money", urgency="usual",
        offers=[letters],
    )  # fmt: skip
    (sent,) = actions.agree_and_send(made, seen=make.seen(made), by=priya, **agreed)
    assert amina.gaps.open().count() == 2

    actions.accept(sent, seen=make.seen(sent), by=omar)

    assert list(amina.gaps.open()) == [other]


@pytest.mark.parametrize(
    ("address", "sees"),
    [
        ("", ["EH6: 2 offers", "EH7: 1 offer", "All areas"]),
        ("?near=EH7", ["For EH7", "EH6: 2 offers"]),
        ("?about=grief", ["EH7: 0 offers", "No offers match."]),
        ("?near=%20&age=x&about=<", ["All areas"]),
    ],
)
def test_where_what_is_offered(client, priya, team, harbour, letters, address, sees):
    team.postcode_districts = ["EH6", "EH7"]
    team.save()
    make.make_offer(harbour, name="In Leith", districts=["EH6"])
    client.force_login(priya)

    text = page(client.get(f"/offers/here/{address}"))

    for words in sees:
        assert words in text


def test_another_places_offers_are_not_here(client, priya, letters):
    far = make.make_organisation(name="Far", site=make.make_site(), is_partner=True)
    make.make_offer(far, name="Far away")
    client.force_login(priya)

    assert "Far away" not in page(client.get("/offers/here/"))


def test_a_hundred_offers_ask_no_more(
    client, priya, harbour, django_assert_max_num_queries
):
    for n in range(100):
        make.make_offer(harbour, name=f"Offer {n}")
    client.force_login(priya)

    with django_assert_max_num_queries(12):
        assert "<b>40 of 99+</b>" in page(client.get("/offers/here/"))
