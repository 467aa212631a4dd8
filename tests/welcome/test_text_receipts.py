"""A receipt says what became of a text; only a provider with the token is heard."""

import json
import uuid

import pytest
from django.test import Client
from django.utils import timezone

from welcome.audit import trail
from welcome.models import Message

TOKEN = "r3ceipt-" * 6


@pytest.fixture(autouse=True)
def token(settings):
    settings.SMS_RECEIPT_TOKEN = TOKEN


@pytest.fixture
def message(amina, priya):
    event = trail.record("person.welcomed", about=amina, person=amina, by=priya)
    return Message.objects.create(
        event=event, channel="text", to="+447700900418", template="text_please_ring",
        sent_at=timezone.now(),
    )  # fmt: skip


def receipt(reference, status, *, provider="notify", token=TOKEN, body=None):
    said = json.dumps({"reference": str(reference), "status": status, "to": "x"})
    return Client(enforce_csrf_checks=True).post(
        f"/messages/receipts/{provider}/",
        said if body is None else body,
        content_type="application/json",
        headers={"Authorization": f"Bearer {token}"} if token else {},
    )


@pytest.mark.parametrize(
    "provider, status, column",
    [
        ("notify", "delivered", "delivered_at"),
        ("notify", "permanent-failure", "failed_at"),
        ("notify", "temporary-failure", "failed_at"),
        ("notify", "technical-failure", "failed_at"),
        ("gateway", "delivered", "delivered_at"),
        ("gateway", "failed", "failed_at"),
    ],
)
def test_it_is_noted_once_and_the_first_one_counts(message, provider, status, column):
    left = message.sent_at
    assert receipt(message.pk, status, provider=provider).status_code == 204
    assert receipt(message.pk, "delivered", provider=provider).status_code == 204

    message.refresh_from_db()
    noted = {"delivered_at", "failed_at"} & {
        name for name, value in vars(message).items() if value
    }
    assert noted == {column}
    assert message.sent_at == left


def test_a_receipt_for_a_text_whose_answer_was_lost_ends_its_tries(message):
    Message.objects.update(sent_at=None)
    receipt(message.pk, "delivered")

    assert not Message.objects.due().exists()


def test_a_step_on_the_way_changes_nothing(message):
    assert receipt(message.pk, "sending").status_code == 204

    message.refresh_from_db()
    assert (message.delivered_at, message.failed_at) == (None, None)


@pytest.mark.parametrize("shown", ["", "wrong", TOKEN[:-1], f"{TOKEN}é"])
def test_without_the_token_nobody_is_heard(message, shown):
    assert receipt(message.pk, "delivered", token=shown).status_code == 403
    message.refresh_from_db()
    assert message.delivered_at is None


def test_who_guesses_has_to_wait_and_the_provider_does_not(message):
    answers = {receipt(message.pk, "x", token="wrong").status_code for _ in range(70)}

    assert answers == {403, 429}
    assert receipt(message.pk, "delivered").status_code == 204


def test_an_unknown_reference_or_an_e_mail_is_not_found(message):
    assert receipt(uuid.uuid4(), "delivered").status_code == 404
    Message.objects.update(channel="email")
    assert receipt(message.pk, "delivered").status_code == 404


@pytest.mark.parametrize(
    "body", ["", "[]", "{", "7", '{"reference": "x"}', b"\xff", '{"reference": ["a"]}']
)
def test_what_is_no_receipt_is_a_bad_request(message, body):
    assert receipt(message.pk, "delivered", body=body).status_code == 400


def test_there_is_no_such_page_without_the_setting_or_of_another_provider(
    message, settings
):
    assert receipt(message.pk, "delivered", provider="other").status_code == 404
    settings.SMS_RECEIPT_TOKEN = ""
    assert receipt(message.pk, "delivered", token="").status_code == 404
    assert receipt(message.pk, "delivered").status_code == 404


def test_it_cannot_be_read(client, message):
    assert client.get("/messages/receipts/notify/").status_code == 405
