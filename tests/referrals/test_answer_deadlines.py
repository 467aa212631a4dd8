"""When an answer is due, and how that is said."""

import doctest
from datetime import date

import pytest

from referrals.deadlines import answer_deadlines

MONDAY = date(2026, 11, 23)


def test_the_examples_in_the_clocks_are_true():
    result = doctest.testmod(answer_deadlines)

    assert result.attempted
    assert not result.failed


@pytest.mark.parametrize(
    ("urgency", "nation", "due"),
    [
        ("soon", "england", date(2026, 11, 25)),
        ("usual", "england", date(2026, 11, 30)),
        ("usual", "scotland", date(2026, 12, 1)),  # St Andrew's Day is no working day
    ],
)
def test_an_answer_is_due_in_working_days_of_its_nation(urgency, nation, due):
    assert answer_deadlines.answer_due_on(MONDAY, urgency, nation) == due


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2026, 11, 22), "Answer was due yesterday"),
        (date(2026, 11, 23), "Answer due today"),
        (date(2026, 11, 24), "Answer due tomorrow"),
        (
            date(2026, 11, 26),
            "Answer due Thursday 26 November, three working days left",
        ),
        (date(2026, 11, 17), "Answer was due on Tuesday 17 November"),
    ],
)
def test_the_time_left_is_said_in_words(due, words):
    assert answer_deadlines.in_words(due, MONDAY, "england") == words


def test_one_working_day_over_a_weekend_is_one_day():
    friday, monday = date(2026, 11, 27), date(2026, 11, 30)

    assert answer_deadlines.in_words(monday, friday, "england") == (
        "Answer due Monday 30 November, one working day left"
    )
