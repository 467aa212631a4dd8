"""What the storybook tests have in common: a book, Jean who tells, and her story."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from storybooks import actions
from storybooks.models import Contributor, Narrative, State, Storybook
from welcome.models import Message, User

from .tale import ANSWERS, BOOK, FACT, JEAN, WORDS


@pytest.fixture
def client(client):
    """Each test knocks from an address of its own, so that nobody is one too many."""
    client.defaults["REMOTE_ADDR"] = f"2001:db8::{uuid4().hex[:4]}:{uuid4().hex[:4]}"
    return client


@pytest.fixture
def book(db):
    return Storybook.objects.create(**BOOK)


@pytest.fixture
def jean(edith):
    press = edith.current_memberships[0].organisation
    return Contributor.objects.create(organisation=press, **JEAN)


@pytest.fixture
def draft(book, jean, edith, site):
    return actions.write(
        by=edith,
        once=uuid4(),
        storybook=book,
        contributor=jean,
        site=site,
        themes=["waiting", "money"],
        **WORDS,
    )


@pytest.fixture
def cleared(draft, edith):
    return actions.mark_deidentified(draft, by=edith, seen=draft.fingerprint, **ANSWERS)


@pytest.fixture
def sent(cleared, edith):
    return actions.send_to_contributor(
        cleared, by=edith, question="Where did we first meet?", fact=FACT
    )


@pytest.fixture
def hand(db):
    """Whose hand it is when a contributor acts at their own door."""
    return User.objects.hand("person")


@pytest.fixture
def say_yes(hand):
    def say_yes(narrative, **given):
        default = {
            "fingerprint": narrative.fingerprint,
            "named": "chosen",
            "shown_as": "Jean",
            "uses": ["web"],
            "until_on": timezone.localdate() + timedelta(days=365),
        }
        return actions.approve(narrative, by=hand, **default | given)

    return say_yes


@pytest.fixture
def approved(sent, say_yes):
    return say_yes(sent)


@pytest.fixture
def cooled(approved):
    """Its contributor has had their time to think better of it."""
    Narrative.objects.filter(pk=approved.pk).update(cooling_until=timezone.now())
    approved.refresh_from_db()
    return approved


@pytest.fixture
def published(cooled, edith):
    return actions.publish(cooled, by=edith)


@pytest.fixture
def door(sent):
    """The address in the e-mail that Jean got."""
    return Message.objects.get(template="narrative_for_you").path


@pytest.fixture
def at_her_door(client, door):
    """Jean, who has opened her link and said the word."""
    client.post(door, {"fact": FACT})
    return client


@pytest.fixture
def in_every_state(request):
    def narrative_in(state):
        names = {
            State.DRAFT: "draft",
            State.DEIDENTIFIED: "cleared",
            State.WITH_CONTRIBUTOR: "sent",
            State.APPROVED: "approved",
            State.PUBLISHED: "published",
        }
        return request.getfixturevalue(names[state])

    return narrative_in
