"""What a partner offers, written by its lead, at a desk and on a phone."""

import pytest

from referrals.models import Offer
from welcome.models import Role

from .. import factories as make


@pytest.mark.parametrize("width", [1280, 375])
def test_a_lead_writes_what_they_offer(walk, farah, letters, width):
    lead = walk(f"offers-{width}", width=width).sign_in(farah)
    lead.go("/offers/").follow("Add an offer")
    lead.write("What is it called?", "A walk that gets longer")
    lead.write("Monday, opens", "9")
    lead.press("Save offer")
    lead.sees("There is a problem")
    lead.sees("Monday: Write when it opens and when it closes, or neither")
    lead.write("What is it?", "Slowly, and nobody is left behind.")
    lead.tick("Body, sleep and food")
    lead.write("Monday, closes", "11.30")
    lead.press("Save offer")
    lead.sees("Now say whether there is room.")
    lead.sees("A walk that gets longer")

    assert Offer.objects.get(name="A walk that gets longer").times.count() == 1


def test_two_leads_at_once(walk, farah, letters):
    nadia = make.make_member(Role.PARTNER_LEAD, letters.partner, name="Nadia Shah")
    first = walk("offer-first").sign_in(farah).go(f"/offers/{letters.pk}/")
    second = walk("offer-second", width=375).sign_in(nadia).go(f"/offers/{letters.pk}/")
    first.write("What does it cost?", "Nothing")
    first.press("Save offer")
    first.sees("Directories and Welcome Teams can see it now.")

    second.write(
        "Who can you take, and who can you not take?", "Whoever rings before noon"
    )
    second.press("Save offer")
    second.sees("Someone else changed this offer")
    second.sees("Nothing")
    second.write("What does it cost?", "Nothing")
    second.press("Save offer")
    second.sees("Directories and Welcome Teams can see it now.")

    letters.refresh_from_db()
    assert (letters.fees, letters.takes) == ("Nothing", "Whoever rings before noon")
