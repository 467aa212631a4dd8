"""A forgotten password: a link by the outbox, and nobody learns who has an account."""

import re
from pathlib import Path

import pytest
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from welcome.actions import passwords
from welcome.messages import emailing, outbox
from welcome.models import Event, Message, PasswordResetRequest, User
from welcome.tasks import answer_reset_requests

from ..reading_pages import text

HOUSE = Path(__file__).resolve().parents[2]
RESET = "/accounts/password/reset/"


def deliver():
    """What the worker does after a request."""
    answer_reset_requests()
    return outbox.deliver_due(emailing.carry)


def ask(client, email, **headers):
    return client.post(RESET, {"email": email}, **headers)


def link_in(text):
    return re.search(r"http\S+", text)[0]


def queries(email):
    """The answer, and what the database was asked, without what differs each time."""
    client = Client()
    with CaptureQueriesContext(connection) as asked:
        answer = ask(client, email)
    changing = r"""'[^']*'|"s\d+_x\d+"|\b\d+\b"""
    return answer, [re.sub(changing, "?", query["sql"]) for query in asked]


def test_the_link_is_ours_whatever_the_request_says(priya, settings):
    settings.ALLOWED_HOSTS = ["*"]
    settings.BASE_URL = "https://front-door.example.org"
    headers = {"HTTP_HOST": "evil.example", "HTTP_X_FORWARDED_HOST": "evil.example"}
    ask(Client(), priya.email, HTTP_X_FORWARDED_PROTO="gopher", **headers)
    deliver()

    text = mail.outbox[0].message().as_string()
    assert link_in(mail.outbox[0].body).startswith(
        "https://front-door.example.org/accounts/password/reset/key/"
    )
    assert "evil" not in text
    assert "gopher" not in text
    assert priya.name not in text


def test_a_known_and_an_unknown_address_are_the_same_work(priya):
    queries("warm-up@example.org")
    known, asked_of_known = queries(priya.email)
    unknown, asked_of_unknown = queries("nobody-here@example.org")

    assert asked_of_known == asked_of_unknown
    assert not [query for query in asked_of_known if "welcome_user" in query]
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert PasswordResetRequest.objects.count() == 3


def test_nothing_is_sent_before_the_worker_comes(priya):
    ask(Client(), priya.email)
    assert not mail.outbox
    assert not Message.objects.exists()

    assert deliver() == 1
    assert [letter.to for letter in mail.outbox] == [[priya.email]]
    assert mail.outbox[0].subject == "A new password"


@pytest.mark.parametrize(
    "email",
    ["nobody-here@example.org", "front_door@hands.invalid", "x" * 300 + "@y.uk"],
)
def test_who_is_not_known_is_sent_nothing_and_forgotten(db, email):
    answer = ask(Client(), email)

    assert answer.status_code in (200, 302)
    deliver()
    assert not mail.outbox
    assert not Message.objects.exists()
    assert not PasswordResetRequest.objects.exists()
    assert not Event.objects.exists()


def test_a_closed_account_is_sent_nothing(priya):
    User.objects.update(is_active=False)
    ask(Client(), priya.email)
    deliver()

    assert not mail.outbox


def test_an_account_that_is_closed_before_the_link_leaves_gets_none(priya):
    ask(Client(), priya.email)
    answer_reset_requests()
    User.objects.update(is_active=False)
    outbox.deliver_due(emailing.carry)

    assert not mail.outbox


def test_the_link_goes_to_the_address_we_know_and_not_as_it_was_typed(priya):
    ask(Client(), priya.email.upper())
    deliver()

    assert mail.outbox[0].to == [priya.email]


def test_no_key_to_an_account_is_stored(priya):
    ask(Client(), priya.email)
    answer_reset_requests()
    message = Message.objects.get()
    assert (message.path, message.reference) == ("", "")
    outbox.deliver_due(emailing.carry)

    key = link_in(mail.outbox[0].body).rstrip("/").rpartition("-")[2]
    message.refresh_from_db()
    assert message.sent_at
    assert key not in str(list(Message.objects.values()) + list(Event.objects.values()))


def test_a_new_password_is_set_by_the_link_once_and_its_owner_is_told(priya):
    there = Client()
    there.force_login(priya)
    ask(Client(), priya.email)
    deliver()
    client, path = Client(), link_in(mail.outbox[0].body).partition("8000")[2]
    word = "kettle biscuit rainbow"
    page = client.get(path, follow=True)
    done = client.post(
        page.request["PATH_INFO"], {"password1": word, "password2": word}
    )

    assert done.status_code == 302
    priya.refresh_from_db()
    assert priya.check_password(word)
    assert there.get("/today/").url.startswith("/accounts/login/")
    event = Event.objects.get(what="password.changed")
    assert (event.by, event.about) == (priya, f"welcome.User:{priya.pk}")
    deliver()
    assert mail.outbox[1].subject == "Your password was changed"
    assert (
        "This link no longer works" in Client().get(path, follow=True).content.decode()
    )


def test_a_password_that_is_changed_on_the_own_page_is_in_the_trail_and_told(
    client, priya
):
    priya.set_password("the old word here")
    priya.save()
    client.force_login(priya)
    said = {"oldpassword": "the old word here", "password1": "kettle biscuit rainbow"}
    said["password2"] = said["password1"]
    assert client.post("/accounts/password/change/", said).status_code == 302

    assert Event.objects.get(what="password.changed").by == priya
    assert not mail.outbox
    deliver()
    assert mail.outbox[0].to == [priya.email]


def test_who_asks_again_and_again_gets_one_link_at_a_time(priya):
    for _ in range(3):
        passwords.ask(priya.email)
    deliver()

    assert len(mail.outbox) == 1


def test_asking_is_still_slowed(priya):
    answers = [ask(Client(), f"{n}@example.org") for n in range(62)]

    assert [answer.status_code for answer in answers] == [302] * 61 + [429]
    assert answers[-1]["Retry-After"]
    assert "61@example.org" in answers[-1].content.decode()


def test_a_stranger_who_asks_for_it_does_not_keep_its_owner_from_asking(priya):
    for _ in range(10):
        ask(Client(REMOTE_ADDR="198.51.100.7"), priya.email)

    assert ask(Client(), priya.email).status_code == 302


def test_a_worker_that_dies_halfway_loses_no_request(priya, monkeypatch):
    def no_room(*args, **kwargs):
        raise RuntimeError

    passwords.ask(priya.email)
    with monkeypatch.context() as broken:
        broken.setattr("welcome.audit.trail.tell", no_room)
        with pytest.raises(RuntimeError):
            answer_reset_requests()
    assert not Event.objects.exists()

    assert deliver() == 1


def test_an_empty_address_says_what_to_do(client, db):
    page = text(client.post(RESET, {"email": ""}))

    assert "Write your e-mail address" in page


def test_the_library_sends_no_mail_of_its_own(rf, priya):
    """Whatever page of it would: nothing leaves in a request, or in its words."""
    adapter = get_adapter(rf.get("/"))
    adapter.send_mail("account/email/unknown_account", "who@example.org", {})
    adapter.send_notification_mail("account/email/password_changed", priya)
    address = EmailAddress(user=priya, email=priya.email)
    adapter.send_confirmation_mail(rf.get("/"), _confirmation(address), signup=False)

    assert not mail.outbox


def _confirmation(address):
    from allauth.account.models import EmailConfirmationHMAC

    return EmailConfirmationHMAC(address)


def test_only_the_outbox_makes_mail_and_no_link_comes_from_a_request():
    """Neither Django's mail nor the Host header is used anywhere else."""
    mail_makers, host_readers = set(), set()
    for room in ("livingwell", "welcome", "referrals", "storybooks"):
        for file in (HOUSE / room).rglob("*.py"):
            text, name = file.read_text(), str(file.relative_to(HOUSE))
            if "django.core.mail" in text or "smtplib" in text:
                mail_makers.add(name)
            if re.search(r"build_absolute_uri|get_host\(|get_current_site", text):
                host_readers.add(name)

    assert mail_makers == {
        "welcome/messages/emailing.py",
        "welcome/messages/mailbox.py",
    }
    # a form is ours if it comes from the address that it is sent to
    assert host_readers == {"welcome/web/forms_kept.py"}
    assert reverse("account_reset_password") == RESET
    assert not list((HOUSE / "templates").rglob("email/*"))
