"""The folder of our own PostgreSQL: made once, given to a user that is not root."""

import contextlib
import os
import pwd
import shutil
import subprocess
from pathlib import Path

#: PostgreSQL will not run as root: then it runs as this system user instead.
_RUNS_AS = "embedded_postgres"


def plain_environment() -> dict[str, str]:
    """Nothing of ours: no secret, no locale, no PG… variable of whoever starts us."""
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}


def prepare(folder: Path, programs: Path, password: str) -> str | None:
    """Make the folder ready. Returns who PostgreSQL runs as; None means ourselves.

    `programs` is where `initdb` and `postgres` lie, `password` the superuser's.
    """
    user = _owner_of(folder, programs)
    if not (folder / "PG_VERSION").exists():
        _initialise(folder, programs / "initdb", password, user)
    _forget_the_dead(folder)
    return user


def _owner_of(folder: Path, programs: Path) -> str | None:
    folder.mkdir(parents=True, exist_ok=True)
    if os.geteuid() != 0:
        folder.chmod(0o700)
        return None
    entry = _system_user()
    for place in (folder, programs / "postgres"):
        _let_through(place)
    for inside, _, files in os.walk(folder):
        for name in (inside, *(os.path.join(inside, file) for file in files)):
            with contextlib.suppress(FileNotFoundError):  # somebody tidied up
                os.chown(name, entry.pw_uid, entry.pw_gid)
    folder.chmod(0o700)
    return _RUNS_AS


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(_RUNS_AS)
    except KeyError:
        command = ["useradd", "--system", "--user-group", _RUNS_AS]
        try:
            subprocess.run(command, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            raise RuntimeError(
                "PostgreSQL will not run as root, and no user could be made for it. "
                "Run this as an ordinary user, or set DATABASE_URL."
            ) from None
        return pwd.getpwnam(_RUNS_AS)


def _let_through(place: Path) -> None:
    """Let that user pass through (not read) the folders above."""
    for folder in place.resolve().parents:
        mode = folder.stat().st_mode
        if not mode & 0o001:
            folder.chmod(mode | 0o011)


def _forget_the_dead(folder: Path) -> None:
    """Remove the note of a server that was killed, if its number is another's now.

    PostgreSQL looks only whether some process has the number; after a restart of the
    machine it may be anybody's, and PostgreSQL would refuse to start.
    """
    note = folder / "postmaster.pid"
    if not note.exists():
        return
    pid = note.read_text().partition("\n")[0]
    command = Path(f"/proc/{pid}/cmdline")
    if not command.exists() or os.fsencode(folder) not in command.read_bytes():
        note.unlink(missing_ok=True)


def _initialise(folder: Path, initdb: Path, password: str, user: str | None) -> None:
    """Make the cluster; a half-made one from a crash is begun again."""
    for left in folder.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    note = folder.with_name("postgres-password")
    note.touch(mode=0o600)
    note.write_text(f"{password}\n")
    if user:
        shutil.chown(note, user)
    options = ["-U", "postgres", "--encoding=UTF8", "--locale=C.UTF-8"]
    done = subprocess.run(
        [initdb, "-D", folder, *options, "--auth=scram-sha-256", f"--pwfile={note}"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        user=user,
        group=user,
        extra_groups=[] if user else None,
        env=plain_environment(),
        cwd="/",
        check=False,
    )
    note.unlink()
    if done.returncode:
        raise RuntimeError(f"PostgreSQL could not be set up: {done.stderr.decode()}")
