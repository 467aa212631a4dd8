"""Taking each code of an authenticator app once, even at the same moment."""

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.db import connection

from ..models import User

_USE = """
INSERT INTO welcome_usedcode AS used (user_id, period) VALUES (%s, %s)
ON CONFLICT (user_id) DO UPDATE SET period = EXCLUDED.period
WHERE used.period < EXCLUDED.period
"""


def use(user: User, secret: str, code: str) -> bool:
    """Use up this code. False if it, or one after it, was used before."""
    period = _period_of(secret, code)
    if period is None:
        return False
    with connection.cursor() as cursor:
        cursor.execute(_USE, [user.pk, period])
        return bool(cursor.rowcount)


def _period_of(secret: str, code: str) -> int | None:
    """The period that shows this code; None if it has just gone by."""
    for period in yield_hotp_counters_from_time():
        expected = format_hotp_value(hotp_value(secret, period))
        if compare_user_code(actual=code, expected=expected):
            return period
    return None
