"""A name in a list becomes the person's own: nobody is called "Mr", "A." or "FNU"."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from welcome.values import name_words, names


@pytest.mark.parametrize(
    ("written", "known_as", "full", "titles"),
    [
        ("Mr Hamish Corbell", "Hamish", "Hamish Corbell", ""),
        ("MR. HAMISH CORBELL", "Hamish", "Hamish Corbell", ""),
        ("Mr.Hamish Corbell", "Hamish", "Hamish Corbell", ""),
        ("Corbell Hamish (Mr)", "Corbell", "Corbell Hamish", ""),
        ("Mrs A. Okonjo", "A. Okonjo", "A. Okonjo", "Mrs"),
        ("J.R. EWING", "J.R. Ewing", "J.R. Ewing", ""),
        ("A. Nneka Okonjo", "Nneka", "A. Nneka Okonjo", ""),
        ("Mrs. Smith", "Smith", "Smith", "Mrs"),
        ("Mr & Mrs Smith", "Smith", "Smith", "Mr, Mrs"),
        ("Drummond, Ms Freya", "Freya", "Freya Drummond", ""),
        ("Pettigrew, Alan, Mr", "Alan", "Alan Pettigrew", ""),
        ("Pettigrew, Mr, Alan", "Alan", "Alan Pettigrew", ""),
        ("Dr. Nkechi Bale", "Nkechi", "Nkechi Bale", "Dr"),
        ("Prof. Dr. Hans von Stein", "Hans", "Hans von Stein", "Prof, Dr"),
        ("Rev Tom Ardley", "Tom", "Tom Ardley", "Rev"),
        ("Sir Ian Moss", "Ian", "Ian Moss", "Sir"),
        ("Sister Agnes", "Agnes", "Agnes", "Sister"),
        ("Miss Zoë Hart", "Zoë", "Zoë Hart", ""),
        ("Jack Lord", "Jack", "Jack Lord", ""),
        ("Lord, Jack", "Jack", "Jack Lord", ""),
        ("Dr Alan Pettigrew, OBE", "Alan", "Alan Pettigrew", "OBE, Dr"),
        ("Alan Pettigrew III", "Alan", "Alan Pettigrew", "III"),
        ("FNU Rahimi", "Rahimi", "Rahimi", ""),
        ("Sukarno -", "Sukarno", "Sukarno", ""),
        ("No surname, Indira", "Indira", "Indira", ""),
        ("Indira (no surname)", "Indira", "Indira", ""),
        ("Malcolm X", "Malcolm", "Malcolm X", ""),
        ("SMITH, JOHN", "John", "John Smith", ""),
        ("VAN DER BERG, JAN", "Jan", "Jan van der Berg", ""),
        ("sean o'brien-mcdonald", "Sean", "Sean O'Brien-McDonald", ""),
        ("van der Berg", "van der Berg", "van der Berg", ""),
        ("Alan SMITH", "Alan", "Alan SMITH", ""),
        ("李小龍", "李小龍", "李小龍", ""),
        ("محمد علي الأمين", "محمد", "محمد علي الأمين", ""),
        ("გია", "გია", "გია", ""),
    ],
)
def test_a_full_name_is_read_without_what_is_not_a_name(
    written, known_as, full, titles
):
    assert names.read(full=written) == names.Name(known_as, full, titles)


@pytest.mark.parametrize(
    ("first", "last", "known_as", "full"),
    [
        ("Sukarno", "-", "Sukarno", "Sukarno"),
        ("Teller", "N/A", "Teller", "Teller"),
        ("-", "Braithwaite", "Braithwaite", "Braithwaite"),
        ("FNU", "Rahimi", "Rahimi", "Rahimi"),
        ("", "Adeyemi", "Adeyemi", "Adeyemi"),
        ("Indira", ".", "Indira", "Indira"),
        ("Indira", "No surname", "Indira", "Indira"),
        ("Indira", "X", "Indira", "Indira"),
        ("Mrs A.", "Okonjo", "A. Okonjo", "A. Okonjo"),
        ("Mr", "Corbell", "Corbell", "Corbell"),
        ("Mary Ann", "Lord", "Mary Ann", "Mary Ann Lord"),
        ("MARIA", "DE LA CRUZ", "Maria", "Maria de la Cruz"),
        ("Min", "Na", "Min", "Min Na"),
    ],
)
def test_a_stand_in_for_one_name_leaves_the_other(first, last, known_as, full):
    name = names.read(first=first, last=last)
    assert (name.known_as, name.full) == (known_as, full)


@pytest.mark.parametrize(
    "written", ["", "Mr", "MRS.", "Dr", "Unknown Unknown", "FNU LNU", "N/A", "-", "A."]
)
def test_a_cell_without_a_name_is_refused(written):
    with pytest.raises(names.NoName):
        names.read(full=written)


def test_a_title_in_the_column_of_what_they_like_to_be_called_is_not_a_name():
    assert names.read(known_as="Mrs", full="Ada Hall").known_as == "Ada"
    assert names.read(known_as="Mina", full="Amina Yusuf").known_as == "Mina"


WORDS = st.sampled_from(
    ["Mr", "MRS.", "dr", "Rev.", "Sir", "Lord", "Sister", "&", "and", ",", "-", "FNU"]
    + ["Unknown", "OBE", "Jr", "III", "A.", "x", "N/A", "No surname", "(mr)", "Mr/Mrs"]
    + ["Ada", "HALL", "o'brien", "van", "der", "Łukasz", "李", "محمد", "AJ", "NG", "Na"]
)
CELLS = st.lists(WORDS, max_size=6).map(" ".join) | st.text(max_size=12)


@given(CELLS, CELLS, CELLS, CELLS)
@example("", "", "", "Lord")
@example("", "A. & Sir", "", "")
@example("", "A. Sir Sir", "", "")
@example("", "HALL Sir", "", "")
def test_no_title_survives_and_what_was_written_is_read_the_same(a, b, c, d):
    try:
        name = names.read(a, b, c, d)
    except names.NoName:
        return
    for text in filter(None, [name.known_as, name.full]):
        words = text.split()
        assert not name_words.is_title(words[0], in_front=True)
        assert not any(name_words.is_title(word, in_front=False) for word in words)
        assert not name_words.is_stand_in(text)
    again = names.read(name.known_as, name.full)
    assert (again.known_as, again.full) == (name.known_as, name.full)
