"""Amina's own page, on her phone: from the slip of paper to the copy she takes away."""

import re

import pytest

from referrals import actions as referrals
from welcome.models import Passage

from .. import factories as make
from .walker import Walker

WORD = "Copper teapot"


@pytest.fixture
def opinion(amina, priya, sent):
    """What the team thinks of Amina, shared with Harbour."""
    thought = make.make_passage(
        amina, priya, prompt="added", voice="team", words="Amina avoids her post."
    )
    sent.agreement.passages.add(thought)
    return thought


def link_on_paper(welcomer, person):
    """Priya hands over a link. It is shown once, and lies on the table then."""
    welcomer.go(f"/people/{person.pk}/")
    welcomer.follow("own page")
    welcomer.sees("We don’t have an e-mail address.")
    welcomer.press("Make link")
    welcomer.sees("Choose how to give them the link")
    welcomer.tick("On paper, into their own hands")
    welcomer.write("Agreed password word", WORD)
    welcomer.write(
        "How can we remind them of the word?", "What stands on the windowsill"
    )
    welcomer.press("Make link")
    welcomer.sees("this link now")
    written = welcomer.page.locator(".slip__link").inner_text()
    welcomer.follow("Back to")
    welcomer.follow("own page")
    welcomer.sees("hasn’t opened it yet.")
    return re.search(r"/my-story/\S+", written)[0]


def open_page(walker, link):
    walker.go(link)
    walker.write("Your agreed password word", WORD)
    walker.press("^Open$")


def test_amina_puts_her_story_right_on_her_phone(
    walk, amina, priya, omar, sent, opinion
):
    referrals.accept(sent, seen=make.seen(sent), by=omar)
    welcomer = walk("mine-1-welcomer", width=375).sign_in(priya)
    link = link_on_paper(welcomer, amina)

    # the wrong word opens nothing; the right one opens her whole story
    phone = walk("mine-2-amina", width=375)
    phone.go(link)
    phone.write("Your agreed password word", "kettle")
    phone.press("^Open$")
    phone.sees("That didn’t open the page.")
    phone.write("Your agreed password word", WORD.lower())
    phone.press("^Open$")
    phone.sees("Your story, Amina")
    phone.sees("Four hours of sleep.")
    phone.sees("Harbour Money Advice is helping you")

    # she corrects what is hers; Harbour reads it because she says so
    phone.follow("^Change this")
    phone.press("^Save changes")
    phone.sees("They are the same as before")
    phone.write("What it should say", "The letters frightened me. Less so now.")
    phone.tick("Yes. Show them the new words instead")
    phone.press("^Save changes")
    phone.sees("The letters frightened me. Less so now.")
    phone.follow("What it said before")
    phone.sees("The letters frighten me.")

    # she puts her own words beside what somebody thinks of her
    phone.follow("Back to my story")
    phone.follow("I see it differently")
    phone.press("Add my view")
    phone.sees("Write how you see it")
    phone.write("How I see it", "I open it on good days.")
    phone.press("Add my view")
    phone.sees("You see it differently")

    # she adds something
    phone.follow("Add something")
    phone.press("^Add to my story")
    phone.sees("Write what you would like to add")
    phone.page.get_by_label("What is it about?").select_option("matters")
    phone.write("What would you like to add?", "My sister Leila.")
    phone.press("^Add to my story")
    phone.sees("My sister Leila.")

    # Omar reads the new words and hers beside the opinion, and not what she added
    partner = walk("mine-3-partner").sign_in(omar)
    partner.go(f"/referrals/{sent.pk}/")
    partner.sees("The letters frightened me. Less so now.")
    partner.sees("Amina sees it differently")
    partner.sees("I open it on good days.")
    partner.sees_not("My sister Leila.")

    # she says what has to be right for her to be there
    phone.follow("About me")
    phone.sees("you can’t change this with your link")
    phone.follow("(Add|Change).*Language")
    phone.tick("No steps")
    phone.press("^Save$")
    phone.sees("No steps")

    # she sees who looked and the history, answers, and ends the agreement
    phone.follow("Who has looked")
    phone.sees("was asked to help you")
    phone.follow("^History$")
    phone.sees("Harbour Money Advice said yes")
    phone.follow("What I agreed")
    phone.tick("Parts of it")
    phone.press("Send answer")
    phone.sees("You said:")
    phone.follow("End agreement")
    phone.press("End agreement")
    phone.sees("They can no longer read your story.")
    partner.go(f"/referrals/{sent.pk}/")
    partner.sees("no longer shared with you")

    # she takes a copy, and closes her page
    phone.follow("A copy")
    with phone.page.expect_download() as coming:
        phone.page.get_by_role("button", name="Download everything as a file").click()
    assert "My sister Leila." in coming.value.path().read_text()
    phone.press("Close my page")
    phone.go(link)
    phone.sees_not("Your story, Amina")


def test_a_second_phone_waits_for_a_yes_on_the_first(walk, amina, priya):
    welcomer = walk("mine-4-welcomer").sign_in(priya)
    link = link_on_paper(welcomer, amina)
    phone, other = (walk(f"mine-{name}", width=375) for name in ("5-first", "6-second"))
    open_page(phone, link)
    open_page(other, link)
    other.sees("One more step")
    other.sees_not("Amina")

    phone.go(link)
    phone.press("Yes, that is me")
    other.follow("I’ve said yes")
    other.sees("Your story, Amina")

    # it is not safe any more: she shuts it, everywhere at once
    phone.page.get_by_text("Could someone else open this page?").click()
    phone.look()
    phone.press("Turn off my link")
    phone.sees("Your link is turned off")
    other.go(link)
    other.sees_not("Your story, Amina")


@pytest.mark.parametrize("width", [1280, 375])
def test_two_correct_the_same_words_and_both_are_seen(walk, priya, amina, team, width):
    tomasz = make.make_welcomer(team, name="Tomasz Baran")
    brought = amina.passages.get(prompt="brought")
    first = walk(f"mine-7-first-{width}", width=width).sign_in(priya)
    second = walk(f"mine-8-second-{width}", width=width).sign_in(tomasz)
    first.go(f"/people/{amina.pk}/")
    first.follow("^Correct")
    second.go(f"/passages/{brought.pk}/correct/")
    for walker, words in [(first, "Hers, not mine."), (second, "Mine, not hers.")]:
        walker.write("What it should say", words)
        walker.tick("Yes, read back and agreed")
        walker.press("Save correction")

    second.sees("Priya Nair has just corrected this")
    second.sees("Hers, not mine.")
    assert second.page.get_by_label("What it should say").input_value() == (
        "Mine, not hers."
    )
    second.write("What it should say", "Hers, and mine.")
    second.press("Save correction")
    second.sees("Hers, and mine.")
    second.follow("What it said before")
    second.sees("Hers, not mine.")
    second.sees("The letters frighten me.")
    assert Passage.objects.filter(person=amina, prompt="brought").count() == 3


def test_without_javascript_her_page_works_as_well(browser, live_server, amina, priya):
    walker = Walker(browser, live_server, "mine-9-no-script", width=375)
    walker.context.close()
    walker.context = browser.new_context(java_script_enabled=False)
    page = walker.page = walker.context.new_page()
    from welcome.actions import private_links

    link = private_links.send_door(
        amina, by=priya, once=amina.pk, way="hand", question="", fact=WORD
    )
    page.goto(walker.server + link)
    page.get_by_label("Your agreed password word").fill(WORD)
    page.get_by_role("button", name="Open").click()
    page.get_by_role("link", name=re.compile("^Change this")).first.click()
    page.get_by_label("What it should say").fill("In my own words.")
    page.get_by_role("button", name="Save changes").click()
    assert page.get_by_text("In my own words.").count() == 1
    walker.context.close()
