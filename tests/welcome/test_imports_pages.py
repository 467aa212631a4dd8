"""The pages of a team's own list: for its leads, without JavaScript, and told truly."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from welcome.import_runs import batches
from welcome.models import Event, Import, Look, Person, Role

from .. import factories as make

pytestmark = pytest.mark.django_db
LIST = b"Name,DOB,Notes\nHodan Yusufu,1992-05-03,=1+1\n,1990,nobody\n"


@pytest.fixture
def lena(team):
    return make.make_member(Role.LEAD, team, name="Lena Grant")


@pytest.fixture
def at_desk(lena):
    client = Client()
    client.force_login(lena)
    return client


def upload(client, content=LIST, name="list.csv"):
    file = SimpleUploadedFile(name, content, "text/csv")
    return client.post("/people/import/", {"file": file})


def looked_at(client, content=LIST):
    upload(client, content)
    taken = Import.objects.get()
    codes = {f"column-{n}": code for n, code in enumerate(taken.columns)}
    client.post(f"/people/import/{taken.pk}/columns/", codes)
    batches.go_on(taken.pk)
    return taken


def test_a_list_goes_from_file_to_people_without_javascript(at_desk):
    answer = upload(at_desk)
    taken = Import.objects.get()
    assert answer.url == f"/people/import/{taken.pk}/columns/"
    codes = {f"column-{n}": code for n, code in enumerate(taken.columns)}
    answer = at_desk.post(answer.url, codes, follow=True)
    assert b'http-equiv="refresh"' in answer.content
    batches.go_on(taken.pk)
    page = f"/people/import/{taken.pk}/"
    assert b"ready to import" in at_desk.get(page).content
    answer = at_desk.post(f"{page}run/", {"seen": make.seen(taken)}, follow=True)
    assert b"Importing people" in answer.content
    batches.go_on(taken.pk)
    assert b"person imported" in at_desk.get(page).content
    assert Person.objects.get().known_as == "Hodan"


def test_htmx_is_told_how_far_it_is_and_when_it_is_over(at_desk):
    taken = looked_at(at_desk)
    page = f"/people/import/{taken.pk}/"
    at_desk.post(f"{page}run/", {"seen": make.seen(taken)})

    part = at_desk.get(page, headers={"HX-Request": "true"})
    assert b"<progress" in part.content and b"<html" not in part.content
    batches.go_on(taken.pk)
    assert at_desk.get(page, headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_rows_are_handed_back_safe_with_their_reason_and_it_is_written_down(at_desk):
    taken = looked_at(at_desk, LIST.replace(b",nobody", b",=HYPERLINK(1)"))
    answer = at_desk.get(f"/people/import/{taken.pk}/not-brought-over.csv")
    text = answer.content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))

    assert rows[0] == ["Name", "DOB", "Notes", "Why it was not imported"]
    assert rows[1] == ["", "1990", "'=HYPERLINK(1)", "There is no name in this row."]
    assert answer["Cache-Control"] == "no-store"
    assert Event.objects.get(what="import.rows_taken").detail == {"rows": 1}


@pytest.mark.parametrize("content", [b"", b"Name\n", b"PK\x03\x04x", b"\x00\x01"])
def test_a_file_that_cannot_be_read_is_said_on_the_page(at_desk, content):
    answer = upload(at_desk, content)

    assert answer.status_code == 200
    assert b"nhsuk-error-message" in answer.content
    assert not Import.objects.exists()


def test_20_megabytes_come_in_and_30_do_not(at_desk):
    line = b"Amina Yusuf,1992," + b"Letters and debt. " * 50 + b"\n"
    big = b"Name,Born,Notes\n" + line * (20_000_000 // len(line))
    assert upload(at_desk, big).status_code == 302
    assert Import.objects.get().size > 20_000
    assert upload(at_desk, b"x" * 30_000_000).status_code == 413


def test_a_large_body_comes_nowhere_else_and_from_no_stranger(at_desk):
    big = {"q": "x" * 3_000_000}
    assert at_desk.post("/people/", big).status_code == 413
    assert Client().post("/people/import/", big).status_code == 413


def test_every_page_of_a_list_is_for_leads_of_that_team_alone(at_desk, tomasz, priya):
    taken = looked_at(at_desk)
    other = make.make_member(Role.LEAD, tomasz.first_team)
    page = f"/people/import/{taken.pk}/"
    for user, status in ((priya, 403), (tomasz, 403), (other, 404)):
        client = Client()
        client.force_login(user)
        for end in ("", "columns/", "not-brought-over.csv"):
            assert client.get(page + end).status_code == status, (user, end)
        for end in ("columns/", "choose/", "run/", "put-aside/"):
            assert client.post(page + end).status_code == status, (user, end)
    assert Import.objects.get().state == "ready"


def test_seeing_another_teams_person_in_a_row_is_written_down(at_desk, lena, tomasz):
    theirs = make.make_open_person(
        tomasz, known_as="Hodan", formal_name="Hodan Yusufu", born_on="1992-05-03"
    )
    taken = looked_at(at_desk)
    text = at_desk.get(f"/people/import/{taken.pk}/").content.decode()

    assert "Hodan Y." in text and "South East Welcome Team" in text
    assert Look.objects.get(person=theirs).by == lena
    assert f"/people/{theirs.pk}/" not in text


def test_a_row_about_the_lead_herself_is_for_a_colleague(at_desk, lena, amina):
    Person.objects.filter(pk=amina.pk).update(
        account=lena, born_on="1992-05-03", formal_name="Hodan Yusufu"
    )
    taken = looked_at(at_desk)
    page = f"/people/import/{taken.pk}/"

    assert "Hodan" not in at_desk.get(page).content.decode()
    at_desk.post(f"{page}choose/", {"choice-2": "same", "seen": make.seen(taken)})
    assert taken.rows.get(number=2).choice == ""


def test_whatever_is_posted_no_page_breaks(at_desk):
    taken = looked_at(at_desk)
    page = f"/people/import/{taken.pk}/"
    nasty = {
        "column-0": "\x00",
        "choice-2": "odd",
        "choice-²": "new",
        "choice-9999999": "",
    }
    for end in ("columns/", "choose/"):
        assert at_desk.post(page + end, nasty).status_code < 500
    for show in ("odd", "\x00", "bad"):
        assert at_desk.get(page, {"show": show, "after": "x"}).status_code < 500


def test_a_page_of_rows_asks_few_questions(at_desk, django_assert_max_num_queries):
    rows = b"".join(b"Person%d Number%d,1990,\n" % (n, n) for n in range(60))
    taken = looked_at(at_desk, b"Name,Born,Notes\n" + rows)
    with django_assert_max_num_queries(15):
        at_desk.get(f"/people/import/{taken.pk}/")


def test_two_presses_bring_nobody_over_twice(at_desk):
    taken = looked_at(at_desk)
    first = at_desk.post(f"/people/import/{taken.pk}/run/", {"seen": make.seen(taken)})
    second = at_desk.post(f"/people/import/{taken.pk}/run/", {"seen": make.seen(taken)})

    assert (first.status_code, second.status_code) == (302, 409)
