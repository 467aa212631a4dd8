"""Rate limits: failures make the next try wait longer; what succeeds never counts.

A stranger's failures count for the stranger's address, for the account (or the private
link) as tried from that address, and, after many, for the account as tried from
anywhere that it is not known. A browser that was let in before counts for itself alone,
so no one can lock out a browser that belongs to the owner; see `known_devices`.

Each try is counted before it is looked at, and taken back if it was right: a hundred
guesses at the same moment are a hundred failures. Counts run down by themselves at a
steady rate, and whatever many people share waits for a minute or two at most.

Counted in the database, so that a cache that is away or full turns nothing off.
"""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from operator import itemgetter

from allauth.account.adapter import get_adapter
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db import connection, transaction
from django.db.models import F, Max
from django.db.models.functions import Greatest, Least, Now
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ..models import FailedTry
from .failure_limits import (
    ADDRESS,
    ASKING,
    DEVICE,
    FORGET,
    MINUTE,
    PAIR,
    SUBJECT,
    Limit,
)


class _HasToWait(Exception):
    """Nothing of this try is counted."""


@dataclass(frozen=True)
class Tries:
    """Those whom a try counts for. `forgiven` are forgotten by a success."""

    request: HttpRequest
    keys: Sequence[tuple[Limit, str]]
    forgiven: Sequence[str] = ()

    def count(self) -> timedelta:
        """Count one for each, before the try is looked at; `succeeded` takes it back.

        Returns how long it has to wait instead, where it has to. The answer is then
        429, whatever the page says: see `retry_after`.
        """
        try:
            with transaction.atomic() if len(self.keys) > 1 else nullcontext():
                for limit, key in sorted(self.keys, key=itemgetter(1)):
                    _count(limit, key)
        except _HasToWait:
            wait = max(self.wait(), timedelta(seconds=1))
            self.request.has_to_wait = wait  # type: ignore[attr-defined]
            return wait
        return timedelta(0)

    def wait(self) -> timedelta:
        """How long the next try has to wait; nothing where it need not."""
        rows = FailedTry.objects.filter(key__in=[key for _, key in self.keys])
        until = rows.aggregate(until=Max("waits_until"))["until"]
        return max(until - timezone.now(), timedelta(0)) if until else timedelta(0)

    def succeeded(self) -> None:
        """Take this try back, and forget what was this reader's own slip.

        Other failures of an address stay counted: else a right password of one's own
        would buy new guesses at those of others.
        """
        for key in sorted(key for _, key in self.keys):
            row = FailedTry.objects.filter(key=key)
            row.update(
                count=Greatest(F("count") - 1, 0.0),
                waits_until=Least("waits_until", Now()),
            )
            (row if key in self.forgiven else row.filter(count=0)).delete()

    def forgive(self) -> None:
        """The owner has shown by other means who they are: only the address counts."""
        theirs = [key for limit, key in self.keys if limit is not ADDRESS]
        FailedTry.objects.filter(key__in=theirs).delete()


def tries(request: HttpRequest, door: str, subject: str, *, device: str = "") -> Tries:
    """At this door, for this account or link, whether it exists or not.

    `device` is the browser's own mark where the subject knows it.
    """
    if device:
        own = _key(DEVICE, door, subject, device)
        return Tries(request, [(DEVICE, own)], [own])
    address = _address(request)
    pair = _key(PAIR, door, subject, address)
    others = [(limit, _key(limit, door, what)) for limit, what in (
        (ADDRESS, address), (SUBJECT, subject)
    )]  # fmt: skip
    return Tries(request, [(PAIR, pair), *others], [pair])


def asking(request: HttpRequest, door: str = "front") -> Tries:
    """Those who ask for something from one address. Each asking is counted."""
    return Tries(request, [(ASKING, _key(ASKING, door, _address(request)))])


def reading(request: HttpRequest, door: str, *, per_hour: int) -> Tries:
    """Those who read from one address what is open to everyone, such as the feed."""
    each = timedelta(hours=1) / per_hour
    limit = Limit("reading", free=per_hour - 1, longest=MINUTE, forgives=each)
    return Tries(request, [(limit, _key(limit, door, _address(request)))])


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


#: The clock is read after the row is locked, so that of two tries one is the later.
_COUNT = """
INSERT INTO welcome_failedtry AS tried (key, count, last_at, waits_until)
VALUES (%(key)s, 1, clock_timestamp(), clock_timestamp())
ON CONFLICT (key) DO UPDATE SET (count, last_at, waits_until) = (
    SELECT n, clock_timestamp(), clock_timestamp() + interval '1 second' * CASE
        WHEN n <= %(free)s THEN 0
        ELSE LEAST(%(longest)s, %(first)s * 2 ^ GREATEST(n - %(free)s - 1, 0)) END
    FROM (SELECT LEAST(%(most)s, 1 + GREATEST(0, tried.count - EXTRACT(
        EPOCH FROM clock_timestamp() - tried.last_at)::float / %(forgives)s)) AS n
    ) AS counted
)
WHERE tried.waits_until <= clock_timestamp()
"""


def _count(limit: Limit, key: str) -> None:
    """Count one more. Raises _HasToWait where one before it still waits."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, limit.facts | {"key": key})
        if not cursor.rowcount:
            raise _HasToWait


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
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(ip_network(f"{found}/64", strict=False).network_address)
    return said
