"""Encrypt the second factors that are stored in plain text or under an older key, and
the keys of files. Of a file itself nothing changes: it is under a key of its own.

Works in batches, each in a transaction of its own that locks its rows: no one's
sign-in is held up for long, and a crash halfway leaves every row readable. Only TOTP
secrets and recovery codes are secret; a passkey is stored as its public key.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import transaction

from ..models import Attachment
from ..secrecy.encryption import NoKey, decrypt, encrypt, is_newest

_BATCH = 100
#: A page that had read a row before it was encrypted can write the old text back.
_PASSES = 3
_SECRETS = ("secret", "seed")
_SECRET_LISTS = ("migrated_codes",)


@dataclass
class Count:
    """What was found: rows with secrets, how many changed, how many have no key."""

    rows: int = 0
    encrypted: int = 0
    unreadable: int = 0


def encrypt_all(*, only_look: bool = False, batch: int = _BATCH) -> Count:
    """Bring every stored secret under the newest key. Doing it twice changes nothing.

    `only_look` counts what would change.
    """
    total = _pass(only_look, batch)
    for _ in range(0 if only_look else _PASSES - 1):
        again = _pass(only_look, batch)
        if not again.encrypted:
            break
        total.encrypted += again.encrypted
    return total


def _pass(only_look: bool, batch: int) -> Count:
    total = Count()
    after: int | None = 0
    while after is not None:
        after = _one_batch(total, after, batch, only_look)
    file: UUID | None = UUID(int=0)
    while file is not None:
        file = _some_files(total, file, batch, only_look)
    return total


@transaction.atomic
def _some_files(total: Count, after: UUID, batch: int, only_look: bool) -> UUID | None:
    """The same for the keys of the next files."""
    rows = Attachment.objects.with_content().select_for_update().filter(pk__gt=after)
    last = None
    for file in rows.order_by("pk")[:batch]:
        last = file.pk
        total.rows += 1
        _one_file(file, total, only_look)
    return last


def _one_file(file: Attachment, total: Count, only_look: bool) -> None:
    if is_newest(file.sealed_key):
        return
    try:
        file.sealed_key = encrypt(decrypt(file.sealed_key))
    except NoKey:
        total.unreadable += 1
        return
    total.encrypted += 1
    if not only_look:
        file.save(update_fields=["sealed_key"])


@transaction.atomic
def _one_batch(total: Count, after: int, batch: int, only_look: bool) -> int | None:
    """Encrypt the next rows; returns the last one's id, or None at the end."""
    rows = Authenticator.objects.select_for_update().filter(pk__gt=after)
    rows = rows.exclude(type=Authenticator.Type.WEBAUTHN)
    last = None
    for row in rows.order_by("pk")[:batch]:
        last = row.pk
        total.rows += 1
        _one(row, total, only_look)
    return last


def _one(row: Authenticator, total: Count, only_look: bool) -> None:
    if all(is_newest(secret) for secret in _secrets(row.data)):
        return
    try:
        row.data = _each(row.data, lambda stored: encrypt(decrypt(stored)))
    except NoKey:
        total.unreadable += 1
        return
    total.encrypted += 1
    if not only_look:
        row.save(update_fields=["data"])


def _secrets(data: dict[str, Any]) -> Iterable[str]:
    yield from (data[name] for name in _SECRETS if name in data)
    for name in _SECRET_LISTS:
        yield from data.get(name) or []


def _each(data: dict[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    """A copy of the data with every secret changed, and all else as it was."""
    changed: dict[str, Any] = {
        name: change(data[name]) for name in _SECRETS if name in data
    }
    for name in _SECRET_LISTS:
        if data.get(name):
            changed[name] = [change(text) for text in data[name]]
    return data | changed
