"""More files than a page holds: each can still be shared, and each can be read."""

import re
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse

from referrals import actions
from referrals.forms import attachments
from welcome.models import Attachment

from .. import factories as make
from ..reading_pages import text

AT_ONCE = attachments.AT_ONCE


@pytest.fixture
def files(amina, priya):
    """One that was added the usual way, and rows like it."""
    first = make.add_file(amina, priya)
    same = {
        field.attname: getattr(first, field.attname)
        for field in Attachment._meta.concrete_fields
        if field.name not in ("id", "storage_key")
    }
    more = [Attachment(storage_key=uuid4(), **same) for _ in range(AT_ONCE + 2)]
    return [first, *Attachment.objects.bulk_create(more)]


@pytest.fixture
def desk(client, priya):
    client.force_login(priya)
    return client


def boxes(page):
    """The key of each file that can be ticked, and whether it is."""
    tags = re.findall(r'<input[^>]*name="[^"]*attachments"[^>]*>', page)
    return {re.search('value="([^"]+)"', tag)[1]: " checked" in tag for tag in tags}


def more(page):
    """What a press on “Show more files” sends."""
    shown = re.search(r'name="files_shown" value="(\d+)"', page)[1]
    button = re.search(r'name="more_files"\s+value="([^"]+)"', page)[1]
    return {"files_shown": shown, "more_files": button}


@pytest.fixture
def elsewhere(sent, omar):
    """Harbour suggests another service."""
    offer = make.make_offer(make.make_organisation(name="Lantern", site=sent.team.site))
    said = {"offer": offer, "words": "Nearer.", "seen": make.seen(sent)}
    return actions.propose_hand_on(sent, by=omar, **said)


@pytest.fixture(params=["send_on", "agree", "answer_hand_on"])
def path(request):
    about = {"send_on": "amina", "agree": "request_made", "answer_hand_on": "elsewhere"}
    row = request.getfixturevalue(about[request.param])
    return reverse(f"referrals:{request.param}", args=[row.pk])


def test_older_files_are_a_press_away_and_what_was_ticked_stays(desk, files, path):
    page = text(desk.get(path))
    assert len(boxes(page)) == AT_ONCE
    assert f"<b>{AT_ONCE} of {AT_ONCE + 3}</b>" in page

    name = re.search(r'name="([^"]*attachments)"', page)[1]
    ticked = next(iter(boxes(page)))
    there = desk.post(path, more(page) | {name: [ticked], "words": "Aye"})
    assert there.status_code == 302
    assert "#div_id_" in there.url
    page = text(desk.get(there.url))

    assert set(boxes(page)) == {str(file.pk) for file in files}
    assert [key for key, is_ticked in boxes(page).items() if is_ticked] == [ticked]
    assert "Show more files" not in page


def test_after_a_look_the_page_shows_as_many_as_before(desk, files, request_made):
    path = reverse("referrals:agree", args=[request_made.pk])
    page = text(desk.post(path, more(text(desk.get(path))), follow=True))
    shown = re.search(r'name="files_shown" value="(\d+)"', page)[1]
    looked = desk.post(path, {"files_shown": shown, "look": "yes"}, follow=True)

    assert len(boxes(text(looked))) == len(files)


@pytest.mark.parametrize("said", ["", "²", "-5", "9" * 5000, "2"])
def test_a_number_that_no_page_has_sent_shows_the_first_files(
    desk, files, request_made, said
):
    path = reverse("referrals:agree", args=[request_made.pk])
    page = text(desk.post(path, {"files_shown": said, "look": "y"}, follow=True))

    assert len(boxes(page)) == AT_ONCE


@pytest.fixture
def shared(request_made, priya, agreed, files):
    """Sent to Harbour with every file."""
    (referral,) = actions.agree_and_send(
        request_made, seen=make.seen(request_made), by=priya, attachments=files,
        **agreed,
    )  # fmt: skip
    return referral


def test_every_file_that_is_shared_can_be_ticked_off_again(desk, shared, files):
    """The oldest of them too: otherwise a change would take it away unasked."""
    path = reverse("referrals:change_agreement", args=[shared.pk])
    page = text(desk.get(path))

    assert boxes(page) == {str(file.pk): True for file in files}


def test_the_partner_reads_how_many_there_are_and_goes_on(client, shared, files, omar):
    client.force_login(omar)
    address = reverse("referrals:referral", args=[shared.pk])
    page = text(client.get(address))
    assert "25 of 53" in page
    seen = named(page, files)

    while found := re.search(r'href="([^"]*[?&;]files=[^"]*)"[^>]*>Show more', page):
        page = text(client.get(unescape(found[1])))
        seen |= named(page, files)
    assert seen == {file.pk for file in files}


def test_a_form_that_comes_back_leads_on_to_a_page_that_can_be_read(
    client, shared, omar
):
    client.force_login(omar)
    page = text(client.post(reverse("referrals:ask", args=[shared.pk]), {}))
    found = re.search(r'href="([^"]*[?&;]files=[^"]*)"', page)

    assert client.get(unescape(found[1])).status_code == 200


def named(page, files):
    """The files to which this page has a link."""
    return {file.pk for file in files if f"{file.pk}/" in page}
