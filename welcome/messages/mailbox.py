"""E-mail on one machine: each message is a file under var/mail, named by its id.

A message that is carried twice after a crash overwrites its own file, just as a good
mail server drops a second copy with the same Message-ID.
"""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class Mailbox(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for email in email_messages:
            made = email.message()
            name = made["Message-ID"].strip("<>").partition("@")[0].replace("/", "_")
            put(Path(settings.MAIL_DIR), f"{name}.eml", made.as_bytes())
        return len(email_messages)


def put(folder: Path, name: str, message: bytes) -> None:
    """Write whole or not at all: a crash never leaves half a message."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, half = tempfile.mkstemp(dir=folder, suffix=".half")
    with os.fdopen(handle, "wb") as file:
        file.write(message)
    Path(half).replace(folder / name)
