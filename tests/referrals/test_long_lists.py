"""No list ends without saying “10 of 34”, and each leads on to the rest."""

import re
from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from referrals.models import Gap
from referrals.reading import hand_ons
from referrals.views import directory
from welcome.models import Emergency, MapVersion, Need, Supporter
from welcome.reading import safeguarding
from welcome.views import about, letter_drafts

from .. import factories as make
from ..reading_pages import text
from .sending import send_somebody


def referrals_on_the_record(amina, priya, harbour):
    for n in range(12):
        offer = make.make_offer(harbour, name=f"Offer {n}")
        send_somebody(priya, offer, person=amina)
    return f"/people/{amina.pk}/", 10, 12, "Offer "


def gaps_on_the_record(amina, priya, harbour):
    needs = Need.values[:12]
    for need in needs:
        Gap.objects.create(person=amina, need=need, words="None here", noted_by=priya)
    return f"/people/{amina.pk}/", 10, len(needs), "Gap: "


def supporters(amina, priya, harbour):
    for n in range(about.AT_MOST + 3):
        Supporter.objects.create(person=amina, name=f"Aunt {n}", added_by=priya)
    return f"/people/{amina.pk}/about/", about.AT_MOST, about.AT_MOST + 3, "Aunt "


def drafts_of_letters(amina, priya, harbour):
    size = letter_drafts._ON_A_PAGE
    for n in range(size + 3):
        make.make_letter(amina, priya, addressee=f"Dr {n}", once=uuid4())
    return f"/people/{amina.pk}/files/", size, size + 3, "“Dear”"


def versions_of_the_map(amina, priya, harbour):
    for n in range(1, 24):
        MapVersion.objects.create(
            person=amina,
            number=n,
            needs=[],
            ties=[],
            made_by=priya,
            change="need_added",
        )
    return f"/people/{amina.pk}/map/versions/", 20, 23, "A need was added"


def other_concerns(amina, priya, harbour):
    for _ in range(safeguarding.AT_MOST + 3):
        concern = make.raise_concern(amina, priya, once=uuid4())
    at_most = safeguarding.AT_MOST
    return f"/safeguarding/{concern.pk}/", at_most, at_most + 2, "A bruise on her wrist"


def offers_here(amina, priya, harbour):
    for n in range(directory.AT_MOST + 5):
        make.make_offer(harbour, name=f"Offer {n:02}")
    return "/offers/here/", directory.AT_MOST, directory.AT_MOST + 5, "<h3>Offer "


def untold_emergencies(amina, priya, harbour):
    for n in range(14):
        open_in_an_emergency(amina, priya, n)
    return f"/people/{amina.pk}/", 12, 14, "Opened in an emergency</h2>"


def open_in_an_emergency(amina, by, n):
    at = timezone.now()
    return Emergency.objects.create(
        person=amina,
        site=amina.site,
        by=by,
        why=Emergency._meta.get_field("why").choices[0][0],
        words=f"Reason {n}",
        opened_at=at,
        until_at=at + timedelta(minutes=30),
        review_due_on=at.date(),
    )


LISTS = [
    referrals_on_the_record, gaps_on_the_record, supporters, drafts_of_letters,
    versions_of_the_map, other_concerns, offers_here, untold_emergencies,
]  # fmt: skip


@pytest.mark.parametrize("fill", LISTS, ids=lambda fill: fill.__name__)
def test_a_list_says_how_many_there_are_and_leads_on(
    client, amina, priya, harbour, fill
):
    address, shown, count, mark = fill(amina, priya, harbour)
    client.force_login(priya)
    leads_on(client, address, shown, count, mark)


@pytest.mark.parametrize("need", ["money", "grief"], ids=["for this need", "others"])
def test_the_services_that_a_partner_can_suggest_lead_on(client, sent, omar, need):
    lantern = make.make_organisation(name="Lantern", site=sent.team.site)
    for n in range(hand_ons.AT_MOST + 5):
        make.make_offer(lantern, name=f"Group {n:02}", needs=[need])
    client.force_login(omar)
    address, at_most = reverse("referrals:hand_on", args=[sent.pk]), hand_ons.AT_MOST
    leads_on(client, address, at_most, at_most + 5, "<b>Group ")


def leads_on(client, address, shown, count, mark):
    page = text(client.get(address))

    assert f"<b>{shown} of {count}</b>" in page
    rest = page.partition(f"<b>{shown} of {count}</b>")[2]
    more = unescape(re.search(r'href="([^"]+)"', rest)[1])
    answer = client.get(f"{address}{more}" if more.startswith("?") else more)
    assert answer.status_code == 200
    assert text(answer).count(mark) >= count - shown
