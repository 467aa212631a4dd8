"""A worker is killed in the middle of a list: the next goes on, and nobody is twice."""

import pytest

from welcome.actions import import_files, imports
from welcome.import_runs import batches
from welcome.models import Holding, Import, Person, Role

from .. import factories as make
from .workers import kill, start, wait_until

MANY = 6000
pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def taken():
    lena = make.make_member(Role.LEAD, make.make_team())
    rows = "".join(f"Person{n} Number{n}\n" for n in range(MANY))
    content = f"Name\n{rows}".encode()
    taken = import_files.take_file(
        content, by=lena, team=lena.first_team, file_name="list.csv"
    )
    imports.name_columns(taken, by=lena, codes=taken.columns)
    while batches.go_on(taken.pk, seconds=60):
        pass
    return imports.run(taken, seen=make.seen(taken), by=lena)


def test_a_killed_worker_loses_nobody_and_makes_nobody_twice(world, taken):
    beat = start(world, "beat", "--pidfile=")
    first = start(world, "worker", "--concurrency=1")
    try:
        wait_until(lambda: Person.objects.exists())
        kill(first)
        before = Person.objects.count()
        assert 0 < before < MANY, "the worker was too quick to be killed"
        assert taken.rows.filter(outcome="made").count() == before
        second = start(world, "worker", "--concurrency=1")
        done = Import.objects.filter(pk=taken.pk, state="done")
        wait_until(done.exists)
        kill(second)
    finally:
        kill(beat)

    assert Person.objects.filter(is_open=True).count() == MANY
    assert Person.objects.values("known_as").distinct().count() == MANY
    assert Holding.objects.filter(until_at=None).count() == MANY
