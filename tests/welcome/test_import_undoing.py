"""A whole import is undone while its records are as it made them."""

from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from welcome import actions
from welcome.actions import import_undoing, imports
from welcome.finding.search_box import by_words
from welcome.imports.untouched import MADE_BY_IMPORT, references_touched
from welcome.linking.relations import every_relation
from welcome.linking.snapshot import seen
from welcome.models import (
    Event,
    Holding,
    Introduction,
    Look,
    Passage,
    Person,
    Role,
)
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text
from .lists_brought import LIST, brought, looked_at, recognised, worked

pytestmark = pytest.mark.django_db


@pytest.fixture
def lena(team):
    return make.make_member(Role.LEAD, team, name="Lena Grant")


@pytest.fixture
def at_desk(lena):
    client = Client()
    client.force_login(lena)
    return client


def check_constraints():
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_nothing_of_the_people_is_left_but_that_it_happened(lena):
    taken = brought(lena)
    people = list(Person.objects.values_list("pk", flat=True))
    taken = import_undoing.undo(taken, by=lena)
    check_constraints()

    assert taken.state == "undone"
    for model in (Person, Holding, Introduction, Passage):
        assert not model.objects.exists(), model
    assert not taken.rows.exclude(person=None, twin=None, outcome="", cells=[]).exists()
    assert set(
        Event.objects.filter(person__in=people).values_list("what", flat=True)
    ) == {"person.brought_over", "passage.added", "person.import_undone"}
    event = Event.objects.get(what="import.undone")
    assert (event.by, event.detail) == (lena, {"rows": 2})


def test_the_same_file_makes_them_anew_afterwards(lena):
    import_undoing.undo(brought(lena), by=lena)
    again = brought(lena)

    assert again.rows.filter(outcome="made").count() == 2
    hodan = Person.objects.get(known_as="Hodan")
    assert hodan.identifiers.get().value == "0101801238"
    assert hodan.passages.get().words == "Letters and debt"


def test_nobody_undone_is_found_or_listed(at_desk, lena, team):
    taken = brought(lena)
    assert by_words(Person.objects.visible_to(lena), "Hodan", [team.pk]).people
    assert "Hodan" in text(at_desk.get("/people/"))
    import_undoing.undo(taken, by=lena)

    assert not by_words(Person.objects.visible_to(lena), "Hodan", [team.pk]).people
    for page in ("/people/", "/", f"/people/import/{taken.pk}/"):
        assert "Hodan" not in text(at_desk.get(page, follow=True)), page
    assert not Holding.objects.now_with_teams_of(lena).exists()


def test_the_teams_own_looks_do_not_keep_an_import_from_being_undone(at_desk, lena):
    taken = brought(lena)
    hodan = Person.objects.get(known_as="Hodan")
    assert at_desk.get(f"/people/{hodan.pk}/").status_code == 200
    assert Look.objects.filter(person=hodan).exists()

    assert import_undoing.undo(taken, by=lena).state == "undone"


def test_whoever_was_recognised_stays_with_what_was_added(lena, team):
    amina = make.make_open_person(lena, known_as="Amina", formal_name="Amina Yusuf")
    taken = recognised(lena, "Name,Notes\nAmina Yusuf,Sleeps badly\nTam Reid,x\n")
    import_undoing.undo(taken, by=lena)
    check_constraints()

    assert Person.objects.get() == amina
    assert amina.passages.get().words == "Sleeps badly"


def test_a_row_that_was_one_with_an_earlier_row_goes_with_it(lena):
    taken = brought(lena, "Name,DOB,Notes\nTam Reid,1960,one\nTam Reid,1960,two\n")
    imports.choose(taken, by=lena, seen=make.seen(taken), choices={3: "same"})
    imports.run(taken, by=lena, seen=make.seen(taken))
    import_undoing.undo(worked(taken), by=lena)
    check_constraints()

    assert not Person.objects.exists() and not Passage.objects.exists()


def test_another_list_that_waits_is_about_someone_new_again(lena):
    taken = brought(lena)
    waiting = looked_at(
        lena,
        LIST.replace("Letters", "More letters").replace("Tam Reid,1960", "Tam,1960"),
    )
    same = looked_at(lena)
    imports.choose(waiting, by=lena, seen=make.seen(waiting), choices={2: "same"})
    import_undoing.undo(taken, by=lena)
    check_constraints()

    for other in (waiting, same):
        assert set(other.rows.values_list("verdict", "choice", "twin")) == {
            ("new", "", None)
        }
    imports.run(waiting, by=lena, seen=make.seen(waiting))
    assert worked(waiting).rows.filter(outcome="made").count() == 2


def test_only_what_is_finished_and_made_someone_is_undone(lena):
    taken = looked_at(lena)
    with pytest.raises(Refused, match="already"):
        import_undoing.undo(taken, by=lena)
    imports.run(taken, by=lena, seen=make.seen(taken))
    taken = import_undoing.undo(worked(taken), by=lena)
    with pytest.raises(Refused, match="already"):
        import_undoing.undo(taken, by=lena)
    make.make_open_person(lena, known_as="Amina", formal_name="Amina Yusuf")
    with pytest.raises(Refused, match="No one was made"):
        import_undoing.undo(recognised(lena, "Name\nAmina Yusuf\n"), by=lena)


def test_a_record_that_is_one_with_another_is_never_removed(lena):
    taken = brought(lena)
    hodan, other = Person.objects.get(known_as="Hodan"), make.make_open_person(lena)
    seen_so = seen(other, hodan)
    actions.link(other, hodan, by=lena, why="x", rules={}, as_seen=seen_so)

    with pytest.raises(Refused, match=other.reference):
        import_undoing.undo(taken, by=lena)


def test_every_table_is_asked_about_or_emptied(lena):
    """A model that points to a person is one or the other, also one added later."""
    labels = {relation.label for relation in every_relation()}
    assert set(MADE_BY_IMPORT) <= labels
    taken = brought(lena)
    hodan = Person.objects.get(known_as="Hodan")
    lines = {relation.label for relation in every_relation() if relation.of(hodan.pk)}
    assert lines == {
        *MADE_BY_IMPORT,
        "welcome.Event.person",
        "welcome.ImportRow.person",
    }
    assert references_touched(taken) == []


def test_a_list_that_is_too_long_for_a_page_is_undone_by_a_command(lena, capsys):
    taken = brought(lena)
    with pytest.raises(Refused, match=f"more than 1 people.*undo_import {taken.pk}"):
        import_undoing.undo(taken, by=lena, at_most=1)
    assert Person.objects.count() == 2
    call_command("undo_import", str(taken.pk))

    assert capsys.readouterr().out.startswith("2 removed.")
    assert not Person.objects.exists()
    assert Event.objects.get(what="import.undone").by == lena
    for pk in (taken.pk, uuid4()):
        with pytest.raises(CommandError) as refused:
            call_command("undo_import", str(pk))
        assert refused.value.returncode == 2
