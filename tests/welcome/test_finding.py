"""One box that finds, and lists whose addresses tell no name."""

import base64

import pytest

from .. import factories as make


@pytest.fixture
def looking(client, priya):
    client.force_login(priya)
    return client


def text(answer):
    return answer.content.decode()


def test_a_misspelt_name_is_found_and_stands_in_no_address(looking, amina):
    answer = looking.post("/people/", {"q": "Amina Yusof"})

    assert amina.reference in text(answer)
    assert "Yusof" not in answer.request["QUERY_STRING"]


def test_a_reference_or_a_phone_finds_one(looking, amina):
    amina.contact_wish.phone_digits = "07700900418"
    amina.contact_wish.save()
    for words in (amina.reference, "+44 7700 900 418"):
        assert "Amina Yusuf" in text(looking.post("/people/", {"q": words}))


def test_people_of_another_team_are_not_found(client, tomasz, amina):
    client.force_login(tomasz)

    assert amina.reference not in text(client.post("/people/", {"q": "Amina"}))


def test_the_next_page_goes_on_and_its_mark_holds_no_name(looking, priya):
    for n in range(30):
        make.make_open_person(priya, known_as=f"Zebedee {n:02}")
    first = looking.get("/people/")
    (mark,) = set(_marks(text(first)))
    second = text(looking.get(f"/people/?after={mark}"))

    assert "Zebedee 29" in second
    assert "Zebedee 00" not in second
    padded = mark.partition(":")[0] + "=="
    assert b"Zebedee" not in base64.urlsafe_b64decode(padded)


def test_a_mark_of_another_list_begins_at_the_first_page(looking, priya, amina):
    for n in range(30):
        make.make_open_person(priya, known_as=f"Zebedee {n:02}")
    (mark,) = set(_marks(text(looking.get("/people/"))))

    for page in (f"/people/{amina.pk}/trail/", "/sent/"):
        assert looking.get(f"{page}?after={mark}").status_code == 200


def _marks(page):
    for piece in page.split("?after=")[1:]:
        yield piece.partition('"')[0].replace("%3A", ":")
