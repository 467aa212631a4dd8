"""Starts the real PostgreSQL and Valkey before Django's settings are read.

pytest loads this first (`-p tests.early`). Where DATABASE_URL and REDIS_URL are set,
those servers are used instead. Several runs at once take a folder each. With PURE=1
nothing is started, and only tests that need neither server are run (`pure_tests.py`).
"""

import atexit
import fcntl
import os
from itertools import count
from pathlib import Path

from livingwell.database import roles
from livingwell.processes import embedded_servers, local_secrets
from livingwell.processes.supervised import stop_all

from . import emptying

PURE = bool(os.environ.get("PURE"))
#: Whether the cluster is our own under var/, where we may leave a database.
IS_OUR_OWN = not PURE and not os.environ.get("DATABASE_URL")
#: Where nobody answers: a test that asks all the same fails at once.
NOWHERE = {
    "DATABASE_URL": "postgres://nobody@localhost:1/none",
    "DATABASE_OWNER_URL": "postgres://nobody@localhost:1/none",
    "REDIS_URL": "redis://localhost:1/0",
}
VAR = Path(os.environ.get("VAR_DIR") or Path(__file__).resolve().parent.parent / "var")


def _own_folder() -> Path:
    """The first test folder that no other run is using, ours until we end."""
    for number in count(1):
        folder = VAR / f"test-{number}"
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("w")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.close()
            continue
        atexit.register(lock.close)
        return folder
    raise AssertionError


def _start() -> None:
    folder = _own_folder()
    for name in (
        *("EMAIL_URL", "OUTBOX_WAITS", "OUTBOX_SWEEP_SECONDS", "ALLOWED_HOSTS"),
        *("CLAMAV_URL", "ATTACHMENT_STORAGE_URL", "ATTACHMENT_MAX_MB"),
    ):
        os.environ.pop(name, None)
    os.environ |= {
        "VAR_DIR": str(folder),
        "SECRET_KEY": "only-for-tests-" + "x" * 50,
        "SECOND_FACTOR_KEYS": "only-for-the-second-factors-of-tests-" + "x" * 50,
        "BASE_URL": "http://localhost:8000",
        "HTTPS": "off",
        "DEBUG": "off",
        "SECOND_FACTOR": "off",
        "DEMO": "off",
        "DEMO_PASSWORD": "kettle-on-the-stove",
        "COOLING_OFF_DAYS": "7",
        "LOG_LEVEL": "ERROR",
        # each run's own: another run shuts the common one while our servers are in it
        "PYTEST_DEBUG_TEMPROOT": str(folder),
    }
    if PURE:
        os.environ |= NOWHERE
    else:
        _servers(folder)


def _servers(folder: Path) -> None:
    _database(folder)
    if not os.environ.get("REDIS_URL"):
        valkey, url = embedded_servers.start_valkey(
            folder / "valkey", folder / "valkey.log"
        )
        atexit.register(stop_all, [valkey])
        embedded_servers.wait_for_valkey(valkey, url)
        os.environ["REDIS_URL"] = url


def _database(folder: Path) -> None:
    secret = local_secrets.kept(folder, "postgres", roles.OWNER, roles.APP)
    if not os.environ.get("DATABASE_URL"):
        postgres, urls = embedded_servers.start_postgres(
            folder / "postgres", secret, folder / "postgres.log", hurry=True
        )
        atexit.register(stop_all, [postgres])
        embedded_servers.wait_for_postgres(postgres, urls["superuser"], secret)
        emptying.let_the_owner_pass_over_triggers(urls["superuser"])
        os.environ |= {"DATABASE_URL": urls["app"], "DATABASE_OWNER_URL": urls["owner"]}
    elif not os.environ.get("DATABASE_OWNER_URL"):
        owner = os.environ["DATABASE_OWNER_URL"] = os.environ["DATABASE_URL"]
        os.environ["DATABASE_URL"] = roles.make_app(owner, roles.APP, secret[roles.APP])


_start()
