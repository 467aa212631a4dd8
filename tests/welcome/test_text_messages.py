"""A text is one of a few fixed ones, goes only where it is safe, and goes once."""

import logging
import uuid
from datetime import UTC, datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction

from welcome import actions
from welcome.messages import carriers, outbox
from welcome.models import Contact, ContactWish, Event, FixedText, Message
from welcome.refusals import Refused

from .. import text_gateways as plays
from ..reading_pages import text

#: A Monday in Edinburgh's winter: UTC is the time on the wall.
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
NUMBER = "+447700900418"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=True) as clock:
        yield clock


@pytest.fixture(autouse=True)
def wish(amina, team, site):
    site.has_texts, team.phone = True, "0131 496 0100"
    site.save()
    team.save()
    reach, _ = ContactWish.objects.update_or_create(
        person=amina, defaults={"phone": "07700 900418", "may_text": True}
    )
    amina.refresh_from_db()
    return reach


@pytest.fixture
def server():
    with plays.gateway() as server:
        yield server


@pytest.fixture
def desk(client, priya):
    client.force_login(priya)
    return client


def written(amina, priya, **more):
    said = {"once": uuid.uuid4(), "text": FixedText.PLEASE_RING} | more
    actions.send_text(amina, by=priya, **said)
    return Message.objects.get(channel="text")


def carried():
    return outbox.deliver_due(carriers.carry)


def again(message):
    """Its next try is due now."""
    Message.objects.filter(pk=message.pk).update(due_at=NOON)
    return carried()


def change(wish, **columns):
    for name, value in columns.items():
        setattr(wish, name, value)
    wish.save()


def test_without_a_key_it_is_a_file_written_once(amina, priya, settings, tmp_path):
    settings.SMS_DIR = tmp_path / "sms"
    message = written(amina, priya)
    assert carried() == 1
    Message.objects.update(sent_at=None)
    assert again(message) == 1

    (file,) = settings.SMS_DIR.iterdir()
    assert file.name == f"{message.pk}.txt"
    said = file.read_text()
    assert NUMBER in said
    assert "Please ring us on 0131 496 0100" in said
    for telling in ("Amina", "Living Well", "http", "LW-"):
        assert telling not in said


@pytest.mark.parametrize("words", FixedText.values)
def test_who_we_are_is_said_only_where_they_allow_it(
    amina, priya, wish, settings, server, words
):
    plays.by_gateway(settings, server)
    change(wish, may_say_who_we_are=True)
    written(amina, priya, text=words)
    carried()

    assert server.taken[0]["text"].startswith("This is the Living Well Welcome Team.")
    assert "Amina" not in server.taken[0]["text"]


def test_notify_gets_the_template_our_text_and_the_reference(
    amina, priya, settings, server
):
    plays.by_notify(settings, server)
    message = written(amina, priya)
    assert carried() == 1

    (taken,) = server.taken
    assert taken == {
        "path": "/v2/notifications/sms",
        "phone_number": NUMBER,
        "template_id": plays.TEMPLATE,
        "personalisation": {
            "text": "Please ring us on 0131 496 0100 when it suits you."
        },
        "reference": str(message.pk),
    }
    assert plays.issuer(server.shown[0]) == plays.SERVICE


def test_another_gateway_gets_json_and_a_key_by_which_to_take_it_once(
    amina, priya, settings, server
):
    plays.by_gateway(settings, server)
    message = written(amina, priya)
    assert carried() == 1

    (taken,) = server.taken
    assert (taken["to"], taken["path"]) == (NUMBER, "/send")
    assert taken["reference"] == str(message.pk)
    assert server.shown[0]["Idempotency-Key"] == str(message.pk)
    assert plays.signed_in_as(server.shown[0]) == "us:the password"


@pytest.mark.parametrize("by", [plays.by_notify, plays.by_gateway])
@pytest.mark.parametrize("status", [500, 503, 403, 429])
def test_a_gateway_that_fails_is_asked_again(
    amina, priya, settings, server, by, status
):
    by(settings, server)
    server.answers = [status]
    message = written(amina, priya)
    assert carried() == 0
    assert again(message) == 1
    assert len(server.taken) == 1


def test_an_answer_that_was_lost_is_no_second_text(amina, priya, settings, server):
    plays.by_notify(settings, server)
    server.answers = ["lost"]
    message = written(amina, priya)
    assert carried() == 0
    assert again(message) == 1

    assert len(server.taken) == 1


@pytest.mark.parametrize(
    "by, status", [(plays.by_notify, 400), (plays.by_gateway, 422)]
)
def test_a_number_that_takes_no_texts_is_given_up(
    desk, amina, priya, settings, server, by, status
):
    by(settings, server)
    server.answers = [status]
    message = written(amina, priya)
    assert carried() == 0

    message.refresh_from_db()
    assert message.failed_at
    assert again(message) == 0
    assert "Not delivered." in text(desk.get(f"/people/{amina.pk}/contacts/"))


def test_a_wrong_template_is_mended_and_the_text_goes_after_all(
    amina, priya, settings, server
):
    plays.by_notify(settings, server)
    server.answers, server.complaint = [400], "Template not found"
    message = written(amina, priya)
    assert carried() == 0
    assert again(message) == 1


def test_no_log_and_no_error_holds_a_number_or_a_text(
    amina, priya, settings, server, caplog
):
    caplog.set_level(logging.DEBUG)
    for by in (plays.by_notify, plays.by_gateway):
        by(settings, server)
        server.answers = [500, 400]
        Message.objects.all().delete()
        again(written(amina, priya))
        again(Message.objects.get())

    assert "message not carried" in caplog.text
    for record in caplog.records:
        held = f"{record.getMessage()} {vars(record)}"
        assert "900418" not in held
        assert "Please ring" not in held


@pytest.mark.parametrize(
    "columns", [{"may_text": False}, {"phone": ""}, {"phone": "0131 496 0142"}]
)
def test_it_is_not_sent_where_texts_are_not_safe(amina, priya, wish, columns):
    change(wish, **columns)
    with pytest.raises(Refused, match="has not said that we may text"):
        written(amina, priya)
    assert not Contact.objects.exists()


def test_a_site_without_texts_sends_none(desk, amina, priya, site):
    site.has_texts = False
    site.save()
    with pytest.raises(Refused):
        written(amina, priya)
    assert "Send a text" not in text(desk.get(f"/people/{amina.pk}/contacts/"))


@pytest.mark.parametrize(
    "columns", [{"may_text": False}, {"phone": "07700 900419"}, {"phone": ""}]
)
def test_what_they_said_since_counts_as_it_leaves(
    amina, priya, wish, settings, server, columns
):
    plays.by_gateway(settings, server)
    message = written(amina, priya)
    change(wish, **columns)
    assert carried() == 0

    message.refresh_from_db()
    assert message.failed_at
    assert server.taken == []


@pytest.mark.parametrize(
    "pressed, days, goes",
    [
        (NOON, "", NOON),
        (NOON.replace(hour=21), "", datetime(2026, 11, 24, 9, tzinfo=UTC)),
        (NOON.replace(hour=3), "", NOON.replace(hour=9)),
        (NOON, "3", datetime(2026, 11, 25, 9, tzinfo=UTC)),
        (NOON.replace(hour=21), "1", datetime(2026, 11, 30, 9, tzinfo=UTC)),
    ],
)
def test_no_text_at_night_or_on_a_day_that_is_not_safe(
    amina, priya, wish, settings, server, clock, pressed, days, goes
):
    plays.by_gateway(settings, server)
    change(wish, days=days)
    clock.move_to(pressed)
    message = written(amina, priya)

    assert abs((message.due_at - goes).total_seconds()) < 60
    assert again(message) == (goes == pressed)  # even if a retry fell there
    assert len(server.taken) == (goes == pressed)


def test_from_the_contact_log_it_is_logged_as_a_text(desk, amina, priya):
    at = f"/people/{amina.pk}/contacts/"
    assert "Send a text" in text(desk.get(at))
    said = {"text": FixedText.TRIED_TO_RING, "once": str(uuid.uuid4())}
    for _ in range(2):
        answer = desk.post(f"/people/{amina.pk}/text/", said)
        assert answer.url == at

    contact = Contact.objects.get()
    assert (contact.kind, contact.direction, contact.outcome) == ("text", "out", "sent")
    assert contact.by == priya
    assert Message.objects.filter(channel="text").count() == 1
    page = text(desk.get(at))
    assert "Text from us: sent" in page
    assert "We tried to ring you" in page
    codes = Event.objects.get(what="contact.logged").detail
    assert codes == {"kind": "text", "direction": "out", "outcome": "sent"}


def test_nothing_chosen_is_said_beside_the_question(desk, amina):
    answer = desk.post(f"/people/{amina.pk}/text/", {"once": str(uuid.uuid4())})

    assert "Choose what it should say" in text(answer)
    assert not Contact.objects.exists()


def test_the_database_takes_no_text_to_anything_but_a_number(amina, priya):
    message = written(amina, priya)
    for wrong in ("amina@example.org", "07700 900418", ""):
        with pytest.raises(IntegrityError), transaction.atomic():
            Message.objects.filter(pk=message.pk).update(to=wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.filter(pk=message.pk).update(channel="post")
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.filter(pk=message.pk).update(delivered_at=NOON)


@pytest.mark.parametrize("has_texts", [True, False])
def test_the_public_page_offers_texts_only_where_the_site_has_them(
    client, site, has_texts
):
    site.has_texts = has_texts
    site.save()
    for at in (f"/at/{site.slug}/", "/"):
        page = text(client.get(at))
        assert ("Text me" in page) == has_texts
        assert "Ring me" in page
