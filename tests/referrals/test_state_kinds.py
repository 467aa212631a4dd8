"""What pages say of a referral: the colour of its state, and until when it is read."""

import uuid
from datetime import date

import pytest

from referrals.models import Agreement, Referral
from referrals.templatetags.referral_parts import state_kind


@pytest.mark.parametrize(
    ("state", "has_worker", "kind"),
    [
        ("returned", True, "late"),
        ("sent", False, "soon"),
        ("helping", True, "held"),
        ("accepted", False, ""),
        ("draft", False, ""),
    ],
)
def test_a_state_has_the_colour_of_what_is_to_do(state, has_worker, kind):
    worker = uuid.uuid4() if has_worker else None

    assert state_kind(Referral(state=state, worker_id=worker)) == kind


@pytest.mark.parametrize(
    ("after_help", "words"),
    [
        ("", "until their help ends, or 1 May 2027 if that comes first"),
        ("ends", "until their help ends, or 1 May 2027 if that comes first"),
        ("until", "until 1 May 2027, even after their help has ended"),
    ],
)
def test_how_long_it_is_read_fits_into_a_sentence(after_help, words):
    agreement = Agreement(until_on=date(2027, 5, 1), after_help=after_help)

    assert agreement.how_long == words
