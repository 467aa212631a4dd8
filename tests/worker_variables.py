"""The environment variables of a real worker beside the tests."""

import os
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection


def surroundings(folder, *, broker):
    """What a worker and a scheduler need, with the test's own database.

    `broker` is the number of a Valkey database that no other test works with.
    """
    url = urlsplit(os.environ["DATABASE_URL"])
    name = connection.settings_dict["NAME"]
    return os.environ | {
        "DATABASE_URL": urlunsplit(url._replace(path=f"/{name}")),
        "VAR_DIR": str(folder),
        "REDIS_URL": settings.REDIS_URL.removesuffix("/0") + f"/{broker}",
    }
