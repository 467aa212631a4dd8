"""`make bench`: prints a table and writes var/bench.json. PEOPLE= sets the size.

Starts PostgreSQL and Valkey of its own under var/bench, loads the demo, adds made-up
people until there are PEOPLE of them (CROWD at most), and fills a town of its own with
PEOPLE more, all in one site, in whom twins are looked for. ONLY=finding measures
this alone, ONLY=load how many stories go out while a worker is killed (load.py),
ONLY=lists how fast ROWS= of a team's own list are brought over, ONLY=deidentify how
much of what could identify someone is marked in a story.
"""

import json
import os
import sys
from pathlib import Path

from bench import deidentify
from livingwell.processes import own_servers
from livingwell.processes.first_start import prepare
from livingwell.processes.supervised import Part, stop_all

HERE = Path(__file__).resolve().parent.parent
#: At most so many beside the demo: each is held, as the database makes sure of.
CROWD = 100_000
VAR = Path(os.environ.get("VAR_DIR") or HERE / "var")


def main() -> int:
    folder = VAR / "bench"
    (folder / "log").mkdir(parents=True, exist_ok=True)
    if os.environ.get("ONLY") == "deidentify":  # asks no server
        results = deidentify.measure()
    else:
        results = _with_servers(folder)
    _print(results)
    (VAR / "bench.json").write_text(json.dumps(results, indent=1))
    return 0


def _with_servers(folder: Path) -> list[dict[str, object]]:
    servers: list[Part] = []
    try:
        _prepare(folder, servers)
        return _measure(int(os.environ.get("PEOPLE") or 20_000))
    finally:
        stop_all(servers)


def _prepare(folder: Path, servers: list[Part]) -> None:
    """Servers, tables and demo people; the environment of the app's own role."""
    given = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "PATH", "HOME")
    environment = {k: os.environ[k] for k in given if os.environ.get(k)} | {
        "SECRET_KEY": "only-for-measuring-" + "x" * 50,
        "SECOND_FACTOR_KEYS": "only-for-measuring-" + "y" * 50,
        "VAR_DIR": str(folder),
        "HTTPS": "off",
        "SECOND_FACTOR": "off",
        "DEMO": "on",
        "DEMO_PASSWORD": "kettle-on-the-stove",
        "LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "livingwell.settings",
    }
    own_servers.start(environment, folder, servers)
    prepare(environment, folder)
    os.environ |= environment


def _measure(people: int) -> list[dict[str, object]]:
    import django

    django.setup()
    from bench import crowd, finding, lists, load, messages, pages

    alone = {
        "finding": lambda: finding.measure(people),
        "lists": lists.measure,
        "load": load.measure,
    }
    if only := os.environ.get("ONLY"):
        if only not in alone:
            sys.exit(f"ONLY is one of: deidentify, {', '.join(alone)}.")
        return alone[only]()
    crowd.grow_to(min(people, CROWD))
    found = finding.measure(people)
    return (
        found + pages.measure() + messages.measure() + lists.measure() + load.measure()
    )


def _print(results: list[dict[str, object]]) -> None:
    width = max(len(str(row["what"])) for row in results)
    for row in results:
        rest = ", ".join(f"{k} {v}" for k, v in row.items() if k != "what")
        print(f"{row['what']:{width}}  {rest}")


if __name__ == "__main__":
    sys.exit(main())
