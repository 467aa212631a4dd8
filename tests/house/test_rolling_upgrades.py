"""While an upgrade is under way, the version before goes on writing rows.

It does not name a column that it does not know: the database must fill it by itself.
"""

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import AddField

#: The last migration of each app whose columns were there before the first upgrade.
BEFORE = {"welcome": "0091", "referrals": "0131", "storybooks": "0002"}


def added():
    """Each column that a migration since then adds to a table that was there."""
    for (app, name), migration in MigrationLoader(None).disk_migrations.items():
        made = {op.name.lower() for op in migration.operations if hasattr(op, "bases")}
        if name[:4] > BEFORE.get(app, "9999"):
            for op in migration.operations:
                if isinstance(op, AddField) and op.model_name.lower() not in made:
                    yield app, op.model_name.lower(), op.name, op.field


COLUMNS = [
    pytest.param(app, model, name, id=f"{app}.{model}.{name}")
    for app, model, name, field in added()
    if not field.null and not isinstance(field, models.ManyToManyField)
]


def test_there_are_such_columns():
    assert len(COLUMNS) >= 4


@pytest.mark.django_db
@pytest.mark.parametrize("app, model, name", COLUMNS)
def test_a_row_can_be_written_without_a_column_that_is_new(app, model, name):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_default FROM information_schema.columns"
            " WHERE table_name = %s AND column_name = %s",
            [apps.get_model(app, model)._meta.db_table, name],
        )
        (default,) = cursor.fetchone()
    assert default is not None
