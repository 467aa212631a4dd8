"""A partner raises a concern, and reads those that are shared with it: no other."""

import uuid

import pytest
from django.utils import timezone

from referrals import actions
from welcome import actions as welcome
from welcome.models import Membership, SafeguardingConcern

from .. import factories as make
from ..reading_pages import text as html

MARKED = "A bruise on her wrist."
THEIRS = "He shouted at her in our hall."
WHY = "They visit her at home."


def said():
    return make.typed_concern(seen_or_said=THEIRS)


@pytest.fixture
def share(concern, harbour, omar, sheila):
    return welcome.share_concern(concern, by=sheila, partner=harbour, reason=WHY)


def test_the_partner_sees_nothing_of_a_concern_that_is_not_shared(concern, sent, omar):
    client = make.browser_of(omar)

    page = html(client.get(f"/referrals/{sent.pk}/"))

    assert "Safeguarding concern about" not in page
    assert MARKED not in page
    assert "Raise a safeguarding concern" in page
    assert client.get(f"/safeguarding/{concern.pk}/").status_code == 404


def test_a_shared_concern_is_at_the_top_with_why_and_without_the_updates(
    concern, share, sent, omar, sheila
):
    welcome.add_update(
        concern, by=sheila, once=uuid.uuid4(), words="Her sister rang.",
        review_on=concern.review_on,
    )  # fmt: skip
    client = make.browser_of(omar)

    page = html(client.get(f"/referrals/{sent.pk}/"))
    assert f"/safeguarding/{concern.pk}/" in page
    page = html(client.get(f"/safeguarding/{concern.pk}/"))

    assert MARKED in page
    assert WHY in page
    assert "Her sister rang." not in page
    assert "Share with a partner" not in page


def test_another_partner_sees_neither(concern, share, stranger):
    answer = make.browser_of(stranger).get(f"/safeguarding/{concern.pk}/")

    assert answer.status_code == 404


def test_when_the_sharing_ends_it_is_gone_from_the_page(
    concern, share, sent, omar, sheila
):
    welcome.stop_sharing_concern(share, by=sheila)
    client = make.browser_of(omar)

    page = html(client.get(f"/referrals/{sent.pk}/"))
    assert "Safeguarding concern about" not in page
    assert client.get(f"/safeguarding/{concern.pk}/").status_code == 404


def test_a_partner_raises_one_and_reads_its_own_words_alone(
    concern, sent, omar, farah, sheila, harbour
):
    client = make.browser_of(omar)

    page = html(
        client.post(
            f"/referrals/{sent.pk}/safeguarding/",
            said(),
            follow=True,
        )
    )

    assert THEIRS in page
    assert MARKED not in page
    assert "You can read what you wrote, and nothing more." in page
    mine = SafeguardingConcern.objects.get(raised_by=omar)
    assert mine.from_organisation == harbour
    assert make.browser_of(farah).get(f"/safeguarding/{mine.pk}/").status_code == 404
    assert f"/safeguarding/{mine.pk}/" in html(client.get(f"/referrals/{sent.pk}/"))


def test_the_team_that_sent_it_sees_what_the_partner_raised_at_the_top(
    sent, omar, priya, amina, harbour
):
    make.browser_of(omar).post(f"/referrals/{sent.pk}/safeguarding/", said())

    for path in (f"/people/{amina.pk}/", f"/referrals/{sent.pk}/"):
        page = html(make.browser_of(priya).get(path))
        assert "Safeguarding concern about a child" in page


def test_whoever_has_left_the_partner_reads_it_no_longer(sent, omar):
    make.browser_of(omar).post(f"/referrals/{sent.pk}/safeguarding/", said())
    mine = SafeguardingConcern.objects.get()
    Membership.objects.filter(user=omar).update(ended_at=timezone.now())
    elsewhere = make.make_organisation(site=mine.site, is_partner=True)
    Membership.objects.create(user=omar, role="partner", organisation=elsewhere)

    assert make.browser_of(omar).get(f"/safeguarding/{mine.pk}/").status_code == 404


def test_it_is_raised_only_from_a_referral_that_is_open(sent, omar, stranger, priya):
    path = f"/referrals/{sent.pk}/safeguarding/"
    assert make.browser_of(stranger).get(path).status_code == 404
    assert make.browser_of(omar).get(path).status_code == 200

    actions.withdraw(sent, seen=make.seen(sent), by=priya)

    assert make.browser_of(omar).get(path).status_code == 404
    assert path not in html(make.browser_of(omar).get(f"/referrals/{sent.pk}/"))


def test_when_the_story_is_closed_a_partner_still_raises_one_by_reference(
    sent, omar, priya, amina
):
    actions.withdraw_agreement(sent, by=priya, seen=make.seen(sent))
    client, path = make.browser_of(omar), f"/referrals/{sent.pk}/safeguarding/"

    assert path in html(client.get(f"/referrals/{sent.pk}/"))
    page = html(client.get(path))

    assert amina.reference in page
    assert "Amina" not in page


@pytest.mark.parametrize("page", ["give-back", "hand-on", "meet", "put-right"])
def test_every_page_of_a_referral_leads_to_raising_one(accepted, omar, page):
    answer = make.browser_of(omar).get(f"/referrals/{accepted.pk}/{page}/")

    assert f"/referrals/{accepted.pk}/safeguarding/" in html(answer)


def test_the_preview_of_what_a_partner_sees_holds_no_concern(
    concern, request_made, priya
):
    page = html(make.browser_of(priya).get(f"/requests/{request_made.pk}/agree/"))

    assert "Safeguarding concern about" not in page


def test_a_referral_asks_no_more_for_many_concerns(
    sent, omar, priya, sheila, harbour, amina, django_assert_max_num_queries
):
    for number in range(8):
        one = make.raise_concern(amina, priya, seen_or_said=f"Number {number}")
        welcome.share_concern(one, by=sheila, partner=harbour, reason=WHY)
    client = make.browser_of(omar)

    with django_assert_max_num_queries(24):
        page = html(client.get(f"/referrals/{sent.pk}/"))
    assert page.count("Safeguarding concern about an adult.") == 5
