"""The rules of Making Data Count, against worked examples and tables."""

import pytest

from referrals.dashboards.spc import assurance, limits_of, xmr
from referrals.dashboards.spc_limits import Assurance, Better, Limits, Rule, Signal

#: The package's own example: one wild point among eighteen.
HEADLINE = [1, 2, 1, 2, 10] + [1, 2] * 6 + [1]
#: Mean 10, limits about 10 ± 3.99: flat enough to set off one rule at a time.
CALM = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11]


def marks(values, **given):
    return [point.rule for point in xmr(values, better=Better.LOWER, **given)]


@pytest.mark.parametrize(
    ("screened", "lower", "upper"), [(False, -3.06, 6.95), (True, -0.72, 4.60)]
)
def test_the_worked_example_has_the_published_limits(screened, lower, upper):
    limits = limits_of(HEADLINE, screened=screened)
    assert round(limits.mean, 2) == 1.94
    assert round(limits.lower, 2) == lower
    assert round(limits.upper, 2) == upper


def test_a_wild_point_stays_on_the_chart_when_its_moves_are_screened():
    points = xmr(HEADLINE, better=Better.LOWER, screened=True)
    assert len(points) == 18
    assert points[4].rule is Rule.OUTSIDE


def test_near_limits_stand_two_thirds_of_the_way_out():
    limits = limits_of(CALM)
    assert limits.near_upper - 10 == pytest.approx((limits.upper - 10) * 2 / 3)


def test_a_series_that_never_moves_has_limits_on_its_mean_and_no_signal():
    for screened in (True, False):
        points = xmr([4] * 20, better=Better.HIGHER, screened=screened)
        assert {point.rule for point in points} == {None}
        assert points[0].limits.upper == points[0].limits.lower == 4


def test_one_point_alone_is_its_own_limit():
    assert xmr([3], better=Better.LOWER)[0].limits.upper == 3


def test_no_point_makes_no_chart():
    assert xmr([], better=Better.LOWER) == []
    with pytest.raises(ValueError):
        limits_of([])


def test_a_point_on_the_limit_is_not_outside():
    limits = limits_of([0, 3, 0, 3])
    points = xmr([0, 3, 0, 3, limits.upper], better=Better.LOWER, fixed_after=4)
    assert points[-1].rule is not Rule.OUTSIDE
    points = xmr([0, 3, 0, 3, limits.upper + 0.01], better=Better.LOWER, fixed_after=4)
    assert points[-1].rule is Rule.OUTSIDE


@pytest.mark.parametrize(
    ("tail", "flagged"),
    [
        ([8.6, 9, 9.4, 9.8, 10.2, 10.6, 11], 7),  # six rises
        ([11, 10.6, 10.2, 9.8, 9.4, 9, 8.6], 7),  # six falls
        ([9, 9.4, 9.8, 10.2, 10.6, 11], 0),  # only five rises after a fall to 9
        ([8.6, 9, 9.4, 9.4, 9.8, 10.2, 10.6], 0),  # a tie breaks it
    ],
)
def test_a_trend_is_seven_points_in_one_direction(tail, flagged):
    found = marks(CALM + tail, fixed_after=len(CALM))
    assert found.count(Rule.TREND) == flagged


@pytest.mark.parametrize(
    ("tail", "flagged"),
    [
        ([10.2, 10.4] * 3 + [10.2], 7),
        ([10.2, 10.4] * 3, 0),  # six are too few
        ([10.2, 10.4, 10.2, 10, 10.2, 10.4, 10.2], 0),  # on the mean breaks it
    ],
)
def test_a_shift_is_seven_points_on_one_side_of_the_mean(tail, flagged):
    found = marks([9, 11, 9, 11, 11, 9] + tail, fixed_after=6)
    assert found.count(Rule.SHIFT) == flagged


@pytest.mark.parametrize(
    ("tail", "flagged"),
    [
        ([14.2, 10.5, 14.2], [0, 2]),  # two near the limit, a third on their side
        ([14.2, 9.5, 14.2], []),  # the third on the other side
        ([14.2, 10.5, 10.5], []),  # only one is near
        ([14.2, 14.2, 10.5], [0, 1]),
    ],
)
def test_two_of_three_flags_only_the_points_near_the_limit(tail, flagged):
    base = [9, 11, 9, 11, 9, 11]  # limits 4.68 and 15.32, near 6.45 and 13.55
    found = marks(base + tail, fixed_after=6)[6:]
    assert [at for at, rule in enumerate(found) if rule is Rule.TWO_OF_THREE] == flagged


def test_outside_the_limits_speaks_before_a_shift():
    base = [9, 11, 9, 11, 9, 11]
    found = marks(base + [10.5] * 6 + [20], fixed_after=6)
    assert found[-1] is Rule.OUTSIDE
    assert found[-2] is Rule.SHIFT


def test_a_trend_speaks_before_a_shift():
    base = [9, 11, 9, 11, 9, 11]
    tail = [10.1, 10.2, 10.3, 10.4, 10.5, 10.6, 10.7]
    assert set(marks(base + tail, fixed_after=6)[-7:]) == {Rule.TREND}


def test_no_rule_looks_across_new_limits():
    values = [10] * 4 + [11] * 4 + [10, 11, 10, 11, 10, 11]
    assert Rule.SHIFT not in marks(values, rebased_at=[4, 8])


def test_new_limits_begin_at_the_point_of_the_rebase():
    points = xmr([14] * 10 + [6] * 5, better=Better.LOWER, rebased_at=[10])
    assert [point.limits.mean for point in points] == [14] * 10 + [6] * 5


def test_fixed_limits_show_a_change_against_what_was_before():
    values = [14, 12, 15, 13, 16, 14, 12, 13, 15, 14, 8, 7, 8, 6, 7, 6, 7]
    points = xmr(values, better=Better.LOWER, fixed_after=10)
    assert round(points[-1].limits.mean, 1) == 13.8
    assert {point.letter for point in points[10:]} == {"L"}
    assert {point.signal for point in points[:10]} == {Signal.ORDINARY}


@pytest.mark.parametrize(
    ("better", "high", "low"),
    [
        (Better.HIGHER, Signal.IMPROVEMENT, Signal.CONCERN),
        (Better.LOWER, Signal.CONCERN, Signal.IMPROVEMENT),
        (Better.NEITHER, Signal.NEUTRAL, Signal.NEUTRAL),
    ],
)
def test_whether_high_is_good_depends_on_the_question(better, high, low):
    up = xmr([*CALM, 30], better=better, fixed_after=len(CALM))[-1]
    down = xmr([*CALM, -9], better=better, fixed_after=len(CALM))[-1]
    assert (up.letter, up.signal) == ("H", high)
    assert (down.letter, down.signal) == ("L", low)


@pytest.mark.parametrize(
    ("better", "promise", "says"),
    [
        (Better.LOWER, 21, Assurance.PASSES),
        (Better.LOWER, 14, Assurance.HIT_AND_MISS),
        (Better.LOWER, 7, Assurance.FAILS),
        (Better.HIGHER, 21, Assurance.FAILS),
        (Better.HIGHER, 7, Assurance.PASSES),
        (Better.HIGHER, 20, Assurance.HIT_AND_MISS),  # on the limit is between
        (Better.HIGHER, None, Assurance.NONE),
        (Better.NEITHER, 7, Assurance.NONE),
    ],
)
def test_a_promise_is_kept_when_it_lies_beyond_the_limits_on_the_good_side(
    better, promise, says
):
    assert assurance(Limits(14, 8, 20, 10, 18), promise, better) is says
