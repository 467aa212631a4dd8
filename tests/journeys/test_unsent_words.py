"""What is typed into any form comes back: closed tab, dead line, ended session."""

import uuid

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from welcome import actions as welcome
from welcome.actions import private_links
from welcome.models import Decision

from .. import factories as make

WORDS = "He said it was the flat, and then he said it was the letters."
LOCKED = "We’ve kept a locked copy in this browser"
BACK = "You hadn’t sent these words yet, so we’ve put them back."


@pytest.fixture
def priyas(walk, priya):
    return walk("unsent").sign_in(priya)


def correcting(walker, amina):
    return walker.go(f"/passages/{amina.passages.first().pk}/correct/")


def box(walker):
    return walker.page.locator("form textarea").first


def correct(walker):
    walker.tick("Not yet")
    walker.press("Save correction")


def close_the_tab(walker):
    walker.page.close(run_before_unload=False)
    walker.new_page()


def test_a_correction_comes_back_after_the_tab_was_closed(priyas, amina):
    correcting(priyas, amina)
    box(priyas).fill(WORDS)
    priyas.sees(LOCKED)
    close_the_tab(priyas)

    correcting(priyas, amina)

    expect(box(priyas)).to_have_value(WORDS)
    priyas.sees(BACK)
    priyas.look()
    correct(priyas)
    priyas.sees("Corrected. You can read the earlier words")
    assert amina.passages.current().filter(words=WORDS).exists()


def test_words_that_were_sent_do_not_come_back(priyas, amina):
    priyas.go(f"/people/{amina.pk}/team-words/")
    box(priyas).fill(WORDS)
    priyas.sees(LOCKED)
    priyas.press("Save the team’s view")
    priyas.sees("Amina can read it too")

    priyas.go(f"/people/{amina.pk}/team-words/")

    expect(box(priyas)).to_have_value("")
    priyas.sees_not(BACK)


def test_a_decision_comes_back_to_whom_it_is_about(walk, team, priya, amina):
    """Although somebody above them in the huddle was decided meanwhile."""
    ruth = make.make_open_person(priya, known_as="Ruth")
    for person in (amina, ruth):
        welcome.raise_in_huddle(person, by=priya, why="Her letters.")
    huddle = welcome.begin_huddle(team, by=priya, there=[])
    walker = walk("unsent-huddle", width=375).sign_in(priya)
    walker.go("/huddle/")
    second = walker.page.locator(".turn").nth(1)
    second.locator("summary").click()
    whom = second.locator("[name=about]").get_attribute("value")
    second.locator("[name=words]").fill(WORDS)
    walker.sees(LOCKED)
    close_the_tab(walker)
    first = {f"person:{p.pk}": p for p in (amina, ruth)}
    del first[whom]
    welcome.decide(*first.values(), by=priya, huddle=huddle, words="We ring her.")

    walker.go("/huddle/")

    back = walker.page.locator("form", has=walker.page.locator(f"[value='{whom}']"))
    expect(back.locator("[name=words]")).to_have_value(WORDS)
    expect(back.get_by_text(BACK)).to_be_visible()
    walker.look()
    back.locator("[name=words]").press("Enter")
    walker.sees("Decided today")
    assert Decision.objects.filter(words=WORDS).count() == 1


def test_words_that_came_back_can_be_taken_out(priyas, amina):
    correcting(priyas, amina)
    before = box(priyas).input_value()
    box(priyas).fill(WORDS)
    priyas.sees(LOCKED)
    close_the_tab(priyas)
    correcting(priyas, amina)

    priyas.press("Remove these words")

    expect(box(priyas)).to_have_value(before)
    close_the_tab(priyas)
    correcting(priyas, amina)
    expect(box(priyas)).to_have_value(before)


def test_a_dead_line_is_told_before_the_form_goes_nowhere(priyas, amina):
    correcting(priyas, amina)
    box(priyas).fill(WORDS)
    priyas.context.set_offline(True)
    priyas.page.get_by_role("button", name="Save correction").click()
    priyas.sees("Not sent: you’re offline. We’ve kept what you wrote.")
    priyas.context.set_offline(False)
    correct(priyas)

    priyas.sees("Corrected. You can read the earlier words")


def test_an_ended_session_gives_the_words_back_to_whoever_wrote_them(
    priyas, amina, priya, tomasz, walk
):
    correcting(priyas, amina)
    box(priyas).fill(WORDS)
    priyas.sees(LOCKED)
    Session.objects.all().delete()
    priyas.press("Save correction")
    priyas.sees("We’ve kept what you wrote")
    close_the_tab(priyas)

    priyas.sign_in(priya)
    correcting(priyas, amina)

    expect(box(priyas)).to_have_value(WORDS)


def test_somebody_else_at_the_same_computer_finds_nothing(priyas, amina, team):
    correcting(priyas, amina)
    before = box(priyas).input_value()
    box(priyas).fill(WORDS)
    priyas.sees(LOCKED)
    close_the_tab(priyas)

    priyas.sign_in(make.make_welcomer(team))
    correcting(priyas, amina)

    expect(box(priyas)).to_have_value(before)
    priyas.sees_not(BACK)


def test_two_who_correct_the_same_passage_both_keep_their_words(
    walk, priya, team, amina
):
    first = walk("both-first").sign_in(priya)
    second = walk("both-second", width=375).sign_in(make.make_welcomer(team))
    correcting(first, amina)
    correcting(second, amina)
    box(first).fill("The letters from the bank frighten me.")
    box(second).fill("The letters from the council frighten me.")
    correct(first)
    correct(second)

    second.sees("Priya Nair has just corrected this")
    second.sees("The letters from the bank frighten me.")
    expect(box(second)).to_have_value("The letters from the council frighten me.")


def test_what_she_writes_on_her_own_page_comes_back(walk, amina, priya):
    path = private_links.send_door(
        amina, by=priya, way="hand", once=uuid.uuid4(), question="", fact="teapot"
    )
    phone = walk("own-unsent", width=375)
    phone.go(path)
    phone.page.get_by_role("textbox").first.fill("teapot")
    phone.key("Enter")
    phone.sees("Your story, Amina")
    phone.go(f"{path}add/")
    box(phone).fill(WORDS)
    phone.sees(LOCKED)
    close_the_tab(phone)

    phone.go(f"{path}add/")

    expect(box(phone)).to_have_value(WORDS)
    phone.sees(BACK)
    phone.look()
