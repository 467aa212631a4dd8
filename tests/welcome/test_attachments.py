"""Files of a person: kept encrypted, seen by the right people, removed for a reason."""

import stat
import uuid

import pytest
from django.conf import settings
from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from django.utils import timezone

from welcome import actions
from welcome.access import key_rotation
from welcome.actions import attachment_scans
from welcome.attachments import storing
from welcome.models import Attachment, Event, Role
from welcome.refusals import Refused

from .. import factories as make
from .. import files

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(amina, priya):
    return make.add_file(amina, priya, title="From the housing office")


def stored(attachment):
    return settings.VAR_DIR / "attachments" / attachment.storage_key.hex


def content_of(attachment):
    return storing.content_of(attachment.storage_key, attachment.sealed_key)


def test_a_file_is_kept_and_the_history_says_so(letter, amina, priya):
    assert content_of(letter) == files.PDF
    assert (letter.size, letter.scan) == (len(files.PDF), "not_scanned")
    event = Event.objects.get(what="attachment.added")
    assert (event.person_id, event.by) == (amina.pk, priya)
    assert event.detail == {"kind": "letter_received", "type": "pdf"}
    assert event.words == "A file was added"


def test_whoever_steals_the_disk_reads_nothing(letter):
    kept = stored(letter).read_bytes()

    assert b"PDF" not in kept
    assert letter.title not in stored(letter).name
    assert stat.S_IMODE(stored(letter).stat().st_mode) == 0o600
    assert stat.S_IMODE(stored(letter).parent.stat().st_mode) == 0o700


def test_two_files_have_two_keys(amina, priya, letter):
    other = make.add_file(amina, priya)

    with pytest.raises(storing.Away):
        storing.content_of(other.storage_key, letter.sealed_key)


def test_content_that_was_tampered_with_is_not_given_out(letter):
    kept = bytearray(stored(letter).read_bytes())
    kept[40] ^= 1
    stored(letter).write_bytes(kept)

    with pytest.raises(storing.Away):
        content_of(letter)


def test_the_folder_is_below_nothing_that_is_served():
    folder = settings.VAR_DIR / "attachments"

    assert str(storages["attachments"].location) == str(folder)
    assert settings.STATIC_ROOT not in [folder, *folder.parents]


def test_the_same_form_sent_twice_keeps_one_file(amina, priya):
    once = uuid.uuid4()
    folder = settings.VAR_DIR / "attachments"
    before = set(folder.iterdir()) if folder.exists() else set()
    one, again = (make.add_file(amina, priya, once=once, title="A") for _ in "12")

    assert one == again
    assert Event.objects.filter(what="attachment.added").count() == 1
    assert set(folder.iterdir()) - before == {stored(one)}


def test_a_file_that_no_row_names_is_taken_back(amina, priya):
    folder = settings.VAR_DIR / "attachments"
    make.add_file(amina, priya)
    before = set(folder.iterdir())

    with pytest.raises(IntegrityError), transaction.atomic():
        make.add_file(amina, priya, title=" ")
    assert set(folder.iterdir()) == before


def test_a_person_has_room_for_so_much(amina, priya, settings):
    settings.ATTACHMENT_TOTAL_MB = 1
    first = make.add_file(amina, priya, content=files.PDF + bytes(600_000))

    with pytest.raises(Refused, match="take up 1 MB"):
        make.add_file(amina, priya, content=files.PDF + bytes(600_000))
    actions.remove_attachment(first, by=priya, why="Not hers")
    assert make.add_file(amina, priya, content=files.PDF + bytes(600_000))


def test_the_team_sees_a_file_and_nobody_else_does(
    letter, priya, ruth, tomasz, omar, carol, stranger
):
    seen = [u for u in (priya, ruth, tomasz, omar, carol, stranger) if letter in (
        Attachment.objects.visible_to(u)
    )]  # fmt: skip
    assert seen == [priya, ruth]


def test_a_file_for_a_few_is_seen_by_who_added_it_and_by_leads(
    amina, priya, ruth, team
):
    letter = make.add_file(amina, priya, audience="few")
    colleague = make.make_welcomer(team)
    of_another = make.make_member(Role.LEAD, make.make_team(site=team.site))

    sees = [
        Attachment.objects.visible_to(user).filter(pk=letter.pk).exists()
        for user in (priya, ruth, colleague, of_another)
    ]
    assert sees == [True, True, False, False]


def test_removing_takes_the_key_at_once_and_the_content_soon(letter, priya):
    path = stored(letter)
    gone = actions.remove_attachment(letter, by=priya, why="It is someone else’s")

    assert (gone.sealed_key, gone.state_in_words) == ("", "Removed")
    assert attachment_scans.erase_attachments() == 1
    assert not path.exists()
    gone.refresh_from_db()
    assert gone.erased_at and gone.removed_why == "It is someone else’s"
    assert attachment_scans.erase_attachments() == 0
    assert Event.objects.filter(what="attachment.removed").count() == 1


def test_only_who_added_it_or_a_lead_removes_it(letter, team, ruth):
    with pytest.raises(Refused, match="the person who added this file, or a team lead"):
        actions.remove_attachment(letter, by=make.make_welcomer(team), why="No")
    assert actions.remove_attachment(letter, by=ruth, why="Yes").removed_by == ruth


def test_a_removed_file_is_not_opened(letter, priya):
    actions.remove_attachment(letter, by=priya, why="Wrong person")

    with pytest.raises(Refused, match="can’t be opened: removed"):
        actions.open_content(letter, by=priya)


def test_a_storage_that_is_away_says_so_and_logs_no_name(letter, caplog):
    stored(letter).unlink()

    with pytest.raises(storing.Away, match="can’t open this file just now"):
        content_of(letter)
    assert [record.problem for record in caplog.records] == ["FileNotFoundError"]
    assert letter.storage_key.hex not in caplog.text


def test_a_download_is_named_after_kind_and_day(letter):
    assert letter.download_name == f"letter-received-{timezone.localdate()}.pdf"


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"title": "  "}, "attachment_has_a_title"),
        ({"kind": "story"}, "attachment_kind_is_known"),
        ({"audience": "all"}, "attachment_audience_is_known"),
        ({"type": "exe"}, "attachment_type_is_known"),
        ({"scan": "fine"}, "attachment_scan_is_known"),
        ({"size": 0}, "attachment_has_content"),
        ({"sha256": "A" * 64}, "attachment_sha256_is_one"),
        ({"removed_at": timezone.now()}, "attachment_removed_has_who_and_when"),
        ({"removed_why": "x"}, "attachment_removed_says_why"),
        ({"scan": "infected"}, "attachment_that_is_gone_has_no_key"),
        ({"sealed_key": ""}, "attachment_that_is_gone_has_no_key"),
        ({"erased_at": timezone.now()}, "attachment_erased_has_no_key"),
    ],
)
def test_the_database_has_the_last_word(letter, changes, rule):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Attachment.objects.filter(pk=letter.pk).update(**changes)


def test_a_key_names_one_file(letter, amina, priya):
    other = make.add_file(amina, priya)

    with pytest.raises(IntegrityError, match="storage_key"), transaction.atomic():
        Attachment.objects.filter(pk=other.pk).update(storage_key=letter.storage_key)


def test_a_new_key_takes_over_without_touching_a_file(amina, priya, settings):
    older, newer = "o" * 50, "n" * 50
    settings.SECOND_FACTOR_KEYS = [older]
    letter = make.add_file(amina, priya)
    before = stored(letter).read_bytes()
    settings.SECOND_FACTOR_KEYS = [newer, older]

    assert key_rotation.encrypt_all(batch=1).encrypted == 1
    settings.SECOND_FACTOR_KEYS = [newer]
    letter.refresh_from_db()
    assert content_of(letter) == files.PDF
    assert stored(letter).read_bytes() == before
    assert key_rotation.encrypt_all().encrypted == 0
