"""Today holds everything that needs a welcomer, however much, and says how much."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from referrals import actions
from welcome.models import Role
from welcome.reading.today import AT_MOST
from welcome.registries import today_items
from welcome.registries.today_items import Group

from .. import factories as make
from ..reading_pages import text
from .busy_day import BusyDay

TUESDAY = datetime(2026, 12, 8, 10, tzinfo=UTC)


@pytest.fixture
def day(time_machine, priya, tomasz, omar, letters):
    """Priya leads her team: then every list can be hers."""
    time_machine.move_to(TUESDAY)
    priya.memberships.update(role=Role.LEAD)
    return BusyDay(priya, tomasz, omar, letters)


@pytest.fixture
def signed_in(client, priya, day):
    client.force_login(priya)
    return client


def codes_on(page):
    """Which lists a Today page is made of, and how many each has."""
    lists = [one for section in page.context["sections"] for one in section.lists]
    return {one.url.split("/")[-2]: one.count for one in lists}


def test_everything_that_can_need_a_welcomer_is_on_it(signed_in, day):
    day.fill(1)

    found = codes_on(signed_in.get("/today/"))

    assert set(found) == {kind.code for kind in today_items.kinds()}


def test_each_line_has_one_next_step_that_opens_and_says_when(signed_in, day):
    day.fill(1)
    for section in signed_in.get("/today/").context["sections"]:
        for item in section.items:
            assert item.due, item
            assert item.step.label, item
            if item.step.posts is None:
                page = item.step.url.partition("#")[0]
                assert signed_in.get(page).status_code == 200, item


def test_a_quiet_day_says_what_to_do_next(signed_in):
    page = text(signed_in.get("/today/"))

    assert "Nothing is waiting for you." in page
    assert "No one owes you an answer." in page


def test_no_list_ends_without_saying_how_many_there_are_and_leading_on(signed_in, day):
    day.fill(AT_MOST + 2)

    today = signed_in.get("/today/")

    counts = codes_on(today)
    for kind in today_items.kinds():
        assert counts[kind.code] >= AT_MOST + 2, kind.code
    for section in today.context["sections"]:
        assert len(section.items) == AT_MOST
        assert f'<b><span class="day__wide">{AT_MOST}</span>' in text(today)
        assert section.figures in text(today)
        for one in section.lists:
            assert f'href="{one.url}">{one.label} ({one.count})</a>' in text(today)


def test_every_list_goes_on_until_its_last_line(signed_in, day):
    day.fill(27)
    for kind in today_items.kinds():
        page = signed_in.get(f"/today/{kind.code}/")
        count = page.context["count"]
        assert count == "99+" or int(count) >= 27, kind.code
        assert f"25 of {count}" in text(page)
        (more,) = re.findall(rf'href="(/today/{kind.code}/\?after=[^"]+)"', text(page))
        first = {row.pk for row in page.context["page"].rows}
        rest = {row.pk for row in signed_in.get(more).context["page"].rows}
        assert rest, kind.code
        assert not rest & first, kind.code


def test_a_list_that_does_not_exist_is_not_found(signed_in):
    assert signed_in.get("/today/kettles/").status_code == 404


def test_it_asks_as_little_for_fifteen_of_each_as_for_two(signed_in, day):
    def asked():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            signed_in.get("/today/")
        return len(queries)

    day.fill(2)
    asked()  # what is read once for all
    few = asked()
    day.fill(13)

    assert asked() == few


def test_one_long_list_hides_nobody_of_another(signed_in, day):
    for _ in range(30):
        day.referral("returned", reason="full", suggestion="x", ask_again_on=TUESDAY)
    make.ask_to_hold(day.person(day.other), by=day.tomasz, to_team=day.team)

    now = signed_in.get("/today/").context["sections"][0]

    assert [item.step.label for item in now.items].count("Answer handover") == 1


def test_what_is_overdue_stands_first(signed_in, day):
    day.fill(1)
    for section in signed_in.get("/today/").context["sections"]:
        late = [item.is_late for item in section.items]
        assert late == sorted(late, reverse=True)


# ── Accepted and ended: until they have been read ────────────────────────────


def test_an_acceptance_stays_until_whoever_sent_it_has_opened_it(
    client, priya, sent, omar
):
    client.force_login(priya)
    assert "accepted" not in codes_on(client.get("/today/"))
    actions.accept(sent, seen=make.seen(sent), by=omar)
    assert codes_on(client.get("/today/"))["accepted"] == 1

    client.get(f"/referrals/{sent.pk}/")

    assert "accepted" not in codes_on(client.get("/today/"))


def test_a_farewell_is_news_again_after_the_acceptance_was_read(
    client, priya, accepted, omar
):
    client.force_login(priya)
    client.get(f"/referrals/{accepted.pk}/")
    ended = actions.say_farewell(
        accepted, seen=make.seen(accepted), by=omar, how="better", words="Two letters.",
        told_again="no",
    )  # fmt: skip
    assert "Two letters." in text(client.get("/today/"))

    client.get(f"/referrals/{ended.pk}/")

    assert "Two letters." not in text(client.get("/today/"))


def test_a_colleague_who_opens_it_has_not_read_it_for_the_sender(
    client, priya, ruth, accepted
):
    client.force_login(ruth)
    client.get(f"/referrals/{accepted.pk}/")
    assert "accepted" not in codes_on(client.get("/today/"))

    client.force_login(priya)
    assert codes_on(client.get("/today/"))["accepted"] == 1


def test_what_somebody_sent_who_has_left_is_on_everybodys_day(
    client, priya, ruth, accepted
):
    accepted.person.holding  # noqa: B018 — Harbour holds her now
    priya.memberships.update(ended_at=timezone.now())
    client.force_login(ruth)

    assert codes_on(client.get("/today/"))["accepted"] == 1


def test_a_meeting_of_somebody_who_has_left_is_on_everybodys_day(
    client, day, priya, ruth
):
    day.fill(1)
    priya.memberships.update(ended_at=timezone.now())
    client.force_login(ruth)

    found = codes_on(client.get("/today/"))

    assert found["meetings-today"] == found["tasks-late"] == found["drafts"] == 1


def test_the_partner_who_opens_it_marks_nothing(client, omar, accepted):
    client.force_login(omar)
    client.get(f"/referrals/{accepted.pk}/")
    assert not accepted.news_seen.exists()


def test_another_team_has_none_of_it(client, day, priya):
    day.fill(1)
    elsewhere = make.make_welcomer(make.make_team(site=day.team.site))
    client.force_login(elsewhere)

    assert codes_on(client.get("/today/")) == {}


def test_old_news_is_no_news(client, priya, accepted, time_machine):
    client.force_login(priya)
    time_machine.move_to(timezone.now() + timedelta(days=61))
    client.force_login(priya)
    assert "accepted" not in codes_on(client.get("/today/"))


def test_every_group_has_a_list():
    assert {kind.group for kind in today_items.kinds()} == set(Group)


# ── The day's own work comes before what is only news ───────────────────────


def test_todays_meeting_is_the_first_of_the_day_and_on_a_phone(signed_in, day):
    for _ in range(6):
        day.referral("accepted", worker=day.omar, answered_at=day.now)
        make.make_introduction(day.team)
    make.make_meeting(day.priya, day.soon)

    (today,) = (
        section
        for section in signed_in.get("/today/").context["sections"]
        if section.code == "today"
    )
    first = next(item for item in today.items if not item.is_late)
    assert first.due == "First meeting today, 11.00"
    assert first in today.narrow
    assert len(today.narrow) == 4
