"""An import is not undone once someone has done anything with one of its records."""

from datetime import timedelta

import pytest
from django.utils import timezone

from welcome import actions
from welcome.actions import import_undoing
from welcome.audit.looks import record_look
from welcome.linking.snapshot import seen
from welcome.models import Look, Person, Role
from welcome.refusals import Refused

from .. import factories as make
from .lists_brought import brought, recognised

pytestmark = pytest.mark.django_db


@pytest.fixture
def lena(team):
    return make.make_member(Role.LEAD, team, name="Lena Grant")


def _listened_to(hodan, lena, **_):
    actions.begin(hodan, by=lena)


def _held_by_name(hodan, lena, **_):
    actions.name_me(hodan, by=lena)


def _met(hodan, lena, **_):
    at = timezone.now() + timedelta(days=2)
    actions.plan_follow_up(hodan, by=lena, who=lena, at=at, how="ours")


def _seen_by_another_team(hodan, tomasz, **_):
    record_look(hodan, by=tomasz, why=Look.Why.TWIN)


def _written_in(hodan, lena, **_):
    actions.add_passage(hodan, by=lena, prompt="brought", words="x", voice="team")


def _in_a_later_list(hodan, lena, **_):
    recognised(lena, "Name,DOB,Notes\nHodan Yusufu,03/05/1992,More\n")


def _told_apart(hodan, lena, **_):
    actions.say_not_the_same(hodan, make.make_person(team=hodan.team), by=lena)


def _linked(hodan, lena, **_):
    other = make.make_open_person(lena)
    as_seen = seen(hodan, other)
    actions.link(hodan, other, by=lena, why="x", rules={}, as_seen=as_seen)


def _a_user_too(hodan, tomasz, **_):
    Person.objects.filter(pk=hodan.pk).update(account=tomasz)


DEEDS = [
    _listened_to, _held_by_name, _met, _seen_by_another_team, _written_in,
    _in_a_later_list, _told_apart, _linked, _a_user_too,
]  # fmt: skip


@pytest.mark.parametrize("deed", DEEDS)
def test_an_import_is_not_undone_once_someone_has_done_anything(lena, tomasz, deed):
    taken = brought(lena)
    hodan = Person.objects.get(known_as="Hodan")
    deed(hodan, lena=lena, tomasz=tomasz)

    with pytest.raises(Refused, match=hodan.reference) as refused:
        import_undoing.undo(taken, by=lena)
    assert "Hodan" not in str(refused.value)
    assert Person.objects.filter(known_as__in=["Hodan", "Tam"]).count() == 2
    assert taken.rows.filter(outcome="made").count() == 2
