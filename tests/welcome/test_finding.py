"""One box that finds, and lists whose addresses tell no name."""

import base64
from datetime import date

import pytest

from welcome.models import Identifier

from .. import factories as make
from ..reading_pages import text


def _found(client, words):
    return client.post("/people/", {"q": words}, follow=True)


@pytest.fixture
def looking(client, priya):
    client.force_login(priya)
    return client


def test_a_misspelt_name_is_found_and_stands_in_no_address(looking, amina):
    answer = looking.post("/people/", {"q": "Amina Yusof"}, follow=True)

    assert amina.reference in text(answer)
    assert "Yusof" not in answer.request["QUERY_STRING"]


def test_a_reference_or_a_phone_finds_one(looking, amina):
    amina.contact_wish.phone_digits = "07700900418"
    amina.contact_wish.save()
    for words in (amina.reference, "+44 7700 900 418"):
        assert "Amina Yusuf" in text(_found(looking, words))


@pytest.fixture
def liz(priya):
    liz = make.make_open_person(
        priya,
        known_as="Liz",
        formal_name="Elizabeth Marsh",
        born_on=date(1961, 9, 8),
        postcode="EH6 7AA",
    )
    liz.contact_wish.phone_digits = "07700900418"
    liz.contact_wish.save()
    Identifier.objects.create(
        person=liz, site=liz.site, system="chi", value="0809610019"
    )
    return liz


@pytest.mark.parametrize(
    "words",
    [
        "Liz", "beth marsh", "Elisabeth", "Marsh Elizabeth", "elizabeht mrash",
        "marsh", "eliza", "mars", "8 September 1961", "08/09/61", "8.9.1961", "1961",
        "8/9/61", "liz 1961", "marsh 8/9/1961", "080 961 0019", "0809610019",
        "080-961-0019", "07700 900418", "+44 (0)7700 900418", "eh67aa", "EH6 7AA",
        "EH6", "liz eh6", "Liz, 8th of September 1961",
    ],
)  # fmt: skip
def test_whatever_one_knows_of_somebody_finds_them(looking, liz, amina, words):
    found = text(_found(looking, words))

    assert liz.reference in found
    assert amina.reference not in found


@pytest.mark.parametrize(
    "words", ["Mohamed Yousef", "Muhammad Yusuf", "mohd yusef", "yusuf mohammad"]
)
def test_a_name_in_another_spelling_is_found(looking, priya, words):
    one = make.make_open_person(
        priya, known_as="Mo", formal_name="Mohammed Youssef", born_year=1988
    )

    assert one.reference in text(_found(looking, words))


@pytest.mark.parametrize(
    "words", ["liz 1962", "liz g12", "12 September 1961", "%", "'"]
)
def test_what_is_not_true_of_somebody_does_not_find_them(looking, liz, words):
    assert liz.reference not in text(_found(looking, words))


def test_people_of_another_team_are_not_found(client, tomasz, amina):
    client.force_login(tomasz)

    assert amina.reference not in text(_found(client, "Amina"))


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
