"""What the tests of welcome have in common: Amina's phone, and a real worker."""

import pytest

from ..private_links import WORD, send
from ..worker_variables import surroundings
from .guessing import PASSWORD


@pytest.fixture
def path(amina, priya):
    return send(amina, priya)


@pytest.fixture
def phone(client, path):
    """Amina's phone, inside."""
    client.post(path, {"fact": WORD})
    return client


@pytest.fixture
def said(priya):
    """What Priya types to sign in."""
    priya.set_password(PASSWORD)
    priya.save()
    return {"login": priya.email, "password": PASSWORD}


@pytest.fixture
def world(tmp_path):
    """What a real worker and scheduler need, with the test's own database."""
    return surroundings(tmp_path, broker=5) | {
        "OUTBOX_WAITS": "2",
        "OUTBOX_SWEEP_SECONDS": "1",
    }
