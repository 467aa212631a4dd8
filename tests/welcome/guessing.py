"""Signing in, opening a private link, and guessing, as a browser does it."""

from django.test import Client
from django.utils import timezone

from welcome.models import FailedTry

from ..reading_pages import text

PASSWORD = "a long walk by the Water of Leith"
SIGN_IN = "/accounts/login/"
#: What opens a private link.
WORD = "Copper teapot"


def sign_in(client, said, address="192.0.2.1"):
    return client.post(SIGN_IN, said, REMOTE_ADDR=address)


def is_in(client):
    return "_auth_user_id" in client.session


def guess(said, times, address="198.51.100.7"):
    """So many wrong passwords from there, each after the wait is over."""
    stranger = Client()
    for _ in range(times):
        FailedTry.objects.update(waits_until=timezone.now())
        sign_in(stranger, said | {"password": "guess"}, address)
    return stranger


def is_inside(client, path):
    return "Your story" in text(client.get(path))
