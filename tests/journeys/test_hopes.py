"""Hopes named, rated, rated again; and rated by Amina herself, on her phone."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from welcome.actions import private_links
from welcome.models import Rating

from .. import factories as make

WORD = "Copper teapot"
HOPE = "To open one letter and not be sick with it."


@pytest.mark.parametrize("width", [1280, 375])
def test_a_hope_is_named_rated_and_rated_again(walk, priya, amina, width):
    welcomer = walk(f"hopes-1-{width}", width=width).sign_in(priya)
    welcomer.go(f"/people/{amina.pk}/")
    welcomer.follow("Add a hope")
    welcomer.press("^Add hope")
    welcomer.sees("Write what they hope for, in their words")
    welcomer.write("What do they hope for?", HOPE)
    welcomer.press("^Add hope")
    welcomer.sees("Not rated yet.")

    # the number is forgotten: nothing else that was said is lost
    welcomer.write("Why, in their words", "I could not touch it.")
    welcomer.press("Save rating")
    welcomer.sees("Choose a number from 0 to 10")
    box = welcomer.page.get_by_label("Why, in their words")
    assert box.input_value() == "I could not touch it."

    # by keyboard alone
    welcomer.page.get_by_role("radio", name="0 not at all").focus()
    welcomer.key("Space")
    welcomer.key("ArrowRight")
    welcomer.press("Save rating")
    welcomer.sees("1 today.")

    # weeks later
    rating = Rating.objects.get()
    make.make_hope(amina, priya, 7, 3, words="To sleep till the alarm.")
    earlier = timezone.now() - timedelta(days=40)
    hope = make.make_hope(amina, priya, words="To say it to somebody.")
    Rating.objects.create(hope=hope, score=3, by=priya, at=earlier)
    assert rating.score == 1
    welcomer.go(f"/people/{amina.pk}/hopes/")
    welcomer.page.get_by_text("Rate again").first.click()
    form = welcomer.page.locator("form.rate").first
    form.get_by_role("radio", name="6", exact=True).check(force=True)
    form.get_by_label("Why, in their words").fill("I did two. With a biscuit.")
    welcomer.look()
    form.get_by_role("button").click()
    welcomer.look()
    welcomer.sees("1 today, 6 today.")
    welcomer.sees("Reliably better")
    welcomer.sees("Reliably worse")
    welcomer.go(f"/people/{amina.pk}/")
    welcomer.sees("I did two. With a biscuit.")

    # it came true, and stays readable
    welcomer.follow("Rate hopes")
    welcomer.page.get_by_text("Close this hope").first.click()
    welcomer.tick("It came true")
    welcomer.press("^Close hope")
    welcomer.sees("You can still read it below.")
    welcomer.sees("It came true,")


@pytest.mark.parametrize("width", [1280, 375])
def test_dialog_is_filled_in_while_listening_and_again(walk, priya, amina, width):
    welcomer = walk(f"hopes-2-dialog-{width}", width=width).sign_in(priya)
    welcomer.go(f"/people/{amina.pk}/dialog/")
    welcomer.press("Save DIALOG")
    welcomer.sees("Answer at least one of the eleven")
    keys = welcomer.page.keyboard
    for item in ("Mental health", "Job situation", "Friendships", "Practical help"):
        row = welcomer.page.get_by_role("group", name=item)
        row.get_by_role("radio", name="Left out").focus()
        keys.press("ArrowRight")  # round to 1
        keys.press("ArrowRight")
    keys.press("4")  # a figure chooses as well, and Tab goes to the next row
    keys.press("Tab")
    keys.press("5")
    assert chosen(welcomer) == ["2", "2", "2", "4", "5"]
    keys.press("0")
    welcomer.write("Where?", "The library")
    welcomer.look()
    welcomer.press("Save DIALOG")
    welcomer.sees("Filled in once, today.")

    earlier = timezone.now() - timedelta(days=90)
    make.make_dialog(
        amina, priya, mental_health=1, job=4, family=5, safety=6, meetings=3,
        friendships=2, leisure=2, filled_at=earlier,
    )  # fmt: skip
    welcomer.go(f"/people/{amina.pk}/dialog/")
    welcomer.sees("Reliably better: mental health. Reliably worse: job situation.")
    welcomer.page.get_by_text("Fill in DIALOG again").click()
    welcomer.look()
    welcomer.page.get_by_text("Add a total").click()
    welcomer.tick("ReQoL-10")
    welcomer.write("Its total", "52")
    welcomer.press("Save total")
    welcomer.sees("Check the total: ReQoL-10 goes from 0 to 40")
    welcomer.write("Its total", "22")
    welcomer.press("Save total")
    welcomer.sees("ReQoL-10")
    welcomer.follow("^Correct")
    welcomer.press("Save correction")


def chosen(walker):
    """The numbers that are marked, from the first row to the last."""
    return walker.page.locator(".dialog .scale__input:checked").evaluate_all(
        "stones => stones.map(stone => stone.value).filter(value => value)"
    )


def test_amina_rates_her_hopes_on_her_phone(walk, priya, amina):
    make.make_hope(amina, priya, 1, 4, words=HOPE)
    link = private_links.send_door(
        amina, by=priya, once=uuid.uuid4(), way="hand", question="", fact=WORD
    )
    phone = walk("hopes-3-amina", width=375)
    phone.go(link)
    phone.write("Your agreed password word", WORD)
    phone.press("^Open$")
    phone.follow("My hopes")
    phone.page.get_by_text("Rate again").first.click()
    phone.page.get_by_role("radio", name="7", exact=True).check(force=True)
    phone.write("Why, in a few words", "Tuesdays.")
    phone.look()
    phone.press("Save rating")
    phone.sees("7 saved.")
    phone.sees("Reliably better")

    phone.press("^Add hope")
    phone.sees("Write what you hope for")
    phone.write("What do you hope for?", "To dance at the wedding.")
    phone.press("^Add hope")
    phone.sees("To dance at the wedding.")

    # her team reads it at once
    welcomer = walk("hopes-4-welcomer").sign_in(priya)
    welcomer.go(f"/people/{amina.pk}/hopes/")
    welcomer.sees("Tuesdays.")
    welcomer.sees("To dance at the wedding.")
