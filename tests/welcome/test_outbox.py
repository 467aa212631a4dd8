"""What an action promised to say is said, whatever dies on the way."""

import pytest
from django.core.mail import EmailMessage

from welcome import actions
from welcome.audit import trail
from welcome.messages import emailing, mailbox, outbox
from welcome.models import Message, User

from .. import factories as make


@pytest.fixture
def event(amina, priya):
    return trail.record("person.welcomed", about=amina, person=amina, by=priya)


@pytest.fixture
def folder(settings, tmp_path):
    """The local mailbox, which pytest-django puts aside."""
    settings.EMAIL_BACKEND = "welcome.messages.mailbox.Mailbox"
    settings.MAIL_DIR = tmp_path
    return tmp_path


def make_messages(event, count):
    to = [f"reader{n}@example.org" for n in range(count)]
    trail.tell(event, to=to, template="introduction_made", path="/today/")
    return Message.objects.all()


def test_every_due_message_is_carried_once(event):
    make_messages(event, 3)
    carried = []

    assert outbox.deliver_due(carried.append, limit=2) == 3
    assert outbox.deliver_due(carried.append) == 0
    assert len({message.pk for message in carried}) == 3


def test_one_that_fails_never_holds_back_the_rest_and_waits_its_turn(event):
    first, *_ = make_messages(event, 3)

    def carry(message):
        if message.pk == first.pk:
            raise OSError("no such host")

    assert outbox.deliver_due(carry) == 2
    first.refresh_from_db()
    assert (first.sent_at, first.attempts) == (None, 1)
    assert not Message.objects.due().exists()


def test_nothing_is_sent_when_the_transaction_is_undone(team, monkeypatch):
    monkeypatch.setattr("welcome.actions.introductions.trail.tell", _no_room)
    with pytest.raises(OSError, match="no room"):
        actions.introduce(
            by=User.objects.hand("front_door"),
            site=team.site,
            source="self",
            once="11111111-1111-4111-8111-111111111111",
            known_as="Ruth",
            phone="07700 900123",
        )
    assert not Message.objects.exists()
    assert not team.introductions.exists()


def _no_room(*args, **kwargs):
    raise OSError("no room")


def test_a_message_holds_a_reference_and_a_link_and_no_name(
    amina, priya, team, settings, folder
):
    introduction = make.make_introduction(team, known_as="Zebedee", words="Afraid.")
    actions.pass_on(introduction, by=priya, person=amina)

    for message in Message.objects.all():
        emailing.carry(message)

    (file,) = folder.glob("*.eml")
    text = file.read_text()
    assert amina.reference in text
    assert f"{settings.BASE_URL}/today/" in text
    assert not any(word in text for word in ("Amina", "Zebedee", "Afraid"))


def test_a_second_copy_is_recognised_by_its_id(event, folder):
    (message,) = make_messages(event, 1)

    emailing.carry(message)
    emailing.carry(message)

    (file,) = folder.iterdir()
    assert file.stem == str(message.pk)


def test_half_a_message_is_never_in_the_mailbox(folder, monkeypatch):
    email = EmailMessage("Hello", "Words", "a@example.org", ["b@example.org"])

    def dies(self, *args):
        raise OSError("the disk is full")

    monkeypatch.setattr("pathlib.Path.replace", dies)
    with pytest.raises(OSError, match="full"):
        mailbox.Mailbox().send_messages([email])
    assert not list(folder.glob("*.eml"))
