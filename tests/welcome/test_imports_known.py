"""People whom the team knows already are asked about before a list makes them again."""

import pytest

from welcome.actions import imports
from welcome.import_runs import batches
from welcome.models import Person, Role

from .. import factories as make
from .lists_brought import looked_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def lena(team):
    """She leads Amina's welcome team."""
    return make.make_member(Role.LEAD, team, name="Lena Grant")


def verdicts(taken):
    return dict(taken.rows.values_list("number", "verdict"))


def known(team, name="Hodan Yusufu", email="", **facts):
    person = make.make_person(team=team, known_as=name.partition(" ")[0], **facts)
    Person.objects.filter(pk=person.pk).update(formal_name=name)
    person.refresh_from_db()
    person.save()
    person.contact_wish.email = email
    person.contact_wish.save()
    return person


SAME = {
    "the year alone": ({"born_year": 1992}, "Hodan Yusufu,1992,"),
    "a year in a birthday": ({"born_on": "1992-05-03"}, "Hodan Yusufu,1992,"),
    "the e-mail": ({"email": "Hodan@example.org"}, "Hodan Yusufu,,hodan@EXAMPLE.org"),
    "the e-mail, and another year": (
        {"email": "hodan@example.org", "born_year": 1990},
        "Hodan Yusufu,1992,hodan@example.org",
    ),
    "the other way round": ({"born_year": 1992}, "Yusufu Hodan,1992,"),
    "no more than the name": ({}, "Hodan Yusufu,,"),
    "a year that we do not have": ({}, "Hodan Yusufu,1992,"),
    "another spelling": ({"born_year": 1992}, "Hodan Yusuf,1992,"),
}


@pytest.mark.parametrize("said", SAME)
def test_someone_of_the_same_name_at_the_team_is_asked_about(lena, team, said):
    facts, line = SAME[said]
    person = known(team, **facts)
    taken = looked_at(lena, f"Name,Born,E-mail\n{line}\nRuth Lamb,1971,\n")

    assert verdicts(taken) == {2: "choose", 3: "new"}
    assert taken.rows.get(number=2).twin == person


OTHER = {
    "another year": ({"born_year": 1961}, "Hodan Yusufu,1992,"),
    "another birthday": ({"born_on": "1992-05-03"}, "Hodan Yusufu,1992-11-28,"),
    "another first name": ({"born_year": 1992}, "Ruth Yusufu,1992,"),
    "a first name alone": ({"born_year": 1992}, "Hodan,1992,"),
}


@pytest.mark.parametrize("said", OTHER)
def test_someone_else_is_not_asked_about(lena, team, said):
    facts, line = OTHER[said]
    known(team, **facts)

    assert verdicts(looked_at(lena, f"Name,Born,E-mail\n{line}\n")) == {2: "new"}


def test_the_name_and_the_year_are_not_enough_in_another_team(lena, tomasz):
    known(tomasz.first_team, born_year=1992)
    assert verdicts(looked_at(lena, "Name,Born\nHodan Yusufu,1992\n")) == {2: "new"}


def test_the_name_and_the_e_mail_are_enough_in_any_team_of_the_site(lena, tomasz):
    person = known(tomasz.first_team, email="hodan@example.org")
    taken = looked_at(lena, "Name,E-mail\nHodan Yusufu,hodan@example.org\n")

    assert taken.rows.get().twin == person


def test_a_list_with_one_more_column_makes_nobody_again(lena):
    rows = ["Hodan Yusufu,1992,", "Tam Reid,1960,", "Isla Baird,,isla@example.org"]
    first = looked_at(lena, "\n".join(["Name,Born,E-mail", *rows]))
    imports.run(first, by=lena, seen=make.seen(first))
    batches.go_on(first.pk)
    more = [f"{row},Somali" for row in rows]
    again = looked_at(lena, "\n".join(["Name,Born,E-mail,Language", *more]))

    assert set(verdicts(again).values()) == {"choose"}
    assert Person.objects.count() == 3


def test_rows_of_one_file_with_one_name_and_year_or_e_mail_are_asked_about(lena):
    taken = looked_at(
        lena,
        "Name,Born,E-mail,Notes\n"
        "Hodan Yusufu,1992,,first\nHodan Yusufu,1992,,second\n"
        "Tam Reid,,tam@example.org,first\nTam Reid,1960,TAM@example.org,second\n"
        "Bo Lind,1991-02-03,,\nBo Lind,1991-11-20,,\n"
        "Ruth Lamb,,tam@example.org,\n",
    )

    assert verdicts(taken) == {
        2: "new", 3: "choose", 4: "new", 5: "choose", 6: "new", 7: "new", 8: "new",
    }  # fmt: skip
    assert taken.rows.get(number=5).same_as == 4
