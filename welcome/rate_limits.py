"""Rate limits: failures make the next try wait longer; what succeeds never counts.

A stranger's failures count for the stranger's address, for the account (or the private
link) as tried from that address, and, after many, for the account as tried from
anywhere that it is not known. A browser that was let in before counts for itself alone,
so nobody can lock out a browser that belongs to the owner; see `known_devices`.

Counted in the database in one statement, at once, so that two requests are two
failures, and a cache that is away or full turns nothing off.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db import connection
from django.db.models import Max
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .models import FailedTry

#: Failures are forgotten so long after the last one.
FORGET = timedelta(days=1)
LONGEST = timedelta(minutes=15)
_MOST_DOUBLINGS = 16


@dataclass(frozen=True)
class Limit:
    """So many failures are free; the next waits `first`, and each after it doubles."""

    name: str
    free: int
    first: timedelta = timedelta(seconds=10)

    def wait_after(self, count: int) -> timedelta:
        """
        >>> limit = Limit("an example", free=4)
        >>> [int(limit.wait_after(n).total_seconds()) for n in (4, 5, 6, 7, 99)]
        [0, 10, 20, 40, 900]
        """
        over = count - self.free
        if over <= 0:
            return timedelta(0)
        return min(self.first * 2 ** min(over - 1, _MOST_DOUBLINGS), LONGEST)


#: A browser that was let in before: it guesses for itself alone.
DEVICE = Limit("device", free=5)
#: One account or link, tried from one address.
PAIR = Limit("pair", free=4)
#: One address, whatever is tried from there: many people may share it.
ADDRESS = Limit("address", free=30)
#: One account or link, tried from wherever it is not known.
SUBJECT = Limit("subject", free=20)
#: Asking for a conversation: not a failure, but robots are slowed. A library, a ward or
#: a hostel is one address.
ASKING = Limit("asking", free=60)
#: Everything that is asked in an hour, right or wrong.
HOUR = Limit("hour", free=0)


@dataclass(frozen=True)
class Tries:
    """Those whom a failure counts for. `forgiven` are forgotten by a success."""

    keys: Sequence[tuple[Limit, str]]
    forgiven: Sequence[str] = ()

    def wait(self) -> timedelta:
        """How long the next try has to wait; nothing where it need not."""
        rows = FailedTry.objects.filter(key__in=[key for _, key in self.keys])
        until = rows.aggregate(until=Max("waits_until"))["until"]
        return max(until - timezone.now(), timedelta(0)) if until else timedelta(0)

    def failed(self) -> None:
        """Count one failure for each."""
        for limit, key in self.keys:
            _count(limit, key)

    def succeeded(self) -> None:
        """Forget what was this reader's own slip. An address stays counted: else a
        right password of one's own would buy new guesses at those of others."""
        FailedTry.objects.filter(key__in=self.forgiven).delete()


def tries(request: HttpRequest, door: str, subject: str, *, device: str = "") -> Tries:
    """At this door, for this account or link, whether it exists or not.

    `device` is the browser's own mark where the subject knows it.
    """
    if device:
        own = _key(DEVICE, door, subject, device)
        return Tries([(DEVICE, own)], [own])
    address = _address(request)
    pair = _key(PAIR, door, subject, address)
    others = [(limit, _key(limit, door, what)) for limit, what in (
        (ADDRESS, address), (SUBJECT, subject)
    )]  # fmt: skip
    return Tries([(PAIR, pair), *others], [pair])


def asking(request: HttpRequest) -> Tries:
    """Those who ask for a conversation from one address. Each asking is counted."""
    return Tries([(ASKING, _key(ASKING, "front", _address(request)))])


def too_often(request: HttpRequest, door: str, *, per_hour: int) -> bool:
    """Count one more request of this address in this hour; whether it is one too many.

    For what is open to everyone and is only read, such as the directory's feed.
    """
    hour = f"{timezone.now():%Y-%m-%d %H}"
    return _add(_key(HOUR, door, _address(request), hour)) > per_hour


def forget_old() -> int:
    """Remove failures that count no more. Returns how many."""
    return FailedTry.objects.filter(last_at__lt=timezone.now() - FORGET).delete()[0]


def in_words(wait: timedelta) -> str:
    """
    >>> in_words(timedelta(seconds=9)), in_words(timedelta(seconds=61))
    ('less than a minute', 'about 2 minutes')
    """
    minutes = -(-int(wait.total_seconds()) // 60)
    return "less than a minute" if minutes <= 1 else f"about {minutes} minutes"


_COUNT = """
INSERT INTO welcome_failedtry AS tried (key, count, last_at, waits_until)
VALUES (%(key)s, 1, %(now)s, %(now)s)
ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN tried.last_at < %(old)s THEN 1 ELSE tried.count + 1 END,
    last_at = %(now)s
RETURNING count
"""


def _count(limit: Limit, key: str) -> None:
    if wait := limit.wait_after(_add(key)):
        until = timezone.now() + wait
        FailedTry.objects.filter(key=key, waits_until__lt=until).update(
            waits_until=until
        )


def _add(key: str) -> int:
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, {"key": key, "now": now, "old": now - FORGET})
        (count,) = cursor.fetchone() or (1,)
    return int(count)


def _key(limit: Limit, door: str, *of: str) -> str:
    return salted_hmac(f"rate limits {limit.name} {door}", "\n".join(of)).hexdigest()


def _address(request: HttpRequest) -> str:
    """Where it comes from, behind TRUSTED_PROXIES too; of IPv6 the network of a home.

    A header without sense is no way round: then the connection's own address counts.
    """
    try:
        said = str(get_adapter().get_client_ip(request))
        found = ip_address(said)
    except (PermissionDenied, ImproperlyConfigured, ValueError):
        return str(request.META.get("REMOTE_ADDR", ""))
    if isinstance(found, IPv6Address):
        return str(ip_network(f"{found}/64", strict=False).network_address)
    return said
