"""What the tests of welcome have in common: Amina's phone, and a real worker."""

import os
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection

from ..private_links import WORD, send


@pytest.fixture
def path(amina, priya):
    return send(amina, priya)


@pytest.fixture
def phone(client, path):
    """Amina's phone, inside."""
    client.post(path, {"fact": WORD})
    return client


@pytest.fixture
def world(tmp_path):
    """What a real worker and scheduler need, with the test's own database."""
    url = urlsplit(os.environ["DATABASE_URL"])
    name = connection.settings_dict["NAME"]
    return os.environ | {
        "DATABASE_URL": urlunsplit(url._replace(path=f"/{name}")),
        "VAR_DIR": str(tmp_path),
        "OUTBOX_WAITS": "2",
        "OUTBOX_SWEEP_SECONDS": "1",
        "REDIS_URL": settings.REDIS_URL.removesuffix("/0") + "/5",
    }
