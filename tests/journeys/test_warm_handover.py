"""A warm handover: all three agree on a time, and she sees it on her own page."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from referrals.models import FirstMeeting
from welcome.actions import private_links

from .. import factories as make
from .walker import PICTURES

WORD = "Copper teapot"


def fill_in(walker, day, time):
    for label, part in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        walker.write(label, str(part))
    walker.write("At what time?", time)


@pytest.mark.parametrize("width", [1280, 375])
def test_proposed_confirmed_moved_and_seen_by_her(
    walk, amina, priya, omar, accepted, width
):
    day = make.working_day(2)
    partner = walk(f"meet-{width}-1-partner", width=width).sign_in(omar)
    partner.go(f"/referrals/{accepted.pk}/").follow("Propose first meeting")
    partner.press("^Propose")
    partner.sees("Choose how you will meet")
    fill_in(partner, day, "2.30pm")
    partner.tick("At the partner’s place")
    partner.write("Where exactly?", "3 The Shore, blue door")
    partner.press("^Propose")
    partner.sees("Waiting for the North East Welcome Team to confirm")

    team = walk(f"meet-{width}-2-team", width=width).sign_in(priya)
    team.go(f"/referrals/{accepted.pk}/")
    team.sees("Omar Aziz has proposed this.")
    team.press("Confirm meeting")
    team.sees("Ask Amina first, then tick this")
    team.tick("I have asked Amina")
    team.press("Confirm meeting")
    team.sees("Everyone has said yes.")

    path = private_links.send_door(
        amina, by=priya, way="hand", once=uuid.uuid4(), question="", fact=WORD
    )
    hers = walk(f"meet-{width}-3-amina", width=width)
    hers.go(path)
    hers.write("Your agreed password word", WORD)
    hers.press("^Open$")
    hers.go(f"{path}agreed/")
    hers.sees("Priya Nair from the North East Welcome Team will come with you")
    hers.sees("3 The Shore, blue door")
    with hers.page.expect_download() as taken:
        hers.page.get_by_role("link", name="Add to calendar").click()
    assert taken.value.suggested_filename == "conversation.ics"

    partner.go(f"/referrals/{accepted.pk}/").follow("Propose another time")
    fill_in(partner, day, "16:00")
    partner.press("^Propose")
    hers.go(f"{path}agreed/")
    hers.page.get_by_text("Can’t make it?").click()
    hers.look()
    hers.press("Cancel meeting")
    hers.sees("We’ll tell everyone who was coming.")
    hers.sees("was cancelled")
    team.go(f"/referrals/{accepted.pk}/")
    team.sees("cancelled by Amina")

    FirstMeeting.objects.filter(state="they_cancelled").update(
        state="confirmed", next_step="", person_agrees=True, welcomer=priya,
        settled_at=None, settled_by=None, confirmed_at=timezone.now(),
        confirmed_by=priya, at=timezone.now() - timedelta(hours=1),
    )  # fmt: skip
    team.go(f"/referrals/{accepted.pk}/").press("It took place")
    team.sees("Recorded by Priya Nair")


@pytest.mark.parametrize("width", [1280, 375])
def test_a_farewell_letter_is_hers_to_keep(walk, amina, priya, omar, accepted, width):
    partner = walk(f"letter-{width}-1-partner", width=width).sign_in(omar)
    partner.go(f"/referrals/{accepted.pk}/").follow("Say farewell")
    partner.tick("Things are better")
    partner.write("What should the Welcome Team know?", "Nine letters are open.")
    partner.tick("No, they knew it")
    partner.write("Farewell letter to Amina", "You opened nine letters.\n\nNine!")
    partner.tick("They agree that we tell the person")
    partner.press("^Say farewell")
    partner.sees("can always come back")
    partner.go(f"/referrals/{accepted.pk}/")
    partner.sees("Your farewell letter")

    path = private_links.send_door(
        amina, by=priya, way="hand", once=uuid.uuid4(), question="", fact=WORD
    )
    hers = walk(f"letter-{width}-2-amina", width=width)
    hers.go(path)
    hers.write("Your agreed password word", WORD)
    hers.press("^Open$")
    hers.go(f"{path}agreed/")
    hers.sees("You opened nine letters.")
    with hers.page.expect_download() as taken:
        hers.page.get_by_role("link", name="Open letter").click()
    assert taken.value.suggested_filename == "my-letter.pdf"
    taken.value.save_as(PICTURES / "letter.pdf")


@pytest.mark.parametrize("width", [1280, 375])
def test_what_is_told_already_is_not_asked_again(walk, omar, amina, sent, width):
    sent.agreement.passages.add(amina.passages.get(prompt="hard"))
    partner = walk(f"already-{width}-partner", width=width).sign_in(omar)
    partner.go(f"/referrals/{sent.pk}/")
    partner.write("Your question", "How much does she sleep?")
    partner.press("^Send question")
    partner.sees("This may already be answered")
    partner.press("Send question anyway")
    partner.sees("Question sent. We’ll tell you as soon as they answer.")
