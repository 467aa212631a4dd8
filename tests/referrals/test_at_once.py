"""Two people in one moment: both get an answer, and what is kept is true."""

import uuid

import pytest

from referrals import actions
from referrals.models import Referral, State

from .. import factories as make
from ..threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_partners_who_say_yes_at_once_leave_one_holder(
    amina, priya, letters, omar, site, agreed
):
    lantern = make.make_organisation(name="Lantern", site=site, is_partner=True)
    lena = make.make_partner(lantern)
    made = actions.prepare(
        amina, by=priya, once=uuid.uuid4(), words="Help", need="money",
        urgency="soon", offers=[letters, make.make_offer(lantern)],
    )  # fmt: skip
    sent = {
        r.partner_id: r
        for r in actions.agree_and_send(made, seen=make.seen(made), by=priya, **agreed)
    }
    mine, hers = sent[letters.partner_id], sent[lantern.pk]

    at_once(
        lambda: actions.accept(mine, seen=make.seen(mine), by=omar),
        lambda: actions.accept(hers, seen=make.seen(hers), by=lena),
    )

    assert Referral.objects.filter(state=State.ACCEPTED).count() == 2
    # whoever came second left the first in place: one team, then one partner
    assert amina.holdings.filter(partner=None).count() == 1
    assert amina.holdings.exclude(partner=None).count() == 1


def test_sending_and_beginning_again_at_once_ask_a_partner_once(
    amina, priya, letters, request_made, agreed
):
    again = {
        "by": priya, "once": uuid.uuid4(), "words": "Help", "need": "money",
        "urgency": "usual", "offers": [letters],
    }  # fmt: skip

    came_to = at_once(
        lambda: actions.agree_and_send(
            request_made, seen=make.seen(request_made), by=priya, **agreed
        ),
        lambda: actions.prepare(amina, **again),
    )

    assert Referral.objects.filter(person=amina).open().count() == 1
    sent = Referral.objects.filter(state=State.SENT).count()
    assert sent == len(came_to[0])
