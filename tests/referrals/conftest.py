"""A referral at each point of its life, with the people of the cast."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from referrals import actions

from .. import factories as make

#: What a partner says when it gives somebody back.
NEXT_STEP = {"reason": "full", "suggestion": "Open Door have room on Tuesdays."}


@pytest.fixture
def request_made(amina, priya, letters, omar):
    return actions.prepare(
        amina,
        by=priya,
        once=uuid.uuid4(),
        words="Would you sit with me while I open them?",
        need="money",
        urgency="usual",
        offers=[letters],
    )


@pytest.fixture
def agreed(amina):
    """What Amina agreed to: one passage of two, for half a year."""
    return {
        "passages": [amina.passages.get(prompt="brought")],
        "words": "Aye, send them that.",
        "how": "face_to_face",
        "until_on": timezone.localdate() + timedelta(days=180),
    }


@pytest.fixture
def sent(request_made, priya, agreed):
    (referral,) = actions.agree_and_send(
        request_made, seen=make.seen(request_made), by=priya, **agreed
    )
    return referral


@pytest.fixture
def accepted(sent, omar):
    return actions.accept(sent, seen=make.seen(sent), by=omar)
