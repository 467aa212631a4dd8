"""A safeguarding concern can be raised from every page about a person."""

from .doors import DOORS
from .knocking import address_of, signed_in, undone

WORDS = "Raise a safeguarding concern"
BANNER = '<section class="person">'
#: Pages with the banner on which it is somebody else's to raise, and why.
NOT_THERE = {
    "referrals:agree": "the preview shows what a partner will see",
    "welcome:handover": "the team that is asked does not hold them yet",
}
#: Pages about one person without the banner.
WITHOUT_BANNER = {
    "welcome:conversation", "welcome:raise_in_huddle",
    "referrals:meet", "referrals:give_back", "referrals:hand_on", "referrals:put_right",
    "referrals:farewell", "referrals:withdraw", "referrals:review_agreement",
}  # fmt: skip


def pages_of(user, things, valkey):
    """Each page that this user can open, by its door."""
    client = signed_in(user)
    for door, (how, *_) in DOORS.items():
        if how != "get" or door.startswith("storybooks"):
            continue
        with undone(valkey):
            answer = client.get(address_of(door, things))
            if answer.status_code == 200 and not answer.streaming:
                yield door, answer.getvalue().decode(errors="replace")


def test_the_team_and_the_partner_can_raise_one_from_every_page_about_a_person(
    things, valkey, priya, omar, tomasz
):
    told, silent = set(), set()
    for user in (priya, omar, tomasz):
        for door, page in pages_of(user, things, valkey):
            if WORDS in page:
                told.add(door)
            elif BANNER in page:
                silent.add(door)
    assert silent <= set(NOT_THERE)
    assert told >= WITHOUT_BANNER
