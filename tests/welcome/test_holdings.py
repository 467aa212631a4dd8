"""Held, never dropped: the database itself keeps it."""

import pytest
from django.db import IntegrityError, connection, transaction

from welcome import actions
from welcome.models import Event, Holding
from welcome.refusals import Refused

from .. import factories as make


def test_handing_over_leaves_no_gap_and_a_trace(amina, priya, harbour):
    before = amina.holding

    after = actions.hold(amina, by=priya, partner=harbour)

    before.refresh_from_db()
    assert before.until_at == after.from_at
    assert Event.objects.filter(what="person.held", partner=harbour).count() == 1


def test_holding_again_by_the_same_changes_nothing(amina, priya, team):
    actions.hold(amina, by=priya, team=team, worker=priya)

    assert amina.holdings.count() == 1


def test_an_open_person_cannot_be_let_go(amina):
    with pytest.raises(IntegrityError, match="must be held"), transaction.atomic():
        amina.holdings.all().delete()
        connection.check_constraints()


def test_nobody_is_held_by_two_at_once(amina, priya, harbour):
    with pytest.raises(IntegrityError), transaction.atomic():
        Holding.objects.create(
            person=amina,
            partner=harbour,
            begun_by=priya,
            from_at=amina.holding.from_at,
        )


def test_a_gap_without_a_farewell_is_refused(amina, priya, team):
    last = amina.holding
    with pytest.raises(IntegrityError, match="gap"), transaction.atomic():
        later = actions.hold(amina, by=priya, team=make.make_team(site=team.site))
        Holding.objects.filter(pk=last.pk).update(
            until_at=last.from_at + (later.from_at - last.from_at) / 2
        )
        connection.check_constraints()


def test_after_a_farewell_the_door_stays_open(amina, priya, team):
    actions.say_farewell(amina, by=priya, reason="well", words="See you at the baking.")
    amina.refresh_from_db()
    assert not amina.is_open

    actions.hold(amina, by=priya, team=team)

    amina.refresh_from_db()
    connection.check_constraints()
    assert amina.is_open
    assert amina.passages.count() == 2


def test_farewell_is_said_once(amina, priya):
    actions.say_farewell(amina, by=priya, reason="well", words="Goodbye.")
    with pytest.raises(Refused, match="already said farewell"):
        actions.say_farewell(amina, by=priya, reason="well", words="Goodbye.")


@pytest.mark.parametrize("table", ["welcome_event", "welcome_look"])
@pytest.mark.parametrize(
    "change", ["UPDATE {} SET at = now()", "DELETE FROM {}", "TRUNCATE {}"]
)
def test_the_past_cannot_be_rewritten(amina, table, change):
    with pytest.raises(Exception, match="permission denied"), transaction.atomic():
        connection.cursor().execute(change.format(table))


def test_the_words_of_a_passage_stay(amina):
    with pytest.raises(Exception, match="never changed"), transaction.atomic():
        amina.passages.update(words="something else")


def test_the_tests_run_as_the_role_that_owns_nothing(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolcreaterole, rolbypassrls FROM pg_roles "
            "WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (False, False, False)
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)
