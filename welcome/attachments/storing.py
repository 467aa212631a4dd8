"""The content of files, encrypted, where the setting says: a folder, or a bucket.

A file is named by a random key alone. Call these outside of any transaction: a bucket
is a network away.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from uuid import UUID, uuid4

from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

from ..refusals import Refused
from ..secrecy.encryption import NoKey, lock_away, unlock

logger = logging.getLogger(__name__)


class Away(Refused):
    """The place where files are kept does not answer, or has lost this one."""


@dataclass
class Kept:
    """Where the content is, and the key that opens it, encrypted."""

    storage_key: UUID
    sealed_key: str
    #: Whether a row names it. Without one no one could ever open it.
    is_used: bool = False


@contextmanager
def kept(content: bytes) -> Iterator[Kept]:
    """Store it under a new name and a new key; take it back unless it is used."""
    locked, sealed_key = lock_away(content)
    stored = Kept(uuid4(), sealed_key)
    with _told("We couldn’t save the file just now. Try again in a few minutes."):
        _storage().save(stored.storage_key.hex, ContentFile(locked))
    try:
        yield stored
    finally:
        if not stored.is_used:
            with suppress(Away):
                erase(stored.storage_key)


def content_of(storage_key: UUID, sealed_key: str) -> bytes:
    with (
        _told("We can’t open this file just now. Try again in a few minutes."),
        _storage().open(storage_key.hex) as stored,
    ):
        return unlock(stored.read(), sealed_key)


def erase(storage_key: UUID) -> None:
    """Gone, also where it was gone already."""
    with _told("We couldn’t delete the file just now."):
        _storage().delete(storage_key.hex)


def _storage() -> Storage:
    return storages["attachments"]


@contextmanager
def _told(sentence: str) -> Iterator[None]:
    """Whatever is wrong there, people read one sentence, and the log says what kind."""
    try:
        yield
    except (OSError, BotoCoreError, ClientError, NoKey) as problem:
        logger.error("file storage failed", extra={"problem": type(problem).__name__})
        raise Away(sentence) from None
