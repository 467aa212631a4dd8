"""Each whole list of tests/data/imports, and the records that it must make."""

import pytest

from welcome.models import Person, Role

from .. import factories as make
from .case_files import bring, verdicts, whys

pytestmark = pytest.mark.django_db

BORN = {
    "excel-dates.csv": {
        "Orla Quennell": "1992-05-03", "Tobias Wrenfield": "1961-09-14",
        "Miriam Ashgrove": "1988-09-03", "Piotr Halden": "1979-02-09",
        "Yvonne Tarrick": "1974-05-03", "Sami Loxley": "1966-05-03",
        "Control Person": "1992-05-03",
    },
    "excel-date-serial.csv": {"Nell Gray": "1992-05-03", "Owen Gray": "None"},
}  # fmt: skip
#: What they like to be called, and their full name.
NAMES = {
    "titles.csv": [
        ("Hamish", "Hamish Corbell"), ("A. Okonjo", "A. Okonjo"),
        ("Freya", "Freya Drummond"), ("Alan", "Alan Pettigrew"),
        ("Nkechi", "Nkechi Bale"), ("Tom", "Tom Ardley"), ("Ian", "Ian Moss"),
        ("Zoë", "Zoë Hart"),
    ],
    "no-surname.csv": [
        ("Sukarno", "Sukarno"), ("Teller", "Teller"), ("Braithwaite", "Braithwaite"),
        ("Rahimi", "Rahimi"), ("Adeyemi", "Adeyemi"), ("Indira", "Indira"),
    ],
    "title-rows.csv": [("Will", "Will Tern"), ("Xena", "Xena Tern")],
    "footer.csv": [("Will", "Will Tern"), ("Xena", "Xena Tern")],
    "macroman.csv": [("Zoë", "Zoë Fåhraeus"), ("Renée", "Renée Dubois")],
    "cp850.csv": [("Renée", "Renée Dubois"), ("Siân", "Siân Pryce")],
    "mixed.csv": [
        ("Zoë", "Zoë Fahr"), ("Siân", "Siân Pryce"), ("Renée", "Renée Dubois"),
    ],
    "double.csv": [("Siân", "Siân Pryce")],
    "utf16-nobom.csv": [("Siân", "Siân Pryce")],
}  # fmt: skip
#: What the letters of a file are, where someone is asked.
LETTERS = {
    "macroman.csv": "mac_roman", "cp850.csv": "cp850", "mixed.csv": "mixed",
    "double.csv": "twice",
}  # fmt: skip
PHONES = {
    "Bea": "07700900112", "Cal": "07700900113", "Dee": "07700900114",
    "Eli": "+44 7700 900115", "Fay": "07700 900116", "Gus": "07700-900-117",
    "Hal": "0131 496 0118", "Ida": "", "Lou": "+44 (0)7700 900122",
    "Max": "08081570123",
}  # fmt: skip
PHONE_WORDS = {
    "Fay": "Phone 07700 900116: mum",
    "Hal": "Phone 0131 496 0118: extension 12",
    "Ida": "Phone, as it was in the list: 4.47701E+11",
}
#: The postcode and the address of each.
PLACES = {
    "Ann": ("BFPO 57", ""), "Bob": ("BF1 3AA", ""), "Cat": ("JE2 3AB", ""),
    "Dan": ("EH6 7AA", ""), "Eve": ("", ""), "Fin": ("", "No fixed address"),
    "Gil": ("", ""), "Han": ("", ""), "Ian": ("", "No fixed address"),
}  # fmt: skip
POSTCODES_IN_WORDS = {"Eve": "EH6", "Gil": "EH6 7OA", "Han": "EHG 7AA"}


@pytest.fixture
def lena(team):
    return make.make_member(Role.LEAD, team, name="Lena Grant")


def people(taken):
    """Everyone that this list made, in its order."""
    rows = taken.rows.order_by("number").select_related("person__contact_wish")
    return [row.person for row in rows if row.person]


def notes(person):
    return "\n".join(person.passages.values_list("words", flat=True))


@pytest.mark.parametrize("file", BORN)
def test_dates_in_every_way_of_writing_are_the_right_day(lena, file):
    found = {p.formal_name: str(p.born_on) for p in people(bring(lena, file))}
    assert found == BORN[file]


def test_a_year_with_a_comma_in_it_is_kept_in_words_and_said(lena):
    taken = bring(lena, "excel-date-serial.csv")
    owen = Person.objects.get(known_as="Owen")

    assert owen.born_year is None
    assert notes(owen) == "Birthday, or only the year, as it was in the list: 1,992"
    assert "a number with a comma in it" in whys(taken)[3]


@pytest.mark.parametrize("file", NAMES)
def test_everyone_in_a_file_gets_their_own_name(lena, file):
    taken = bring(lena, file, letters=LETTERS.get(file, ""))
    assert [(p.known_as, p.formal_name) for p in people(taken)] == NAMES[file]


def test_a_title_that_says_more_than_mr_is_kept_in_the_notes(lena):
    found = {p.known_as: notes(p) for p in people(bring(lena, "titles.csv"))}

    said = {name: words for name, words in found.items() if words}
    assert said == {
        "A. Okonjo": "Title: Mrs", "Nkechi": "Title: Dr", "Tom": "Title: Rev",
        "Ian": "Title: Sir",
    }  # fmt: skip


def test_only_a_row_without_any_name_is_returned(lena):
    taken = bring(lena, "no-surname.csv")

    assert whys(taken) == {5: "There is no name in this row."}
    assert verdicts(taken).count("bad") == 1


def test_a_total_at_the_end_is_set_aside(lena):
    taken = bring(lena, "footer.csv")

    assert verdicts(taken) == ["new", "new", "aside"]
    assert whys(taken) == {5: "This looks like a total."}


def test_phones_as_a_spreadsheet_left_them_are_read_or_kept_in_words(lena):
    wishes = {p.known_as: p.contact_wish for p in people(bring(lena, "phones.csv"))}

    assert {name: wish.phone for name, wish in wishes.items()} == PHONES
    said = {name: wish.words for name, wish in wishes.items() if wish.words}
    assert said == PHONE_WORDS


def test_postcodes_are_read_or_kept_in_words_and_never_made_up(lena):
    taken = bring(lena, "postcodes.csv")
    found = people(taken)

    assert {p.known_as: (p.postcode, p.address) for p in found} == PLACES
    said = {p.known_as: notes(p) for p in found if notes(p)}
    prefix = "Postcode, as it was in the list: "
    assert said == {name: prefix + of for name, of in POSTCODES_IN_WORDS.items()}
    assert sorted(whys(taken)) == [6, 8, 9]
