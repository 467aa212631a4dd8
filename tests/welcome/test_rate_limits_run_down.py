"""Counts run down while failures go on; what many share waits for a minute or two."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from welcome.access import rate_limits
from welcome.models import FailedTry


def later(**time):
    """As if so much time had passed since the last try."""
    passed = timedelta(**time)
    FailedTry.objects.update(
        last_at=F("last_at") - passed, waits_until=F("waits_until") - passed
    )


def test_slips_of_a_whole_office_run_down_while_they_go_on(rf, db):
    """Sixty people at one address, a typo every two minutes, all day: nobody waits."""
    for n in range(200):
        later(minutes=2)
        assert not rate_limits.tries(rf.get("/"), "a door", f"w{n}").count()


def test_a_library_that_asks_every_minute_all_day_never_waits(rf, db):
    for _ in range(200):
        later(minutes=1)
        assert not rate_limits.asking(rf.get("/")).count()


def test_a_shared_address_waits_for_a_minute_at_most_and_is_soon_free(rf, db):
    for n in range(200):
        tries = rate_limits.tries(rf.get("/"), "a door", f"w{n}")
        tries.count()
        assert tries.wait() <= timedelta(minutes=1)
        FailedTry.objects.update(waits_until=timezone.now())

    later(minutes=12)
    tries.count()
    assert not tries.wait()


def test_strangers_from_everywhere_keep_an_owner_waiting_two_minutes_at_most(rf, db):
    for n in range(60):
        FailedTry.objects.update(waits_until=timezone.now())
        rate_limits.tries(
            rf.get("/", REMOTE_ADDR=f"203.0.113.{n}"), "a door", "someone"
        ).count()
    owner = rate_limits.tries(rf.get("/"), "a door", "someone")

    assert timedelta(seconds=100) < owner.count() <= timedelta(minutes=2)
