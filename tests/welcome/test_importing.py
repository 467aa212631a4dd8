"""A team's own list is brought over: nobody twice, nobody lost, nobody unheld."""

import pytest

from welcome.actions import importing
from welcome.importing import batches, shelf
from welcome.models import Event, ImportRow, Person, Role
from welcome.refusals import Refused

from .. import factories as make

pytestmark = pytest.mark.django_db
LIST = """Surname,Forename,DOB,Mobile,Notes,Shoe size
Yusufu,Hodan,03/05/1992,07700 900118,Letters and debt,38
Reid,Tam,1960,7700900119,,44
,,,,nobody,
Baird,Isla,31/02/1990,,,
"""


@pytest.fixture
def lena(team):
    """She leads Amina's welcome team."""
    return make.make_member(Role.LEAD, team, name="Lena Grant")


def take(lena, text, **given):
    return importing.take_list(
        text.encode(), by=lena, team=lena.first_team, file_name="list.csv"
    )


def look(lena, text=LIST):
    taken = take(lena, text)
    importing.name_columns(taken, by=lena, codes=taken.columns)
    batches.go_on(taken.pk)
    taken.refresh_from_db()
    return taken


def bring(lena, text=LIST):
    taken = look(lena, text)
    if taken.rows.to_bring().exists():
        importing.run(taken, by=lena)
        batches.go_on(taken.pk)
        taken.refresh_from_db()
    return taken


def verdicts(taken):
    return dict(taken.rows.values_list("number", "verdict"))


def test_a_dry_run_says_what_would_become_of_each_row_and_makes_nobody(lena):
    taken = look(lena)

    assert taken.state == "ready"
    assert verdicts(taken) == {2: "new", 3: "new", 4: "bad", 5: "bad"}
    assert "no name" in taken.rows.get(number=4).why
    assert shelf.not_mapped(taken) == ["Shoe size"]
    assert not Person.objects.exists()


def test_whoever_is_brought_over_is_held_by_the_team_from_that_moment(lena, team):
    taken = bring(lena)
    hodan = Person.objects.get(known_as="Hodan")

    assert taken.state == "done"
    assert hodan.is_open and hodan.holding.team == team
    assert hodan.formal_name == "Hodan Yusufu"
    assert hodan.contact_wish.phone_digits == "07700900118"
    assert hodan.passages.get().words == "Letters and debt"
    assert hodan.passages.get().voice == "team"
    assert set(hodan.events.values_list("what", flat=True)) == {
        "person.brought_over", "passage.added",
    }  # fmt: skip


def test_the_same_list_again_makes_nobody_new(lena):
    bring(lena)
    before = Person.objects.count(), Event.objects.exclude(person=None).count()
    taken = bring(lena)

    assert (
        Person.objects.count(),
        Event.objects.exclude(person=None).count(),
    ) == before
    assert verdicts(taken) == {2: "here", 3: "here", 4: "bad", 5: "bad"}


def test_somebody_who_may_be_here_waits_for_a_choice(lena, amina):
    amina.born_on = "1992-05-03"
    amina.save()
    taken = bring(lena, "Name,DOB\nAmina Yusuff,03/05/1992\nRuth Lamb,1980\n")
    row = taken.rows.get(number=2)

    assert (row.verdict, row.twin_id, row.outcome) == ("choose", amina.pk, "")
    assert taken.state == "ready"
    assert Person.objects.count() == 2
    importing.choose(taken, by=lena, choices={2: "same"})
    importing.run(taken, by=lena)
    batches.go_on(taken.pk)
    row.refresh_from_db()
    assert (row.outcome, row.person_id) == ("same", amina.pk)
    assert Person.objects.count() == 2


def test_a_list_without_a_name_is_refused(lena):
    with pytest.raises(Refused, match="which column is the name"):
        look(lena, "DOB,Shoe size\n1990,41\n")


def test_rows_of_one_file_that_may_be_one_person_are_asked_about(lena):
    taken = bring(
        lena,
        "Name,DOB,Notes\nAmina Yusuf,1992-05-03,\nAmina Yusuff,1992-05-03,x\n"
        "Amina Yusuf,1992-05-03,\n",
    )

    assert verdicts(taken) == {2: "new", 3: "choose", 4: "here"}
    first = taken.rows.get(number=2)
    assert taken.rows.get(number=3).twin_id == first.person_id
    assert ImportRow.objects.filter(outcome="made").count() == 1
