"""Whoever is given back again and again comes up in the huddle, decided or not."""

from referrals import actions
from referrals.reading.huddle_agenda import given_back_to, passed_around

from .. import factories as make
from ..factories import NEXT_STEP


def said(found):
    return [words for _, _, words in found]


def test_the_huddle_reads_how_often(sent, omar, team):
    actions.give_back(sent, seen=make.seen(sent), by=omar, **NEXT_STEP)
    assert said(given_back_to(team.people.all())) == [
        "Harbour Money Advice could not help"
    ]


def test_too_often_comes_up_although_it_was_decided(
    sent, omar, priya, team, amina, letters, agreed, settings
):
    settings.GIVEN_BACK_TOO_OFTEN = 2
    once = actions.give_back(sent, seen=make.seen(sent), by=omar, **NEXT_STEP)
    assert said(passed_around(team.people.all())) == []
    actions.decide(once, seen=make.seen(once), by=priya)
    assert said(passed_around(team.people.all())) == []

    again = send_again(amina, priya, letters, agreed)
    actions.give_back(again, seen=make.seen(again), by=omar, **NEXT_STEP)
    [words] = said(given_back_to(team.people.all()))
    assert words == "Harbour Money Advice could not help (given back 2 times)"
    actions.decide(again, seen=make.seen(again), by=priya)

    assert "Given back 2 times" in said(passed_around(team.people.all()))


def send_again(amina, priya, letters, agreed):
    made = actions.prepare(
        amina, by=priya, once="11111111-1111-4111-8111-111111111111", words="Again",
        need="money", urgency="usual", offers=[letters], despite="They rang.",
    )  # fmt: skip
    (referral,) = actions.agree_and_send(made, seen=make.seen(made), by=priya, **agreed)
    return referral
