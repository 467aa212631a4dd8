"""A secret of a second factor, and the code that an app would show for it."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_for(secret, later=0):
    """The six figures; `later` in seconds from now."""
    return format_hotp_value(hotp_value(secret, int(time.time() + later) // 30))
