"""How long each page takes, and how many questions it asks of the database."""

import time
from functools import partial
from statistics import median, quantiles

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from referrals.models import Referral, State
from welcome.models import Person, User

ROUNDS = 25


def measure() -> list[dict[str, object]]:
    """Milliseconds in this process: views, templates and database, no network."""
    return [_time(who, address) for who, address in _pages()]


def _pages() -> list[tuple[str, str]]:
    welcomer = User.objects.get(email="welcomer@example.org")
    partner = User.objects.get(email="partner@example.org")
    person = Person.objects.visible_to(welcomer).open().first()
    sent = Referral.objects.to_partners_of(partner).filter(state=State.SENT).first()
    assert person and sent
    return [
        ("-", reverse("welcome:front")),
        ("-", reverse("storybooks:shelf")),
        ("welcomer", reverse("welcome:today")),
        ("welcomer", reverse("welcome:people")),
        ("welcomer", f"{reverse('welcome:people')} looking for Ailsa Drumond"),
        ("welcomer", reverse("welcome:person", args=[person.pk])),
        ("welcomer", reverse("referrals:send_on", args=[person.pk])),
        ("partner", reverse("referrals:inbox")),
        ("partner", reverse("referrals:referral", args=[sent.pk])),
        ("commissioner", reverse("numbers:home")),
        ("commissioner", reverse("numbers:question", args=["introductions"])),
    ]


def _time(who: str, address: str) -> dict[str, object]:
    client = Client(HTTP_HOST="localhost")
    if who != "-":
        client.force_login(User.objects.get(email=f"{who}@example.org"))
    address, _, words = address.partition(" looking for ")
    ask = (
        partial(client.post, address, {"q": words})
        if words
        else partial(client.get, address)
    )
    with CaptureQueriesContext(connection) as asked:
        assert ask().status_code == 200, address
    queries = len(asked)  # the next request forgets them
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        ask()
        times.append((time.perf_counter() - began) * 1000)
    shown = "/".join("…" if len(part) == 36 else part for part in address.split("/"))
    return {
        "what": f"page {shown}{' finding' if words else ''} ({who})",
        "median_ms": round(median(times), 1),
        "p95_ms": round(quantiles(times, n=20)[-1], 1),
        "queries": queries,
    }
