"""The parts of the record: written down while listening, read at a glance."""

import pytest

from .. import factories as make


@pytest.mark.parametrize("width", [1280, 375])
def test_everything_known_has_a_page(walk, priya, amina, width):
    make.make_passage(amina, priya, prompt="matters", words="My sister. The garden.")
    make.make_passage(amina, priya, prompt="please_do", words="Text before you ring.")
    page = walk(f"record-{width}", width=width).sign_in(priya)
    page.go(f"/people/{amina.pk}/").follow("Read or change details")

    page.follow("(Add|Change).*Names")
    page.write("Pronouns", "she, her")
    page.write("Birthday", "31 June 1992")
    page.press("^Save$")
    page.sees("that month has no such day")
    page.write("Birthday", "3 May 1992")
    page.press("^Save$")
    page.sees("3 May 1992")

    page.follow("(Add|Change).*Contact details")
    page.write("Phone", "07700 900123")
    page.tick("Send a text")
    page.tick("Tuesday")
    page.tick("Thursday")
    page.write("At what time?", "after two")
    page.press("^Save$")
    page.sees("Only Tuesday and Thursday, after two.")

    page.follow("(Add|Change).*Language")
    page.write("Interpreter", "Somali, a woman")
    page.tick("No steps")
    page.press("^Save$")
    page.follow("(Add|Change).*GP")
    page.write("Name of the practice", "Harbour Surgery")
    page.press("^Save$")
    page.follow("(Add|Change).*Equality")
    page.page.get_by_label("Ethnic group").select_option(label="African")
    page.press("^Save$")
    page.sees("African")

    page.page.get_by_text("Add someone who matters").click()
    page.page.get_by_label("Name", exact=True).fill("Fatima")
    page.write("How do they know each other", "sister")
    page.tick("Ring them first")
    page.press("Save person")
    page.sees("Ring them first if things get bad.")

    page.follow("(Add|Change).*GP")
    page.write("Name of the practice", "Leith Surgery")
    page.press("^Save$")
    page.follow("Change.*GP")
    page.sees("History")
    page.sees("Harbour Surgery")


@pytest.mark.parametrize("width", [1280, 375])
def test_a_timeline_is_sifted(walk, priya, amina, width):
    page = walk(f"timeline-{width}", width=width).sign_in(priya)
    page.go(f"/people/{amina.pk}/").follow("Full history")
    page.follow("Who holds them")
    page.sees("Held by")
    page.follow("Hopes")
    page.sees("Nothing of this kind yet.")
    page.follow("Access log")
    page.sees("in their welcome team")
