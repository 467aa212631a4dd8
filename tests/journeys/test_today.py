"""A welcomer's day, empty and full, on a desk and on a phone of 375 by 812."""

import pytest

from welcome import actions
from welcome.models import Role
from welcome.registries import today_items

from .. import factories as make
from ..referrals.busy_day import BusyDay

SCREEN = 812
AT_MOST_SCREENS = 5


@pytest.fixture
def day(priya, tomasz, omar, letters):
    """Priya leads her team: then every list can be hers."""
    priya.memberships.update(role=Role.LEAD)
    return BusyDay(priya, tomasz, omar, letters)


def fits(phone):
    """Five screens at most, with all that is on it."""
    phone.page.set_viewport_size({"width": 375, "height": SCREEN})
    height = phone.page.evaluate("document.documentElement.scrollHeight")
    assert height <= AT_MOST_SCREENS * SCREEN, f"{height / SCREEN:.1f} screens"


def is_on_the_first_screen(locator):
    box = locator.bounding_box()
    assert box["y"] + box["height"] <= SCREEN, box


@pytest.mark.parametrize("width", [1280, 375])
def test_everything_that_needs_priya_is_on_today_and_leads_on(walk, day, priya, width):
    day.fill(12)
    walker = walk(f"today-1-{width}", width=width).sign_in(priya)
    walker.go("/people/")
    new = walker.page.get_by_role("link", name="Today 99+ new")
    assert new.count() == 1
    new.click()

    walker.look()
    main = walker.page.locator("main")
    for kind in today_items.kinds():
        link = main.get_by_role("link", name=f"{kind.label} (", exact=False)
        assert link.first.is_visible(), kind.label
    shown = walker.page.locator(".day__group--now .row:visible")
    assert shown.count() == (10 if width == 1280 else 4)
    assert f"{shown.count()} of 99+" in main.inner_text()
    if width == 375:
        fits(walker)
        is_on_the_first_screen(shown.first.get_by_role("link").last)

    walker.follow("Questions from partners")
    walker.sees("12 of 12")
    walker.follow("Answer question")
    walker.sees("Which?")


@pytest.mark.parametrize("width", [1280, 375])
def test_an_ordinary_day(walk, day, priya, omar, sent, width):
    day.fill(1)
    walker = walk(f"today-2-{width}", width=width).sign_in(priya)
    walker.go("/today/")
    walker.sees("Due today")
    walker.press("^Mark as done")
    walker.sees("Task done.")
    if width == 375:
        fits(walker)


@pytest.mark.parametrize("width", [1280, 375])
def test_a_quiet_day_says_what_to_do(walk, priya, width):
    walker = walk(f"today-3-{width}", width=width).sign_in(priya)
    walker.go("/today/")
    walker.sees("Nothing is waiting for you.")
    walker.follow("by e-mail each morning")
    walker.tick("Yes, at half past seven")
    walker.press("Save settings")
    walker.sees("Your settings are saved.")


@pytest.mark.parametrize("width", [1280, 375])
def test_the_huddle_fits_and_begins_on_the_first_screen(walk, team, priya, day, width):
    for name in ("Callum Reid", "Lewis Grant", "Dev Anand", "Mairi Ross", "Jo Tait"):
        make.make_welcomer(team, name=name)
    day.fill(4)
    walker = walk(f"today-4-{width}", width=width).sign_in(priya)
    walker.go("/huddle/")
    walker.sees("10 of")
    begin = walker.page.get_by_role("button", name="Start the huddle")
    if width == 375:
        fits(walker)
        is_on_the_first_screen(begin)

    walker.press("Start the huddle")
    for number in range(7):
        asked = make.make_introduction(team, known_as=f"Newcomer {number}")
        actions.decide(
            asked, by=priya, huddle=team.huddles.going_on().get(), words="We ring.",
            whose=priya,
        )  # fmt: skip
    walker.go("/huddle/?next=1")
    walker.sees("3 of 7")
    if width == 375:
        fits(walker)
        is_on_the_first_screen(walker.page.locator("#next [name=words]"))
    walker.follow("Show more")
    walker.sees("To the beginning")
