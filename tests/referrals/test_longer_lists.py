"""More offers, more suggestions, more places to try than are in sight at once."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from referrals import actions
from referrals.models import HandOn
from referrals.views.offers_to_choose import AT_MOST

from .. import factories as make
from ..reading_pages import text


@pytest.fixture
def lantern(sent):
    return make.make_organisation(name="Lantern", site=sent.team.site)


@pytest.fixture
def many_suggested(sent, omar, priya, lantern):
    """Eight times another service, each time answered with no."""
    now = timezone.now()
    for n in range(8):
        HandOn.objects.create(
            referral=sent,
            offer=make.make_offer(lantern, name=f"Group {n}"),
            words="They are nearer.",
            proposed_by=omar,
            proposed_at=now - timedelta(days=n),
            answer="Not now.",
            answered_by=priya,
            answered_at=now,
        )


@pytest.mark.parametrize("is_shared", [True, False])
def test_a_partner_reads_every_answer_to_what_it_suggested(
    client, sent, many_suggested, omar, is_shared
):
    if not is_shared:
        said = {"reason": "full", "suggestion": "Try the others."}
        actions.give_back(sent, by=omar, seen=make.seen(sent), **said)
    client.force_login(omar)
    page = text(client.get(reverse("referrals:referral", args=[sent.pk])))
    assert "<b>5 of 8</b>" in page
    assert ("No longer shared" in page) is not is_shared

    on = re.search(r'href="([^"]*suggested=[^"]*)">Show more', page)[1]
    page += text(client.get(unescape(on)))
    assert set(re.findall(r"Group \d", page)) == {f"Group {n}" for n in range(8)}


def test_every_offer_can_be_chosen_and_what_is_typed_stays(client, amina, priya):
    lantern = make.make_organisation(name="Lantern", site=amina.team.site)
    for n in range(AT_MOST + 5):
        make.make_offer(lantern, name=f"Group {n:02}")
    client.force_login(priya)
    path = reverse("referrals:send_on", args=[amina.pk])
    page = text(client.get(path))
    assert f"<b>{AT_MOST} of {AT_MOST + 5}</b>" in page
    shown = re.search(r'name="offers_shown" value="(\d+)"', page)[1]

    pressed = {"offers_shown": shown, "more_offers": "yes", "words": "Aye, soon."}
    page = text(client.post(path, pressed, follow=True))
    assert len(set(re.findall(r"Group \d\d", page))) == AT_MOST + 5
    assert "Show more offers" not in page
    assert "Aye, soon." in page


def test_after_giving_back_it_says_how_many_more_could_be_tried(
    client, sent, omar, priya, lantern
):
    for n in range(5):
        make.make_offer(lantern, name=f"Group {n}", needs=[sent.request.need])
    actions.give_back(
        sent, by=omar, seen=make.seen(sent), reason="full", suggestion="Try others."
    )
    client.force_login(priya)
    page = text(client.get(reverse("referrals:referral", args=[sent.pk])))

    assert "<b>3 of 5</b> offers for this need" in page
    assert f"{reverse('referrals:send_on', args=[sent.person_id])}?again=" in page


def test_a_worker_reads_of_every_offer_whether_it_has_room(client, omar, harbour):
    for n in range(5):
        make.make_offer(harbour, name=f"Group {n}")
    client.force_login(omar)
    page = text(client.get(reverse("referrals:inbox")))
    assert "<b>3 of 5</b>" in page

    on = re.search(r'href="([^"]*room=[^"]*)">Show more', page)[1]
    page += text(client.get(unescape(on)))
    assert set(re.findall(r"<b>Group \d", page)) == {f"<b>Group {n}" for n in range(5)}
