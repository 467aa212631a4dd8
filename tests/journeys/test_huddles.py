"""The team meets: who waits, who comes up, one decision each, and the wall."""

from playwright.sync_api import expect

from welcome import actions
from welcome.models import Decision

from .. import factories as make


def test_the_team_decides_with_the_keyboard_alone(walk, team, priya, amina):
    make.make_introduction(team, known_as="Ruth Adair")
    callum = make.make_welcomer(team, name="Callum Reid")
    actions.raise_in_huddle(amina, by=priya, why="Two new letters, and she sounds low.")

    desk = walk("huddle-1-desk").sign_in(priya)
    desk.go("/huddle/")
    desk.press("Start the huddle")
    words = desk.page.locator("#next [name=words]")
    expect(words).to_be_focused()
    desk.page.keyboard.type("Callum visits her with the letters.")
    desk.key("Tab")
    desk.page.keyboard.type("Callum")
    desk.key("Tab")
    words.press("Enter")
    desk.page.wait_for_url("**/huddle/?next=1")
    desk.sees("Callum visits her with the letters.")
    expect(desk.page.locator("#next")).to_contain_text("Ruth Adair")
    expect(desk.page.locator("#next [name=words]")).to_be_focused()
    desk.look()
    assert Decision.objects.get().task.whose == callum

    wall = walk("huddle-2-wall", width=1920).sign_in(priya)
    wall.go("/huddle/?wall=1")
    wall.sees("Ruth A.")
    wall.sees_not("Adair")

    phone = walk("huddle-3-phone", width=375).sign_in(callum)
    phone.go("/huddle/")
    phone.go("/today/")
    phone.sees("Callum visits her with the letters.")
    phone.press("^Mark as done")
    phone.sees("Task done.")

    desk.press("End the huddle")
    desk.sees("Decisions")


def test_two_type_at_once_and_nothing_is_lost(walk, team, priya, amina):
    colleague = make.make_welcomer(team, name="Callum Reid")
    actions.raise_in_huddle(amina, by=priya, why="Her letters.")
    huddle = actions.begin_huddle(team, by=priya, there=[])
    slow = walk("huddle-4-two", width=375).sign_in(priya)
    slow.go("/huddle/?next=1")
    slow.page.locator("#next [name=words]").fill("We ring her.")
    actions.decide(amina, by=colleague, huddle=huddle, words="We visit her.")
    slow.page.locator("#next [name=words]").press("Enter")
    slow.sees("Callum Reid has already decided")
    slow.sees("We visit her.")
    slow.look()
    slow.press("Use my decision instead")
    slow.sees("We ring her.")


def test_who_waits_is_rung_and_somebody_meets_them(walk, team, priya):
    make.make_introduction(team, known_as="Ruth", words="I do not sleep.")
    phone = walk("waiting-1-phone", width=375).sign_in(priya)
    phone.go("/waiting/")
    phone.follow("Get in touch")
    phone.tick("Yes, we spoke")
    phone.write("In a few words", "She would like to walk in the park.")
    phone.press("^Save in the contact log")
    phone.sees("Contact logged.")
    desk = walk("waiting-2-desk").sign_in(priya)
    desk.go("/waiting/")
    desk.follow("Plan the meeting")
    desk.tick("Outdoors")
    in_two_months = make.working_day(60)
    desk.write("Day", str(in_two_months.day))
    desk.write("Month", str(in_two_months.month))
    desk.write("Year", str(in_two_months.year))
    desk.write("At what time", "10:30")
    desk.press("^Plan meeting")
    desk.sees("Priya Nair will meet them.")
    desk.go("/waiting/")
    desk.follow("Start the conversation")


def test_somebody_is_raised_from_their_own_page(walk, priya, amina):
    desk = walk("huddle-5-raise").sign_in(priya)
    desk.go(f"/people/{amina.pk}/")
    desk.follow("Bring to the huddle")
    desk.write("Why should the team talk about this?", "Two new letters.")
    desk.press("^Bring to the huddle")
    desk.sees("The team will talk about Amina at the next huddle.")
