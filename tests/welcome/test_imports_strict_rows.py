"""No quotation mark, separator or line break moves words into another person's row."""

import re
from datetime import date
from itertools import count

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from welcome.imports import reading
from welcome.imports.row_facts import Asked, Bad
from welcome.imports.told import understand
from welcome.models import Person

HEADINGS = ["Name", "Born", "Notes"]
CODES = ["formal_name", "born", "notes"]
ASKED = Asked(date(2026, 11, 30), "england")


def understood(content):
    """Who a file tells of, with all that would be kept; and the lines that fail."""
    sheet, told, bad = reading.read(content), [], []
    for line, cells in sheet.rows:
        try:
            said = understand(cells, sheet.headings, CODES, ASKED)
        except Bad as reason:
            bad.append((line, str(reason)))
        else:
            told.append(said)
    return told, bad


def test_a_quotation_mark_that_is_never_closed_refuses_the_file_and_names_the_line():
    content = b'Name,Born,Notes\nAnn,1980,well\nBob,1970,"likes tea\nCid,1960,lost\n'
    with pytest.raises(reading.Unreadable, match="line 3"):
        reading.read(content)


def test_rows_between_two_stray_marks_never_become_notes_of_one_person():
    content = (
        b'Name,Born,Notes\nAnn,1980,"likes tea\nBob,1970,secret\nCid,1960,ends"\n'
        b"Dot,1950,well\n"
    )
    told, bad = understood(content)
    assert [said.name for said in told] == ["Dot"]
    assert [line for line, _ in bad] == [2]
    assert "quotation mark" in bad[0][1]


def test_a_mark_that_is_closed_in_the_middle_of_a_later_cell_refuses_the_file():
    content = b'Name,Born,Notes\nAnn,1980,"tea\nBob,1970,"milk, sugar"\nCid,1960,x\n'
    with pytest.raises(reading.Unreadable, match="line 2"):
        reading.read(content)


@pytest.mark.parametrize("row", ["Ann,1980", "Ann,1980,tea,milk", "Ann"])
def test_a_row_with_more_or_fewer_cells_than_headings_is_not_read(row):
    told, bad = understood(f"Name,Born,Notes\n{row}\nDot,1950,well\n".encode())
    assert [said.name for said in told] == ["Dot"]
    assert bad[0][0] == 2
    assert "3 headings" in bad[0][1]


def test_a_mark_behind_a_blank_does_not_shift_words_to_the_next_column():
    told, bad = understood(b'Name,Born,Notes\nAnn, "1980,tea"\n')
    assert (told, bad[0][0]) == ([], 2)


def test_notes_over_several_lines_are_read_and_later_rows_keep_their_line():
    content = b'Name,Born,Notes\nAnn,1980,"likes tea\nlikes milk"\nUnknown,1980,x\n'
    told, bad = understood(content)
    assert told[0].notes == "likes tea\nlikes milk"
    assert bad[0][0] == 4


def test_a_name_over_two_lines_is_not_one_person():
    told, bad = understood(b'Name,Born,Notes\n"Ann\nBob",1980,x\n')
    assert (told, "several lines" in bad[0][1]) == ([], True)


def test_a_list_of_names_alone_joined_by_marks_is_not_read():
    sheet = reading.read(b'Name\n"Ann\nBob"\nCid\n')
    with pytest.raises(Bad, match="quotation mark"):
        understand(sheet.rows[0][1], ["Name"], ["formal_name"], ASKED)


def test_the_line_about_the_separator_counts_as_a_line():
    sheet = reading.read(b"sep=;\nName;Born;Notes\nAnn;1980;x\n")
    assert sheet.rows[0][0] == 3


PIECES = st.sampled_from(['"', '""', ",", "\n", "\r", "\r\n", '",', ',"', '"\n', '\n"'])
BREAK = re.compile(r"\r\n|\r|\n")


@st.composite
def torn_files(draw):
    """Some people, each of whose letters is only theirs, torn in up to eight places."""
    letters = (chr(0x4E00 + n) for n in count())
    rows = ["".join([next(letters), next(letters), ",,", next(letters), next(letters)])
            for _ in range(draw(st.integers(2, 5)))]  # fmt: skip
    text = "\n".join(rows) + "\n"
    for _ in range(draw(st.integers(1, 8))):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + draw(PIECES) + text[place:]
    return text


@settings(max_examples=1_000)
@given(torn_files())
@example('一,,"丁\n七,,万\n丈,,三"\n')
@example('"一,丁",七\n"万","丈,三"\n')
@example('一,,"丁\n七"\n,,万\n')
def test_no_arrangement_moves_a_value_into_another_persons_row(text):
    """What is on a line without a quotation mark is never in one person with others."""
    lines = BREAK.split(text)
    line_of = {letter: n for n, line in enumerate(lines) for letter in line}
    try:
        told, _ = understood(("Name,Born,Notes\n" + text).encode())
    except reading.Unreadable:
        return
    for said in told:
        kept = said.formal_name + said.notes  # with our own words for a bad birthday
        from_lines = {line_of[x] for x in kept if x.isalpha() and not x.isascii()}
        whole = {n for n in from_lines if "," in lines[n] and '"' not in lines[n]}
        assert not whole or from_lines == whole and len(whole) == 1


@pytest.mark.django_db
def test_a_torn_list_makes_nobody_out_of_the_rows_between(priya, team):
    from welcome.actions import import_files, imports
    from welcome.import_runs import batches

    content = (
        b'Name,Born,Notes\nAnn Lee,1980,"tea\nBob Low,1970,secret\nCid Ray,1960,end"\n'
        b"Dot Fay,1950,well\n"
    )
    taken = import_files.take_file(content, by=priya, team=team, file_name="torn.csv")
    imports.name_columns(taken, by=priya, codes=CODES)
    batches.go_on(taken.pk)
    taken.refresh_from_db()
    imports.run(taken, seen=taken.seen, by=priya)
    batches.go_on(taken.pk)

    assert list(Person.objects.values_list("formal_name", flat=True)) == ["Dot Fay"]
    assert taken.rows.get(verdict="bad").number == 2
