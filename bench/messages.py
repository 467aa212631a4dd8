"""How many messages a second the outbox carries, into files on this machine."""

import time

from django.test.utils import override_settings

from welcome.audit import trail
from welcome.messages import emailing, outbox
from welcome.models import Message, Person, User

MANY = 1000


def measure() -> list[dict[str, object]]:
    person = Person.objects.first()
    assert person
    event = trail.record(
        "person.welcomed", about=person, by=User.objects.hand("clock"), person=person
    )
    Message.objects.bulk_create(
        Message(event=event, to=f"reader{n}@example.org", template="introduction_made")
        for n in range(MANY)
    )
    with override_settings(EMAIL_BACKEND="welcome.messages.mailbox.Mailbox"):
        began = time.perf_counter()
        carried = outbox.deliver_due(emailing.carry)
        seconds = time.perf_counter() - began
    return [
        {
            "what": f"outbox, {carried} messages by one worker",
            "per_second": round(carried / seconds),
        }
    ]
