"""A file is what it holds, whatever its name says."""

import pytest

from welcome.values.file_types import NotTaken, type_of

from .. import files


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (files.PDF, "pdf"),
        (files.png(), "png"),
        (files.jpeg(), "jpeg"),
        (files.jpeg() + b"what a phone adds behind a picture", "jpeg"),
        (files.docx(), "docx"),
        (files.doc(), "doc"),
    ],
    ids=["pdf", "png", "jpeg", "jpeg of a phone", "docx", "doc"],
)
def test_what_people_bring_is_taken(content, code):
    assert type_of(content) == code


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<html><script>alert(1)</script>", "something else"),
        (b"MZ\x90\x00" + bytes(99), "something else"),
        (b"\n" + files.PDF, "something else"),
        (b"GIF89a", "something else"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "something else"),
        (files.archive(), "something else"),
        (files.PDF[:-6], "damaged"),
        (files.png()[:-12], "damaged"),
        (files.png().replace(b"IDAT", b"IDAX"), "damaged"),
        (files.jpeg()[:12], "damaged"),
        (files.jpeg()[:-2], "damaged"),
        (files.docx()[:-30], "damaged"),
        (files.docm(), "macros"),
        (files.docx(**{"word/vbaProject.bin": b"x"}), "macros"),
        (files.doc("_VBA_PROJECT"), "macros"),
        (files.doc("EncryptedPackage"), "locked"),
        (files.doc().replace(b"W\0o\0r\0d", b"B\0o\0o\0k"), "something else"),
        (files.PDF + files.archive(), "two kinds of file"),
        (files.png() + files.archive(), "two kinds of file"),
        (files.jpeg() + files.archive(), "two kinds of file"),
        (files.doc() + files.archive(), "two kinds of file"),
    ],
)
def test_anything_else_is_refused_with_what_to_do(content, sentence):
    with pytest.raises(NotTaken, match=sentence):
        type_of(content)


def test_a_bomb_is_found_without_being_unpacked():
    content = files.bomb()

    assert len(content) < 300_000
    with pytest.raises(NotTaken, match="far too large once it is opened"):
        type_of(content)


@pytest.mark.parametrize("make", [files.png, files.jpeg, files.docx, lambda: files.PDF])
def test_nothing_that_begins_well_breaks_the_reader(make):
    """Cut anywhere, or with any byte turned over, it is taken or refused."""
    whole = make()
    for at in range(len(whole)):
        turned = whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
        for content in (whole[:at], turned):
            try:
                type_of(content)
            except NotTaken as problem:
                assert str(problem).endswith(".")
