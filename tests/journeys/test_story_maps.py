"""Drawing how it hangs together: by pointing, by keyboard, wide, small, and after."""

import pytest
from playwright.sync_api import expect

from welcome import actions
from welcome.actions.story_map_changes import add_need, tie

NEEDS = [
    ("Sleep", "four hours, maybe"),
    ("The letters", "debt I daren’t add up"),
    ("Losing the flat", "it is home"),
    ("My sister", "gone to Cork"),
    ("Biscuit, baking", "what holds me up"),
]
TIES = [
    (1, 2, "I lie there and add up"),
    (2, 3, "the next one is the flat"),
    (3, 1, "that keeps me awake"),
    (4, 1, "nobody to say it to"),
    (5, 4, "the stair is my family now"),
]


def draw(person, by):
    for was, (words, more) in enumerate(NEEDS):
        change = {"was": was, "change": "need_added"}
        actions.redraw(person, add_need(words, more), by=by, **change)
    for was, said in enumerate(TIES, len(NEEDS)):
        actions.redraw(person, tie(*said), by=by, was=was, change="tied")


@pytest.mark.parametrize("width", [1280, 375, 320])
def test_the_map_is_what_the_eye_falls_on(walk, amina, priya, width):
    draw(amina, priya)
    welcomer = walk(f"map-{width}", width=width).sign_in(priya)
    welcomer.go(f"/people/{amina.pk}/")
    shown = "wide" if width > 767 else "tall"
    expect(welcomer.page.locator(f".map svg.{shown}")).to_be_visible()
    welcomer.page.get_by_text("The same, in words").click()
    welcomer.sees("“nobody to say it to”")
    welcomer.look()
    welcomer.follow("Change the map")
    welcomer.follow("Earlier maps")


def test_priya_draws_by_pointing_and_by_keyboard(walk, amina, priya):
    welcomer = walk("map-drawing").sign_in(priya)
    welcomer.go(f"/people/{amina.pk}/map/")
    for words in ("Sleep", "The letters", "My sister"):
        welcomer.write("What is it, in their words?", words)
        welcomer.key("Enter")
        welcomer.sees("Added to the map.")
    names = welcomer.page.locator("svg.wide .need")
    names.nth(1).click()
    welcomer.sees("The letters: now tap what it is linked to.")
    names.nth(0).click()
    expect(welcomer.page.get_by_label("How are they linked")).to_be_focused()
    welcomer.page.keyboard.type("I lie there and add up")
    welcomer.key("Enter")
    welcomer.sees("Linked.")
    welcomer.look()
    welcomer.follow("Change “Sleep”")
    welcomer.write("What is it, in their words?", "Four hours of sleep")
    welcomer.press("Save words")
    welcomer.press("Remove “My sister”")
    welcomer.follow("Earlier maps")
    welcomer.press("Restore map 5")
    welcomer.sees("Map restored.")
    assert amina.maps.newest_first()[0].needs[2]["words"] == "My sister"
