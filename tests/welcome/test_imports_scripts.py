"""Files with signs that nobody sees, and people whose names are in other scripts."""

import unicodedata

import pytest

from welcome.models import Person, Role

from .. import factories as make
from .case_files import bring, dry_run, verdicts, whys

pytestmark = pytest.mark.django_db

INVISIBLE = {
    "Amina Yusuf-Test": "amina.t@example.org", "Bo Lind": "bo@example.org",
    "Cy Marr": "cy@example.org", "Diana Oss": "di@example.org",
}  # fmt: skip
#: What they like to be called, their full name, language, and how their note begins.
SCRIPTS = [
    ("Олена", "Олена Шевченко", "Ukrainian", "Каже, що не спить."),
    ("محمد", "محمد علي الأمين", "Arabic", "يقول إنه لا ينام. He says:"),
    ("小龍", "李小龍", "Cantonese", "睡不著，想家。"),
    ("রহিমা", "রহিমা খাতুন", "Bengali", "ঘুম আসে না।"),
    ("ਗੁਰਪ੍ਰੀਤ", "ਗੁਰਪ੍ਰੀਤ ਕੌਰ", "Punjabi", "ਨੀਂਦ ਨਹੀਂ ਆਉਂਦੀ।"),
    ("Łukasz", "Łukasz Żółć", "Polish", "Śpi źle 😔 💚 👩\u200d👧 „cytat”"),
    ("Ánh", "Nguyễn Thị Ánh", "Vietnamese", "Mất ngủ, nhớ nhà"),
    ("Ṣọlá", "Ṣọlá Adébáyọ̀", "Yoruba", "Kò sùn dáadáa; ọmọ mi"),
    ("Word", "Word Paste", "English", "• “Smart” ‘quotes’ – dashes — ellipsis…"),
]


@pytest.fixture
def lena(team):
    return make.make_member(Role.LEAD, team, name="Lena Grant")


def test_signs_that_nobody_sees_are_in_no_record(lena):
    bring(lena, "invisible.csv")
    people = Person.objects.select_related("contact_wish").filter(team=lena.first_team)

    assert {p.formal_name: p.contact_wish.email for p in people} == INVISIBLE


def test_the_same_people_without_those_signs_are_known_again(lena):
    bring(lena, "invisible.csv")
    taken = dry_run(lena, "same-people-clean.csv")

    assert verdicts(taken) == ["here"] * 4
    assert set(whys(taken).values()) == {"Already imported, from this list or another."}


def test_the_clean_list_first_makes_the_same_people(lena):
    bring(lena, "same-people-clean.csv")
    taken = dry_run(lena, "invisible.csv")

    assert verdicts(taken) == ["here"] * 4
    assert set(Person.objects.values_list("formal_name", flat=True)) == set(INVISIBLE)


def test_a_list_in_many_scripts_needs_no_question_and_returns_nobody(lena):
    taken = dry_run(lena, "scripts.csv")

    assert verdicts(taken) == ["new"] * len(SCRIPTS)
    assert whys(taken) == {}


def test_everyone_keeps_their_name_and_words_in_their_own_script(lena):
    taken = bring(lena, "scripts.csv")
    rows = taken.rows.order_by("number").select_related("person")

    for row, (called, name, language, begins) in zip(rows, SCRIPTS, strict=True):
        person = row.person
        words = person.passages.get().words
        wanted = [unicodedata.normalize("NFC", text) for text in (called, name)]
        assert [person.known_as, person.formal_name] == wanted
        assert person.language == language
        assert words.startswith(unicodedata.normalize("NFC", begins)), words
        assert person.contact_wish.phone == f"07700 9001{49 + row.number}"


def test_lines_of_a_note_from_a_word_processor_stay_lines(lena):
    bring(lena, "scripts.csv")
    words = Person.objects.get(known_as="Word").passages.get().words

    assert [line.strip() for line in words.splitlines()] == [
        "• “Smart” ‘quotes’ – dashes — ellipsis… softhyphen non break",
        "line", "VT", "FF •\tbullet ◦ ▪ • private",
    ]  # fmt: skip
