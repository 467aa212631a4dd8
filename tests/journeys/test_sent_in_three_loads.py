"""From the sign-in to “sent”: counted, page by page and click by click."""

import re

import pytest

from referrals.models import Referral, State


@pytest.mark.parametrize("width", [1280, 375])
def test_a_story_is_heard_and_sent_in_three_page_loads_and_eight_clicks(
    walk, priya, site, letters, width
):
    at_desk = walk(f"three-loads-{width}", width=width).sign_in(priya)
    page = at_desk.page
    at_desk.go("/today/")
    loads, clicks = [], 1  # the click that signed her in

    def click(found):
        nonlocal clicks
        clicks += 1
        found.click()

    page.on("load", lambda: loads.append(page.url))
    page.get_by_label("What do they like to be called?").fill("Ailsa")
    click(page.get_by_role("button", name="Start conversation"))
    at_desk.look()
    page.get_by_label("What brought you here today?").fill("I stopped opening my post.")
    page.get_by_label("What would you like to be different?").fill("To open one.")
    click(page.get_by_label("Read back and agreed"))
    click(page.get_by_role("button", name="Finish and share"))
    at_desk.look()
    click(page.get_by_label("Letters and debt"))
    click(page.get_by_role("button", name=re.compile("Tick every part")))
    preview = page.locator("#preview")
    preview.get_by_text("I stopped opening my post.").first.wait_for()
    page.get_by_label("What did they say?").fill("Aye, send them that.")
    click(page.get_by_label("Face to face"))
    click(page.get_by_role("button", name="Send referral"))
    at_desk.sees("story is with Harbour Money Advice")
    page.wait_for_load_state()
    at_desk.look()

    sent = Referral.objects.get()
    assert sent.state == State.SENT
    assert sent.request.words == "To open one."
    assert len(loads) == 3, loads
    assert clicks <= 8
