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

    # there is no key contact: Priya becomes it
    here.go("/today/")
    here.sees("One person has no key contact")
    here.follow("Choose a key contact")
    here.press("Make me the key contact")
    here.sees("Amina can ask for you now.")

    # she asks the team near Amina's new flat, and forgets what Amina said
    here.follow("Hand over to someone else")
    here.page.get_by_label("Who should hold Amina?").select_option(
        label="South East Welcome Team"
    )
    here.write("Why?", "She has a flat in Gilmerton now, two buses from us.")
    here.press("Send handover")
    here.sees("Choose how you asked them")
    here.tick("On the phone")
    here.write("What did Amina say?", "Fine by me, if I need not start again.")
    here.tick("They agree that the other team can read")
    here.press("Send handover")
    here.sees("Handover: waiting for South East Welcome Team")

    # the first no says what then; Priya reads it
    there = walk(f"holding-2-tomasz-{width}", width=width).sign_in(tomasz)
    there.go("/today/")
    there.sees("Handover")
    there.follow("Answer handover")
    there.sees("The letters frighten me.")
    there.press("Decline handover")
    there.sees("Write what you suggest, so that they are not left stuck")
    there.write("What would you suggest instead?", "Ask again on Monday: we are three.")
    there.press("Decline handover")
    there.sees("can read your answer")
    here.go("/today/")
    here.sees("Ask again on Monday")
    here.follow("^Amina$")
    here.press("Mark answer as read")

    # asked again, they say yes, and the whole record is there
    asked = make.ask_to_hold(amina, by=priya, to_team=tomasz.first_team)
    there.go(f"/handovers/{asked.pk}/")
    there.press("Accept handover")
    there.sees("Amina is with you now, with the whole story.")
    here.go(f"/handovers/{asked.pk}/")
    here.sees("was handed over to South East Welcome Team on")

    # farewell, and back through the open door
    there.follow("Say farewell")
    there.tick("Things are going well enough")
    there.write("How are we leaving it?", "Ring whenever you like.")
    there.press("Say farewell")
    there.sees("The door is open")
    there.press("^Welcome .* back")
    there.sees("no one has to tell it again")
    there.sees("The letters frighten me.")
