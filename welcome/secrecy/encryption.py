"""Encrypt short secrets before they are stored, with the keys of SECOND_FACTOR_KEYS.

The first key encrypts, every key decrypts: so a key can be replaced while people sign
in. The keys are not derived from SECRET_KEY, because that one may be replaced at any
time, and replacing it must not lock everyone out of their second factor.

A file is encrypted with a key of its own, which is kept here like any other secret: so
a new key in SECOND_FACTOR_KEYS changes rows and no file, and a file whose key is gone
can never be read again, wherever a copy of it may be.
"""

from base64 import urlsafe_b64encode
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

#: Marks what is encrypted. No plain secret holds a colon: they are base32, hex, digits.
_MARK = "fernet:"


class NoKey(Exception):
    """None of the keys in SECOND_FACTOR_KEYS decrypts this."""


def encrypt(text: str) -> str:
    """The text under the newest key, marked as encrypted."""
    return _MARK + _all_keys().encrypt(text.encode()).decode()


def decrypt(stored: str) -> str:
    """What was encrypted; or the text itself, if it was stored before there were keys.

    Raises NoKey, which says nothing of what was stored.
    """
    if not stored.startswith(_MARK):
        return stored
    return _decrypted(stored, _all_keys())


def lock_away(content: bytes) -> tuple[bytes, str]:
    """Content under a fresh key of its own, and that key, encrypted."""
    key = Fernet.generate_key()
    return Fernet(key).encrypt(content), encrypt(key.decode())


def unlock(locked: bytes, sealed_key: str) -> bytes:
    """What was locked away. Raises NoKey, also where the content was tampered with."""
    try:
        return Fernet(decrypt(sealed_key)).decrypt(locked)
    except (InvalidToken, ValueError):
        raise NoKey("This key does not open this content.") from None


def is_newest(stored: str) -> bool:
    """Whether this is encrypted, and with the newest key."""
    try:
        return stored.startswith(_MARK) and bool(_decrypted(stored, _newest_key()))
    except NoKey:
        return False


def _decrypted(stored: str, key: Fernet | MultiFernet) -> str:
    try:
        return key.decrypt(stored.removeprefix(_MARK).encode()).decode()
    except InvalidToken:
        raise NoKey("No key in SECOND_FACTOR_KEYS decrypts this.") from None


def _all_keys() -> MultiFernet:
    return MultiFernet([_fernet(key) for key in settings.SECOND_FACTOR_KEYS])


def _newest_key() -> Fernet:
    return _fernet(settings.SECOND_FACTOR_KEYS[0])


@cache
def _fernet(key: str) -> Fernet:
    """A cipher from a key of any length; the settings ask for enough of it."""
    derive = HKDF(SHA256(), length=32, salt=None, info=b"second factors at rest")
    return Fernet(urlsafe_b64encode(derive.derive(key.encode())))
