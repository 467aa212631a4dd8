"""`make run`: everything on one machine, in order, until Ctrl-C.

A plain module that never imports Django, so that a second start is quick. Reads PORT
and HOST, and hands every other variable on to the parts (see `livingwell.settings`).
"""

import fcntl
import os
import re
import signal
import socket
import sys
import time
from pathlib import Path
from types import FrameType
from typing import IO, NoReturn

from ..database import roles
from . import local_secrets, own_servers, programs, readiness
from .first_start import prepare
from .supervised import GaveUp, Part, stop_all

BASE = Path(__file__).resolve().parents[2]
DEMO_ACCOUNTS = [
    ("welcomer", "is a welcomer in Edinburgh"),
    ("lead", "leads that team"),
    ("other-lead", "leads another team in Edinburgh"),
    ("partner", "works at Harbour Money Advice"),
    ("other-partner", "works at another partner"),
    ("commissioner", "reads Edinburgh’s numbers"),
    ("editor", "edits storybooks"),
    ("privacy", "reviews records that were opened in an emergency"),
    ("safeguarding", "looks after safeguarding concerns in Edinburgh"),
    ("admin", "looks after accounts, sites and partners"),
]


class Stop(Exception):
    """Ctrl-C, TERM or HUP: end everything, in order."""


def main() -> int:
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, _stop)
    var = Path(os.environ.get("VAR_DIR") or BASE / "var").resolve()
    _make(var / "log")
    host, port = _place()
    parts: list[Part] = []
    servers: list[Part] = []
    try:
        with (var / "running").open("a") as lock:
            _only_one(lock, var)
            _run(var, host, port, parts, servers)
    except Stop:
        say("Stopping …")
        return 0
    except (GaveUp, RuntimeError) as problem:
        say(f"\n{problem}", sys.stderr)
        return 1
    finally:
        _let_nobody_interrupt()
        stop_all(parts)
        stop_all(servers)


def _run(
    var: Path, host: str, port: int, parts: list[Part], servers: list[Part]
) -> NoReturn:
    """Start everything in order, say so, and watch. Ends only by an exception."""
    _port_is_free(host, port)
    began = time.monotonic()
    environment = _environment(var, port)
    own_servers.start(environment, var, servers)
    prepare(environment, var)
    parts += programs.ours(environment, var, host, port)
    for part in parts:
        part.start()
    readiness.wait(host, port, lambda: _check(servers + parts))
    _greet(environment, host, port, time.monotonic() - began)
    while True:
        time.sleep(0.3)
        _check(servers + parts)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        sys.exit(f"VAR_DIR cannot be used ({problem.strerror}): {folder.parent}")


def say(words: str, where: IO[str] | None = None) -> None:
    print(words, file=where or sys.stdout, flush=True)


def _stop(sign: int, frame: FrameType | None) -> NoReturn:
    raise Stop


def _let_nobody_interrupt() -> None:
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, signal.SIG_IGN)


def _place() -> tuple[str, int]:
    text = os.environ.get("PORT") or "8000"
    if not re.fullmatch("[0-9]{1,5}", text) or not 0 < int(text) < 65536:
        sys.exit(f"PORT must be a number from 1 to 65535, not “{text}”.")
    return os.environ.get("HOST") or "127.0.0.1", int(text)


def _only_one(lock: IO[str], var: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise RuntimeError(
            f"Living Well is already running with its data in {var}. "
            "Stop that one first, or set VAR_DIR to another folder."
        ) from None


def _port_is_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise RuntimeError(
                f"Port {port} cannot be used ({problem.strerror}). "
                f"Choose another: PORT={port + 1} make run"
            ) from None


def _environment(var: Path, port: int) -> dict[str, str]:
    """The variables of every part: what is set already, and what one machine needs."""
    made = ("SECRET_KEY", "SECOND_FACTOR_KEYS", roles.APP, "DEMO_PASSWORD")
    secret = local_secrets.kept(var, *made)
    ours = {
        "SECRET_KEY": secret["SECRET_KEY"],
        "SECOND_FACTOR_KEYS": secret["SECOND_FACTOR_KEYS"],
        "VAR_DIR": str(var),
        "HTTPS": "off",
        "DEMO": "on",
        "SECOND_FACTOR": "off",
        "COOLING_OFF_DAYS": "0",
        "DEMO_PASSWORD": f"kettle-{secret['DEMO_PASSWORD'][:10]}",
        "BASE_URL": f"http://localhost:{port}",
        "DJANGO_SETTINGS_MODULE": "livingwell.settings",
        "PYTHONUNBUFFERED": "1",
        "APP_ROLE_PASSWORD": secret[roles.APP],
    }
    return ours | {name: value for name, value in os.environ.items() if value}


def _check(parts: list[Part]) -> None:
    """Whatever died is started again. Raises GaveUp when that is no use."""
    for part in parts:
        if part.keep_alive():
            say(f"The {part.name} stopped, and has been started again.")


def _greet(environment: dict[str, str], host: str, port: int, seconds: float) -> None:
    shown = "localhost" if host in ("127.0.0.1", "0.0.0.0") else host
    say(f"\nLiving Well is ready after {seconds:.1f} s: http://{shown}:{port}/")
    if environment["DEMO"].lower() in ("on", "true", "1", "yes"):
        say("\nEveryone in it is made up. Sign in as one of these:")
        for name, what in DEMO_ACCOUNTS:
            say(f"  {name + '@example.org':28}{what}")
        say(f"  password: {environment['DEMO_PASSWORD']}")
    say("\nCtrl-C stops all of it.")


if __name__ == "__main__":
    sys.exit(main())
