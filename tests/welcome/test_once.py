"""One key, two texts: both are kept, whoever comes first, and each of them once."""

import uuid
from decimal import Decimal
from functools import partial

import pytest

from welcome import actions, once
from welcome.models import (
    Contact,
    Dialog,
    Event,
    Hope,
    Introduction,
    Message,
    Rating,
    TypedTotal,
    User,
)
from welcome.refusals import Refused

from .. import factories as make
from ..threads import at_once

KEY = uuid.UUID(int=7)


@pytest.fixture
def asked(site, team):
    """Sends the form of the front door."""

    def ask(words, **more):
        said = {"known_as": "Ruth", "phone": "07700 900123", "words": words}
        by = User.objects.hand("front_door")
        return actions.introduce(
            by=by, once=KEY, source="self", **{"site": site} | said | more
        )

    return ask


def test_a_hope_named_again_after_back_is_another_hope(amina, priya):
    for words in ("To sleep.", "To dance.", "To dance.", "To sleep."):
        actions.name_hope(amina, by=priya, once=KEY, words=words)
    assert {hope.words for hope in Hope.objects.all()} == {"To sleep.", "To dance."}
    assert Event.objects.filter(what="hope.named").count() == 2


def test_a_hope_that_was_laid_down_can_be_named_again_from_the_same_page(amina, priya):
    hope = actions.name_hope(amina, by=priya, once=KEY, words="To sleep.")
    actions.lay_down(hope, by=priya, why="not_now")
    again = actions.name_hope(amina, by=priya, once=KEY, words="To sleep.")
    assert again.is_open and again != hope


def test_a_number_sent_again_with_other_words_is_kept_beside_the_first(amina, priya):
    hope = make.make_hope(amina, priya)
    for score, words in ((4, "A bit."), (4, "A lot."), (6, "A lot."), (6, "A lot.")):
        actions.rate_hope(hope, by=priya, once=KEY, score=score, words=words)
    rows = Rating.objects.order_by("at").values_list("score", "words")
    assert list(rows) == [(4, "A bit."), (4, "A lot."), (6, "A lot.")]


def test_other_answers_are_another_dialog(amina, priya):
    for job in (3, 5, 5, 3):
        actions.fill_in(amina, by=priya, once=KEY, answers={"job": job})
    assert sorted(Dialog.objects.values_list("job", flat=True)) == [3, 5]


def test_putting_right_what_one_put_right_a_moment_ago_is_no_race(amina, priya):
    wrong = make.make_dialog(amina, priya, job=7)
    for job in (1, 2, 2):
        said = {"answers": {"job": job}, "replaces": wrong}
        actions.fill_in(amina, by=priya, once=KEY, **said)
    assert [dialog.job for dialog in Dialog.objects.current()] == [2]
    assert Dialog.objects.count() == 3


def test_putting_right_what_a_colleague_put_right_is_refused(amina, priya, team):
    mary, wrong = make.make_welcomer(team), make.make_dialog(amina, priya, job=7)
    first = actions.fill_in(
        amina, by=priya, once=KEY, answers={"job": 1}, replaces=wrong
    )
    actions.fill_in(
        amina, by=mary, once=uuid.uuid4(), answers={"job": 2}, replaces=first
    )
    with pytest.raises(Refused, match="has just corrected this one"):
        actions.fill_in(amina, by=priya, once=KEY, answers={"job": 3}, replaces=wrong)


def test_the_same_total_in_other_figures_is_the_same_total(amina, priya):
    for total in ("12", "12.00", "14"):
        actions.type_total(
            amina, by=priya, once=KEY, scale="reqol10", total=Decimal(total)
        )
    assert TypedTotal.objects.count() == 2


def test_a_call_written_down_with_other_words_is_another_call(team, priya):
    ruth = make.make_introduction(team)
    for words in ("Engaged", "Call back at 4", "Call back at 4"):
        actions.log_call(ruth, by=priya, once=KEY, reached=False, words=words)
    assert Contact.objects.count() == 2


def test_what_was_said_first_at_the_front_door_is_kept_beside_the_last(asked):
    asked("I cannot sleep.")
    asked("I cannot sleep, and I am afraid.", phone="07700 900124")
    made = asked("I am fine.", phone="07700 900124")

    assert Introduction.objects.get() == made
    assert made.words == "I am fine."
    assert made.first_words == ["I cannot sleep.", "I cannot sleep, and I am afraid."]
    assert made.first_facts == ["Phone: 07700 900123"]
    assert Message.objects.count() == 1


def test_what_is_said_after_somebody_has_answered_comes_to_the_team(
    asked, amina, priya
):
    first = asked("I cannot sleep.")
    actions.begin(amina, by=priya, introduction=first)
    for _ in "12":
        asked("I am afraid now.")

    assert Introduction.objects.waiting().get().words == "I am afraid now."
    assert Message.objects.filter(template="introduction_made").count() == 2


def test_the_same_words_after_somebody_has_answered_are_no_news(asked, amina, priya):
    actions.begin(amina, by=priya, introduction=asked("I cannot sleep."))
    asked("I cannot sleep.")
    assert Introduction.objects.count() == 1


def test_another_place_is_told_as_well(asked):
    asked("I cannot sleep.")
    oldham = make.make_team().site
    assert asked("I cannot sleep.", site=oldham).site == oldham
    assert Introduction.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_texts_that_arrive_at_once_are_both_kept(amina, priya, team):
    hope, ruth = make.make_hope(amina, priya), make.make_introduction(team)

    def name(words):
        return actions.name_hope(amina, by=priya, once=KEY, words=words)

    def rate(score):
        return actions.rate_hope(hope, by=priya, once=KEY, score=score)

    def call(words):
        return actions.log_call(ruth, by=priya, once=KEY, reached=True, words=words)

    for do, one, other in ((name, "a", "b"), (rate, 1, 2), (call, "a", "b")):
        came_to = at_once(*[partial(do, text) for text in (one, other, one, other)])
        assert len(set(came_to)) == 2, do.__name__


@pytest.mark.django_db(transaction=True)
def test_where_nothing_is_locked_the_database_decides(asked, team):
    """The first introduction has no row yet that anybody could hold."""
    at_once(*[partial(asked, words) for words in "aabb"])

    texts = {text for row in Introduction.objects.all() for text in _texts(row)}
    assert texts == {"a", "b"}


def _texts(row):
    return [row.words, *row.first_words]


def test_another_rule_that_is_broken_is_not_taken_for_a_second_press(amina, priya):
    with pytest.raises(Exception, match="hope_has_words"):
        once.keep(Hope, KEY, {"person": amina, "words": " "}, named_by=priya)
