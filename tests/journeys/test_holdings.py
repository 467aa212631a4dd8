"""Amina moves across the city, and then goes, and comes back: held all the way."""

import pytest

from welcome import actions

from .. import factories as make


@pytest.mark.parametrize("width", [1280, 375])
def test_amina_is_handed_over_and_comes_back(walk, amina, priya, tomasz, width):
    make.make_passage(amina, priya, prompt="please_do", words="Give me time.")
    lewis = make.make_welcomer(amina.team, name="Lewis Grant", profession="nurse")
    actions.hold(amina, by=lewis, team=amina.team)
    here = walk(f"holding-1-priya-{width}", width=width).sign_in(priya)

    # nobody is named; Priya is the one to ask for
    here.go("/today/")
    here.sees("One person has nobody named")
    here.follow("See who, and be the one to ask for")
    here.press("I am the one to ask for")
    here.sees("Amina can ask for you now.")

    # she asks the team near Amina's new flat, and forgets what Amina said
    here.follow("Ask somebody else to hold Amina")
    here.page.get_by_label("Who shall hold Amina?").select_option(
        label="South East Welcome Team"
    )
    here.write("Why?", "She has a flat in Gilmerton now, two buses from us.")
    here.press("Ask them")
    here.sees("Choose how you asked them")
    here.tick("On the phone")
    here.write("What did Amina say?", "Fine by me, if I need not start again.")
    here.tick("They agree that the other team reads")
    here.press("Ask them")
    here.sees("Asked: South East Welcome Team")

    # the first no says what then; Priya reads it
    there = walk(f"holding-2-tomasz-{width}", width=width).sign_in(tomasz)
    there.go("/today/")
    there.sees("Asked to hold")
    there.follow("Look and answer")
    there.sees("The letters frighten me.")
    there.press("Say no, and what then")
    there.sees("Write what you suggest, so that nobody is stuck")
    there.write("What would you suggest instead?", "Ask again on Monday: we are three.")
    there.press("Say no, and what then")
    there.sees("They hold as before")
    here.go("/today/")
    here.sees("Ask again on Monday")
    here.follow("^Amina$")
    here.press("We have read it")

    # asked again, they say yes, and the whole record is there
    asked = make.ask_to_hold(amina, by=priya, to_team=tomasz.first_team)
    there.go(f"/handovers/{asked.pk}/")
    there.press("Yes, we hold Amina")
    there.sees("Amina is with you now, story and all.")
    here.go(f"/handovers/{asked.pk}/")
    here.sees("went over to South East Welcome Team on")

    # farewell, and back through the open door
    there.follow("Say farewell")
    there.tick("Things are going well enough")
    there.write("How we leave it", "Ring whenever you like.")
    there.press("Say farewell")
    there.sees("The door is open")
    there.press("Open the door again")
    there.sees("nobody has to tell it again")
    there.sees("The letters frighten me.")
