"""What suits whom, and why: each rule by itself, and what they add up to."""

import doctest

import pytest

from referrals.matching import routing, sentence_parts
from referrals.matching.routing import ranked, weigh
from referrals.matching.rules import RULES
from referrals.matching.wish import Choice, Wish

MONEY = {"money": "Money, debt and benefits"}


def said(wish, choice):
    why = weigh(wish, choice)
    return {reason.rule: reason.words for reason in (*why.fits, *why.speaks_against)}


@pytest.mark.parametrize(
    ("rule", "wish", "choice", "words"),
    [
        ("need", {"needs": ("money",)}, {"needs": MONEY}, "Helps with: money, debt"),
        ("other_things", {"needs": ("grief",)}, {"needs": MONEY}, "does not help with"),
        ("map", {"needs": ("grief", "money")}, {"needs": MONEY},
         "On Amina’s map: money"),
        ("hope", {"hopes": ("To be in a garden again",)},
         {"words": "Two gardens, and tea"}, "“garden”"),
        ("near", {"district": "EH6"}, {"districts": frozenset(["EH6"])}, "EH6, where"),
        ("far", {"district": "EH6"}, {"districts": frozenset(["EH7"])},
         "Does not cover EH6"),
        ("age", {"age": 17}, {}, "For ages 18 and over; Amina is 17"),
        ("age", {"age": 70}, {"ages_to": 65}, "For ages up to 65; Amina is 70"),
        ("hope", {"hopes": ("To live well with my illness",)},
         {"words": "For an illness that lasts"}, "“illness”"),
        ("right_age", {"age": 19}, {"ages_from": 16, "ages_to": 25},
         "For ages 16 to 25; Amina is 19"),
        ("right_age", {"age": 67}, {"ages_from": 50}, "For ages 50 and over"),
        ("access",
         {"access": {"step_free": "No steps", "quiet": "A quiet, calm place"}},
         {"meets": frozenset(["step_free", "quiet"])},
         "Meets: no steps; a quiet, calm place"),
        ("access", {"access": {"bsl": "British Sign Language"}},
         {"meets": frozenset(["bsl"])}, "Meets: British Sign Language"),
        ("no_access", {"access": {"step_free": "No steps"}},
         {"cannot_meet": frozenset(["step_free"])},
         "Steps at the entrance, and Amina needs: no steps"),
        ("ask_access", {"access": {"step_free": "No steps"}}, {}, "Ask them about"),
        ("language", {"language": "urdu"}, {"languages": ("Urdu",)}, "is spoken there"),
        ("language", {"language": "Somali"}, {"meets": frozenset(["interpreter"])},
         "They can get an interpreter"),
        ("no_language", {"language": "Somali"}, {}, "They do not say that they speak"),
        ("not_for_them", {"gender": "man"}, {"only_for": "women"}, "For women only"),
        ("ask_whom", {}, {"only_for": "women"}, "For women only"),
        ("room", {}, {}, "Room now"),
        ("wait", {}, {"capacity": "wait", "weeks": 12}, "About 12 weeks’ wait"),
        ("paused", {}, {"capacity": "paused"}, "Paused"),
        ("gave_back", {}, {"returned": 3, "answered": 10}, 
         "Could not help with 3 of 10 referrals in"),
        ("gave_back", {"needs": ("money",)}, {"returned": 3, "answered": 10},
         "Could not help with 3 of 10 referrals for"),
        ("against", {}, {"against": "Amina said no."}, "Amina said no."),
    ],
)  # fmt: skip
def test_each_rule_says_what_it_found(rule, wish, choice, words):
    assert words in said(Wish("Amina", **wish), Choice(**choice))[rule]


@pytest.mark.parametrize(
    ("rule", "wish", "choice"),
    [
        ("age", {"age": 18}, {}),
        ("right_age", {"age": 40}, {}),
        ("right_age", {}, {"ages_to": 25}),
        ("right_age", {"age": 40}, {"ages_to": 25}),
        ("other_things", {"needs": ("", "grief")}, {"needs": MONEY}),
        ("need", {"needs": ("", "money")}, {"needs": MONEY}),
        ("age", {}, {"ages_from": 50}),
        ("far", {}, {"districts": frozenset(["EH7"])}),
        ("far", {"district": "EH6"}, {}),
        ("no_language", {"language": "English"}, {}),
        ("gave_back", {}, {"returned": 2, "answered": 3}),
        ("gave_back", {}, {"returned": 3, "answered": 40}),
        ("ask_whom", {"gender": "woman"}, {"only_for": "women"}),
        ("not_for_them", {"gender": "non_binary"}, {"only_for": "women"}),
        ("hope", {"hopes": ("I would rather never",)}, {"words": "You never would"}),
    ],
)
def test_a_rule_is_silent_where_it_has_nothing_to_say(rule, wish, choice):
    assert rule not in said(Wish("Amina", **wish), Choice(**choice))


def test_every_rule_is_tried_here():
    tried = {case.values[0] if hasattr(case, "values") else case[0]
             for mark in test_each_rule_says_what_it_found.pytestmark
             for case in mark.args[1]}  # fmt: skip
    assert tried == {rule.code for rule in RULES}


def test_twelve_weeks_weigh_less_than_steps_at_the_door():
    wish = Wish("Amina", ("money",), access={"step_free": "No steps"})
    waits = Choice(needs=MONEY, capacity="wait", weeks=12)
    steps = Choice(needs=MONEY, cannot_meet=frozenset(["step_free"]))

    order = [key for key, _ in ranked(wish, [("steps", steps), ("waits", waits)])]

    assert order == ["waits", "steps"]


def test_nobody_is_left_out_and_what_is_paused_stands_last():
    wish = Wish("Amina", ("money",))
    choices = [
        ("paused", Choice(needs=MONEY, capacity="paused")),
        ("other", Choice(needs={"grief": "Grief"})),
        ("open", Choice(needs=MONEY)),
    ]

    order = ranked(wish, choices)

    assert [key for key, _ in order] == ["open", "other", "paused"]
    assert not order[-1][1].is_for_them


def test_however_well_it_fits_what_cannot_be_asked_stands_last():
    wish = Wish("Amina", ("money", "grief"), 17, access={"step_free": "No steps"})
    best_but_paused = Choice(needs=MONEY | {"grief": "Grief"}, capacity="paused")
    worst = Choice(needs={"work": "Work"}, cannot_meet=frozenset(["step_free"]))

    order = ranked(wish, [("paused", best_but_paused), ("worst", worst)])

    assert [key for key, _ in order] == ["worst", "paused"]


@pytest.mark.parametrize(
    ("wish", "choice"),
    [({"gender": "man"}, {"only_for": "women"}), ({"age": 17}, {"districts": {"EH6"}})],
)
def test_what_does_not_take_them_is_never_put_forward(wish, choice):
    """It stands in the list, with its reason; a name on top would be a false hope."""
    wish = Wish("Amina", ("money", "grief"), district="EH6", **wish)
    both = Choice(needs=MONEY | {"grief": "Grief"}, meets=frozenset(), **choice)

    assert not weigh(wish, both).is_for_them


def test_the_examples_in_the_rules_hold():
    for module in (routing, sentence_parts):
        assert doctest.testmod(module).attempted
        assert doctest.testmod(module).failed == 0


def test_equals_stay_as_they_came():
    choices = [(n, Choice(needs=MONEY)) for n in range(9)]

    assert [key for key, _ in ranked(Wish("A", ("money",)), choices)] == list(range(9))
