"""What the trail says, counted up: every measure from the codes that actions record."""

from datetime import UTC, date, datetime
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from referrals.dashboards.breakdowns import BROAD_OF, IN_NUMERATOR, SPLITS
from referrals.dashboards.counting import COUNTING
from referrals.dashboards.measures import MEASURES, Kind
from referrals.dashboards.rollups import count_up
from referrals.models import MonthCount
from referrals.tasks import count_up as bell
from tests import factories as make
from welcome import actions
from welcome.models import Equality, Event

JUNE = datetime(2026, 6, 15, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def november(time_machine):
    time_machine.move_to(datetime(2026, 11, 23, 9, tzinfo=UTC))


def happened(what, *, site, by, at=JUNE, person=None, **detail):
    """A row of the trail, as the action would have left it that day."""
    return Event.objects.create(
        what=what, about="x.X:1", at=at, by=by, person=person, site=site, detail=detail
    )


def counted(measure, *, month=date(2026, 6, 1), breakdown="", group="", site=None):
    rows = MonthCount.objects.filter(
        measure=measure, month=month, breakdown=breakdown, group=group
    )
    row = (rows.filter(site=site) if site else rows).first()
    return row and (row.numerator, row.denominator, row.total)


@pytest.mark.parametrize(
    ("measure", "events", "expected"),
    [
        ("introductions", [("introduction.made", {"source": "gp"})], (0, 1, 0)),
        (
            "heard",
            [
                ("conversation.finished", {"is_first": True, "days": 12}),
                ("conversation.finished", {"is_first": False}),
                ("conversation.finished", {"is_first": True}),  # nobody introduced them
            ],
            (0, 1, 12),
        ),
        (
            "first-help",
            [
                ("referral.accepted", {"first_help": True, "days_to_help": 30}),
                ("referral.accepted", {"days": 3}),
            ],
            (0, 1, 30),
        ),
        (
            "accepted",
            [(f"referral.{what}", {}) for what in ("accepted", "returned", "sent")],
            (1, 2, 0),
        ),
        (
            "in-time",
            [
                ("referral.accepted", {"in_time": True}),
                ("referral.returned", {"in_time": False}),
                ("referral.returned", {}),
            ],
            (1, 2, 0),
        ),
        ("given-back", [("referral.returned", {"reason": "full"})] * 2, (0, 2, 0)),
        ("gaps", [("gap.noted", {"need": "housing"})] * 3, (0, 3, 0)),
        (
            "passed-around",
            [("referral.returned", {"times": n}) for n in (1, 2, 3)],
            (2, 3, 0),
        ),
        (
            "told-once",
            [
                ("referral.accepted", {"told_again": "no"}),
                ("referral.ended", {"told_again": "partly"}),
                ("referral.ended", {"told_again": "not_asked"}),
                ("referral.ended", {}),
            ],
            (1, 2, 0),
        ),
        (
            "helped",
            [("referral.ended", {"how": how}) for how in ("better", "some", "same")],
            (2, 3, 0),
        ),
        (
            "hopes",
            [
                ("hope.rated", {"again": False, "rise": None}),
                ("hope.rated", {"again": True, "rise": 3}),
                ("hope.rated", {"again": False, "rise": 3}),  # a new hope, named since
            ],
            (1, 1, 0),
        ),
        (
            "dialog",
            [
                ("dialog.filled", {"again": False, "better": [], "worse": []}),
                ("dialog.filled", {"again": True, "better": ["job"], "worse": []}),
            ],
            (1, 1, 0),
        ),
        ("farewells", [("person.farewell", {"reason": "well"})], (0, 1, 0)),
    ],
)
def test_a_measure_counts_its_events_and_no_others(
    site, priya, amina, measure, events, expected
):
    for what, detail in events:
        happened(what, site=site, by=priya, person=amina, **detail)
    count_up()
    assert counted(measure) == expected


def test_who_was_not_asked_stands_in_the_table_and_not_in_the_share(site, priya, amina):
    for answer in ("no", "not_asked", "not_asked"):
        happened("referral.ended", site=site, by=priya, person=amina, told_again=answer)
    count_up()
    assert counted("told-once") == (1, 1, 0)
    assert counted("told-once", breakdown="own", group="not_asked") == (0, 2, 0)


@pytest.mark.parametrize(
    ("rises", "part", "group"),
    [([5, 2], 0, "a_little"), ([2, 3], 1, "nearer"), ([0], 0, "same"),
     ([-1], 0, "further")],
)  # fmt: skip
def test_a_person_counts_once_a_month_as_they_last_said(
    site, priya, amina, rises, part, group
):
    for rise in rises:
        said = {"again": True, "rise": rise}
        happened("hope.rated", site=site, by=priya, person=amina, **said)
    other = make.make_person(team=amina.team)
    happened("hope.rated", site=site, by=priya, person=other, again=True, rise=4)
    count_up()
    assert counted("hopes") == (part + 1, 2, 0)
    more = 1 if group == "nearer" else 0
    assert counted("hopes", breakdown="own", group=group)[1] == 1 + more


@pytest.mark.parametrize(
    ("better", "worse", "part", "group"),
    [(["job"], ["family"], 0, "as_many"), ([], [], 0, "none"),
     (["job"], ["family", "safety"], 0, "worse"), (["job", "safety"], ["family"], 1,
     "better")],
)  # fmt: skip
def test_more_items_must_be_better_than_worse(
    site, priya, amina, better, worse, part, group
):
    said = {"again": True, "better": better, "worse": worse}
    happened("dialog.filled", site=site, by=priya, person=amina, **said)
    count_up()
    assert counted("dialog") == (part, 1, 0)
    assert counted("dialog", breakdown="own", group=group)[1] == 1


def test_what_the_actions_write_is_what_is_counted(site, priya, amina):
    hope = make.make_hope(amina, priya)
    for score in (2, 6):
        actions.rate_hope(hope, by=priya, once=uuid4(), score=score)
    for job in (2, 3):
        actions.fill_in(amina, by=priya, once=uuid4(), answers={"job": job})
    count_up()
    november = date(2026, 11, 1)
    assert counted("hopes", month=november) == (1, 1, 0)
    assert counted("dialog", month=november) == (1, 1, 0)


def test_a_month_is_a_month_in_london(site, priya):
    """Half past eleven on 30 June in UTC is already July here."""
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    happened("introduction.made", site=site, by=priya, at=late, source="gp")
    count_up()
    assert counted("introductions", month=date(2026, 7, 1)) == (0, 1, 0)


def test_a_month_in_which_nothing_happened_is_a_nought(site, priya):
    happened("introduction.made", site=site, by=priya, source="gp")
    count_up()
    assert counted("introductions", month=date(2026, 8, 1)) == (0, 0, 0)


def test_each_site_counts_its_own(site, priya):
    elsewhere = make.make_site(name="Salford")
    happened("introduction.made", site=elsewhere, by=priya, source="gp")
    count_up()
    assert counted("introductions", site=elsewhere) == (0, 1, 0)
    assert counted("introductions", site=site) == (0, 0, 0)


@pytest.mark.parametrize(
    ("facts", "group"),
    [
        ({"born_on": date(2001, 6, 16)}, "under_25"),  # 25 tomorrow
        ({"born_on": date(2001, 6, 15)}, "25_to_64"),
        ({"born_year": 1961}, "65_up"),
        ({}, "not_recorded"),
    ],
)
def test_age_is_the_age_on_that_day(site, team, priya, facts, group):
    person = make.make_person(team=team, **facts)
    happened("referral.returned", site=site, by=priya, person=person, reason="full")
    count_up()
    assert counted("given-back", breakdown="age", group=group) == (0, 1, 0)


@pytest.mark.parametrize(
    ("nation", "code", "group"),
    [
        ("england", "A", "white"), ("england", "R", "asian"), ("england", "Z", None),
        ("scotland", "4D", "black"), ("scotland", "A", None),
        ("scotland", "6A", "other"),
    ],
)  # fmt: skip
def test_each_nation_has_its_own_ethnic_codes(priya, nation, code, group):
    team = make.make_team(site=make.make_site(nation=nation))
    person = make.make_person(team=team)
    Equality.objects.create(person=person, ethnicity=code)
    happened("person.farewell", site=team.site, by=priya, person=person, reason="well")
    count_up()
    shown = group or "not_recorded"
    assert counted("farewells", breakdown="ethnicity", group=shown) == (0, 1, 0)


def test_who_introduced_them_is_known_from_their_first_introduction(
    site, team, priya, amina
):
    make.make_introduction(team, person=amina, source="housing")
    happened("referral.returned", site=site, by=priya, person=amina, reason="full")
    count_up()
    assert counted("given-back", breakdown="source", group="housing") == (0, 1, 0)


def test_an_introduction_knows_the_person_once_they_are_recognised(site, team, priya):
    person = make.make_person(team=team, born_on=date(1950, 1, 1))
    introduction = make.make_introduction(team, person=person)
    Event.objects.create(
        what="introduction.made",
        about=f"welcome.Introduction:{introduction.pk}",
        at=JUNE,
        by=priya,
        site=site,
        detail={"source": "self"},
    )
    count_up()
    assert counted("introductions", breakdown="age", group="65_up") == (0, 1, 0)


def test_everybody_held_at_the_end_of_the_month_is_counted_once(
    site, priya, team, harbour, time_machine
):
    time_machine.move_to(JUNE)
    gone, moved = make.make_open_person(priya), make.make_open_person(priya)
    time_machine.move_to(datetime(2026, 7, 10, 12, tzinfo=UTC))
    actions.say_farewell(gone, by=priya, reason="well", words="")
    actions.hold(moved, by=priya, partner=harbour)
    time_machine.move_to(datetime(2026, 11, 23, 9, tzinfo=UTC))
    count_up(whole_history=True)
    june, july = {"month": date(2026, 6, 1)}, {"month": date(2026, 7, 1)}
    assert counted("held", **june) == (0, 2, 0)
    assert counted("held", **july, breakdown="own", group="partner") == (0, 1, 0)
    assert counted("held", month=date(2026, 11, 1)) == (0, 1, 0)


def test_counting_twice_changes_nothing(site, priya, amina):
    happened("referral.returned", site=site, by=priya, person=amina, reason="full")
    first = count_up()
    assert count_up(whole_history=True) == first
    bell()
    assert counted("given-back") == (0, 1, 0)


def test_only_the_last_two_months_are_counted_again(site, priya, amina):
    count_up(whole_history=True)
    happened("introduction.made", site=site, by=priya, source="gp")  # June, too late
    october = datetime(2026, 10, 5, 12, tzinfo=UTC)
    happened("introduction.made", site=site, by=priya, source="gp", at=october)
    count_up()
    assert counted("introductions", month=date(2026, 10, 1)) == (0, 1, 0)
    call_command("count_up", "--all", stdout=StringIO())
    assert counted("introductions") == (0, 1, 0)


def test_a_month_that_was_never_counted_is_counted(site, priya, amina):
    happened("introduction.made", site=site, by=priya, source="gp")
    count_up()
    MonthCount.objects.filter(month=date(2026, 6, 1), measure="introductions").delete()
    count_up()
    assert counted("introductions") == (0, 1, 0)


def test_with_nothing_in_the_trail_nothing_is_counted(db):
    assert count_up() == 0


def test_a_month_is_counted_once_for_each_site_and_group(site):
    row = {"site": site, "month": date(2026, 6, 1), "measure": "heard"}
    MonthCount.objects.create(**row)
    for wrong in (
        {}, {"month": date(2026, 6, 2)}, {"breakdown": "age"}, {"numerator": 1},
    ):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            MonthCount.objects.create(**row | wrong)


def test_every_measure_says_what_it_is_and_how_it_is_counted():
    for slug, measure in MEASURES.items():
        assert slug in COUNTING or measure.kind is Kind.SNAPSHOT
        assert all(vars(measure)[fact] for fact in ("question", "definition", "source"))
        assert "{}" in measure.says and "hen}" in measure.says
        assert bool(measure.split_by) == (slug in SPLITS)
        if measure.kind is Kind.SHARE and slug in SPLITS:
            assert IN_NUMERATOR[slug] < SPLITS[slug].keys()
    assert set(COUNTING) < set(MEASURES)
    assert len(BROAD_OF) > 30
