"""Nobody can be recognised in a number, nor found by subtraction."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referrals.dashboards.disclosure import (
    protect,
    safe_average,
    safe_count,
    safe_percentage,
)


@pytest.mark.parametrize(
    ("true", "shown"),
    [(0, None), (1, None), (4, None), (5, 5), (7, 5), (8, 10), (12, 10), (1003, 1005)],
)
def test_a_count_under_five_is_hidden_and_others_are_rounded_to_five(true, shown):
    assert safe_count(true) == shown


def test_a_count_below_nothing_is_a_mistake_and_says_so():
    with pytest.raises(ValueError):
        safe_count(-1)
    with pytest.raises(ValueError):
        safe_percentage(3, 2)
    with pytest.raises(ValueError):
        safe_average(1, -1)


@pytest.mark.parametrize(
    ("numerator", "denominator", "shown"),
    [(4, 50, None), (4, 4, None), (0, 50, None), (25, 50, 50), (33, 50, 70)],
)
def test_a_share_of_few_is_hidden(numerator, denominator, shown):
    assert safe_percentage(numerator, denominator) == shown


@given(st.integers(5, 300), st.integers(0, 4))
def test_a_share_never_betrays_the_few_who_are_left(denominator, left):
    """Whoever knows the rounded count and the share cannot tell 1 to 4 apart."""
    shown = safe_percentage(denominator - left, denominator)
    if shown is None:
        return
    whole = safe_count(denominator)
    fits = {
        d - n
        for d in range(whole - 2, whole + 3)
        for n in range(max(0, d - 9), d + 1)
        if d >= 5 and safe_count(d) == whole and safe_percentage(n, d) == shown
    }
    assert len(fits) > 2


@pytest.mark.parametrize(("people", "shown"), [(0, None), (7, None), (8, 12)])
def test_an_average_needs_eight_people(people, shown):
    assert safe_average(12 * people, people) == shown


def test_a_part_is_hidden_when_its_total_would_give_it_away():
    """18 in all are shown as 20; 7 and 7 as 5 and 5: the rest could only be 4."""
    total, parts = protect([[18], [7, 7, 4]])
    assert [cell.shown for cell in total] == [20]
    assert [cell.shown for cell in parts] == [None, 5, None]


def test_nothing_more_is_hidden_than_must_be():
    total, parts = protect([[40], [20, 17, 3]])
    assert [cell.shown for cell in parts] == [20, 15, None]


def spans(row):
    """What each cell can be, for a reader who even knows why a cell is hidden."""
    for cell in row:
        if cell.shown is not None:
            yield range(max(5, cell.shown - 2), cell.shown + 3)
        else:
            yield range(5) if cell.count < 5 else range(5, 60)


def sums(rows):
    found = {0}
    for span in rows:
        found = {so_far + n for so_far, n in product(found, span) if so_far + n < 400}
    return found


def conclusions(tables):
    """Every cell under five, and all that it could be, by brute force."""
    totals = set.intersection(*(sums(spans(row)) for row in tables))
    for row in tables:
        each = list(spans(row))
        for at, cell in enumerate(row):
            if cell.count < 5:
                rest = sums(each[:at] + each[at + 1 :])
                yield (
                    cell.count,
                    {n for n in each[at] if any(t - n in rest for t in totals)},
                )


person = st.tuples(st.integers(0, 2), st.integers(0, 3), st.integers(0, 4))


@settings(max_examples=300, deadline=None)
@given(st.lists(person, min_size=1, max_size=60))
def test_no_count_of_one_to_four_can_be_found_by_subtraction(people):
    """One page splits the same people by month, by age and by who introduced them."""
    tables = [
        [sum(one[way] == group for one in people) for group in range(size)]
        for way, size in enumerate((3, 4, 5))
    ]
    safe = protect([[len(people)], *tables])
    if not any(cell.is_shown for row in safe for cell in row):
        return
    for true, possible in conclusions(safe):
        assert true in possible
        assert possible == {0} or len(possible) > 1 or true == 0, (true, possible)
