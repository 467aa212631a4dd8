"""Files are looked through for viruses by a scanner on a real socket."""

import socket

import pytest
from django.conf import settings as read
from django.utils import timezone

from welcome.actions import attachment_scans
from welcome.attachments import clamav
from welcome.models import Attachment, Event

from .. import factories as make
from .. import files
from ..clamd import clamd

VIRUS = files.PDF.replace(b"<</Type", files.EICAR + b"<</Type")


@pytest.fixture
def scanner(settings):
    with clamd() as server:
        settings.CLAMAV_URL = server.url
        yield server


@pytest.fixture
def nobody_there():
    """An address at which nothing listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"tcp://127.0.0.1:{taken.getsockname()[1]}"


def test_the_scanner_finds_what_it_knows_and_nothing_else():
    with clamd() as server:
        assert clamav.is_infected(VIRUS, server.url)
        assert not clamav.is_infected(files.PDF, server.url)
        assert not clamav.is_infected(bytes(200_001), server.url)
        assert [len(content) for content in server.asked][-1] == 200_001


def test_no_answer_is_no_answer(nobody_there):
    with pytest.raises(clamav.NoAnswer):
        clamav.is_infected(files.PDF, nobody_there)
    with clamd(most=10) as server, pytest.raises(clamav.NoAnswer):
        clamav.is_infected(files.PDF, server.url)


@pytest.mark.django_db
def test_a_clean_file_can_be_opened_once_it_was_scanned(scanner, amina, priya):
    letter = make.add_file(amina, priya)
    assert (letter.state_in_words, letter.can_be_opened) == (
        "Being checked for viruses",
        False,
    )

    assert attachment_scans.scan_attachments() == 1
    letter.refresh_from_db()
    assert (letter.scan, letter.can_be_opened, letter.is_shown_inline) == (
        "clean",
        True,
        True,
    )
    assert scanner.asked == [files.PDF]
    assert attachment_scans.scan_attachments() == 0


@pytest.mark.django_db
def test_an_infected_file_is_deleted_and_its_row_says_so(scanner, amina, priya):
    letter = make.add_file(amina, priya, content=VIRUS)
    attachment_scans.scan_attachments()
    attachment_scans.erase_attachments()

    letter.refresh_from_db()
    assert (letter.scan, letter.sealed_key, letter.can_be_opened) == (
        "infected",
        "",
        False,
    )
    assert letter.state_in_words == "A virus was found"
    assert not (read.VAR_DIR / "attachments" / letter.storage_key.hex).exists()
    assert Event.objects.get(what="attachment.infected").person_id == amina.pk


@pytest.mark.django_db
def test_a_scanner_that_is_down_is_asked_again(
    settings, nobody_there, scanner, amina, priya
):
    working = settings.CLAMAV_URL
    settings.CLAMAV_URL = nobody_there
    letter = make.add_file(amina, priya)

    assert attachment_scans.scan_attachments() == 0
    letter.refresh_from_db()
    assert (letter.state_in_words, letter.can_be_opened) == ("Not scanned yet", False)
    settings.CLAMAV_URL = working
    assert attachment_scans.scan_attachments() == 1


@pytest.mark.django_db
def test_one_file_that_the_scanner_cannot_take_does_not_hold_up_the_rest(
    settings, amina, priya
):
    with clamd(most=1000) as server:
        settings.CLAMAV_URL = server.url
        large = make.add_file(amina, priya, content=files.PDF + bytes(9000))
        Attachment.objects.filter(pk=large.pk).update(scan_tried_at=timezone.now())
        small = [make.add_file(amina, priya).pk for _ in "12"]
        attachment_scans.scan_attachments()

    clean = Attachment.objects.filter(scan="clean")
    assert set(clean.values_list("pk", flat=True)) == set(small)


@pytest.mark.django_db
def test_without_a_scanner_nothing_waits_for_one(settings, scanner, amina, priya):
    letter = make.add_file(amina, priya)
    settings.CLAMAV_URL = ""
    attachment_scans.scan_attachments()

    letter.refresh_from_db()
    assert (letter.scan, letter.can_be_opened, letter.is_unchecked) == (
        "not_scanned",
        True,
        True,
    )
    assert not letter.is_shown_inline


@pytest.mark.django_db
def test_what_was_added_before_there_was_a_scanner_is_scanned_too(
    settings, amina, priya
):
    letter = make.add_file(amina, priya)
    with clamd() as server:
        settings.CLAMAV_URL = server.url
        attachment_scans.scan_attachments()

    letter.refresh_from_db()
    assert letter.scan == "clean"
