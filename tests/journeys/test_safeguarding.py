"""A safeguarding concern: raised, led, shared with a reason, hidden from the person."""

import uuid

import pytest

from welcome.actions import private_links

WORD = "Copper teapot"
SAID = "He keeps her bank card. She asked me not to ring anyone."


@pytest.fixture
def link(amina, priya):
    return private_links.send_door(
        amina, by=priya, way="hand", once=uuid.uuid4(), question="", fact=WORD
    )


@pytest.fixture
def danger_line(site):
    site.safeguarding_phone = "0131 496 0999"
    site.save()


@pytest.mark.parametrize("width", [1280, 375])
def test_raised_by_a_welcomer_led_shared_with_a_partner_and_hidden_from_her(
    walk, amina, priya, omar, sheila, sent, link, danger_line, width
):
    team = walk(f"safeguarding-{width}-team", width=width).sign_in(priya)
    team.go(f"/people/{amina.pk}/")
    team.follow("Raise a safeguarding concern")
    team.sees("The safeguarding lead in Edinburgh will get an e-mail now")
    team.write("What did you see, or what were you told?", SAID)
    team.press("Raise concern")
    team.sees("Choose whether an adult or a child may be at risk")
    team.sees("Write who you have told")
    team.tick("Someone is in danger right now")
    team.tick("An adult")
    team.write("Who have you told?", "The council’s duty line, at noon.")
    team.press("Raise concern")
    team.sees("Raised. The lead has been told.")
    team.sees(SAID)
    team.sees("Someone was in danger when this was raised.")
    team.go(f"/people/{amina.pk}/")
    team.sees("Safeguarding concern about an adult.")

    partner = walk(f"safeguarding-{width}-partner", width=width).sign_in(omar)
    partner.go(f"/referrals/{sent.pk}/")
    partner.sees_not("Safeguarding concern about an adult.")

    lead = walk(f"safeguarding-{width}-lead", width=width).sign_in(sheila)
    lead.go("/home/")
    lead.sees("1 open. 0 overdue for review.")
    lead.follow("Open the concern")
    lead.sees(SAID)
    lead.sees_not("The letters frighten me.")
    lead.follow("Add an update")
    lead.write("What is new?", "The council visits on Tuesday.")
    lead.write("Council reference", "ASP-20417")
    lead.press("Add update")
    lead.sees("The council visits on Tuesday.")
    lead.follow("Share with a partner")
    lead.page.get_by_label("Which partner?").select_option("Harbour Money Advice")
    lead.press("^Share$")
    lead.sees("Write why they need to know")
    lead.write("Why do they need to know?", "They visit her at home.")
    lead.press("^Share$")
    lead.sees("Shared. They have been told.")

    partner.go(f"/referrals/{sent.pk}/")
    partner.follow("Read the concern")
    partner.sees(SAID)
    partner.sees("They visit her at home.")
    partner.sees("ASP-20417")
    partner.sees_not("The council visits on Tuesday.")

    phone = walk(f"safeguarding-{width}-amina", width=width)
    phone.go(link)
    phone.write("Your agreed password word", WORD)
    phone.press("^Open$")
    phone.sees("The letters frighten me.")
    for page in ("", "who-looked/", "what-happened/", "copy/"):
        phone.go(link + page)
        phone.sees_not("afeguarding")
        phone.sees_not(SAID)
        phone.sees_not("Sheila Kerr")

    lead.go("/safeguarding/")
    lead.follow("Open the concern")
    lead.press("Stop sharing")
    lead.sees("They can no longer read it.")
    lead.follow("Close this concern")
    lead.press("Close concern")
    lead.sees("Choose the outcome")
    lead.tick("Support is in place")
    lead.write("What was done", "She has her own account now.")
    lead.press("Close concern")
    lead.sees("Reopen this concern")
    lead.go("/safeguarding/")
    lead.sees("0 open. 0 overdue for review.")
    partner.go(f"/referrals/{sent.pk}/")
    partner.sees_not("Safeguarding concern about an adult.")
