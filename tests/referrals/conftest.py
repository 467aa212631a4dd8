"""What the referral tests have in common: an offer of which everything is known."""

import json
from datetime import date, time
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from referrals.models import Offer, OfferTime
from welcome.models import Organisation

from .feed import MARK


@pytest.fixture
def told(letters, harbour):
    """An offer of which everything is known that a directory may say."""
    Organisation.objects.filter(pk=harbour.pk).update(
        what_it_is="Debt and letters", website="https://harbour.example.org",
        email=f"{MARK}@example.org", phone=MARK,
    )  # fmt: skip
    Offer.objects.filter(pk=letters.pk).update(
        needs=["money", "rights"], ages_from=16, ages_to=25, where="Harbour Street",
        access="Lift; large print", phone="0131 496 0000", fees="Nothing to pay",
        email="letters@example.org", website="https://harbour.example.org/letters",
        address="4 Harbour Street", city="Leith", postcode="EH6 7AA",
        by_phone_or_video=True, districts=["EH6", "EH7"], languages=["Polish"],
        meets=["step_free"], cannot_meet=["quiet"], only_for="women",
        takes=MARK, capacity="wait", wait_weeks=9797, paused_until=date(2071, 3, 1),
    )  # fmt: skip
    for day in (1, 3):
        OfferTime.objects.create(
            offer=letters, day=day, opens=time(9), closes=time(12, 30)
        )
    letters.refresh_from_db()
    return letters


@pytest.fixture
def bring(tmp_path, site):
    """Run the command on this; answers (exit code, what it printed)."""

    def run(said, *more, slug="edinburgh"):
        content = said if isinstance(said, bytes) else json.dumps(said).encode()
        file = tmp_path / "services.json"
        file.write_bytes(content)
        out = StringIO()
        try:
            call_command(
                "import_services", str(file), "--site", slug, *more, stdout=out
            )
        except SystemExit as end:
            return end.code, out.getvalue()
        except CommandError as problem:
            return problem.returncode, str(problem)
        return 0, out.getvalue()

    return run
