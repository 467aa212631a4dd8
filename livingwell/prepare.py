"""What a first start does once: tables, rights, static files, demo people.

Each step is skipped when nothing that it depends on has changed since it last
succeeded, which is what makes the second start quick.
"""

import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

BASE = Path(__file__).resolve().parent.parent


def prepare(environment: dict[str, str], var: Path) -> None:
    """Make everything ready for the parts. Raises RuntimeError with a sentence."""
    owner = environment.get("DATABASE_OWNER_URL") or environment["DATABASE_URL"]
    provision = "DATABASE_OWNER_URL" not in environment
    if provision:
        _make_app_role(owner, environment)
    as_owner = environment | {"DATABASE_URL": owner, "DATABASE_OWNER_URL": owner}
    role = psycopg.conninfo.conninfo_to_dict(environment["DATABASE_URL"])["user"]
    done = var / "prepared.json"
    before = json.loads(done.read_text()) if done.exists() else {}
    migrations = _of_files(BASE.glob("*/migrations/*.py"))
    state = {
        "tables": migrations + _which(owner),
        "static": _of_files((BASE / "static").rglob("*"), by_size=True),
    }
    if before.get("tables") != state["tables"]:
        _step("Preparing the database", as_owner, "migrate", "--verbosity=0")
        _step("Giving rights", as_owner, "grant_rights", str(role))
    if before.get("static") != state["static"] or not (var / "static").exists():
        _step(
            "Collecting static files",
            environment,
            "collectstatic",
            "--noinput",
            "--verbosity=0",
        )
    if environment["DEMO"] == "on" and before.get("demo") != state["tables"]:
        _step("Loading demo people (once)", environment, "load_demo")
        before["demo"] = state["tables"]
    state["tables"] = migrations + _which(owner)
    before["demo"] = before.get("demo") and state["tables"]
    done.write_text(json.dumps(before | state))


def _step(words: str, environment: dict[str, str], *command: str) -> None:
    """Run one management command; show that it runs, and how long it took."""
    print(f"{words} … ", end="", flush=True)
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(BASE / "manage.py"), *command],
        env=environment,
        cwd=BASE,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        reason = (done.stderr or done.stdout).strip()
        raise RuntimeError(f"{words} did not work:\n{reason[-3000:]}")
    print(f"{time.monotonic() - began:.1f} s", flush=True)


def _of_files(files: Iterable[Path], *, by_size: bool = False) -> str:
    """A fingerprint of files: of their words, or for large ones of name, size, time."""
    mark = hashlib.sha256()
    for file in sorted(files):
        if file.is_file():
            facts = file.stat()
            mark.update(str(file.relative_to(BASE)).encode())
            mark.update(
                f"{facts.st_size} {facts.st_mtime_ns}".encode()
                if by_size
                else file.read_bytes()
            )
    return mark.hexdigest()


def _which(url: str) -> str:
    """Which database it is: another one has to be prepared again."""
    try:
        with psycopg.connect(url, connect_timeout=5) as database:
            row = database.execute(
                "SELECT oid::text || inet_server_addr()::text || current_database() "
                "|| (to_regclass('django_migrations') IS NOT NULL)::text "
                "FROM pg_database WHERE datname = current_database()"
            ).fetchone()
    except psycopg.OperationalError:
        raise RuntimeError(
            "The database of DATABASE_URL does not answer. Is it running, and are "
            "role, password and name right?"
        ) from None
    return str(row and row[0])


def _make_app_role(owner: str, environment: dict[str, str]) -> None:
    """DATABASE_URL came from outside, alone: it is the owner's. Make the other role."""
    role, password = environment["APP_ROLE"], environment["APP_ROLE_PASSWORD"]
    try:
        with psycopg.connect(owner, connect_timeout=5, autocommit=True) as database:
            known = database.execute(
                "SELECT 1 FROM pg_roles WHERE rolname = %s", [role]
            ).fetchone()
            verb = "ALTER" if known else "CREATE"
            database.execute(
                sql.SQL(verb + " ROLE {} LOGIN NOSUPERUSER PASSWORD {}").format(
                    sql.Identifier(role), sql.Literal(password)
                )
            )
    except psycopg.errors.InsufficientPrivilege:
        raise RuntimeError(
            "The role of DATABASE_URL may not make roles. Set DATABASE_OWNER_URL to a "
            "role that owns the tables, and DATABASE_URL to one that does not."
        ) from None
    except psycopg.OperationalError:
        raise RuntimeError(
            "The database of DATABASE_URL does not answer. Is it running, and are "
            "role, password and name right?"
        ) from None
    environment["DATABASE_OWNER_URL"] = owner
    parts = urlsplit(owner)
    place = parts.netloc.rpartition("@")[2]
    netloc = f"{quote(role)}:{quote(password)}@{place}"
    environment["DATABASE_URL"] = urlunsplit(parts._replace(netloc=netloc))
