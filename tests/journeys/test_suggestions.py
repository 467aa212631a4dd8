"""Who could help: suggested with reasons, looked for closely; a gap written down."""

import pytest
from playwright.sync_api import expect

from welcome.models import AccessNeed, MapVersion

from .. import factories as make


@pytest.fixture
def offers(harbour, letters, site, team, amina, priya):
    """Amina lives in EH6, stairs are too much, her letters and the nights are hard."""
    team.postcode_districts = ["EH5", "EH6", "EH7", "EH15"]
    team.save(update_fields=["postcode_districts"])
    amina.postcode = "EH6 5AB"
    amina.save(update_fields=["postcode"])
    AccessNeed.objects.create(person=amina, code="step_free")
    MapVersion.objects.create(
        person=amina, number=1, made_by=priya, change="need_added",
        needs=[{"id": 1, "words": "Nights", "more": "", "kind": "body"}],
    )  # fmt: skip
    lantern = make.make_organisation(name="Lantern Trust", site=site, is_partner=True)
    make.make_offer(
        lantern, name="Ground floor", words="Money worries, over soup",
        needs=["money", "body"], districts=["EH6", "EH7"], meets=["step_free"],
        capacity="wait", wait_weeks=12,
    )  # fmt: skip
    make.make_offer(
        lantern, name="Upstairs", words="Debt advice", cannot_meet=["step_free"],
    )  # fmt: skip
    make.make_offer(
        lantern, name="Women’s table", words="Dinner for women", needs=["company"],
        only_for="women", languages=["Urdu"],
    )  # fmt: skip
    make.make_offer(
        lantern, name="The boat", words="Bills, on the water", capacity="paused"
    )


def look_closely(team):
    team.page.get_by_text("More filters").click()


@pytest.mark.parametrize("width", [1280, 375])
def test_she_reads_why_looks_closely_and_what_she_ticked_stays(
    walk, amina, priya, offers, letters, width
):
    team = walk(f"suggested-{width}", width=width).sign_in(priya)
    team.go(f"/people/{amina.pk}/send-on/?about=money")
    team.sees("Suggested for Amina")
    team.sees("Helps with: money, debt and benefits")
    team.sees("Covers EH6, where Amina lives")
    team.sees("On Amina’s map: body, sleep and food")
    team.sees("About 12 weeks’ wait")
    team.sees("Steps at the entrance, and Amina needs: no steps")
    team.sees("Paused for now")
    team.page.get_by_text("Why are they in this order?").click()
    team.sees("For each week of waiting")
    team.look()

    team.tick("Letters and debt")
    team.write("What would they like?", "Would you sit with me?")
    look_closely(team)
    team.page.get_by_label("Access need").select_option(label="No steps")
    team.press("Find offers")
    ticked = team.page.get_by_label("Letters and debt")
    expect(ticked).to_be_checked()
    expect(team.page.get_by_label("What would they like?")).to_have_value(
        "Would you sit with me?"
    )
    team.sees("Ground floor")
    team.sees_not("Upstairs")

    team.page.get_by_label("Access need").select_option(label="Any access need")
    team.write("Keyword", "Grond flor")  # as it is typed in a hurry
    team.press("Find offers")
    team.sees("Ground floor")
    expect(ticked).to_be_checked()

    team.write("Keyword", "submarine")
    team.press("Find offers")
    team.sees_not("Ground floor")
    expect(ticked).to_be_checked()


@pytest.mark.parametrize("width", [1280, 375])
def test_what_nobody_offers_is_written_down_and_found_again(
    walk, amina, priya, offers, width
):
    team = walk(f"gap-{width}", width=width).sign_in(priya)
    team.go(f"/people/{amina.pk}/send-on/?about=housing")
    team.follow("Note a gap")
    team.press("Note gap")
    team.sees("Write what was missing")
    team.write("What was missing?", "A room with no stairs, before winter.")
    team.press("Note gap")
    team.sees("Gap: a safe home")
    team.sees("A room with no stairs, before winter.")
    team.press("Close gap")
    team.sees_not("Gap: ")


@pytest.mark.parametrize("width", [1280, 320])
def test_the_map_of_districts_says_how_many_and_chooses_by_keyboard(
    walk, priya, offers, width
):
    team = walk(f"tiles-{width}", width=width).sign_in(priya)
    team.go("/offers/here/?about=body")
    tile = team.page.get_by_role("link", name="EH6: 1 offer")
    tile.focus()
    team.key("Enter")
    team.page.wait_for_url("**near=EH6**")
    team.look()
    team.sees("For EH6")
    team.sees("Ground floor")

    team.follow("EH5: 0 offers")
    team.sees("No offers match.")
    team.page.get_by_text("Show as a list").click()
    expect(team.page.get_by_role("link", name="EH15", exact=True)).to_be_visible()
    team.look()
    team.follow("All areas")
    team.sees("Ground floor")
