"""Hundreds at one partner: pages ask no more, and what is due comes from its index."""

import pytest
from django.db import connection
from django.utils import timezone

from referrals.deadlines.next_due import due_to
from referrals.models import Agreement, Referral
from welcome.models import Person


@pytest.fixture
def crowded(sent, omar):
    """Three hundred waiting and three hundred with a worker, written at once."""
    like, now = sent, timezone.now()
    people = Person.objects.bulk_create(
        Person(team=like.team, site=like.team.site, known_as="X", reference=f"LW-{n}")
        for n in range(600)
    )
    agreed = Agreement.objects.bulk_create(
        Agreement(person=one, words="Yes", how="phone", asked_by=like.sent_by,
                  until_on=like.agreement.until_on)
        for one in people
    )  # fmt: skip
    facts = {name: getattr(like, name) for name in ("request", "team", "offer")}
    facts |= {"partner": like.partner, "moved_at": now, "moved_by": omar}
    facts |= {"sent_at": now, "sent_by": like.sent_by}
    facts["answer_due_on"] = like.answer_due_on
    Referral.objects.bulk_create(
        Referral(person=one, agreement=agreement, state="sent" if n % 2 else "helping",
                 worker=None if n % 2 else omar, **facts)
        for n, (one, agreement) in enumerate(zip(people, agreed, strict=True))
    )  # fmt: skip
    with connection.cursor() as cursor:
        for way in ("seqscan", "bitmapscan", "sort", "hashagg"):
            cursor.execute(f"SET LOCAL enable_{way} = off")


def test_what_is_due_comes_from_its_index(crowded, omar):
    turns = due_to(omar).values_list("pk")[:50].explain()
    assert "referral_inbox" in turns


@pytest.mark.parametrize(
    "page", ["/referrals/", "/referrals/team/", "/referrals/our-picture/", "worker"]
)
def test_three_hundred_ask_no_more_of_the_database(
    client, crowded, omar, page, django_assert_max_num_queries
):
    client.force_login(omar)
    page = f"/referrals/team/{omar.pk}/" if page == "worker" else page
    with django_assert_max_num_queries(14):
        assert client.get(page).status_code == 200
