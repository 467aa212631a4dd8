import pytest

from storybooks.deidentifying.everyday_words import EVERYDAY
from storybooks.deidentifying.finding import find

#: Given and family names that are met in Britain, many of them also words.
_NAMES = """
abel ada alan alf ali amber amy angel ann anna april archie art arthur asha august ava
baker ball barker barry bean beau bell ben beth bill bishop black blair bob bond brian
brook brown bruce bush butcher butler carol carter chance chapman charity chase chris
christian clark clay coleman constance cook cooper cox crystal daisy dale dan daniel
david dawn day dean dee denim dick dolly don dot drew dylan earl eden elaine ella elle
emma english esa eva eve evelyn faith fay fern field finch fisher flora ford fox frank
fred freeman french gail gary gay gene george gill ginger glen glory good gordon grace
graham grant gray green guy hall harmony harper harry hart hazel heath heather henry
herb hill hilary holly honor hope hunter ian iris isla ivy jack jade jay jean jesse jo
job john joan josh joy june justice ken kim king kit knight lane lara law lee leigh leo
les lily little long lord lou love luke lynn mark marsh martin mary mason max may mason
mercy merit mike miles mills mo mohammed moss nan neil nick noel norm olive oliver
page pam paris parker pat patience paul pearl peg penny pete pip piper polish poppy
porter potter press price prince prudence ray red reed reid rich rick rob robin rod
roger roman rose ross rowan ruby russell ruth said sally sam sandy scott shaw short sky
small smith spencer star sterling stone storm sue summer autumn taylor ted terry theo
tim toby tom tony trinity turner val van vi victor violet viv wade walker ward webb
wells welsh west white will winter wood woods wren wright young zac march
"""
NAMES = sorted(set(_NAMES.split()))
UNICODE = [
    "Łukasz", "Élodie", "E\u0301lodie", "Øyvind", "Şükran", "Čeněk", "Ольга", "Ελένη",
    "Արամ", "O’Brien", "O'Brien", "Anne-Marie", "Anne‑Marie", "N'Golo", "N’Golo",
    "d’Arcy", "Jo Li", "Bo", "Li", "X", "أمينة", "আমিনা", "李明", "ไพลิน", "김민수",
    "שרה", "Ǆemal",
]  # fmt: skip

HARD = [
    ("I gave 999 000 0018 as my number.", "number", "999 000 0018"),
    ("It is 0101801238, the CHI one.", "phone", "0101801238"),
    ("Ring 0131 496 0123 after six.", "phone", "0131 496 0123"),
    ("Ring +44 7700 900123 after six.", "phone", "+44 7700 900123"),
    ("My nephew is on 07700900123 at nights.", "phone", "07700900123"),
    ("The flat at EH6 5AB was damp.", "postcode", "EH6 5AB"),
    ("the letters went to eh65ab all year", "postcode", "eh65ab"),
    ("Write to jean.b@example.org instead.", "email", "jean.b@example.org"),
    ("She put QQ 12 34 56 C on the form.", "ni", "QQ 12 34 56 C"),
    ("It happened on 3 March 2021.", "date", "3 March 2021"),
    ("It happened on the 3rd of March 2021.", "date", "3rd of March 2021"),
    ("It happened on 03/03/2021.", "date", "03/03/2021"),
    ("We lived at 14 Great Cobble Row then.", "address", "14 Great Cobble Row"),
    ("It is all on www.example.org/jean for anyone.", "web", "www.example.org/jean"),
]
SOFT = [
    ("It was Dr Pemberton who rang.", "title", "Dr Pemberton"),
    ("I went to see Moira about it.", "capital", "Moira"),
    ("Moira was late.", "capital", "Moira"),
    ("We met in Pilrig Park one day.", "capital", "Pilrig Park"),
    ("The Sunday before, Nana Yaa had called.", "capital", "Nana Yaa"),
    ("It was the 9th of August.", "day", "9th of August"),
    ("I left in 1987.", "year", "1987"),
    ("It was in May that she left.", "capital", "May"),
]
PLAIN = [
    "I took the dog out, because it was light.",
    "You’d be surprised. I’m not. It’s Christmas, and the NHS rang on Monday.",
    "“And who’s got the plot now?” I said, well, nobody.",
    "There are 3 of us, 140 steps, and a hundred and forty plates.",
    "",
]


@pytest.mark.parametrize(("text", "kind", "marked"), HARD)
def test_what_a_rule_is_sure_of_must_go(text, kind, marked):
    (mark,) = [mark for mark in find(text) if mark.is_hard]
    assert (mark.kind, mark.text) == (kind, marked)


@pytest.mark.parametrize(("text", "kind", "marked"), SOFT)
def test_what_only_a_person_can_judge_is_marked_to_be_looked_at(text, kind, marked):
    (mark,) = find(text)
    assert (mark.kind, mark.text, mark.is_hard) == (kind, marked, False)


@pytest.mark.parametrize("text", PLAIN)
def test_everyday_words_are_left_alone(text):
    assert find(text) == []


def test_a_known_name_must_go_in_any_case_and_with_a_tail():
    marks = find("Eugenia’s sister said eugenia was late.", names=["Eugenia Bell"])
    assert [(m.text, m.is_hard) for m in marks] == [
        ("Eugenia’s", True),
        ("eugenia", True),
    ]


def test_the_name_that_somebody_wants_to_be_shown_under_is_theirs_to_show():
    assert find("I am Jean.", names=["Jean Bell"], safe=["Jean"]) == []


def test_a_chosen_name_does_not_make_a_telephone_number_safe():
    assert find("0131 496 0123", safe=["0131 496 0123"])


def test_no_mark_lies_over_another_and_each_says_where_it_stands():
    text = "Dr Eugenia Bell, 14 High Street, EH6 5AB, 0131 496 0123, on 3 March 2021."
    marks = find(text, names=["Eugenia Bell"])
    ends = [0, *(mark.end for mark in marks)]
    assert all(mark.start >= end for mark, end in zip(marks, ends, strict=False))
    assert all(text[mark.start : mark.end] == mark.text for mark in marks)


def test_no_name_is_on_the_safe_list():
    assert not set(NAMES) & EVERYDAY


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_marked_within_a_sentence_and_first_in_one(name):
    name = name.title()
    assert [m.text for m in find(f"and then {name} rang.")] == [name]
    assert [m.text for m in find(f"It was late. {name} rang.")] == [name]


@pytest.mark.parametrize("name", UNICODE)
def test_a_name_in_any_script_and_of_any_length_is_marked(name):
    assert [m.text for m in find(f"and then {name} rang.")] == [name]


def test_a_little_word_is_only_safe_where_a_sentence_begins():
    assert find("So I went. “And then?” (He rang.)\n\nThen he left.") == []
    assert [m.text for m in find("and then So rang, with An.")] == ["So", "An"]


def test_initials_of_people_are_marked_and_those_of_things_are_not():
    marks = find("J. K. rang. A&E, A and E, the NHS, PIP, ESA and the GPs. Pip, Esa.")
    assert [m.text for m in marks] == ["J", "K", "Pip", "Esa"]


def test_a_street_and_a_title_are_known_in_any_alphabet():
    (street,) = find("at 14 Élodie Road today")
    assert (street.kind, street.is_hard) == ("address", True)
    (mark,) = find("with Dr Śliwa-Łęcka today")
    assert (mark.kind, mark.text) == ("title", "Dr Śliwa-Łęcka")
