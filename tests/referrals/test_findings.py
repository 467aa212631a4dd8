"""What is said of a measure, and what is hidden so that nobody can be recognised."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from referrals.dashboards import captions
from referrals.dashboards.answers import answer, signal_of
from referrals.dashboards.breakdowns import BREAKDOWNS, OUTSIDE, SPLITS
from referrals.dashboards.disclosure import safe_count, safe_percentage
from referrals.dashboards.drawing import draw
from referrals.dashboards.findings import find
from referrals.dashboards.frames import TALL, WIDE
from referrals.dashboards.guarded import guard
from referrals.dashboards.ledger import Ledger, Tally
from referrals.dashboards.measures import MEASURES
from referrals.dashboards.periods import later
from referrals.dashboards.places import Place
from referrals.dashboards.promises import promise_of
from referrals.models import Change

TODAY = date(2026, 11, 23)
NOWHERE = Place(None, ())
MONTHS = [later(date(2026, 10, 1), -back) for back in range(24)][::-1]


def ledger_of(wholes):
    """A ledger with these tallies, month by month, after the month of the opening."""
    ledger = Ledger()
    months = dict(zip(MONTHS, [Tally(9, 9, 9), *wholes], strict=False))
    everybody = ("", ""), ("age", "25_to_64"), ("source", "gp"), ("ethnicity", "white")
    for key in everybody:
        ledger.entries[key] = dict(months)
    return ledger


def found(measure, wholes, changes=()):
    return find(MEASURES[measure], NOWHERE, ledger_of(wholes), list(changes), TODAY)


def averages(days, people=40):
    return [Tally(0, people, people * one) for one in days]


SLOW = [19, 18, 20, 19, 17, 19, 20, 18, 19, 20, 18, 19, 19, 20]
SLOW_THEN_QUICK = averages(SLOW + [9] * 9)


def a_change(**given):
    default = {"name": "drop-in mornings", "began_on": MONTHS[15], "measure": "heard"}
    return Change(**default | given)


# ── What is said ─────────────────────────────────────────────────────────────


def test_the_answer_says_the_latest_number_and_what_it_was_before_the_change():
    said = str(answer(found("heard", SLOW_THEN_QUICK, [a_change()])))
    assert said.startswith("Yes. In October 2026 people waited about 9 days")
    assert said.endswith("Before drop-in mornings it was about 19 days.")


def test_a_change_is_seen_against_the_limits_from_before_it():
    finding = found("heard", SLOW_THEN_QUICK, [a_change()])
    assert signal_of(finding).title == "L: better, and not by chance"
    assert {dot.letter for dot in finding.dots[:14]} == {""}
    assert promise_of(finding).letter == "?"


def test_new_limits_answer_whether_the_promise_can_be_kept():
    finding = found("heard", SLOW_THEN_QUICK, [a_change(rebase_from=True)])
    assert signal_of(finding).title == "Ordinary ups and downs"
    assert promise_of(finding).letter == "P"


def test_limits_of_few_points_are_called_trial_limits():
    before = captions.over(found("heard", SLOW_THEN_QUICK, [a_change()]))
    assert "Limits based on the 14 months before drop-in mornings" in before
    assert "trial" not in before
    anew = captions.over(found("heard", SLOW_THEN_QUICK, [a_change(rebase_from=True)]))
    assert "With 9 months these are trial limits." in anew
    assert "with nothing left out" in anew


def test_too_few_people_are_said_kindly_and_not_drawn():
    finding = found("heard", averages([9] * 23, people=1))
    assert finding.latest is None
    assert str(answer(finding)).startswith("There are too few people so far")


def test_small_months_become_quarters():
    finding = found("heard", averages([9] * 23, people=3))
    assert not finding.is_by_month
    assert finding.latest.value == 9
    assert finding.latest.span.words == "July to September 2026"


def test_the_month_that_is_not_over_and_the_one_of_the_opening_are_left_out():
    finding = found("heard", averages([9] * 23))
    assert (finding.dots[0].span.start, finding.dots[-1].span.start) == (
        MONTHS[1], MONTHS[-1],
    )  # fmt: skip


def test_somebody_without_a_holder_is_said_before_all_else():
    ledger = ledger_of([Tally(0, 300)] * 22 + [Tally(1, 300)])
    finding = find(MEASURES["held"], NOWHERE, ledger, [], TODAY)
    assert str(answer(finding)).startswith("No: someone has no holder at the moment")


# ── What is hidden ───────────────────────────────────────────────────────────


def test_a_small_month_has_no_point_in_the_picture():
    counts = [40] * 20 + [3, 41, 41]
    finding = found("introductions", [Tally(0, n) for n in counts])
    for frame in (WIDE, TALL):
        drawing = draw(finding, frame)
        assert len(drawing.marks) == 22
        assert len(drawing.paths) == 2


def test_a_point_stands_where_its_rounded_number_is():
    """38 and 42 are both shown as 40: nobody can measure which it was."""
    low, high = (
        draw(found("introductions", [Tally(0, n)] * 23), WIDE).marks for n in (38, 42)
    )
    assert len({mark.y for mark in low}) == len({mark.y for mark in high}) == 1
    shown = [found("introductions", [Tally(0, n)] * 23).dots[0] for n in (38, 42)]
    assert [dot.value for dot in shown] == [40, 40]


def test_a_quarter_and_its_months_together_give_no_month_away():
    """62 and 62 are shown as 60, 128 as 130: the third month could only be 4."""
    counts = [60] * 19 + [62, 62, 4, 60]
    finding = found("introductions", [Tally(0, n) for n in counts])
    july, august, september = finding.dots[-4:-1]
    assert (july.value, august.value, september.value) == (None, 60, None)


def test_shares_together_give_no_numerator_away():
    """7, 7 and 4 said no, 18 in all: shares of 5 and 5 with 20 would tell the 4."""
    tables = {
        "": {"2026-09-01": Tally(18, 90)},
        "source": {"gp": Tally(7, 30), "self": Tally(7, 30), "police": Tally(4, 30)},
        "own": {"no": Tally(18, 18), "yes": Tally(0, 72)},
    }
    seen = guard(MEASURES["told-once"], tables)
    assert seen["source"]["police"].value is None
    assert None in {seen["source"]["gp"].value, seen["source"]["self"].value}


one_person = st.tuples(
    st.sampled_from(MONTHS[-12:]),
    st.sampled_from(["gp", "self", "police"]),
    st.sampled_from(["under_25", "25_to_64", "not_recorded"]),
    st.sampled_from(["white", "asian"]),
    st.sampled_from(["no", "partly", "yes", "not_asked"]),
)


def ledger_from(people):
    ledger = Ledger()
    for month, source, age, ethnicity, said in people:
        asked = int(said != "not_asked")
        keys = ("", ""), ("source", source), ("age", age), ("ethnicity", ethnicity)
        for key in (*keys, ("own", said)):
            adds = Tally(int(said == "no"), 1 if key[0] == "own" else asked)
            before = ledger.entries[key].get(month, Tally())
            ledger.entries[key][month] = before + adds
    return ledger


def possible(shown, value, true):
    """All (numerator, denominator) that look like this, or are hidden for being few."""
    numerator, denominator = true
    whole = (
        {d for d in range(400) if safe_count(d) == shown}
        if shown is not None
        else (range(5) if denominator < 5 else range(5, 400))
    )
    if value is None:
        part = range(5) if numerator < 5 else range(5, 400)
        return {n for n in part if n <= max(whole)}, set(whole)
    part = {n for d in whole for n in range(d + 1) if safe_percentage(n, d) == value}
    return part, set(whole)


def concluded(cells, totals):
    """For each cell, what the lowest and highest total leave it. Cells are sets."""
    low, high = sum(map(min, cells)), sum(map(max, cells))
    for cell in cells:
        least = totals[0] - (high - max(cell))
        most = totals[1] - (low - min(cell))
        yield {n for n in cell if least <= n <= most}


def tables_of(finding, ledger):
    """Each table as [(true tally, what is shown)], only what splits the same whole."""
    measure, window = finding.measure, finding.window
    inside = [dot for dot in finding.dots if dot.span.start in window]
    yield "", [(ledger.over(d.span, measure), d.people, d.value) for d in inside]
    labels = {b.code: b.groups for b in BREAKDOWNS} | {"own": SPLITS[measure.slug]}
    for split in finding.splits:
        rows = zip(labels[split.code], split.rows, strict=True)
        yield (
            split.code,
            [
                (
                    ledger.over(window, measure, split.code, group),
                    seen.people,
                    seen.value,
                )
                for group, (_, seen) in rows
                if not (split.code == "own" and group in OUTSIDE[measure.slug])
            ],
        )


@settings(max_examples=60, deadline=None)
@given(st.lists(one_person, min_size=30, max_size=250))
def test_no_page_lets_a_count_of_one_to_four_be_found_by_subtraction(people):
    ledger = ledger_from(people)
    finding = find(MEASURES["told-once"], NOWHERE, ledger, [], TODAY)
    if finding.window is None:
        return
    tables = dict(tables_of(finding, ledger))
    for count, of in (("denominator", 1), ("numerator", 0)):
        rows = {
            code: [
                (
                    getattr(tally, count),
                    possible(
                        people,
                        None if code == "own" else value,
                        (tally.numerator, tally.denominator),
                    )[of],
                )
                for tally, people, value in table
            ]
            for code, table in tables.items()
            if count == "denominator" or code != "own"
        }
        totals = (
            max(sum(min(cell) for _, cell in table) for table in rows.values()),
            min(sum(max(cell) for _, cell in table) for table in rows.values()),
        )
        for table in rows.values():
            left = concluded([cell for _, cell in table], totals)
            for (true, _), could_be in zip(table, left, strict=True):
                assert true in could_be
                assert not 1 <= true <= 4 or len(could_be) > 1
