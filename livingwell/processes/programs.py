"""Web, worker and scheduler: the three processes that are our own program."""

import sys
from pathlib import Path

from .supervised import Part

#: What only the first start needs to know: no page and no task gets to see it.
_NOT_FOR_PARTS = ("DATABASE_OWNER_URL", "APP_ROLE_PASSWORD")
_WEB = (
    "gunicorn livingwell.wsgi --worker-class=gthread --workers=2 --threads=4 "
    "--preload --graceful-timeout=8 --no-control-socket"
)
#: As root Celery warns that tasks could be anything; ours are JSON of our own making.
_PYTHON = (sys.executable, "-W", "ignore:You're running the worker")
_CELERY = "celery --app=livingwell --quiet"
_WORKER = "worker --concurrency=2 --without-gossip --without-mingle --without-heartbeat"


def ours(environment: dict[str, str], var: Path, host: str, port: int) -> list[Part]:
    given = {k: v for k, v in environment.items() if k not in _NOT_FOR_PARTS}

    def part(name: str, command: str) -> Part:
        log = var / "log" / f"{name}.log"
        return Part(name, [*_PYTHON, "-m", *command.split()], given, log)

    return [
        part("web", f"{_WEB} --bind={host}:{port}"),
        part("worker", f"{_CELERY} {_WORKER}"),
        part("scheduler", f"{_CELERY} beat --pidfile="),
    ]
