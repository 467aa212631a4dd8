"""A secret that is shown on the page after a redirect, once, and never again.

Until then it waits in the user's own session, encrypted: sessions are in the database.
"""

from django.http import HttpRequest

from ..secrecy.encryption import NoKey, decrypt, encrypt

_SESSION = "shown once"


def keep_to_show(request: HttpRequest, name: str, secret: str) -> None:
    """For the next page that asks for it by this name."""
    request.session[_SESSION] = {name: encrypt(secret)}


def take_to_show(request: HttpRequest, name: str) -> str:
    """The secret, which is gone with this; or nothing."""
    kept = request.session.pop(_SESSION, {}).get(name, "")
    try:
        return decrypt(kept) if kept else ""
    except NoKey:
        return ""
