"""The cast. The same people appear in every test, so a test reads as a story."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from referrals import actions
from welcome.models import Role

from . import factories as make
from .real_parts import *  # noqa: F403 — the database and the broker of every test


@pytest.fixture
def site(db):
    return make.make_site(
        slug="edinburgh", name="Edinburgh", nation="scotland", has_texts=True
    )


@pytest.fixture
def team(site):
    return make.make_team(
        site=site, name="North East Welcome Team", email="north-east@example.org"
    )


@pytest.fixture
def harbour(site):
    return make.make_organisation(
        name="Harbour Money Advice",
        site=site,
        is_partner=True,
        email="harbour@example.org",
    )


@pytest.fixture
def letters(harbour):
    """Harbour's offer: somebody sits with you while you open the letters."""
    return make.make_offer(harbour, name="Letters and debt")


@pytest.fixture
def priya(team):
    """A peer worker in Amina's welcome team."""
    return make.make_welcomer(
        team, name="Priya Nair", profession="peer worker", email="priya@example.org"
    )


@pytest.fixture
def amina(priya):
    """A person who came to the front door. She has told her story once."""
    amina = make.make_open_person(
        priya, known_as="Amina", formal_name="Amina Yusuf", pronouns="she, her"
    )
    make.make_passage(amina, priya, prompt="brought", words="The letters frighten me.")
    make.make_passage(amina, priya, prompt="hard", words="Four hours of sleep.")
    return amina


@pytest.fixture
def omar(harbour):
    """An adviser at Harbour. He may see what was sent to Harbour, and no more."""
    return make.make_partner(harbour, name="Omar Aziz", email="omar@example.org")


@pytest.fixture
def farah(harbour):
    """Harbour's lead: she says whether there is room."""
    return make.make_member(Role.PARTNER_LEAD, harbour, name="Farah Iqbal")


@pytest.fixture
def tomasz(site):
    """A welcomer of another team. He may not know who is with Priya's team."""
    other = make.make_team(site=site, name="South East Welcome Team")
    return make.make_welcomer(other, name="Tomasz Baran")


@pytest.fixture
def ruth(team):
    """The lead of Amina's team."""
    return make.make_member(Role.LEAD, team, name="Ruth Orr", profession="team lead")


@pytest.fixture
def flora(site):
    """A privacy lead of the place. She sees who opened a record, never the story."""
    board = make.make_organisation(name="Edinburgh Board", site=site)
    return make.make_member(
        Role.PRIVACY, board, name="Flora Baird", email="flora@example.org"
    )


@pytest.fixture
def sheila(site):
    """The safeguarding lead of the place. She reads concerns, never the story."""
    board = make.make_organisation(name="Edinburgh Care Board", site=site)
    return make.make_member(
        Role.SAFEGUARDING, board, name="Sheila Kerr", email="sheila@example.org"
    )


@pytest.fixture
def carol(site):
    """A commissioner. She sees numbers, never names."""
    board = make.make_organisation(name="Edinburgh Partnership", site=site)
    return make.make_member(Role.COMMISSIONER, board, name="Carol Reid")


@pytest.fixture
def edith(site):
    """An editor of storybooks. She never publishes an unapproved word."""
    press = make.make_organisation(name="Kitchen Table Press")
    return make.make_member(Role.EDITOR, press, name="Edith Moss")


@pytest.fixture
def stranger(site):
    """Works for another partner, means well, and must see nothing of Amina."""
    other = make.make_organisation(name="Lantern Housing", site=site, is_partner=True)
    return make.make_partner(other, name="Sam Stranger")


@pytest.fixture
def concern(amina, priya, sheila):
    """What Priya saw and was told, and raised. Amina must not know of it."""
    return make.raise_concern(amina, priya)


# A referral at each point of its life


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
