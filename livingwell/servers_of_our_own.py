"""Database and broker for a run on one machine, where no address of any is given."""

from pathlib import Path

from . import embedded, keys, roles
from .parts import Part


def start(environment: dict[str, str], var: Path, servers: list[Part]) -> None:
    """Start both at once, then wait for both; put their addresses in `environment`."""
    secret = keys.kept(var, "postgres", roles.OWNER, roles.APP)
    log = var / "log"
    database = broker = None
    if "DATABASE_URL" not in environment:
        database, urls = embedded.start_postgres(
            var / "postgres", secret, log / "postgres.log"
        )
        servers.append(database)
        environment["DATABASE_URL"] = urls["app"]
        environment["DATABASE_OWNER_URL"] = urls["owner"]
    if "REDIS_URL" not in environment:
        broker, url = embedded.start_valkey(var / "valkey", log / "valkey.log")
        servers.append(broker)
        environment["REDIS_URL"] = url
    if database:
        embedded.wait_for_postgres(database, urls["superuser"], secret)
    if broker:
        embedded.wait_for_valkey(broker, url)
