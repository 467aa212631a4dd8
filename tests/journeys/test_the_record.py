"""The parts of the record: written down while listening, read at a glance."""

import pytest

from .. import factories as make


@pytest.mark.parametrize("width", [1280, 375])
def test_everything_known_has_a_page(walk, priya, amina, width):
    make.make_passage(amina, priya, prompt="matters", words="My sister. The garden.")
    make.make_passage(amina, priya, prompt="please_do", words="Text before you ring.")
    page = walk(f"record-{width}", width=width).sign_in(priya)
    page.go(f"/people/{amina.pk}/").follow("Read or change it")

    page.follow("(Write|Change).*Names")
    page.write("Pronouns", "she, her")
    page.write("Birthday", "31 June 1992")
    page.press("Write it down")
    page.sees("Write the birthday like 3 May 1992")
    page.write("Birthday", "3 May 1992")
    page.press("Write it down")
    page.sees("3 May 1992")

    page.follow("(Write|Change).*How it is safe")
    page.write("Phone", "07700 900123")
    page.tick("Send a text")
    page.tick("Tuesday")
    page.tick("Thursday")
    page.write("At what time?", "after two")
    page.press("Write it down")
    page.sees("Only Tuesday and Thursday, after two.")

    page.follow("(Write|Change).*Language")
    page.write("Interpreter", "Somali, a woman")
    page.tick("No steps")
    page.press("Write it down")
    page.follow("(Write|Change).*GP")
    page.write("Name of the practice", "Harbour Surgery")
    page.press("Write it down")
    page.follow("(Write|Change).*Is it fair")
    page.page.get_by_label("Ethnic group").select_option(label="African")
    page.press("Write it down")
    page.sees("African")

    page.page.get_by_text("Add somebody").click()
    page.page.get_by_label("Name", exact=True).fill("Fatima")
    page.write("Who are they", "sister")
    page.tick("Ring them first")
    page.press("Write them down")
    page.sees("Ring first when it gets bad.")

    page.follow("(Write|Change).*GP")
    page.write("Name of the practice", "Leith Surgery")
    page.press("Write it down")
    page.follow("Change.*GP")
    page.sees("What stood here before")
    page.sees("Harbour Surgery")


@pytest.mark.parametrize("width", [1280, 375])
def test_a_timeline_is_sifted(walk, priya, amina, width):
    page = walk(f"timeline-{width}", width=width).sign_in(priya)
    page.go(f"/people/{amina.pk}/").follow("Everything that happened")
    page.follow("Who holds them")
    page.sees("Held by")
    page.follow("Hopes")
    page.sees("Nothing of this kind yet.")
    page.follow("Who has looked")
    page.sees("in their welcome team")
