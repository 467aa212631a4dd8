"""Two records of one woman, each with a life of its own; and a lead who may link."""

import pytest
from django.apps import apps
from django.db import connection

from welcome import actions
from welcome.linking.snapshot import seen
from welcome.models import Person

from ... import factories as make

TRAIL = {
    "welcome.Event",
    "welcome.Look",
    "welcome.Message",
    "welcome.Linking",
    "welcome.Repointed",
    "welcome.LinkAsked",
}


@pytest.fixture
def aminah(priya):
    """Amina again, begun by somebody who misheard her name."""
    aminah = make.make_open_person(priya, known_as="Aminah", formal_name="Aminah Yusif")
    make.make_passage(aminah, priya, prompt="matters", words="My sister.")
    return aminah


@pytest.fixture
def link(ruth):
    def press(kept, other, by=None, **rules):
        kept, other = (Person.objects.get(pk=person.pk) for person in (kept, other))
        return actions.link(
            kept, other, by=by or ruth, why="Same birthday, same sister", rules=rules,
            as_seen=seen(kept, other),
        )  # fmt: skip

    return press


@pytest.fixture
def all_rows():
    """Every row of every table but the trail's, as the database has it."""

    def read():
        return {
            model._meta.label: sorted(
                map(repr, model._base_manager.values_list()), key=str
            )
            for model in apps.get_models(include_auto_created=True)
            if model._meta.label not in TRAIL
        }

    return read


@pytest.fixture
def promises_hold():
    """What the database checks only as a transaction commits, asked now."""

    def ask():
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    return ask
