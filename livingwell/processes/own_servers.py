"""Database and broker for a run on one machine, where no address of any is given."""

from pathlib import Path

from ..database import roles
from . import embedded_servers, local_secrets
from .supervised import Part


def start(environment: dict[str, str], var: Path, servers: list[Part]) -> None:
    """Start both at once, then wait for both; put their addresses in `environment`."""
    secret = local_secrets.kept(var, "postgres", roles.OWNER, roles.APP)
    log = var / "log"
    database = broker = None
    if "DATABASE_URL" not in environment:
        database, urls = embedded_servers.start_postgres(
            var / "postgres", secret, log / "postgres.log"
        )
        servers.append(database)
        environment["DATABASE_URL"] = urls["app"]
        environment["DATABASE_OWNER_URL"] = urls["owner"]
    if "REDIS_URL" not in environment:
        broker, url = embedded_servers.start_valkey(var / "valkey", log / "valkey.log")
        servers.append(broker)
        environment["REDIS_URL"] = url
    if database:
        embedded_servers.wait_for_postgres(database, urls["superuser"], secret)
    if broker:
        embedded_servers.wait_for_valkey(broker, url)
