"""What a welcomer types is kept: line down, session over, second tab, closed lid."""

import time

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from welcome import actions

from .. import factories as make

BOX = "What brought you here today?"


@pytest.fixture
def draft(priya, team):
    return actions.begin(make.make_person(team=team, known_as="Ailsa"), by=priya)


@pytest.fixture
def morag(walk, priya, draft):
    """A welcomer with the conversation's page open before her."""
    morag = walk("writing").sign_in(priya)
    return morag.go(f"/conversations/{draft.pk}/")


def kept(draft, box="brought"):
    row = draft.drafts.filter(box=box).first()
    return row.words if row else None


def until_saved(walker):
    expect(walker.page.locator("[data-saved]")).to_contain_text("Saved at")


def test_words_are_saved_as_they_are_typed(morag, draft):
    morag.page.get_by_label(BOX).press_sequentially("I stopped opening my post.")
    until_saved(morag)

    assert kept(draft) == "I stopped opening my post."


def test_when_the_line_drops_the_page_says_so_and_saves_afterwards(morag, draft):
    morag.context.set_offline(True)
    morag.page.get_by_label(BOX).press_sequentially("There is a bag of it.")
    morag.sees("Not saved yet: you’re offline")
    assert kept(draft) is None

    morag.context.set_offline(False)
    until_saved(morag)

    assert kept(draft) == "There is a bag of it."


def test_a_crash_while_the_line_is_down_loses_nothing(morag, draft):
    morag.context.set_offline(True)
    morag.page.get_by_label(BOX).press_sequentially("Behind the bread bin.")
    morag.sees("4 words are only on this screen, with a locked copy in this browser")
    morag.page.close(run_before_unload=False)
    morag.context.set_offline(False)

    morag.new_page()
    morag.go(f"/conversations/{draft.pk}/")

    morag.sees("We found words that hadn’t been saved")
    expect(morag.page.get_by_label(BOX)).to_have_value("Behind the bread bin.")
    until_saved(morag)
    assert kept(draft) == "Behind the bread bin."


def test_an_ended_session_says_what_to_do_and_the_words_stay(morag, draft, priya):
    Session.objects.all().delete()
    morag.page.get_by_label(BOX).press_sequentially("It is the flat.")
    morag.sees("you’ve been signed out because you were inactive")
    expect(morag.page.get_by_role("link", name="Sign in on a new page")).to_be_visible()

    morag.sign_in(priya)
    until_saved(morag)

    assert kept(draft) == "It is the flat."


def test_a_second_tab_shows_both_texts(morag, draft):
    first = morag.page
    second = morag.new_page()
    morag.go(f"/conversations/{draft.pk}/")
    second.get_by_label(BOX).fill("From the second tab.")
    until_saved(morag)

    first.bring_to_front()
    first.get_by_label(BOX).fill("From the first tab.")
    expect(first.get_by_text("From the second tab.")).to_be_visible()
    morag.page = first
    morag.look()
    first.get_by_role("button", name="Keep both").click()
    until_saved(morag)

    assert kept(draft) == "From the second tab.\n\nFrom the first tab."


def test_ticked_boxes_are_saved_too(morag, draft):
    morag.tick("Send a text")
    morag.tick("Large print")
    until_saved(morag)

    assert (kept(draft, "may"), kept(draft, "access")) == ("text", "large_print")


def test_words_typed_before_the_script_has_come_are_saved(morag, draft):
    """On a slow line somebody begins at once."""
    morag.page.route("**/locked*.js", lambda route: (time.sleep(2), route.continue_()))
    morag.page.reload(wait_until="commit")
    morag.page.get_by_label(BOX).fill("It cannot wait.")
    expect(morag.page.locator("form[data-watched]")).to_be_attached()
    until_saved(morag)

    assert kept(draft) == "It cannot wait."
