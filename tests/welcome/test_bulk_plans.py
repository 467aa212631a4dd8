"""A meeting with each of several people, planned in one go from the caseload."""

from datetime import datetime, time

import pytest
from django.utils import timezone

from welcome.models import ContactWish, Meeting, Membership, Role

from .. import factories as make
from ..counting import queries
from ..reading_pages import reason, text

PLAN = "/caseload/plan/"


@pytest.fixture
def signed_in(client, priya):
    client.force_login(priya)
    return client


@pytest.fixture
def una(priya):
    return make.make_open_person(priya, known_as="Una")


@pytest.fixture
def day():
    return make.working_day(7)


def address(*people):
    return PLAN + "?" + "&".join(f"who={person.pk}" for person in people)


def said(day, user, **more):
    first = {"who": str(user.pk), "time": "10:00", "apart": "30", "how": "ours"}
    return first | make.in_boxes("day", day) | {"place": ""} | more


def test_from_the_caseload_to_a_meeting_with_each(signed_in, priya, amina, una, day):
    chosen = {"people": [str(amina.pk), str(una.pk)], "what": "plan", "why": ""}
    page = signed_in.post("/caseload/", chosen)
    assert page.url.startswith(PLAN)
    assert text(signed_in.get(page.url)).count("LW-") >= 2

    answer = signed_in.post(page.url, said(day, priya))
    assert answer.url == "/caseload/"

    order = [one.split("=")[1] for one in page.url.split("?")[1].split("&")]
    planned = Meeting.objects.order_by("at")
    assert [str(meeting.person_id) for meeting in planned] == order
    assert [f"{m.at.astimezone():%H:%M}"[-3:] for m in planned] == [":00", ":30"]
    assert {meeting.who for meeting in planned} == {priya}
    assert "Planned: 2 meetings on" in text(signed_in.get("/caseload/"))


def test_what_speaks_against_one_of_them_is_said_and_asks_why(
    signed_in, priya, amina, una, day
):
    other = str(day.isoweekday() % 7 + 1)
    ContactWish.objects.filter(person=una).update(days=other)
    asked = signed_in.post(address(amina, una), said(day, priya))
    assert "only safe to contact Una on" in text(asked)
    assert "Say why this is all right" in text(asked)
    assert not Meeting.objects.exists()

    why = reason(asked, "Una asked for it.")
    signed_in.post(address(amina, una), said(day, priya, **why))
    assert Meeting.objects.count() == 2


def test_what_holds_for_all_is_said_once(signed_in, priya, amina, una, day):
    page = text(
        signed_in.post(address(amina, una), said(day, priya, time="19:00", apart="15"))
    )
    assert page.count("The Welcome Team is open from") == 2  # the list, and the field


def test_only_people_whom_ones_teams_hold_can_be_planned_with(signed_in, amina, site):
    elsewhere = make.make_open_person(make.make_welcomer(make.make_team(site=site)))
    page = text(signed_in.get(address(amina, elsewhere) + "&who=nobody"))
    assert "1 person" in page
    assert signed_in.get(address(elsewhere)).url == "/caseload/"


def test_what_is_missing_is_said_beside_its_field(signed_in, priya, amina, day):
    page = text(signed_in.post(address(amina), said(day, priya, time="", how="")))
    assert "Write the time" in page
    assert "Choose how you will meet" in page


def test_only_who_works_in_the_team_of_each_can_meet_them(
    signed_in, priya, amina, una, site
):
    mhairi = make.make_welcomer(priya.first_team, name="Mhairi Bain")
    page = signed_in.get(address(amina, una)).content.decode()
    assert f'value="{mhairi.pk}"' in page

    far = make.make_team(site=site)
    Membership.objects.create(user=priya, team=far, role=Role.WELCOMER)
    away = make.make_open_person(make.make_welcomer(far), known_as="Away")
    page = signed_in.get(address(amina, away)).content.decode()
    assert f'value="{priya.pk}"' in page
    assert f'value="{mhairi.pk}"' not in page


def test_pressed_twice_they_are_planned_once_and_it_says_that_they_are(
    signed_in, priya, amina, una, day
):
    """The meetings of the first press are no clash for the second, half an hour on."""
    for _ in "12":
        answer = signed_in.post(address(amina, una), said(day, priya))
        assert answer.status_code == 302
        assert "Planned: 2 meetings on" in text(signed_in.get("/caseload/"))
    assert Meeting.objects.count() == 2


def test_pressed_twice_with_a_reason_it_asks_for_no_other(
    signed_in, priya, amina, una, day
):
    late = said(day, priya, time="19:00")
    late |= reason(signed_in.post(address(amina, una), late), "They work all day.")
    for _ in "12":
        assert signed_in.post(address(amina, una), late).status_code == 302
    assert Meeting.objects.count() == 2


def test_another_time_on_the_same_page_is_looked_at_again(
    signed_in, priya, amina, una, day
):
    signed_in.post(address(amina, una), said(day, priya))
    page = signed_in.post(address(amina, una), said(day, priya, time="10:15"))
    assert "Priya Nair already has a meeting at 10.00 and 10.30" in text(page)
    assert Meeting.objects.count() == 2


def test_many_people_ask_the_database_no_more_than_two(
    signed_in, priya, amina, una, day
):
    make.make_meeting(priya, timezone.make_aware(datetime.combine(day, time(10))))
    more = [make.make_open_person(priya, known_as=f"Person {n}") for n in range(6)]

    def asked(*people):
        page = signed_in.post(address(*people), said(day, priya))
        assert "already has a meeting" in text(page)

    two = queries(lambda: asked(amina, una))
    assert two == queries(lambda: asked(amina, una, *more))
