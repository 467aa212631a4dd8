"""Ruth, a lead, finds that two records are one person; and that it was a mistake."""

import pytest

from welcome.models import ContactWish

from .. import factories as make


@pytest.fixture
def aminah(priya, ruth, team):
    aminah = make.make_open_person(
        priya, known_as="Aminah", formal_name="Aminah Yusif", postcode="EH6 6AA"
    )
    make.make_passage(aminah, priya, prompt="matters", words="My sister Leila.")
    ContactWish.objects.filter(person=aminah).update(phone="07700 900124")
    return aminah


@pytest.mark.parametrize("width", [1280, 375])
def test_two_records_become_one_and_two_again(walk, amina, aminah, ruth, width):
    ContactWish.objects.filter(person=amina).update(phone="07700 900123")
    aminah.holdings.update(worker=ruth)
    lead = walk(f"link-{width}", width=width).sign_in(ruth)
    lead.go(f"/people/{amina.pk}/")
    lead.follow("Link with another record")
    lead.sees("Possible duplicates")
    lead.follow("Compare")
    lead.sees("Record we keep")

    # without a reason it is not done, and the page says what is missing
    lead.press("^Link records")
    lead.sees("Write why you are sure")
    lead.page.locator("[name=holder][value=kept]").check()
    lead.write("Why are you sure", "She told us so. Both know Leila.")
    lead.press("^Link records")
    lead.sees("Records linked. Nothing has been lost.")
    lead.sees("My sister Leila.")
    lead.sees("also known as Aminah Yusif")
    lead.sees("Also: Don’t ring yet: ask first about 07700 900124.")

    # the old address leads here; and later it turns out that they are two
    lead.go(f"/people/{aminah.pk}/")
    lead.sees("Linked records")
    lead.follow("^Undo link")
    lead.sees("There will be two separate stories.")
    lead.press("^Undo link")
    lead.sees("There are two records again.")
    lead.sees_not("My sister Leila.")
    lead.go(f"/people/{aminah.pk}/")
    lead.sees("My sister Leila.")


def test_another_teams_person_is_asked_about(walk, amina, tomasz, ruth):
    theirs = make.make_open_person(tomasz, known_as="Amina", formal_name="Amina Yusuf")
    lead = walk("link-ask", width=375).sign_in(ruth)
    lead.go(f"/people/{amina.pk}/link/{theirs.pk}/")
    lead.press("Ask the South East")
    lead.sees("Nothing is linked yet.")
