"""Adding, opening and removing a file in a browser."""

import uuid
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from welcome.models import Attachment, Event, Look

from .. import factories as make
from .. import files
from ..private_links import WORD, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, priya):
    client.force_login(priya)
    return client


@pytest.fixture
def form(amina):
    """What is typed into the form, and where it goes."""
    today = timezone.localdate()
    typed = {
        "once": uuid.uuid4(), "kind": "form", "title": "Housing form",
        "dated_0": today.day, "dated_1": today.month, "dated_2": today.year,
        "audience": "team", "person_may_see": "on",
    }  # fmt: skip
    return reverse("welcome:add_attachment", args=[amina.pk]), typed


def upload(content=files.PDF, name="Amina Yusuf.exe"):
    return SimpleUploadedFile(name, content, content_type="text/html")


def test_a_file_is_added_and_listed(signed_in, form, amina, priya):
    path, typed = form
    page = signed_in.post(path, typed | {"file": upload()}, follow=True)

    assert page.redirect_chain == [(f"/people/{amina.pk}/files/", 302)]
    text = page.content.decode()
    assert "The file is added." in text
    assert "Housing form" in text
    assert "We haven’t scanned this file for viruses." in text
    file = Attachment.objects.get()
    assert (file.type, file.file_name) == ("pdf", "Amina Yusuf.exe")
    assert (file.added_by, file.person_may_see) == (priya, True)


def test_all_errors_come_at_once_and_what_was_typed_is_there(signed_in, form):
    path, typed = form
    typed |= {"kind": "", "dated_1": "13", "file": upload(b"MZ" + bytes(9))}
    text = signed_in.post(path, typed).content.decode()

    assert "This file is something else" in text
    assert "Choose what it is" in text
    assert "Write the month of the day on it" in text
    assert 'value="Housing form"' in text
    assert 'id="id_file_error"' in text
    assert not Attachment.objects.exists()


def test_a_file_that_is_too_large_loses_nothing_that_was_typed(
    signed_in, form, settings
):
    path, typed = form
    large = files.PDF + bytes(settings.ATTACHMENT_MAX + 40_000_000)
    answer = signed_in.post(path, typed | {"file": upload(large)})

    assert answer.status_code == 200
    text = answer.content.decode()
    assert "This file has 51 MB, and a file can have up to 10 MB" in text
    assert 'value="Housing form"' in text


def test_a_body_beyond_reason_is_refused_before_it_is_read(signed_in, form, settings):
    settings.FILES_COME_TO = settings.FILES_COME_TO | {"welcome:add_attachment": 9000}
    path, typed = form

    answer = signed_in.post(path, typed | {"file": upload(bytes(9001))})
    assert answer.status_code == 413


def test_no_other_page_takes_a_large_body(signed_in, amina, settings):
    other = reverse("welcome:team_words", args=[amina.pk])
    large = upload(bytes(2 * settings.DATA_UPLOAD_MAX_MEMORY_SIZE))

    assert signed_in.post(other, {"file": large}).status_code == 413


def test_no_more_of_a_request_is_kept_in_memory_than_is_allowed(rf, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 100
    request = rf.post("/", {"a": upload(bytes(80)), "b": upload(bytes(70)), "c": "x"})

    sizes = [(request.FILES[n].size, len(request.FILES[n].read())) for n in "ab"]
    assert sizes == [(80, 80), (70, 20)]
    assert request.POST["c"] == "x"


def test_no_file_where_one_is_needed_is_said_beside_it(signed_in, form):
    path, typed = form
    assert "Choose the file" in signed_in.post(path, typed).content.decode()
    empty = signed_in.post(path, typed | {"file": upload(b"")})
    assert "This file is empty." in empty.content.decode()


def test_opening_a_file_is_a_look_and_an_event(signed_in, amina, priya):
    file = make.add_file(amina, priya)
    answer = signed_in.get(reverse("welcome:attachment", args=[file.pk]))

    assert answer.content == files.PDF
    look = Look.objects.get()
    assert (look.person_id, look.about) == (amina.pk, f"welcome.Attachment:{file.pk}")
    event = Event.objects.get(what="attachment.opened")
    assert event.words == "North East Welcome Team opened a file"


@pytest.mark.parametrize(
    ("scan", "type", "how"),
    [
        ("not_scanned", "pdf", "attachment"),
        ("not_scanned", "png", "attachment"),
        ("clean", "pdf", "inline"),
        ("clean", "jpeg", "inline"),
        ("clean", "docx", "attachment"),
        ("made_here", "pdf", "inline"),
    ],
)
def test_only_what_was_scanned_is_shown_in_the_browser(
    signed_in, amina, priya, scan, type, how
):
    file = make.add_file(amina, priya, type=type)
    Attachment.objects.filter(pk=file.pk).update(scan=scan)
    answer = signed_in.get(reverse("welcome:attachment", args=[file.pk]))

    assert answer["Content-Disposition"].startswith(f"{how}; filename=")
    assert "Amina" not in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    policy = answer["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert ("sandbox" in policy) == ((how, type) != ("inline", "pdf"))


@pytest.mark.parametrize("scan", ["waiting", "infected"])
def test_what_may_hold_a_virus_is_not_given_out(signed_in, amina, priya, scan):
    file = make.add_file(amina, priya)
    gone = {"sealed_key": ""} if scan == "infected" else {}
    Attachment.objects.filter(pk=file.pk).update(scan=scan, **gone)

    answer = signed_in.get(reverse("welcome:attachment", args=[file.pk]))
    assert answer.status_code == 409
    assert b"%PDF" not in answer.content


def test_a_file_is_removed_with_a_reason_and_its_line_stays(signed_in, amina, priya):
    file = make.add_file(amina, priya, title="Wrong letter")
    path = reverse("welcome:remove_attachment", args=[file.pk])
    assert (
        "Write why it is removed" in signed_in.post(path, {"why": " "}).content.decode()
    )

    page = signed_in.post(path, {"why": "Not hers"}, follow=True).content.decode()
    assert "Wrong letter" in page
    assert "Removed by Priya Nair" in page
    assert reverse("welcome:attachment", args=[file.pk]) not in page
    assert signed_in.get(path).status_code == 404


def test_a_colleague_has_no_button_to_remove_it(client, amina, priya, team):
    file = make.add_file(amina, priya)
    client.force_login(make.make_welcomer(team))
    path = reverse("welcome:remove_attachment", args=[file.pk])

    page = client.get(reverse("welcome:attachments", args=[amina.pk])).content.decode()
    assert path not in page
    assert client.get(path).status_code == 404
    assert client.post(path, {"why": "x"}).status_code == 404


def test_the_list_asks_the_same_however_long_it_is(
    signed_in, amina, priya, django_assert_max_num_queries
):
    path = reverse("welcome:attachments", args=[amina.pk])
    for _ in range(30):
        make.add_file(amina, priya)
    signed_in.get(path)
    with django_assert_max_num_queries(17):
        page = signed_in.get(path).content.decode()
    assert page.count('<li class="row">') == 25
    assert "Show more" in page


def test_at_their_own_door_a_person_reads_what_is_theirs_to_see(
    phone, path, amina, priya
):
    mine = make.add_file(amina, priya, title="My letter", person_may_see=True)
    other = make.add_file(amina, priya, title="About her sister")
    page = phone.get(f"{path}files/").content.decode()

    assert "My letter" in page
    assert "About her sister" not in page
    assert "We have more files about you" in page
    assert phone.get(f"{path}files/{mine.pk}/").content == files.PDF
    assert phone.get(f"{path}files/{other.pk}/").status_code == 404
    assert Event.objects.get(what="attachment.taken").detail == {"files": 1}


def test_nobody_reads_a_persons_file_without_their_word(client, amina, priya):
    file = make.add_file(amina, priya, person_may_see=True)
    answer = client.get(f"{send(amina, priya)}files/{file.pk}/")

    assert b"%PDF" not in answer.content
    assert WORD.encode() not in answer.content


def test_all_their_files_come_in_one_archive(phone, path, amina, priya):
    for content, type in ((files.PDF, "pdf"), (files.PDF, "pdf"), (files.png(), "png")):
        make.add_file(amina, priya, content=content, type=type, person_may_see=True)
    make.add_file(amina, priya, title="Not shown")
    assert phone.get(f"{path}files/all/").status_code == 302
    answer = phone.post(f"{path}files/all/", {"take": "yes"})

    archive = ZipFile(BytesIO(answer.getvalue()))
    assert archive.testzip() is None
    day = timezone.localdate()
    assert sorted(archive.namelist()) == [
        f"letter-received-{day}-2.pdf",
        f"letter-received-{day}.pdf",
        f"letter-received-{day}.png",
    ]
    assert archive.read(f"letter-received-{day}.png") == files.png()
    assert answer["Cache-Control"] == "no-store"
