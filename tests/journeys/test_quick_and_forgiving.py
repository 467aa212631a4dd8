"""What was pressed too soon is undone, and whoever may not decide asks who may."""

from datetime import date

import pytest

from welcome import actions

from .. import factories as make

WORDS = "My sister reads me the letters on Sundays."


@pytest.mark.parametrize("width", [1280, 375])
def test_a_draft_is_discarded_and_every_word_comes_back(walk, amina, priya, width):
    here = walk(f"draft-1-{width}", width=width).sign_in(priya)
    draft = actions.begin(amina, by=priya)
    here.go(f"/conversations/{draft.pk}/")
    here.page.locator("textarea[name=going_well]").fill(WORDS)
    here.press("^Discard draft")
    here.sees("Draft discarded")
    here.press("^Undo")
    assert here.page.locator("textarea[name=going_well]").input_value() == WORDS

    here.press("^Discard draft")
    here.go("/today/")
    here.sees_not("Carry on the conversation")
    here.go("/drafts/discarded/")
    here.sees("Amina")


@pytest.mark.parametrize("width", [1280, 375])
def test_a_lead_is_asked_about_a_duplicate_and_a_no_is_taken_back(
    walk, priya, ruth, width
):
    facts = {"known_as": "Ailsa", "born_on": date(1992, 5, 3)}
    ailsa = make.make_open_person(priya, formal_name="Ailsa Drummond", **facts)
    make.make_person(team=ailsa.team, formal_name="Ailsa Drumond", **facts)
    here = walk(f"duplicate-1-{width}", width=width).sign_in(priya)
    here.go(f"/people/{ailsa.pk}/")
    here.follow("^Possible duplicates")
    here.press("^\\s*Not the same person")
    here.go(f"/people/{ailsa.pk}/alike/")
    here.press("Take back")
    here.follow("The same person: ask my lead")
    here.press("^Ask my lead")
    here.sees("Asked by Priya Nair")

    lead = walk(f"duplicate-2-{width}", width=width).sign_in(ruth)
    lead.go("/today/")
    lead.sees("Priya Nair asks: the same person?")
    lead.press("Not the same person")

    here.go("/today/")
    here.press("Mark as read")
    here.sees_not("Mark as read")
