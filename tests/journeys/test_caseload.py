"""A worker looks through their caseload and does something for several at once."""

import pytest

from welcome.models import Handover, Mark, Meeting

from .. import factories as make


@pytest.mark.parametrize("width", [1280, 375])
def test_several_people_are_brought_to_the_huddle_and_asked_for(
    walk, amina, priya, team, width
):
    make.make_welcomer(team, name="Mhairi Bain")
    for name in ("Una", "Bo"):
        make.make_open_person(priya, known_as=name)
    here = walk(f"caseload-1-{width}", width=width).sign_in(priya)
    here.go("/caseload/")
    here.sees("3 of 3")
    here.press("^Do this for the people you ticked")
    here.sees("Tick at least one person above")
    here.tick("Choose Una")
    here.tick("Choose Bo")
    here.tick("Bring them to the huddle")
    here.write("Why?", "We have not heard from them.")
    here.press("^Do this for the people you ticked")
    here.sees("The team will talk about 2 people.")
    assert Mark.objects.standing().count() == 2

    here.tick("Choose Amina")
    here.tick("Ask a colleague to hold them")
    here.page.get_by_label("Which colleague?").select_option(label="Mhairi Bain")
    here.write("Why?", "I am on leave from Monday.")
    here.press("^Do this for the people you ticked")
    here.sees("You asked Mhairi Bain to hold 1 person.")
    assert Handover.objects.open().get().person == amina

    here.tick("Choose Una")
    here.tick("Choose Bo")
    here.tick("Plan a meeting with each of them")
    here.press("^Do this for the people you ticked")
    here.sees("With 2 people, one after the other.")
    day = make.working_day(7)
    here.write("Day", str(day.day))
    here.write("Month", str(day.month))
    here.write("Year", str(day.year))
    here.write("When does the first one begin?", "7pm")
    here.tick("At our place")
    here.press("^Plan meetings")
    here.sees("The Welcome Team is open from")
    here.write("When does the first one begin?", "10am")
    here.press("^Plan meetings")
    here.sees("Planned: 2 meetings on")
    assert Meeting.objects.count() == 2


@pytest.mark.parametrize("width", [1280, 375])
def test_only_a_way_that_is_allowed_is_offered(walk, team, priya, width):
    make.make_introduction(
        team, known_as="Ruth", may_call=False, may_text=True, words="I do not sleep."
    )
    here = walk(f"reach-1-{width}", width=width).sign_in(priya)
    here.go("/waiting/")
    here.follow("Get in touch")
    here.sees("Text 07700 900123. Don’t ring.")
    here.page.get_by_label("What was it?").select_option(label="Call")
    here.tick("No, not this time")
    here.press("^Save in the contact log")
    here.sees("Ruth has not said that we may call. Write why you did.")
    here.page.get_by_label("What was it?").select_option(label="Text")
    here.press("^Save in the contact log")
    here.sees("Contact logged.")
    here.sees("text from us: sent")
