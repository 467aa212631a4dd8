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

import psycopg

from ..database import roles
from .children import ends_with_us

BASE = Path(__file__).resolve().parents[2]


def prepare(environment: dict[str, str], var: Path) -> None:
    """Make everything ready for the parts. Raises RuntimeError with a sentence.

    `environment` may still name the owner of the database: nobody else gets to know.
    """
    owner = environment.get("DATABASE_OWNER_URL", "")
    if not owner:
        owner = environment["DATABASE_URL"]
        password = environment["APP_ROLE_PASSWORD"]
        environment["DATABASE_URL"] = roles.make_app(owner, roles.APP, password)
    done = var / "prepared.json"
    before = json.loads(done.read_text()) if done.exists() else {}
    _tables(environment, owner, before)
    _static(environment, var, before)
    if environment["DEMO"].lower() in ("on", "true", "1", "yes"):
        _demo(environment, before)
    done.write_text(json.dumps(before))


def _tables(environment: dict[str, str], owner: str, before: dict[str, str]) -> None:
    """Migrate and give rights as the owner, in this database and for this role."""
    role = str(psycopg.conninfo.conninfo_to_dict(environment["DATABASE_URL"])["user"])
    files = [
        *BASE.glob("*/migrations/*.py"),
        BASE / "livingwell" / "database" / "rights.py",
    ]
    wanted = f"{_of_files(files)} {role}"
    if before.get("tables") == f"{wanted} {_which(owner)}":
        return
    as_owner = environment | {"DATABASE_URL": owner, "DATABASE_OWNER_URL": owner}
    _step("Preparing the database", as_owner, "migrate", "--verbosity=0")
    if role != psycopg.conninfo.conninfo_to_dict(owner)["user"]:
        _step("Granting rights", as_owner, "grant_rights", role)
    _encrypt(as_owner)
    before["tables"] = f"{wanted} {_which(owner)}"


def _encrypt(as_owner: dict[str, str]) -> None:
    """Encrypt what an older version stored in plain text.

    A secret whose key is lost stops nobody else: it is said, and we start.
    """
    try:
        _step("Encrypting second factors", as_owner, "encrypt_second_factors")
    except RuntimeError as problem:
        print(problem, flush=True)


def _static(environment: dict[str, str], var: Path, before: dict[str, str]) -> None:
    wanted = _of_files((BASE / "static").rglob("*"), by_size=True)
    wanted += _of_files([BASE / "requirements.lock"])  # libraries bring files too
    if before.get("static") == wanted and (var / "static").exists():
        return
    command = ("collectstatic", "--noinput", "--verbosity=0")
    _step("Collecting static files", environment, *command)
    before["static"] = wanted


def _demo(environment: dict[str, str], before: dict[str, str]) -> None:
    """Once for each database; the command itself does nothing a second time."""
    if before.get("demo") == before["tables"].split()[-1]:
        return
    _step("Loading demo people (once)", environment, "load_demo")
    before["demo"] = before["tables"].split()[-1]


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
        preexec_fn=ends_with_us(),
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
                "SELECT system_identifier || '/' || d.oid || '/' "
                "|| (to_regclass('django_migrations') IS NOT NULL)::text "
                "FROM pg_database d, pg_control_system() "
                "WHERE datname = current_database()"
            ).fetchone()
    except psycopg.OperationalError:
        raise RuntimeError(roles.AWAY) from None
    return str(row and row[0])
