"""A holder at every instant, whatever happens; nobody closed without a farewell."""

import random

import pytest
from django.db import IntegrityError, connection, transaction

from welcome import actions
from welcome.models import Event, Handover, Introduction, Membership
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text
from ..threads import at_once


def spans_of(person):
    """Each time with us: when it began, and the farewell that ended it."""
    rows = list(person.holdings.order_by("from_at"))
    goodbyes = {f.said_at for f in person.farewells.all()}
    return rows, goodbyes


class Turns:
    """What can happen to one person, thrown with dice."""

    def __init__(self, person, teams, seed):
        self.person, self.teams, self.dice = person, teams, random.Random(seed)
        self.hands = {t.pk: [make.make_welcomer(t) for _ in range(2)] for t in teams}

    def now(self):
        return type(self.person).objects.get(pk=self.person.pk)

    def by(self, team=None):
        return self.dice.choice(self.hands[team or self.now().team_id])

    def asks_a_team(self):
        to = self.dice.choice(self.teams)
        make.ask_to_hold(self.now(), by=self.by(), to_team=to)

    def asks_a_colleague(self):
        here = self.now().team
        make.ask_to_hold(self.now(), by=self.by(), to_team=here, to_worker=self.by())

    def says_yes(self):
        asked = Handover.objects.open().get()
        by = asked.to_worker or self.by(asked.to_team_id)
        actions.accept_handover(asked, by=by)

    def says_no(self):
        asked = Handover.objects.open().get()
        by = asked.to_worker or self.by(asked.to_team_id)
        actions.decline_handover(asked, by=by, suggestion="Later.")

    def says_farewell(self):
        actions.say_farewell(self.now(), by=self.by(), reason="well", words="Bye.")

    def comes_back(self):
        actions.come_back(self.now(), by=self.by())

    def take(self, turn):
        """One turn in one transaction, checked by the database as at a commit."""
        try:
            with transaction.atomic():
                turn()
                connection.check_constraints()
        except (Refused, Handover.DoesNotExist):
            return


@pytest.mark.parametrize("seed", range(4))
def test_two_hundred_turns_leave_no_gap_and_no_overlap(amina, site, seed):
    teams = [amina.team, make.make_team(site=site), make.make_team(name="Elsewhere")]
    life = Turns(amina, teams, seed)
    may = [life.asks_a_team, life.asks_a_team, life.asks_a_colleague, life.says_yes,
           life.says_yes, life.says_no, life.says_farewell, life.comes_back,
           life.comes_back]  # fmt: skip
    for _ in range(200):
        life.take(life.dice.choice(may))
        held = amina.holdings.filter(until_at=None).values_list("team", flat=True)
        assert list(held) == [life.now().team_id] * life.now().is_open

    rows, goodbyes = spans_of(amina)
    for before, after in zip(rows, rows[1:], strict=False):
        assert before.until_at <= after.from_at
        gap = before.until_at != after.from_at
        assert gap == (before.until_at in goodbyes)
    assert len(rows) > 10  # it was a life with turns in it


# ── Two in one moment ─────────────────────────────────────────────────────────


@pytest.mark.django_db(transaction=True)
def test_a_yes_and_a_no_in_one_moment_leave_one_answer(amina, priya, tomasz):
    asked = make.ask_to_hold(amina, by=priya, to_team=tomasz.first_team)
    other = make.make_welcomer(tomasz.first_team)

    at_once(
        lambda: actions.accept_handover(asked, by=tomasz),
        lambda: actions.decline_handover(asked, by=other, suggestion="Later."),
    )

    asked.refresh_from_db()
    moved = asked.state == "accepted"
    fresh = type(amina).objects.get(pk=amina.pk)
    assert (fresh.team == tomasz.first_team) == moved
    assert amina.holdings.filter(until_at=None).count() == 1
    answers = Event.objects.filter(what__in=["handover.accepted", "handover.declined"])
    assert answers.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_yes_and_a_farewell_in_one_moment_are_both_true(amina, priya, tomasz):
    asked = make.ask_to_hold(amina, by=priya, to_team=tomasz.first_team)

    at_once(
        lambda: actions.accept_handover(asked, by=tomasz),
        lambda: actions.say_farewell(amina, by=priya, reason="well", words="Bye."),
    )

    fresh = type(amina).objects.get(pk=amina.pk)
    asked.refresh_from_db()
    assert not asked.is_open
    assert fresh.is_open == (amina.holdings.filter(until_at=None).count() == 1)


@pytest.mark.django_db(transaction=True)
def test_two_teams_asked_in_one_moment_are_one(amina, priya, site):
    first, second = (make.make_team(site=site) for _ in range(2))

    at_once(
        lambda: make.ask_to_hold(amina, by=priya, to_team=first),
        lambda: make.ask_to_hold(amina, by=priya, to_team=second),
    )

    assert Handover.objects.open().count() == 1


# ── Closed only with a farewell or a reason ───────────────────────────────────


def test_nobody_is_closed_without_a_farewell(amina, priya):
    with pytest.raises(IntegrityError, match="without a farewell"):  # noqa: SIM117
        with transaction.atomic():
            amina.holdings.update(until_at=amina.holding.from_at.replace(year=2100))
            type(amina).objects.update(is_open=False)
            connection.check_constraints()


def test_a_farewell_that_closed_somebody_stays(amina, priya):
    actions.say_farewell(amina, by=priya, reason="well", words="Bye.")
    connection.check_constraints()
    with pytest.raises(IntegrityError, match="without a farewell"):  # noqa: SIM117
        with transaction.atomic():
            amina.farewells.all().delete()
            connection.check_constraints()


def test_an_introduction_is_closed_with_a_reason(team, priya):
    make.make_introduction(team)
    with (
        pytest.raises(IntegrityError, match="introduction_closed_has_who_and_why"),
        transaction.atomic(),
    ):
        Introduction.objects.update(closed_at="2026-11-23T10:00Z", closed_by=priya)


# ── Coming back ───────────────────────────────────────────────────────────────


@pytest.fixture
def gone(amina, priya):
    actions.say_farewell(amina, by=priya, reason="well", words="Bye.")
    return type(amina).objects.get(pk=amina.pk)


def test_coming_back_is_the_same_record_and_the_same_story(client, gone, priya, team):
    client.force_login(priya)
    assert b"Welcome Amina back" in client.get(f"/people/{gone.pk}/").content

    client.post(f"/people/{gone.pk}/come-back/")
    client.post(f"/people/{gone.pk}/come-back/")

    back = type(gone).objects.get(pk=gone.pk)
    assert (back.is_open, back.holding.team, back.holding.worker) == (True, team, priya)
    assert back.passages.count() == 2
    assert Event.objects.filter(what="person.came_back").count() == 1
    connection.check_constraints()


def test_somebody_who_is_recognised_at_the_front_door_has_come_back(
    client, gone, priya, team
):
    waiting = make.make_introduction(team, known_as="Amina")
    client.force_login(priya)

    client.post(f"/people/{gone.pk}/carry-on/", {"introduction": str(waiting.pk)})

    assert type(gone).objects.get(pk=gone.pk).is_open
    assert Event.objects.filter(what="person.came_back").count() == 1


def test_somebody_who_was_never_heard_has_no_door_to_open_again(priya, team):
    with pytest.raises(Refused, match="Finish it first"):
        actions.come_back(make.make_person(team=team), by=priya)


# ── The one to ask for ────────────────────────────────────────────────────────


def test_when_somebody_leaves_their_people_have_nobody_named(client, amina, priya):
    lewis = make.make_welcomer(amina.team, name="Lewis Grant")
    client.force_login(lewis)
    assert b"no key contact" not in client.get("/today/").content

    Membership.objects.filter(user=priya).update(ended_at="2026-11-23T10:00Z")
    assert b"One person has no key contact" in client.get("/today/").content
    assert "Their key contact was Priya Nair, who has left" in text(
        client.get("/people/unnamed/")
    )

    client.post(f"/people/{amina.pk}/name-me/")
    assert b"no key contact" not in client.get("/today/").content
    assert type(amina).objects.get(pk=amina.pk).holding.worker == lewis


# ── Who works here ────────────────────────────────────────────────────────────


def test_a_role_that_begins_or_ends_in_the_admin_leaves_an_event(client, priya, team):
    chief = make.make_user(is_staff=True, is_superuser=True)
    client.force_login(chief)
    member = priya.memberships.get()
    form = {
        "email": priya.email, "name": priya.name, "profession": "", "phone": "",
        "employer": "", "is_active": "on",
        "memberships-TOTAL_FORMS": 2, "memberships-INITIAL_FORMS": 1,
        "memberships-0-id": member.pk, "memberships-0-user": str(priya.pk),
        "memberships-0-role": "welcomer", "memberships-0-team": str(team.pk),
        "memberships-0-ended_at_0": "2026-11-23", "memberships-0-ended_at_1": "10:00",
        "memberships-1-user": str(priya.pk), "memberships-1-role": "lead",
        "memberships-1-team": str(team.pk),
    }  # fmt: skip
    answer = client.post(f"/admin/welcome/user/{priya.pk}/change/", form)

    assert answer.status_code == 302
    ended = Event.objects.get(what="membership.ended")
    begun = Event.objects.get(what="membership.begun")
    assert (ended.by, begun.by, begun.team) == (chief, chief, team)
    assert begun.detail == {"role": "lead", "user": str(priya.pk)}
