"""Starts the real PostgreSQL and Valkey before Django's settings are read.

pytest loads this first (`-p tests.early`). Where DATABASE_URL and REDIS_URL are set,
those servers are used instead. Several runs at once take a folder each.
"""

import atexit
import fcntl
import os
import signal
from itertools import count
from pathlib import Path

from livingwell import embedded, keys

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
    os.environ |= {
        "VAR_DIR": str(folder),
        "SECRET_KEY": "only-for-tests-" + "x" * 50,
        "HTTPS": "off",
        "SECOND_FACTOR": "off",
        "DEMO": "off",
        "DEMO_PASSWORD": "kettle-on-the-stove",
        "LOG_LEVEL": "ERROR",
    }
    if "DATABASE_URL" not in os.environ:
        names = ("postgres", embedded.OWNER, embedded.APP)
        postgres, urls = embedded.start_postgres(
            folder / "postgres",
            keys.kept(folder, *names),
            folder / "postgres.log",
            hurry=True,
        )
        atexit.register(postgres.wait)
        atexit.register(postgres.send_signal, signal.SIGINT)
        os.environ |= {"DATABASE_URL": urls["app"], "DATABASE_OWNER_URL": urls["owner"]}
    if "REDIS_URL" not in os.environ:
        valkey, url = embedded.start_valkey(folder / "valkey", folder / "valkey.log")
        atexit.register(valkey.terminate)
        os.environ["REDIS_URL"] = url
    os.environ.setdefault("DATABASE_OWNER_URL", os.environ["DATABASE_URL"])


_start()
