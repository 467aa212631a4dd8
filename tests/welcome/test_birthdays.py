"""Birthdays in every way that people and spreadsheets write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welcome.finding.search_words import take_apart
from welcome.values.birthdays import understand
from welcome.values.date_order import Order, order_of
from welcome.values.date_words import NotADate

TODAY = date(2026, 12, 1)
THIRD_OF_MAY = date(1992, 5, 3)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("3-May-92", THIRD_OF_MAY),
        ("14-Sep-61", date(1961, 9, 14)),
        ("3 Sept 1988", date(1988, 9, 3)),
        ("Feb 9, 1979", date(1979, 2, 9)),
        ("03–05–1974", date(1974, 5, 3)),
        ("03—05−1974", date(1974, 5, 3)),
        ("03051966", date(1966, 5, 3)),
        ("3051966", date(1966, 5, 3)),
        ("19660503", date(1966, 5, 3)),
        ("030566", date(1966, 5, 3)),
        ("12-Jul-74", date(1974, 7, 12)),
        ("03/05/1992", THIRD_OF_MAY),
        ("1992-05-03", THIRD_OF_MAY),
        ("1992/5/3", THIRD_OF_MAY),
        ("3/5/92", THIRD_OF_MAY),
        ("3.5.'92", THIRD_OF_MAY),
        ("3rd May 1992", THIRD_OF_MAY),
        ("3RD OF MAY, 1992", THIRD_OF_MAY),
        ("Sunday 3 may 1992", THIRD_OF_MAY),
        ("1992 May 3", THIRD_OF_MAY),
        ("3May1992", THIRD_OF_MAY),
        ("03/05/1992 00:00", THIRD_OF_MAY),
        ("1992-05-03T00:00:00.000Z", THIRD_OF_MAY),
        ("3/5/1992 12:00 AM", THIRD_OF_MAY),
        ("33727", THIRD_OF_MAY),
        ("33727.5", THIRD_OF_MAY),
        ("٣/٥/١٩٩٢", THIRD_OF_MAY),
    ],
)
def test_a_day_is_understood_however_it_is_written(written, day):
    assert understand(written, TODAY, serials=True) == (day, None)


@pytest.mark.parametrize(
    ("written", "year"),
    [("1992", 1992), ("1992.0", 1992), ("May 1992", 1992), ("05/1992", 1992)],
)
def test_a_month_or_a_year_alone_gives_the_year(written, year):
    assert understand(written, TODAY, serials=True) == (None, year)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("1,992", "a number with a comma in it, not a date or a year"),
        ("33,727", "a number with a comma in it"),
        ("31 Feb 1990", "that month has no such day. Write it like 3 May 1992"),
        ("29/02/1991", "that month has no such day"),
        ("05/13/1992", "not from 1 to 12"),
        ("2 December 2026", "in the future"),
        ("2027", "in the future"),
        ("3 May 1792", "no one alive is older than 120"),
        ("3 May", "Add the year"),
        ("May 12", "Add the year"),
        ("010203", "two different days"),
        ("30592", "two different days"),
        ("about 40", "Write a day like 3 May 1992, or only the year"),
        ("1/2/3/4", "Write a day like 3 May 1992, or only the year"),
    ],
)
def test_what_is_not_certainly_a_birthday_is_refused_in_a_sentence(written, sentence):
    with pytest.raises(NotADate, match=sentence):
        understand(written, TODAY, serials=True)


def test_only_a_spreadsheet_counts_days():
    with pytest.raises(NotADate):
        understand("33727", TODAY)


@pytest.mark.parametrize(
    ("written", "year"), [("1/12/26", 2026), ("2/12/26", 1926), ("29/2/28", 1928)]
)
def test_two_digits_are_the_latest_year_that_is_not_in_the_future(written, year):
    assert understand(written, TODAY)[0].year == year


def test_a_column_with_the_month_first_is_read_so():
    day = understand("05/13/1992", TODAY, day_first=False)[0]
    assert day == date(1992, 5, 13)
    assert understand("1992-05-03", TODAY, day_first=False)[0] == THIRD_OF_MAY


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["3/5/1992", "14/9/61"], Order.DAY_FIRST),
        (["3/5/1992", "9/14/61"], Order.MONTH_FIRST),
        (["25/12/80", "12/25/80"], Order.CONTRADICTORY),
        (["3/5/1992", "", "1961"], Order.AMBIGUOUS),
        (["03051966"], Order.AMBIGUOUS),
        (["3 May 1992", "1992-05-03", "5/5/92", "?"], Order.DAY_FIRST),
        ([], Order.DAY_FIRST),
    ],
)
def test_a_column_says_whether_its_order_is_certain(column, order):
    assert order_of(column) == order


@pytest.mark.parametrize(
    "typed",
    ["3-May-92", "Feb 9, 1979", "03–05–1974", "3 Sept 1988", "03051966", "3/5/92"],
)
def test_the_search_box_understands_the_same_days(typed):
    day = understand(typed, TODAY)[0]
    asked = take_apart(f"Orla {typed}")
    assert asked.keys == [f"day {day:%Y%m%d}"]
    assert asked.name.strip() == "Orla"


@given(st.one_of(st.text(), st.text("0123456789/-. ,'MayJunt", max_size=20)))
def test_nothing_but_the_declared_error_is_ever_raised(text):
    try:
        day, year = understand(text, TODAY, serials=True)
    except NotADate as refusal:
        assert str(refusal)
    else:
        assert day is None or day <= TODAY
        assert year is None or 1906 <= year <= 2026
    assert order_of([text]) in Order


@given(st.dates(date(1927, 5, 18), TODAY))
def test_a_day_is_read_back_as_it_was_written(day):
    for form in ("%d/%m/%Y", "%-d %B %Y", "%d-%b-%y", "%Y-%m-%d", "%B %-d, %Y"):
        assert understand(f"{day:{form}}", TODAY) == (day, None)
    serial = str((day - date(1899, 12, 30)).days)
    assert _of_serial(serial) in (day, "two different days")


def _of_serial(serial):
    try:
        return understand(serial, TODAY, serials=True)[0]
    except NotADate as refusal:
        return "two different days" if "two different days" in str(refusal) else ""
