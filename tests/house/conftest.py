"""One thing of each kind, so that every address leads somewhere."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from referrals import actions as referrals
from referrals.models import Change, Offer
from referrals.open_referral import terms, writing
from storybooks.models import Contributor, Narrative, Storybook
from welcome import actions as welcome

from .. import factories as make
from .insiders import *  # noqa: F403 — whoever is let in, and their forms


@pytest.fixture
def world(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def sent(amina, priya, letters, omar):
    made = referrals.prepare(
        amina, by=priya, once=uuid.uuid4(), words="Sit with me", need="money",
        urgency="usual", offers=[letters],
    )  # fmt: skip
    (referral,) = referrals.agree_and_send(
        made, seen=make.seen(made),
        by=priya, passages=list(amina.passages.all()), words="Aye.",
        how="phone", until_on=timezone.localdate() + timedelta(days=30),
    )  # fmt: skip
    return referral


@pytest.fixture
def narrative(edith, site):
    press = edith.current_memberships[0].organisation
    book = Storybook.objects.create(
        slug="the-long-way-round", kind="waiting", title="The long way round", words="x"
    )
    jean = Contributor.objects.create(
        organisation=press, name="Jean Rutherford", email="jean@example.org",
        named="chosen", shown_as="Jean",
    )  # fmt: skip
    return Narrative.objects.create(
        storybook=book, contributor=jean, slug="the-bag", title="The bag", site=site,
        text="The first letter was from the gas.",
    )  # fmt: skip


@pytest.fixture
def things(amina, sent, priya, tomasz, omar, carol, letters, narrative, site, team):
    """What an address names: the arguments, by the kind of thing."""
    Offer.objects.filter(pk=letters.pk).update(by_phone_or_video=True)
    question = referrals.ask(sent, by=omar, words="Which letters?")
    newcomer = make.make_person(team=team, known_as="Ruth")
    leaving = make.make_open_person(priya, known_as="Jean")
    emergency = welcome.open_in_emergency(
        amina, by=tomasz, why="life", words="She rang from the bridge."
    )
    hope = make.make_hope(amina, priya)
    gap = referrals.note_gap(amina, by=priya, need="housing", words="No room.")
    handover = make.ask_to_hold(leaving, by=priya, to_team=tomasz.first_team)
    change = Change.objects.create(
        site=site, name="Drop-in mornings", hypothesis="Sooner",
        began_on=timezone.localdate(), noted_by=carol, measure="heard",
    )  # fmt: skip
    huddle = welcome.begin_huddle(team, by=priya, there=[])
    decision = welcome.decide(
        amina, by=priya, huddle=huddle, words="Ring her", whose=priya
    )
    meeting = welcome.plan_meeting(
        make.make_introduction(team), by=priya, at=timezone.now(), who=priya, how="home"
    )
    return {
        "huddle": {"pk": huddle.pk},
        "task": {"pk": decision.task.pk},
        "meeting": {"pk": meeting.pk},
        "site": {"slug": site.slug},
        "person": {"pk": amina.pk},
        "person_part": {"pk": amina.pk, "part": "names"},
        "supporter": {"pk": welcome.add_supporter(amina, by=priya, name="Fatima").pk},
        "pair": {"pk": amina.pk, "other": newcomer.pk},
        "emergency": {"pk": emergency.pk},
        "gap": {"pk": gap.pk},
        "handover": {"pk": handover.pk},
        "passage": {"pk": amina.passages.first().pk},
        "hope": {"pk": hope.pk},
        "referral_hope": {"pk": sent.pk, "hope": hope.pk},
        "dialog": {"pk": make.make_dialog(amina, priya).pk},
        "draft": {"pk": welcome.begin(newcomer, by=priya).pk},
        "introduction": {"pk": make.make_introduction(team).pk},
        "referral": {"pk": sent.pk},
        "referral_offer": {"pk": sent.pk, "offer": letters.pk},
        "hand_on": {
            "pk": referrals.propose_hand_on(
                sent,
                seen=make.seen(sent),
                by=omar,
                words="Nearer",
                offer=make.make_offer(letters.partner),
            ).pk
        },
        "first_meeting": {
            "pk": referrals.propose_meeting(
                sent, by=omar, at=timezone.now() + timedelta(days=2), how="ours"
            ).pk
        },
        "objection": {"pk": referrals.object_to(amina, letters.partner, by=priya).pk},
        "request": {"pk": sent.request_id},
        "question": {"pk": sent.pk, "question": question.pk},
        "offer": {"pk": letters.pk},
        "place": {"pk": writing.place_id(letters.pk, "virtual")},
        "taxonomy": {"pk": terms.NEEDS.id},
        "term": {"pk": terms.NEEDS.term("money").id},
        "worker": {"pk": omar.pk},
        "change": {"pk": change.pk},
        "measure": {"slug": "introductions"},
        "narrative": {"pk": narrative.pk},
        "book": {"slug": narrative.storybook.slug},
        "story": {"book": narrative.storybook.slug, "slug": narrative.slug},
        "list": {"pk": uuid.uuid4()},
        "person_other": {"pk": amina.pk, "other": newcomer.pk},
        "token": {"token": "x" * 43},
        "token_part": {"token": "x" * 43, "part": "needs"},
        "token_passage": {"token": "x" * 43, "pk": amina.passages.first().pk},
        "token_device": {"token": "x" * 43, "pk": 1},
    }
