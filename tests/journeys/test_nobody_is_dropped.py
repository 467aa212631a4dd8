"""Given back and tried elsewhere, handed on, put right: always somebody holds."""

import uuid

import pytest

from referrals import actions

from .. import factories as make


@pytest.fixture
def lena(site):
    lantern = make.make_organisation(name="Lantern Trust", site=site, is_partner=True)
    make.make_offer(lantern, name="A quiet room")
    return make.make_partner(lantern, name="Lena Moss", email="lena@example.org")


@pytest.mark.parametrize("width", [1280, 375])
def test_given_back_and_tried_elsewhere_in_two_presses(
    walk, amina, priya, omar, lena, letters, request_made, agreed, width
):
    agreed |= {"may_go_on": True}
    (sent,) = actions.agree_and_send(
        request_made, seen=make.seen(request_made), by=priya, **agreed
    )
    partner = walk(f"back-{width}-partner", width=width).sign_in(omar)
    partner.go(f"/referrals/{sent.pk}/").follow("Give back")
    partner.tick("We have no room just now")
    partner.write("Who or what might help", "Lantern have a quiet room.")
    partner.press("^Give back")
    partner.sees("Write about how many weeks until there is room.")
    partner.write("in about how many weeks", "6")
    partner.press("^Give back")
    partner.sees("still has someone")

    team = walk(f"back-{width}-team", width=width).sign_in(priya)
    team.go("/today/").follow("Choose what happens next")
    team.sees("Lantern have a quiet room.")
    team.sees("ask again from")
    team.press("Try A quiet room")
    team.sees("the same parts to someone else who fits")
    team.press("^Send referral")
    team.sees("story is with Lantern Trust")

    # whoever thinks of Harbour again is told before the form
    team.go(f"/people/{amina.pk}/send-on/")
    team.sees("They said: ask again from")


def test_handed_on_with_a_yes_and_put_right_after_a_slip(
    walk, amina, priya, omar, lena, accepted
):
    partner = walk("on-1-partner", width=375).sign_in(omar)
    partner.go(f"/referrals/{accepted.pk}/").follow("Suggest another service")
    partner.press("Suggest service")
    partner.sees("Choose which service could help more")
    partner.tick("A quiet room")
    partner.write("Why would it help them more", "They sit with you longer.")
    partner.press("Suggest service")
    partner.sees("ask Amina first")

    team = walk("on-2-team").sign_in(priya)
    team.go(f"/referrals/{accepted.pk}/").follow("Ask Amina")
    team.press("Send referral")
    team.sees("Write what they said")
    team.tick("The letters frighten me.")
    team.write("What did they say?", "Aye, if I need not tell it again.")
    team.tick("On the phone")
    team.press("Send referral")
    team.sees("story is with Lantern Trust")

    new = amina.referrals.get(previous=accepted)
    actions.accept(new, seen=make.seen(new), by=lena)
    partner.go(f"/referrals/{accepted.pk}/")
    partner.sees("Farewell said")
    partner.follow("Reopen referral")
    partner.press("Reopen referral")
    partner.sees("Write what the mistake was")
    partner.write("What was the mistake?", "She comes to us on Tuesdays still.")
    partner.press("Reopen referral")
    partner.sees("There is a newer referral")


def test_sent_by_mistake_is_annulled_with_a_reason(walk, priya, omar, sent):
    team = walk("annul-team", width=375).sign_in(priya)
    team.go(f"/referrals/{sent.pk}/").follow("Cancel referral")
    team.write("What was the mistake?", "Meant for another Amina.")
    team.press("Cancel referral")
    team.sees("Referral cancelled. They can no longer read it.")
    partner = walk("annul-partner").sign_in(omar)
    partner.go(f"/referrals/{sent.pk}/")
    partner.sees_not("The letters frighten me.")


def test_several_at_once_and_the_first_yes_is_enough(
    walk, amina, priya, omar, lena, letters, agreed
):
    room = lena.memberships.get().organisation.offers.get()
    made = actions.prepare(
        amina, by=priya, once=uuid.uuid4(), words="Sit with me", need="money",
        urgency="usual", offers=[letters, room], wants="first",
    )  # fmt: skip
    one, two = actions.agree_and_send(made, seen=make.seen(made), by=priya, **agreed)
    harbours = one if one.partner == letters.partner else two
    actions.accept(harbours, seen=make.seen(harbours), by=omar)
    team = walk("several-team").sign_in(priya)
    team.go(f"/referrals/{harbours.pk}/")
    team.sees("Asked at the same time")
    team.sees("We only need one to say yes.")
