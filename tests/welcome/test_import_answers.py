"""A question about a row shows both records, and many can be answered in one go."""

import itertools
import re
from datetime import date

import pytest
from django.test import Client

from welcome.actions import imports
from welcome.import_runs import batches
from welcome.models import Person, Role

from .. import factories as make
from ..reading_pages import text
from .lists_brought import looked_at

BORN = date(1992, 5, 3)
pytestmark = pytest.mark.django_db
LIST = (
    "Name,Born,Phone,E-mail,Postcode\n"
    "Hodan Yusufu,1992,07700 900118,hodan@example.org,EH6 7AA\n"
    "Tam Reid,1960,,,\nTam Reid,1960,07700 900119,,\n"
)


@pytest.fixture
def lena(team):
    return make.make_member(Role.LEAD, team, name="Lena Grant")


@pytest.fixture
def hodan(team):
    hodan = make.make_person(
        team=team, known_as="Hodan", formal_name="Hodan Yusufu", born_year=1992,
        postcode="EH7 4LX",
    )  # fmt: skip
    hodan.contact_wish.phone = "07700 900555"
    hodan.contact_wish.save()
    return hodan


@pytest.fixture
def at_desk(lena):
    client = Client()
    client.force_login(lena)
    return client


def answer(client, taken, **given):
    page = f"/people/import/{taken.pk}/"
    posted = {"seen": make.seen(taken)} | {
        name.replace("_", "-"): value for name, value in given.items()
    }
    return client.post(f"{page}choose/", posted, follow=True)


def choices(taken):
    return dict(taken.rows.filter(verdict="choose").values_list("number", "choice"))


def beside(page):
    """Each line of each table: its label, the list's words and ours."""
    rows = re.findall(
        r'<th scope="row">(.*?)</th><td>(.*?)</td><td>(.*?)</td>', page.content.decode()
    )
    return [tuple(row) for row in rows]


def test_a_question_shows_what_the_list_says_beside_what_we_have(at_desk, lena, hodan):
    taken = looked_at(lena, LIST)
    page = at_desk.get(f"/people/import/{taken.pk}/")

    assert beside(page)[:5] == [
        ("Name", "Hodan Yusufu", "Hodan Yusufu"),
        ("Born", "1992", "1992"),
        ("Phone", "07700 900118", "07700 900555"),
        ("E-mail", "hodan@example.org", "–"),
        ("Postcode", "EH6 7AA", "EH7 4LX"),
    ]
    assert hodan.reference in text(page)


def test_two_rows_of_one_list_are_shown_side_by_side(at_desk, lena):
    page = at_desk.get(f"/people/import/{looked_at(lena, LIST).pk}/")

    assert beside(page) == [
        ("Name", "Tam Reid", "Tam Reid"),
        ("Born", "1960", "1960"),
        ("Phone", "07700 900119", "–"),
    ]
    assert "first import row 3" in text(page)


def test_of_another_teams_person_no_more_is_shown_than_tells_them_apart(
    at_desk, lena, hodan, tomasz
):
    hodan.team, hodan.born_on, hodan.born_year = tomasz.first_team, BORN, None
    hodan.save()
    taken = looked_at(lena, LIST.replace("1992", "1992-05-03"))
    page = at_desk.get(f"/people/import/{taken.pk}/")

    lines = {label: theirs for label, _, theirs in beside(page)[:5]}
    assert lines["Name"] == "Hodan Y."
    assert lines["Born"] == "1992"
    hidden = {lines[label] for label in ("Phone", "E-mail", "Postcode")}
    assert hidden == {"Only their team sees this"}
    for secret in ("07700 900555", "EH7 4LX", f"/people/{hodan.pk}/"):
        assert secret not in page.content.decode()


def test_later_is_chosen_at_first_and_the_others_can_be_imported(at_desk, lena, hodan):
    taken = looked_at(lena, LIST)
    page = at_desk.get(f"/people/import/{taken.pk}/").content.decode()
    checked = re.findall(r'name="choice-(\d+)" value="(\w+)" checked', page)
    assert checked == [("2", "later"), ("4", "later")]

    said = text(answer(at_desk, taken, choice_2="later", choice_4="new"))
    assert "1 answer saved, 1 left for later." in said
    imports.run(taken, by=lena, seen=make.seen(taken))
    batches.go_on(taken.pk)
    taken.refresh_from_db()
    assert taken.state == "ready"
    assert taken.rows.undecided().get().number == 2
    assert Person.objects.filter(formal_name="Tam Reid").count() == 2


def test_an_answer_can_be_put_off_again(at_desk, lena, hodan):
    taken = looked_at(lena, LIST)
    answer(at_desk, taken, choice_2="same")
    assert choices(taken) == {2: "same", 4: ""}
    answer(at_desk, taken, choice_2="later")
    assert choices(taken) == {2: "", 4: ""}


def test_one_button_answers_every_question_of_the_page(at_desk, lena, hodan):
    taken = looked_at(lena, LIST)
    on_page = {"choice_2": "later", "choice_4": "later"}
    answer(at_desk, taken, **on_page, all="new")
    assert choices(taken) == {2: "new", 4: "new"}
    answer(at_desk, taken, **on_page, all="later")
    assert choices(taken) == {2: "", 4: ""}


def test_same_person_for_all_leaves_out_rows_that_are_no_person_yet(
    at_desk, lena, hodan
):
    taken = looked_at(lena, LIST)
    page = answer(at_desk, taken, choice_2="later", choice_4="later", all="same")

    assert "1 answer saved" in text(page)
    assert choices(taken) == {2: "same", 4: ""}


def test_one_button_answers_no_question_of_another_page(at_desk, lena, hodan):
    taken = looked_at(lena, LIST)
    answer(at_desk, taken, choice_2="later", all="new")
    assert choices(taken) == {2: "new", 4: ""}


def test_one_button_answers_nothing_about_the_lead_herself(at_desk, lena, hodan):
    taken = looked_at(lena, LIST)
    Person.objects.filter(pk=hodan.pk).update(account=lena)
    answer(at_desk, taken, choice_2="later", choice_4="later", all="same")

    assert choices(taken) == {2: "", 4: ""}


def test_a_page_of_questions_asks_few_of_the_database(
    at_desk, lena, team, django_assert_max_num_queries
):
    for one, other in itertools.product("bdgk", "lmnrs"):
        name = f"Sam {one.upper()}a{other}ot"
        make.make_person(team=team, formal_name=name, known_as="Sam", born_year=1990)
    names = Person.objects.values_list("formal_name", flat=True)
    taken = looked_at(lena, "Name,Born\n" + "".join(f"{n},1990\n" for n in names))
    with django_assert_max_num_queries(16):
        page = at_desk.get(f"/people/import/{taken.pk}/")
    assert len(beside(page)) >= 40
