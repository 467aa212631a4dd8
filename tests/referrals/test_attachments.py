"""A partner reads the files that a live agreement names, and no other."""

import json
import re
import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from referrals import actions
from referrals.models import Agreement, SharedAttachment
from welcome import actions as welcome
from welcome.linking.snapshot import seen as both_seen
from welcome.models import Attachment, Event, Look, Person
from welcome.refusals import Refused

from .. import factories as make
from .. import files
from ..private_links import WORD, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(amina, priya):
    return make.add_file(amina, priya, title="From the housing office")


@pytest.fixture
def other(amina, priya):
    return make.add_file(amina, priya, title="Nobody’s business")


@pytest.fixture
def shared(request_made, priya, agreed, letter, other):
    """Sent to Harbour with one of two files."""
    (referral,) = actions.agree_and_send(
        request_made, seen=make.seen(request_made), by=priya, attachments=[letter],
        **agreed,
    )  # fmt: skip
    return referral


def inside(user):
    client = Client()
    client.force_login(user)
    return client


def address(referral, file):
    return reverse("referrals:shared_attachment", args=[referral.pk, file.pk])


def test_the_agreement_names_the_file_and_the_history_counts_it(shared, letter):
    assert list(shared.agreement.files) == [letter]
    given = Event.objects.get(what="agreement.given")
    assert given.detail == {"passages": 1, "files": 1}


def test_a_partner_opens_what_is_named_and_it_is_written_down(
    shared, letter, other, omar, harbour
):
    client = inside(omar)
    page = client.get(reverse("referrals:referral", args=[shared.pk]))
    assert letter.title in page.content.decode()
    assert other.title not in page.content.decode()
    looks = Look.objects.filter(by=omar).count()

    answer = client.get(address(shared, letter))
    assert answer.content == files.PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert Look.objects.filter(by=omar, why="referral").count() == looks + 1
    event = Event.objects.get(what="attachment.opened")
    assert (event.partner, event.by) == (harbour, omar)
    assert event.words == "Harbour Money Advice opened a file"
    assert client.get(address(shared, other)).status_code == 404


def test_nobody_else_opens_it_there(shared, letter, stranger, carol, priya, tomasz):
    gets = {
        user.name: inside(user).get(address(shared, letter)).status_code
        for user in (stranger, carol, priya, tomasz)
    }
    assert set(gets.values()) == {403, 404}
    assert Client().get(address(shared, letter)).status_code == 302
    assert not Event.objects.filter(what="attachment.opened").exists()


def test_it_closes_as_the_agreement_is_withdrawn(shared, letter, priya, omar):
    client = inside(omar)
    assert client.get(address(shared, letter)).status_code == 200
    actions.withdraw_agreement(shared, by=priya, seen=make.seen(shared))

    assert client.get(address(shared, letter)).status_code == 404


def test_it_closes_on_the_last_day_of_the_agreement(shared, letter, omar):
    Agreement.objects.update(
        asked_at=timezone.now() - timedelta(days=9),
        until_on=timezone.localdate() - timedelta(days=1),
    )
    assert inside(omar).get(address(shared, letter)).status_code == 404


def test_a_file_that_was_removed_is_named_and_not_read(shared, letter, priya, omar):
    welcome.remove_attachment(letter, by=priya, why="It was about her sister")

    page = inside(omar).get(reverse("referrals:referral", args=[shared.pk]))
    text = page.content.decode()
    assert "Removed, so it can’t be read any more" in text
    assert "about her sister" not in text
    assert address(shared, letter) not in text
    assert inside(omar).get(address(shared, letter)).status_code == 409


def test_a_file_of_somebody_else_is_never_shared(request_made, priya, agreed, letter):
    theirs = make.add_file(make.make_open_person(priya), priya)
    with pytest.raises(Refused, match="can’t be shared any more"):
        actions.agree_and_send(
            request_made, seen=make.seen(request_made), by=priya,
            attachments=[letter, theirs], **agreed,
        )  # fmt: skip


def test_the_database_refuses_another_persons_file(shared, priya):
    theirs = make.add_file(make.make_open_person(priya), priya)
    rule = "shared_attachment_is_of_the_same_person"
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        SharedAttachment.objects.create(agreement=shared.agreement, attachment=theirs)
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        SharedAttachment.objects.update(attachment=theirs)


def test_a_file_is_named_once(shared, letter):
    with pytest.raises(IntegrityError, match="shared_attachment_once"):
        SharedAttachment.objects.create(agreement=shared.agreement, attachment=letter)


def test_a_removed_file_is_not_shared_from_an_old_page(
    request_made, priya, agreed, letter
):
    welcome.remove_attachment(letter, by=priya, why="Wrong")
    with pytest.raises(Refused, match="can’t be shared any more"):
        actions.agree_and_send(
            request_made, seen=make.seen(request_made), by=priya,
            attachments=[letter], **agreed,
        )  # fmt: skip


def test_no_file_is_ticked_and_the_preview_shows_those_that_are(
    request_made, priya, letter, other, amina
):
    few = make.add_file(amina, priya, title="For a few", audience="few")
    waiting = make.add_file(amina, priya, title="Still waiting")
    Attachment.objects.filter(pk=waiting.pk).update(scan="waiting")
    Attachment.objects.filter(pk=few.pk).update(added_by=make.make_user())
    client, path = inside(priya), reverse("referrals:agree", args=[request_made.pk])
    page = client.get(path).content.decode()

    assert boxes(page) == {str(letter.pk): False, str(other.pk): False}
    ticked = {"look": "yes", "attachments": [str(letter.pk)]}
    page = client.post(path, ticked, follow=True).content.decode()
    preview = page.partition('class="part preview"')[2]
    assert boxes(page) == {str(letter.pk): True, str(other.pk): False}
    assert letter.title in preview
    assert other.title not in preview
    assert not {few.pk, waiting.pk} & {uuid.UUID(key) for key in boxes(page)}


def boxes(page):
    """The file that each box is for, and whether it is ticked."""
    tags = re.findall(r'<input[^>]*name="attachments"[^>]*>', page)
    return {re.search('value="([^"]+)"', tag)[1]: " checked" in tag for tag in tags}


def test_a_file_is_shared_from_the_page(request_made, priya, letter, agreed, omar):
    until = agreed["until_on"]
    said = {
        "send": "yes", "seen": make.seen(request_made), "words": "Aye.", "how": "phone",
        "until_on_0": until.day, "until_on_1": until.month, "until_on_2": until.year,
        "passages": [str(p.pk) for p in agreed["passages"]],
        "attachments": [str(letter.pk)],
    }  # fmt: skip
    path = reverse("referrals:agree", args=[request_made.pk])
    assert inside(priya).post(path, said).status_code == 302

    referral = request_made.referrals.get()
    assert inside(omar).get(address(referral, letter)).content == files.PDF


def test_what_is_agreed_to_again_names_the_same_files(shared, letter, priya):
    Agreement.objects.update(after_help="")
    actions.review_agreement(shared, by=priya, after_help="until", words="Aye")

    shared.refresh_from_db()
    assert list(shared.agreement.files) == [letter]


def test_the_person_reads_which_files_they_shared(client, shared, letter, amina, priya):
    path = send(amina, priya)
    client.post(path, {"fact": WORD})
    page = client.get(f"{path}agreed/").content.decode()

    assert "Your file “From the housing office”" in page


def test_their_copy_lists_their_files_and_says_that_there_are_more(
    client, shared, amina, priya
):
    mine = make.add_file(amina, priya, title="Mine", person_may_see=True)
    path = send(amina, priya)
    client.post(path, {"fact": WORD})
    copy = json.loads(client.post(f"{path}copy.json", {"take": "yes"}).content)

    assert [(f["id"], f["title"]) for f in copy["files"]] == [(str(mine.pk), "Mine")]
    assert copy["more_files"].startswith("There are more files about you.")


def test_linking_two_records_carries_files_and_undoing_hides_what_has_gone_back(
    amina, priya, ruth, letters, omar, agreed
):
    aminah = make.make_open_person(priya, known_as="Aminah")
    theirs = make.add_file(aminah, priya)
    kept, gone = (Person.objects.get(pk=p.pk) for p in (amina, aminah))
    linking = welcome.link(
        kept, gone, by=ruth, why="Same", rules={}, as_seen=both_seen(kept, gone)
    )
    theirs.refresh_from_db()
    assert theirs.person == amina
    made = actions.prepare(
        amina, by=priya, once=uuid.uuid4(), words="Help", need="money",
        urgency="usual", offers=[letters],
    )  # fmt: skip
    (referral,) = actions.agree_and_send(
        made, seen=make.seen(made), by=priya, attachments=[theirs], **agreed
    )
    assert inside(omar).get(address(referral, theirs)).status_code == 200

    welcome.unlink(linking, by=ruth, since="kept")
    theirs.refresh_from_db()
    assert theirs.person == aminah
    assert inside(omar).get(address(referral, theirs)).status_code == 404


def test_a_file_added_to_a_linked_record_goes_to_the_one_that_stayed(
    amina, priya, ruth
):
    aminah = make.make_person(team=amina.team)
    kept, gone = (Person.objects.get(pk=p.pk) for p in (amina, aminah))
    welcome.link(
        kept, gone, by=ruth, why="Same", rules={}, as_seen=both_seen(kept, gone)
    )
    make.add_file(gone, priya)
    assert amina.attachments.count() == 1
