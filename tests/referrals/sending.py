"""Stories that are sent on, where a test needs more than one."""

import uuid
from datetime import timedelta

from django.utils import timezone

from referrals import actions

from .. import factories as make


def send_somebody(priya, offer, person=None):
    """One more person whose story is sent to this offer; or this person's."""
    person = person or make.make_open_person(priya)
    passage = make.make_passage(person, priya)
    made = actions.prepare(
        person, by=priya, once=uuid.uuid4(), words="Help", need="money",
        urgency="usual", offers=[offer],
    )  # fmt: skip
    (sent,) = actions.agree_and_send(
        made, seen=make.seen(made), by=priya, passages=[passage], words="Yes",
        how="phone",
        until_on=timezone.localdate() + timedelta(days=30),
    )  # fmt: skip
    return sent
