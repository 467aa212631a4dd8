"""What the role of web and worker may do: everything but rewrite the past."""

from django.db import connection
from psycopg import sql


def grant(cursor: object, role: str, append_only: list[str]) -> None:
    """Give `role` its rights on every table. Call as the owner, after migrating."""
    execute = cursor.execute  # type: ignore[attr-defined]
    name = sql.Identifier(role)
    for command in (
        "GRANT USAGE ON SCHEMA public TO {}",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}",
        "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}",
        "REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {}",
    ):
        execute(sql.SQL(command).format(name))
    for table in append_only:
        execute(
            sql.SQL("REVOKE UPDATE, DELETE, TRUNCATE ON {} FROM {}").format(
                sql.Identifier(table), name
            )
        )


def current_role() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return str(cursor.fetchone()[0])
