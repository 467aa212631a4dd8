"""A question, an agreement taken back, an emergency, a day gone by: walked through."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from referrals.models import Referral
from referrals.reminders import answers_due
from welcome.actions import private_links

from .. import factories as make

WORD = "Copper teapot"


@pytest.fixture
def link(amina, priya):
    return private_links.send_door(
        amina, by=priya, way="hand", once=uuid.uuid4(), question="", fact=WORD
    )


def open_page(walker, link):
    walker.go(link)
    walker.write("Your agreed password word", WORD)
    walker.press("^Open$")


@pytest.mark.parametrize("width", [1280, 375])
def test_asked_once_answered_once_and_nobody_asks_again(
    walk, amina, priya, omar, sent, width
):
    partner = walk(f"asked-{width}-partner", width=width).sign_in(omar)
    partner.go(f"/referrals/{sent.pk}/")
    partner.write("Your question", "Which of the letters comes first?")
    partner.press("Send question")
    partner.sees("Question sent. We’ll tell you as soon as they answer.")
    partner.sees("becomes part of the story")

    team = walk(f"asked-{width}-team", width=width).sign_in(priya)
    team.go("/today/")
    team.sees("Which of the letters comes first?")
    team.go(f"/referrals/{sent.pk}/")
    team.write("Their answer, in their words", "The red one. It is the rent.")
    team.tick("Yes, they agree")
    team.press("answer")
    team.go(f"/people/{amina.pk}/")
    team.sees("The red one. It is the rent.")

    partner.go(f"/referrals/{sent.pk}/")
    partner.sees("The red one. It is the rent.")


@pytest.mark.parametrize("width", [1280, 375])
def test_she_ends_it_on_her_phone_and_the_partner_reads_why_it_is_closed(
    walk, amina, priya, omar, sent, link, width
):
    partner = walk(f"ended-{width}-partner", width=width).sign_in(omar)
    partner.go(f"/referrals/{sent.pk}/")
    partner.sees("The letters frighten me.")

    phone = walk(f"ended-{width}-amina", width=width)
    open_page(phone, link)
    phone.follow("What I agreed")
    phone.follow("End agreement")
    phone.tick("Don’t ask them for me again")
    phone.press("End agreement")
    phone.sees("can no longer read your story")
    phone.sees("Who you’ve said no to")

    partner.go(f"/referrals/{sent.pk}/")
    partner.sees_not("The letters frighten me.")
    partner.sees("The person ended the agreement on")

    team = walk(f"ended-{width}-team", width=width).sign_in(priya)
    team.go(f"/people/{amina.pk}/")
    team.sees("Not Harbour Money Advice:")
    team.go(f"/people/{amina.pk}/send-on/")
    team.sees("said no to Harbour Money Advice")


@pytest.mark.parametrize("width", [1280, 375])
def test_read_in_an_emergency_told_and_looked_at(
    walk, amina, priya, tomasz, flora, link, width
):
    make.make_passage(
        amina, priya, prompt="keeps_safe", words="Ring Hodan, then walk to the harbour."
    )
    other = walk(f"danger-{width}-other", width=width).sign_in(tomasz)
    other.go(f"/people/{amina.pk}/emergency/")
    other.sees_not("Amina")
    other.press("Open record")
    other.sees("Choose why you need to read it now")
    other.tick("Someone’s life is in danger")
    other.write("What is happening?", "She rang from the bridge.")
    other.press("Open record")
    other.sees("Ring Hodan, then walk to the harbour.")
    other.sees("The letters frighten me.")
    other.press("Close this record")
    other.sees("This record is closed again")
    other.sees_not("The letters frighten me.")

    team = walk(f"danger-{width}-team", width=width).sign_in(priya)
    team.go(f"/people/{amina.pk}/")
    team.sees("has not been told yet")

    phone = walk(f"danger-{width}-amina", width=width)
    open_page(phone, link)
    phone.sees("Your record was opened in an emergency")
    phone.follow("Who has looked")
    phone.sees("in an emergency: Someone’s life is in danger")

    lead = walk(f"danger-{width}-privacy", width=width).sign_in(flora)
    lead.go("/home/")
    lead.follow("^Review")
    lead.sees("She rang from the bridge.")
    lead.sees_not("Amina")
    lead.press("Save review")
    lead.sees("Choose whether it was right")
    lead.tick("It was right")
    lead.write("What would you like to say", "You were right to read it.")
    lead.press("Save review")
    lead.sees("Nothing to review.")

    other.go("/home/")


@pytest.mark.parametrize("width", [1280, 375])
def test_a_day_gone_by_is_raised_and_never_closed(
    walk, priya, omar, farah, sent, width
):
    Referral.objects.filter(pk=sent.pk).update(
        answer_due_on=timezone.localdate() - timedelta(days=1)
    )
    assert answers_due.watch() == {"overdue": 1}

    partner = walk(f"late-{width}-partner", width=width).sign_in(omar)
    partner.go("/referrals/")
    partner.sees("Answer was due yesterday")
    partner.go(f"/referrals/{sent.pk}/")
    team = walk(f"late-{width}-team", width=width).sign_in(priya)
    team.go("/today/")
    team.sees("Harbour Money Advice")
    team.go(f"/referrals/{sent.pk}/")
    team.sees("The referral stays open until they answer.")
    partner.press("^Accept")
    partner.sees("Thank you. You’re now helping Amina.")
