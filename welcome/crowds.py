"""Too many at once from one place: slowed, never shut out for good.

Counted in Valkey by the `limits` library. The address is kept only as a keyed hash.
Where Valkey is away nobody is slowed: a person at the door matters more.
"""

from functools import cache

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from limits import RateLimitItemPerHour
from limits.errors import StorageError
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter
from redis.exceptions import RedisError

SENTENCE = (
    "Many people are asking from where you are just now. Your words are still here: "
    "try again in a little while, or ring us."
)


@cache
def _counter() -> FixedWindowRateLimiter:
    return FixedWindowRateLimiter(
        storage_from_string(settings.REDIS_URL, wrap_exceptions=True)
    )


def _address(request: HttpRequest) -> str:
    """Who it is, behind TRUSTED_PROXIES too; a senseless header is no wall."""
    try:
        return str(get_adapter().get_client_ip(request))
    except (PermissionDenied, ImproperlyConfigured):
        return str(request.META.get("REMOTE_ADDR", ""))


def too_many(request: HttpRequest, door: str, *, per_hour: int) -> bool:
    """Count one more through this door, and say whether it is one too many."""
    address = _address(request)
    who = salted_hmac("crowds", address).hexdigest()[:20]
    try:
        return not _counter().hit(RateLimitItemPerHour(per_hour), door, who)
    except (StorageError, RedisError):
        return False
