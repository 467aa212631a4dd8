"""A partner's day, from the inbox on: with keys, on a phone, and without a mouse."""

import pytest
from playwright.sync_api import expect

from .. import factories as make
from ..referrals.sending import send_somebody


@pytest.mark.parametrize("width", [1280, 375])
def test_one_after_the_other(walk, omar, priya, letters, sent, width):
    for _ in range(2):
        send_somebody(priya, letters)
    make.make_partner(letters.partner, name="Nadia Shah")
    partner = walk(f"triage-{width}", width=width).sign_in(omar)
    partner.go("/referrals/").follow("Answer one by one")
    partner.sees("1 of 3 waiting for you")
    heading = partner.page.locator("#turn")
    expect(heading).to_be_focused()
    first = heading.inner_text()

    partner.key("j")
    partner.sees("2 of 3 waiting for you")
    partner.key("k")
    partner.sees("1 of 3 waiting for you")
    partner.key("3")
    partner.look()
    partner.page.get_by_role("button", name="Give back").click()
    partner.sees("Choose a reason")
    partner.look()
    partner.page.locator("#turn").focus()
    partner.key("1")
    expect(partner.page.get_by_role("button", name="Accept")).to_be_focused()
    partner.key("Enter")
    partner.sees(f"You’re now helping {first}.")
    expect(partner.page.locator("#turn")).to_be_focused()
    partner.look()
    partner.key("2")
    expect(partner.page.get_by_label("Your question")).to_be_focused()
    partner.page.keyboard.type("Which day is j or k?")
    partner.press("^Send question")
    partner.sees("The deadline is paused")
    partner.press("^Accept")
    partner.sees("No one is waiting for your answer")


@pytest.mark.parametrize("width", [1280, 375])
def test_room_the_team_and_the_picture(walk, farah, omar, priya, accepted, width):
    for _ in range(3):
        send_somebody(priya, accepted.offer)
    make.make_partner(accepted.partner, name="Nadia Shah")
    lead = walk(f"lead-{width}", width=width).sign_in(farah)
    lead.go("/referrals/").press("8 weeks")
    lead.sees("About 8 weeks’ wait. Welcome Teams can see it now.")
    lead.go("/offers/").press("^Open$")
    omar.memberships.update(ended_at=accepted.moved_at)
    lead.go("/referrals/team/")
    lead.sees("No longer works here")
    lead.follow("Hand over")
    lead.press("Hand over")
    lead.sees("Tick at least one person")
    lead.tick("Amina")
    lead.page.get_by_label("Who will take over?").select_option(label="Nadia Shah")
    lead.press("Hand over")
    lead.sees("Nadia Shah is now the key contact")
    lead.go("/referrals/our-picture/")
    lead.sees("You gave half of your answers within a day")


def test_the_triage_needs_no_script(browser, live_server, walk, omar, sent):
    partner = walk("triage-plain", width=375).sign_in(omar)
    cookies = partner.context.cookies()
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(live_server.url + "/referrals/triage/")
    expect(page.locator("[data-keys]")).to_be_hidden()
    page.locator("summary", has_text="Give back").click()
    page.get_by_label("Someone else would help better").check()
    page.get_by_label("Who or what might help instead?").fill("Open Door.")
    page.get_by_role("button", name="Give back").click()
    expect(page.get_by_text("No one is waiting for your answer")).to_be_visible()
    context.close()
