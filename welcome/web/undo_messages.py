"""A message after something was done, with a button that undoes it."""

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest

_TAG = "undo:"


def say_with_undo(request: HttpRequest, words: str, undo: str) -> None:
    """`undo` is the address to which the button posts. It works without JavaScript."""
    messages.success(request, words, extra_tags=f"{_TAG}{undo}")


def undo_address(message: Message) -> str:
    """Where the message's button posts; "" where it has none."""
    tag = message.extra_tags or ""
    return tag.removeprefix(_TAG) if tag.startswith(_TAG) else ""
